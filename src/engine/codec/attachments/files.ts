// Files of events by what they are, in one order whoever lists them.
import { canonicalLine } from '../../model/canonical.js';
import type { Attachment, EventFields } from '../../model/event.js';
import { isDeleted } from '../../model/exception.js';
import { datesAmong } from '../../model/occurrences.js';
import type { DateText } from '../../model/time.js';
import { putOn, type Shelf } from '../shelf.js';

/** What a file without a name is called. */
const NAMELESS = 'attachment';

type Files = readonly Attachment[];

/** Two files of one name and content are one. By occurrence, name, then content: neither side keeps an order of its own. */
export function canonicalFiles(files: Files): Files {
  const byKey = new Map(files.filter(({ octets }) => octets > 0).map(({ name, sha256, octets, occurrence }) => {
    const file: Attachment = { name: canonicalLine(name) || NAMELESS, sha256, octets, ...(occurrence === undefined ? {} : { occurrence }) };
    return [`${occurrence ?? ''}\n${keyOf(file)}`, file] as const;
  }));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
}

/** What tells one file of an event, or of an occurrence, from another. */
export const keyOf = ({ name, sha256 }: Pick<Attachment, 'name' | 'sha256'>): string => `${name}\n${sha256}`;

export const ofSeries = (files: Files): Files => files.filter(({ occurrence }) => occurrence === undefined);

/** What that occurrence has beside its series, as an event of its own would have it. */
export const ofOccurrence = (files: Files, date: DateText): Files => files.filter(({ occurrence }) => occurrence === date).map(({ name, sha256, octets }) => ({ name, sha256, octets }));

/** Dates of occurrences that have files of their own. */
export const datesOfFiles = (files: Files): readonly DateText[] => [...new Set(files.flatMap(({ occurrence }) => occurrence ?? []))].sort();

/** Files that are in an occurrence and not in its series are its own. What the series has and it has not is no statement: some Outlooks show none of its series' in it. */
export function ownFiles(shown: Files, series: Files, date: DateText): Files {
  const common = new Set(series.map(keyOf));
  return shown.filter((file) => !common.has(keyOf(file))).map((file) => ({ ...file, occurrence: date }));
}

/** What an occurrence that shows `now` is to show: its own, and its series' but for those that it lacked before. */
export function filesShown(own: Files, { now, before, after }: Readonly<Record<'now' | 'before' | 'after', Files>>): Files {
  const shown = new Set(now.map(keyOf)), were = new Set(before.map(keyOf));
  return canonicalFiles([...own, ...after.filter((file) => shown.has(keyOf(file)) || !were.has(keyOf(file)))]);
}

/** Files of an occurrence that there is not, or that the series has as well, are none. */
export function standingFiles(files: Files, series: Pick<EventFields, 'when' | 'rule' | 'exceptions'>): Files {
  const dates = datesOfFiles(files);
  if (dates.length === 0) return files;
  const occurs = datesAmong(dates, series), common = new Set(ofSeries(files).map(keyOf));
  return files.filter((file) => file.occurrence === undefined || (occurs.has(file.occurrence) && !isDeleted(series.exceptions[file.occurrence]) && !common.has(keyOf(file))));
}

/** The file that these octets are, its octets now on the shelf. */
export const shelvedFile = (shelf: Shelf, name: string, octets: Uint8Array): Attachment =>
  ({ name: canonicalLine(name) || NAMELESS, sha256: putOn(shelf, octets), octets: octets.length });
