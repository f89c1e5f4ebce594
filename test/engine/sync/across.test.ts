// Items that go from one link to another (rules.md 10): in every combination of directions, rights and refusals nothing is lost and nothing is doubled.
import test from 'ava';
import { M2KError } from '../../../src/engine/errors.js';
import { uid } from '../../../src/engine/model/ids.js';
import type { ItemId } from '../../../src/engine/model/ids.js';
import { ALL_RIGHTS } from '../../../src/engine/sync/link.js';
import type { Link, LinkRules, Rights } from '../../../src/engine/sync/link.js';
import type { ItemOutcome } from '../../../src/engine/sync/outcome.js';
import { run } from '../../../src/engine/sync/run.js';
import { anEvent } from '../../support/an-event.js';
import { memorySide } from '../../support/memory-side.js';
import { memoryStore } from '../../support/memory-store.js';

const BOTH: LinkRules = { direction: { way: 'both' }, rights: { outlook: ALL_RIGHTS, server: ALL_RIGHTS }, policy: 'server', strays: 'undo' };
const withRights = (rights: Partial<Rights>): LinkRules => ({ ...BOTH, rights: { ...BOTH.rights, server: { ...ALL_RIGHTS, ...rights } } });
const ONE_WAY: LinkRules = { ...BOTH, direction: { way: 'one', to: 'outlook' } };
const U = uid('moved@example.com');

function worldOf(rules: Readonly<Record<'a' | 'b', LinkRules>>) {
  const store = memoryStore();
  let now = Date.parse('2026-03-01T00:00:00Z'), ids = 0, refuses = false, stuck = false;
  const folder = (link: 'a' | 'b') => {
    const outlook = memorySide<'event'>('event', { name: 'outlook', link, trash: true });
    const server = memorySide<'event'>('event', { beforeWrite: (what) => { if (link === 'b' && refuses && what === 'create') throw new M2KError('Refused', { reason: 'http-403', side: 'server' }); } });
    return { outlook, server };
  };
  const sides = { a: folder('a'), b: folder('b') };
  const runs = async (links: readonly ('a' | 'b')[] = ['a', 'b']): Promise<readonly ItemOutcome[]> => {
    now += 11 * 60_000;
    const outcome = await run(links.map((id) => ({ id, kind: 'event', title: id, rules: rules[id], ...sides[id] }) as unknown as Link), {
      store, clock: { now: () => now, sleep: () => Promise.resolve() }, newId: () => `id-${(ids += 1)}`,
      move: ({ id, from, to }) => stuck ? Promise.reject(new M2KError('Unavailable', { reason: 'outlook-died', side: 'outlook' })) : Promise.resolve(sides[from as 'a'].outlook.world.has(id) ? sides[to as 'a'].outlook.otherHands.drop(sides[from as 'a'].outlook.otherHands.take(id)) : null),
    }, { whatIf: false, accept: new Set(['firstRun']) });
    for (const stop of outcome.links.flatMap((link) => link.stopped)) throw new Error(JSON.stringify(stop));
    return outcome.links.flatMap((link) => link.items);
  };
  const only = (at: ReadonlyMap<ItemId, { readonly uid: string }>, wanted = U): ItemId => [...at].find(([, held]) => held.uid === wanted)![0];
  const told = (at: 'a' | 'b', side: 'outlook' | 'server'): readonly string[] => [...sides[at][side].world.values()].filter(({ fields }) => fields.subject !== 'stays').map(({ fields, uid: held, extra }) => `${held === U ? 'U' : 'new'} ${fields.location} ${fields.body}${extra === '' ? '' : ` +${extra}`}`);
  return {
    sides, runs, store, only, refuse: (on: boolean) => { refuses = on; }, hold: (on: boolean) => { stuck = on; },
    places: () => ({ a: { outlook: told('a', 'outlook'), server: told('a', 'server') }, b: { outlook: told('b', 'outlook'), server: told('b', 'server') } }),
    async begin() {
      const id = await sides.a.server.otherHands.put({ kind: 'event', uid: U, fields: anEvent({ subject: 'moves' }) });
      sides.a.server.otherHands.setExtra(id, 'unmapped');
      for (const one of ['a', 'b'] as const) await sides[one].server.otherHands.put({ kind: 'event', uid: uid(`stays-${one}`), fields: anEvent({ subject: 'stays' }) });
      await runs();
    },
    drag: () => sides.b.outlook.otherHands.drop(sides.a.outlook.otherHands.take(only(sides.a.outlook.world))),
  };
}

