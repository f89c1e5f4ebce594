// Writes the exceptions of a series over what the text has of them: an override keeps every line that does not say something else now.
import { equal } from '../../model/canonical.js';
import { isDeleted, OCCURRENCE_FIELDS } from '../../model/exception.js';
import type { EventFields } from '../../model/event.js';
import type { Exceptions, OccurrenceFields } from '../../model/exception.js';
import { clockOf } from '../../model/occurrences.js';
import { isSet } from '../../model/recurrence.js';
import type { DateText, When } from '../../model/time.js';
import type { LineToFormat } from '../content-lines/format.js';
import { paramValues } from '../content-lines/lines.js';
import { datesOfFiles, filesShown, ofOccurrence, ofSeries } from '../attachments/files.js';
import { occurrenceOf } from '../occurrence.js';
import { originalDate, sameWhen } from '../zones/occurrence-time.js';
import { inZone } from '../zones/zoned-time.js';
import { addChild, parseComponents, property, removeChild, removeProperty, setProperty, textOf } from './components.js';
import type { Component } from './components.js';
import type { EventObject } from './event-object.js';
import { asEvent, deletedDates, narrowOccurrence, overridesOf } from './exceptions.js';
import type { Overrides } from './exceptions.js';
import { DEPENDENTS, EVENT_ROWS } from './event-rows.js';
import type { SeriesFields } from './event-rows.js';
import { basic, formatStamp, readStamp } from './times.js';

/** The series as its text said it before anything was written. */
export interface SeriesBefore {
  readonly series: SeriesFields;
  readonly exceptions: Exceptions;
  readonly overrides: Overrides;
}

export interface Wanted {
  readonly wanted: Exceptions;
  /** Those of occurrences count. */
  readonly files: EventFields['attachments'];
  readonly after: SeriesFields;
}

/**
 * `after` is the series as the text now says it. Overrides and EXDATE get the keys of the new start (rules.md 21), what an occurrence
 * does not say for itself follows the series, and an override for all that follow becomes one of its own date.
 * Gives the overrides that were made or changed.
 */
export function writeExceptions(object: EventObject, before: SeriesBefore, { wanted, files, after }: Wanted): readonly Component[] {
  const kept = new Set<Component>(), written: Component[] = [];
  for (const date of [...new Set([...Object.keys(wanted), ...datesOfFiles(files)])].sort()) {
    const exception = wanted[date] ?? { changes: {} };
    if (!('changes' in exception)) continue;
    const old = before.overrides.byDate.get(date), component = old ?? added(object, rangedBefore(before.overrides, date) ?? object.event);
    const text = textOf(component);
    writeOverride(asEvent(object, component), { series: object, date, own: narrowOccurrence(occurrenceOf(after, date, exception.changes)), files: ofOccurrence(files, date), before: before.series, after });
    kept.add(component);
    if (old === undefined || textOf(component) !== text) written.push(component);
  }
  // What says something of all that follow in a series without an end is part of its recurrence.
  if (isSet(after.rule) && after.rule.later.length > 0) for (const component of before.overrides.ranged) kept.add(component);
  for (const component of object.overrides) if (!kept.has(component)) removeChild(object.calendar, component);
  writeDeleted(object, Object.keys(wanted).filter((date) => isDeleted(wanted[date])).sort(), after);
  return written;
}

/** Overrides of one date; all that follow an override of theirs are made from it. */
function rangedBefore({ byDate, ranged }: Overrides, date: DateText): Component | undefined {
  return [...byDate].filter(([own, component]) => own < date && ranged.has(component)).sort(([a], [b]) => (a < b ? 1 : -1))[0]?.[1];
}

const OF_THE_SERIES = ['RRULE', 'RDATE', 'EXDATE', 'EXRULE', 'RECURRENCE-ID', 'X-MICROSOFT-CDO-INSTTYPE'];

