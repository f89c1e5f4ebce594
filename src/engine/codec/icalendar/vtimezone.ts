// Writes the VTIMEZONE (RFC 5545 section 3.6.5) that every TZID must have; Mail2000 refuses times without one (M4).
import type { WallTime, ZoneId } from '../../model/time.js';
import { formatLine } from '../content-lines/format.js';
import { observances } from '../zones/changes.js';
import type { Observance } from '../zones/changes.js';
import { canonicalZone } from '../zones/zone-names.js';
import { addChild, removeChild } from './components.js';
import type { EventObject } from './event-object.js';
import { definitionOf, definitionShows } from './zone-of.js';
import { basic } from './times.js';

/** How far an endless series is looked after where a zone's changes follow no rule. */
const YEARS_AHEAD = 10;

/** 'UTC' is no zone of tzdb; its name there is Etc/UTC, which servers know. */
export const tzidOf = (zone: ZoneId): string => (zone === 'UTC' ? 'Etc/UTC' : zone);

/**
 * Defines a TZID in the object, unless the object does so already. A definition that shows another clock in the years used (of 2006 for an event that
 * moved to this year) is replaced: who goes by it would take the event for another hour.
 */
export function define(object: EventObject, tzid: string, used: { readonly zone: ZoneId; readonly from: WallTime }): void {
  object.zones.set(tzid, used.zone);
  const there = definitionOf(object.calendar, tzid);
  const from = Number(used.from.slice(0, 4));
  const { now, last } = object.use;
  const to = Math.max(from, last === null ? Number(now.slice(0, 4)) + YEARS_AHEAD : Number(last.slice(0, 4)));
  const years = { from, to: Math.min(to, from + 60) };
  if (there && definitionShows(there, used.zone, years)) return;
  if (there) removeChild(object.calendar, there);
  addChild(object.calendar, formatDefinition(tzid, canonicalZone(used.zone) ?? used.zone, years), 'VEVENT');
}

/** `years` are those the definition must be right in. */
export function formatDefinition(tzid: string, zone: ZoneId, years: { readonly from: number; readonly to: number }): string {
  return [
    formatLine({ name: 'BEGIN', value: 'VTIMEZONE' }), formatLine({ name: 'TZID', value: tzid }),
    ...observances(zone, years).map(formatObservance), formatLine({ name: 'END', value: 'VTIMEZONE' }),
  ].join('');
}

/**
 * The names STANDARD and DAYLIGHT carry no meaning beyond their offsets: the clock that is ahead is called daylight time. Changes
 * without a rule get an observance each: of RDATE, ical.js 2.2.1 reads one value and then forgets DTSTART (measured 2026-11-22).
 */
function formatObservance(observance: Observance): string {
  const name = observance.after > observance.before ? 'DAYLIGHT' : 'STANDARD';
  return [
    formatLine({ name: 'BEGIN', value: name }),
    formatLine({ name: 'DTSTART', value: basic(observance.local) }),
    formatLine({ name: 'TZOFFSETFROM', value: offset(observance.before) }),
    formatLine({ name: 'TZOFFSETTO', value: offset(observance.after) }),
    ...(observance.rule === null ? [] : [formatLine({ name: 'RRULE', value: observance.rule })]),
    formatLine({ name: 'END', value: name }),
  ].join('');
}

function offset(seconds: number): string {
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  const size = Math.abs(seconds);
  return `${seconds < 0 ? '-' : '+'}${two(size / 3600)}${two((size / 60) % 60)}${size % 60 === 0 ? '' : two(size % 60)}`;
}
