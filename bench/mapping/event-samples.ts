// Events as servers and Outlook hold them, each unlike the others: nothing is measured from a cache.
import { wireDate } from '../../src/ps-host/wire-value.js';
import type { ItemRecord } from '../../src/ps-host/item-record.js';
import type { WireValue } from '../../src/ps-host/wire-value.js';

/** One event, as both sides hold it. */
export interface EventSample {
  readonly text: string;
  readonly record: ItemRecord;
}

const COUNT = 500;
const two = (value: number): string => String(value).padStart(2, '0');

export const plainEvents = (): readonly EventSample[] => Array.from({ length: COUNT }, (_, n) => sample(n, null));
export const recurringEvents = (): readonly EventSample[] => Array.from({ length: COUNT }, (_, n) => sample(n, SERIES[n % SERIES.length] ?? null));

/** The rule as text, and the pattern's members beside those that all have. */
interface Series {
  readonly rule: string;
  readonly pattern: Readonly<Record<string, WireValue>>;
}

/** Starts are 2 to 27 November 2026; each rule has the start among its dates. */
const SERIES: readonly ((day: number) => Series)[] = [
  () => ({ rule: 'FREQ=DAILY;COUNT=10', pattern: { RecurrenceType: 0, Occurrences: 10 } }),
  (day) => ({ rule: 'FREQ=WEEKLY;UNTIL=20261231T155959Z', pattern: { RecurrenceType: 1, DayOfWeekMask: 1 << ((day - 1) % 7) } }),
  (day) => ({ rule: `FREQ=MONTHLY;BYMONTHDAY=${day}`, pattern: { RecurrenceType: 2, DayOfMonth: day, NoEndDate: true } }),
  (day) => ({ rule: `FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=${day};COUNT=20`, pattern: { RecurrenceType: 5, Interval: 12, MonthOfYear: 11, DayOfMonth: day, Occurrences: 20, PatternEndDate: wireDate(`2045-11-${two(day)}T00:00:00`) } }),
];

function sample(n: number, seriesOn: ((day: number) => Series) | null): EventSample {
  const day = 2 + (n % 26), start = `2026-11-${two(day)}T${two(8 + (n % 9))}:${n % 2 === 0 ? '00' : '30'}:00`, end = start.replace(/T(\d\d)/, (_, hour: string) => `T${two(Number(hour) + 1)}`);
  const series = seriesOn?.(day) ?? null;
  const said = { subject: `第 ${n} 次專案會議`, location: `${n % 20} 樓會議室`, body: `議程：\n1. 上次紀錄\n2. 預算 ${n}\n3. 其他` };
  return { text: textOf({ n, start, end, rule: series?.rule ?? null, ...said }), record: recordOf({ n, start, end, pattern: series?.pattern ?? null, ...said }) };
}

interface Said { readonly n: number; readonly start: string; readonly end: string; readonly subject: string; readonly location: string; readonly body: string }

const basic = (time: string): string => time.replace(/[-:]/g, '');

const textOf = ({ n, start, end, subject, location, body, rule }: Said & { readonly rule: string | null }): string => [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Sabre//Sabre VObject 2.1.7//EN', 'BEGIN:VTIMEZONE', 'TZID:Asia/Taipei', 'BEGIN:STANDARD', 'DTSTART:19790930T230000',
  'TZOFFSETFROM:+0900', 'TZOFFSETTO:+0800', 'END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT', `UID:bench-${n}@mail.example.tw`, 'DTSTAMP:20261101T000000Z', 'CREATED:20261101T000000Z',
  'LAST-MODIFIED:20261101T000000Z', `DTSTART;TZID=Asia/Taipei:${basic(start)}`, `DTEND;TZID=Asia/Taipei:${basic(end)}`, ...(rule === null ? [] : [`RRULE:${rule}`]),
  `SUMMARY:${subject}`, `LOCATION:${location}`, `DESCRIPTION:${body.replaceAll('\n', '\\n')}`, 'CATEGORIES:專案,Red Category', 'CLASS:PUBLIC', 'TRANSP:OPAQUE', 'SEQUENCE:1', 'BEGIN:VALARM', 'ACTION:DISPLAY',
  'TRIGGER:-PT15M', 'DESCRIPTION:Reminder', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n');

const recordOf = ({ n, start, end, subject, location, body, pattern }: Said & { readonly pattern: Series['pattern'] | null }): ItemRecord => ({
  id: `00000000BENCH${n}`, version: '2026-11-01T08:00:00.0000000', parent: 'F', messageClass: 'IPM.Appointment',
  plain: {
    Start: wireDate(start), End: wireDate(end), StartInStartTimeZone: wireDate(start), EndInEndTimeZone: wireDate(end), AllDayEvent: false, IsRecurring: pattern !== null,
    Subject: subject, Location: location, Body: `${body.replaceAll('\n', '\r\n')}\r\n`, Sensitivity: 0, ReminderSet: true, ReminderMinutesBeforeStart: 15, Categories: '專案, Red Category', BusyStatus: 2,
  },
  zones: { StartTimeZone: 'Taipei Standard Time', EndTimeZone: 'Taipei Standard Time' },
  pattern: pattern && {
    Interval: 1, DayOfWeekMask: 0, DayOfMonth: 0, MonthOfYear: 0, Instance: 0, NoEndDate: false, Occurrences: 0,
    PatternStartDate: wireDate(`${start.slice(0, 10)}T00:00:00`), PatternEndDate: wireDate('2026-12-31T00:00:00'), ...pattern,
  },
  ...(pattern === null ? {} : { exceptions: [] }),
  user: {},
});