const SOURCES = { both: BOTH, 'no right to remove': withRights({ remove: false }), 'one way': ONE_WAY, 'rights unknown': withRights({ remove: null }) } as const;
const GOALS = { both: BOTH, 'no right to add': withRights({ add: false }), 'one way': ONE_WAY, 'rights unknown': withRights({ add: null }), refuses: BOTH } as const;
const MEANWHILE = ['nothing', 'edited in Outlook', 'edited on the server', 'deleted on the server'] as const;

/** Where the item must be in the end: here by folder, O in Outlook and S on the server; a copy has a UID of its own. */
function wantedOf(source: keyof typeof SOURCES, goal: keyof typeof GOALS, meanwhile: (typeof MEANWHILE)[number]): string {
  const isGone = meanwhile === 'deleted on the server', isBack = goal === 'no right to add' || goal === 'one way' || (goal === 'refuses' && (source === 'both' || isGone));
  // Taken back it is as if nobody had moved it: what was deleted on the server is then deleted.
  if (isBack) return isGone ? '' : 'a:OS';
  if (goal === 'rights unknown') return isGone ? 'b:O' : 'a:S b:O';
  if (isGone || source === 'both') return 'b:OS';
  if (source === 'rights unknown') return 'a:S b:O';
  // What may not leave its folder comes back there; the other is a copy, which is told as refused where it is.
  return goal === 'refuses' ? 'a:OS b:O' : 'a:OS b:OS copy';
}

for (const source of Object.keys(SOURCES) as (keyof typeof SOURCES)[]) {
  for (const goal of Object.keys(GOALS) as (keyof typeof GOALS)[]) {
    test(`rule 10: an item is dragged from a folder (${source}) into another (${goal})`, async (t) => {
      for (const meanwhile of MEANWHILE) {
        const world = worldOf({ a: SOURCES[source], b: GOALS[goal] });
        await world.begin();
        const moved = world.drag();
        if (meanwhile === 'edited in Outlook') await world.sides.b.outlook.otherHands.edit(moved, { location: 'L' });
        if (meanwhile === 'edited on the server') await world.sides.a.server.otherHands.edit(world.only(world.sides.a.server.world), { body: 'B' });
        if (meanwhile === 'deleted on the server') await world.sides.a.server.otherHands.remove(world.only(world.sides.a.server.world));
        world.refuse(goal === 'refuses');
        const first = await world.runs();
        for (let again = 0; again < 3; again += 1) await world.runs();
        const places = world.places(), wanted = wantedOf(source, goal, meanwhile), why = `${meanwhile}: ${JSON.stringify(places)}`;
        const is = (['a', 'b'] as const).flatMap((at) => (places[at].outlook.length + places[at].server.length === 0 ? [] : [`${at}:${'O'.repeat(places[at].outlook.length)}${'S'.repeat(places[at].server.length)}`])).join(' ');
        t.is(`${is}${places.b.server.some((one) => one.startsWith('new')) ? ' copy' : ''}`, wanted, why);
        for (const at of ['a', 'b'] as const) if (places[at].outlook.length === 1 && places[at].server.length === 1) t.is(places[at].outlook[0]?.split(' +')[0], places[at].server[0]?.split(' +')[0], why);
        if (wanted === 'b:OS') t.is(places.b.server[0], `U ${meanwhile === 'edited in Outlook' ? 'L' : ''} ${meanwhile === 'edited on the server' ? 'B' : ''} +unmapped`, why);
        const back = wanted === 'a:OS' || (wanted === '' && goal !== 'both');
        t.is(first.find(({ cell, link }) => cell === 'moved' && link === 'b')?.movedBack, back ? 'a' : undefined, why);
        t.deepEqual((await world.runs()).filter(({ result }) => result !== 'held'), [], `${why} quiet`);
      }
    });
  }
}

test('rule 10: what is refused and cannot go back now is told as refused, and goes back in the next run', async (t) => {
  const world = worldOf({ a: BOTH, b: BOTH });
  await world.begin();
  world.drag();
  world.refuse(true);
  world.hold(true);
  const [told] = (await world.runs()).filter(({ cell }) => cell === 'moved');
  t.like(told, { result: 'failed', code: 'Refused' });
  t.is(told?.movedBack, undefined);
  world.hold(false);
  await world.runs();
  t.deepEqual(world.places(), { a: { outlook: ['U  '], server: ['U   +unmapped'] }, b: { outlook: [], server: [] } });
});