function added(object: EventObject, from: Component): Component {
  const copy = parseComponents(textOf(from)).entries[0] as Component;
  for (const name of OF_THE_SERIES) removeProperty(copy, name);
  const others = new Set(object.calendar.entries);
  addChild(object.calendar, textOf(copy));
  return object.calendar.entries.find((entry) => !others.has(entry)) as Component;
}

interface Writing { readonly series: EventObject; readonly date: DateText; readonly own: OccurrenceFields; readonly files: EventFields['attachments']; readonly before: SeriesFields; readonly after: SeriesFields }

type AnyRow = { read(from: EventObject): unknown; write(to: EventObject, value: unknown): void };

function writeOverride(view: EventObject, { series, date, own, files, before, after }: Writing): void {
  const { event } = view, old = property(event, 'RECURRENCE-ID');
  if (!old || paramValues(old, 'RANGE').length > 0 || !names(view, date, after)) {
    setProperty(event, 'RECURRENCE-ID', [original(series, date, after)]);
  }
  for (const name of Object.keys(EVENT_ROWS) as (keyof SeriesFields)[]) {
    if (name === 'rule') continue;
    const row = EVENT_ROWS[name] as AnyRow, now = row.read(view);
    const isOwn = (OCCURRENCE_FIELDS as readonly string[]).includes(name);
    const value = isOwn ? own[name as keyof OccurrenceFields] : name === 'attachments' ? filesShown(files, { now: EVENT_ROWS.attachments.read(view), before: ofSeries(before.attachments), after: after.attachments }) : after[name];
    const says = name === 'when' ? sameWhen(now as When, value as When) : equal(now, value);
    if (says || (!isOwn && name !== 'attachments' && !equal(now, before[name]))) continue;
    row.write(view, value);
    for (const dependent of DEPENDENTS[name]) removeProperty(event, dependent);
  }
}

/** Whether RECURRENCE-ID names this occurrence, in the type of the series' start. */
function names(view: EventObject, date: DateText, series: SeriesFields): boolean {
  const { when } = series;
  const line = property(view.event, 'RECURRENCE-ID');
  const stamp = line && readStamp(view, line);
  if (!stamp || when.allDay !== 'date' in stamp) return false;
  if ('date' in stamp) return stamp.date === date;
  return originalDate(when, stamp.moment) === date || (!when.allDay && inZone(stamp.moment, when.start.zone).local === nominalStart(series, date));
}

/** An RDATE may have a clock of its own. */
const nominalStart = ({ rule, when }: SeriesFields, date: DateText): string =>
  (isSet(rule) ? rule.more.find((one) => one.length > 10 && one.startsWith(date)) : undefined) ?? `${date}${clockOf(when)}`;

/** RFC 5545 section 3.8.4.4: of the type of the series' start and, as clients expect it, in its zone and form. */
function original({ event }: EventObject, date: DateText, series: SeriesFields): Omit<LineToFormat, 'name'> {
  const { when } = series;
  if (when.allDay) return formatStamp({ date });
  const start = property(event, 'DTSTART'), [tzid] = start ? paramValues(start, 'TZID') : [], local = nominalStart(series, date);
  return tzid === undefined ? { value: `${basic(local)}${when.start.zone === 'UTC' ? 'Z' : ''}` } : formatStamp({ local, tzid });
}

function writeDeleted(object: EventObject, dates: readonly DateText[], after: SeriesFields): void {
  if (after.rule !== null && equal([...deletedDates(object, after)].sort(), dates)) return;
  const stamps = dates.map((date) => original(object, date, after)), [first] = stamps;
  setProperty(object.event, 'EXDATE', first ? [{ ...first, value: stamps.map(({ value }) => value).join(',') }] : []);
}

export const seriesBefore = (object: EventObject, series: SeriesFields, exceptions: Exceptions): SeriesBefore =>
  ({ series, exceptions, overrides: series.rule === null ? { byDate: new Map(), ranged: new Set() } : overridesOf(object, series) });
