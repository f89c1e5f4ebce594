import test from 'ava';
import { deletionLimit } from '../../../src/engine/sync/guard.js';
import { uid } from '../../../src/engine/model/ids.js';
import { act, BOTH_WAYS, settle, sync, syncWorld } from '../../support/sync-world.js';
import { anEvent } from '../../support/an-event.js';

for (const [paired, limit] of [[0, 10], [99, 10], [100, 10], [110, 11], [499, 49], [500, 50], [5000, 50]] as const) {
  test(`rule 14: a link of ${paired} items lets ${limit} deletions pass`, (t) => { t.is(deletionLimit(paired), limit); });
}

async function worldOf(count: number): Promise<ReturnType<typeof syncWorld>> {
  const world = syncWorld();
  for (let index = 0; index < count; index += 1) await act(world, { do: 'add', side: 'server', fields: anEvent({ subject: `event ${index}` }) });
  await settle(world);
  return world;
}

test('rule 14: deletions above the limit are held whole while edits go on, and the message has the numbers', async (t) => {
  const world = await worldOf(30);
  for (let index = 0; index < 12; index += 1) await act(world, { do: 'remove', side: 'outlook', which: 0 });
  await act(world, { do: 'edit', side: 'outlook', which: 3, change: { location: 'hall' } });
  const outcome = await sync(world, { accept: [] });
  if (outcome === 'crashed') { t.fail(); return; }
  t.like(outcome, { stopped: [{ code: 'Held', reason: 'deletions', count: 12, limit: 10 }] });
  t.is(outcome.stopped.length, 1);
  t.is(world.server.world.size, 30);
  t.is([...world.server.world.values()].filter((held) => held.fields.location === 'hall').length, 1);
  t.is(outcome.items.filter((item) => item.result === 'held' && item.reason === 'deletions').length, 12);
});

for (const [deleted, left] of [[10, 20], [11, 30]] as const) {
  test(`rule 14: of 30 items ${deleted} deletions leave ${left}: ten pass unasked, and not one more`, async (t) => {
    const world = await worldOf(30);
    for (let index = 0; index < deleted; index += 1) await act(world, { do: 'remove', side: 'outlook', which: 0 });
    await sync(world, { accept: [] });
    t.is(world.server.world.size, left);
  });
}

test('rule 14: accepted deletions are made', async (t) => {
  const world = await worldOf(30);
  for (let index = 0; index < 12; index += 1) await act(world, { do: 'remove', side: 'outlook', which: 0 });
  await sync(world, { accept: ['deletions'] });
  t.is(world.server.world.size, 18);
});

test('rule 14: deletions of the last 24 hours count, those before do not', async (t) => {
  const world = await worldOf(40);
  const removeSix = async (): Promise<number> => {
    for (let index = 0; index < 6; index += 1) await act(world, { do: 'remove', side: 'outlook', which: 0 });
    await sync(world, { accept: [] });
    return world.server.world.size;
  };
  t.is(await removeSix(), 34);
  t.is(await removeSix(), 34);
  world.now += 25 * 3_600_000;
  await sync(world, { accept: [] });
  t.is(world.server.world.size, 28);
});

test('rule 14: a side that came back empty deletes nothing', async (t) => {
  const world = await worldOf(3);
  for (let index = 0; index < 3; index += 1) await act(world, { do: 'remove', side: 'server', which: 0 });
  const outcome = await sync(world, { accept: [] });
  t.is(world.outlook.world.size, 3);
  t.like(outcome, { stopped: [{ code: 'Held', reason: 'side-empty', side: 'server', count: 3 }] });
});

test('rule 14: a server that came back empty deletes nothing of a one-way link, not even what the user edited', async (t) => {
  const world = syncWorld({ rules: { ...BOTH_WAYS, direction: { way: 'one', to: 'outlook' } } });
  for (let index = 0; index < 3; index += 1) await act(world, { do: 'add', side: 'server', fields: anEvent({ subject: `event ${index}` }) });
  await settle(world);
  for (let index = 0; index < 3; index += 1) {
    await act(world, { do: 'edit', side: 'outlook', which: index, change: { body: 'mine' } });
    await act(world, { do: 'remove', side: 'server', which: 0 });
  }
  const outcome = await sync(world, { accept: [] });
  t.is(world.outlook.world.size, 3);
  t.like(outcome, { stopped: [{ code: 'Held', reason: 'side-empty', side: 'server', count: 3 }] });
});

