// The items of a memory side and the hands that change them behind its back.
import { itemId, uid as uidOf, version } from '../../src/engine/model/ids.js';
import type { ItemId, Kind, SideName, Uid, Version } from '../../src/engine/model/ids.js';
import type { Fields, Item } from '../../src/engine/model/item.js';
import type { OtherHands } from '../../src/engine/side/contract/bench.js';
import type { Mark, Side, Whereabouts } from '../../src/engine/side/side.js';

export type Write = 'create' | 'update' | 'delete' | 'mark';

/** What becomes of one write: false = done; true = refused as Busy, nothing done; 'stored' = done, then Busy; 'crash' = done, then Crash. */
export type Fault = boolean | 'stored' | 'crash';

/** The process ends here: no code of the engine may catch it and go on. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

export interface MemoryOptions<K extends Kind> {
  /** 'server' when absent. */
  readonly name?: SideName;
  /** What the side can hold; everything when absent. Must be idempotent. */
  readonly narrow?: (fields: Fields<K>) => Fields<K>;
  /** Asked at every listing: why it is incomplete; '' = complete. */
  readonly incomplete?: () => string;
  /** False: `locate` answers 'absent' where it could answer 'deleted'. */
  readonly confirmsGone?: boolean;
  /** Listings give a cursor, and with one are made of what is known and what changed since. */
  readonly cursor?: boolean;
  /** Against the contract: from a cursor, what was gone before that is what it is told to have been. */
  readonly forgetsGone?: boolean;
  /** Every listing gives every item a new version, though nothing changed. */
  readonly flakyVersions?: boolean;
  /** The side writes marks with this link, as Outlook does. */
  readonly link?: string;
  /** `delete` gives the id among the deleted, and `locate` finds it there. */
  readonly trash?: boolean;
  readonly sameUidAllowed?: boolean;
  /** Called before every write takes effect: other hands may act in between. */
  readonly beforeWrite?: (what: Write) => void | Promise<void>;
}

export interface Held<K extends Kind> {
  readonly version: Version;
  readonly uid: Uid;
  readonly fields: Fields<K>;
  /** What no model field names; must survive updates and come back on re-creation. */
  readonly extra: string;
  readonly created: string;
  readonly modified?: string;
  readonly mark?: Mark;
  readonly unreadable?: boolean;
}

export interface MemoryHands<K extends Kind> extends OtherHands<K> {
  /** The version moves, the content does not. */
  touch(id: ItemId): void;
  /** The same item under a new id. */
  move(id: ItemId): ItemId;
  /** The user's copy: same UID, same mark, new id. */
  copy(id: ItemId): ItemId;
  /** Into a folder that is not synced. */
  putAway(id: ItemId): void;
  setExtra(id: ItemId, extra: string): void;
  /** Out of this folder, with its mark; to be put into another by `drop`. */
  take(id: ItemId): Held<K>;
  drop(held: Held<K>): ItemId;
}

export interface MemorySide<K extends Kind> extends Side<K> {
  /** By id, as they are now. */
  readonly world: ReadonlyMap<ItemId, Held<K>>;
  readonly otherHands: MemoryHands<K>;
  /** Consumed one a write; when used up all goes well. */
  readonly faults: Fault[];
  /** Calls so far; `fetch` counts items. */
  readonly calls: Readonly<Record<'list' | 'fetch' | Write | 'locate', number>>;
}

interface NewItem<K extends Kind> {
  readonly uid: Uid;
  readonly fields: Fields<K>;
  readonly extra?: string;
  readonly marked?: boolean;
}

