// A Side in memory whose world can be edited, broken and counted: for the contract suite and the laws of the sync core.
import { M2KError } from '../../src/engine/errors.js';
import { canonicalText } from '../../src/engine/model/canonical.js';
import { UNKNOWN_VERSION } from '../../src/engine/model/ids.js';
import type { ItemId, Kind, Uid } from '../../src/engine/model/ids.js';
import type { Fields } from '../../src/engine/model/item.js';
import type { Change, Creation, Fetched, Found, Listing, ListingMemory, Part, Ref, Whereabouts } from '../../src/engine/side/side.js';
import { Crash, memoryWorld } from './memory-world.js';
import type { Fault, Held, MemoryOptions, MemorySide, Write } from './memory-world.js';

export { Crash } from './memory-world.js';
export type { Fault, Held, MemoryHands, MemoryOptions, MemorySide, Write } from './memory-world.js';

export function memorySide<K extends Kind>(kind: K, options: MemoryOptions<K> = {}): MemorySide<K> {
  const world = memoryWorld<K>(options);
  const calls = { list: 0, fetch: 0, create: 0, update: 0, delete: 0, locate: 0, mark: 0 };
  const faults: Fault[] = [];

  /** One write: what happens to it is the next fault; `done` is called only where the write takes effect. */
  async function write<Result>(what: Write, done: () => Result): Promise<Result> {
    calls[what] += 1;
    await options.beforeWrite?.(what);
    const fault = faults.shift() ?? false;
    if (fault === true) throw new M2KError('Busy', { reason: 'fault', side: world.name });
    const result = done();
    if (fault === 'stored') throw new M2KError('Busy', { reason: 'outcome-unknown', side: world.name });
    if (fault === 'crash') throw new Crash(what);
    return result;
  }

  function current(ref: Ref): Held<K> {
    const held = world.items.get(ref.id);
    if (!held) throw new M2KError('Stale', { reason: 'gone', item: ref.id });
    if (ref.version !== UNKNOWN_VERSION && ref.version !== held.version) throw new M2KError('Stale', { reason: 'version', item: ref.id });
    return held;
  }

  function found(id: ItemId): Found<K> {
    const held = world.items.get(id);
    if (!held) throw new M2KError('Stale', { reason: 'gone', item: id });
    const part: Part = { id, version: held.version, part: 'master', text: textOf(held) };
    return {
      id, version: held.version, uid: held.uid, fields: held.fields, parts: [part],
      ...(held.mark ? { mark: held.mark } : {}), ...(held.modified ? { modified: held.modified } : {}),
    };
  }

  async function list(memory?: ListingMemory): Promise<Listing> {
    calls.list += 1;
    if (options.flakyVersions) world.touchAll();
    const known = memory ? world.since(Number(memory.cursor) || 0, memory.known) : world.versions();
    const items = [...known].map(([id, version]) => {
      const held = world.items.get(id);
      return { id, version, ...(held?.mark ? { mark: held.mark } : {}), ...(held ? { created: held.created } : {}) };
    });
    const because = options.incomplete?.() ?? '';
    return {
      items, complete: because === '', ...(because === '' ? {} : { because }),
      ...(options.cursor ? { cursor: String(world.revision()) } : {}),
    };
  }

  async function* fetch(ids: readonly ItemId[]): AsyncIterable<Fetched<K>> {
    for (const id of ids) {
      calls.fetch += 1;
      const held = world.items.get(id);
      if (!held) yield { ok: false, id, missing: true, error: new M2KError('Stale', { reason: 'gone', item: id }) };
      else if (held.unreadable) yield { ok: false, id, missing: false, error: new M2KError('Unreadable', { item: id }) };
      else yield { ok: true, item: found(id) };
    }
  }

  return {
    name: world.name, kind, calls, faults, world: world.items, otherHands: world.hands,
    narrow: world.narrow, list, fetch,
    create: (creation: Creation<K>) => write('create', () => {
      const { uid, fields } = creation.item;
      const there = options.sameUidAllowed ? undefined : world.idOf(uid);
      if (there) throw new M2KError('AlreadyThere', { item: there });
      return found(world.add({ uid, fields, extra: extraOf(creation.over), marked: options.link !== undefined }));
    }),
    update: (change: Change<K>) => write('update', () => {
      const held = current(change.ref);
      const wanted = world.narrow(change.item.fields);
      const chosen = Object.fromEntries([...change.fields].map((field) => [field, wanted[field]])) as Partial<Fields<K>>;
      world.change(change.ref.id, { fields: { ...held.fields, ...chosen } });
      return found(change.ref.id);
    }),
    delete: (ref: Ref) => write('delete', () => {
      if (!world.items.has(ref.id)) return {};
      current(ref);
      const trash = world.remove(ref.id);
      return options.trash ? { trash } : {};
    }),
    locate: (id: ItemId, uid: Uid): Promise<Whereabouts> => {
      calls.locate += 1;
      return Promise.resolve(world.whereabouts(id, uid));
    },
    mark: (ref: Ref, uid: Uid) => write('mark', () => {
      current(ref);
      if (options.link !== undefined) world.change(ref.id, { uid, mark: world.newMark(uid) });
      const held = current({ id: ref.id, version: UNKNOWN_VERSION });
      return { id: ref.id, version: held.version, ...(held.mark ? { mark: held.mark } : {}) };
    }),
  };
}

const textOf = (held: Held<Kind>): string => canonicalText({ uid: held.uid, fields: held.fields, extra: held.extra });

const extraOf = (parts: readonly Part[] | undefined): string =>
  parts?.[0] ? String((JSON.parse(parts[0].text) as { extra?: unknown }).extra ?? '') : '';
