// A series' Exceptions as Outlook tells them, and which exceptions it can hold (OOM 4.5, 4.7).
import { M2KError } from '../../errors.js';
import type { EventFields } from '../../model/event.js';
import { NO_EXCEPTIONS } from '../../model/exception.js';
import type { Exception, Exceptions, OccurrenceFields } from '../../model/exception.js';
import { datesAmong, ruleDates } from '../../model/occurrences.js';
import type { DateText, When } from '../../model/time.js';
import type { ExceptionRecord, ItemRecord } from '../../../ps-host/item-record.js';
import { exceptionOf, occurrenceOf } from '../occurrence.js';
import { inZone } from '../zones/zoned-time.js';
import { machineZone, occurrenceWhenIsHeld } from './appointment-when.js';
import type { OutlookDesk } from './outlook-codec.js';

export type SeriesFields = Omit<EventFields, 'exceptions'>;

/**
 * The same OriginalDate may be there twice, deleted and changed: the changed one counts (OOM 4.5). What was set back to what the series
 * says is no exception.
 * @throws M2KError Unreadable for an exception of no occurrence: its date was misread, and a date must never be guessed.
 */
export function readExceptions(record: ItemRecord, series: SeriesFields, { desk, occurrence }: { readonly desk: OutlookDesk; readonly occurrence: (record: ItemRecord) => OccurrenceFields }): Exceptions {
  const records = record.exceptions ?? [];
  if (series.rule === null || records.length === 0) return NO_EXCEPTIONS;
  const found = new Map<DateText, Exception | null>();
  for (const one of [...records].sort((a, b) => Number(b.deleted) - Number(a.deleted))) {
    const date = originalDate(one, series.when, desk);
    found.set(date, one.deleted ? { deleted: true } : exceptionOf(series, date, occurrence({ ...record, plain: one.plain, zones: one.zones, pattern: null })));
  }
  const occurs = datesAmong([...found.keys()], series), stray = [...found.keys()].find((date) => !occurs.has(date));
  if (stray !== undefined) throw new M2KError('Unreadable', { field: 'exceptions', reason: 'exception-unreadable', excerpt: stray });
  return Object.fromEntries([...found].flatMap(([date, exception]) => (exception ? [[date, exception]] : [])));
}

export function originalDate({ deleted, original }: ExceptionRecord, when: When, desk: OutlookDesk): DateText {
  if (deleted || when.allDay) return original.date.slice(0, 10);
  return inZone({ local: original.date.slice(0, 19), zone: machineZone(desk) }, when.start.zone).local.slice(0, 10);
}

export interface Narrowing {
  /** As Outlook holds it, with a rule; the dates of its rule are Outlook's. */
  readonly series: SeriesFields;
  readonly narrow: (own: OccurrenceFields, series: When) => OccurrenceFields;
  readonly desk: OutlookDesk;
}

/**
 * The exceptions as they come back; null where Outlook refuses them: an occurrence may not pass another one, nor begin on its day (OOM 4.7), nor be told by
 * a clock that comes twice.
 * Exceptions of no occurrence are none.
 */
export function heldExceptions(fields: EventFields, { series, narrow, desk }: Narrowing): Exceptions | null {
  const { exceptions, ...own } = fields, dates = Object.keys(exceptions);
  if (dates.length === 0) return NO_EXCEPTIONS;
  const occurs = datesAmong(dates, series);
  const held = Object.fromEntries(Object.entries(exceptions).filter(([date]) => occurs.has(date)).flatMap(([date, exception]): readonly [DateText, Exception][] => {
    if ('deleted' in exception) return [[date, { deleted: true }]];
    // The words before a subject that was called off cut it; an occurrence has it from its series so.
    const changed = exceptionOf(series, date, narrow(occurrenceOf({ ...own, subject: series.subject }, date, exception.changes), series.when));
    return changed ? [[date, changed]] : [];
  }));
  const inTime = Object.values(held).every((one) => !('changes' in one) || one.changes.when === undefined || occurrenceWhenIsHeld(one.changes.when, series.when, desk));
  return inTime && inOrder(series, held, desk) ? held : null;
}

function inOrder(series: SeriesFields, exceptions: Exceptions, desk: OutlookDesk): boolean {
  const last = Object.keys(exceptions).sort().at(-1);
  if (series.rule === null || last === undefined) return true;
  let before = '';
  for (const date of ruleDates(series.rule, series.when)) {
    const exception = exceptions[date];
    if (exception && 'deleted' in exception) continue;
    const day = exception?.changes.when ? dayIn(exception.changes.when, series.when, desk) : date;
    if (day <= before) return false;
    if (date > last) return true;
    before = day;
  }
  return true;
}

/** The day in the zone of the series on which it begins; all-day events begin at midnight on the machine's clock. */
function dayIn(when: When, series: When, desk: OutlookDesk): DateText {
  if (series.allDay) return when.allDay ? when.start : inZone(when.start, machineZone(desk)).local.slice(0, 10);
  const start = when.allDay ? { local: `${when.start}T00:00:00`, zone: machineZone(desk) } : when.start;
  return inZone(start, series.start.zone).local.slice(0, 10);
}
