// Laws of direction, rights and policy (rules.md 17-20, 22), and that neither side is the core's favourite (L9).
import test from 'ava';
import fc from 'fast-check';
import { canonicalText } from '../../src/engine/model/canonical.js';
import type { EventFields } from '../../src/engine/model/event.js';
import { EVENT_FIELDS } from '../../src/engine/model/field-specs.js';
import { other } from '../../src/engine/model/ids.js';
import type { SideName } from '../../src/engine/model/ids.js';
import type { Action } from '../../src/engine/sync/action.js';
import { decide } from '../../src/engine/sync/decide.js';
import type { Change, Verdict } from '../../src/engine/sync/decide.js';
import { prepare } from '../../src/engine/sync/link-run.js';
import type { Direction, LinkRules, Rights } from '../../src/engine/sync/link.js';
import { merge } from '../../src/engine/sync/merge.js';
import { arbitraryEvent, EVENTS } from '../support/sync-cast.js';
import type { Cast } from '../support/sync-cast.js';
import { act, arbitraryDeed, arbitrarySide } from '../support/sync-deeds.js';
import type { Deed } from '../support/sync-deeds.js';
import { agreed, arbitraryRounds, arbitrarySeed, contents, isSame, law, live, writesOf } from '../support/sync-law.js';
import { BOTH_WAYS, settle, sync, worldOf } from '../support/sync-world.js';
import type { SyncWorld } from '../support/sync-world.js';

const arbitraryPolicy = fc.constantFrom('server' as const, 'outlook' as const, 'newer' as const);
const seeds = arbitrarySeed(EVENTS), rounds = arbitraryRounds(EVENTS);
const oneWay = (to: SideName): Direction => ({ way: 'one', to });

test('rule 18: one way: the leading side is never written to, and what it holds is on the following side', (t) => law(t, fc.asyncProperty(arbitrarySide, arbitraryPolicy, seeds, rounds, async (to, policy, seed, lived) => {
  const leader = other(to), world = worldOf(EVENTS, { rules: { ...BOTH_WAYS, direction: oneWay(to), policy } });
  for (const fields of seed) await act(world, { do: 'add', side: leader, fields });
  await live(world, lived);
  await settle(world);
  const follows = new Set(contents(world, to));
  return writesOf(world, leader) === 0 && contents(world, leader).every((content) => follows.has(content)) && world.unaudited.length === 0;
})));

/** Items that both sides hold before the core has ever seen them. */
async function shared(world: SyncWorld, pairs: readonly (readonly [EventFields, Partial<EventFields>])[]): Promise<void> {
  for (const [index, [fields, change]] of pairs.entries()) {
    const item = { kind: 'event' as const, uid: `shared-${String(index)}` as never };
    await world.outlook.otherHands.put({ ...item, fields });
    await world.server.otherHands.put({ ...item, fields: { ...fields, ...change } });
  }
}
const arbitraryShared = fc.array(fc.tuple(EVENTS.item, EVENTS.change), { maxLength: 3 });

test('rule 18: one way, at first sight: what both sides have under one UID is brought together without a write to the leading side', (t) => law(t, fc.asyncProperty(arbitrarySide, arbitraryShared, rounds, async (to, pairs, lived) => {
  const world = worldOf(EVENTS, { rules: { ...BOTH_WAYS, direction: oneWay(to) } });
  await shared(world, pairs);
  await live(world, lived);
  const runs = await settle(world);
  return world.forbidden.length === 0 && runs <= 3 && world.unaudited.length === 0;
})));

const arbitraryRight = fc.constantFrom(true, false, null);
const arbitraryRights: fc.Arbitrary<Rights> = fc.record({ add: arbitraryRight, change: arbitraryRight, remove: arbitraryRight });

test('rule 22: no write is ever tried that a missing or unknown right forbids, whatever happens', (t) => law(t, fc.asyncProperty(arbitraryRights, arbitraryPolicy, arbitraryShared, rounds, async (server, policy, pairs, lived) => {
  const world = worldOf(EVENTS, { rules: { ...BOTH_WAYS, policy, rights: { ...BOTH_WAYS.rights, server } } });
  await shared(world, pairs);
  await live(world, lived);
  await settle(world);
  return world.forbidden.length === 0 && world.unaudited.length === 0;
})));

