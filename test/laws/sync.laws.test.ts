// The laws of the sync core (design.md 4): worlds that are edited on both sides, broken in the middle of writes and commits, and put in any order.
import test from 'ava';
import fc from 'fast-check';
import type { ExecutionContext } from 'ava';
import type { EventFields } from '../../src/engine/model/event.js';
import { canonicalText } from '../../src/engine/model/canonical.js';
import { other } from '../../src/engine/model/ids.js';
import type { SideName, Uid } from '../../src/engine/model/ids.js';
import { decide } from '../../src/engine/sync/decide.js';
import type { Change, Verdict } from '../../src/engine/sync/decide.js';
import { deletionLimit } from '../../src/engine/sync/guard.js';
import type { LinkRules } from '../../src/engine/sync/link.js';
import { merge } from '../../src/engine/sync/merge.js';
import { act, BOTH_WAYS, arbitraryDeed, arbitraryEvent, arbitraryFaults, look, narrowOutlook, narrowServer, settle, sync, syncWorld } from '../support/sync-world.js';
import type { Deed, RunFaults, SyncWorld, WorldOptions } from '../support/sync-world.js';

const CASES = Number(process.env['M2K_LAW_CASES'] ?? '1000');

async function law<Values extends [unknown, ...unknown[]]>(t: ExecutionContext, property: fc.IAsyncProperty<Values>): Promise<void> {
  await fc.assert(property, { numRuns: CASES, ...(process.env['M2K_LAW_SEED'] === undefined ? {} : { seed: Number(process.env['M2K_LAW_SEED']) }) });
  t.pass();
}

/** What both sides can hold of what a side says, by UID. */
const meaning = (fields: EventFields): string => canonicalText(narrowOutlook(narrowServer(fields)));
const contents = (world: SyncWorld, side: SideName): readonly string[] => [...world[side].world.values()].map((held) => `${held.uid} ${meaning(held.fields)}`).sort();
const uids = (world: SyncWorld, side: SideName): readonly Uid[] => [...world[side].world.values()].map((held) => held.uid);
const isSingle = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

interface Round { readonly deeds: readonly Deed[]; readonly faults: RunFaults }
const arbitraryRounds = fc.array(fc.record({ deeds: fc.array(arbitraryDeed(), { maxLength: 5 }), faults: arbitraryFaults }), { minLength: 1, maxLength: 4 });
const arbitraryWorld: fc.Arbitrary<WorldOptions> = fc.constantFrom<WorldOptions>({}, { server: { cursor: false }, outlook: { cursor: false } }, { server: { flakyVersions: true, cursor: false } });

async function live(world: SyncWorld, rounds: readonly Round[]): Promise<void> {
  for (const { deeds, faults } of rounds) {
    for (const deed of deeds) await act(world, deed);
    await sync(world, faults);
  }
}

/** A world in which both sides agreed on some items. */
async function agreed(seed: readonly EventFields[], options: WorldOptions = {}): Promise<SyncWorld> {
  const world = syncWorld(options);
  for (const [index, fields] of seed.entries()) await act(world, { do: 'add', side: index % 2 === 0 ? 'outlook' : 'server', fields });
  await settle(world);
  return world;
}
/** Faults of a world in which nobody edits meanwhile. */
const quietFaults = arbitraryFaults.map((faults) => ({ ...faults, meanwhile: [] }));
const arbitrarySeed = fc.array(arbitraryEvent, { minLength: 1, maxLength: 5 });

test('L1 converge: after edits stop, three runs make both sides equal, whatever faults and crashes came before', (t) => law(t, fc.asyncProperty(arbitraryWorld, arbitraryRounds, async (options, rounds) => {
  const world = syncWorld(options);
  await live(world, rounds);
  await settle(world);
  return canonicalText(contents(world, 'outlook')) === canonicalText(contents(world, 'server'));
})));

test('L2 quiet: then the next plan is empty and nothing need be fetched', (t) => law(t, fc.asyncProperty(arbitraryRounds, async (rounds) => {
  const world = syncWorld();
  await live(world, rounds);
  const runs = await settle(world), writes = { ...world.outlook.calls }, next = await look(world);
  return runs <= 3 && next.actions === 0 && next.fetched === 0 && canonicalText(writes) === canonicalText({ ...world.outlook.calls, list: writes.list });
})));

