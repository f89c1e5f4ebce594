// RRULE, RDATE, EXRULE and what an override says of all that follow, as one recurrence of the model: a Rule of the same dates if there is one, else
// the set itself.
import { canonicalText } from '../../model/canonical.js';
import { clockOf, firstDates, ruleDates, startDate } from '../../model/occurrences.js';
import { isSet } from '../../model/recurrence.js';
import type { DateSet, Recurrence, RuleEnd, WideRule } from '../../model/recurrence.js';
import type { DateText, Moment, When } from '../../model/time.js';
import { paramValues } from '../content-lines/lines.js';
import type { ContentLine } from '../content-lines/lines.js';
import { inZone, later as after, sameInstant } from '../zones/zoned-time.js';
import { properties, property, removeProperty, setProperty } from './components.js';
import { unreadable } from './event-object.js';
import type { EventObject } from './event-object.js';
import { laterIn } from './exceptions.js';
import { formatRule, plainRule } from './rule.js';
import { ruleOfSet } from './same-dates.js';
import { basic, formatStamp, readDuration, readStamp } from './times.js';
import { readWhen } from './when.js';
import { formatWide, parseWide } from './wide-rule.js';

/** @throws M2KError Unreadable: the dates, or their times, cannot be told for certain. */
export function readRecurrence(object: EventObject): Recurrence | null {
  const { event } = object, lines = (name: string): readonly ContentLine[] => properties(event, name);
  if (['RRULE', 'RDATE', 'EXRULE'].every((name) => lines(name).length === 0)) return null;
  const when = readWhen(object), rules = lines('RRULE').map(({ value }) => parseWide(value, when));
  const except = lines('EXRULE').map(({ value }) => parseWide(value, when, 'EXRULE')), more = lines('RDATE').flatMap((line) => datesIn(object, line, when));
  const [only, another] = rules, plain = only && !another && more.length + except.length === 0 ? plainRule(only) : null;
  const later = [only, ...rules].some((rule) => rule?.end.kind === 'never') ? laterIn(object, when) : [];
  if (plain && later.length === 0 && startsOn(plain, when)) return plain;
  const set = dateSet({ rules, more, except, later }, when);
  const seen = new Set<string>();
  for (const date of set.more) { if (seen.has(date.slice(0, 10))) unreadable('rule', 'rule-not-held', `RDATE:${date}`); seen.add(date.slice(0, 10)); }
  return later.length > 0 ? set : ruleOfSet(set, when) ?? set;
}

/** Whether the first date is that of the start; a rule without any date has no other one. */
function startsOn(rule: Recurrence, when: When): boolean {
  const [first] = firstDates(rule, when, 1);
  return first === undefined || first === startDate(when);
}

type Parts = Pick<DateSet, 'rules' | 'more' | 'except' | 'later'>;

/**
 * The start is an occurrence, and the first of those that COUNT counts (RFC 5545 section 3.8.5.3), whether or not a rule has it: libical, SabreDAV and ical.js
 * expand it so. What a rule has anyway is left out of `more`.
 */
export function dateSet({ rules, more, except, later }: Parts, when: When): DateSet {
  const start = startDate(when), off = rules.length > 0 && rules.every((rule) => !startsOn(alone(rule), when));
  const counted = rules.flatMap((rule): readonly WideRule[] => {
    if (!off || rule.end.kind !== 'count') return [rule];
    return rule.end.count === 1 ? [] : [{ ...rule, end: { kind: 'count', count: rule.end.count - 1 } }];
  });
  const distinct = [...new Map(counted.map((rule) => [canonicalText(rule), rule])).values()];
  const dates = [...new Set([...(off || rules.length === 0 ? [start] : []), ...more])].sort();
  const byRules = datesOf({ ...alone(...distinct), except: [] }, when, dates.at(-1)?.slice(0, 10) ?? '');
  const own = dates.filter((date) => {
    if (!byRules.has(date.slice(0, 10))) return true;
    // The same day at another time would be two occurrences.
    return date.length > 10 ? unreadable('rule', 'rule-not-held', `RDATE:${date}`) : false;
  });
  const set: DateSet = { freq: 'set', rules: distinct, more: own, except, later, end: { kind: 'never' } };
  return { ...set, end: endOf(set, when) };
}

