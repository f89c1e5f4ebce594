// Writes the seed's iCalendar and vCard texts as Mail2000 would: CRLF, folded at 75 octets, Asia/Taipei with its VTIMEZONE.

/** Folds one line at 75 octets without splitting a character (RFC 5545 section 3.1). */
function fold(line: string): string {
  let folded = '';
  let width = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (width + octets > 75) {
      folded += '\r\n ';
      width = 1;
    }
    folded += character;
    width += octets;
  }
  return folded;
}

const textOf = (lines: readonly string[]): string => lines.map((line) => `${fold(line)}\r\n`).join('');

export const taipei: readonly string[] = [
  'BEGIN:VTIMEZONE', 'TZID:Asia/Taipei', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE',
];

export const newYork: readonly string[] = [
  'BEGIN:VTIMEZONE', 'TZID:America/New_York',
  'BEGIN:DAYLIGHT', 'DTSTART:20070311T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0400', 'TZNAME:EDT', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'DTSTART:20071104T020000', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU', 'TZOFFSETFROM:-0400', 'TZOFFSETTO:-0500', 'TZNAME:EST', 'END:STANDARD',
  'END:VTIMEZONE',
];

const stamp = 'DTSTAMP:20261101T020000Z';

/** A calendar object with one event; `lines` are its content lines after UID and DTSTAMP. */
export const eventText = (uid: string, lines: readonly string[], zone: readonly string[] = taipei): string => textOf([
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Openfind//Mail2000 Calendar//ZH-TW', 'CALSCALE:GREGORIAN', ...zone,
  'BEGIN:VEVENT', `UID:${uid}`, stamp, ...lines, 'END:VEVENT', 'END:VCALENDAR',
]);

/** A vCard 3.0; `lines` are its content lines after UID. */
export const cardText = (uid: string, lines: readonly string[]): string => textOf(['BEGIN:VCARD', 'VERSION:3.0', `UID:${uid}`, ...lines, 'END:VCARD']);
