// Outlook's RecurrencePattern as data, and which rules it can hold (OOM 4.1, 4.4). Dates only; knows no zone and no COM.
import { WEEKDAYS } from '../../model/recurrence.js';
import type { Rule, Weekday } from '../../model/recurrence.js';
import type { DateText } from '../../model/time.js';
import { plainer } from './plainer-rule.js';

/** OlRecurrenceType: there is no 4. */
export type PatternType = 0 | 1 | 2 | 3 | 5 | 6;

/** What RecurrenceType needs beside the end; what it does not need is 0. `interval` counts days, weeks, months, and years for types 5 and 6. */
export interface Pattern {
  readonly type: PatternType;
  readonly interval: number;
  readonly dayOfWeekMask: number;
  /** 1-31. Shorter months use their last day, where RFC 5545 skips them (OOM 4.4). */
  readonly dayOfMonth: number;
  readonly monthOfYear: number;
  /** 1-4, 5 is the last. */
  readonly instance: number;
}

export const ANY_DAY = 127;

/** Sets of days that Outlook's own form offers for "the n-th ..."; of others nobody knows whether they work (OOM 4.1). */
const NTH_MASKS: ReadonlySet<number> = new Set([1, 2, 4, 8, 16, 32, 64, ANY_DAY, 62, 65]);

/** OXOCAL: 999 days, 99 weeks, 99 months. For years no limit is stated. */
const MOST: Readonly<Record<PatternType, number>> = { 0: 999, 1: 99, 2: 99, 3: 99, 5: Infinity, 6: Infinity };

export const maskOf = (days: readonly Weekday[]): number => days.reduce((mask, day) => mask | (1 << WEEKDAYS.indexOf(day)), 0);

export const daysOf = (mask: number): readonly Weekday[] => WEEKDAYS.filter((_, bit) => (mask >> bit) & 1);

/** The longest that a month gets. */
export const longest = (month: number): number => (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);

/**
 * The pattern with the same dates, or null. Null are above all (rules.md B6: held, never silently changed) the 29th, 30th, 31st of every
 * month as RFC 5545 means them: Outlook would take the last day of shorter months.
 */
export function patternOf(said: Rule, start: DateText): Pattern | null {
  const rule = plainer(said, start), pattern = leapDay(rule, start) ?? shapeOf(rule, start);
  if (!pattern || pattern.interval > MOST[pattern.type] || !Number.isInteger(pattern.interval) || pattern.interval < 1) return null;
  return pattern;
}

/** Years that four divides and that are no leap years, as far as anybody plans. */
const COMMON_CENTURIES = [2100, 2200, 2300];

/**
 * "29 February" of every year is every fourth year to RFC 5545, which skips the others; to Outlook, which uses the last day, it is so only
 * where the interval leads from leap year to leap year. Its 28 February of 2100 and the like are deleted occurrences: `skippedDates`.
 */
function leapDay(rule: Rule, start: DateText): Pattern | null {
  if (!isLeapDay(rule, start)) return null;
  return { type: 5, interval: rule.interval * (rule.interval % 4 === 0 ? 1 : rule.interval % 2 === 0 ? 2 : 4), dayOfWeekMask: 0, dayOfMonth: 29, monthOfYear: 2, instance: 0 };
}

const isLeapDay = ({ freq, byDay, byMonthDay, byMonth, position }: Rule, start: DateText): boolean =>
  freq === 'yearly' && start.endsWith('-02-29') && byDay.length === 0 && position === null
  && (byMonthDay.length === 0 ? byMonth.length === 0 || (byMonth.length === 1 && byMonth[0] === 2) : byMonthDay.length === 1 && byMonthDay[0] === 29 && byMonth.length === 1 && byMonth[0] === 2);

/** Dates of the pattern that the rule does not have. */
export function skippedDates(rule: Rule, start: DateText): readonly DateText[] {
  const pattern = leapDay(plainer(rule, start), start);
  return pattern ? COMMON_CENTURIES.filter((year) => (year - Number(start.slice(0, 4))) % pattern.interval === 0 && year > Number(start.slice(0, 4))).map((year) => `${year}-02-28`) : [];
}

