// A recurrence rule as data (RFC 5545 section 3.3.10), without exceptions.
import type { OccurrenceChanges } from './exception.js';
import type { DateText, When } from './time.js';

export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

/** Sunday first: the order of Outlook's DayOfWeekMask bits (OlDaysOfWeek). */
export const WEEKDAYS: readonly Weekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/**
 * How a series ends. `until` is inclusive and given in the zone of the event's start: a date for all-day events,
 * else a wall clock (`YYYY-MM-DDTHH:MM:SS`); codecs convert from and to the UTC form of RFC 5545.
 */
export type RuleEnd =
  | { readonly kind: 'never' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'until'; readonly until: DateText };

export type Frequency = 'daily' | 'weekly' | 'monthly' | 'yearly';

/** Lists are sorted and without repeats; an empty list is an absent BY-part. */
export interface Rule {
  readonly freq: Frequency;
  readonly interval: number;
  readonly byDay: readonly Weekday[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  /** 1..4 or -1 (last), counted within `byDay` of the month; null when unused. */
  readonly position: number | null;
  readonly end: RuleEnd;
}

/** BYDAY as RFC 5545 has it: `number` is null for every such day. */
export interface NumberedDay {
  readonly number: number | null;
  readonly day: Weekday;
}

/** All of RRULE that tells dates. Two a day (BYHOUR, FREQ=HOURLY) it does not tell. */
export interface WideRule {
  readonly freq: Frequency;
  readonly interval: number;
  readonly byDay: readonly NumberedDay[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly positions: readonly number[];
  readonly weekStart: Weekday;
  readonly end: RuleEnd;
}

/** What every occurrence from a date on says otherwise (RECURRENCE-ID;RANGE=THISANDFUTURE) in a series without an end. */
export interface Later {
  readonly from: DateText;
  readonly changes: Omit<OccurrenceChanges, 'when'>;
  /** When the occurrence of `from` takes place, where that is changed: the others as many days off, at the same clock. */
  readonly when: When | null;
}

/** What no Rule states: the dates of any of the rules and those of `more`, but none of `except`. One occurrence a day. */
export interface DateSet {
  readonly freq: 'set';
  readonly rules: readonly WideRule[];
  /** RDATE, sorted: a date, or a wall clock in the zone of the start where it is another than the start's. */
  readonly more: readonly DateText[];
  readonly except: readonly WideRule[];
  readonly later: readonly Later[];
  /** `until` is the last of all dates. */
  readonly end: RuleEnd;
}

export type Recurrence = Rule | DateSet;

export const isSet = (rule: Recurrence | null): rule is DateSet => rule?.freq === 'set';
