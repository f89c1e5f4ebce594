// Dates as whole numbers, for counting them: days since 1 January 1970, proleptic Gregorian.
import { WEEKDAYS } from './recurrence.js';
import type { Weekday } from './recurrence.js';
import type { DateText } from './time.js';

const DAY_MS = 86_400_000;

export const dayOf = (date: DateText): number => Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;

export const dateOfDay = (day: number): DateText => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** `month` 1-12, `of` the day of the month. */
export function partsOfDay(day: number): { readonly year: number; readonly month: number; readonly of: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, of: date.getUTCDate() };
}

export const yearOfDay = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();

/** `month` 1-12; months beyond go on into other years. */
export const firstOfMonth = (year: number, month: number): number => Date.UTC(year, month - 1, 1) / DAY_MS;

export const daysInMonth = (year: number, month: number): number => firstOfMonth(year, month + 1) - firstOfMonth(year, month);

/** 0 is Sunday, as in Outlook's DayOfWeekMask. */
export const weekdayNumber = (day: number): number => (((day + 4) % 7) + 7) % 7;

export const weekdayOf = (day: number): Weekday => WEEKDAYS[weekdayNumber(day)] ?? 'SU';

export const daysAfter = (date: DateText, days: number): DateText => dateOfDay(dayOf(date) + days);
