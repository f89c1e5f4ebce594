// A Rule of the same dates as a set of rules and dates, where there is one.
import { equal } from '../../model/canonical.js';
import { daysInMonth, dayOf, weekdayNumber, weekdayOf } from '../../model/calendar-days.js';
import { clockOf, firstDates, startDate } from '../../model/occurrences.js';
import { WEEKDAYS } from '../../model/recurrence.js';
import type { DateSet, Frequency, Rule, WideRule } from '../../model/recurrence.js';
import type { DateText, When } from '../../model/time.js';
import { plainRule } from './rule.js';

/** Fewer than three dates follow any number of rules: that is no rule that anybody meant. */
const LEAST = 3;
/** Of more dates none is looked for: no list of single dates is that long. */
const MOST = 2000;

export function ruleOfSet(set: DateSet, when: When): Rule | null {
  const { rules, more, except } = set;
  if (except.length > 0 || more.some((date) => date.length > 10)) return null;
  const joined = more.length === 0 ? joinedRule(rules) : null;
  if (joined && firstDates(joined, when, 1)[0] === startDate(when)) return joined;
  return set.end.kind === 'never' ? null : fitted(set, when);
}

/** One rule, or several weekly ones with one end. */
function joinedRule(rules: readonly WideRule[]): Rule | null {
  const [first] = rules;
  if (!first) return null;
  if (rules.length === 1) return plainRule(first);
  const weekly = rules.every((rule) => rule.freq === 'weekly' && rule.interval === 1 && rule.byMonth.length + rule.positions.length === 0 && rule.byDay.length > 0);
  if (!weekly || !rules.every((rule) => rule.end.kind !== 'count' && equal(rule.end, first.end))) return null;
  return plainRule({ ...first, byDay: WEEKDAYS.filter((day) => rules.some((rule) => rule.byDay.some((one) => one.day === day))).map((day) => ({ number: null, day })) });
}

/** The rule that a finite list of dates follows from the start on without a gap. */
function fitted(set: DateSet, when: When): Rule | null {
  const dates = firstDates(set, when, MOST + 1), [first, second] = dates, last = dates.at(-1);
  if (dates.length < LEAST || dates.length > MOST || first !== startDate(when) || second === undefined || last === undefined) return null;
  const end = { kind: 'until', until: `${last}${clockOf(when)}` } as const;
  return candidates(dates, [first, second]).map((rule): Rule => ({ ...rule, end })).find((rule) => equal(firstDates(rule, when, dates.length + 1), dates)) ?? null;
}

function candidates(dates: readonly DateText[], [first, second]: readonly [DateText, DateText]): readonly Omit<Rule, 'end'>[] {
  const rule = (freq: Frequency, interval: number, parts: Partial<Rule> = {}): Omit<Rule, 'end'> => ({ freq, interval, byDay: [], byMonthDay: [], byMonth: [], position: null, ...parts });
  const apart = dayOf(second) - dayOf(first), day = weekdayOf(dayOf(first)), byDay = WEEKDAYS.filter((one) => dates.some((date) => weekdayOf(dayOf(date)) === one));
  const months = (Number(second.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(second.slice(5, 7)) - Number(first.slice(5, 7));
  const of = Number(first.slice(8, 10)), length = daysInMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7)));
  const monday = (date: DateText): number => dayOf(date) - ((weekdayNumber(dayOf(date)) + 6) % 7);
  const weeks = (monday(dates.find((date) => monday(date) > monday(first)) ?? second) - monday(first)) / 7;
  const monthly: readonly Partial<Rule>[] = [{ byMonthDay: [of] }, ...(of === length ? [{ byMonthDay: [-1] }] : []), { byDay: [day], position: Math.min(4, Math.ceil(of / 7)) }, { byDay: [day], position: -1 }];
  return [
    ...(months > 0 ? monthly.map((parts) => (months % 12 === 0 ? rule('yearly', months / 12, { ...parts, byMonth: [Number(first.slice(5, 7))] }) : rule('monthly', months, parts))) : []),
    ...(apart > 0 && apart % 7 !== 0 ? [rule('daily', apart)] : []), ...(weeks > 0 ? [rule('weekly', weeks, { byDay })] : []),
  ];
}
