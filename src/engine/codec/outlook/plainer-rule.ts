// Rules that say in a roundabout way what a RecurrencePattern says plainly: the same dates, in the parts that patterns have (OOM 4.4).
import { dayOf, weekdayOf } from '../../model/calendar-days.js';
import type { Rule } from '../../model/recurrence.js';
import type { DateText } from '../../model/time.js';

const MONTHS = 12;

/** `start` is a date of the rule. */
export function plainer(rule: Rule, start: DateText): Rule {
  return [everyDay, weeksOfDays, monthsApart, nthByDays].reduce((said, say) => say(said, start), withoutAll(rule));
}

/** A position within a year of several months is none within a month, but for the number of a single weekday (RFC 5545 section 3.3.10). */
const countsInMonths = ({ freq, byDay, byMonthDay, position }: Rule): boolean =>
  freq !== 'yearly' || position === null || (byDay.length === 1 && byMonthDay.length === 0);

/** A part that names all there are leaves nothing out. */
function withoutAll(rule: Rule): Rule {
  if (rule.freq === 'weekly' || !countsInMonths(rule)) return rule;
  const allDays = rule.byMonthDay.length === 31 && rule.byMonthDay.every((day) => day > 0);
  return {
    ...rule,
    byMonth: rule.byMonth.length === MONTHS && (rule.freq !== 'yearly' || rule.interval === 1) ? [] : rule.byMonth,
    byDay: rule.byDay.length === 7 && rule.position === null && ((rule.freq === 'daily' && rule.interval > 1) || rule.byMonthDay.length > 0) ? [] : rule.byDay,
    byMonthDay: allDays && rule.byDay.length > 0 && rule.byDay.length < 7 && rule.position === null ? [] : rule.byMonthDay,
    ...(rule.byMonth.length === MONTHS && rule.freq === 'yearly' && rule.interval === 1 ? { freq: 'monthly' as const } : {}),
  };
}

/** Every day of every month. */
function everyDay(rule: Rule): Rule {
  const { freq, interval, byDay, byMonthDay, byMonth, position } = rule;
  if (freq === 'weekly' || interval !== 1 || position !== null || byMonth.length + byDay.length > 0) return rule;
  return byMonthDay.length === 31 && byMonthDay.every((day) => day > 0) ? { ...rule, freq: 'daily', byMonthDay: [] } : rule;
}

/** Every 7, 14 ... days on a weekday that can only be the start's. */
const weeksOfDays = (rule: Rule, start: DateText): Rule =>
  rule.freq === 'daily' && rule.interval % 7 === 0 && rule.byDay.includes(weekdayOf(dayOf(start))) && rule.byMonth.length + rule.byMonthDay.length === 0
    ? { ...rule, freq: 'weekly', interval: rule.interval / 7, byDay: [] } : rule;

/** Months of a year that are evenly apart, round the turn of the year too, are every so many months. */
function monthsApart(rule: Rule, start: DateText): Rule {
  const { freq, interval, byMonth, byDay, byMonthDay, position } = rule;
  if (byMonth.length < 2 || interval !== 1 || !countsInMonths(rule) || (freq !== 'yearly' && freq !== 'monthly') || (byDay.length > 0 && position === null)) return rule;
  const apart = MONTHS / byMonth.length, own = Number(start.slice(5, 7));
  if (!Number.isInteger(apart) || !byMonth.includes(own) || byMonth.some((month) => (month - own) % apart !== 0)) return rule;
  const bare = byDay.length + byMonthDay.length === 0;
  return { ...rule, freq: 'monthly', interval: apart, byMonth: [], ...(bare ? { byMonthDay: [Number(start.slice(8, 10))] } : {}) };
}

/** "Friday, the 8th to the 14th" is the second Friday; the last seven days of a month have the last one. */
function nthByDays(rule: Rule): Rule {
  const { freq, byDay, byMonthDay, byMonth, position } = rule;
  if (byDay.length !== 1 || byMonthDay.length !== 7 || position !== null || (freq !== 'monthly' && !(freq === 'yearly' && byMonth.length === 1))) return rule;
  const days = [...byMonthDay].sort((a, b) => a - b), [first = 0] = days;
  if (!days.every((day, at) => day === first + at)) return rule;
  const nth = first === -7 ? -1 : first > 0 && first <= 22 && first % 7 === 1 ? (first + 6) / 7 : null;
  return nth === null ? rule : { ...rule, byMonthDay: [], position: nth };
}