const alone = (...rules: readonly WideRule[]): DateSet => ({ freq: 'set', rules, more: [], except: [], later: [], end: { kind: 'never' } });

function datesOf(set: DateSet, when: When, last: DateText): ReadonlySet<DateText> {
  const found = new Set<DateText>();
  if (last !== '') for (const date of ruleDates(set, when)) { if (date > last) break; found.add(date); }
  return found;
}

/** The last of all dates; the start's own where there is none. */
function endOf(set: DateSet, when: When): RuleEnd {
  if (set.rules.some((rule) => rule.end.kind === 'never')) return { kind: 'never' };
  let last = startDate(when);
  for (const date of ruleDates(set, when)) last = date;
  return { kind: 'until', until: `${last}${clockOf(when)}` };
}

/** @throws M2KError Unreadable for a period of another length than the event's, and for a date where the event has times. */
function datesIn(object: EventObject, line: ContentLine, when: When): readonly DateText[] {
  const unheld = (): never => unreadable('rule', 'rule-not-held', line.raw.trim());
  return line.value.split(',').map((value) => value.trim()).filter((value) => value !== '').map((value) => {
    const [first = '', length] = value.split('/'), stamp = readStamp(object, { ...line, value: first });
    if (when.allDay) return 'date' in stamp ? stamp.date : stamp.moment.local.endsWith('T00:00:00') ? stamp.moment.local.slice(0, 10) : unheld();
    if ('date' in stamp) return unheld();
    const moment: Moment = stamp.moment.zone === 'floating' ? { ...stamp.moment, zone: when.start.zone } : stamp.moment;
    if (length !== undefined && !sameInstant(endOfPeriod(object, line, { moment, length }), after(moment, lengthOf(when)))) unheld();
    const { local } = inZone(moment, when.start.zone);
    return local.slice(10) === clockOf(when) ? local.slice(0, 10) : local;
  });
}

const lengthOf = (when: When & { readonly allDay: false }): { readonly seconds: number } =>
  ({ seconds: (Date.parse(`${inZone(when.end, 'UTC').local}Z`) - Date.parse(`${inZone(when.start, 'UTC').local}Z`)) / 1000 });

function endOfPeriod(object: EventObject, line: ContentLine, { moment, length }: { readonly moment: Moment; readonly length: string }): Moment {
  if (/^\+?P/i.test(length)) return after(moment, readDuration(length));
  const stamp = readStamp(object, { ...line, value: length });
  return 'moment' in stamp ? { ...stamp.moment, zone: stamp.moment.zone === 'floating' ? moment.zone : stamp.moment.zone } : unreadable('rule', 'rule-not-held', line.raw.trim());
}

export function writeRecurrence(object: EventObject, rule: Recurrence | null): void {
  const { event } = object, when = readWhen(object);
  for (const name of ['RDATE', 'EXRULE']) removeProperty(event, name);
  if (rule === null) removeProperty(event, 'RRULE');
  else if (!isSet(rule)) setProperty(event, 'RRULE', [{ value: formatRule(rule, when) }]);
  else {
    setProperty(event, 'RRULE', rule.rules.map((one) => ({ value: formatWide(withOwnStart(rule, one, when), when) })));
    setProperty(event, 'EXRULE', rule.except.map((one) => ({ value: formatWide(one, when) })));
    const dates = rule.more.filter((date) => date !== startDate(when)), start = property(event, 'DTSTART'), [tzid] = start ? paramValues(start, 'TZID') : [];
    const stamps = dates.map((date) => (when.allDay ? formatStamp({ date: date.slice(0, 10) }) : tzid === undefined
      ? { value: `${basic(date.length > 10 ? date : `${date}${clockOf(when)}`)}${when.start.zone === 'UTC' ? 'Z' : ''}` } : formatStamp({ local: date.length > 10 ? date : `${date}${clockOf(when)}`, tzid }))), [one] = stamps;
    setProperty(event, 'RDATE', one ? [{ ...one, value: stamps.map(({ value }) => value).join(',') }] : []);
  }
}

/** A start off the rules is counted as one of their occurrences. */
const withOwnStart = ({ more }: DateSet, rule: WideRule, when: When): WideRule =>
  rule.end.kind === 'count' && more.includes(startDate(when)) ? { ...rule, end: { kind: 'count', count: rule.end.count + 1 } } : rule;

