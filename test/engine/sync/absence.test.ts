// What is gone, what is put away, what is a stray (rules.md 13, 18, 19).
import test from 'ava';
import { uid } from '../../../src/engine/model/ids.js';
import { BOTH_WAYS, look, settle, sync, syncWorld } from '../../support/sync-world.js';
import type { SyncWorld, WorldOptions } from '../../support/sync-world.js';
import { anEvent } from '../../support/an-event.js';

async function one(options: WorldOptions = {}, fields = anEvent({ when: { allDay: true, start: '2027-01-01', end: '2027-01-02' } })): Promise<SyncWorld> {
  const world = syncWorld(options);
  await world.server.otherHands.put({ kind: 'event', uid: uid('one'), fields });
  await world.server.otherHands.put({ kind: 'event', uid: uid('other'), fields: anEvent({ subject: 'other' }) });
  await settle(world);
  return world;
}
const idOf = (world: SyncWorld, side: 'outlook' | 'server', name = 'one'): never => [...world[side].world].find(([, held]) => held.uid === uid(name))![0] as never;

test('rule 13: an absence without proof deletes only when a second listing more than ten minutes later shows it too', async (t) => {
  const world = await one({ outlook: { confirmsGone: false } });
  await world.outlook.otherHands.remove(idOf(world, 'outlook'));
  await sync(world);
  t.is(world.server.world.size, 2);
  world.now += 5 * 60_000;
  await sync(world);
  t.is(world.server.world.size, 2);
  world.now += 5 * 60_000;
  await sync(world);
  t.is(world.server.world.size, 1);
});

test('rule 13: an item that comes back in between is as if it had never been away', async (t) => {
  const world = await one({ outlook: { confirmsGone: false } });
  const id = idOf(world, 'outlook'), held = world.outlook.world.get(id)!;
  await world.outlook.otherHands.remove(id);
  await sync(world);
  await world.outlook.otherHands.put({ kind: 'event', uid: held.uid, fields: held.fields });
  await settle(world);
  t.deepEqual([world.outlook.world.size, world.server.world.size], [2, 2]);
  t.is((await look(world)).actions, 0);
});

test('rule 13: an item moved to a folder that is not synced is put away: the server keeps it, it is not made again', async (t) => {
  const world = await one();
  world.outlook.otherHands.putAway(idOf(world, 'outlook'));
  await settle(world);
  t.deepEqual([world.outlook.world.size, world.server.world.size], [1, 2]);
  const { outcome } = await look(world);
  t.is(outcome.putAway, 1);
  t.deepEqual(outcome.items, [], 'it is counted, and not spoken of again in every run');
});

test('rule 13: what was put away stays put away when it is then deleted there', async (t) => {
  const world = await one();
  const id = idOf(world, 'outlook');
  world.outlook.otherHands.putAway(id);
  await sync(world);
  const emptied = { ...world, link: { ...world.link, outlook: { ...world.link.outlook, locate: () => Promise.resolve({ at: 'deleted' as const }) } } };
  await settle(emptied);
  t.deepEqual([world.outlook.world.size, world.server.world.size], [1, 2]);
});

test('rule 13: an item put away while its edit was on its way to the server still has it to send when it comes back', async (t) => {
  const world = await one(), id = idOf(world, 'outlook');
  await world.outlook.otherHands.edit(id, { body: 'not sent yet' });
  const held = world.outlook.world.get(id)!;
  await sync(world, { server: [true] });
  world.outlook.otherHands.putAway(id);
  await sync(world);
  await world.outlook.otherHands.put({ kind: 'event', uid: held.uid, fields: held.fields });
  await settle(world);
  for (const side of ['outlook', 'server'] as const) t.is(world[side].world.get(idOf(world, side))?.fields.body, 'not sent yet', side);
});

test('rule 13: a past event found nowhere was archived: it is put away, not deleted', async (t) => {
  const world = await one({ outlook: { confirmsGone: false } }, anEvent({ when: { allDay: true, start: '2025-12-01', end: '2025-12-02' } }));
  await world.outlook.otherHands.remove(idOf(world, 'outlook'));
  for (let run = 0; run < 3; run += 1) { world.now += 11 * 60_000; await sync(world); }
  t.is(world.server.world.size, 2);
});

const TO_OUTLOOK = { ...BOTH_WAYS, direction: { way: 'one', to: 'outlook' } } as const;

test('rule 19: what the user adds to a one-way calendar after the link was made is undone, with its pre-image kept', async (t) => {
  const early = syncWorld({ rules: TO_OUTLOOK });
  early.now = Date.parse('2026-01-01T00:00:00Z');
  await early.server.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent() });
  await sync(early);
  // The memory side dates every item 2026-01-05: after this link's birth.
  await early.outlook.otherHands.put({ kind: 'event', uid: uid('stray'), fields: anEvent({ subject: 'stray' }) });
  await sync(early);
  t.is(early.outlook.world.size, 1);
  t.true(early.store.images.some((image) => image.title === 'stray' && image.why === 'deleted' && image.cell === 'stray'));
});

