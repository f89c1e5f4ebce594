// Which zone a TZID means (RFC 5545 section 3.2.19): by its name, else by the rules of the VTIMEZONE that defines it.
import ICAL from 'ical.js';
import type { ZoneId } from '../../model/time.js';
import { canonicalZone, likelyZones, zoneOfWindowsId } from '../zones/zone-names.js';
import { offsetSeconds, sampleTimes } from '../zones/zoned-time.js';
import { childrenOf, textOf, valueOf } from './components.js';
import type { Component } from './components.js';
import { unreadable } from './event-object.js';
import type { EventObject } from './event-object.js';

/** ical.js expands the rules of a VTIMEZONE until 2035 and no further. */
const LAST_YEAR = 2034;

/**
 * `year` is that of the time that bears the TZID: rules are compared from it on for three years.
 * @throws M2KError Unreadable: a time whose zone is unknown is never taken for a floating one.
 */
export function zoneOf(object: EventObject, tzid: string, year: number): ZoneId {
  const zone = object.zones.get(tzid) ?? byName(tzid) ?? byDefinition(definitionOf(object.calendar, tzid), year);
  if (zone === null) unreadable('when', 'zone-unknown', tzid);
  object.zones.set(tzid, zone);
  return zone;
}

export const definitionOf = (calendar: Component, tzid: string): Component | undefined =>
  childrenOf(calendar, 'VTIMEZONE').find((definition) => valueOf(definition, 'TZID') === tzid);

/** Judgements by zone, years and text: a calendar has few definitions and many events, and judging one is dearer than all else that is written. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 1_000;

/** Whether the definition shows the zone's clock in those years, as far as it can be expanded; one that cannot be read is not judged. */
export function definitionShows(definition: Component, zone: ZoneId, years: { readonly from: number; readonly to: number }): boolean {
  const within = (year: number): number => Math.min(Math.max(year, 1970), LAST_YEAR), from = within(years.from), to = within(years.to);
  const key = `${zone} ${from} ${to} ${textOf(definition)}`, known = judged.get(key);
  if (known !== undefined) return known;
  const shows = offsetsOf(definition, sampleTimes(from, to))?.every(({ local, offset }) => offsetSeconds({ local, zone }) === offset) !== false;
  if (judged.size >= MOST_JUDGED) judged.clear();
  judged.set(key, shows);
  return shows;
}

/** IANA names, Windows names, and names behind a prefix such as `/freeassociation.sourceforge.net/Europe/Berlin`. */
function byName(tzid: string): ZoneId | null {
  const segments = tzid.trim().split('/');
  const endings = tzid.startsWith('/') ? [3, 2, 1].map((count) => segments.slice(-count).join('/')) : [tzid.trim()];
  return endings.map((name) => canonicalZone(name) ?? zoneOfWindowsId(name)).find((zone) => zone !== null) ?? null;
}

function byDefinition(definition: Component | undefined, year: number): ZoneId | null {
  if (!definition) return null;
  // Evolution and libical say the name beside; so does Thunderbird, as `Europe/Vienna[2026a]`.
  const location = [valueOf(definition, 'X-LIC-LOCATION'), valueOf(definition, 'X-TZINFO').replace(/\[.*/, '')].map(canonicalZone).find((zone) => zone !== null);
  if (location) return location;
  const from = Math.min(Math.max(year, 1970), LAST_YEAR - 2);
  const offsets = offsetsOf(definition, sampleTimes(from, from + 2));
  return offsets && (likelyZones().find((zone) => offsets.every(({ local, offset }) => offsetSeconds({ local, zone }) === offset)) ?? null);
}

function offsetsOf(definition: Component, times: readonly string[]): readonly { readonly local: string; readonly offset: number }[] | null {
  try {
    const component = new ICAL.Component(ICAL.parse(textOf(definition).replace(/(?:\r\n|\r|\n)[ \t]*(?=[\r\n])/g, '')) as never);
    const rules = new ICAL.Timezone({ component, tzid: valueOf(definition, 'TZID') });
    return times.map((local) => ({ local, offset: rules.utcOffset(ICAL.Time.fromDateTimeString(local)) }));
  } catch {
    return null;
  }
}
