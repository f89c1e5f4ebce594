// A recurrence rule as data (RFC 5545 section 3.3.10), without exceptions.
import type { DateText } from './time.js';

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

/** Lists are sorted and without repeats; an empty list is an absent BY-part. */
export interface Rule {
  readonly freq: 'daily' | 'weekly' | 'monthly' | 'yearly';
  readonly interval: number;
  readonly byDay: readonly Weekday[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  /** 1..4 or -1 (last), counted within `byDay` of the month; null when unused. */
  readonly position: number | null;
  readonly end: RuleEnd;
}
