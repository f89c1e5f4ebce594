import { PROFILES } from '../../src/engine/dav/profile.js';
import { startSabre } from '../support/servers/sabre.js';
import { syncOn } from './sync-on.js';

const href = '/cgi-bin/cal/caldav/calendars/alice%40example.com/shared-ro/';

syncOn(() => startSabre({ twin: false }), {
  discoveredAs: PROFILES.mail2000, quiet: 2, seed: 23, share: async () => ({ by: 'bob@example.com', href, extras: [{ url: href }] }),
});
