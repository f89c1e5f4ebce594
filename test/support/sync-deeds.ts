// What people do to a world of the sync laws, and what breaks in it.
import fc from 'fast-check';
import { uid } from '../../src/engine/model/ids.js';
import type { ItemId, Kind, SideName } from '../../src/engine/model/ids.js';
import type { Fields } from '../../src/engine/model/item.js';
import type { Fault, MemorySide } from './memory-world.js';
import type { Cast } from './sync-cast.js';
import type { Acceptance } from '../../src/engine/sync/run-options.js';
import type { Wish } from '../../src/engine/sync/restore.js';

export type Deed<K extends Kind = 'event'> =
  | { readonly do: 'add'; readonly side: SideName; readonly fields: Fields<K> }
  | { readonly do: 'edit'; readonly side: SideName; readonly which: number; readonly change: Partial<Fields<K>> }
  | { readonly do: 'remove' | 'touch' | 'move'; readonly side: SideName; readonly which: number }
  /** Copied or put into another folder, as only Outlook's user can. */
  | { readonly do: 'copy' | 'putAway'; readonly side: 'outlook'; readonly which: number };

/** The stage that deeds are done on. */
export interface Stage<K extends Kind> extends Readonly<Record<SideName, MemorySide<K>>> {
  readonly cast: Cast<K>;
}

let count = 0;
export const nextName = (): string => String((count += 1));

/** The id of the item that it was done to; undefined where there is none. */
export async function act<K extends Kind>({ cast, ...sides }: Stage<K>, deed: Deed<K>): Promise<ItemId | undefined> {
  const { world, otherHands: hands } = sides[deed.side];
  if (deed.do === 'add') return hands.put({ kind: cast.kind, uid: uid(`u${nextName()}`), fields: cast.named(deed.fields, nextName()) });
  const id = [...world.keys()][deed.which % Math.max(world.size, 1)];
  if (id === undefined) return undefined;
  switch (deed.do) {
    case 'edit': await hands.edit(id, cast.named(deed.change, nextName())); return id;
    case 'remove': await hands.remove(id); return id;
    case 'touch': hands.touch(id); return id;
    case 'move': return hands.move(id);
    case 'copy': return hands.copy(id);
    case 'putAway': hands.putAway(id); return id;
  }
}

export const arbitrarySide = fc.constantFrom<SideName>('outlook', 'server');

export function arbitraryDeed<K extends Kind>(cast: Cast<K>, side: fc.Arbitrary<SideName> = arbitrarySide): fc.Arbitrary<Deed<K>> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('add' as const), side, fields: cast.item }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), side, which: fc.nat(9), change: cast.change }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'touch' as const, 'move' as const), side, which: fc.nat(9) }) },
  );
}

export interface RunFaults<K extends Kind = 'event'> {
  readonly outlook?: readonly Fault[];
  readonly server?: readonly Fault[];
  readonly commits?: readonly boolean[];
  /** Order of the plan's actions, by sorting on these numbers. */
  readonly order?: readonly number[];
  readonly accept?: readonly Acceptance[];
  /** What people do in the middle of the run: one before each write. */
  readonly meanwhile?: readonly Deed<K>[];
  /** The side's listing is incomplete: it lacks every third item, from this one on. */
  readonly lacking?: Readonly<Partial<Record<SideName, number>>>;
  /** What Outlook shows in this run may change once more under the same version. */
  readonly settling?: boolean;
  /** The server's clock is ahead by this much. */
  readonly skewMs?: number;
  readonly retry?: boolean;
  /** What the user wants back. */
  readonly restore?: readonly Wish[];
}

const arbitraryFault = fc.constantFrom<Fault>(false, false, true, 'stored', 'crash');
const lacking = fc.option(fc.nat(2), { nil: undefined, freq: 1 });

export const arbitraryFaults = <K extends Kind>(cast: Cast<K>): fc.Arbitrary<RunFaults<K>> => fc.record({
  outlook: fc.array(arbitraryFault, { maxLength: 6 }), server: fc.array(arbitraryFault, { maxLength: 6 }),
  commits: fc.array(fc.constantFrom(false, false, false, true), { maxLength: 8 }), order: fc.array(fc.nat(99), { maxLength: 8 }),
  meanwhile: fc.oneof(fc.constant([]), fc.array(arbitraryDeed(cast), { maxLength: 3 })),
  settling: fc.boolean(),
  lacking: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.record({ outlook: lacking, server: lacking }).map((rows) => JSON.parse(JSON.stringify(rows)) as Partial<Record<SideName, number>>) }),
});
