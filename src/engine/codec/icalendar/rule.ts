// RRULE (RFC 5545 section 3.3.10) and the model's Rule.
import { WEEKDAYS } from '../../model/recurrence.js';
import type { Rule, RuleEnd, Weekday, WideRule } from '../../model/recurrence.js';
import type { When } from '../../model/time.js';
import { M2KError } from '../../errors.js';
import { shownTime } from '../zones/zoned-time.js';
import { unreadable } from './event-object.js';
import { formatUntil, parseWide, wholeDay } from './wide-rule.js';

/** @throws M2KError Unreadable, reason rule-not-held: no Rule has these dates. */
export const parseRule = (value: string, when: When): Rule => plainRule(parseWide(value, when)) ?? unreadable('rule', 'rule-not-held', `RRULE:${value}`);

/**
 * The same dates as a Rule, or null. In a Rule the parts mean what the RFC says with WKST=MO; `position` is the BYSETPOS within one month,
 * which equals the number of a single BYDAY.
 */
export function plainRule(wide: WideRule): Rule | null {
  const fixed = withoutYearDays(wide);
  if (fixed === null || fixed.byWeekNo.length > 0) return null;
  const numbered = fixed.byDay.filter(({ number }) => number !== null), positions = [...fixed.positions, ...numbered.map(({ number }) => number ?? 0)];
  const rule: Rule = {
    freq: fixed.freq, interval: fixed.interval, byDay: sortedDays(fixed.byDay.map(({ day }) => day)), byMonthDay: fixed.byMonthDay, byMonth: fixed.byMonth,
    position: positions[0] ?? null, end: fixed.end,
  };
  return positions.length > 1 || !positionIsPlain(rule, numbered.length > 0) || weekStartMatters(rule, fixed.weekStart) ? null : rule;
}

/** A day of the year that is the same date whether or not there is a 29 February. */
function withoutYearDays(wide: WideRule): WideRule | null {
  if (wide.byYearDay.length === 0) return wide;
  const [at = 0, another] = wide.byYearDay;
  if (another !== undefined || wide.byMonth.length + wide.byMonthDay.length + wide.byDay.length + wide.positions.length > 0 || at > 59 || at < -306) return null;
  const date = new Date(at > 0 ? Date.UTC(2025, 0, at) : Date.UTC(2026, 0, at + 1));
  return { ...wide, byYearDay: [], byMonth: [date.getUTCMonth() + 1], byMonthDay: [date.getUTCDate()] };
}

/**
 * A single day is written with its number, as Outlook and Mail2000's webmail do (`BYDAY=2TU`).
 * @throws M2KError Refused for a position that RRULE counts over the year and the model within its months.
 */
export function formatRule(rule: Rule, when: When): string {
  const numbered = rule.position !== null && rule.byDay.length === 1 && rule.byMonthDay.length === 0;
  if (!positionIsPlain(rule, numbered)) throw new M2KError('Refused', { field: 'rule', reason: 'rule-not-held' });
  const part = (name: string, values: readonly (string | number)[]): readonly string[] => (values.length === 0 ? [] : [`${name}=${values.join(',')}`]);
  return [
    `FREQ=${rule.freq.toUpperCase()}`,
    ...part('INTERVAL', rule.interval === 1 ? [] : [rule.interval]),
    ...part('COUNT', rule.end.kind === 'count' ? [rule.end.count] : []),
    ...part('UNTIL', rule.end.kind === 'until' ? [formatUntil(rule.end.until, when)] : []),
    ...part('BYMONTH', rule.byMonth),
    ...part('BYMONTHDAY', rule.byMonthDay),
    ...part('BYDAY', numbered ? [`${rule.position}${rule.byDay[0]}`] : rule.byDay),
    ...part('BYSETPOS', rule.position !== null && !numbered ? [rule.position] : []),
  ].join(';');
}

/** `until` as it comes back: a date for all-day events, else a wall clock that the zone shows. */
export function narrowEnd(end: RuleEnd, when: When): RuleEnd {
  if (end.kind !== 'until') return end;
  if (when.allDay) return { kind: 'until', until: end.until.slice(0, 10) };
  return { kind: 'until', until: shownTime({ local: wholeDay(end.until), zone: when.start.zone }).local };
}

const sortedDays = (days: readonly Weekday[]): readonly Weekday[] => [...new Set(days)].sort((a, b) => WEEKDAYS.indexOf(a) - WEEKDAYS.indexOf(b));

/** Whether the RFC counts the position within one month: `1MO,3MO`, the 5th weekday, positions of weeks and years are not held. */
function positionIsPlain(rule: Rule, numbered: boolean): boolean {
  if (rule.position === null) return true;
  if (rule.position !== -1 && (rule.position < 1 || rule.position > 4)) return false;
  if (rule.freq === 'daily' || rule.freq === 'weekly') return false;
  if (rule.freq === 'yearly' && (numbered ? rule.byMonth.length === 0 : rule.byMonth.length !== 1)) return false;
  return numbered ? rule.byDay.length === 1 && rule.byMonthDay.length === 0 : rule.byDay.length + rule.byMonthDay.length > 0;
}

/** Weeks that begin on another day than Monday give other dates if the days of one Monday week fall into two of them. */
function weekStartMatters(rule: Rule, weekStart: Weekday): boolean {
  const order = (day: Weekday): number => (WEEKDAYS.indexOf(day) + 6) % 7;
  if (rule.freq !== 'weekly' || rule.interval === 1) return false;
  const first = order(weekStart);
  return rule.byDay.some((day) => order(day) < first) && rule.byDay.some((day) => order(day) >= first);
}
