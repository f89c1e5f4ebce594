// What is known after a write, and after one of two writes only (rules.md 1, 2).
import test from 'ava';
import { M2KError } from '../../../src/engine/errors.js';
import { uid } from '../../../src/engine/model/ids.js';
import type { ItemId } from '../../../src/engine/model/ids.js';
import { anEvent } from '../../support/an-event.js';
import { BOTH_WAYS, edit, look, only, settle, sync, syncWorld } from '../../support/sync-world.js';
import type { SyncWorld, WorldOptions } from '../../support/sync-world.js';

/** Somebody was quicker: certainly nothing was written, and the next run tries again. */
const tooLate = (): M2KError => new M2KError('Stale', { reason: 'version' });

/** A pairing that both sides hold; the server lets no change through while `closed`. */
async function paired(gate: { closed: boolean }, options: WorldOptions = {}): Promise<SyncWorld> {
  const world = syncWorld({ ...options, refuses: ({ side, write }) => (gate.closed && side === 'server' && write === 'update' ? tooLate() : null) });
  await world.server.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent({ body: 'old', location: 'old' }) });
  await settle(world);
  return world;
}

test('what a run wrote, the next run does not read again', async (t) => {
  const world = await paired({ closed: false });
  await edit(world, 'server', { body: 'new' });
  await edit(world, 'outlook', { location: 'hall' });
  await sync(world);
  t.is((await look(world)).fetched, 0);
  t.is((await look(world)).actions, 0);
});

test('rule 2: of a merge whose second write was not made, the first is agreed and the second is still to be done', async (t) => {
  const gate = { closed: false }, world = await paired(gate);
  await edit(world, 'server', { body: 'from the server' });
  await edit(world, 'outlook', { location: 'room' });
  gate.closed = true;
  await sync(world);
  t.like(only(world, 'outlook')[1].fields, { body: 'from the server', location: 'room' });
  gate.closed = false;
  await settle(world);
  for (const side of ['outlook', 'server'] as const) t.like(only(world, side)[1].fields, { body: 'from the server', location: 'room' }, side);
});

test('rule 2: what the second write was to replace stays somebody\'s edit until it is written', async (t) => {
  const gate = { closed: false }, world = await paired(gate, { rules: { ...BOTH_WAYS, policy: 'outlook' } });
  await edit(world, 'server', { body: 'from the server', location: 'hall' });
  await edit(world, 'outlook', { location: 'room' });
  gate.closed = true;
  await sync(world);
  t.like(only(world, 'outlook')[1].fields, { body: 'from the server', location: 'room' });
  gate.closed = false;
  // The loser of the clash is the only edit when its opponent is taken back.
  await edit(world, 'outlook', { location: 'old' });
  await settle(world);
  for (const side of ['outlook', 'server'] as const) t.is(only(world, side)[1].fields.location, 'hall', side);
});

test('rule 2: what is not as planned when its pre-image is read is not written at all', async (t) => {
  const world = await paired({ closed: false });
  await edit(world, 'outlook', { body: 'new' });
  const tried = world.attempts.length;
  // The server's item moves on between the listing and the look at what is to be overwritten.
  await sync({ ...world, link: { ...world.link, server: { ...world.link.server, fetch: (ids) => { world.server.otherHands.touch(ids[0]!); return world.link.server.fetch(ids); } } } });
  t.is(world.attempts.length, tried);
  await settle(world);
  t.is(only(world, 'server')[1].fields.body, 'new');
});

for (const policy of ['server', 'outlook'] as const) test(`rule 3: while a half-made item cannot be completed, its source stays the source, though clashes go to ${policy}`, async (t) => {
  const gate = { closed: false };
  const world = syncWorld({ rules: { ...BOTH_WAYS, policy }, refuses: ({ side, write }) => (gate.closed && side === 'outlook' && write === 'update' ? tooLate() : null) });
  await world.server.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent({ sensitivity: 'private', reminder: 15, body: 'agenda' }) });
  await sync(world, { outlook: ['crash'] });
  await edit(world, 'outlook', { sensitivity: 'normal', reminder: null, body: 'half' });
  gate.closed = true;
  await sync(world);
  gate.closed = false;
  await settle(world);
  for (const side of ['outlook', 'server'] as const) t.like(only(world, side)[1].fields, { sensitivity: 'private', reminder: 15, body: 'agenda' }, side);
});

