// Wall clocks, instants and offsets of IANA zones. The only file that asks Temporal about zones.
import { Temporal } from 'temporal-polyfill';
import type { Moment, WallTime, ZoneId } from '../../model/time.js';
import { FLOATING_ZONE } from './zone-names.js';

const named = (zone: ZoneId): string => (zone === 'floating' ? FLOATING_ZONE : zone);

const DAY_MS = 86_400_000;
const steady = new Map<string, number | null>();

/**
 * Milliseconds that the zone's clock is ahead of UTC in all of a month (`YYYY-MM`) and the days beside it; null where it changes meanwhile. Answers are kept: nearly
 * every time lies in such a month and is told by an addition, where Temporal takes ten times as long (temporal-polyfill 1.0.8, measured 2026-11-30).
 */
function aheadIn(month: string, zone: ZoneId): number | null {
  const key = `${zone} ${month}`;
  let ahead = steady.get(key);
  if (ahead === undefined) steady.set(key, ahead = aheadThroughout(Date.parse(`${month}-01T00:00:00Z`), named(zone)));
  return ahead;
}

function aheadThroughout(first: number, zone: string): number | null {
  if (Number.isNaN(first)) return null;
  const from = Temporal.Instant.fromEpochMilliseconds(first - DAY_MS).toZonedDateTimeISO(zone), change = from.getTimeZoneTransition('next');
  return change !== null && change.epochMilliseconds <= first + 32 * DAY_MS ? null : from.offsetNanoseconds / 1e6;
}

/**
 * A wall clock that a zone skips is read with the offset before the gap, one that it has twice is the first of the two
 * (RFC 5545 section 3.3.5).
 */
const zoned = (moment: Moment): Temporal.ZonedDateTime => Temporal.PlainDateTime.from(moment.local).toZonedDateTime(named(moment.zone));

const wallTime = (at: Temporal.ZonedDateTime | Temporal.PlainDateTime): WallTime =>
  (at instanceof Temporal.ZonedDateTime ? at.toPlainDateTime() : at).toString({ smallestUnit: 'second' });

/** Milliseconds since 1970. */
export function instantOf(moment: Moment): number {
  const ahead = aheadIn(moment.local.slice(0, 7), moment.zone);
  return ahead === null ? zoned(moment).epochMilliseconds : Date.parse(`${moment.local}Z`) - ahead;
}

function shownAt(instant: number, zone: ZoneId): WallTime {
  const ahead = aheadIn(new Date(instant).toISOString().slice(0, 7), zone);
  return ahead === null ? wallTime(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(named(zone))) : new Date(instant + ahead).toISOString().slice(0, 19);
}

/** The same instant on another zone's clock. */
export const inZone = (moment: Moment, zone: ZoneId): Moment => ({ local: shownAt(instantOf(moment), zone), zone });

/** As `inZone`, but in UTC where the zone shows that wall clock twice and this is the second time: alone it means the first. */
export function exactlyIn(moment: Moment, zone: ZoneId): Moment {
  const shown = inZone(moment, zone);
  return sameInstant(shown, moment) ? shown : inZone(moment, 'UTC');
}

/** Whether the zone shows this wall clock twice, as in the hour that the end of daylight saving time repeats. */
export function comesTwice({ local, zone }: Moment): boolean {
  if (aheadIn(local.slice(0, 7), zone) !== null) return false;
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) => Temporal.PlainDateTime.from(local).toZonedDateTime(named(zone), { disambiguation }));
  return first !== undefined && second !== undefined && !first.equals(second) && wallTime(first) === wallTime(second);
}

/** The wall clock that a zone shows: another one than was asked for if the zone skips it. */
export const shownTime = (moment: Moment): Moment => inZone(moment, moment.zone);

export const sameInstant = (one: Moment, another: Moment): boolean => instantOf(one) === instantOf(another);

export const before = (one: Moment, another: Moment): boolean => instantOf(one) < instantOf(another);

/** Below zero where the second is the earlier one. */
export const secondsBetween = (one: Moment, another: Moment): number => (instantOf(another) - instantOf(one)) / 1000;

export interface Length {
  readonly weeks?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

/** Weeks and days by the calendar, the rest exactly (RFC 5545 section 3.3.6); in UTC where `exactlyIn` would be. */
export function later(moment: Moment, length: Length): Moment {
  const at = zoned(moment).add(length);
  return exactlyIn({ local: wallTime(at.withTimeZone('UTC')), zone: 'UTC' }, moment.zone);
}

/** Seconds east of UTC. */
export const offsetSeconds = (moment: Moment): number => {
  const ahead = aheadIn(moment.local.slice(0, 7), moment.zone);
  return ahead === null ? zoned(moment).offsetNanoseconds / 1e9 : ahead / 1000;
};

/** Noons of the first and the sixteenth of every month: no zone changes and changes back between two of them but Morocco, seen too. */
export function sampleTimes(fromYear: number, toYear: number): readonly WallTime[] {
  const times: WallTime[] = [];
  for (let year = fromYear; year <= toYear; year++) {
    for (let month = 1; month <= 12; month++) {
      for (const day of [1, 16]) times.push(wallTime(new Temporal.PlainDateTime(year, month, day, 12)));
    }
  }
  return times;
}

const compared = new Map<string, boolean>();

/** Whether two zones show the same clock throughout the years. Answers are kept: a calendar asks the same of every series. */
export function sameClocks(one: ZoneId, another: ZoneId, years: { readonly from: number; readonly to: number }): boolean {
  if (named(one) === named(another)) return true;
  const key = `${one} ${another} ${years.from} ${years.to}`;
  const known = compared.get(key);
  if (known !== undefined) return known;
  const same = sampleTimes(years.from, years.to).every((local) => offsetSeconds({ local, zone: one }) === offsetSeconds({ local, zone: another }));
  compared.set(key, same);
  return same;
}
