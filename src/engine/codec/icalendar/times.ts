// DATE and DATE-TIME values (RFC 5545 sections 3.3.4, 3.3.5) with their TZID, and DURATION (3.3.6).
import ICAL from 'ical.js';
import type { DateText, Moment } from '../../model/time.js';
import type { ContentLine } from '../content-lines/lines.js';
import type { Param } from '../content-lines/params.js';
import { paramValues } from '../content-lines/lines.js';
import type { LineToFormat } from '../content-lines/format.js';
import type { Length } from '../zones/zoned-time.js';
import { unreadable } from './event-object.js';
import type { EventObject } from './event-object.js';
import { zoneOf } from './zone-of.js';

export type Stamp = { readonly date: DateText } | { readonly moment: Moment };

/**
 * A value of eight digits is a date even without VALUE=DATE, as many exporters write it.
 * @throws M2KError Unreadable.
 */
export function readStamp(object: EventObject, line: ContentLine): Stamp {
  const [, date, time, utc] = /^(\d{8})(?:T(\d{6})(Z?))?$/i.exec(line.value.trim()) ?? unreadable('when', 'time-unreadable', line.raw);
  const day = dateText(date ?? '') ?? unreadable('when', 'time-unreadable', line.raw);
  if (time === undefined) return { date: day };
  if (!/^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)$/.test(time)) unreadable('when', 'time-unreadable', line.raw);
  const local = `${day}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.endsWith('60') ? '59' : time.slice(4)}`;
  const [tzid = ''] = paramValues(line, 'TZID');
  return { moment: { local, zone: utc ? 'UTC' : tzid === '' ? 'floating' : zoneOf(object, tzid, Number(day.slice(0, 4))) } };
}

/** `DTSTART;TZID=..` or `;VALUE=DATE`; parameters of the old line that say nothing of zone or type stay. */
export function formatStamp(stamp: { readonly date: DateText } | { readonly local: string; readonly tzid: string }, old?: ContentLine): Omit<LineToFormat, 'name'> {
  const kept = (old?.params ?? []).filter((param) => param.name !== 'TZID' && param.name !== 'VALUE');
  const typed: Param = 'date' in stamp ? { name: 'VALUE', values: ['DATE'] } : { name: 'TZID', values: [stamp.tzid] };
  return { params: [typed, ...kept], value: basic('date' in stamp ? stamp.date : stamp.local) };
}

/** `2026-11-22T09:00:00` as `20261122T090000`. */
export const basic = (extended: string): string => extended.replace(/[-:]/g, '');

/** Of `YYYYMMDD`; null for a day that its month has not. */
export function dateText(digits: string): DateText | null {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`, at = Date.parse(date);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : null;
}

/** @throws M2KError Unreadable, also for a length below zero. */
export function readDuration(value: string): Length {
  if (!/^\+?P(?=.)(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/i.test(value.trim())) unreadable('when', 'time-unreadable', `DURATION:${value}`);
  const { weeks, days, hours, minutes, seconds } = ICAL.Duration.fromString(value.trim().toUpperCase());
  return { weeks, days, hours, minutes, seconds };
}
