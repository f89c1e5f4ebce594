// The server side over Radicale as a bench of the side contract: a collection of its own for every case.
import { randomUUID } from 'node:crypto';
import { davClient } from '../../src/engine/dav/client.js';
import type { DavClient } from '../../src/engine/dav/client.js';
import { dav } from '../../src/engine/dav/names.js';
import { PROFILES } from '../../src/engine/dav/profile.js';
import type { Kind } from '../../src/engine/model/ids.js';
import type { SideBench } from '../../src/engine/side/contract/bench.js';
import { sample } from '../../src/engine/side/contract/samples.js';
import { serverSide } from '../../src/engine/side/server-side.js';
import { codecOf } from './lab-bench.js';
import type { Radicale } from './radicale.js';
import { realClock } from './real-clock.js';
import { textHands } from './text-hands.js';

export function clientOf(radicale: Radicale, user: string, password = radicale.users[user] ?? ''): DavClient {
  return davClient({ origin: radicale.origin, clock: realClock, certificates: [], credential: () => ({ user, password }) });
}

/** Makes a collection of that user's and gives its href. */
export async function newCollection(client: DavClient, kind: Kind, name: string = randomUUID(), user = 'alice'): Promise<string> {
  const href = `/${user}/${name}/`;
  const props = [[dav('displayname'), `Bench ${kind}`]] as const;
  await (kind === 'event' ? client.mkcalendar(href, props) : client.mkaddressbook(href, props));
  return href;
}

export async function radicaleBench<K extends Kind>(radicale: Radicale, kind: K): Promise<SideBench<K> & { close(): Promise<void> }> {
  const [ours, theirs] = [clientOf(radicale, 'alice'), clientOf(radicale, 'alice')];
  const collection = await newCollection(theirs, kind);
  const codec = codecOf(kind, PROFILES.radicale);
  const before = ours.requests();
  const otherHands = textHands(codec, {
    write: async (href, body) => { await theirs.put(href, { body, contentType: codec.contentType, ifMatch: null, ifNoneMatch: null }); },
    read: async (href) => (await theirs.get(href, '*/*'))?.text ?? '',
    remove: async (href) => { await theirs.delete(href, { ifMatch: null, noReply: false }); },
    count: async () => (await theirs.propfind(collection, { depth: 1, props: [dav('getetag')] })).members.length,
    name: (extension) => `${collection}${randomUUID()}${extension}`,
  });
  return {
    side: serverSide({ client: ours, collection, codec, profile: PROFILES.radicale, clock: realClock }),
    otherHands, sample: (n) => sample(kind, n), calls: () => ours.requests() - before,
    close: () => {
      ours.close();
      theirs.close();
      return Promise.resolve();
    },
  };
}
