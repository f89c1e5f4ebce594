// What one link's or one item's failure leaves of the rest of a run.
import test from 'ava';
import { M2KError } from '../../../src/engine/errors.js';
import type { Link } from '../../../src/engine/sync/link.js';
import { run } from '../../../src/engine/sync/run.js';
import { narrowServer, syncWorld } from '../../support/sync-world.js';
import type { SyncWorld, WorldOptions } from '../../support/sync-world.js';
import { anEvent } from '../../support/an-event.js';

const world = async (items: number, options: WorldOptions = {}): Promise<SyncWorld> => {
  const made = syncWorld(options);
  for (let n = 0; n < items; n += 1) await made.outlook.otherHands.put({ kind: 'event', uid: `u${n}` as never, fields: narrowServer(anEvent({ subject: `Item ${n}` })) });
  return made;
};

const linked = ({ link }: SyncWorld, id: string, error?: M2KError): Link =>
  ({ ...link, id, server: error === undefined ? link.server : { ...link.server, list: () => Promise.reject(error) } }) as unknown as Link;

async function together(links: readonly Link[], store: SyncWorld): Promise<readonly string[]> {
  const { links: outcomes } = await run(links, { store: store.store, clock: { now: () => store.now, sleep: () => Promise.resolve() }, newId: () => Math.random().toString(36) }, { whatIf: false, accept: new Set(['firstRun']) });
  return outcomes.map(({ link, items, stopped }) => [link, items.map(({ result }) => result).join(), stopped.map(({ reason, code }) => reason ?? code).join()].join(' '));
}

for (const [reason, rest] of [['server-error', 'c done '], ['collection-gone', 'c done '], ['timed-out', '']] as const) {
  test(`a link that cannot be looked at (${reason}) leaves those that were looked at before it as they are: they are carried out`, async (t) => {
    const [first, last] = [await world(1), await world(1)];
    const outcomes = await together([linked(first, 'a'), linked(first, 'b', new M2KError('Unavailable', { reason })), linked(last, 'c')], first);
    t.deepEqual(outcomes, ['a done ', `b  ${reason}`, ...(rest === '' ? [] : [rest])]);
  });
}

test('after a refused password nothing is written to any link', async (t) => {
  const first = await world(1);
  t.deepEqual(await together([linked(first, 'a'), linked(first, 'b', new M2KError('Unauthorized', { reason: 'rejected' }))], first), ['a planned ', 'b  rejected']);
});

test('rule 3: an error after the write was sent leaves the intent open, whatever the error says', async (t) => {
  const one = await world(1, { refuses: () => new M2KError('Unauthorized', { reason: 'rejected', mayBeDone: true }) });
  await together([linked(one, 'a')], one);
  t.is(one.store.intents('a', 'event').length, 1);
  const other = await world(1, { refuses: () => new M2KError('Unauthorized', { reason: 'rejected' }) });
  await together([linked(other, 'a')], other);
  t.is(other.store.intents('a', 'event').length, 0);
});

test('an item that the server answers with an error of its own, and does not store, keeps no other item from being written', async (t) => {
  const one = await world(3, { refuses: ({ fields }) => (fields?.subject === 'Item 1' ? new M2KError('Busy', { reason: 'outcome-unknown', side: 'server' }) : null) });
  t.deepEqual(await together([linked(one, 'a')], one), ['a done,failed,done ']);
  t.is(await one.server.otherHands.count(), 2);
  t.is(one.store.intents('a', 'event').length, 1);
});
