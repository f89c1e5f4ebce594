// Two sides in memory, a store and a clock, and everything that can happen to them: the bench of the sync laws.
import { M2KError } from '../../src/engine/errors.js';
import { canonicalText } from '../../src/engine/model/canonical.js';
import type { ItemId, Kind, SideName } from '../../src/engine/model/ids.js';
import type { Fields } from '../../src/engine/model/item.js';
import type { Creation, Found, Listing, Side, Stamp } from '../../src/engine/side/side.js';
import { carryOut, prepare, shown } from '../../src/engine/sync/link-run.js';
import type { Prepared } from '../../src/engine/sync/link-run.js';
import { ALL_RIGHTS } from '../../src/engine/sync/link.js';
import type { Link, LinkRules } from '../../src/engine/sync/link.js';
import type { RunOptions } from '../../src/engine/sync/run-options.js';
import type { LinkOutcome } from '../../src/engine/sync/outcome.js';
import { memorySide } from './memory-side.js';
import { Crash } from './memory-world.js';
import type { Held, MemoryOptions, MemorySide } from './memory-world.js';
import { memoryStore } from './memory-store.js';
import type { MemoryStore } from './memory-store.js';
import { EVENTS } from './sync-cast.js';
import type { Cast } from './sync-cast.js';
import { act, nextName } from './sync-deeds.js';
import type { Deed, RunFaults, Stage } from './sync-deeds.js';

export { narrowOutlook, narrowServer } from './sync-cast.js';
export { act } from './sync-deeds.js';

export const BOTH_WAYS: LinkRules = { direction: { way: 'both' }, rights: { outlook: ALL_RIGHTS, server: ALL_RIGHTS }, policy: 'server', strays: 'undo' };

type WriteName = 'create' | 'update' | 'delete';
const RIGHT = { create: 'add', update: 'change', delete: 'remove' } as const;

export interface Attempt<K extends Kind> {
  readonly side: SideName;
  readonly write: WriteName;
  /** What is to be written; undefined for a deletion. */
  readonly fields?: Fields<K>;
  /** Of a creation: what is to come out of the deleted things. */
  readonly revive?: Creation<K>['revive'];
}

export interface SyncWorld<K extends Kind = 'event'> extends Stage<K> {
  readonly store: MemoryStore;
  readonly link: Link<K>;
  now: number;
  readonly meanwhile: Deed<K>[];
  lacking: NonNullable<RunFaults['lacking']>;
  settling: boolean;
  /** Where Outlook's folder is, and the stamp in it. */
  place?: string;
  stamp?: Stamp | null;
  /** Every write that was tried, refused ones too. */
  readonly attempts: Attempt<K>[];
  /** Contents that were overwritten or deleted by us although no pre-image of them was in the store (law L6). */
  readonly unaudited: string[];
  /** Writes that the link's direction or a right that is missing or unknown forbids (rules.md 18, 22). */
  readonly forbidden: string[];
}

export interface WorldOptions<K extends Kind = 'event'> {
  readonly rules?: LinkRules;
  readonly outlook?: MemoryOptions<K>;
  readonly server?: MemoryOptions<K>;
  /** Why a side will not take a write; null: it does. */
  readonly refuses?: (attempt: Attempt<K>) => string | M2KError | null;
  /** What a side makes of an item right after every write, against its own narrow. */
  readonly rewrites?: Readonly<Partial<Record<SideName, (fields: Fields<K>) => Partial<Fields<K>>>>>;
  /** Why the next listings are incomplete, though they lack nothing. */
  readonly because?: () => Readonly<Partial<Record<SideName, string>>>;
}

export const syncWorld = (options: WorldOptions = {}): SyncWorld => worldOf(EVENTS, options);

export function worldOf<K extends Kind>(cast: Cast<K>, options: WorldOptions<K> = {}): SyncWorld<K> {
  const store = memoryStore(() => { throw new Crash('commit'); }), meanwhile: Deed<K>[] = [];
  const side = (name: SideName, more: MemoryOptions<K>): MemorySide<K> => memorySide<K>(cast.kind, {
    name, narrow: (fields) => cast.narrow[name](fields), cursor: true, incomplete: () => options.because?.()[name] ?? '', ...more,
  });
  const outlook = side('outlook', { link: 'L', trash: true, ...options.outlook }), server = side('server', { ...options.server });
  const rules = options.rules ?? BOTH_WAYS;
  const world: SyncWorld<K> = {
    cast, outlook, server, store, now: Date.parse('2026-01-10T00:00:00Z'), meanwhile, lacking: {}, settling: false, attempts: [], unaudited: [], forbidden: [],
    link: { id: 'L', kind: cast.kind, title: 'a calendar', rules, outlook: outlook, server: server },
  };
  return Object.assign(world, { link: { ...world.link, outlook: watched(world, 'outlook', options), server: watched(world, 'server', options) } });
}