test('L3 keep: what one side alone edited is on both sides afterwards, under any fault', (t) => law(t, fc.asyncProperty(arbitrarySeed, fc.constantFrom<SideName>('outlook', 'server'), fc.array(arbitraryDeed(), { minLength: 1, maxLength: 4 }), fc.array(quietFaults, { maxLength: 3 }), async (seed, side, deeds, faults) => {
  const world = await agreed(seed);
  for (const deed of deeds) if (deed.do !== 'remove') await act(world, { ...deed, side });
  const wanted = contents(world, side);
  for (const fault of faults) await sync(world, fault);
  await settle(world);
  const held = new Set([...contents(world, 'outlook'), ...contents(world, 'server')]);
  return wanted.every((content) => held.has(content)) && contents(world, 'outlook').length === contents(world, 'server').length;
})));

test('L4 honour: what one side deleted and the other left alone is gone from both, even if the deletion failed at first', (t) => law(t, fc.asyncProperty(arbitrarySeed, fc.constantFrom<SideName>('outlook', 'server'), fc.nat(9), fc.array(quietFaults, { maxLength: 3 }), async (seed, side, which, faults) => {
  const world = await agreed(seed);
  const list = [...world[side].world], gone = list[which % list.length];
  await act(world, { do: 'remove', side, which });
  for (const fault of faults) await sync(world, fault);
  await settle(world);
  return gone !== undefined && !uids(world, 'outlook').includes(gone[1].uid) && !uids(world, 'server').includes(gone[1].uid) && uids(world, 'outlook').length === list.length - 1;
})));

test('L5 evidence: rule 12, 13: nothing is deleted on an incomplete listing, nor on an absence seen once', (t) => law(t, fc.asyncProperty(arbitrarySeed, fc.constantFrom<SideName>('outlook', 'server'), fc.constantFrom('incomplete', 'unproven'), fc.nat(9), async (seed, side, how, which) => {
  let incomplete = '';
  const options = { incomplete: () => incomplete, ...(how === 'unproven' ? { confirmsGone: false } : {}) };
  const world = await agreed(seed, { [side]: options });
  await act(world, { do: 'remove', side, which });
  if (how === 'incomplete') incomplete = 'a row failed';
  const before = world.outlook.calls.delete + world.server.calls.delete;
  for (let run = 0; run < 3; run += 1) await sync(world);
  return world.outlook.calls.delete + world.server.calls.delete === before;
})));

test('L6 audit: rule 2: every content that we overwrite or delete was put into the undo store before', (t) => law(t, fc.asyncProperty(arbitraryWorld, arbitraryRounds, async (options, rounds) => {
  const world = syncWorld(options);
  await live(world, rounds);
  await settle(world);
  return world.unaudited.length === 0;
})));

test('L7 single: no UID is twice on a side because of us, at no time, even after a crash between create and commit', (t) => law(t, fc.asyncProperty(arbitraryRounds, async (rounds) => {
  const world = syncWorld();
  for (const round of rounds) {
    await live(world, [round]);
    if (!isSingle(uids(world, 'outlook')) || !isSingle(uids(world, 'server'))) return false;
  }
  await settle(world);
  return isSingle(uids(world, 'outlook')) && isSingle(uids(world, 'server'));
})));

