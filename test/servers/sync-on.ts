// What every real server is asked besides the contract: discovery, a shared collection, two-way sync over a network that fails, a quiet run.
import test from 'ava';
import { discover, survey } from '../../src/engine/dav/discovery.js';
import type { ExtraCollection } from '../../src/engine/dav/discovery.js';
import type { ServerProfile } from '../../src/engine/dav/profile.js';
import { itemId } from '../../src/engine/model/ids.js';
import { sample } from '../../src/engine/side/contract/samples.js';
import { serverSide } from '../../src/engine/side/server-side.js';
import { history } from '../faults/history.js';
import type { Ground } from '../faults/history.js';
import { codecOf } from '../support/lab-bench.js';
import { faultProxy } from '../support/fault-proxy.js';
import { realClock } from '../support/real-clock.js';
import { seeded } from '../support/seeded.js';
import type { RealServer } from '../support/servers/real-server.js';
import { clientOf, firstUser, newCollection } from '../support/servers/server-bench.js';
import { textHands } from '../support/text-hands.js';
import { dav } from '../../src/engine/dav/names.js';

export interface Shared {
  /** Who may only read it. */
  readonly by: string;
  readonly href: string;
  /** Absent where the reader's own home lists it. */
  readonly extras: readonly ExtraCollection[];
}

export interface Asked {
  /** As discovery is asked: by the preset's layout, or from the host alone. */
  readonly discoveredAs: ServerProfile;
  /** Shares a calendar for reading; null where the server cannot. */
  readonly share: ((server: RealServer) => Promise<Shared>) | null;
  /** Requests of a run in which nothing changed, over one calendar and one book. */
  readonly quiet: number;
  readonly seed: number;
}

export function syncOn(start: () => Promise<RealServer>, { discoveredAs, share, quiet, seed }: Asked): void {
  let server: RealServer;
  test.before(async () => { server = await start(); });
  test.after.always(async () => { await (server as RealServer | undefined)?.stop(); });

  const account = (user: string) => ({ client: clientOf(server, user), profile: discoveredAs, address: user });

  test.serial('discovery finds the user\'s own calendar and book with the right to write, and a quiet run costs one request a collection at most', async (t) => {
    const mine = account(firstUser(server));
    const hrefs = [await newCollection(server, mine.client, { kind: 'event' }), await newCollection(server, mine.client, { kind: 'contact' })];
    const { collections, places } = await discover(mine);
    const own = hrefs.map((href) => collections.find((one) => decodeURIComponent(one.href) === decodeURIComponent(href)));
    t.deepEqual(own.map((one) => [one?.kind, one?.scope, one?.rights.add]), [['event', 'personal', true], ['contact', 'personal', true]]);
    const homes = places.homes.filter(({ href }) => hrefs.some((one) => decodeURIComponent(one).startsWith(decodeURIComponent(href))));
    const run = async (memories: readonly (string | undefined)[]): Promise<string[]> => {
      const { collections: seen } = await survey(mine, { ...places, homes });
      const cursors: string[] = [];
      for (const [index, kind] of (['event', 'contact'] as const).entries()) {
        const state = seen.find((one) => decodeURIComponent(one.href) === decodeURIComponent(hrefs[index] ?? ''));
        const cursor = memories[index];
        const listing = await serverSide({ client: mine.client, collection: hrefs[index] ?? '', codec: codecOf(kind), profile: server.profile, clock: realClock, ...(state === undefined ? {} : { seen: state }) })
          .list(cursor === undefined ? undefined : { cursor, known: new Map() });
        t.true(listing.complete);
        cursors.push(listing.cursor ?? '');
      }
      return cursors;
    };
    const first = await run([]), before = mine.client.requests();
    await run(first);
    t.is(mine.client.requests() - before, quiet);
    mine.client.close();
  });

  test.serial('rules 2, 3, 12, 25: both ways over a network that fails, both sides end equal, nothing lost or doubled', async (t) => {
    t.timeout(4 * 60_000);
    const user = firstUser(server), theirs = clientOf(server, user), codec = codecOf('event');
    const collection = await newCollection(server, theirs, { kind: 'event' }), proxy = await faultProxy(server.origin);
    let made = 0;
    const hands = textHands(codec, {
      write: async (href, body) => { await theirs.put(href, { body, contentType: codec.contentType, ifMatch: null, ifNoneMatch: null }); },
      read: async (href) => (await theirs.get(href, '*/*'))?.text ?? '', remove: async (href) => { await theirs.delete(href, { ifMatch: null, noReply: false }); },
      count: async () => 0, name: (extension) => `${collection}foreign-${(made += 1)}${extension}`,
    });
    const members: Ground['members'] = async () => {
      const { members: rows } = await theirs.propfind(collection, { depth: 1, props: [dav('getetag')] });
      return Promise.all(rows.map(async ({ href }) => ({ id: itemId(href), ...codec.parse((await theirs.get(href, '*/*'))?.text ?? '') })));
    };
    const told = await history({ proxy, collection, profile: server.profile, hands, members, user, password: server.users[user] ?? '' }, seeded(seed), { runs: 24, rate: 0.1, patience: 4 });
    t.log(`${told.runs} runs, ${told.faults} faults`);
    t.deepEqual(told.problems, []);
    await proxy.close();
    theirs.close();
  });

  if (share === null) return;
  test.serial('rule 22: what is shared for reading is found with its rights, read, and refuses a write as one without the right', async (t) => {
    const { by, href, extras } = await share(server);
    const theirs = account(by);
    const found = (await discover(theirs, extras)).collections.find((one) => decodeURIComponent(one.href) === decodeURIComponent(href));
    t.like(found, { kind: 'event', rightsTold: true, rights: { read: true, add: false, change: false } });
    t.not(found?.scope, 'personal');
    const side = serverSide({ client: theirs.client, collection: href, codec: codecOf('event'), profile: server.profile, clock: realClock });
    t.true((await side.list()).complete);
    const error = await t.throwsAsync<Error & { code: string; data: { status?: number; reason?: string } }>(side.create({ item: sample('event', 1) }));
    t.like(error, { code: 'Refused', data: { status: 403, side: 'server' } });
    t.true(['no-right', 'http-403'].includes(error.data.reason ?? ''));
    theirs.client.close();
  });
}