/** The side as the core gets it: what it does is looked at, and what the world's options want happens to it. */
function watched<K extends Kind>(world: SyncWorld<K>, name: SideName, options: WorldOptions<K>): Side<K> {
  const side = world[name];
  const attempt = (write: WriteName, what: Pick<Attempt<K>, 'fields' | 'revive'> = {}): void => {
    const tried = { side: name, write, ...what }, { direction, rights } = world.link.rules;
    world.attempts.push(tried);
    const leads = direction.way === 'one' && direction.to !== name;
    if (leads || rights[name][RIGHT[write]] !== true) world.forbidden.push(`${write} on ${name}`);
    const reason = options.refuses?.(tried) ?? null;
    if (reason !== null) throw reason instanceof M2KError ? reason : new M2KError('Refused', { reason, side: name });
  };
  // Somebody is quicker than the write; what then is overwritten must be what was looked at.
  const meanwhile = async (): Promise<void> => {
    const deed = world.meanwhile.shift();
    if (deed !== undefined) await act(world, deed);
  };
  const shown = (found: Found<K>): Found<K> => (name === 'outlook' && world.settling ? { ...found, settling: true } : found);
  async function rewritten(found: Found<K>): Promise<Found<K>> {
    const rewrite = options.rewrites?.[name];
    if (rewrite === undefined) return shown(found);
    await side.otherHands.edit(found.id, rewrite(found.fields));
    return shown(await read(side, found.id));
  }
  return {
    ...side,
    list: async (memory) => ({
      ...lackingRows(await side.list(memory), world.lacking[name]),
      ...(name === 'outlook' && world.place !== undefined ? { place: world.place } : {}), ...(name === 'outlook' && world.stamp !== undefined ? { stamp: world.stamp } : {}),
    }),
    stamp: (stamp) => { world.stamp = stamp; return Promise.resolve(); },
    async *fetch(ids) { for await (const row of side.fetch(ids)) yield row.ok ? { ok: true, item: shown(row.item) } : row; },
    // A server says 404 for whatever is not there, moved things too; only Outlook's user has other places.
    locate: async (id, uid) => { const where = await side.locate(id, uid); return name === 'server' && options.server?.confirmsGone !== false && where.at === 'absent' ? { at: 'deleted' } : where; },
    create: async (creation) => { attempt('create', { fields: creation.item.fields, revive: creation.revive }); await meanwhile(); return rewritten(await side.create(creation)); },
    update: async (change) => { attempt('update', { fields: change.item.fields }); await meanwhile(); return rewritten(await audit(world, { side, id: change.ref.id }, () => side.update(change))); },
    delete: async (ref, parts) => { attempt('delete'); await meanwhile(); return audit(world, { side, id: ref.id }, () => side.delete(ref, parts)); },
    mark: async (ref, uid) => { await meanwhile(); return side.mark(ref, uid); },
  };
}

/** Without a cursor: nothing may be built on a listing that lacks rows. */
function lackingRows({ items, ...listing }: Listing, from: number | undefined): Listing {
  if (from === undefined) return { items, ...listing };
  return { items: items.filter((_, index) => index % 3 !== from), complete: false, because: 'rows are lacking' };
}

async function read<K extends Kind>(side: Side<K>, id: ItemId): Promise<Found<K>> {
  for await (const row of side.fetch([id])) if (row.ok) return row.item;
  throw new M2KError('Stale', { side: side.name, item: id });
}

