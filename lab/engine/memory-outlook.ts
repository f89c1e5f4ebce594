// The Outlook side of a folder in a memory mailbox: obeys the same contract as Outlook's own, without what Outlook cannot hold.
import type { Clock } from '../../src/engine/clock.js';
import { M2KError } from '../../src/engine/errors.js';
import { UNKNOWN_VERSION, itemId, uid as uidOf, version } from '../../src/engine/model/ids.js';
import type { ItemId, Kind, Uid } from '../../src/engine/model/ids.js';
import type { Fields } from '../../src/engine/model/item.js';
import type { Change, Creation, Fetched, Found, Mark, Part, Ref, Side, Whereabouts } from '../../src/engine/side/side.js';
import type { MailboxFile, StoredFolder, StoredItem } from './memory-mailbox.js';

export interface MemoryOutlook<K extends Kind> {
  readonly file: MailboxFile;
  readonly folder: string;
  readonly kind: K;
  readonly link: string;
  readonly clock: Clock;
  readonly newToken: () => string;
}

export function memoryOutlookSide<K extends Kind>(options: MemoryOutlook<K>): Side<K> {
  const { file, kind, link, newToken } = options;
  const now = (): string => new Date(options.clock.now()).toISOString();
  const newMark = (uid: Uid): Mark => ({ uid, token: newToken(), link });
  const folder = (): StoredFolder => {
    const found = file.folder(options.folder);
    if (!found) throw new M2KError('Unavailable', { reason: 'folder-gone', side: 'outlook' });
    return found;
  };
  const held = (id: ItemId): StoredItem | undefined => folder().items.find((item) => item.id === id);
  const found = (id: ItemId): Found<K> => foundIn(current({ id, version: UNKNOWN_VERSION }));

  function current(ref: Ref): StoredItem {
    const item = held(ref.id);
    if (!item) throw new M2KError('Stale', { reason: 'gone', side: 'outlook', item: ref.id });
    if (ref.version !== UNKNOWN_VERSION && ref.version !== String(item.version)) throw new M2KError('Stale', { reason: 'version', side: 'outlook', item: ref.id });
    return item;
  }

  function change(id: ItemId, to: Partial<StoredItem>): void {
    file.changeFolder(options.folder, (now, count) => ({ ...now, items: now.items.map((item) => (item.id === id ? { ...item, ...to, version: count } : item)) }));
  }

  function create({ item, over, revive }: Creation<K>): Found<K> {
    const there = folder().items.find((other) => other.uid === item.uid);
    if (there) throw new M2KError('AlreadyThere', { side: 'outlook', item: there.id });
    const lying = revive === undefined ? undefined : file.read().deleted.find((other) => other.id === revive.id || other.uid === item.uid);
    if (lying !== undefined) return bringBack(lying, item);
    const id = itemId(`item-${newToken()}`);
    file.changeFolder(options.folder, (before, count) => ({
      ...before,
      items: [...before.items, { id, version: count, uid: item.uid, fields: item.fields, extra: extraOf(over), mark: newMark(item.uid), created: now(), modified: now() }],
    }));
    return found(id);
  }

  function bringBack(lying: StoredItem, item: Creation<K>['item']): Found<K> {
    file.change((now) => ({
      ...now, count: now.count + 1, deleted: now.deleted.filter((other) => other.id !== lying.id),
      folders: now.folders.map((one) => (one.id === options.folder
        ? { ...one, items: [...one.items, { ...lying, version: now.count + 1, uid: item.uid, fields: item.fields, mark: newMark(item.uid), modified: new Date(options.clock.now()).toISOString() }] } : one)),
    }));
    return found(itemId(lying.id));
  }

  function update({ ref, item, fields }: Change<K>): Found<K> {
    const before = current(ref).fields as Fields<K>;
    const chosen = Object.fromEntries([...fields].map((field) => [field, item.fields[field]]));
    change(ref.id, { fields: { ...before, ...chosen }, modified: now() });
    return found(ref.id);
  }

  function remove(ref: Ref): { readonly trash?: ItemId } {
    if (!held(ref.id)) return {};
    const item = current(ref);
    file.change((now) => ({
      ...now, count: now.count + 1, deleted: [...now.deleted, item],
      folders: now.folders.map((one) => (one.id === options.folder ? { ...one, items: one.items.filter((other) => other.id !== ref.id) } : one)),
    }));
    return { trash: ref.id };
  }

  async function* fetch(ids: readonly ItemId[]): AsyncIterable<Fetched<K>> {
    for (const id of ids) {
      const item = held(id);
      yield await Promise.resolve(item
        ? { ok: true, item: foundIn<K>(item) }
        : { ok: false, id, missing: true, error: new M2KError('Stale', { reason: 'gone', side: 'outlook', item: id }) });
    }
  }

  return {
    name: 'outlook', kind, narrow: (fields) => fields, fetch,
    list: async () => Promise.resolve({
      items: folder().items.map((item) => ({ id: itemId(item.id), version: version(String(item.version)), created: item.created, ...(item.mark ? { mark: item.mark } : {}) })),
      complete: true,
    }),
    create: async (creation) => Promise.resolve(create(creation)),
    update: async (changed) => Promise.resolve(update(changed)),
    delete: async (ref) => Promise.resolve(remove(ref)),
    locate: async (id) => Promise.resolve(whereabouts(file, options.folder, id)),
    mark: async (ref, uid) => {
      current(ref);
      change(ref.id, { uid, mark: newMark(uid) });
      const { id, version: now, mark } = await Promise.resolve(found(ref.id));
      return { id, version: now, ...(mark ? { mark } : {}) };
    },
  };
}

function whereabouts(file: MailboxFile, folder: string, id: ItemId): Whereabouts {
  const { folders, deleted } = file.read();
  const place = folders.find((one) => one.items.some((item) => item.id === id));
  if (place) return { at: place.id === folder ? 'here' : 'elsewhere', id };
  return deleted.some((item) => item.id === id) ? { at: 'deleted', id } : { at: 'absent' };
}

function foundIn<K extends Kind>(item: StoredItem): Found<K> {
  const ref = { id: itemId(item.id), version: version(String(item.version)) };
  const text = JSON.stringify({ uid: item.uid, fields: item.fields, extra: item.extra });
  return {
    ...ref, uid: uidOf(item.uid), fields: item.fields as Fields<K>, modified: item.modified, parts: [{ ...ref, part: 'master', text }],
    ...(item.mark ? { mark: item.mark } : {}),
  };
}

const extraOf = (parts: readonly Part[] | undefined): string => (parts?.[0] ? (JSON.parse(parts[0].text) as { readonly extra?: string }).extra ?? '' : '');
