// A changed occurrence as an event of its own, for servers that refuse overrides (mail2000-and-dav M8, rules.md 11): its UID and its X- properties.
import type { EventFields } from '../../model/event.js';
import { isDeleted, NO_EXCEPTIONS } from '../../model/exception.js';
import type { Exceptions } from '../../model/exception.js';
import { uid } from '../../model/ids.js';
import type { Uid } from '../../model/ids.js';
import type { DateText, When } from '../../model/time.js';
import { escapeText, unescapeText } from '../content-lines/text.js';
import { canonicalFiles, datesOfFiles, ofOccurrence, ofSeries, ownFiles } from '../attachments/files.js';
import { exceptionOf, occurrenceOf } from '../occurrence.js';
import { nominalWhen } from '../zones/occurrence-time.js';
import { inZone } from '../zones/zoned-time.js';
import { setProperty, textOf, valueOf } from './components.js';
import { parseObject } from './event-object.js';
import { basic, dateText } from './times.js';

const SERIES = 'X-M2KSYNC-SERIES';
const ORIGINAL = 'X-M2KSYNC-RECURRENCE-ID';

/** Which occurrence of which series: its date in the zone of the series' start. */
export interface DetachedFrom {
  readonly series: Uid;
  readonly date: DateText;
}

/** The master's UID and the recurrence-id in UTC: every desk gives one occurrence the same. */
export function detachedUid(series: Uid, when: When, date: DateText): Uid {
  const start = nominalWhen(when, date);
  return uid(`${series}-${start.allDay ? basic(date) : `${basic(inZone(start.start, 'UTC').local)}Z`}`);
}

/** The text with the properties that say so. */
export function markDetached(text: string, { series, date }: DetachedFrom): string {
  const object = parseObject(text);
  setProperty(object.event, SERIES, [{ value: escapeText(series) }]);
  setProperty(object.event, ORIGINAL, [{ value: basic(date) }]);
  return textOf(object.text);
}

/** Null for an event that is nobody's occurrence. */
export function detachedFrom(text: string): DetachedFrom | null {
  const { event } = parseObject(text), series = unescapeText(valueOf(event, SERIES)), date = dateText(valueOf(event, ORIGINAL));
  return series === '' || date === null ? null : { series: uid(series), date };
}

/** What the event of an occurrence says: all that the series does, and what the occurrence says otherwise. */
export const detachedFields = (series: EventFields, date: DateText, exception: Exceptions[string]): EventFields =>
  ({
    ...series, ...occurrenceOf(series, date, 'changes' in exception ? exception.changes : {}), rule: null, exceptions: NO_EXCEPTIONS,
    attachments: canonicalFiles([...ofSeries(series.attachments), ...ofOccurrence(series.attachments, date)]),
  });

/** Occurrences that say something for themselves, or have files of their own, in order. */
export const changedDates = ({ exceptions, attachments }: EventFields): readonly DateText[] =>
  [...new Set([...Object.keys(exceptions), ...datesOfFiles(attachments)])].filter((date) => !isDeleted(exceptions[date])).sort();

/** The series as its server holds it: every occurrence with an event of its own is taken out of the series. */
export const withoutDetached = (series: EventFields): EventFields =>
  ({ ...series, exceptions: Object.fromEntries([...Object.keys(series.exceptions), ...changedDates(series)].map((date) => [date, { deleted: true }])), attachments: ofSeries(series.attachments) });

/** The series with its occurrences' events brought back in. One that says nothing of its own takes place as the series does. */
export function joinDetached(series: EventFields, detached: ReadonlyMap<DateText, EventFields>): EventFields {
  const own = [...detached].flatMap(([date, { when, subject, location, body, reminder, busyStatus }]) => {
    const exception = exceptionOf(series, date, { when, subject, location, body, reminder, busyStatus });
    return exception ? [[date, exception] as const] : [];
  });
  const files = [...detached].flatMap(([date, { attachments }]) => ownFiles(attachments, series.attachments, date));
  return { ...series, ...(files.length === 0 ? {} : { attachments: canonicalFiles([...series.attachments, ...files]) }), exceptions: Object.fromEntries([...Object.entries(series.exceptions).filter(([date]) => !detached.has(date)), ...own].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

