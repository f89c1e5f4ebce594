import { PROFILES } from '../../src/engine/dav/profile.js';
import { startCyrus } from '../support/servers/cyrus.js';
import { clientOf, newCollection } from '../support/servers/server-bench.js';
import { syncOn } from './sync-on.js';

const SHARE = `<?xml version="1.0" encoding="utf-8"?>
<share-resource xmlns="DAV:"><sharee><href>mailto:bob@example.com</href><share-access><read/></share-access></sharee></share-resource>`;

syncOn(startCyrus, {
  discoveredAs: PROFILES.generic, quiet: 2, seed: 25,
  // Under a name in the reader's own home, which does not list it before the invitation is accepted (3.6.1, 2026-11-22; reference Q35, Q74).
  share: async (server) => {
    const alice = clientOf(server, 'alice');
    const href = await newCollection(server, alice, { kind: 'event', name: 'shared-ro' });
    alice.close();
    const answer = await fetch(server.origin + href, {
      method: 'POST', body: SHARE, headers: { 'content-type': 'application/davsharing+xml', authorization: `Basic ${Buffer.from(`alice:${server.users['alice'] ?? ''}`).toString('base64')}` },
    });
    if (!answer.ok) throw new Error(`cyrus does not share: ${answer.status}`);
    const shared = '/dav/calendars/user/bob/alice.shared-ro/';
    return { by: 'bob', href: shared, extras: [{ url: shared }] };
  },
});