test('rule 7: an item of the user\'s is marked and written in one run', async (t) => {
  const world = syncWorld();
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('mine'), fields: anEvent({ location: 'hall' }) });
  await world.server.otherHands.put({ kind: 'event', uid: uid('theirs'), fields: anEvent({ body: 'agenda' }) });
  const outcome = await sync(world);
  t.like(outcome, { stopped: [] });
  t.like(only(world, 'outlook')[1].fields, { location: 'hall', body: 'agenda' });
});

test('rule 3: what is edited again after a write whose end is not known is an edit of what was being written', async (t) => {
  const world = await paired({ closed: false });
  await edit(world, 'outlook', { body: 'first' });
  await sync(world, { server: ['crash'] });
  t.is(only(world, 'server')[1].fields.body, 'first');
  await edit(world, 'outlook', { body: 'second' });
  const outcome = await sync(world);
  t.like(outcome, { items: [{ cell: 'edited,same', lost: [] }] });
  t.is(only(world, 'server')[1].fields.body, 'second');
});

test('rule 21: an item that is made again is made over the text it had', async (t) => {
  const world = await paired({ closed: false });
  world.server.otherHands.setExtra(only(world, 'server')[0], 'X-KEPT:1');
  await settle(world);
  await world.server.otherHands.remove(only(world, 'server')[0]);
  await edit(world, 'outlook', { body: 'still needed' });
  await settle(world);
  t.like(only(world, 'server')[1], { extra: 'X-KEPT:1', fields: { body: 'still needed' } });
});

test('rule 22: what was begun on a side that may no longer be written to is not waited for: its content is taken as it is', async (t) => {
  const world = await paired({ closed: false });
  await edit(world, 'outlook', { body: 'not sent' });
  await sync(world, { server: [true] });
  const { rules } = world.link;
  const closed = { ...world, link: { ...world.link, rules: { ...rules, rights: { ...rules.rights, server: { add: false, change: false, remove: false } } } } };
  t.true(await settle(closed) <= 3);
  for (const side of ['outlook', 'server'] as const) t.is(only(world, side)[1].fields.body, 'old', side);
  t.true(world.store.images.some((image) => image.side === 'outlook' && image.parts.some((part) => part.text.includes('not sent'))));
});

test('an item that can no longer be read is told of in every run, though nothing is to be written to it', async (t) => {
  const world = await paired({ closed: false });
  world.server.otherHands.touch(only(world, 'server')[0]);
  const server = { ...world.link.server, async *fetch(ids: readonly ItemId[]) { await Promise.resolve(); for (const id of ids) yield { ok: false as const, id, missing: false, error: new M2KError('Unreadable', { item: id }) }; } };
  for (let run = 0; run < 2; run += 1) t.like(await sync({ ...world, link: { ...world.link, server } }), { items: [{ code: 'Unreadable' }] });
});

test('rule 18: what the follower holds beyond the leading side is not asked of the leading side', async (t) => {
  const world = syncWorld({ rules: { ...BOTH_WAYS, direction: { way: 'one', to: 'outlook' } } });
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('mine'), fields: anEvent({ categories: ['y', 'x'] }) });
  await world.server.otherHands.put({ kind: 'event', uid: uid('theirs'), fields: anEvent({ categories: ['x'], body: 'agenda' }) });
  t.true(await settle(world) <= 2);
  t.like(only(world, 'outlook')[1].fields, { body: 'agenda' });
  t.is((await look(world)).fetched, 0);
});
