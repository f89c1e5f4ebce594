// The dates of a RecurrencePattern, as Outlook counts them.
import { Temporal } from 'temporal-polyfill';
import type { DateText } from '../../model/time.js';
import type { Pattern } from './recurrence.js';

/** From the first that is not before `start`, without end. A month without its day uses its last one (OOM 4.4). */
export function* datesOf(pattern: Pattern, start: DateText): Generator<DateText> {
  const first = Temporal.PlainDate.from(start);
  for (const date of pattern.type === 0 ? byDays(pattern, first) : pattern.type === 1 ? byWeeks(pattern, first) : byMonths(pattern, first)) {
    if (Temporal.PlainDate.compare(date, first) >= 0) yield date.toString();
  }
}

/** Outlook refuses a series with more occurrences (OOM 4.3). */
export const MOST_OCCURRENCES = 999;

export type Limit = { readonly count: number } | { readonly until: DateText };

/** How often the series takes place up to a date, and when last; null if never, or more often than Outlook can hold. */
export function extent(pattern: Pattern, start: DateText, limit: Limit): { readonly count: number; readonly last: DateText } | null {
  let count = 0;
  let last: DateText | null = null;
  for (const date of datesOf(pattern, start)) {
    if ('until' in limit ? date > limit.until : count === limit.count) break;
    if (++count > MOST_OCCURRENCES) return null;
    last = date;
  }
  return last === null ? null : { count, last };
}

function* byDays({ interval }: Pattern, first: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  for (let days = 0; ; days += interval) yield first.add({ days });
}

/** Weeks from Sunday: where it makes a difference the pattern is refused (`dependsOnWeekStart`). */
function* byWeeks({ interval, dayOfWeekMask }: Pattern, first: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const sunday = first.subtract({ days: first.dayOfWeek % 7 });
  for (let weeks = 0; ; weeks += interval) {
    for (let days = 0; days < 7; days++) if ((dayOfWeekMask >> days) & 1) yield sunday.add({ weeks, days });
  }
}

function* byMonths(pattern: Pattern, first: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const yearly = pattern.type === 5 || pattern.type === 6;
  const month = first.with({ day: 1, ...(yearly ? { month: pattern.monthOfYear } : {}) });
  for (let months = 0; ; months += pattern.interval * (yearly ? 12 : 1)) yield inMonth(pattern, month.add({ months }));
}

function inMonth({ type, dayOfMonth, dayOfWeekMask, instance }: Pattern, month: Temporal.PlainDate): Temporal.PlainDate {
  if (type === 2 || type === 5) return month.with({ day: Math.min(dayOfMonth, month.daysInMonth) });
  const days = Array.from({ length: month.daysInMonth }, (_, day) => month.add({ days: day })).filter((date) => (dayOfWeekMask >> (date.dayOfWeek % 7)) & 1);
  return days.at(instance === 5 ? -1 : instance - 1) ?? month;
}
