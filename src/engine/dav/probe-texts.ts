// Throw-away events of the write probe: plain texts that say what they are, in case one is left behind.

const ZONE = ['BEGIN:VTIMEZONE', 'TZID:Asia/Taipei', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'END:STANDARD', 'END:VTIMEZONE'];

const event = (uid: string, lines: readonly string[]): readonly string[] =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260101T000000Z', ...lines, 'SUMMARY:M2KSync probe (may be deleted)', 'END:VEVENT'];

const object = (...lines: readonly string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//M2KSync//probe//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');

const LOCAL = ['DTSTART;TZID=Asia/Taipei:20200107T090000', 'DTEND;TZID=Asia/Taipei:20200107T093000'];

/** In the past, without attendees and alarms: nobody is told of it. */
export const plainEvent = (uid: string): string => object(...ZONE, ...event(uid, LOCAL));

export const utcEvent = (uid: string): string => object(...event(uid, ['DTSTART:20200107T010000Z', 'DTEND:20200107T013000Z']));

/** The override after its master: before it, it has destroyed whole series on one site (reference M8). */
export const seriesWithOverride = (uid: string): string => object(
  ...ZONE, ...event(uid, [...LOCAL, 'RRULE:FREQ=DAILY;COUNT=3']),
  ...event(uid, ['RECURRENCE-ID;TZID=Asia/Taipei:20200108T090000', 'DTSTART;TZID=Asia/Taipei:20200108T140000', 'DTEND;TZID=Asia/Taipei:20200108T143000']),
);