test('rule 22: rights withdrawn in the middle of it all are kept to from the next run on', (t) => law(t, fc.asyncProperty(arbitraryRights, seeds, rounds, rounds, async (server, seed, before, after) => {
  const world = await agreed(EVENTS, seed);
  await live(world, before);
  Object.assign(world, { link: { ...world.link, rules: { ...BOTH_WAYS, rights: { ...BOTH_WAYS.rights, server } } } });
  world.forbidden.length = 0;
  await live(world, after);
  await settle(world);
  return world.forbidden.length === 0 && world.unaudited.length === 0;
})));

test('rule 20: whoever wins a clash, both sides end equal and the loser is in the undo store', (t) => law(t, fc.asyncProperty(arbitraryPolicy, seeds, arbitraryEvent, arbitraryEvent, async (policy, seed, mine, theirs) => {
  const world = await agreed(EVENTS, seed, { rules: { ...BOTH_WAYS, policy } });
  await act(world, { do: 'edit', side: 'outlook', which: 0, change: mine });
  await act(world, { do: 'edit', side: 'server', which: 0, change: theirs });
  await settle(world);
  return isSame(world) && world.unaudited.length === 0;
})));

const FIELDS = ['subject', 'location', 'body', 'when', 'rule', 'reminder', 'categories', 'sensitivity', 'busyStatus', 'importance', 'url', 'organizer', 'attendees', 'cancelled'] as const;
const groupOf = (name: keyof EventFields): string => EVENT_FIELDS[name].group;
const twice = fc.tuple(fc.constantFrom(...FIELDS), fc.constantFrom(...FIELDS)).filter(([mine, theirs]) => groupOf(mine) !== groupOf(theirs));

test('rule 20: fields of different groups that one side each edited are both kept, and nobody loses', (t) => law(t, fc.asyncProperty(arbitraryPolicy, twice, arbitraryEvent, arbitraryEvent, arbitraryEvent, async (policy, [mine, theirs], first, one, two) => {
  const world = await agreed(EVENTS, [first], { rules: { ...BOTH_WAYS, policy } });
  await act(world, { do: 'edit', side: 'outlook', which: 0, change: { [mine]: one[mine] } });
  await act(world, { do: 'edit', side: 'server', which: 0, change: { [theirs]: two[theirs] } });
  const [o, s] = [[...world.outlook.world.values()][0]!.fields, [...world.server.world.values()][0]!.fields];
  const outcome = await sync(world);
  await settle(world);
  const end = [...world.outlook.world.values()][0]!.fields, narrow = (fields: EventFields): EventFields => EVENTS.narrow.outlook(EVENTS.narrow.server(fields));
  const same = (name: keyof EventFields, wanted: EventFields): boolean => canonicalText(narrow(end)[name]) === canonicalText(narrow(wanted)[name]);
  return same(mine, o) && same(theirs, s) && outcome !== 'crashed' && outcome.items.every((item) => item.lost.length === 0);
})));

// L9

const arbitraryChange = fc.constantFrom<Change>('same', 'edited', 'gone');
const mirror = (verdict: Verdict): Verdict => ('side' in verdict ? { ...verdict, side: other(verdict.side) } : verdict);
const turnedRules = ({ direction, rights, policy, strays }: LinkRules): LinkRules => ({
  direction: direction.way === 'both' ? direction : oneWay(other(direction.to)), rights: { outlook: rights.server, server: rights.outlook },
  policy: policy === 'newer' ? policy : other(policy), strays,
});
const arbitraryDirection = fc.constantFrom<Direction>({ way: 'both' }, oneWay('outlook'), oneWay('server'));

test('L9 mirror: swapping the sides, their rights, the direction and the origin swaps the verdict', (t) => law(t, fc.asyncProperty(arbitraryChange, arbitraryChange, arbitraryRights, arbitraryDirection, fc.constantFrom<'both' | SideName>('both', 'outlook', 'server'), async (mine, theirs, rights, direction, origin) => {
  const rules: LinkRules = { ...BOTH_WAYS, direction, rights: { ...BOTH_WAYS.rights, server: rights } };
  const here = decide({ outlook: mine, server: theirs, origin }, rules);
  const there = decide({ outlook: theirs, server: mine, origin: origin === 'both' ? origin : other(origin) }, turnedRules(rules));
  return canonicalText(here) === canonicalText(mirror(there));
})));

