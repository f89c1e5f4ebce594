// Exceptions as a calendar object holds them: EXDATE (RFC 5545 section 3.8.5.1) and VEVENTs with a RECURRENCE-ID (section 3.8.4.4).
import { dayOf, daysAfter } from '../../model/calendar-days.js';
import type { Attachment, EventFields } from '../../model/event.js';
import { NO_EXCEPTIONS, OCCURRENCE_FIELDS } from '../../model/exception.js';
import type { Exception, Exceptions, OccurrenceFields } from '../../model/exception.js';
import { datesAmong, ruleDates, startDate } from '../../model/occurrences.js';
import { isSet } from '../../model/recurrence.js';
import type { Later, Recurrence } from '../../model/recurrence.js';
import type { DateText, When } from '../../model/time.js';
import { paramValues } from '../content-lines/lines.js';
import type { ContentLine } from '../content-lines/lines.js';
import { ownFiles } from '../attachments/files.js';
import { exceptionOf, occurrenceOf } from '../occurrence.js';
import { nominalWhen, originalDate, sameWhen } from '../zones/occurrence-time.js';
import { inZone } from '../zones/zoned-time.js';
import { equal } from '../../model/canonical.js';
import { properties, property } from './components.js';
import type { Component } from './components.js';
import { unreadable } from './event-object.js';
import type { EventObject } from './event-object.js';
import { EVENT_ROWS } from './event-rows.js';
import type { SeriesFields } from './event-rows.js';
import { readStamp } from './times.js';

/** An override is read by the rows of its series. */
export const asEvent = (object: EventObject, event: Component): EventObject => ({ ...object, event, overrides: [] });

/** The overrides by the dates they stand for; `ranged` are those for all that follow, too. */
export interface Overrides {
  readonly byDate: ReadonlyMap<DateText, Component>;
  readonly ranged: ReadonlySet<Component>;
}

/**
 * @throws M2KError Unreadable: whatever might mean other dates to another reader is held (rules.md B6) - an override of no occurrence, an
 * occurrence both deleted and changed or changed twice.
 */
export function readExceptions(object: EventObject, series: SeriesFields): Exceptions {
  if (series.rule === null) {
    if (object.overrides[0]) unreadable('exceptions', 'override-of-no-occurrence', excerpt(object.overrides[0]));
    return NO_EXCEPTIONS;
  }
  const { byDate, ranged } = overridesOf(object, series), deleted = deletedDates(object, series);
  const occurs = datesAmong([...byDate.keys()], series);
  const found = new Map<DateText, Exception>([...deleted].map((date) => [date, { deleted: true }]));
  for (const [date, component] of byDate) {
    if (!occurs.has(date)) unreadable('exceptions', 'override-of-no-occurrence', excerpt(component));
    if (deleted.has(date)) unreadable('exceptions', 'occurrence-twice', excerpt(component));
    const exception = exceptionOf(series, date, occurrenceIn(object, component));
    if (exception) found.set(date, exception);
  }
  for (const [date, own] of following(object, series, { byDate, ranged })) {
    const exception = deleted.has(date) ? null : exceptionOf(series, date, own);
    if (exception) found.set(date, exception);
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Files that overrides have beside their series. One for all that follow in a series without an end is no single occurrence's. */
export function filesOfOverrides(object: EventObject, series: SeriesFields): readonly Attachment[] {
  if (object.overrides.length === 0 || series.rule === null) return [];
  const overrides = overridesOf(object, series), endless = series.rule.end.kind === 'never';
  const own = (component: Component, date: DateText): readonly Attachment[] => ownFiles(EVENT_ROWS.attachments.read(asEvent(object, component)), series.attachments, date);
  return [
    ...[...overrides.byDate].flatMap(([date, component]) => (endless && overrides.ranged.has(component) ? [] : own(component, date))),
    ...[...following(object, series, overrides)].flatMap(([date, , component]) => own(component, date)),
  ];
}

type Series = Pick<SeriesFields, 'when'> & { readonly rule: Recurrence | null };

export function overridesOf(object: EventObject, series: Series): Overrides {
  const byDate = new Map<DateText, Component>(), ranged = new Set<Component>();
  for (const component of object.overrides) {
    const line = property(component, 'RECURRENCE-ID') ?? unreadable('exceptions', 'several-events', excerpt(component));
    const date = dateIn(object, line, series) ?? unreadable('exceptions', 'override-of-no-occurrence', excerpt(component));
    if (byDate.has(date)) unreadable('exceptions', 'occurrence-twice', excerpt(component));
    byDate.set(date, component);
    if (isRanged(line)) ranged.add(component);
  }
  return { byDate, ranged };
}

const isRanged = (line: ContentLine): boolean => paramValues(line, 'RANGE').some((range) => range.toUpperCase() === 'THISANDFUTURE');

/** Dates that EXDATE takes away. A value that meets no occurrence takes nothing away, as RFC 5545 and every client have it. */
export function deletedDates(object: EventObject, series: Pick<SeriesFields, 'when' | 'rule'>): ReadonlySet<DateText> {
  const dates = properties(object.event, 'EXDATE').flatMap((line) => line.value.split(',').filter((value) => value.trim() !== '')
    .flatMap((value) => dateIn(object, { ...line, value }, series) ?? []));
  return datesAmong(dates, series);
}

/**
 * The occurrence that a RECURRENCE-ID or EXDATE value names. A date for a series with times is that day's occurrence, as ical.js reads
 * it and Exchange writes it; a midnight for an all-day series is its date, in whatever zone it is told.
 */
function dateIn(object: EventObject, line: ContentLine, { when, rule }: Series): DateText | null {
  const stamp = readStamp(object, line);
  if ('date' in stamp) return stamp.date;
  const moment = stamp.moment.zone === 'floating' && !when.allDay ? { ...stamp.moment, zone: when.start.zone } : stamp.moment;
  // An RDATE may have a clock of its own.
  const { local } = when.allDay ? moment : inZone(moment, when.start.zone);
  return originalDate(when, moment) ?? (isSet(rule) && rule.more.includes(local) ? local.slice(0, 10) : null);
}

function occurrenceIn(object: EventObject, component: Component): OccurrenceFields {
  const view = asEvent(object, component);
  return Object.fromEntries(OCCURRENCE_FIELDS.map((name) => [name, EVENT_ROWS[name].read(view)])) as unknown as OccurrenceFields;
}

/** What overrides for all that follow say in a series without an end, as one part of its recurrence: there are no single exceptions to list. */
export function laterIn(object: EventObject, when: When): readonly Later[] {
  const ranged = object.overrides.filter((component) => properties(component, 'RECURRENCE-ID').some(isRanged));
  if (ranged.length === 0) return [];
  const { subject, location, body, reminder, busyStatus } = EVENT_ROWS, own = { subject, location, body, reminder, busyStatus };
  return [...overridesOf({ ...object, overrides: ranged }, { when, rule: null }).byDate].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, component]): Later => {
    const view = asEvent(object, component), at = EVENT_ROWS.when.read(view);
    const changes = Object.fromEntries(Object.entries(own).flatMap(([name, row]) => (equal(row.read(view), row.read(object)) ? [] : [[name, row.read(view)]])));
    return { from, changes, when: sameWhen(at, nominalWhen(when, from)) ? null : at };
  });
}

