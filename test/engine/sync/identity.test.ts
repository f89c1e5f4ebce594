// Who is who: first sight, copies, doubtful pairs, moved ids (rules.md 5, 7, 9).
import test from 'ava';
import { uid } from '../../../src/engine/model/ids.js';
import type { When } from '../../../src/engine/model/time.js';
import { look, settle, sync, syncWorld } from '../../support/sync-world.js';
import type { SyncWorld } from '../../support/sync-world.js';
import { anEvent } from '../../support/an-event.js';

const put = (world: SyncWorld, side: 'outlook' | 'server', id: string, fields = anEvent()): unknown => world[side].otherHands.put({ kind: 'event', uid: uid(id), fields });

test('rule 9: two items that look alike, one a side, are one; the server\'s UID is marked in Outlook', async (t) => {
  const world = syncWorld();
  await put(world, 'outlook', 'mine', anEvent({ subject: '部門會議 ', location: 'hall' }));
  await put(world, 'server', 'theirs', anEvent({ subject: '部門會議', body: 'agenda' }));
  await settle(world);
  t.deepEqual([world.outlook.world.size, world.server.world.size], [1, 1]);
  const [mine] = world.outlook.world.values(), [theirs] = world.server.world.values();
  t.is(mine?.mark?.uid, uid('theirs'));
  t.like(mine?.fields, { location: 'hall', body: 'agenda' });
  t.like(theirs?.fields, { location: 'hall', body: 'agenda' });
});

test('rule 9: full-width and half-width subjects look alike', async (t) => {
  const world = syncWorld();
  await put(world, 'outlook', 'mine', anEvent({ subject: 'Ｒｅｖｉｅｗ １' }));
  await put(world, 'server', 'theirs', anEvent({ subject: 'review 1' }));
  await settle(world);
  t.is(world.server.world.size, 1);
});

test('rule 9: what begins and ends at the same instants looks alike, whatever the zones', async (t) => {
  const world = syncWorld();
  const when = (start: string, end: string, zone: string): When => ({ allDay: false, start: { local: start, zone }, end: { local: end, zone } });
  await put(world, 'outlook', 'mine', anEvent({ when: when('2026-07-01T09:00:00', '2026-07-01T10:00:00', 'Asia/Taipei') }));
  await put(world, 'server', 'theirs', anEvent({ when: when('2026-07-01T03:00:00', '2026-07-01T04:00:00', 'Europe/Berlin') }));
  await put(world, 'server', 'later', anEvent({ when: when('2026-07-01T09:00:00', '2026-07-01T10:00:00', 'Europe/Berlin') }));
  await settle(world);
  t.deepEqual([world.outlook.world.size, world.server.world.size], [2, 2]);
});

test('rule 9: a meeting that came by mail beside the synced one is told, and not doubled', async (t) => {
  const world = syncWorld();
  await put(world, 'server', 'one');
  await settle(world);
  await put(world, 'outlook', 'one');
  const outcome = await sync(world);
  t.true(outcome !== 'crashed' && outcome.items.some((item) => item.reason === 'same-uid-twice'));
  t.is(world.server.world.size, 1);
});

test('rule 9: two items a side that look alike are listed, neither copied nor merged', async (t) => {
  const world = syncWorld();
  for (const id of ['o1', 'o2']) await put(world, 'outlook', id);
  for (const id of ['s1', 's2']) await put(world, 'server', id);
  const outcome = await sync(world);
  t.deepEqual([world.outlook.world.size, world.server.world.size], [2, 2]);
  t.true(outcome !== 'crashed' && outcome.items.length === 4 && outcome.items.every((item) => item.reason === 'doubtful-pair'));
});

test('rule 7: the user\'s copy of an item gets a UID of its own, and both are on the server', async (t) => {
  const world = syncWorld();
  await put(world, 'server', 'one');
  await settle(world);
  const [id] = world.outlook.world.keys();
  world.outlook.otherHands.copy(id!);
  await settle(world);
  const uids = [...world.server.world.values()].map((held) => held.uid);
  t.is(uids.length, 2);
  t.is(new Set(uids).size, 2);
  t.is(new Set([...world.outlook.world.values()].map((held) => held.mark?.uid)).size, 2);
});

