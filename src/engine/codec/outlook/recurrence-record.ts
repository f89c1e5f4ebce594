// RecurrencePattern's members: what is read of them and in which order they are written (OOM 4.1-4.3, 4.8).
import { M2KError } from '../../errors.js';
import type { DateText } from '../../model/time.js';
import type { RuleEnd } from '../../model/recurrence.js';
import { isWireDate, wireDate } from '../../../ps-host/wire-value.js';
import type { ItemRecord } from '../../../ps-host/item-record.js';
import type { Step } from '../../../ps-host/protocol.js';
import type { WireValue } from '../../../ps-host/wire-value.js';
import { dependsOnWeekStart } from './recurrence.js';
import type { Pattern, PatternType } from './recurrence.js';

export const PATTERN_MEMBERS = [
  'RecurrenceType', 'Interval', 'DayOfWeekMask', 'DayOfMonth', 'MonthOfYear', 'Instance', 'PatternStartDate', 'PatternEndDate', 'NoEndDate', 'Occurrences',
] as const;

/**
 * The pattern and the date it ends by, null without an end; null for an item that does not recur. The end is read from
 * PatternEndDate: Occurrences always agrees with it, and nothing says which of them was set (OOM 4.3).
 * @throws M2KError Unreadable: a type unknown, or dates that depend on the user's first day of the week.
 */
export function readPattern(record: ItemRecord): { readonly pattern: Pattern; readonly endsBy: DateText | null } | null {
  const held = record.pattern;
  if (!held || record.plain['IsRecurring'] === false) return null;
  const number = (name: (typeof PATTERN_MEMBERS)[number]): number => (typeof held[name] === 'number' ? held[name] : 0);
  const unheld = (): never => {
    throw new M2KError('Unreadable', { field: 'rule', reason: 'rule-not-held', excerpt: PATTERN_MEMBERS.map((name) => `${name} ${printed(held[name])}`).join(', ').slice(0, 200) });
  };
  const type = number('RecurrenceType');
  if (![0, 1, 2, 3, 5, 6].includes(type)) unheld();
  const pattern = { type: type as PatternType, interval: interval(type, number('Interval')), dayOfWeekMask: 0, dayOfMonth: 0, monthOfYear: 0, instance: 0 };
  if (type === 1 || type === 3 || type === 6) pattern.dayOfWeekMask = inRange(number('DayOfWeekMask'), 127) ?? unheld();
  if (type === 2 || type === 5) pattern.dayOfMonth = inRange(number('DayOfMonth'), 31) ?? unheld();
  if (type === 5 || type === 6) pattern.monthOfYear = inRange(number('MonthOfYear'), 12) ?? unheld();
  if (type === 3 || type === 6) pattern.instance = inRange(number('Instance'), 5) ?? unheld();
  if (type === 1 && dependsOnWeekStart(pattern.interval, pattern.dayOfWeekMask)) unheld();
  const end = held['PatternEndDate'];
  if (held['NoEndDate'] === true || !isWireDate(end) || end.date.slice(0, 4) >= '4500') return { pattern, endsBy: null };
  return { pattern, endsBy: end.date.slice(0, 10) };
}

/**
 * In OOM 4.8's order: the type first, for it resets the rest, then what belongs to it, Interval before the end. Interval of yearly
 * patterns is in months and is left alone for every year (OOM 4.2). The end is set by what the rule says, as the user meant it.
 */
export function patternStep(pattern: Pattern, start: DateText, end: RuleEnd): Step {
  const yearly = pattern.type === 5 || pattern.type === 6;
  const set: { name: string; to: WireValue }[] = [{ name: 'RecurrenceType', to: pattern.type }];
  if (pattern.dayOfWeekMask !== 0) set.push({ name: 'DayOfWeekMask', to: pattern.dayOfWeekMask });
  if (pattern.instance !== 0) set.push({ name: 'Instance', to: pattern.instance });
  if (pattern.dayOfMonth !== 0) set.push({ name: 'DayOfMonth', to: pattern.dayOfMonth });
  if (pattern.monthOfYear !== 0) set.push({ name: 'MonthOfYear', to: pattern.monthOfYear });
  if (!yearly || pattern.interval > 1) set.push({ name: 'Interval', to: yearly ? pattern.interval * 12 : pattern.interval });
  set.push({ name: 'PatternStartDate', to: wireDate(`${start}T00:00:00`) });
  if (end.kind === 'count') set.push({ name: 'Occurrences', to: end.count });
  else if (end.kind === 'until') set.push({ name: 'PatternEndDate', to: wireDate(`${end.until.slice(0, 10)}T00:00:00`) });
  else set.push({ name: 'NoEndDate', to: true });
  return { do: 'pattern', set };
}

/** Months for years (some report years, OOM 4.2); 0 is what "every weekday" of Outlook's own form reads as. */
function interval(type: number, value: number): number {
  if ((type === 5 || type === 6) && value >= 12 && value % 12 === 0) return value / 12;
  return Math.max(1, value);
}

const inRange = (value: number, most: number): number | null => (Number.isInteger(value) && value >= 1 && value <= most ? value : null);

const printed = (value: WireValue | undefined): string => (isWireDate(value) ? value.date : value === undefined ? 'missing' : JSON.stringify(value));
