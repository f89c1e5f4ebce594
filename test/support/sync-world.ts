// Two sides in memory, a store and a clock, and everything that can happen to them: the bench of the sync laws.
import fc from 'fast-check';
import { M2KError } from '../../src/engine/errors.js';
import { canonicalText } from '../../src/engine/model/canonical.js';
import type { EventFields } from '../../src/engine/model/event.js';
import { uid } from '../../src/engine/model/ids.js';
import type { ItemId, SideName } from '../../src/engine/model/ids.js';
import { carryOut, planned, prepare } from '../../src/engine/sync/link-run.js';
import type { Prepared } from '../../src/engine/sync/link-run.js';
import { ALL_RIGHTS } from '../../src/engine/sync/link.js';
import type { Link, LinkRules } from '../../src/engine/sync/link.js';
import type { RunOptions } from '../../src/engine/sync/run-options.js';
import type { LinkOutcome } from '../../src/engine/sync/outcome.js';
import { memorySide } from './memory-side.js';
import { Crash } from './memory-world.js';
import type { Fault, MemoryOptions, MemorySide } from './memory-world.js';
import { memoryStore } from './memory-store.js';
import type { MemoryStore } from './memory-store.js';

export const BOTH_WAYS: LinkRules = { direction: { way: 'both' }, rights: { outlook: ALL_RIGHTS, server: ALL_RIGHTS }, policy: 'server', strays: 'undo' };

/** Lossy sides, as the real ones are: Outlook cuts, the server drops; each on its own fields and on shared ones. */
export const narrowOutlook = (fields: EventFields): EventFields => ({
  ...fields, location: fields.location.slice(0, 4), categories: fields.categories.filter((name) => name !== 'z'), subject: fields.subject.trimEnd(),
});
export const narrowServer = (fields: EventFields): EventFields => ({
  ...fields, sensitivity: fields.sensitivity === 'personal' ? 'normal' : fields.sensitivity, reminder: fields.reminder === null ? null : Math.min(fields.reminder, 60),
});

export interface SyncWorld {
  readonly outlook: MemorySide<'event'>;
  readonly server: MemorySide<'event'>;
  readonly store: MemoryStore;
  readonly link: Link<'event'>;
  now: number;
  /** What people do in the middle of a run: one before each write, as long as it lasts. */
  readonly meanwhile: Deed[];
  /** Contents that were overwritten or deleted by us although no pre-image of them was in the store (law L6). */
  readonly unaudited: string[];
}

export interface WorldOptions {
  readonly rules?: LinkRules;
  readonly outlook?: MemoryOptions<'event'>;
  readonly server?: MemoryOptions<'event'>;
}

export function syncWorld(options: WorldOptions = {}): SyncWorld {
  const store = memoryStore(() => { throw new Crash('commit'); }), meanwhile: Deed[] = [];
  const beforeWrite = async (): Promise<void> => {
    const deed = meanwhile.shift();
    if (deed !== undefined) await act({ outlook, server }, deed);
  };
  const outlook = memorySide<'event'>('event', { name: 'outlook', narrow: narrowOutlook, link: 'L', trash: true, cursor: true, beforeWrite, ...options.outlook });
  const server = memorySide<'event'>('event', { name: 'server', narrow: narrowServer, cursor: true, beforeWrite, ...options.server });
  const unaudited: string[] = [];
  const audited = (side: MemorySide<'event'>): MemorySide<'event'> => ({
    ...side,
    update: (change) => audit(side, change.ref.id, () => side.update(change)),
    delete: (ref, parts) => audit(side, ref.id, () => side.delete(ref, parts)),
  });
  async function audit<Result>(side: MemorySide<'event'>, id: ItemId, write: () => Promise<Result>): Promise<Result> {
    const held = side.world.get(id);
    const kept = held === undefined || store.images.some((image) => image.side === side.name && image.parts.some((part) => contentOf(part.text) === canonicalText([held.fields, held.extra])));
    const note = (): void => { if (!kept && side.world.get(id) !== held) unaudited.push(`${side.name} ${id} ${held.fields.subject}`); };
    try {
      const result = await write();
      note();
      return result;
    } catch (error) {
      if (!(error instanceof M2KError && error.code === 'Stale')) note();
      throw error;
    }
  }
  const link: Link<'event'> = { id: 'L', kind: 'event', title: 'a calendar', rules: options.rules ?? BOTH_WAYS, outlook: audited(outlook), server: audited(server) };
  return { outlook, server, store, link, now: Date.parse('2026-01-10T00:00:00Z'), meanwhile, unaudited };
}

/** Of a part of a memory side: all but the UID, which our own mark may have set. */
function contentOf(text: string): string {
  const { fields, extra } = JSON.parse(text) as { readonly fields: unknown; readonly extra: unknown };
  return canonicalText([fields, extra]);
}

export interface RunFaults {
  readonly outlook?: readonly Fault[];
  readonly server?: readonly Fault[];
  readonly commits?: readonly boolean[];
  /** Order of the plan's actions, by sorting on these numbers. */
  readonly order?: readonly number[];
  readonly accept?: readonly ('firstRun' | 'deletions')[];
  readonly meanwhile?: readonly Deed[];
}

const shuffled = <Value>(list: readonly Value[], order: readonly number[]): readonly Value[] =>
  list.map((value, index) => ({ value, rank: order[index % Math.max(order.length, 1)] ?? 0 })).sort((a, b) => a.rank - b.rank).map(({ value }) => value);

