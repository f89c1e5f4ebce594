// Undo by the core alone: two sides in memory, everything that a run replaced brought back and brought over (rules.md 2, 30).
import test from 'ava';
import type { KeptImage } from '../../../src/engine/state/state.js';
import type { LinkOutcome } from '../../../src/engine/sync/outcome.js';
import { ALL_RIGHTS } from '../../../src/engine/sync/link.js';
import type { LinkRules } from '../../../src/engine/sync/link.js';
import { withoutUid } from '../../../src/engine/sync/restore.js';
import type { Wish } from '../../../src/engine/sync/restore.js';
import { anEvent } from '../../support/an-event.js';
import { act, BOTH_WAYS, settle, sync, syncWorld } from '../../support/sync-world.js';
import type { SyncWorld } from '../../support/sync-world.js';

const TO_OUTLOOK: LinkRules = { ...BOTH_WAYS, direction: { way: 'one', to: 'outlook' } };

async function worldOf(rules: LinkRules = BOTH_WAYS): Promise<SyncWorld> {
  const world = syncWorld({ rules });
  for (const subject of ['lunch', 'dinner']) await act(world, { do: 'add', side: 'server', fields: anEvent({ subject, location: 'hall' }) });
  await settle(world);
  return world;
}

const newest = (world: SyncWorld): KeptImage => {
  const [image] = world.store.history.find({});
  if (image === undefined) throw new Error('no history');
  return image;
};
const wishFor = (...images: readonly KeptImage[]): readonly Wish[] => images.map((image) => ({ link: image.link, uid: image.uid, images: [image] }));
const held = (world: SyncWorld, side: 'outlook' | 'server'): readonly string[] => [...world[side].world.values()].map(({ fields }) => `${fields.subject.replace(/ \d+$/, '')} ${fields.location} ${fields.body}`.trim()).sort();

test('rule 30: an overwritten field comes back on the side where it was and goes to the other; a later edit of another field stays', async (t) => {
  const world = await worldOf();
  await act(world, { do: 'edit', side: 'server', which: 0, change: { location: 'roof' } });
  await settle(world);
  const image = newest(world);
  t.like(image, { side: 'outlook', why: 'overwritten', changed: ['location'] });
  await act(world, { do: 'edit', side: 'outlook', which: 0, change: { body: 'later' } });
  await settle(world);
  const outcome = await sync(world, { restore: wishFor(image) });
  t.like(outcome, { items: [{ cell: 'restore', result: 'done', writes: [{ side: 'outlook' }, { side: 'server' }] }] });
  t.deepEqual(held(world, 'outlook'), ['dinner hall', 'lunch hall later']);
  t.deepEqual(held(world, 'server'), held(world, 'outlook'));
  t.is(await settle(world), 1);
});

for (const by of ['outlook', 'server'] as const) {
  test(`rule 30: what was deleted in ${by} and therefore on the other side comes back on both, once, with what no field maps`, async (t) => {
    const world = await worldOf();
    const extras = [...world.server.world.values()].map(({ extra }) => extra).sort();
    await act(world, { do: 'remove', side: by, which: 0 });
    world.now += 3_600_000;
    await settle(world);
    t.is(world.server.world.size, 1);
    const image = newest(world);
    t.is(image.why, 'deleted');
    await sync(world, { restore: wishFor(image) });
    t.deepEqual(held(world, 'outlook'), ['dinner hall', 'lunch hall']);
    t.deepEqual(held(world, 'server'), held(world, 'outlook'));
    t.deepEqual([...world.server.world.values()].map(({ extra }) => extra).sort(), extras);
    t.is(await settle(world), 1);
    t.truthy(world.store.history.find({ ids: [image.id] })[0]?.restoredAt);
  });
}

test('rule 30: restoring is itself undoable', async (t) => {
  const world = await worldOf();
  await act(world, { do: 'edit', side: 'server', which: 0, change: { location: 'roof' } });
  await settle(world);
  await sync(world, { restore: wishFor(newest(world)) });
  t.deepEqual(held(world, 'server'), ['dinner hall', 'lunch hall']);
  const back = world.store.history.find({}).filter(({ cell }) => cell === 'restore');
  t.is(back.length, 2);
  await sync(world, { restore: [{ link: 'L', uid: back[0]?.uid as Wish['uid'], images: back.toReversed() }] });
  t.deepEqual(held(world, 'outlook'), ['dinner hall', 'lunch roof']);
  t.deepEqual(held(world, 'server'), held(world, 'outlook'));
});