test('rule 7: the same UID twice on the server is held with its ids, and nothing is written', async (t) => {
  const world = syncWorld({ server: { sameUidAllowed: true } });
  await put(world, 'server', 'one');
  await put(world, 'server', 'one', anEvent({ subject: 'other' }));
  const outcome = await sync(world);
  t.true(outcome !== 'crashed' && outcome.items.some((item) => item.reason === 'same-uid-twice'));
  t.is(world.server.world.size, 2);
  t.is(world.outlook.world.size, 1);
});

test('rule 5: a state that is gone while items bear our mark deletes nothing and holds what the server lacks', async (t) => {
  const first = syncWorld();
  for (const id of ['one', 'two']) await put(first, 'server', id, anEvent({ subject: id }));
  await settle(first);
  await first.server.otherHands.remove([...first.server.world.keys()][0]!);
  const blank = syncWorld();
  const again: SyncWorld = { ...first, store: blank.store };
  const outcome = await sync(again);
  t.true(outcome !== 'crashed');
  t.deepEqual(outcome !== 'crashed' && outcome.items.map((item) => item.reason), ['was-synced-now-gone']);
  t.deepEqual([again.outlook.world.size, again.server.world.size], [2, 1]);
});

test('rule 10: an item under a new id is followed by its UID: nothing is written on either side', async (t) => {
  const world = syncWorld();
  await put(world, 'server', 'one');
  await settle(world);
  for (const side of ['outlook', 'server'] as const) {
    world[side].otherHands.move([...world[side].world.keys()][0]!);
    const before = { ...world.outlook.calls }, there = { ...world.server.calls };
    await sync(world);
    t.deepEqual([world.outlook.calls.create, world.outlook.calls.delete, world.server.calls.create, world.server.calls.delete], [before.create, before.delete, there.create, there.delete]);
  }
  t.is((await look(world)).actions, 0);
});

test('a version that is still settling is not believed: the item is read once more, and an edit behind the same version is found', async (t) => {
  const world = syncWorld();
  await put(world, 'server', 'one');
  const settling = { ...world.link.outlook, create: async (creation: Parameters<typeof world.link.outlook.create>[0]) => ({ ...await world.link.outlook.create(creation), settling: true }) };
  const young = { ...world, link: { ...world.link, outlook: settling } };
  await sync(young);
  t.is(world.store.bases('L', 'event')[0]?.outlook.version, '' as never);
  const before = world.outlook.calls.fetch;
  await sync(world);
  t.is(world.outlook.calls.fetch, before + 1);
  t.is((await look(world)).actions, 0);
});

test('rule 8: another desk\'s item with the same UID is neither the user\'s copy nor written anew: it is held with its id', async (t) => {
  const world = syncWorld({ outlook: { sameUidAllowed: true } });
  await put(world, 'server', 'one');
  await settle(world);
  // Made by a desk that keeps the same mailbox: its mark has another token.
  const { id } = await world.outlook.create({ item: { kind: 'event', uid: uid('one'), fields: anEvent() } });
  const outcome = await sync(world);
  t.like(outcome, { items: [{ reason: 'same-uid-twice', result: 'held' }] });
  t.deepEqual([world.outlook.world.size, world.server.world.size], [2, 1]);
  t.is(world.outlook.world.get(id)?.mark?.uid, uid('one'));
});

test('rule 9: of two items that look alike, what one says otherwise and loses goes to undo and is named as lost', async (t) => {
  const world = syncWorld();
  await put(world, 'outlook', 'mine', anEvent({ body: 'mine' }));
  await put(world, 'server', 'theirs', anEvent({ body: 'theirs' }));
  t.like(await sync(world), { items: [{ lost: [{ side: 'outlook', fields: ['body'] }] }] });
  t.true(world.store.images.some(({ why, parts }) => why === 'lost' && parts.some(({ text }) => text.includes('mine'))));
});

test('rule 7: without a state the user\'s copy is still a copy: it gets a UID of its own', async (t) => {
  const world = syncWorld();
  await put(world, 'server', 'one');
  await settle(world);
  world.outlook.otherHands.copy([...world.outlook.world.keys()][0]!);
  const again: SyncWorld = { ...world, store: syncWorld().store };
  await settle(again);
  t.deepEqual([world.outlook.world.size, world.server.world.size], [2, 2]);
  t.is(new Set([...world.outlook.world.values()].map((held) => held.mark?.uid)).size, 2);
});
