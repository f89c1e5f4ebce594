// States that must not be compared with what Outlook shows, and two desks on one mailbox (rules.md 5, 8, 13).
import test from 'ava';
import { nextStamp } from '../../../src/engine/sync/trust.js';
import type { Stamp } from '../../../src/engine/side/side.js';
import type { ItemId } from '../../../src/engine/model/ids.js';
import { act, settle, sync, syncWorld } from '../../support/sync-world.js';
import type { SyncWorld } from '../../support/sync-world.js';
import { anEvent } from '../../support/an-event.js';

async function worldOf(count = 3): Promise<SyncWorld> {
  const world = Object.assign(syncWorld(), { place: 'profile store file', stamp: null });
  for (let index = 0; index < count; index += 1) await act(world, { do: 'add', side: 'server', fields: anEvent({ subject: `event ${String(index)}` }) });
  await settle(world);
  return world;
}
/** As a data file that was made anew lacks them: not deleted, never there. */
const lose = ({ outlook }: SyncWorld, ...ids: readonly ItemId[]): void => { for (const id of ids) (outlook.world as Map<ItemId, unknown>).delete(id); };
const sizes = (world: SyncWorld): readonly number[] => [world.outlook.world.size, world.server.world.size];

test('rule 13: another profile, store or data file deletes nothing on the server, and fills the new folder again', async (t) => {
  const world = await worldOf();
  lose(world, ...world.outlook.world.keys());
  Object.assign(world, { place: 'profile store another file', stamp: null });
  const outcome = await sync(world);
  t.like(outcome, { stopped: [] });
  t.deepEqual(sizes(world), [3, 3]);
  t.is(await settle(world), 1);
});

test('rule 13: a data file that came back half-filled is paired anew; what differs is merged with the loser kept, nothing is deleted', async (t) => {
  const world = await worldOf();
  lose(world, ...[...world.outlook.world.keys()].slice(0, 1));
  await act(world, { do: 'edit', side: 'outlook', which: 0, change: { location: 'old' } });
  Object.assign(world, { place: 'restored from a backup' });
  await sync(world);
  t.deepEqual(sizes(world), [3, 3]);
  t.is(await settle(world), 1);
});

test('rule 5: an old state that was put back is not believed: no item is deleted, none doubled, and what the server lacks is held', async (t) => {
  const world = await worldOf();
  const old = world.store.snapshot();
  await act(world, { do: 'add', side: 'outlook', fields: anEvent({ subject: 'later' }) });
  await settle(world);
  await act(world, { do: 'remove', side: 'server', which: 0 });
  await sync(world);
  await act(world, { do: 'remove', side: 'server', which: 0 });
  world.store.restore(old);
  const outcome = await sync(world);
  t.like(outcome, { items: [{ result: 'held', reason: 'was-synced-now-gone' }] });
  t.deepEqual(sizes(world), [3, 2]);
  await settle(world);
  t.deepEqual(sizes(world), [3, 2]);
  t.is(new Set([...world.outlook.world.values()].map(({ uid }) => uid)).size, 3);
});

test('rule 5: a run that writes nothing leaves the folder alone, so that not every minute writes to the mailbox', async (t) => {
  const world = await worldOf(), { stamp } = world;
  await sync(world);
  await sync(world);
  t.is(world.stamp, stamp);
  await act(world, { do: 'edit', side: 'server', which: 0, change: { location: 'hall' } });
  await sync(world);
  t.is(world.stamp?.generation, (stamp?.generation ?? 0) + 1);
});

test('rule 8: a second desk says who syncs the folder and writes nothing; it takes over on request, or a day later', async (t) => {
  const world = await worldOf();
  await act(world, { do: 'edit', side: 'server', which: 0, change: { location: 'hall' } });
  const outcome = await sync(world, { desk: 'PC-2', accept: [] });
  t.like(outcome, { stopped: [{ code: 'Held', reason: 'other-desk', detail: 'PC-1' }] });
  t.false([...world.outlook.world.values()].some(({ fields }) => fields.location === 'hall'));
  const id = outcome === 'crashed' ? '' : outcome.stopped[0]?.id ?? '';
  t.like(await sync(world, { desk: 'PC-2', accept: [id] }), { stopped: [], passed: [id] });
  t.is(world.stamp?.desk, 'PC-2');
  t.like(await sync(world, { accept: [] }), { stopped: [{ reason: 'other-desk', detail: 'PC-2' }] });
  world.now += 25 * 3_600_000;
  t.like(await sync(world, { accept: [] }), { stopped: [] });
  t.is(world.stamp?.desk, 'PC-1');
});

test('rule 8: a stamp is renewed after a write, by another desk, and before it is half a day old; its generation only grows', (t) => {
  const now = Date.parse('2026-11-30T12:00:00Z'), at = (hours: number): string => new Date(now - hours * 3_600_000).toISOString();
  const next = (stamp: Stamp | null, wrote = false): Stamp | null => nextStamp({ stamp }, { desk: 'A', now, wrote, generation: 3 });
  t.is(next({ desk: 'A', generation: 3, at: at(11) }), null, 'nothing was written, and it is fresh');
  t.deepEqual(next({ desk: 'A', generation: 3, at: at(13) }), { desk: 'A', generation: 4, at: at(0) });
  t.deepEqual(next({ desk: 'A', generation: 3, at: at(1) }, true), { desk: 'A', generation: 4, at: at(0) });
  t.deepEqual(next({ desk: 'B', generation: 9, at: at(25) }), { desk: 'A', generation: 10, at: at(0) }, 'further than the desk that it took over from');
  t.deepEqual(next(null), { desk: 'A', generation: 4, at: at(0) });
});