async function audit<K extends Kind, Result>(world: SyncWorld<K>, { side, id }: { readonly side: MemorySide<K>; readonly id: ItemId }, write: () => Promise<Result>): Promise<Result> {
  const held = side.world.get(id);
  const kept = held === undefined || world.store.images.some((image) => image.side === side.name && image.parts.some((part) => contentOf(part.text) === canonicalText([held.fields, held.extra])));
  const note = (): void => { if (!kept && side.world.get(id) !== held) world.unaudited.push(`${side.name} ${id} ${canonicalText(held.fields)}`); };
  try {
    const result = await write();
    note();
    return result;
  } catch (error) {
    if (!(error instanceof M2KError && error.code === 'Stale')) note();
    throw error;
  }
}

/** Of a part of a memory side: all but the UID, which our own mark may have set. */
function contentOf(text: string): string {
  const { fields, extra } = JSON.parse(text) as { readonly fields: unknown; readonly extra: unknown };
  return canonicalText([fields, extra]);
}

const shuffled = <Value>(list: readonly Value[], order: readonly number[]): readonly Value[] =>
  list.map((value, index) => ({ value, rank: order[index % Math.max(order.length, 1)] ?? 0 })).sort((a, b) => a.rank - b.rank).map(({ value }) => value);

/** One run; a crash ends it where it stands. Faults are used up or thrown away. */
export async function sync<K extends Kind>(world: SyncWorld<K>, faults: RunFaults<K> = {}): Promise<LinkOutcome | 'crashed'> {
  world.now += 60_000;
  world.outlook.faults.splice(0, Infinity, ...(faults.outlook ?? []));
  world.server.faults.splice(0, Infinity, ...(faults.server ?? []));
  world.store.crashes.splice(0, Infinity, ...(faults.commits ?? []));
  world.meanwhile.splice(0, Infinity, ...(faults.meanwhile ?? []));
  world.lacking = faults.lacking ?? {};
  world.settling = faults.settling ?? false;
  const options: RunOptions = { whatIf: false, accept: new Set(faults.accept ?? ['firstRun', 'deletions'] as const), restore: faults.restore ?? [], retry: faults.retry === true };
  try {
    const prepared = await prepare({ ...handsOf(world), desk: faults.desk ?? 'PC-1', skewMs: () => faults.skewMs ?? null }, options);
    const { outcome, error } = await carryOut({ ...prepared, actions: shuffled(prepared.actions, faults.order ?? []) } as unknown as Prepared, options);
    if (error instanceof Crash) return 'crashed';
    return outcome;
  } catch (error) {
    if (error instanceof Crash) return 'crashed';
    throw error;
  } finally {
    for (const side of [world.outlook, world.server]) side.faults.length = 0;
    world.store.crashes.length = 0;
    world.meanwhile.length = 0;
    world.lacking = {};
    world.settling = false;
  }
}

const handsOf = <K extends Kind>(world: SyncWorld<K>): Prepared<K>['hands'] =>
  ({ link: world.link, store: world.store, clock: { now: () => world.now, sleep: () => Promise.resolve() }, newId: () => `id${nextName()}`, run: new Date(world.now).toISOString() });

/** What the next run would do, and what looking cost. */
export async function look<K extends Kind>(world: SyncWorld<K>): Promise<{ readonly outcome: LinkOutcome; readonly actions: number; readonly fetched: number }> {
  const before = world.outlook.calls.fetch + world.server.calls.fetch;
  const prepared = await prepare(handsOf(world), { whatIf: true, accept: new Set() });
  return { outcome: shown(prepared as unknown as Prepared), actions: prepared.actions.length, fetched: world.outlook.calls.fetch + world.server.calls.fetch - before };
}

/** Runs without faults until nothing is left to do; every run is more than ten minutes after the last. */
export async function settle<K extends Kind>(world: SyncWorld<K>, most = 3): Promise<number> {
  for (let count = 1; count <= most; count += 1) {
    world.now += 11 * 60_000;
    await sync(world);
    if ((await look(world)).actions === 0) return count;
  }
  return most + 1;
}

/** The only item of a side, with its id. */
export const only = <K extends Kind>(world: SyncWorld<K>, side: SideName): readonly [ItemId, Held<K>] => {
  const [one] = world[side].world;
  if (one === undefined) throw new Error(`test: nothing on ${side}`);
  return one;
};

/** Somebody changes the only item of a side. */
export const edit = <K extends Kind>(world: SyncWorld<K>, side: SideName, change: Partial<Fields<K>>): Promise<void> => world[side].otherHands.edit(only(world, side)[0], change);
