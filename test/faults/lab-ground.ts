// The lab's Mail2000 as the ground of histories, each in a collection of its own.
import { plain } from '../../lab/mail2000/quirks.js';
import type { Quirks } from '../../lab/mail2000/quirks.js';
import { startMail2000 } from '../../lab/mail2000/server.js';
import { smallOffice } from '../../lab/mail2000/office-seed.js';
import { PROFILES } from '../../src/engine/dav/profile.js';
import type { ServerProfile } from '../../src/engine/dav/profile.js';
import { itemId } from '../../src/engine/model/ids.js';
import { faultProxy } from '../support/fault-proxy.js';
import { xiaoming } from '../support/lab-account.js';
import { codecOf } from '../support/lab-bench.js';
import { officeHands } from '../support/office-hands.js';
import { seeded } from '../support/seeded.js';
import { history } from './history.js';
import type { Ground, Told } from './history.js';

/** Servers as they are met; every history is on the next one. */
const SERVERS: readonly { readonly profile: ServerProfile; readonly quirks: Partial<Quirks> }[] = [
  { profile: PROFILES.mail2000, quirks: {} },
  { profile: PROFILES.generic, quirks: plain },
  { profile: PROFILES.mail2000, quirks: { putFalse500: true, multigetMissing: 'whole404' } },
  { profile: PROFILES.mail2000, quirks: { hrefNotUid: 'silent', rewritesOnPut: true, ctag: false } },
  { profile: PROFILES.generic, quirks: { ...plain, syncPages: 2, etagOnPut: false, gzip: true } },
  { profile: PROFILES.mail2000, quirks: { weakEtags: true, etagPerWrite: true, syncCollection: true } },
  { profile: PROFILES.generic, quirks: { ...plain, etagInListing: false, ctag: false, syncCollection: false, etagOnPut: false } },
];

/** So many runs in histories of 24, from the seed on. */
export async function faultyRuns(runs: number, { seed, rate }: { readonly seed: number; readonly rate: number }): Promise<Told> {
  const lab = await startMail2000({ office: smallOffice() });
  const proxy = await faultProxy(lab.origin);
  const initial = { ...lab.quirks };
  let told: Told = { runs: 0, faults: 0, problems: [] };
  try {
    for (let at = seed; told.runs < runs && told.problems.length === 0; at += 1) {
      const { profile, quirks } = SERVERS[at % SERVERS.length]!;
      Object.assign(lab.quirks, initial, quirks);
      const one = await history(groundOf(), seeded(at), { runs: 24, rate });
      told = { runs: told.runs + one.runs, faults: told.faults + one.faults, problems: one.problems.map((problem) => `seed ${at}: ${problem}`) };
      lab.resetLog();

      function groundOf(): Ground {
        const place = lab.office.addCollection({ tree: 'calendars', home: xiaoming, name: `faults-${at}`, scope: 'personal', owner: xiaoming, displayName: 'Faults' });
        const collection = place.path.replaceAll('@', '%40'), codec = codecOf('event'), hands = officeHands(codec, place, (extension) => `${collection}foreign-${(made += 1)}${extension}`);
        const members: Ground['members'] = async () => place.list().map(({ name, text }) => ({ id: itemId(collection + encodeURIComponent(name)), ...codec.parse(text) }));
        return { proxy, collection, profile, hands, members, user: xiaoming, password: lab.office.user(xiaoming).password };
      }
    }
  } finally {
    await proxy.close();
    await lab.close();
  }
  return told;
}

let made = 0;
