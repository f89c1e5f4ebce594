import { PROFILES } from '../../src/engine/dav/profile.js';
import { startRadicale } from '../support/servers/radicale.js';
import { clientOf, newCollection } from '../support/servers/server-bench.js';
import { syncOn } from './sync-on.js';

syncOn(startRadicale, {
  // One home for both kinds (reference Q4), asked for each.
  discoveredAs: PROFILES.generic, quiet: 2, seed: 21,
  share: async (server) => {
    const alice = clientOf(server, 'alice');
    const href = await newCollection(server, alice, { kind: 'event', name: 'shared-ro' });
    alice.close();
    return { by: 'bob', href, extras: [{ url: href }] };
  },
});
