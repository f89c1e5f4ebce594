// The rule that a RecurrencePattern means, in the one spelling that both sides are compared in (OOM 4.4).
import type { Rule, RuleEnd } from '../../model/recurrence.js';
import type { DateText } from '../../model/time.js';
import { ANY_DAY, daysOf, longest } from './recurrence.js';
import type { Pattern } from './recurrence.js';

/** Types 2 and 3 every 12 months are types 5 and 6 (OOM 4.2); "the n-th day" is the n-th. */
export function ruleOf(pattern: Pattern, start: DateText, end: RuleEnd): Rule {
  const { type, interval, dayOfWeekMask: mask, instance } = pattern;
  const yearly = type === 5 || type === 6 || ((type === 2 || type === 3) && interval % 12 === 0);
  const month = pattern.monthOfYear || Number(start.slice(5, 7));
  const rule: Rule = {
    freq: type === 0 ? 'daily' : type === 1 ? 'weekly' : yearly ? 'yearly' : 'monthly',
    interval: yearly && type < 5 ? interval / 12 : interval,
    byDay: [], byMonthDay: [], byMonth: yearly ? [month] : [], position: null, end,
  };
  if (type === 0) return rule;
  if (type === 1) return { ...rule, byDay: daysOf(mask) };
  if (type === 2 || type === 5) return { ...rule, ...onDay(pattern.dayOfMonth, yearly ? month : 0) };
  if (mask === ANY_DAY) return { ...rule, ...onDay(instance === 5 ? 31 : instance, yearly ? month : 0) };
  return { ...rule, byDay: daysOf(mask), position: instance === 5 ? -1 : instance };
}

/** A day that some of the months do not have is their last one: a set of days of which the last counts, or day -1. */
function onDay(day: number, month: number): Pick<Rule, 'byMonthDay' | 'position'> {
  if (month !== 0 && month !== 2) return { byMonthDay: [Math.min(day, longest(month))], position: null };
  if (day <= 28) return { byMonthDay: [day], position: null };
  if (day === 31 || month === 2) return { byMonthDay: [-1], position: null };
  return { byMonthDay: [28, 29, 30].slice(0, day - 27), position: -1 };
}
