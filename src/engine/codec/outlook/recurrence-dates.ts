// The dates of a RecurrencePattern, as Outlook counts them.
import { dateOfDay, dayOf, daysInMonth, firstOfMonth, weekdayNumber } from '../../model/calendar-days.js';
import type { DateText } from '../../model/time.js';
import type { Pattern } from './recurrence.js';

/** From the first that is not before `start`, without end. A month without its day uses its last one (OOM 4.4). */
export function* datesOf(pattern: Pattern, start: DateText): Generator<DateText> {
  const first = dayOf(start);
  for (const day of pattern.type === 0 ? byDays(pattern, first) : pattern.type === 1 ? byWeeks(pattern, first) : byMonths(pattern, start)) {
    if (day >= first) yield dateOfDay(day);
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

function* byDays({ interval }: Pattern, first: number): Generator<number> {
  for (let day = first; ; day += interval) yield day;
}

/** Weeks from Sunday: where it makes a difference the pattern is refused (`dependsOnWeekStart`). */
function* byWeeks({ interval, dayOfWeekMask }: Pattern, first: number): Generator<number> {
  for (let sunday = first - weekdayNumber(first); ; sunday += 7 * interval) {
    for (let of = 0; of < 7; of++) if ((dayOfWeekMask >> of) & 1) yield sunday + of;
  }
}

function* byMonths(pattern: Pattern, start: DateText): Generator<number> {
  const yearly = pattern.type === 5 || pattern.type === 6, year = Number(start.slice(0, 4)), month = yearly ? pattern.monthOfYear : Number(start.slice(5, 7));
  for (let months = 0; ; months += pattern.interval * (yearly ? 12 : 1)) yield inMonth(pattern, year, month + months);
}

function inMonth({ type, dayOfMonth, dayOfWeekMask, instance }: Pattern, year: number, month: number): number {
  const first = firstOfMonth(year, month), length = daysInMonth(year, month);
  if (type === 2 || type === 5) return first + Math.min(dayOfMonth, length) - 1;
  const days = Array.from({ length }, (_, of) => first + of).filter((day) => (dayOfWeekMask >> weekdayNumber(day)) & 1);
  return days.at(instance === 5 ? -1 : instance - 1) ?? first;
}
