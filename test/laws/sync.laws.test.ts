// The laws of the sync core (design.md 4): worlds that are edited on both sides, broken in the middle of writes and commits, and put in any order.
import test from 'ava';
import fc from 'fast-check';
import { canonicalText } from '../../src/engine/model/canonical.js';
import type { Kind, SideName } from '../../src/engine/model/ids.js';
import { deletionLimit } from '../../src/engine/sync/guard.js';
import { CONTACTS, EVENTS } from '../support/sync-cast.js';
import type { Cast } from '../support/sync-cast.js';
import { act, arbitraryDeed, arbitrarySide } from '../support/sync-deeds.js';
import { agreed, arbitraryOptions, arbitraryQuietFaults, arbitraryRounds, arbitrarySeed, contents, deletionsOf, isSame, isSingle, law, live, uids, writesOf } from '../support/sync-law.js';
import { look, settle, sync, worldOf } from '../support/sync-world.js';

function lawsOf<K extends Kind>(cast: Cast<K>): void {
  const { kind } = cast, rounds = arbitraryRounds(cast), seeds = arbitrarySeed(cast), faults = fc.array(arbitraryQuietFaults(cast), { maxLength: 3 });

  test(`L1 converge, ${kind}: after edits stop, three runs make both sides equal, whatever faults and crashes came before`, (t) => law(t, fc.asyncProperty(arbitraryOptions<K>(), rounds, async (options, lived) => {
    const world = worldOf(cast, options);
    await live(world, lived);
    await settle(world);
    return isSame(world);
  })));

  test(`L2 quiet, ${kind}: then the next plan is empty and nothing need be fetched`, (t) => law(t, fc.asyncProperty(rounds, async (lived) => {
    const world = worldOf(cast);
    await live(world, lived);
    const runs = await settle(world), writes = writesOf(world), next = await look(world);
    await sync(world);
    return runs <= 3 && next.actions === 0 && next.fetched === 0 && writesOf(world) === writes;
  })));

  test(`L3 keep, ${kind}: what one side alone edited is on both sides afterwards, under any fault`, (t) => law(t, fc.asyncProperty(seeds, arbitrarySide, fc.array(arbitraryDeed(cast), { minLength: 1, maxLength: 4 }), faults, async (seed, side, deeds, broken) => {
    const world = await agreed(cast, seed);
    for (const deed of deeds) if (deed.do === 'add' || deed.do === 'edit') await act(world, { ...deed, side });
    const wanted = contents(world, side);
    for (const fault of broken) await sync(world, fault);
    await settle(world);
    return canonicalText(contents(world, side)) === canonicalText(wanted) && isSame(world);
  })));

  test(`L4 honour, ${kind}: what one side deleted and the other left alone is gone from both, even if the deletion failed at first`, (t) => law(t, fc.asyncProperty(seeds, arbitrarySide, fc.nat(9), faults, async (seed, side, which, broken) => {
    const world = await agreed(cast, seed);
    const list = [...world[side].world], gone = list[which % list.length];
    await act(world, { do: 'remove', side, which });
    for (const fault of broken) await sync(world, fault);
    await settle(world);
    return gone !== undefined && !uids(world, 'outlook').includes(gone[1].uid) && !uids(world, 'server').includes(gone[1].uid) && uids(world, 'outlook').length === list.length - 1;
  })));

  test(`L6 audit, ${kind}: rule 2: every content that we overwrite or delete was put into the undo store before`, (t) => law(t, fc.asyncProperty(arbitraryOptions<K>(), rounds, async (options, lived) => {
    const world = worldOf(cast, options);
    await live(world, lived);
    await settle(world);
    return world.unaudited.length === 0;
  })));

  test(`L7 single, ${kind}: no UID is twice on a side because of us, at no time, even after a crash between create and commit`, (t) => law(t, fc.asyncProperty(rounds, async (lived) => {
    const world = worldOf(cast);
    for (const round of lived) {
      await live(world, [round]);
      if (!isSingle(uids(world, 'outlook')) || !isSingle(uids(world, 'server'))) return false;
    }
    await settle(world);
    return isSingle(uids(world, 'outlook')) && isSingle(uids(world, 'server'));
  })));

  test(`L8 order, ${kind}: the order of the actions does not matter`, (t) => law(t, fc.asyncProperty(fc.array(arbitraryDeed(cast), { maxLength: 6 }), fc.array(fc.nat(99), { minLength: 1, maxLength: 9 }), async (deeds, order) => {
    const results: string[] = [];
    for (const ranks of [[], order]) {
      const world = worldOf(cast);
      for (const deed of deeds) await act(world, deed);
      await sync(world, { order: ranks });
      // UIDs and names are counted on, so the second world's are others.
      results.push(canonicalText((['outlook', 'server'] as const).map((side) => contents(world, side).map((content) => content.replace(/^u\d+ /, '').replace(/([ 王])\d+"/, '$1"')).sort())));
    }
    return results[0] === results[1];
  })));
}

lawsOf(EVENTS);
lawsOf(CONTACTS);

test('L10 guard: rule 14: above the limit, or with a side empty, no deletion of the link is made', (t) => law(t, fc.asyncProperty(fc.integer({ min: 1, max: 30 }), EVENTS.item, fc.nat(30), fc.constantFrom<SideName>('outlook', 'server'), async (size, fields, removed, side) => {
  const world = await agreed(EVENTS, Array.from({ length: size }, (_, index) => ({ ...fields, subject: `event ${String(index)}` })));
  const count = Math.min(removed, size);
  for (let index = 0; index < count; index += 1) await act(world, { do: 'remove', side, which: 0 });
  await sync(world, { accept: [] });
  const held = count > 0 && (count === size || count > deletionLimit(size));
  return deletionsOf(world) === (held ? 0 : count);
})));
