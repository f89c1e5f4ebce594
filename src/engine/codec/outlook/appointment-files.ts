// Files attached to an appointment (OOM 3.1, 2.5). Of its attachments only files by value are anybody's to copy: items within the item, OLE objects,
// links, and the pictures of a formatted text are left alone.
import type { AttachmentRecord, ExceptionRecord, ItemRecord, Members } from '../../../ps-host/item-record.js';
import type { Step } from '../../../ps-host/protocol.js';
import type { Attachment } from '../../model/event.js';
import type { DateText } from '../../model/time.js';
import { canonicalFiles, datesOfFiles, keyOf, ofOccurrence, ofSeries } from '../attachments/files.js';
import { isBlocked, windowsName } from '../attachments/windows-names.js';
import { MOST_OCTETS, putOn, type Shelf } from '../shelf.js';

/** OlAttachmentType: by value, by reference, an item, an OLE object. */
const BY_VALUE = 1, BY_REFERENCE = 4;

/** PR_ATTACHMENT_HIDDEN, PR_ATTACH_FLAGS (MS-OXCMSG 2.2.2.24, 2.2.2.18). */
export const ATTACHMENT_MEMBERS: NonNullable<Members['attachments']> = {
  most: MOST_OCTETS, hidden: 'http://schemas.microsoft.com/mapi/proptag/0x7FFE000B', flags: 'http://schemas.microsoft.com/mapi/proptag/0x37140003',
};

/** The record with the octets of its files and its formatted text on the shelf, and their hashes in their place: what is kept of an item stays small. */
export function shelvedRecord(record: ItemRecord, shelf: Shelf): ItemRecord {
  const { attachments, exceptions, rtf, ...rest } = record;
  const ofOccurrences = (exceptions ?? []).flatMap((one) => (one.deleted ? [] : one.attachments ?? []));
  if (rtf === undefined && [...attachments ?? [], ...ofOccurrences].every(({ octets }) => octets === null)) return record;
  const shelved = (one: AttachmentRecord): AttachmentRecord => {
    if (one.octets === null) return one;
    const octets = Buffer.from(one.octets, 'base64');
    return octets.length > MOST_OCTETS ? { ...one, octets: null } : { ...one, octets: null, size: octets.length, sha256: putOn(shelf, octets) };
  };
  return {
    ...rest, ...(attachments === undefined ? {} : { attachments: attachments.map(shelved) }),
    ...(exceptions === undefined ? {} : { exceptions: exceptions.map((one) => (one.deleted || one.attachments === undefined ? one : { ...one, attachments: one.attachments.map(shelved) })) }),
    ...(typeof rtf === 'string' ? { formatted: putOn(shelf, Buffer.from(rtf, 'base64')) } : {}),
  };
}

const isPicture = ({ hidden, flags }: AttachmentRecord): boolean => hidden || (flags & RENDERED_IN_BODY) !== 0;
const RENDERED_IN_BODY = 4;

const filesOf = (attachments: readonly AttachmentRecord[]): readonly Attachment[] =>
  attachments.flatMap((one) => (one.type === BY_VALUE && !isPicture(one) && one.sha256 !== undefined ? [{ name: one.name, sha256: one.sha256, octets: one.size }] : []));

const filesIn = (record: ItemRecord | null): readonly Attachment[] => filesOf(record?.attachments ?? []);

/** What each changed occurrence shows: its own files, and those of its series, which are read of the series alone. */
export function filesByDate(record: ItemRecord, dateOf: (one: ExceptionRecord) => DateText): ReadonlyMap<DateText, readonly Attachment[]> {
  const series = filesIn(record);
  return new Map((record.exceptions ?? []).flatMap((one) => {
    const shown = one.deleted ? [] : one.attachments ?? [], names = new Set(shown.filter(({ sha256, type }) => sha256 === undefined && type === BY_VALUE).map(({ name }) => name));
    return shown.length === 0 ? [] : [[dateOf(one), [...filesOf(shown), ...series.filter(({ name }) => names.has(name))]] as const];
  }));
}