test('rule 19: what was in the folder before the link was made stays', async (t) => {
  const world = syncWorld({ rules: TO_OUTLOOK });
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('old'), fields: anEvent({ subject: 'old' }) });
  await world.server.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent() });
  await settle(world);
  t.is(world.outlook.world.size, 2);
  t.is(world.server.world.size, 1);
});

test('rule 22: without the right to add, a new item in Outlook is a stray; with the right unknown it is held', async (t) => {
  const rights = (add: boolean | null): WorldOptions => ({ rules: { ...BOTH_WAYS, rights: { outlook: BOTH_WAYS.rights.outlook, server: { add, change: true, remove: true } } } });
  for (const [add, left] of [[false, 2], [null, 3]] as const) {
    const world = syncWorld(rights(add));
    world.now = Date.parse('2026-01-01T00:00:00Z');
    for (const id of ['one', 'two']) await world.server.otherHands.put({ kind: 'event', uid: uid(id), fields: anEvent({ subject: id }) });
    await sync(world);
    await world.outlook.otherHands.put({ kind: 'event', uid: uid('new'), fields: anEvent({ subject: 'new' }) });
    const outcome = await sync(world);
    t.is(world.outlook.world.size, left);
    t.is(world.server.world.size, 2);
    if (add === null) t.true(outcome !== 'crashed' && outcome.items.some((item) => item.reason === 'rights-unknown'));
  }
});

test('rule 19: when the direction or the rights change, what is in Outlook then is no stray', async (t) => {
  const world = syncWorld({ rules: { ...BOTH_WAYS, rights: { ...BOTH_WAYS.rights, server: { add: null, change: true, remove: true } } } });
  world.now = Date.parse('2026-01-01T00:00:00Z');
  await world.server.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent() });
  await sync(world);
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('held'), fields: anEvent({ subject: 'held while the right was unknown' }) });
  await sync(world);
  Object.assign(world, { link: { ...world.link, rules: TO_OUTLOOK } });
  await sync(world);
  await sync(world);
  t.is(world.outlook.world.size, 2);
  t.is(world.server.world.size, 1);
});

test('rule 18: on a link that became one-way, an item born in Outlook keeps what the server empties; one born on the server does not', async (t) => {
  const world = syncWorld();
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('mine'), fields: anEvent({ subject: 'mine', body: 'kept', location: 'here' }) });
  await world.server.otherHands.put({ kind: 'event', uid: uid('theirs'), fields: anEvent({ subject: 'theirs', body: 'emptied' }) });
  await settle(world);
  Object.assign(world, { link: { ...world.link, rules: TO_OUTLOOK } });
  for (const name of ['mine', 'theirs']) await world.server.otherHands.edit(idOf(world, 'server', name), { body: '', location: 'hall' });
  await settle(world);
  const fields = (name: string): unknown => world.outlook.world.get(idOf(world, 'outlook', name))?.fields;
  t.like(fields('mine'), { body: 'kept', location: 'hall' });
  t.like(fields('theirs'), { body: '', location: 'hall' });
  t.is((await look(world)).actions, 0);
  await world.server.otherHands.edit(idOf(world, 'server', 'mine'), { body: 'new' });
  await settle(world);
  t.like(fields('mine'), { body: 'new' });
});

test('rule 19: an item that is older than the link is no stray, wherever it came from after the link was made', async (t) => {
  const world = syncWorld({ rules: TO_OUTLOOK });
  await world.server.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent() });
  await sync(world);
  // The memory side dates every item 2026-01-05, this link is of 2026-01-10: dragged in from another folder.
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('old'), fields: anEvent({ subject: 'old' }) });
  await settle(world);
  t.deepEqual([world.outlook.world.size, world.server.world.size], [2, 1]);
});

for (const [what, rules, marked] of [['bears a mark', TO_OUTLOOK, true], ['is to be kept', { ...TO_OUTLOOK, strays: 'keep' }, false]] as const) {
  test(`rule 19: a new item in a one-way calendar that ${what} is not undone`, async (t) => {
    const early = syncWorld({ rules });
    early.now = Date.parse('2026-01-01T00:00:00Z');
    await early.server.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent() });
    await sync(early);
    const item = { kind: 'event' as const, uid: uid('another'), fields: anEvent({ subject: 'another' }) };
    await (marked ? early.outlook.create({ item }) : early.outlook.otherHands.put(item));
    await settle(early);
    t.deepEqual([early.outlook.world.size, early.server.world.size], [2, 1]);
  });
}