test('rule 10: twenty items that moved are no deletions that the guard must hold, and do not count for those that come', async (t) => {
  const world = worldOf({ a: BOTH, b: BOTH }), { a, b } = world.sides;
  await world.begin();
  for (let n = 0; n < 20; n += 1) await a.server.otherHands.put({ kind: 'event', uid: uid(`n${n}`), fields: anEvent({ subject: `n${n}` }) });
  await world.runs();
  for (const id of [...a.outlook.world.keys()]) b.outlook.otherHands.drop(a.outlook.otherHands.take(id));
  await world.runs();
  t.deepEqual([a.outlook.world.size, a.server.world.size, b.outlook.world.size, b.server.world.size], [0, 0, 23, 23]);
  t.is(world.store.deletionsSince('a', ''), 0);
});

test('rule 10: the source is deleted only after the destination was committed: a run that ends in between goes on', async (t) => {
  for (const fault of ['stored', true] as const) {
    const world = worldOf({ a: BOTH, b: BOTH });
    await world.begin();
    world.drag();
    world.sides.b.server.faults.push(fault);
    await world.runs().catch(() => undefined);
    t.is(world.places().a.server.length, 1);
    for (let again = 0; again < 3; again += 1) await world.runs();
    t.deepEqual(world.places(), { a: { outlook: [], server: [] }, b: { outlook: ['U  '], server: ['U   +unmapped'] } }, String(fault));
  }
});

test('rule 10: two folders that change items with each other', async (t) => {
  const world = worldOf({ a: BOTH, b: BOTH }), { a, b } = world.sides;
  await world.begin();
  const theirs = b.outlook.otherHands.take([...b.outlook.world.keys()][0]!);
  world.drag();
  a.outlook.otherHands.drop(theirs);
  for (let again = 0; again < 2; again += 1) await world.runs();
  const uids = (side: typeof a.server): readonly string[] => [...side.world.values()].map((held) => held.uid).sort();
  t.deepEqual([uids(a.outlook), uids(a.server), uids(b.outlook), uids(b.server)], [['stays-a', 'stays-b'], ['stays-a', 'stays-b'], [U], [U]]);
});

test('rule 7, 10: a copy in another linked folder gets a UID of its own', async (t) => {
  const world = worldOf({ a: BOTH, b: BOTH }), { a, b } = world.sides;
  await world.begin();
  b.outlook.otherHands.drop(a.outlook.world.get(world.only(a.outlook.world))!);
  for (let again = 0; again < 2; again += 1) await world.runs();
  t.deepEqual(world.places(), { a: { outlook: ['U  '], server: ['U   +unmapped'] }, b: { outlook: ['new  '], server: ['new  '] } });
});

test('rule 9, 10: an item that was copied to another folder in Outlook and on the server is there once', async (t) => {
  const world = worldOf({ a: BOTH, b: BOTH });
  await world.begin();
  const { a, b } = world.sides;
  b.outlook.otherHands.drop(a.outlook.world.get(world.only(a.outlook.world))!);
  await b.server.otherHands.put({ kind: 'event', uid: U, fields: anEvent({ subject: 'moves' }) });
  for (let run = 0; run < 3; run += 1) await world.runs();
  for (const { outlook, server } of [a, b]) t.deepEqual([outlook.world.size, server.world.size], [2, 2]);
  t.deepEqual(await world.runs(), []);
});

test('rule 10: an item that somebody moved on the server is moved in Outlook with all that Outlook keeps of it, and edits of either side are merged', async (t) => {
  const world = worldOf({ a: BOTH, b: BOTH }), { a, b } = world.sides;
  await world.begin();
  const mine = world.only(a.outlook.world);
  a.outlook.otherHands.setExtra(mine, 'attachment');
  await a.outlook.otherHands.edit(mine, { location: 'L' });
  const held = a.server.otherHands.take(world.only(a.server.world));
  b.server.otherHands.drop(held);
  await b.server.otherHands.edit(world.only(b.server.world), { body: 'B' });
  for (let again = 0; again < 3; again += 1) await world.runs();
  t.deepEqual(world.places(), { a: { outlook: [], server: [] }, b: { outlook: ['U L B +attachment'], server: ['U L B +unmapped'] } });
  t.deepEqual([a.outlook.calls.delete, b.outlook.calls.create], [0, 1], 'the one that was made is the neighbour');
});

test('rule 10: what comes from a folder that could not be looked at waits for it', async (t) => {
  const world = worldOf({ a: BOTH, b: BOTH }), { a } = world.sides;
  await world.begin();
  world.drag();
  const { list } = a.server;
  Object.assign(a.server, { list: () => Promise.reject(new M2KError('Unavailable', { reason: 'http-500' })) });
  await t.throwsAsync(world.runs(['b', 'a']));
  t.deepEqual(world.places().b.server, []);
  Object.assign(a.server, { list });
  await world.runs();
  t.deepEqual(world.places(), { a: { outlook: [], server: [] }, b: { outlook: ['U  '], server: ['U   +unmapped'] } });
});
