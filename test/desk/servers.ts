// The two servers that the desk syncs with, each with one calendar and one address book of one user, and a colleague's hands on them.
import { randomUUID } from 'node:crypto';
import { startMail2000 } from '../../lab/mail2000/server.js';
import { tourOffice } from '../../lab/tour/office.js';
import { davClient } from '../../src/engine/dav/client.js';
import { dav } from '../../src/engine/dav/names.js';
import { PROFILES } from '../../src/engine/dav/profile.js';
import type { Kind } from '../../src/engine/model/ids.js';
import type { OtherHands } from '../../src/engine/side/contract/bench.js';
import { serverSide } from '../../src/engine/side/server-side.js';
import type { Found, Side } from '../../src/engine/side/side.js';
import { codecOf } from '../support/lab-bench.js';
import { putAsOthers } from '../support/other-client.js';
import { xiaoming } from '../support/lab-account.js';
import { startRadicale } from '../support/servers/radicale.js';
import { clientOf, newCollection } from '../support/servers/server-bench.js';
import { realClock } from '../support/real-clock.js';
import { textHands } from '../support/text-hands.js';

export interface Account {
  readonly origin: string;
  readonly address: string;
  readonly password: string;
  readonly preset: 'mail2000' | 'generic';
  /** Hrefs. */
  readonly collections: { readonly [K in Kind]: string };
  close(): Promise<void>;
}

/** The lab's Mail2000 with 王小明's own calendar and book, both empty. */
export async function mail2000Account(): Promise<Account> {
  const office = tourOffice();
  const server = await startMail2000({ office: { ...office, collections: office.collections.map((one) => ({ ...one, members: {} })) } });
  const href = (tree: string): string => server.office.collections().find(({ path }) => path.includes(`/${tree}/`))!.path.replaceAll('@', server.quirks.hrefAt);
  return {
    origin: server.origin, address: xiaoming, password: server.office.user(xiaoming).password, preset: 'mail2000', collections: { event: href('calendars'), contact: href('addressbooks') },
    close: () => server.close(),
  };
}

const CAROL = 'carol@example.com.tw';

/** Debian's Radicale. */
export async function radicaleAccount(): Promise<Account> {
  const radicale = await startRadicale();
  const client = clientOf(radicale, CAROL);
  const collections = { event: await newCollection(radicale, client, { kind: 'event', name: 'work', user: CAROL }), contact: await newCollection(radicale, client, { kind: 'contact', name: 'people', user: CAROL }) };
  client.close();
  return { origin: radicale.origin, address: CAROL, password: radicale.users[CAROL] ?? '', preset: 'generic', collections, close: () => radicale.stop() };
}

export interface Colleague<K extends Kind> extends OtherHands<K> {
  everything(): Promise<readonly Found<K>[]>;
}

/** Another client of the same user: the product's DAV and codec, on Linux, apart from the run under test. */
export function colleague<K extends Kind>(account: Account, kind: K): Colleague<K> {
  const client = davClient({ origin: account.origin, clock: realClock, certificates: [], credential: () => ({ user: account.address, password: account.password }) });
  const collection = account.collections[kind], codec = codecOf(kind);
  const side: Side<K> = serverSide({ client, collection, codec, profile: PROFILES[account.preset], clock: realClock });
  const hands = textHands(codec, {
    write: (href, body) => putAsOthers(client, href, { body, codec }),
    read: async (href) => (await client.get(href, '*/*'))?.text ?? '',
    remove: async (href) => { await client.delete(href, { ifMatch: null, noReply: false }); },
    count: async () => (await client.propfind(collection, { depth: 1, props: [dav('getetag')] })).members.length,
    name: (extension) => `${collection}${randomUUID()}${extension}`,
  });
  return {
    ...hands,
    async everything() {
      const found: Found<K>[] = [];
      for await (const row of side.fetch((await side.list()).items.map(({ id }) => id))) {
        if (!row.ok) throw row.error;
        found.push(row.item);
      }
      return found;
    },
  };
}
