// Laws of who is who (rules.md 5, 7, 9): the user's copies, another desk's items, a lost state, and items that both sides have before we look.
import test from 'ava';
import fc from 'fast-check';
import { canonicalText } from '../../src/engine/model/canonical.js';
import { uid } from '../../src/engine/model/ids.js';
import type { Kind } from '../../src/engine/model/ids.js';
import type { Fields } from '../../src/engine/model/item.js';
import { CONTACTS, EVENTS } from '../support/sync-cast.js';
import type { Cast } from '../support/sync-cast.js';
import { act, arbitraryDeed, arbitrarySide } from '../support/sync-deeds.js';
import { agreed, arbitraryQuietFaults, arbitrarySeed, contents, deletionsOf, isSame, isSingle, law, uids, writesOf } from '../support/sync-law.js';
import { settle, sync, worldOf } from '../support/sync-world.js';
import { memoryStore } from '../support/memory-store.js';

const seeds = arbitrarySeed(EVENTS), faults = fc.array(arbitraryQuietFaults(EVENTS), { maxLength: 3 });

test('rule 7: the user\'s copies get UIDs of their own, and every one of them is on both sides, under any fault', (t) => law(t, fc.asyncProperty(seeds, fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }), EVENTS.change, faults, async (seed, copied, change, broken) => {
  const world = await agreed(EVENTS, seed);
  for (const which of copied) await act(world, { do: 'copy', side: 'outlook', which });
  await act(world, { do: 'edit', side: 'outlook', which: seed.length, change });
  const texts = (): string => canonicalText(contents(world, 'outlook').map((content) => content.replace(/^\S+ /, '')).sort());
  const wanted = texts();
  for (const fault of broken) await sync(world, fault);
  await settle(world);
  return texts() === wanted && isSame(world) && isSingle(uids(world, 'outlook')) && deletionsOf(world) === 0;
})));

/** Unlike in what likeness looks at, so that each has one partner at most. */
const distinct = <K extends Kind>(cast: Cast<K>): fc.Arbitrary<readonly Fields<K>[]> => arbitrarySeed(cast).map((list) => list.map((fields, index) => cast.named(fields, `no ${String(index)}`)));

function likeness<K extends Kind>(cast: Cast<K>, telling: (fields: Fields<K>) => Fields<K>): void {
  test(`rule 9, ${cast.kind}: what looks alike on both sides at first sight is one item, merged; nothing is copied and the loser is in the undo store`, (t) => law(t, fc.asyncProperty(distinct(cast), cast.change, async (seed, change) => {
    const world = worldOf(cast), kept = { ...change } as Record<string, unknown>;
    for (const name of ['subject', 'when', 'rule', 'name', 'emails', 'phones']) delete kept[name];
    for (const [index, fields] of seed.entries()) {
      await world.outlook.otherHands.put({ kind: cast.kind, uid: uid(`o${String(index)}`), fields: telling(fields) });
      await world.server.otherHands.put({ kind: cast.kind, uid: uid(`s${String(index)}`), fields: { ...telling(fields), ...kept } });
    }
    await settle(world);
    return isSame(world) && uids(world, 'server').length === seed.length && uids(world, 'server').every((one) => one.startsWith('s')) && deletionsOf(world) === 0 && world.unaudited.length === 0;
  })));

  test(`rule 9, ${cast.kind}: what looks like several is neither copied nor merged nor deleted, whatever else goes on`, (t) => law(t, fc.asyncProperty(cast.item, arbitrarySide, fc.integer({ min: 2, max: 3 }), async (item, side, count) => {
    const world = worldOf(cast), fields = telling(cast.named(item, 'twin'));
    for (let index = 0; index < count; index += 1) await world[side].otherHands.put({ kind: cast.kind, uid: uid(`many${String(index)}`), fields });
    await world[side === 'outlook' ? 'server' : 'outlook'].otherHands.put({ kind: cast.kind, uid: uid('one'), fields });
    await act(world, { do: 'add', side, fields: cast.named(telling(item), 'other') });
    await settle(world);
    return world.outlook.world.size + world.server.world.size === count + 1 + 2 && writesOf(world) === 1;
  })));
}

likeness(EVENTS, (fields) => ({ ...fields, subject: fields.subject.trim() || 'a subject' }));
likeness(CONTACTS, (fields) => ({ ...fields, emails: ['a@x'] }));

test('rule 5: a state that is lost deletes nothing and brings nothing back, in that run and in every later one', (t) => law(t, fc.asyncProperty(seeds, fc.array(arbitraryDeed(EVENTS), { maxLength: 4 }), async (seed, deeds) => {
  const world = await agreed(EVENTS, seed);
  const marked = new Set(uids(world, 'outlook'));
  for (const deed of deeds) if (deed.do !== 'add') await act(world, deed);
  const lacked = [...marked].filter((one) => !uids(world, 'server').includes(one));
  Object.assign(world, { store: memoryStore() });
  const before = deletionsOf(world);
  await settle(world, 4);
  return deletionsOf(world) === before && lacked.every((one) => !uids(world, 'server').includes(one)) && isSingle(uids(world, 'server')) && isSingle(uids(world, 'outlook'));
})));
