// Reads Outlook items in pages, and makes of an item's record what the core knows of it.
import { M2KError } from '../errors.js';
import { canonicalText } from '../model/canonical.js';
import { itemId, uid, version } from '../model/ids.js';
import type { ItemId, Kind, Uid } from '../model/ids.js';
import type { OutlookCodec } from '../codec/outlook/outlook-codec.js';
import { failureToError } from '../../ps-host/failures.js';
import type { ItemRecord, Members } from '../../ps-host/item-record.js';
import type { FolderRef, HostCall, ReplyOf } from '../../ps-host/protocol.js';
import { isOfClass } from './outlook-side-list.js';
import { MARK_PROPERTY, parseMark } from './outlook-mark.js';
import { uidOfGlobalId } from '../codec/outlook/global-object-id.js';
import type { Fetched, Found, Part } from './side.js';

const GLOBAL_ID = 'GlobalAppointmentID';

/** The message classes that a codec reads. */
export const classesOf = <K extends Kind>({ messageClass, otherClass }: OutlookCodec<K>): readonly string[] => [messageClass, ...(otherClass === undefined ? [] : [otherClass])];

/** What is read of every item: what the codec needs, our mark, and for events what their UID is made from (rules.md 7). */
export function membersOf<K extends Kind>({ kind, members }: OutlookCodec<K>): Members {
  const marked = (of: Members): Members => ({ ...of, user: [...new Set([...(of.user ?? []), MARK_PROPERTY])] });
  const plain = new Set(members.plain);
  if (kind === 'event') plain.add(GLOBAL_ID);
  const { ofClass } = members;
  return { ...marked(members), plain: [...plain], ...(ofClass === undefined ? {} : { ofClass: { ...ofClass, members: marked(ofClass.members) } }) };
}

export interface Reading<K extends Kind> {
  readonly codec: OutlookCodec<K>;
  readonly newUid: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** ISO 8601 UTC of the last change, where a listing told it. */
  readonly modified: (record: ItemRecord) => string | undefined;
}

/** @throws M2KError Unreadable, with the item. */
export function foundOf<K extends Kind>(read: ItemRecord, { codec, newUid, now, modified }: Reading<K>): Found<K> {
  const record = codec.shelved?.(read) ?? read, unkept = codec.unkept?.(record) ?? [];
  if (!isOfClass(record.messageClass, classesOf(codec))) {
    throw new M2KError('Unreadable', { reason: 'message-class', side: 'outlook', item: record.id, excerpt: record.messageClass });
  }
  const id = itemId(record.id);
  const mark = markOf(record);
  const changed = modified(record);
  return {
    id,
    version: version(record.version),
    uid: mark?.uid ?? bornUid(record) ?? uid(newUid()),
    ...(mark === undefined ? {} : { mark }),
    fields: codec.read(record),
    parts: [{ part: 'master', id, version: version(record.version), text: canonicalText(record) }],
    ...(unkept.length === 0 ? {} : { unkept }),
    ...(changed === undefined ? {} : { modified: changed }),
    ...(isSettled(changed, now()) ? {} : { settling: true }),
  };
}

/**
 * Two saves within one tick of LastModificationTime have the same version, and the store may move it once more after a save (OOM 3.6: neither its
 * resolution nor the delay is documented; RS avoids "strictly later" for the same reason). A change that no listing has shown is young as well.
 */
const SETTLED_MS = 3000;
const isSettled = (changed: string | undefined, now: number): boolean => changed !== undefined && now - Date.parse(changed) >= SETTLED_MS;

export function markOf(record: ItemRecord): ReturnType<typeof parseMark> {
  const text = record.user?.[MARK_PROPERTY];
  return typeof text === 'string' ? parseMark(text) : undefined;
}

function bornUid(record: ItemRecord): Uid | undefined {
  const hex = record.plain[GLOBAL_ID];
  return typeof hex === 'string' ? uidOfGlobalId(hex) : undefined;
}

/** The record that a part's text was made of; undefined for a part that is not ours. */
export function recordOf(parts: readonly Part[]): ItemRecord | undefined {
  const master = parts.find(({ part }) => part === 'master');
  return master && (JSON.parse(master.text) as ItemRecord);
}

/** Items of one call. Large bodies make the host leave some of a page: the next is smaller; else pages grow. */
const FIRST_PAGE = 25;
const LAST_PAGE = 200;

/** @throws M2KError Busy, Unavailable for all; what is wrong with one item is its row. */
export async function* readItems<K extends Kind>(
  at: { readonly call: HostCall; readonly folder: FolderRef }, ids: readonly ItemId[], reading: Reading<K>,
): AsyncGenerator<Fetched<K>> {
  const waiting: string[] = [...new Set(ids)];
  const members = membersOf(reading.codec);
  let size = FIRST_PAGE;
  while (waiting.length > 0) {
    const { items, left } = await at.call('readItems', { folder: at.folder, ids: waiting.splice(0, size), members });
    waiting.unshift(...left);
    size = left.length > 0 ? Math.max(1, items.length) : Math.min(2 * size, LAST_PAGE);
    for (const row of items) yield fetchedOf(row, reading);
  }
}

type ReadRow = ReplyOf<'readItems'>['items'][number];

function fetchedOf<K extends Kind>(row: ReadRow, reading: Reading<K>): Fetched<K> {
  const id = itemId(row.ok ? row.item.id : row.id);
  if (!row.ok) return { ok: false, id, error: ofItem(failureToError(row), id), missing: row.code === 'NotFound' };
  try {
    return { ok: true, item: foundOf(row.item, reading) };
  } catch (error) {
    if (!(error instanceof M2KError)) throw error;
    return { ok: false, id, error: ofItem(error, id), missing: false };
  }
}

const ofItem = (error: Error, item: ItemId): Error =>
  error instanceof M2KError && error.data.item === undefined ? new M2KError(error.code, { ...error.data, item }, { cause: error, message: error.message }) : error;