test('rule 9: a held first run says how many items are paired, would be made on each side, and are doubtful', async (t) => {
  const world = syncWorld();
  const put = (side: 'outlook' | 'server', id: string, subject: string): unknown => world[side].otherHands.put({ kind: 'event', uid: uid(id), fields: anEvent({ subject }) });
  for (const side of ['outlook', 'server'] as const) await put(side, `${side} like`, 'alike');
  await put('outlook', 'both', 'by uid');
  await put('server', 'both', 'by uid');
  for (const id of ['o1', 'o2']) await put('outlook', id, 'twice');
  await put('server', 's1', 'twice');
  for (const id of ['a', 'b', 'c']) await put('outlook', id, id);
  await put('server', 'd', 'd');
  t.like(await sync(world, { accept: [] }), { stopped: [{ reason: 'first-run', paired: 2, toOutlook: 1, toServer: 3, doubtful: 3 }] });
});

test('rule 9: a first run onto a folder that holds items is held, shown, and passes when accepted', async (t) => {
  const world = syncWorld();
  await act(world, { do: 'add', side: 'outlook', fields: anEvent({ subject: 'mine' }) });
  await act(world, { do: 'add', side: 'server', fields: anEvent({ subject: 'theirs' }) });
  const held = await sync(world, { accept: [] });
  t.like(held, { stopped: [{ code: 'Held', reason: 'first-run', count: 2 }] });
  t.deepEqual([world.outlook.world.size, world.server.world.size], [1, 1]);
  t.is(world.store.memory('L'), undefined);
  await sync(world, { accept: ['firstRun'] });
  t.deepEqual([world.outlook.world.size, world.server.world.size], [2, 2]);
  await act(world, { do: 'add', side: 'outlook', fields: anEvent({ subject: 'later' }) });
  await sync(world, { accept: [] });
  t.is(world.server.world.size, 3);
});

test('rule 14: a hold is let pass by its id, which another deletion changes', async (t) => {
  const world = await worldOf(30);
  const heldIn = async (accept: readonly string[]): Promise<string | undefined> => {
    const outcome = await sync(world, { accept });
    return outcome === 'crashed' ? 'crashed' : outcome.stopped[0]?.id;
  };
  for (let index = 0; index < 12; index += 1) await act(world, { do: 'remove', side: 'outlook', which: 0 });
  const first = await heldIn([]);
  t.regex(first ?? '', /^[0-9a-f]{8}$/);
  t.is(await heldIn(['00000000']), first);
  await act(world, { do: 'remove', side: 'outlook', which: 0 });
  const second = await heldIn([first ?? '']);
  t.not(second, first);
  t.is(world.server.world.size, 30);
  t.is(await heldIn([second ?? '']), undefined);
  t.is(world.server.world.size, 17);
});

test('rule 14: while the clocks are more than a day apart nothing is written, and the hold says by how much', async (t) => {
  const world = await worldOf(3);
  await act(world, { do: 'edit', side: 'outlook', which: 0, change: { location: 'hall' } });
  const outcome = await sync(world, { accept: [], skewMs: -30 * 3_600_000 });
  t.like(outcome, { stopped: [{ code: 'Held', reason: 'clock-off', hours: -30, count: 1 }], items: [{ result: 'held', reason: 'clock-off' }] });
  t.false([...world.server.world.values()].some(({ fields }) => fields.location === 'hall'));
  const id = outcome === 'crashed' ? '' : outcome.stopped[0]?.id ?? '';
  await sync(world, { accept: [id], skewMs: -30 * 3_600_000 });
  t.true([...world.server.world.values()].some(({ fields }) => fields.location === 'hall'));
});
