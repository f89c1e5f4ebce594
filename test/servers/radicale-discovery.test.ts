import test from 'ava';
import { discover } from '../../src/engine/dav/discovery.js';
import { PROFILES } from '../../src/engine/dav/profile.js';
import { sample } from '../../src/engine/side/contract/samples.js';
import { serverSide } from '../../src/engine/side/server-side.js';
import { codecOf } from '../support/lab-bench.js';
import { startRadicale } from '../support/servers/radicale.js';
import type { RealServer } from '../support/servers/real-server.js';
import { clientOf, newCollection } from '../support/servers/server-bench.js';
import { realClock } from '../support/real-clock.js';

let radicale: RealServer;

test.before(async () => {
  radicale = await startRadicale();
  const alice = clientOf(radicale, 'alice');
  for (const [kind, name] of [['event', 'cal1'], ['contact', 'book1'], ['event', 'shared-ro']] as const) await newCollection(radicale, alice, { kind, name });
  alice.close();
});
test.after.always(async () => { await (radicale as RealServer | undefined)?.stop(); });

test('generic discovery finds the user\'s own collections from the host alone, with rights', async (t) => {
  const client = clientOf(radicale, 'alice');
  const { collections, dropped } = await discover({ client, profile: PROFILES.generic, address: 'alice' });
  t.deepEqual(dropped, []);
  t.deepEqual(collections.map(({ href, kind, scope }) => ({ href, kind, scope })).sort((a, b) => (a.href < b.href ? -1 : 1)), [
    { href: '/alice/book1/', kind: 'contact', scope: 'personal' },
    { href: '/alice/cal1/', kind: 'event', scope: 'personal' },
    { href: '/alice/shared-ro/', kind: 'event', scope: 'personal' },
  ]);
  t.deepEqual(collections.map(({ rights }) => rights.add && rights.change && rights.remove && rights.rename), [true, true, true]);
  t.true(collections.every(({ reports, syncToken }) => reports.includes('sync-collection') && syncToken !== null));
  client.close();
});

test('what is in no home is found by its URL, read-only where it is, and told where it is not granted', async (t) => {
  const client = clientOf(radicale, 'bob');
  const { collections, dropped } = await discover({ client, profile: PROFILES.generic, address: 'bob' }, [
    { url: '/alice/shared-ro/' }, { url: `${radicale.origin}/public/cal-ro/`, scope: 'public' }, { url: '/alice/cal1/' },
  ]);
  t.deepEqual(collections.map(({ href, scope, rights }) => ({ href, scope, add: rights.add })), [
    { href: '/alice/shared-ro/', scope: 'shared', add: false }, { href: '/public/cal-ro/', scope: 'public', add: false },
  ]);
  t.deepEqual(dropped.map(({ url, reason, status }) => ({ url, reason, status })), [{ url: '/alice/cal1/', reason: 'not-granted', status: 403 }]);
  client.close();
});

test('a write without the right is refused as this one item, with the status', async (t) => {
  const client = clientOf(radicale, 'bob');
  const side = serverSide({ client, collection: '/alice/shared-ro/', codec: codecOf('event'), profile: PROFILES.generic, clock: realClock });
  const error = await t.throwsAsync(side.create({ item: sample('event', 1) }));
  t.like(error, { code: 'Refused', data: { status: 403, side: 'server' } });
  client.close();
});

test('a wrong password is Unauthorized at the first 401, and then at once without a request', async (t) => {
  const client = clientOf(radicale, 'alice', 'wrong');
  const asked: number[] = [];
  for (let tries = 0; tries < 3; tries += 1) {
    t.like(await t.throwsAsync(discover({ client, profile: PROFILES.generic, address: 'alice' })), { code: 'Unauthorized' });
    asked.push(client.requests());
  }
  // The well-known URL redirects, its target answers 401.
  t.deepEqual(asked, [2, 2, 2]);
  client.close();
});