test('L9 mirror: swapping the sides and the policy swaps the merge', (t) => law(t, fc.asyncProperty(arbitraryEvent, arbitraryEvent, arbitraryEvent, arbitrarySide, fc.boolean(), async (base, mine, theirs, winner, hasBase) => {
  const edited = (now: EventFields): ReadonlySet<keyof EventFields> => new Set(FIELDS.filter((name) => hasBase && canonicalText(now[name]) !== canonicalText(base[name])));
  const side = (fields: EventFields): { fields: EventFields; edited: ReadonlySet<keyof EventFields>; narrow: (held: EventFields) => EventFields } => ({ fields, edited: edited(fields), narrow: (held) => held });
  const held = hasBase ? base : {};
  const here = merge({ kind: 'event', base: held, sides: { outlook: side(mine), server: side(theirs) }, winner });
  const there = merge({ kind: 'event', base: held, sides: { outlook: side(theirs), server: side(mine) }, winner: other(winner) });
  return canonicalText(here.agreed) === canonicalText(there.agreed) && canonicalText([here.lost.outlook, here.lost.server]) === canonicalText([there.lost.server, there.lost.outlook]);
})));

/** A plan as a set of lines, ids left out: they count on. */
function lines(actions: readonly Action<'event'>[], turned: boolean): readonly string[] {
  const name = (side: SideName | null): SideName | null => (turned && side !== null ? other(side) : side);
  return actions.map((action) => {
    const who = action.title.replace(/\d+$/, '');
    if (action.kind === 'hold') return canonicalText([who, action.kind, action.why, name(action.side)]);
    if (action.kind !== 'write') return canonicalText([who, action.kind]);
    const writes = action.writes.map(({ side, kind, fields }) => [name(side), kind, [...fields].sort()]);
    return canonicalText([who, canonicalText({ ...action.agreed, subject: '' }), writes.map((write) => canonicalText(write)).sort(), action.losers.map(({ side, fields }) => canonicalText([name(side), [...fields].sort()])).sort()]);
  }).sort();
}

/** Where a moved item was, a server says 404 and Outlook says nothing (rules.md 12, 13): there the sides are not alike. */
const unmoved = arbitraryDeed(EVENTS).filter((deed) => deed.do !== 'move');

test('L9 mirror: a world and its mirror, with policy, direction and rights turned, are given mirrored plans', (t) => law(t, fc.asyncProperty(
  arbitraryDirection, arbitrarySide, arbitraryRights, seeds, fc.array(unmoved, { maxLength: 6 }), async (direction, policy, server, seed, deeds) => {
    const rules: LinkRules = { ...BOTH_WAYS, direction, policy, rights: { ...BOTH_WAYS.rights, server }, strays: 'keep' };
    // One loss for both sides: the casts' own narrows are not each other's mirror.
    const cast: Cast<'event'> = { ...EVENTS, narrow: { outlook: EVENTS.narrow.server, server: EVENTS.narrow.server } };
    const plans: (readonly string[])[] = [];
    for (const turned of [false, true]) {
      const turn = (deed: Deed): Deed => (turned ? { ...deed, side: other(deed.side) } as Deed : deed);
      const world = worldOf(cast, { outlook: { trash: true }, server: { trash: true } });
      for (const [index, fields] of seed.entries()) await act(world, turn({ do: 'add', side: index % 2 === 0 ? 'outlook' : 'server', fields }));
      await settle(world);
      Object.assign(world, { link: { ...world.link, rules: turned ? turnedRules(rules) : rules } });
      for (const deed of deeds) await act(world, turn(deed));
      const { actions } = await prepare({ link: world.link, store: world.store, clock: { now: () => world.now, sleep: () => Promise.resolve() }, newId: () => 'new', run: 'now' }, { whatIf: true, accept: new Set(['firstRun', 'deletions']) });
      plans.push(lines(actions, turned));
    }
    return canonicalText(plans[0]) === canonicalText(plans[1]);
  })));