export function memoryWorld<K extends Kind>(options: MemoryOptions<K>) {
  const name = options.name ?? 'server';
  const items = new Map<ItemId, Held<K>>();
  const gone = new Map<ItemId, { readonly at: Whereabouts['at']; readonly trash: ItemId }>();
  const changed = new Map<ItemId, number>();
  let revision = 0;
  let count = 0;

  const narrow = (fields: Fields<K>): Fields<K> => options.narrow?.(fields) ?? fields;
  const newMark = (uid: Uid): Mark => ({ uid, token: `t${(count += 1)}`, link: options.link ?? '' });

  function store(id: ItemId, held: Omit<Held<K>, 'version'>): ItemId {
    revision += 1;
    items.set(id, { ...held, version: version(`v${revision}`) });
    changed.set(id, revision);
    return id;
  }
  function add(item: NewItem<K>): ItemId {
    const id = itemId(`${name}-${(count += 1)}`);
    return store(id, {
      uid: item.uid, fields: narrow(item.fields), extra: item.extra ?? '', created: '2026-01-05T01:00:00Z',
      ...(item.marked ? { mark: newMark(item.uid) } : {}),
    });
  }
  function held(id: ItemId): Held<K> {
    const item = items.get(id);
    if (!item) throw new Error(`test: no item ${id}`);
    return item;
  }
  const change = (id: ItemId, to: Partial<Held<K>>): ItemId => store(id, { ...held(id), ...to });
  function remove(id: ItemId, at: Whereabouts['at'] = 'deleted'): ItemId {
    items.delete(id);
    const trash = itemId(`${id}-deleted`);
    revision += 1;
    gone.set(id, { at, trash });
    changed.set(id, revision);
    return trash;
  }
  const moveTo = (id: ItemId, keep: boolean): ItemId => {
    const item = held(id);
    if (!keep) remove(id, 'absent');
    return store(itemId(`${name}-${(count += 1)}`), item);
  };
  const idOf = (uid: Uid): ItemId | undefined => [...items].find(([, item]) => item.uid === uid)?.[0];

  const hands: MemoryHands<K> = {
    put: (item: Item<K>) => Promise.resolve(add(item)),
    edit: async (id, fields) => { change(id, { fields: narrow({ ...held(id).fields, ...fields }) }); },
    remove: async (id) => { remove(id); },
    putUnreadable: async () => {
      const id = itemId(`${name}-${(count += 1)}`);
      return store(id, { uid: uidOf(id), fields: {} as Fields<K>, extra: '', created: '2026-01-05T01:00:00Z', unreadable: true });
    },
    count: () => Promise.resolve(items.size),
    touch: (id) => { change(id, {}); },
    move: (id) => moveTo(id, false),
    copy: (id) => moveTo(id, true),
    putAway: (id) => { remove(id, 'elsewhere'); },
    setExtra: (id, extra) => { change(id, { extra }); },
    take: (id) => { const item = held(id); remove(id, name === 'server' ? 'deleted' : 'elsewhere'); return item; },
    drop: (item) => store(itemId(`${name}-${(count += 1)}`), item),
  };

  return {
    name, items, hands, narrow, newMark, add, change, remove, idOf,
    revision: () => revision,
    touchAll: () => { for (const id of [...items.keys()]) change(id, {}); },
    versions: (): ReadonlyMap<ItemId, Version> => new Map([...items].map(([id, item]) => [id, item.version])),
    /** What was known, with what changed since: an id that is neither known nor changed is not seen. */
    since(cursor: number, known: ReadonlyMap<ItemId, Version>): ReadonlyMap<ItemId, Version> {
      const now = new Map(known);
      for (const [id, at] of changed) {
        const item = items.get(id);
        if (item === undefined && (at > cursor || options.forgetsGone !== true)) now.delete(id);
        if (item !== undefined && at > cursor) now.set(id, item.version);
      }
      return now;
    },
    whereabouts(id: ItemId, uid: Uid): Whereabouts {
      if (items.has(id)) return { at: 'here' };
      const moved = idOf(uid);
      if (moved) return { at: 'here', id: moved };
      const was = gone.get(id);
      if (!was || was.at === 'absent' || options.confirmsGone === false) return { at: 'absent' };
      return was.at === 'deleted' && options.trash ? { at: 'deleted', id: was.trash } : { at: was.at };
    },
  };
}
