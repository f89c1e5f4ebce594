// The Outlook side of a link: one folder of one kind of item, through the PowerShell host. Knows no process and no COM.
import type { Clock } from '../clock.js';
import { M2KError } from '../errors.js';
import { canonicalText, equal } from '../model/canonical.js';
import { itemId, UNKNOWN_VERSION, version } from '../model/ids.js';
import type { Kind, Uid, Version } from '../model/ids.js';
import type { FieldName, Fields } from '../model/item.js';
import { fieldSpecs } from '../model/field-specs.js';
import type { OutlookCodec } from '../codec/outlook/outlook-codec.js';
import { failureToError } from '../../ps-host/failures.js';
import type { ItemRecord } from '../../ps-host/item-record.js';
import type { FolderRef, HostCall, Step } from '../../ps-host/protocol.js';
import { MARK_PROPERTY, formatMark, marksOf } from './outlook-mark.js';
import { listFolder, modifiedKey } from './outlook-side-list.js';
import { classesOf, foundOf, markOf, membersOf, readItems, recordOf, type Reading } from './outlook-side-read.js';
import { withStamp, writeStamp } from './outlook-stamp.js';
import type { Change, Found, Mark, Part, Ref, Side, Stamp } from './side.js';

export interface OutlookSideOptions<K extends Kind> {
  readonly call: HostCall;
  readonly clock: Pick<Clock, 'now'>;
  readonly folder: FolderRef;
  readonly codec: OutlookCodec<K>;
  /** Name of the link, for marks. */
  readonly link: string;
  /** Random, for marks. */
  readonly newToken: () => string;
  /** Whether a stamp is kept in the folder (rules.md 5, 8). */
  readonly stamps?: boolean;
  /** For items that have no id of their own yet: contacts. */
  readonly newUid: () => string;
  /** Whether events that Outlook made for birthdays and anniversaries are listed; they are when absent. */
  readonly personal?: 'hidden' | 'listed';
  /** Which part of another item the item of a UID is, for its mark. */
  readonly partOf?: (id: Uid) => string | undefined;
}

const SAVE: Step = { do: 'save' };
const markStep = (mark: Mark): Step => ({ do: 'user', name: MARK_PROPERTY, to: formatMark(mark) });
const formerOf = (parts: readonly Part[] | undefined): { readonly former?: ItemRecord } => {
  const former = recordOf(parts ?? []);
  return former === undefined ? {} : { former };
};
const known = (itemVersion: Version): string | null => (itemVersion === UNKNOWN_VERSION ? null : itemVersion);

