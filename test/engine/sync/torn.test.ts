// Writes that were begun and whose end is not known (rules.md 2, 3).
import test from 'ava';
import { M2KError } from '../../../src/engine/errors.js';
import { uid } from '../../../src/engine/model/ids.js';
import { anEvent } from '../../support/an-event.js';
import { look, settle, sync, syncWorld } from '../../support/sync-world.js';
import type { SyncWorld } from '../../support/sync-world.js';

async function one(): Promise<SyncWorld> {
  const world = syncWorld();
  await world.server.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent({ body: 'old' }) });
  return world;
}
const theOne = (world: SyncWorld, side: 'outlook' | 'server' = 'outlook'): { readonly id: never; readonly fields: ReturnType<typeof anEvent> } => {
  const [id, held] = [...world[side].world][0]!;
  return { id: id as never, fields: held.fields };
};

test('rule 3: a half-made item is completed, and what somebody wrote into it meanwhile goes to undo and is named as lost', async (t) => {
  const world = await one();
  await sync(world, { outlook: ['crash'] });
  await world.outlook.otherHands.edit(theOne(world).id, { body: 'written by the user meanwhile', location: '' });
  const outcome = await sync(world);
  t.is(theOne(world).fields.body, 'old');
  t.true(outcome !== 'crashed' && outcome.items.some((item) => item.lost.some(({ side, fields }) => side === 'outlook' && fields.includes('body'))));
  t.true(world.store.images.some((image) => image.parts.some((part) => part.text.includes('written by the user meanwhile'))));
});

test('rule 3: of a half-made item that nobody touched nothing is named as lost', async (t) => {
  const world = await one();
  await sync(world, { outlook: ['crash'] });
  await world.outlook.otherHands.edit(theOne(world).id, { body: '' });
  const outcome = await sync(world);
  t.is(theOne(world).fields.body, 'old');
  t.true(outcome !== 'crashed' && outcome.items.every((item) => item.lost.length === 0));
});

test('rule 3: a half-written edit is written again; the field that holds neither the old nor the new value is named as lost', async (t) => {
  const world = await one();
  await settle(world);
  await world.server.otherHands.edit(theOne(world, 'server').id, { body: 'new', location: 'hall' });
  await sync(world, { outlook: ['crash'] });
  // As if the save had stopped after the body: the location is the old one, then somebody's own.
  await world.outlook.otherHands.edit(theOne(world).id, { location: 'mine' });
  const outcome = await sync(world);
  t.like(theOne(world).fields, { body: 'new', location: 'hall' });
  t.deepEqual(outcome !== 'crashed' && outcome.items.flatMap((item) => item.lost), [{ side: 'outlook', fields: ['location'] }]);
});

test('rule 2: when the intent cannot be stored, nothing is written', async (t) => {
  const world = await one();
  const store = { ...world.store, begin: () => { throw new M2KError('StateBroken', { reason: 'state-unwritable' }); } };
  Object.assign(world, { store });
  const outcome = await sync(world);
  t.is(world.outlook.world.size, 0);
  t.like(outcome, { stopped: [{ code: 'StateBroken' }] });
});

test('rule 15: what a broken-off run left unsettled is settled once it was read, not read for ever', async (t) => {
  const world = await one();
  await settle(world);
  await world.outlook.otherHands.edit(theOne(world).id, { body: 'new' });
  await sync(world, { meanwhile: [{ do: 'touch', side: 'server', which: 0 }] });
  // The write and its commit are done; the run ends before it remembers its cursor.
  await sync(world, { commits: [false, false, true] });
  t.is(theOne(world, 'server').fields.body, 'new');
  await settle(world);
  t.is((await look(world)).fetched, 0);
});
