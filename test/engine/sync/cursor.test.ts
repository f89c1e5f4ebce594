// What a run tells the next one: the cursor and what it does not cover, and what is left open on purpose (rules.md 3, 5, 12, 15).
import test from 'ava';
import { uid } from '../../../src/engine/model/ids.js';
import { anEvent } from '../../support/an-event.js';
import { act, BOTH_WAYS, edit, look, only, settle, sync, syncWorld } from '../../support/sync-world.js';
import type { SyncWorld, WorldOptions } from '../../support/sync-world.js';

async function paired(options: WorldOptions = {}): Promise<SyncWorld> {
  const world = syncWorld(options);
  await world.server.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent({ body: 'old' }) });
  await settle(world);
  return world;
}
const openIntents = ({ store }: SyncWorld): number => store.intents('L', 'event').length;

test('rule 12, 15: an absence that is not proven is still one in the next run, which lists from the cursor', async (t) => {
  const world = await paired({ server: { confirmsGone: false, forgetsGone: true } });
  await world.server.otherHands.remove(only(world, 'server')[0]);
  for (let run = 0; run < 3; run += 1) t.like(await sync(world), { items: [{ result: 'held', reason: 'absent-unproven' }] }, String(run));
  t.is(world.outlook.world.size, 1);
});

test('rule 12: a listing that is incomplete is not asked what became of what it lacks', async (t) => {
  const world = await paired();
  const asked = world.server.calls.locate;
  await sync(world, { lacking: { server: 0 } });
  t.is(world.server.calls.locate, asked);
});

test('rule 15: a run whose token the server refused deletes nothing, on neither side; the next one does', async (t) => {
  let refused = false;
  const world = await paired({ because: () => (refused ? { server: 'token-invalid' } : {}) });
  await world.outlook.otherHands.remove(only(world, 'outlook')[0]);
  refused = true;
  t.like(await sync(world), { items: [{ result: 'held', reason: 'invalid-token' }] });
  t.is(world.server.world.size, 1);
  refused = false;
  await settle(world);
  t.is(world.server.world.size, 0);
});

test('rule 15: a run that broke off starts from the cursor that it found', async (t) => {
  const world = await paired();
  const cursors = world.store.memory('L')?.cursors;
  await edit(world, 'outlook', { body: 'new' });
  t.like(await sync(world, { server: [true] }), { stopped: [{ code: 'Busy' }] });
  t.deepEqual(world.store.memory('L')?.cursors, cursors);
  await settle(world);
  t.is(only(world, 'server')[1].fields.body, 'new');
});

test('rule 1: a row without the value of a field is filled from what both sides show, though nothing moved', async (t) => {
  const world = await paired(), [row] = world.store.bases('L', 'event');
  const { body: _unknown, ...fields } = row!.fields;
  world.store.settle('L', { intent: null, pairing: row!.pairing, base: { ...row!, fields }, at: '2026-01-10T00:00:00Z' });
  await settle(world);
  t.is(world.store.bases<'event'>('L', 'event')[0]?.fields.body, 'old');
  t.is((await look(world)).fetched, 0);
});

test('rule 1: what another release took for a value is no value: an item that shows something else is not edited', async (t) => {
  const world = await paired(), [row] = world.store.bases('L', 'event');
  world.store.settle('L', { intent: null, pairing: row!.pairing, base: { ...row!, codec: row!.codec - 1, fields: { ...row!.fields, body: 'as it was understood then' } }, at: '2026-01-10T00:00:00Z' });
  world.outlook.otherHands.touch(only(world, 'outlook')[0]);
  await world.server.otherHands.remove(only(world, 'server')[0]);
  await settle(world);
  t.deepEqual([world.outlook.world.size, world.server.world.size], [0, 0], 'the deletion is one');
});

test('rule 3: what a run could not look at stays begun, and is completed when it can', async (t) => {
  const world = await paired();
  await edit(world, 'outlook', { body: 'new' });
  await sync(world, { server: ['crash'] });
  t.is(openIntents(world), 1);
  await sync(world, { lacking: { server: 0 } });
  t.is(openIntents(world), 1);
  await settle(world);
  t.is(openIntents(world), 0);
});

test('rule 3: what was begun and is gone before it was made is begun no more', async (t) => {
  const world = syncWorld();
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('mine'), fields: anEvent() });
  await sync(world, { server: [true] });
  t.is(openIntents(world), 1);
  await world.outlook.otherHands.remove(only(world, 'outlook')[0]);
  await settle(world);
  t.is(openIntents(world), 0);
  t.is(world.server.world.size, 0);
});

test('rule 5: after a lost state what the server lacks is held in every run, not in the first alone', async (t) => {
  const lost = await paired();
  await lost.server.otherHands.put({ kind: 'event', uid: uid('two'), fields: anEvent({ subject: 'two' }) });
  await settle(lost);
  await act(lost, { do: 'remove', side: 'server', which: 0 });
  const world: SyncWorld = { ...lost, store: syncWorld().store };
  for (let run = 0; run < 3; run += 1) t.like(await sync(world), { items: [{ result: 'held', reason: 'was-synced-now-gone' }] }, String(run));
  t.is(world.server.world.size, 1);
});

test('rule 13, 14: what is put away counts for no limit: nothing is left of the side, so nothing is deleted', async (t) => {
  const world = syncWorld({ rules: BOTH_WAYS });
  const subjects = Array.from({ length: 120 }, (_, index) => String(index));
  for (const subject of subjects) await world.server.otherHands.put({ kind: 'event', uid: uid(`u${subject}`), fields: anEvent({ subject }) });
  await settle(world);
  for (const id of [...world.outlook.world.keys()].slice(0, 100)) world.outlook.otherHands.putAway(id);
  await settle(world);
  for (const id of [...world.server.world.keys()].slice(100, 112)) await world.server.otherHands.remove(id);
  const outcome = await sync(world, { accept: [] });
  t.like(outcome, { stopped: [{ reason: 'deletions', count: 12, limit: 10 }] });
  t.is(world.outlook.world.size, 20);
});
