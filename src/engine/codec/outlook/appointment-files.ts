// Files attached to an appointment (OOM 3.1, 2.5). Of its attachments only files by value are anybody's to copy: items within the item, OLE objects,
// links, and the pictures of a formatted text are left alone.
import type { AttachmentRecord, ItemRecord, Members } from '../../../ps-host/item-record.js';
import type { Step } from '../../../ps-host/protocol.js';
import type { Attachment } from '../../model/event.js';
import { canonicalFiles, keyOf } from '../attachments/files.js';
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
  const { attachments, rtf, ...rest } = record;
  if (rtf === undefined && (attachments ?? []).every(({ octets }) => octets === null)) return record;
  const shelved = (one: AttachmentRecord): AttachmentRecord => {
    if (one.octets === null) return one;
    const octets = Buffer.from(one.octets, 'base64');
    return octets.length > MOST_OCTETS ? { ...one, octets: null } : { ...one, octets: null, size: octets.length, sha256: putOn(shelf, octets) };
  };
  return {
    ...rest, ...(attachments === undefined ? {} : { attachments: attachments.map(shelved) }),
    ...(typeof rtf === 'string' ? { formatted: putOn(shelf, Buffer.from(rtf, 'base64')) } : {}),
  };
}

const isPicture = ({ hidden, flags }: AttachmentRecord): boolean => hidden || (flags & RENDERED_IN_BODY) !== 0;
const RENDERED_IN_BODY = 4;

const filesIn = (record: ItemRecord | null): readonly Attachment[] =>
  (record?.attachments ?? []).flatMap((one) => (one.type === BY_VALUE && !isPicture(one) && one.sha256 !== undefined ? [{ name: one.name, sha256: one.sha256, octets: one.size }] : []));

/** Without the record's octets on the shelf there is none: see shelvedRecord. */
export const readFiles = (record: ItemRecord): readonly Attachment[] => narrowFiles(filesIn(record));

/** What Outlook takes and shows again. */
export const narrowFiles = (files: readonly Attachment[]): readonly Attachment[] =>
  canonicalFiles(files.filter(({ name, octets }) => octets <= MOST_OCTETS && !isBlocked(name)).map((file) => ({ ...file, name: windowsName(file.name) })));

/** Files that nobody has any more are left out, and the rest of the item goes on. */
export function fileSteps(wanted: readonly Attachment[], record: ItemRecord | null, shelf: Shelf): readonly Step[] {
  const now = filesIn(record), held = new Set(now.map((file) => keyOf({ ...file, name: windowsName(file.name) })));
  const files = narrowFiles(wanted), kept = new Set(files.map(keyOf));
  const gone = now.filter((file) => !kept.has(keyOf({ ...file, name: windowsName(file.name) })));
  const fresh = files.filter((file) => !held.has(keyOf(file))).flatMap(({ name, sha256 }): readonly Step[] => {
    const octets = shelf.take(sha256);
    return octets === undefined ? [] : [{ do: 'attach', name, octets: Buffer.from(octets).toString('base64') }];
  });
  return [...gone.map(({ name, sha256 }): Step => ({ do: 'detach', name, sha256 })), ...fresh];
}

/**
 * Names of what belongs to the item and is neither in the model nor in its record: neither the server nor the undo store can have it. Files of a changed
 * occurrence (OOM 3.1, 4.5: ARO flag 0040) are such, but for those that it has from its series.
 */
export function unkeptFiles({ attachments = [], exceptions = [] }: ItemRecord): readonly string[] {
  const ofSeries = new Set(attachments.map(({ name, type }) => `${type} ${name}`)), files = (list: readonly AttachmentRecord[]): readonly AttachmentRecord[] => list.filter((one) => one.type !== BY_REFERENCE && !isPicture(one));
  const own = exceptions.flatMap((one) => (one.deleted ? [] : files(one.attachments ?? []))).filter(({ name, type }) => !ofSeries.has(`${type} ${name}`));
  return [...files(attachments).filter((one) => !(one.type === BY_VALUE && one.sha256 !== undefined)), ...own].map(({ name }) => name);
}
