import { PROFILES } from '../../src/engine/dav/profile.js';
import { startXandikos } from '../support/servers/xandikos.js';
import { syncOn } from './sync-on.js';

// One user: nothing can be shared.
syncOn(startXandikos, { discoveredAs: PROFILES.generic, quiet: 2, seed: 22, share: null });
