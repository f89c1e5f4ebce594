// Dates of the seed, relative to the Monday of the week that the office lives in. No zone arithmetic: these are wall-clock days.

/** YYYYMMDD of the day so many days after `monday` (YYYY-MM-DD). */
export type Day = (offset: number) => string;

/** Throws unless `monday` is a Monday. */
export function daysFrom(monday: string): Day {
  const start = new Date(`${monday}T00:00:00Z`);
  if (Number.isNaN(start.getTime()) || start.getUTCDay() !== 1) throw new Error(`The seed's week begins on a Monday, written YYYY-MM-DD; ${monday} is none`);
  return (offset) => new Date(start.getTime() + offset * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
}

/** DTSTART and DTEND lines of an appointment in Taipei; `hours` as HHMM-HHMM, the end on `lastDay`. */
export function from(day: string, hours: string, lastDay = day): readonly string[] {
  const [start = '', end = ''] = hours.split('-');
  return [`DTSTART;TZID=Asia/Taipei:${day}T${start}00`, `DTEND;TZID=Asia/Taipei:${lastDay}T${end}00`];
}

/** DTSTART and DTEND lines of whole days; the end is exclusive (RFC 5545 section 3.6.1). */
export const wholeDays = (day: string, after: string): readonly string[] => [`DTSTART;VALUE=DATE:${day}`, `DTEND;VALUE=DATE:${after}`];

/** A VALARM so long before the start, as Mail2000's form makes it. */
export const alarm = (trigger: string): readonly string[] => ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:提醒', `TRIGGER:${trigger}`, 'END:VALARM'];
