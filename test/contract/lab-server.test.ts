import test from 'ava';
import { plain } from '../../lab/mail2000/quirks.js';
import { PROFILES } from '../../src/engine/dav/profile.js';
import { ABILITIES } from '../../src/engine/side/contract/bench.js';
import { labBench } from '../support/lab-bench.js';
import type { LabBenchOptions } from '../support/lab-bench.js';
import { runContract } from './run-contract.js';

const SETTINGS: Readonly<Record<string, LabBenchOptions>> = {
  'lab Mail2000': {},
  'lab, every PUT answered 500 though stored (M1)': { quirks: { putFalse500: true } },
  'lab, names of the server\'s own without Location (M3)': { quirks: { hrefNotUid: 'silent', rewritesOnPut: true, searchLag: 0 } },
  // A failure after the write (M1) under a name that nobody knows is of unknown outcome, rightly, until a query shows it.
  'lab, names of the server\'s own with Location (M3)': { quirks: { hrefNotUid: true, putFalse500: false } },
  'lab, weak ETags and 404 for a whole multiget (T7, Q43)': { quirks: { weakEtags: true, multigetMissing: 'whole404' } },
  'lab, no ETags in listings, no ctag (Q55)': { quirks: { etagInListing: false, ctag: false, etagOnPut: false } },
  'lab, one UID as often as you like (Q40)': { quirks: { uidScope: 'none', searchLag: 0 } },
  'lab by the standards, with sync-collection': { quirks: plain, profile: PROFILES.generic },
  'lab by the standards, sync-collection in pages of 2 (Q32)': { quirks: { ...plain, syncPages: 2, hrefAt: '@', etagUnquoted: true, gzip: true, keepAliveOff: true }, profile: PROFILES.generic },
};

for (const [title, options] of Object.entries(SETTINGS)) {
  for (const kind of ['event', 'contact'] as const) {
    runContract(test, { title, kind, able: ABILITIES, open: () => labBench(kind, options) });
  }
}