/** What overrides for all that follow say of the occurrences after theirs: the same clock, as many days off. */
function* following(object: EventObject, { when, rule }: SeriesFields, { byDate, ranged }: Overrides): Generator<readonly [DateText, OccurrenceFields, Component]> {
  // Without an end they are part of the recurrence.
  if (ranged.size === 0 || rule === null || rule.end.kind === 'never') return;
  let current: { readonly own: OccurrenceFields; readonly days: number; readonly component: Component } | null = null;
  for (const date of ruleDates(rule, when)) {
    const component = byDate.get(date);
    if (component && ranged.has(component)) {
      const own = occurrenceIn(object, component);
      current = { own, days: dayOf(startDate(own.when)) - dayOf(date), component };
    } else if (!component && current) {
      yield [date, { ...current.own, when: nominalWhen(current.own.when, daysAfter(date, current.days)) }, current.component];
    }
  }
}

const excerpt = (component: Component): string => (property(component, 'RECURRENCE-ID') ?? property(component, 'UID'))?.raw.trim() ?? '';

/** What a read gives after a write: exceptions of no occurrence are not written, and what follows the series is no exception. */
export function narrowExceptions(series: SeriesFields, exceptions: EventFields['exceptions']): Exceptions {
  const occurs = datesAmong(Object.keys(exceptions), series);
  const narrowed = Object.entries(exceptions).filter(([date]) => occurs.has(date)).flatMap(([date, exception]): readonly [DateText, Exception][] => {
    if ('deleted' in exception) return [[date, { deleted: true }]];
    const held = exceptionOf(series, date, narrowOccurrence(occurrenceOf(series, date, exception.changes)));
    return held ? [[date, held]] : [];
  });
  return Object.fromEntries(narrowed.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const narrowOccurrence = (own: OccurrenceFields): OccurrenceFields => Object.fromEntries(OCCURRENCE_FIELDS.map((name) => {
  const row = EVENT_ROWS[name] as { narrow?(value: unknown): unknown };
  return [name, row.narrow ? row.narrow(own[name]) : own[name]];
})) as unknown as OccurrenceFields;