/**
 * Whose weeks begin when is the user's option in Outlook, unseen by the object model (OOM 4.1, 4.4): every second week on Sunday and
 * another day has other dates for Sunday-first and Monday-first users.
 */
export const dependsOnWeekStart = (interval: number, mask: number): boolean => interval > 1 && (mask & 1) === 1 && mask !== 1;

function shapeOf(rule: Rule, start: DateText): Pattern | null {
  const { freq, interval, byDay, byMonthDay, byMonth, position } = rule;
  const bare = byMonthDay.length === 0 && position === null;
  const every = { type: 1, interval, dayOfWeekMask: maskOf(byDay), dayOfMonth: 0, monthOfYear: 0, instance: 0 } as const;
  if (byMonth.length > 1 || (byMonth.length === 1 && freq !== 'yearly')) return null;
  // "Every Tuesday" of every day, month or year is a weekly rule.
  if (byDay.length > 0 && bare && byMonth.length === 0 && (freq === 'weekly' || interval === 1)) return dependsOnWeekStart(interval, every.dayOfWeekMask) ? null : every;
  if (freq === 'daily') return bare && byDay.length === 0 ? { ...every, type: 0 } : null;
  if (freq === 'weekly') return bare ? { ...every, dayOfWeekMask: 1 << (new Date(`${start}T00:00Z`).getUTCDay()) } : null;
  // "The 15th" of a year without a month is the 15th of every month (RFC 5545 section 3.3.10, table of BYMONTHDAY).
  if (freq === 'yearly' && byMonth.length === 0 && byMonthDay.length > 0) return interval === 1 && position === null ? shapeOf({ ...rule, freq: 'monthly' }, start) : null;
  // A position without a month is one within the year to RFC 5545, which no pattern has.
  return freq === 'yearly' && byMonth.length === 0 && position !== null ? null : monthShape(rule, start);
}

function monthShape(rule: Rule, start: DateText): Pattern | null {
  const { byDay, position } = rule;
  const startMonth = Number(start.slice(5, 7));
  // A monthly rule of 12 or 24 months may come back as a yearly one (OOM 4.2): it is written as one.
  const yearly = rule.freq === 'yearly' || rule.interval % 12 === 0;
  const month = yearly ? rule.byMonth[0] ?? startMonth : 0;
  const interval = yearly && rule.freq === 'monthly' ? rule.interval / 12 : rule.interval;
  const mask = maskOf(byDay);
  const onDay = (day: number | null): Pattern | null =>
    day === null ? null : { type: yearly ? 5 : 2, interval, dayOfWeekMask: 0, dayOfMonth: yearly ? Math.min(day, longest(month)) : day, monthOfYear: month, instance: 0 };
  if (byDay.length === 0) return onDay(plainDay(rule, month, Number(start.slice(8, 10))));
  if (position === null || rule.byMonthDay.length > 0 || !NTH_MASKS.has(mask)) return null;
  if (mask === ANY_DAY) return onDay(position === -1 ? 31 : position);
  return { type: yearly ? 6 : 3, interval, dayOfWeekMask: mask, dayOfMonth: 0, monthOfYear: month, instance: position === -1 ? 5 : position };
}

/** The DayOfMonth that means the same, or null. `month` is 0 for every month. */
function plainDay(rule: Rule, month: number, startDay: number): number | null {
  const days = rule.byMonthDay.length === 0 ? [startDay] : rule.byMonthDay;
  const [first = 0] = days;
  if (rule.position === -1) return first === 28 && days.every((day, at) => day === 28 + at) && days.length > 1 ? 27 + days.length : null;
  if (rule.position !== null || days.length > 1) return null;
  if (first === -1) return 31;
  const always = month === 0 || month === 2 ? 28 : longest(month);
  return first >= 1 && first <= always ? first : null;
}