let ids = 0;

/** One run; a crash ends it where it stands. Faults are used up or thrown away. */
export async function sync(world: SyncWorld, faults: RunFaults = {}): Promise<LinkOutcome | 'crashed'> {
  world.now += 60_000;
  world.outlook.faults.splice(0, Infinity, ...(faults.outlook ?? []));
  world.server.faults.splice(0, Infinity, ...(faults.server ?? []));
  world.store.crashes.splice(0, Infinity, ...(faults.commits ?? []));
  world.meanwhile.splice(0, Infinity, ...(faults.meanwhile ?? []));
  const clock = { now: () => world.now, sleep: () => Promise.resolve() };
  const options: RunOptions = { whatIf: false, accept: new Set(faults.accept ?? ['firstRun', 'deletions'] as const) };
  try {
    const prepared = await prepare({ link: world.link, store: world.store, clock, newId: () => `id${String((ids += 1))}` }, options);
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
  }
}

/** What the next run would do, and what looking cost. */
export async function look(world: SyncWorld): Promise<{ readonly outcome: LinkOutcome; readonly actions: number; readonly fetched: number }> {
  const before = world.outlook.calls.fetch + world.server.calls.fetch, clock = { now: () => world.now, sleep: () => Promise.resolve() };
  const prepared = await prepare({ link: world.link, store: world.store, clock, newId: () => 'none' }, { whatIf: true, accept: new Set() });
  return { outcome: planned(prepared as unknown as Prepared), actions: prepared.actions.length, fetched: world.outlook.calls.fetch + world.server.calls.fetch - before };
}

/** Runs without faults until nothing is left to do; every run is more than ten minutes after the last. */
export async function settle(world: SyncWorld, most = 3): Promise<number> {
  for (let count = 1; count <= most; count += 1) {
    world.now += 11 * 60_000;
    await sync(world);
    if ((await look(world)).actions === 0) return count;
  }
  return most + 1;
}

// What people do.

export type Deed =
  | { readonly do: 'add'; readonly side: SideName; readonly fields: EventFields }
  | { readonly do: 'edit'; readonly side: SideName; readonly which: number; readonly change: Partial<EventFields> }
  | { readonly do: 'remove' | 'touch' | 'move'; readonly side: SideName; readonly which: number };

export async function act(world: Pick<SyncWorld, SideName>, deed: Deed): Promise<ItemId | undefined> {
  const side = world[deed.side], list = [...side.world.keys()];
  // Subjects of their own keep likeness (rules.md 9) out of the laws: it has tests of its own.
  const own = (subject: string): string => `${subject} ${String((ids += 1))}`;
  if (deed.do === 'add') return side.otherHands.put({ kind: 'event', uid: uid(`u${String((ids += 1))}`), fields: { ...deed.fields, subject: own(deed.fields.subject) } });
  const id = list[deed.which % Math.max(list.length, 1)];
  if (id === undefined) return undefined;
  if (deed.do === 'edit') await side.otherHands.edit(id, deed.change.subject === undefined ? deed.change : { ...deed.change, subject: own(deed.change.subject) });
  else if (deed.do === 'remove') await side.otherHands.remove(id);
  else if (deed.do === 'touch') side.otherHands.touch(id);
  else return side.otherHands.move(id);
  return id;
}

const text = fc.constantFrom('', 'a', 'b ', 'lunch', '會議', 'review $(x)');
export const arbitraryEvent: fc.Arbitrary<EventFields> = fc.record({
  subject: text, location: fc.constantFrom('', 'room', 'a long room'), body: text,
  when: fc.integer({ min: 1, max: 9 }).map((day) => ({ allDay: true as const, start: `2026-02-0${String(day)}`, end: `2026-02-1${String(day)}` })),
  rule: fc.constantFrom(null, { freq: 'daily' as const, interval: 2, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'never' as const } }),
  reminder: fc.constantFrom(null, 0, 15, 600), categories: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
  sensitivity: fc.constantFrom('normal' as const, 'private' as const, 'personal' as const), busyStatus: fc.constantFrom('busy' as const, 'free' as const),
});
const arbitraryChange = fc.oneof(...(['subject', 'location', 'body', 'when', 'rule', 'reminder', 'categories', 'sensitivity', 'busyStatus'] as const)
  .map((field) => arbitraryEvent.map((event): Partial<EventFields> => ({ [field]: event[field] }))));
const arbitrarySide = fc.constantFrom<SideName>('outlook', 'server');
export const arbitraryDeed = (side: fc.Arbitrary<SideName> = arbitrarySide): fc.Arbitrary<Deed> => fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('add' as const), side, fields: arbitraryEvent }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), side, which: fc.nat(9), change: arbitraryChange }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'touch' as const, 'move' as const), side, which: fc.nat(9) }) },
);
const arbitraryFault = fc.constantFrom<Fault>(false, false, true, 'stored', 'crash');
export const arbitraryFaults: fc.Arbitrary<RunFaults> = fc.record({
  outlook: fc.array(arbitraryFault, { maxLength: 6 }), server: fc.array(arbitraryFault, { maxLength: 6 }),
  commits: fc.array(fc.constantFrom(false, false, false, true), { maxLength: 8 }), order: fc.array(fc.nat(99), { maxLength: 8 }),
  meanwhile: fc.oneof(fc.constant([]), fc.array(arbitraryDeed(), { maxLength: 3 })),
});
