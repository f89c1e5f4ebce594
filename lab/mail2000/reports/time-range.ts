// Time ranges of CalDAV filters (RFC 4791 section 9.9): which components overlap them. Recurrence is ical.js's.
import ICAL from 'ical.js';
import type { XmlElement } from '../xml/read.js';

/** Half-open, milliseconds since 1970. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** `start` and `end` are UTC date-times; a missing one is open. */
export function rangeOf(element: XmlElement): Range {
  const instant = (text: string | undefined, open: number): number => {
    const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '');
    if (!match) return open;
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  return { start: instant(element.attributes['start'], -Infinity), end: instant(element.attributes['end'], Infinity) };
}

/** Floating times and dates are Taipei's on this server. */
const taipeiOffset = 8 * 3600_000;

export const instantOf = (time: ICAL.Time): number => {
  const floating = time.isDate || time.zone.tzid === 'floating';
  return floating ? Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) - taipeiOffset : time.toJSDate().getTime();
};

export interface Occurrence {
  readonly start: ICAL.Time;
  readonly end: ICAL.Time;
  readonly item: ICAL.Event;
}

// A rule without end met by an open range would never stop; no calendar of an office holds more.
const mostOccurrences = 10_000;

/** The occurrences of a series that overlap the range, overrides in their own place. */
export function occurrencesIn(event: ICAL.Event, range: Range): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const overlapping = (start: ICAL.Time, end: ICAL.Time): boolean => {
    const from = instantOf(start);
    const to = Math.max(instantOf(end), from + 1);
    return from < range.end && to > range.start;
  };
  if (!event.isRecurring()) return overlapping(event.startDate, event.endDate) ? [{ start: event.startDate, end: event.endDate, item: event }] : [];
  const iterator = event.iterator();
  for (let count = 0; count < mostOccurrences; count += 1) {
    const next = iterator.next() as ICAL.Time | undefined;
    if (next === undefined || instantOf(next) >= range.end) break;
    // The package's own type for this does not resolve (2.2.1).
    const { startDate, endDate, item } = event.getOccurrenceDetails(next) as { readonly startDate: ICAL.Time; readonly endDate: ICAL.Time; readonly item: ICAL.Event };
    if (overlapping(startDate, endDate)) found.push({ start: startDate, end: endDate, item });
    if (range.end === Infinity && found.length > 0) break;
  }
  return found;
}

/**
 * Spells out a yearly rule that takes its day from a 29 February: ical.js 2.2.1 puts 1 March in common years, where RFC 5545
 * section 3.3.10 has invalid dates ignored (measured 2026-11-22; with BYMONTH and BYMONTHDAY written it is right).
 */
function spellLeapDay(master: ICAL.Component): void {
  const rule = master.getFirstPropertyValue('rrule');
  const start = master.getFirstPropertyValue('dtstart');
  if (!(rule instanceof ICAL.Recur) || !(start instanceof ICAL.Time) || rule.freq !== 'YEARLY' || start.month !== 2 || start.day !== 29) return;
  const given = Object.keys(rule.parts);
  if (['BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO'].some((part) => given.includes(part))) return;
  if (!given.includes('BYMONTH')) rule.setComponent('BYMONTH', [2]);
  rule.setComponent('BYMONTHDAY', [29]);
}

/** The series of a calendar object, its overrides related; an override without master counts as itself. */
export function eventsOf(text: string): readonly ICAL.Event[] {
  const components = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  const masters = components.filter((component) => !component.hasProperty('recurrence-id'));
  const overrides = components.filter((component) => component.hasProperty('recurrence-id'));
  masters.forEach(spellLeapDay);
  const events = masters.map((component) => new ICAL.Event(component, { strictExceptions: false, exceptions: [] }));
  const master = events[0];
  if (master === undefined) return overrides.map((component) => new ICAL.Event(component));
  for (const override of overrides) master.relateException(override);
  return events;
}

/** Whether any occurrence overlaps; text that cannot be read does not match. */
export function overlaps(text: string, range: Range): boolean {
  try {
    return eventsOf(text).some((event) => occurrencesIn(event, range).length > 0);
  } catch {
    return false;
  }
}