/** Without the record's octets on the shelf there is none: see shelvedRecord. */
export const readFiles = (record: ItemRecord): readonly Attachment[] => narrowFiles(filesIn(record));

/** What Outlook takes and shows again. */
export const narrowFiles = (files: readonly Attachment[]): readonly Attachment[] =>
  canonicalFiles(files.filter(({ name, octets }) => octets <= MOST_OCTETS && !isBlocked(name)).map((file) => ({ ...file, name: windowsName(file.name) })));

/** Of the item itself. Files that nobody has any more are left out, and the rest of the item goes on. */
export const fileSteps = (wanted: readonly Attachment[], record: ItemRecord | null, shelf: Shelf): readonly Step[] => stepsBetween(filesIn(record), ofSeries(wanted), shelf);

/** From the files that an item shows to those that are wanted. */
export function stepsBetween(now: readonly Attachment[], wanted: readonly Attachment[], shelf: Shelf): readonly Step[] {
  const held = new Set(now.map((file) => keyOf({ ...file, name: windowsName(file.name) })));
  const files = narrowFiles(wanted), kept = new Set(files.map(keyOf));
  const gone = now.filter((file) => !kept.has(keyOf({ ...file, name: windowsName(file.name) })));
  const fresh = files.filter((file) => !held.has(keyOf(file))).flatMap(({ name, sha256 }): readonly Step[] => {
    const octets = shelf.take(sha256);
    return octets === undefined ? [] : [{ do: 'attach', name, octets: Buffer.from(octets).toString('base64') }];
  });
  return [...gone.map(({ name, sha256 }): Step => ({ do: 'detach', name, sha256 })), ...fresh];
}

interface OccurrenceFiles {
  /** What changed occurrences show now; empty where the pattern is made anew. */
  readonly shown: ReadonlyMap<DateText, readonly Attachment[]>;
  readonly after: readonly Attachment[];
  readonly shelf: Shelf;
}

/**
 * Steps for each occurrence whose files change. What the series had and has no more is taken out of those that have it, too: it would read as their own.
 * What is new in the series is not put into them: whether they show it by themselves is not documented.
 */
export function occurrenceFiles({ shown, after, shelf }: OccurrenceFiles): ReadonlyMap<DateText, readonly Step[]> {
  const common = new Set(ofSeries(after).map(keyOf));
  const stays = ({ name, sha256 }: Attachment): boolean => common.has(keyOf({ name: windowsName(name), sha256 })) || isBlocked(name);
  return new Map([...new Set([...shown.keys(), ...datesOfFiles(after)])].sort().flatMap((date) => {
    const steps = stepsBetween((shown.get(date) ?? []).filter((file) => !stays(file)), ofOccurrence(after, date), shelf);
    return steps.length === 0 ? [] : [[date, steps] as const];
  }));
}

/**
 * Names of what belongs to the item and is neither in the model nor in its record: neither the server nor the undo store can have it. Files of a changed
 * occurrence (OOM 3.1, 4.5: ARO flag 0040) count as those of the item, but for what it has from its series.
 */
export function unkeptFiles({ attachments = [], exceptions = [] }: ItemRecord): readonly string[] {
  const common = new Set(attachments.map(({ name, type }) => `${type} ${name}`)), files = (list: readonly AttachmentRecord[]): readonly AttachmentRecord[] => list.filter((one) => one.type !== BY_REFERENCE && !isPicture(one));
  const own = exceptions.flatMap((one) => (one.deleted ? [] : files(one.attachments ?? []))).filter(({ name, type }) => !common.has(`${type} ${name}`));
  return [...files(attachments), ...own].filter((one) => !(one.type === BY_VALUE && one.sha256 !== undefined)).map(({ name }) => name);
}
