// How a law of the sync core is asked: over how many cases, from which seed; and what is looked at in a world when it has been lived in.
import fc from 'fast-check';
import type { ExecutionContext } from 'ava';
import { canonicalText } from '../../src/engine/model/canonical.js';
import type { Kind, SideName, Uid } from '../../src/engine/model/ids.js';
import type { Fields } from '../../src/engine/model/item.js';
import type { Cast } from './sync-cast.js';
import { act, arbitraryDeed, arbitraryFaults } from './sync-deeds.js';
import type { Deed, RunFaults } from './sync-deeds.js';
import { settle, sync, worldOf } from './sync-world.js';
import type { SyncWorld, WorldOptions } from './sync-world.js';
import { runs } from './law-runs.js';

export const CASES = Number(process.env['M2K_LAW_CASES'] ?? '1000');
/** A mutant need only be seen to fail: looking for its smallest case takes a hundred times as long. */
const SHRINKS = process.env['M2K_LAW_SHRINK'] !== 'no';

export async function law<Values extends [unknown, ...unknown[]]>(t: ExecutionContext, property: fc.IAsyncProperty<Values>): Promise<void> {
  await fc.assert(property, { ...runs(CASES), endOnFailure: !SHRINKS });
  t.pass();
}

/** What both sides can hold of what a side says, by UID. */
const meaning = <K extends Kind>({ narrow }: Cast<K>, fields: Fields<K>): string => canonicalText(narrow.outlook(narrow.server(fields)));

export const contents = <K extends Kind>(world: SyncWorld<K>, side: SideName): readonly string[] =>
  [...world[side].world.values()].map((held) => `${held.uid} ${meaning(world.cast, held.fields)}`).sort();
export const uids = <K extends Kind>(world: SyncWorld<K>, side: SideName): readonly Uid[] => [...world[side].world.values()].map((held) => held.uid);
export const isSingle = (list: readonly unknown[]): boolean => new Set(list).size === list.length;
export const isSame = <K extends Kind>(world: SyncWorld<K>): boolean => canonicalText(contents(world, 'outlook')) === canonicalText(contents(world, 'server'));
export const writesOf = <K extends Kind>(world: SyncWorld<K>, ...sides: readonly SideName[]): number => world.attempts.filter(({ side }) => sides.length === 0 || sides.includes(side)).length;
export const deletionsOf = <K extends Kind>(world: SyncWorld<K>, ...sides: readonly SideName[]): number =>
  world.attempts.filter(({ side, write }) => write === 'delete' && (sides.length === 0 || sides.includes(side))).length;

export interface Round<K extends Kind> {
  readonly deeds: readonly Deed<K>[];
  readonly faults: RunFaults<K>;
}

export const arbitraryRounds = <K extends Kind>(cast: Cast<K>, deed = arbitraryDeed(cast)): fc.Arbitrary<readonly Round<K>[]> =>
  fc.array(fc.record({ deeds: fc.array(deed, { maxLength: 5 }), faults: arbitraryFaults(cast) }), { minLength: 1, maxLength: 4 });

/** Sides with and without cursors, versions that move for nothing, an Outlook that cannot prove that an item is gone. */
export const arbitraryOptions = <K extends Kind>(): fc.Arbitrary<WorldOptions<K>> => fc.constantFrom<WorldOptions<K>>(
  {}, { server: { cursor: false }, outlook: { cursor: false } }, { server: { flakyVersions: true, cursor: false } }, { outlook: { confirmsGone: false } }, { outlook: { confirmsGone: false, cursor: false } },
);

export async function live<K extends Kind>(world: SyncWorld<K>, rounds: readonly Round<K>[]): Promise<void> {
  for (const { deeds, faults } of rounds) {
    for (const deed of deeds) await act(world, deed);
    await sync(world, faults);
  }
}

/** A world in which both sides agreed on some items, born on either in turn. */
export async function agreed<K extends Kind>(cast: Cast<K>, seed: readonly Fields<K>[], options: WorldOptions<K> = {}): Promise<SyncWorld<K>> {
  const world = worldOf(cast, options);
  for (const [index, fields] of seed.entries()) await act(world, { do: 'add', side: index % 2 === 0 ? 'outlook' : 'server', fields });
  await settle(world);
  return world;
}

export const arbitrarySeed = <K extends Kind>(cast: Cast<K>): fc.Arbitrary<readonly Fields<K>[]> => fc.array(cast.item, { minLength: 1, maxLength: 5 });
/** Faults of a world in which nobody edits meanwhile. */
export const arbitraryQuietFaults = <K extends Kind>(cast: Cast<K>): fc.Arbitrary<RunFaults<K>> => arbitraryFaults(cast).map((faults) => ({ ...faults, meanwhile: [] }));