test('L8 order: the order of the actions does not matter', (t) => law(t, fc.asyncProperty(fc.array(arbitraryDeed(), { maxLength: 6 }), fc.array(fc.nat(99), { minLength: 1, maxLength: 9 }), async (deeds, order) => {
  const results: string[] = [];
  for (const ranks of [[], order]) {
    const world = syncWorld();
    for (const deed of deeds) await act(world, deed.do === 'add' ? deed : deed);
    await sync(world, { order: ranks });
    results.push(canonicalText(['outlook', 'server'].map((side) => contents(world, side as SideName).map((content) => content.replace(/^u\d+ /, '').replace(/( )\d+"/, '$1"')).sort())));
  }
  return results[0] === results[1];
})));

test('L10 guard: rule 14: above the limit, or with a side empty, no deletion of the link is made', (t) => law(t, fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.nat(30), fc.constantFrom<SideName>('outlook', 'server'), async (size, removed, side) => {
  const fields = fc.sample(arbitraryEvent, { numRuns: 1, seed: size })[0] as EventFields;
  const world = await agreed(Array.from({ length: size }, (_, index) => ({ ...fields, subject: `event ${String(index)}` })));
  const count = Math.min(removed, size);
  for (let index = 0; index < count; index += 1) await act(world, { do: 'remove', side, which: 0 });
  const before = world.outlook.calls.delete + world.server.calls.delete;
  await sync(world, { accept: [] });
  const deleted = world.outlook.calls.delete + world.server.calls.delete - before;
  const held = count > 0 && (count === size || count > deletionLimit(size));
  return deleted === (held ? 0 : count);
})));

const arbitraryRules = fc.record({ to: fc.constantFrom<SideName>('outlook', 'server'), policy: fc.constantFrom('server' as const, 'outlook' as const, 'newer' as const) });

test('rule 18: one way: the leading side is never written to, and what it holds is on the following side', (t) => law(t, fc.asyncProperty(arbitraryRules, arbitrarySeed, arbitraryRounds, async ({ to, policy }, seed, rounds) => {
  const leader = to === 'outlook' ? 'server' : 'outlook';
  const world = syncWorld({ rules: { ...BOTH_WAYS, direction: { way: 'one', to }, policy } });
  for (const fields of seed) await act(world, { do: 'add', side: leader, fields });
  await live(world, rounds);
  await settle(world);
  const follows = new Set(contents(world, to)), { create, update, delete: removed } = world[leader].calls;
  return create + update + removed === 0 && contents(world, leader).every((content) => follows.has(content)) && world.unaudited.length === 0;
})));

test('rule 20: whoever wins a clash, both sides end equal and the loser is in the undo store', (t) => law(t, fc.asyncProperty(fc.constantFrom('server' as const, 'outlook' as const, 'newer' as const), arbitrarySeed, fc.tuple(arbitraryEvent, arbitraryEvent), async (policy, seed, [mine, theirs]) => {
  const world = await agreed(seed, { rules: { ...BOTH_WAYS, policy } });
  await act(world, { do: 'edit', side: 'outlook', which: 0, change: mine });
  await act(world, { do: 'edit', side: 'server', which: 0, change: theirs });
  await settle(world);
  return canonicalText(contents(world, 'outlook')) === canonicalText(contents(world, 'server')) && world.unaudited.length === 0;
})));

const arbitraryChange = fc.constantFrom<Change>('same', 'edited', 'gone');
const arbitraryRights = fc.record({ add: fc.constantFrom(true, false), change: fc.constantFrom(true, false), remove: fc.constantFrom(true, false) });
const mirror = (verdict: Verdict): Verdict => ('side' in verdict ? { ...verdict, side: other(verdict.side) } : verdict);

test('L9 mirror: swapping the sides, their rights, the direction and the origin swaps the verdict', async (t) => {
  await fc.assert(fc.asyncProperty(arbitraryChange, arbitraryChange, arbitraryRights, fc.constantFrom<'both' | SideName>('both', 'outlook', 'server'), fc.constantFrom<'both' | SideName>('both', 'outlook', 'server'), async (mine, theirs, rights, way, origin) => {
    const full = { add: true, change: true, remove: true };
    const direction = (to: typeof way): LinkRules['direction'] => (to === 'both' ? { way: 'both' } : { way: 'one', to });
    const turned = (side: typeof way): typeof way => (side === 'both' ? side : other(side));
    const here = decide({ outlook: mine, server: theirs, origin }, { ...BOTH_WAYS, direction: direction(way), rights: { outlook: full, server: rights } });
    const there = decide({ outlook: theirs, server: mine, origin: turned(origin) }, { ...BOTH_WAYS, direction: direction(turned(way)), rights: { outlook: rights, server: full } });
    return canonicalText(here) === canonicalText(mirror(there));
  }), { numRuns: CASES });
  t.pass();
});

const sorted = (fields: EventFields): string => canonicalText({ ...fields, categories: [...fields.categories].sort() });

test('L9 mirror: swapping the sides and the policy swaps the merge', async (t) => {
  await fc.assert(fc.asyncProperty(arbitraryEvent, arbitraryEvent, arbitraryEvent, fc.constantFrom<SideName>('outlook', 'server'), fc.boolean(), async (base, mine, theirs, winner, hasBase) => {
    const edited = (now: EventFields): ReadonlySet<keyof EventFields> => new Set((Object.keys(now) as (keyof EventFields)[]).filter((name) => hasBase && canonicalText(now[name]) !== canonicalText(base[name])));
    const side = (fields: EventFields): { fields: EventFields; edited: ReadonlySet<keyof EventFields>; narrow: (held: EventFields) => EventFields } => ({ fields, edited: edited(fields), narrow: (held) => held });
    const held = hasBase ? base : {};
    const here = merge({ kind: 'event', base: held, sides: { outlook: side(mine), server: side(theirs) }, winner });
    const there = merge({ kind: 'event', base: held, sides: { outlook: side(theirs), server: side(mine) }, winner: other(winner) });
    return sorted(here.agreed) === sorted(there.agreed) && canonicalText([here.lost.outlook, here.lost.server]) === canonicalText([there.lost.server, there.lost.outlook]);
  }), { numRuns: CASES });
  t.pass();
});
