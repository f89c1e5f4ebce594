// What both sides end with: groups, lists that never met, habits, values of another release (rules.md 1, 4, 9, 20).
import test from 'ava';
import { uid } from '../../../src/engine/model/ids.js';
import type { Rule } from '../../../src/engine/model/recurrence.js';
import { aContact, anEvent } from '../../support/an-event.js';
import { CONTACTS } from '../../support/sync-cast.js';
import { BOTH_WAYS, edit, look, only, settle, sync, syncWorld, worldOf } from '../../support/sync-world.js';
import type { SyncWorld, WorldOptions } from '../../support/sync-world.js';

const DAILY: Rule = { freq: 'daily', interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'never' } };

async function paired(options: WorldOptions = {}): Promise<SyncWorld> {
  const world = syncWorld(options);
  await world.server.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent() });
  await settle(world);
  return world;
}

test('rule 20: a date from one side and a rule from the other are no meeting that anybody made: the group is decided as one', async (t) => {
  const world = await paired(), moved = { allDay: true, start: '2026-02-07', end: '2026-02-08' } as const;
  await edit(world, 'outlook', { when: moved });
  await edit(world, 'server', { rule: DAILY });
  const outcome = await sync(world);
  for (const side of ['outlook', 'server'] as const) t.like(only(world, side)[1].fields, { when: anEvent().when, rule: DAILY }, side);
  t.like(outcome, { items: [{ lost: [{ side: 'outlook', fields: ['when'] }] }] });
});

test('rule 9: categories of two items that never met are joined', async (t) => {
  const world = syncWorld();
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('mine'), fields: anEvent({ categories: ['a', 'c'] }) });
  await world.server.otherHands.put({ kind: 'event', uid: uid('theirs'), fields: anEvent({ categories: ['b', 'c'] }) });
  await settle(world);
  for (const side of ['outlook', 'server'] as const) t.deepEqual([...only(world, side)[1].fields.categories].sort(), ['a', 'b', 'c'], side);
});

test('rule 4: what a side makes of a field in every run is told once, is no edit of that side, and stops no new value', async (t) => {
  const world = await paired({ rewrites: { server: ({ location }) => ({ location: location.toUpperCase() }) }, rules: { ...BOTH_WAYS, policy: 'outlook' } });
  const told: string[] = [];
  const habitOf = async (): Promise<void> => {
    const outcome = await sync(world);
    if (outcome !== 'crashed') told.push(...outcome.items.flatMap((item) => (item.habits ?? []).flatMap(({ side, fields }) => fields.map((field) => `${side} ${field}`))));
  };
  for (const location of ['aa', 'bb', 'cc']) { await edit(world, 'outlook', { location }); await habitOf(); }
  t.deepEqual(told, ['server location']);
  world.server.otherHands.touch(only(world, 'server')[0]);
  await habitOf();
  t.is(only(world, 'outlook')[1].fields.location, 'cc');
  t.is((await look(world)).actions, 0);
  for (const location of ['dd', 'ee']) { await edit(world, 'outlook', { location }); await habitOf(); }
  t.deepEqual([only(world, 'outlook')[1].fields.location, only(world, 'server')[1].fields.location], ['ee', 'EE']);
  t.deepEqual(told, ['server location']);
  await edit(world, 'outlook', { body: 'agenda' });
  await habitOf();
  t.deepEqual(world.store.images.at(-1)?.changed, ['body'], 'and is not asked for again when another field is written');
});

test('rule 1: a field that an earlier release did not know is no edit: a deletion opposite stays a deletion', async (t) => {
  const world = await paired(), [base] = world.store.bases('L', 'event');
  await world.server.otherHands.put({ kind: 'event', uid: uid('other'), fields: anEvent({ subject: 'other' }) });
  await settle(world);
  await edit(world, 'outlook', { body: 'known' });
  await settle(world);
  const { body: _unknown, ...fields } = base!.fields;
  const now = world.store.bases('L', 'event').find((one) => one.pairing === base!.pairing)!;
  world.store.settle('L', { intent: null, pairing: now.pairing, base: { ...now, fields }, at: '2026-01-10T00:00:00Z' });
  await world.server.otherHands.remove(now.server.id);
  await settle(world);
  t.deepEqual([world.outlook.world.size, world.server.world.size], [1, 1]);
});

test('rule 18: what only the follower has when the two first meet is not cleared by the leading side\'s nothing', async (t) => {
  const world = syncWorld({ rules: { ...BOTH_WAYS, direction: { way: 'one', to: 'outlook' } } });
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('mine'), fields: anEvent({ body: 'my own note', categories: ['mine'] }) });
  await world.server.otherHands.put({ kind: 'event', uid: uid('theirs'), fields: anEvent({ location: 'hall' }) });
  await settle(world);
  t.like(only(world, 'outlook')[1].fields, { body: 'my own note', categories: ['mine'], location: 'hall' });
});

test('rule 18: what a one-way link undoes in Outlook is named as lost', async (t) => {
  const world = await paired({ rules: { ...BOTH_WAYS, direction: { way: 'one', to: 'outlook' } } });
  await edit(world, 'outlook', { body: 'the user\'s' });
  t.like(await sync(world), { items: [{ lost: [{ side: 'outlook', fields: ['body'] }] }] });
  t.is(only(world, 'outlook')[1].fields.body, '');
});

for (const [policy, wins] of [['server', '2'], ['outlook', '1']] as const) {
  test(`rule 20: a telephone number that both changed is the ${policy}'s under its policy, and other numbers of the loser stay`, async (t) => {
    const world = worldOf(CONTACTS, { rules: { ...BOTH_WAYS, policy } });
    await world.server.otherHands.put({ kind: 'contact', uid: uid('one'), fields: aContact({ phones: { mobile: '0', home: '0' } }) });
    await settle(world);
    const id = (side: 'outlook' | 'server') => [...world[side].world.keys()][0]!;
    await world.outlook.otherHands.edit(id('outlook'), { phones: { mobile: '1', home: '0', car: '1' } });
    await world.server.otherHands.edit(id('server'), { phones: { mobile: '2', home: '2' } });
    await settle(world);
    t.like([...world.server.world.values()][0]?.fields.phones, { mobile: wins, home: '2' });
    t.like([...world.outlook.world.values()][0]?.fields.phones, { mobile: wins, home: '2', car: '1' });
  });
}
