// Laws of what counts as gone (rules.md 12, 13, 15): nothing is deleted that is not proven to be deleted.
import test from 'ava';
import fc from 'fast-check';
import { canonicalText } from '../../src/engine/model/canonical.js';
import { EVENTS } from '../support/sync-cast.js';
import { act, arbitraryDeed, arbitrarySide } from '../support/sync-deeds.js';
import type { Deed } from '../support/sync-deeds.js';
import { agreed, arbitraryRounds, arbitrarySeed, deletionsOf, law, live, uids } from '../support/sync-law.js';
import { settle, sync, worldOf } from '../support/sync-world.js';

const seeds = arbitrarySeed(EVENTS), MINUTE = 60_000;

test('L5 evidence: rule 12, 13: nothing is deleted on an incomplete listing, however often', (t) => law(t, fc.asyncProperty(seeds, arbitrarySide, fc.nat(9), async (seed, side, which) => {
  let because = '';
  const world = await agreed(EVENTS, seed, { because: () => ({ [side]: because }) });
  await act(world, { do: 'remove', side, which });
  because = 'a row failed';
  await settle(world, 5);
  return deletionsOf(world) === 0;
})));

test('L5 evidence: rule 13: an absence in Outlook deletes nothing within ten minutes, and an absence on the server without a 404 nothing ever', (t) => law(t, fc.asyncProperty(seeds, arbitrarySide, fc.nat(9), fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }), async (seed, side, which, minutes) => {
  const world = await agreed(EVENTS, seed, { [side]: { confirmsGone: false } });
  await act(world, { do: 'remove', side, which });
  await sync(world);
  const first = world.now;
  for (const wait of minutes) {
    world.now += (wait - 1) * MINUTE;
    await sync(world);
    const due = side === 'outlook' && world.now - first >= 10 * MINUTE;
    if (deletionsOf(world) !== (due ? 1 : 0)) return false;
  }
  return true;
})));

test('L5 evidence: rule 15: in a run whose token was refused, or whose collection was replaced, nothing is deleted on either side', (t) => law(t, fc.asyncProperty(
  seeds, fc.constantFrom('token-invalid', 'collection-replaced', 'all-versions-changed'), fc.array(arbitraryDeed(EVENTS), { maxLength: 5 }), async (seed, reason, deeds) => {
    let because = '';
    const world = await agreed(EVENTS, seed, { because: () => ({ server: because }) });
    for (const deed of deeds) await act(world, deed);
    because = reason;
    await sync(world);
    return deletionsOf(world) === 0;
  })));

/** Nobody deletes: whatever else happens, and however listings lie, neither do we. */
const kept = arbitraryDeed(EVENTS).filter((deed) => deed.do !== 'remove') as fc.Arbitrary<Deed>;
const keptRounds = arbitraryRounds(EVENTS, kept).map((rounds) => rounds.map(({ deeds, faults }) => ({ deeds, faults: { ...faults, meanwhile: (faults.meanwhile ?? []).filter((deed) => deed.do !== 'remove') } })));

test('L5 evidence: where nobody deletes nothing is deleted, whatever listings lack and wherever items move', (t) => law(t, fc.asyncProperty(seeds, keptRounds, fc.boolean(), async (seed, lived, confirmsGone) => {
  const world = await agreed(EVENTS, seed, { outlook: { confirmsGone } });
  const there = new Set([...uids(world, 'outlook')]);
  await live(world, lived);
  await settle(world);
  const left = new Set([...uids(world, 'outlook')]);
  return deletionsOf(world) === 0 && [...there].every((uid) => left.has(uid));
})));

test('rule 13: what the user put away stays on the server as it was or as it is edited there, and is not made again in Outlook', (t) => law(t, fc.asyncProperty(seeds, fc.nat(9), keptRounds, async (seed, which, lived) => {
  const world = await agreed(EVENTS, seed);
  const uid = [...world.outlook.world.values()][which % world.outlook.world.size]!.uid;
  await act(world, { do: 'putAway', side: 'outlook', which });
  await live(world, lived);
  await settle(world);
  return uids(world, 'server').includes(uid) && !uids(world, 'outlook').includes(uid) && deletionsOf(world) === 0;
})));

test('rule 3, 13: an item that could not be found for a while and comes back has lost no edit of either side', (t) => law(t, fc.asyncProperty(seeds, fc.nat(9), EVENTS.change, fc.boolean(), keptRounds, async (seed, which, change, away, lived) => {
  const world = await agreed(EVENTS, seed, { outlook: { confirmsGone: false } });
  const at = [...world.outlook.world.keys()][which % world.outlook.world.size]!;
  await act(world, { do: 'edit', side: 'outlook', which, change });
  const held = world.outlook.world.get(at)!;
  // A run in which the write may fail, then one in which the item is not to be found.
  await sync(world, { ...lived[0]!.faults, meanwhile: [], lacking: {} });
  const shown = world.outlook.world.get(at)!;
  if (away) world.outlook.otherHands.putAway(at); else await world.outlook.otherHands.remove(at);
  await sync(world);
  await world.outlook.otherHands.put({ kind: 'event', uid: shown.uid, fields: shown.fields });
  await settle(world, 4);
  const [mine, theirs] = (['outlook', 'server'] as const).map((side) => [...world[side].world.values()].find((one) => one.uid === held.uid));
  const both = (fields: typeof held.fields): string => canonicalText(EVENTS.narrow.outlook(EVENTS.narrow.server(fields)));
  return mine !== undefined && theirs !== undefined && both(mine.fields) === both(held.fields) && both(theirs.fields) === both(held.fields);
})));

test('L1 converge: an incomplete listing loses no item for good', (t) => law(t, fc.asyncProperty(arbitraryRounds(EVENTS), async (lived) => {
  const world = worldOf(EVENTS);
  for (const { deeds, faults } of lived) {
    for (const deed of deeds) await act(world, deed);
    await sync(world, { ...faults, lacking: { outlook: 0, server: 1 } });
  }
  await settle(world);
  return new Set(uids(world, 'outlook')).size === new Set([...uids(world, 'server'), ...uids(world, 'outlook')]).size;
})));
