// A calendar object resource that holds one event (RFC 4791 section 4.1), as the rows read and write it.
import { escapeText } from '../content-lines/text.js';
import { M2KError } from '../../errors.js';
import type { ZoneId } from '../../model/time.js';
import { shelfInMemory, type Shelf } from '../shelf.js';
import { childrenOf, isCutOff, parseComponents, property, valueOf } from './components.js';
import type { Component } from './components.js';

/** What writing must know beside the values. */
export interface Use {
  /** ISO 8601 UTC. */
  readonly now: string;
  /** The last wall clock of the event or its series, null for an endless one: zones are defined that far. */
  readonly last: string | null;
  /** Where the octets of files lie. */
  readonly files: Shelf;
  /** Of one file: larger ones stay where they are. */
  readonly mostOctets: number;
}

const NO_USE: Use = { now: '', last: null, files: shelfInMemory(), mostOctets: 0 };

export interface EventObject {
  readonly text: Component;
  readonly calendar: Component;
  /** The event, or the master of a series. */
  readonly event: Component;
  /** More VEVENTs: changed occurrences of the series. */
  readonly overrides: readonly Component[];
  readonly use: Use;
  /** TZIDs of this object that were resolved already: RFC 5545 section 3.2.19 makes them local to it. */
  readonly zones: Map<string, ZoneId>;
}

/** @throws M2KError Unreadable, for a text without a VEVENT. */
export function parseObject(text: string, use: Use = NO_USE): EventObject {
  const whole = parseComponents(text);
  if (isCutOff(whole)) throw new M2KError('Unreadable', { reason: 'truncated-event', excerpt: text.slice(-80) });
  const calendar = childrenOf(whole, 'VCALENDAR').find((found) => childrenOf(found, 'VEVENT').length > 0);
  const events = calendar ? childrenOf(calendar, 'VEVENT') : [];
  const event = events.find((found) => property(found, 'RECURRENCE-ID') === undefined) ?? events[0];
  if (!calendar || !event) throw new M2KError('Unreadable', { reason: 'not-an-event', excerpt: text.slice(0, 80) });
  return { text: whole, calendar, event, overrides: events.filter((found) => found !== event), use, zones: new Map() };
}

/** A new object with nothing but what RFC 5545 sections 3.6 and 3.6.1 require. */
export const newObjectText = (uid: string): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//M2KSync//M2KSync//EN', 'CALSCALE:GREGORIAN', 'BEGIN:VEVENT', `UID:${escapeText(uid)}`, 'END:VEVENT', 'END:VCALENDAR', '']
    .join('\r\n');

/** @throws M2KError Unreadable: what stands in the text has no meaning in the model. */
export function unreadable(field: string, reason: string, excerpt: string): never {
  throw new M2KError('Unreadable', { field, reason, excerpt: excerpt.slice(0, 120) });
}

export const excerptOf = (component: Component, name: string): string => `${name}:${valueOf(component, name)}`;
