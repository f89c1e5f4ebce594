// The dates of any RRULE and of a set of them (RFC 5545 sections 3.3.10, 3.8.5), the plain way: every day of every period is tried.
import { dayOf, daysInMonth, firstOfMonth, partsOfDay, weekdayNumber, yearOfDay } from './calendar-days.js';
import { WEEKDAYS } from './recurrence.js';
import type { DateSet, WideRule } from './recurrence.js';

/** No date lies beyond what either side can hold (OOM 3.2). */
const LAST_YEAR = 4500;

interface Day {
  readonly day: number;
  readonly year: number;
  readonly month: number;
  readonly of: number;
}

const dayIn = (day: number): Day => ({ day, ...partsOfDay(day) });

/** Days from the one of the start on, in order, before COUNT and UNTIL: those are told in `setDays`. */
function* everyDay(rule: WideRule, start: number): Generator<number> {
  const from = dayIn(start), filled = withStart(rule, from);
  for (let step = 0; ; step += rule.interval) {
    const [first, next] = [periodAt(rule, from, step), periodAt(rule, from, step + 1)];
    if (yearOfDay(first) > LAST_YEAR) return;
    const found: number[] = [];
    for (let day = first; day < next; day++) if (matches(filled, dayIn(day))) found.push(day);
    for (const day of positioned(found, rule.positions)) if (day >= start) yield day;
  }
}

/** What the rule does not say is the start's (RFC 5545 section 3.3.10). */
function withStart(rule: WideRule, { day, month, of }: Day): WideRule {
  if (rule.byDay.length + rule.byMonthDay.length + rule.byYearDay.length + rule.byWeekNo.length > 0 || rule.freq === 'daily') return rule;
  if (rule.freq === 'weekly') return { ...rule, byDay: [{ number: null, day: WEEKDAYS[weekdayNumber(day)] ?? 'SU' }] };
  return { ...rule, byMonthDay: [of], ...(rule.freq === 'yearly' && rule.byMonth.length === 0 ? { byMonth: [month] } : {}) };
}

function periodAt({ freq, weekStart }: WideRule, { day, year, month }: Day, step: number): number {
  switch (freq) {
    case 'daily': return day + step;
    case 'weekly': return day - ((weekdayNumber(day) - WEEKDAYS.indexOf(weekStart) + 7) % 7) + 7 * step;
    case 'monthly': return firstOfMonth(year, month + step);
    case 'yearly': return firstOfMonth(year + step, 1);
  }
}

const counted = (list: readonly number[], at: number, length: number): boolean => list.length === 0 || list.includes(at) || list.includes(at - length - 1);

function matches(rule: WideRule, { day, year, month, of }: Day): boolean {
  const newYear = firstOfMonth(year, 1), yearLength = firstOfMonth(year + 1, 1) - newYear, monthLength = daysInMonth(year, month);
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) return false;
  if (!counted(rule.byMonthDay, of, monthLength) || !counted(rule.byYearDay, day - newYear + 1, yearLength)) return false;
  if (rule.byWeekNo.length > 0 && !inWeeks(rule, day, year)) return false;
  if (rule.byDay.length === 0) return true;
  const withinYear = rule.freq === 'yearly' && rule.byMonth.length === 0;
  const [at, length] = withinYear ? [day - newYear + 1, yearLength] : [of, monthLength];
  const numbers = [null, Math.ceil(at / 7), -Math.ceil((length - at + 1) / 7)], weekday = WEEKDAYS[weekdayNumber(day)];
  return rule.byDay.some((one) => one.day === weekday && numbers.includes(one.number));
}

/** Week 1 is the first with four days of its year; a day at the turn of the year may be in a week of the year beside. */
function inWeeks({ byWeekNo, weekStart }: WideRule, day: number, year: number): boolean {
  const weekOne = (of: number): number => {
    const fourth = firstOfMonth(of, 1) + 3;
    return fourth - ((weekdayNumber(fourth) - WEEKDAYS.indexOf(weekStart) + 7) % 7);
  };
  const own = day >= weekOne(year + 1) ? year + 1 : day < weekOne(year) ? year - 1 : year;
  return counted(byWeekNo, Math.floor((day - weekOne(own)) / 7) + 1, (weekOne(own + 1) - weekOne(own)) / 7);
}

function positioned(days: readonly number[], positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return days;
  return [...new Set(positions.flatMap((at) => days.at(at > 0 ? at - 1 : at) ?? []))].sort((a, b) => a - b);
}

/** @param clock that of the series, '' for dates: UNTIL may be before it on its last day. */
function* ruleDays(rule: WideRule, start: number, clock: string): Generator<number> {
  const { end } = rule, until = end.kind === 'until' ? dayOf(end.until) - (end.until.length > 10 && end.until.slice(10) < clock ? 1 : 0) : Infinity;
  let left = end.kind === 'count' ? end.count : Infinity;
  for (const day of everyDay(rule, start)) {
    if (day > until || left-- <= 0) return;
    yield day;
  }
}

/** The days of a set, in order, each once. Endless where a rule of it is. */
export function* setDays({ rules, more, except }: DateSet, start: number, clock: string): Generator<number> {
  const without = merged(except.map((rule) => ruleDays(rule, start, clock)));
  let gone = without.next();
  for (const day of merged([...rules.map((rule) => ruleDays(rule, start, clock)), more.map((date) => dayOf(date)).sort((a, b) => a - b).values()])) {
    while (gone.done !== true && gone.value < day) gone = without.next();
    if (gone.done === true || gone.value !== day) yield day;
  }
}

function* merged(sources: readonly Iterator<number>[]): Generator<number> {
  const heads = sources.map((source) => source.next());
  for (;;) {
    const next = Math.min(...heads.map((head) => (head.done === true ? Infinity : head.value)));
    if (next === Infinity) return;
    yield next;
    for (const [at, head] of heads.entries()) if (head.done !== true && head.value === next) heads[at] = sources[at]?.next() ?? head;
  }
}