test('rule 30: the loser of a clash comes back and wins', async (t) => {
  const world = await worldOf();
  await act(world, { do: 'edit', side: 'server', which: 0, change: { location: 'roof' } });
  await act(world, { do: 'edit', side: 'outlook', which: 0, change: { location: 'cell' } });
  await settle(world);
  t.deepEqual(held(world, 'outlook'), ['dinner hall', 'lunch roof']);
  const lost = world.store.history.find({}).find(({ why }) => why === 'lost');
  await sync(world, { restore: wishFor(lost as KeptImage) });
  t.deepEqual(held(world, 'server'), ['dinner hall', 'lunch cell']);
  t.is(await settle(world), 1);
});

for (const [name, rules] of [['a link that follows the server', TO_OUTLOOK], ['a collection without rights', { ...BOTH_WAYS, rights: { outlook: ALL_RIGHTS, server: { add: false, change: false, remove: false } } }]] as const) {
  test(`rule 30: in ${name}, what was undone comes back as an item of the user's own and stays`, async (t) => {
    const world = await worldOf(rules);
    await act(world, { do: 'edit', side: 'outlook', which: 0, change: { location: 'cell' } });
    await settle(world);
    t.deepEqual(held(world, 'outlook'), ['dinner hall', 'lunch hall']);
    t.like(await sync(world, { restore: wishFor(newest(world)) }), { items: [{ cell: 'restore', result: 'done' }] });
    t.deepEqual(held(world, 'outlook'), ['dinner hall', 'lunch cell', 'lunch hall']);
    t.is(await settle(world), 1);
    t.deepEqual(held(world, 'server'), ['dinner hall', 'lunch hall']);
    t.is(world.store.bases('L', 'event').length, 2, 'what is the user\'s alone is paired with nothing');
    t.deepEqual(world.forbidden, []);
  });
}

test('rule 2, 30: a crash at any commit of a restoration doubles and loses nothing', async (t) => {
  for (let at = 0; at < 6; at += 1) {
    const world = await worldOf();
    await act(world, { do: 'remove', side: 'server', which: 0 });
    await settle(world);
    const commits = [...Array.from({ length: at }, () => false), true];
    await sync(world, { restore: wishFor(newest(world)), commits });
    await settle(world);
    t.deepEqual(held(world, 'outlook'), held(world, 'server'), `at ${String(at)}`);
    t.true([1, 2].includes(world.server.world.size));
    t.deepEqual(world.unaudited, []);
  }
});

/** Locations of lunch, one after the other, each synced; what the last of them replaced. */
async function moved(world: SyncWorld, ...locations: readonly string[]): Promise<readonly KeptImage[]> {
  for (const location of locations) { await act(world, { do: 'edit', side: 'server', which: 0, change: { location } }); await settle(world); }
  return world.store.history.find({}).toReversed();
}
const ended = (outcome: LinkOutcome | 'crashed'): LinkOutcome => { if (outcome === 'crashed') throw new Error('crashed'); return outcome; };

test('rule 30: a wish of another link changes nothing in this one', async (t) => {
  const world = await worldOf(), [image] = await moved(world, 'roof');
  t.deepEqual(ended(await sync(world, { restore: [{ ...wishFor(image as KeptImage)[0] as Wish, link: 'M' }] })).items, []);
  t.deepEqual(held(world, 'outlook'), ['dinner hall', 'lunch roof']);
});

test('rule 30: whatever else was to be done to the item waits; the user\'s edit of another field is kept', async (t) => {
  const world = await worldOf(), [image] = await moved(world, 'roof');
  await act(world, { do: 'edit', side: 'outlook', which: 0, change: { body: 'now' } });
  const { items } = ended(await sync(world, { restore: wishFor(image as KeptImage) }));
  t.deepEqual(items.map(({ cell, result }) => [cell, result]), [['restore', 'done']]);
  await settle(world);
  t.deepEqual(held(world, 'server'), ['dinner hall', 'lunch hall now']);
  t.deepEqual(held(world, 'outlook'), held(world, 'server'));
});

