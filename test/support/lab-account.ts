// A client of the lab's Mail2000 as one of its users, for tests of the DAV edge and of the server side.
import { startMail2000 } from '../../lab/mail2000/server.js';
import type { Mail2000, Mail2000Options } from '../../lab/mail2000/server.js';
import { smallOffice } from '../../lab/mail2000/office-seed.js';
import { davClient } from '../../src/engine/dav/client.js';
import type { DavClient, DavClientOptions } from '../../src/engine/dav/client.js';
import { realClock } from './real-clock.js';

export const xiaoming = 'xiaoming@example.com.tw';
export const meiling = 'meiling@example.com.tw';

export interface LabAccount {
  readonly lab: Mail2000;
  readonly client: DavClient;
  close(): Promise<void>;
}

/** Certificates are not needed on loopback, and reading the system's takes a second. */
const NO_CERTIFICATES: readonly string[] = [];

export function clientOf(lab: Mail2000, user: string, more: Partial<DavClientOptions> = {}): DavClient {
  const { password } = lab.office.user(user);
  return davClient({ origin: lab.origin, clock: realClock, certificates: NO_CERTIFICATES, credential: () => ({ user, password }), ...more });
}

/** The small office unless another is given; quirks as given, else those of the mail2000 profile. */
export async function labAccount(options: Mail2000Options = {}, more: Partial<DavClientOptions> = {}): Promise<LabAccount> {
  const lab = await startMail2000({ office: smallOffice(), ...options });
  const client = clientOf(lab, xiaoming, more);
  return {
    lab, client,
    async close() {
      client.close();
      await lab.close();
    },
  };
}