export function outlookSide<K extends Kind>({ call, clock, folder, codec, link, newToken, newUid, personal, partOf, stamps = false }: OutlookSideOptions<K>): Side<K> {
  let modified: ReadonlyMap<string, string> = new Map();
  const reading: Reading<K> = { codec, newUid, now: () => clock.now(), modified: (record) => modified.get(modifiedKey(record.id, record.version)) };
  const members = membersOf(codec);
  const newMark = (id: Uid): Mark => {
    const part = partOf?.(id);
    return { uid: id, token: newToken(), link, ...(part === undefined ? {} : { part }) };
  };

  const write = (at: Ref | null, steps: readonly Step[], made: { readonly messageClass: string; readonly unless: Uid } | null = null): Promise<ItemRecord> => call('writeItem', {
    folder, members, messageClass: made?.messageClass ?? codec.messageClass, unless: made === null ? null : marksOf(made.unless),
    id: at?.id ?? null, version: at ? known(at.version) : null, steps: [...steps, SAVE],
  });

  /** The item as it is at the ref's version; read anew where what we have is of another or no version. Stale when it is gone. */
  async function currentOf({ ref, parts }: Change<K>): Promise<ItemRecord> {
    const held = recordOf(parts);
    if (held && held.version === ref.version) return held;
    const { items: [row] } = await call('readItems', { folder, ids: [ref.id], members });
    if (row?.ok) return codec.shelved?.(row.item) ?? row.item;
    throw row ? failureToError(row) : new Error('readItems gave no row');
  }

  /** What is to be written to an item that has it all but a little: what stays as it is keeps what no field says. Null for one that cannot be read. */
  function differing(current: ItemRecord, wanted: Fields<K>): ReadonlySet<FieldName<K>> | null {
    try {
      const now = codec.read(current), held = codec.narrow(wanted);
      return new Set((Object.keys(fieldSpecs(codec.kind)) as FieldName<K>[]).filter((name) => !equal(now[name], held[name])));
    } catch (error) {
      if (error instanceof M2KError) return null;
      throw error;
    }
  }

  return {
    name: 'outlook',
    kind: codec.kind,
    narrow: (fields) => codec.narrow(fields),
    async list() {
      const listed = await listFolder(call, folder, { classes: classesOf(codec), ...(personal === undefined ? {} : { personal }) });
      modified = listed.modified;
      return stamps ? withStamp(call, folder, listed.listing) : listed.listing;
    },
    fetch: (ids) => readItems({ call, folder }, ids, reading),
    async create({ item, over, revive }) {
      const chosen = new Set(Object.keys(fieldSpecs(codec.kind)) as FieldName<K>[]);
      const lying = revive === undefined ? null : (await call('reviveItem', { folder, id: revive.id ?? '', mark: marksOf(item.uid) })).id;
      if (lying !== null) {
        const ref = { id: itemId(lying), version: UNKNOWN_VERSION };
        const current = await currentOf({ ref, item, fields: chosen, parts: [] });
        const rest = codec.steps({ fields: item.fields, chosen: differing(current, item.fields) ?? chosen, current });
        return foundOf(await write(ref, [markStep(newMark(item.uid)), ...rest]), reading);
      }
      // The mark stands before the first save, so that no saved item of ours is ever without it.
      const steps = [markStep(newMark(item.uid)), ...codec.steps({ fields: item.fields, chosen, current: null, uid: item.uid, ...formerOf(over) })];
      return foundOf(await write(null, steps, { messageClass: codec.classOf?.(item.fields) ?? codec.messageClass, unless: item.uid }), reading);
    },
    async keep(found, fields) {
      const { keeps } = codec, before = recordOf(found.parts);
      if (keeps === undefined || before === undefined || ![...fields].some((name) => keeps.fields.has(name))) return found;
      const { items: [row] } = await call('readItems', { folder, ids: [found.id], members: keeps.members });
      if (!row?.ok) throw row ? failureToError(row) : new Error('readItems gave no row');
      if (row.item.version !== found.version) throw new M2KError('Stale', { reason: 'version', side: 'outlook', item: found.id });
      const { plain, formatted } = codec.shelved?.(row.item) ?? row.item;
      const text = canonicalText({ ...before, plain: { ...before.plain, ...plain }, ...(formatted === undefined ? {} : { formatted }) });
      return { ...found, parts: found.parts.map((part) => (part.part === 'master' ? { ...part, text } : part)) };
    },
    async update(change): Promise<Found<K>> {
      const steps = codec.steps({ fields: change.item.fields, chosen: change.fields, current: await currentOf(change), ...formerOf(change.from) });
      return foundOf(await write(change.ref, steps), reading);
    },
    async delete(ref, parts) {
      const record = recordOf(parts);
      const mark = record && markOf(record);
      const { trash } = await call('deleteItem', { folder, id: ref.id, version: known(ref.version), mark: mark ? marksOf(mark.uid) : null });
      return trash === null ? {} : { trash: itemId(trash) };
    },
    ...(stamps ? { stamp: (stamp: Stamp) => writeStamp(call, folder, stamp) } : {}),
    async locate(id, uid) {
      const { at, id: found } = await call('locateItem', { folder, id, mark: marksOf(uid) });
      return found === null ? { at } : { at, id: itemId(found) };
    },
    async mark(ref, uid) {
      const mark = newMark(uid);
      const record = await call('writeItem', {
        folder, messageClass: codec.messageClass, unless: null, id: ref.id, version: known(ref.version),
        steps: [markStep(mark), SAVE], members: { plain: [] },
      });
      return { id: itemId(record.id), version: version(record.version), mark };
    },
  };
}