test('rule 30: of several pre-images of one item the oldest comes back, and all are noted as restored', async (t) => {
  const world = await worldOf(), images = await moved(world, 'roof', 'attic');
  t.is(images.length, 2);
  await sync(world, { restore: [{ link: 'L', uid: images[0]?.uid as Wish['uid'], images }] });
  t.deepEqual(held(world, 'server'), ['dinner hall', 'lunch hall']);
  t.deepEqual(images.map(({ id }) => world.store.history.find({ ids: [id] })[0]?.restoredAt !== undefined), [true, true]);
});

test('rule 12, 30: where the listing does not show the item, it is held and nothing is written', async (t) => {
  const world = await worldOf(), [image] = await moved(world, 'roof'), before = world.attempts.length;
  const { items } = ended(await sync(world, { restore: wishFor(image as KeptImage), lacking: { server: 0 } }));
  t.like(items.find(({ uid }) => uid === image?.uid), { cell: 'restore', result: 'held' });
  t.deepEqual(world.attempts.slice(before), []);
  t.deepEqual(held(world, 'outlook'), ['dinner hall', 'lunch roof']);
});

test('rule 30: what lies among the deleted things is asked for by its id there', async (t) => {
  const world = await worldOf();
  await act(world, { do: 'remove', side: 'server', which: 0 });
  world.now += 3_600_000;
  await settle(world);
  const image = newest(world);
  t.truthy(image.trash);
  await sync(world, { restore: wishFor(image) });
  t.deepEqual(world.attempts.filter(({ write }) => write === 'create').slice(-2).map(({ side, revive }) => [side, revive]), [['server', { id: null }], ['outlook', { id: image.trash }]]);
});

test('rule 4, 30: what was deleted comes back with what only the other side held of it', async (t) => {
  const world = syncWorld({ rules: BOTH_WAYS });
  await act(world, { do: 'add', side: 'server', fields: anEvent({ subject: 'lunch', categories: ['x', 'z'], location: 'a long' }) });
  await settle(world);
  t.deepEqual([...world.outlook.world.values()].map(({ fields }) => [fields.location, fields.categories]), [['a lo', ['x']]]);
  await act(world, { do: 'remove', side: 'server', which: 0 });
  world.now += 3_600_000;
  await settle(world);
  const image = newest(world);
  t.is(image.side, 'outlook');
  await sync(world, { restore: wishFor(image) });
  t.deepEqual([...world.server.world.values()].map(({ fields }) => [fields.location, fields.categories.toSorted()]), [['a long', ['x', 'z']]]);
});

test('rule 30: an item whose UID the server will not take back comes back under another, beside whatever bears the old one', async (t) => {
  let taken = false;
  const world = syncWorld({ rules: BOTH_WAYS, refuses: ({ side, write }) => (taken && side === 'server' && write === 'create' ? 'uid-taken' : null) });
  await act(world, { do: 'add', side: 'server', fields: anEvent({ subject: 'lunch' }) });
  await settle(world);
  await act(world, { do: 'remove', side: 'outlook', which: 0 });
  world.now += 3_600_000;
  await settle(world);
  const wishes = wishFor(newest(world));
  taken = true;
  const refused = { links: [ended(await sync(world, { restore: wishes }))] }, again = withoutUid(wishes, refused);
  t.deepEqual(again, wishes.map((wish): Wish => ({ ...wish, newUid: true })));
  t.deepEqual(withoutUid(again, refused), [], 'once');
  taken = false;
  // Somebody made one of the old UID meanwhile: it is another's.
  await world.server.otherHands.put({ kind: 'event', uid: wishes[0]?.uid as Wish['uid'], fields: anEvent({ subject: 'lunch', location: 'mine' }) });
  await sync(world, { restore: again });
  await settle(world);
  t.deepEqual(held(world, 'server'), ['lunch', 'lunch mine']);
  t.deepEqual(held(world, 'outlook'), held(world, 'server'));
  t.is(new Set([...world.server.world.values()].map(({ uid }) => uid)).size, 2);
});
