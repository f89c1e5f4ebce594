// The dates of a rule by RFC 5545 section 3.3.10, with weeks from Monday: what a series is on the server, before exceptions.
import { dateOfDay, dayOf, daysInMonth, firstOfMonth, partsOfDay, weekdayNumber, weekdayOf, yearOfDay } from './calendar-days.js';
import type { EventFields } from './event.js';
import { isSet } from './recurrence.js';
import type { Recurrence, Rule } from './recurrence.js';
import type { DateText, When } from './time.js';
import { setDays } from './wide-dates.js';

type Series = Pick<EventFields, 'when' | 'rule' | 'exceptions'>;

/** No date lies beyond what either side can hold (OOM 3.2). */
const LAST_YEAR = 4500;

export const startDate = (when: When): DateText => (when.allDay ? when.start : when.start.local.slice(0, 10));

/** '' for all-day events, else `THH:MM:SS`. */
export const clockOf = (when: When): string => (when.allDay ? '' : when.start.local.slice(10));

/** The dates of the rule that are not before the start, in order; a start off the rule is none of them. Endless where the rule is. */
export function* ruleDates(rule: Recurrence, when: When): Generator<DateText> {
  const start = dayOf(startDate(when));
  if (isSet(rule)) {
    for (const day of setDays(rule, start, clockOf(when))) yield dateOfDay(day);
    return;
  }
  const until = rule.end.kind === 'until' ? lastDay(rule.end.until, when) : Infinity;
  let count = rule.end.kind === 'count' ? rule.end.count : Infinity;
  for (const day of rule.freq === 'daily' ? daily(rule, start) : rule.freq === 'weekly' ? weekly(rule, start) : monthly(rule, start)) {
    if (day > until || count === 0) return;
    if (day < start) continue;
    count--;
    yield dateOfDay(day);
  }
}

export function firstDates(rule: Recurrence, when: When, most: number): readonly DateText[] {
  const found: DateText[] = [];
  for (const date of ruleDates(rule, when)) if (found.push(date) >= most) break;
  return found;
}

/** The last day on which an occurrence may begin. */
function lastDay(until: string, when: When): number {
  const day = dayOf(until);
  return until.length > 10 && until.slice(10) < clockOf(when) ? day - 1 : day;
}

/** Which of the dates are occurrences of the series. */
export function datesAmong(dates: readonly DateText[], { when, rule }: Omit<Series, 'exceptions'>): ReadonlySet<DateText> {
  const wanted = new Set(dates), last = [...wanted].sort().at(-1), found = new Set<DateText>();
  if (rule === null || last === undefined) return found;
  for (const date of ruleDates(rule, when)) {
    if (date > last) break;
    if (wanted.has(date)) found.add(date);
  }
  return found;
}

/** Every exception is one of an occurrence: merging a rule with exceptions of another may make a series of which that is not true. */
export function exceptionsFit(series: Series): boolean {
  const keys = Object.keys(series.exceptions);
  return keys.length === 0 || datesAmong(keys, series).size === keys.length;
}

function* daily({ interval, byDay, byMonthDay, byMonth }: Rule, start: number): Generator<number> {
  for (let day = start; yearOfDay(day) <= LAST_YEAR; day += interval) {
    const { year, month, of } = partsOfDay(day);
    if ((byMonth.length === 0 || byMonth.includes(month)) && (byDay.length === 0 || byDay.includes(weekdayOf(day)))
      && (byMonthDay.length === 0 || byMonthDay.includes(of) || byMonthDay.includes(of - daysInMonth(year, month) - 1))) yield day;
  }
}

function* weekly({ interval, byDay, byMonth }: Rule, start: number): Generator<number> {
  const monday = start - ((weekdayNumber(start) + 6) % 7);
  const days = byDay.length === 0 ? [weekdayOf(start)] : byDay;
  for (let week = monday; yearOfDay(week) <= LAST_YEAR; week += 7 * interval) {
    for (let day = week; day < week + 7; day++) {
      if (days.includes(weekdayOf(day)) && (byMonth.length === 0 || byMonth.includes(partsOfDay(day).month))) yield day;
    }
  }
}

/** Monthly and yearly rules: a position counts within one month, as in every Rule. */
function* monthly(rule: Rule, start: number): Generator<number> {
  const { freq, interval, byDay, byMonthDay, byMonth, position } = rule;
  const { year: startYear, month: startMonth, of: startsOn } = partsOfDay(start);
  const bare = byDay.length === 0 && byMonthDay.length === 0;
  const months = byMonth.length > 0 ? byMonth : freq === 'yearly' && bare ? [startMonth] : null;
  const monthDays = bare ? [startsOn] : byMonthDay;
  for (let step = 0; ; step++) {
    const year = freq === 'yearly' ? startYear + Math.floor(step / 12) * interval : startYear + Math.floor((startMonth - 1 + step * interval) / 12);
    const month = freq === 'yearly' ? (step % 12) + 1 : ((startMonth - 1 + step * interval) % 12) + 1;
    if (year > LAST_YEAR) return;
    if (months !== null && !months.includes(month)) continue;
    const first = firstOfMonth(year, month), length = daysInMonth(year, month), found: number[] = [];
    for (let of = 1; of <= length; of++) {
      if ((monthDays.length === 0 || monthDays.includes(of) || monthDays.includes(of - length - 1)) && (byDay.length === 0 || byDay.includes(weekdayOf(first + of - 1)))) found.push(first + of - 1);
    }
    if (position === null) yield* found;
    else yield* found.slice(position > 0 ? position - 1 : position, position > 0 ? position : position + 1 || undefined);
  }
}
