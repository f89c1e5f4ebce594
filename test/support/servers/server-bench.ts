// The server side over a real server as a bench of the side contract: a collection of its own for every case.
import { randomUUID } from 'node:crypto';
import { davClient } from '../../../src/engine/dav/client.js';
import type { DavClient } from '../../../src/engine/dav/client.js';
import { dav } from '../../../src/engine/dav/names.js';
import type { Kind } from '../../../src/engine/model/ids.js';
import type { SideBench } from '../../../src/engine/side/contract/bench.js';
import { sample } from '../../../src/engine/side/contract/samples.js';
import { serverSide } from '../../../src/engine/side/server-side.js';
import { codecOf } from '../lab-bench.js';
import { putAsOthers } from '../other-client.js';
import { realClock } from '../real-clock.js';
import { textHands } from '../text-hands.js';
import type { RealServer } from './real-server.js';

export function clientOf(server: Pick<RealServer, 'origin' | 'users'>, user: string, password = server.users[user] ?? ''): DavClient {
  return davClient({ origin: server.origin, clock: realClock, certificates: [], credential: () => ({ user, password }) });
}

export const firstUser = ({ users }: Pick<RealServer, 'users'>): string => Object.keys(users)[0] ?? '';

/** Makes a collection of that user's and gives its href. */
export async function newCollection(server: RealServer, client: DavClient, { kind, name = `m2k-${randomUUID()}`, user = firstUser(server) }: { readonly kind: Kind; readonly name?: string; readonly user?: string }): Promise<string> {
  const href = server.place(kind, user, name), props = [[dav('displayname'), `Bench ${kind}`]] as const;
  await (kind === 'event' ? client.mkcalendar(href, props) : client.mkaddressbook(href, props));
  return href;
}

export async function serverBench<K extends Kind>(server: RealServer, kind: K): Promise<SideBench<K> & { close(): Promise<void> }> {
  const [ours, theirs] = [clientOf(server, firstUser(server)), clientOf(server, firstUser(server))];
  const collection = await newCollection(server, theirs, { kind });
  const codec = codecOf(kind, server.profile);
  const before = ours.requests();
  const otherHands = textHands(codec, {
    write: (href, body) => putAsOthers(theirs, href, { body, codec }),
    read: async (href) => (await theirs.get(href, '*/*'))?.text ?? '',
    remove: async (href) => { await theirs.delete(href, { ifMatch: null, noReply: false }); },
    count: async () => (await theirs.propfind(collection, { depth: 1, props: [dav('getetag')] })).members.length,
    name: (extension) => `${collection}${randomUUID()}${extension}`,
  });
  return {
    side: serverSide({ client: ours, collection, codec, profile: server.profile, clock: realClock }),
    otherHands, sample: (n) => sample(kind, n), calls: () => ours.requests() - before,
    close: async () => {
      // On Cyrus a UID lives once an account: the next case wants it again.
      await theirs.delete(collection, { ifMatch: null, noReply: false });
      ours.close();
      theirs.close();
    },
  };
}
