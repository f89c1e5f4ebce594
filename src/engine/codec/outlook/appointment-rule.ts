// The rule of an appointment: its pattern, its end, and when Outlook cannot hold it.
import { M2KError } from '../../errors.js';
import type { SeriesFields } from './appointment-exceptions.js';
import { isSet } from '../../model/recurrence.js';
import type { Recurrence, Rule, RuleEnd } from '../../model/recurrence.js';
import type { DateText, When } from '../../model/time.js';
import type { ItemRecord } from '../../../ps-host/item-record.js';
import type { Step } from '../../../ps-host/protocol.js';
import { narrowWhen, readWhen, seriesIsHeld } from './appointment-when.js';
import type { OutlookDesk } from './outlook-codec.js';
import { datesOf, extent } from './recurrence-dates.js';
import type { Limit } from './recurrence-dates.js';
import { patternOf, skippedDates } from './recurrence.js';
import type { Pattern } from './recurrence.js';
import { patternStep, readPattern } from './recurrence-record.js';
import { ruleOf } from './recurrence-rule.js';

const dateOf = (when: When): DateText => (when.allDay ? when.start : when.start.local.slice(0, 10));
const clockOf = (when: When): string => (when.allDay ? '' : when.start.local.slice(10));

/**
 * A finite series is read as `until`, the last occurrence: Outlook tells count and end date alike and not which was set (OOM 4.3),
 * the date alone may lie after the last occurrence, and UNTIL is what Mail2000 was seen to keep (M10). A COUNT on the server is the
 * same under `narrow`, so that it is no edit.
 * @throws M2KError Unreadable.
 */
export function readRule(record: ItemRecord, desk: OutlookDesk): Rule | null {
  const found = readPattern(record);
  if (!found) return null;
  const when = readWhen(record, desk);
  const limit = found.endsBy === null ? null : { until: found.endsBy };
  return ruleOf(found.pattern, dateOf(when), endOf(found.pattern, when, limit) ?? { kind: 'never' });
}

/** The end as `until` the last occurrence; null where there is none within what Outlook can hold. */
function endOf(pattern: Pattern, when: When, limit: Limit | null): RuleEnd | null {
  if (limit === null) return { kind: 'never' };
  const found = extent(pattern, dateOf(when), limit);
  return found && { kind: 'until', until: `${found.last}${clockOf(when)}` };
}

/** What can be held of a rule with a start, or null (rules.md B6). A start off the rule is an occurrence to RFC 5545 and none to Outlook. */
function held(fields: SeriesFields): { readonly rule: Rule; readonly pattern: Pattern; readonly when: When } | null {
  const { rule } = fields;
  const when = narrowWhen(fields.when, true);
  if (rule === null || isSet(rule)) return null;
  const pattern = patternOf(rule, dateOf(when));
  if (!pattern || !seriesIsHeld(fields.when, when)) return null;
  if (datesOf(pattern, dateOf(when)).next().value !== dateOf(when)) return null;
  const end = endOf(pattern, when, limitOf(rule.end, when));
  // Outlook would count the dates that are deleted there for not being the rule's.
  if (end?.kind === 'until' && rule.end.kind === 'count' && skippedDates(rule, dateOf(when)).some((date) => date <= end.until)) return null;
  return end && { rule: ruleOf(pattern, dateOf(when), end), pattern, when };
}

/** PatternEndDate is a date: a wall clock before that day's occurrence ends the series the day before. */
function limitOf(end: RuleEnd, when: When): Limit | null {
  if (end.kind === 'never') return null;
  if (end.kind === 'count') return { count: end.count };
  const date = end.until.slice(0, 10);
  const excludesDay = end.until.length > 10 && end.until.slice(10) < clockOf(when);
  return { until: excludesDay ? new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10) : date };
}

/** `when` and `rule` as they come back, and the dates that they have beyond the rule's: deleted occurrences in Outlook; a rule that Outlook cannot hold stays as it is, for its item is never written. */
export function narrowSeries(fields: SeriesFields): Pick<SeriesFields, 'when' | 'rule'> & { readonly held: boolean; readonly skipped: readonly DateText[] } {
  if (fields.rule === null) return { when: narrowWhen(fields.when, false), rule: null, held: true, skipped: [] };
  const found = held(fields);
  if (!found) return { when: narrowWhen(fields.when, true), rule: fields.rule, held: false, skipped: [] };
  return { when: found.when, rule: found.rule, held: true, skipped: isSet(fields.rule) ? [] : skippedDates(fields.rule, dateOf(found.when)) };
}

/**
 * @param fields all fields of the write, not narrowed: the end is written by count or by date as the rule says it.
 * @throws M2KError Refused, reason rule-not-held: writing something near it would change the dates (rules.md B6), and Unreadable is
 * for what a side holds itself, not for what the other side holds well.
 */
export function ruleSteps(rule: Recurrence | null, fields: SeriesFields | null): readonly Step[] {
  if (rule === null || fields === null) return [];
  const found = held({ ...fields, rule });
  if (!found) throw new M2KError('Refused', { field: 'rule', reason: 'rule-not-held' });
  return [patternStep(found.pattern, dateOf(found.when), rule.end.kind === 'count' ? rule.end : found.rule.end)];
}
