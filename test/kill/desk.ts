// A desk for runs that are killed: the real store, the real server side over HTTP, and an Outlook whose items are in a file and so outlive the process.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { mailboxFile } from '../../lab/engine/memory-mailbox.js';
import { memoryOutlookSide } from '../../lab/engine/memory-outlook.js';
import { davClient } from '../../src/engine/dav/client.js';
import { PROFILES } from '../../src/engine/dav/profile.js';
import type { Kind } from '../../src/engine/model/ids.js';
import { serverSide } from '../../src/engine/side/server-side.js';
import { openStore } from '../../src/engine/state/store.js';
import { ALL_RIGHTS } from '../../src/engine/sync/link.js';
import type { Link } from '../../src/engine/sync/link.js';
import type { RunOutcome } from '../../src/engine/sync/outcome.js';
import { run } from '../../src/engine/sync/run.js';
import { codecOf } from '../support/lab-bench.js';
import { realClock } from '../support/real-clock.js';
import { mortalClient, mortalSide, mortalStore } from './kill-points.js';
import type { AtPoint } from './kill-points.js';

/** What a child process is told. */
export interface DeskPlace {
  /** Of the state and of the mailbox file. */
  readonly folder: string;
  readonly origin: string;
  readonly user: string;
  readonly password: string;
  /** Hrefs of the collections on the server. */
  readonly collections: { readonly [K in Kind]: string };
}

export const FOLDERS: { readonly [K in Kind]: string } = { event: 'calendar', contact: 'contacts' };
export const KINDS = ['event', 'contact'] as const;

export interface Desk {
  readonly links: { readonly [K in Kind]: Link<K> };
  run(): Promise<RunOutcome>;
  close(): void;
}

export function openDesk(place: DeskPlace, at: AtPoint = () => undefined): Desk {
  const client = davClient({ origin: place.origin, clock: realClock, certificates: [], credential: () => ({ user: place.user, password: place.password }) });
  const store = openStore(place.folder), file = mailboxFile(join(place.folder, 'outlook.json'));
  const link = <K extends Kind>(kind: K): Link<K> => ({
    id: kind, kind, title: kind, rules: { direction: { way: 'both' }, rights: { outlook: ALL_RIGHTS, server: ALL_RIGHTS }, policy: 'server', strays: 'undo' },
    outlook: mortalSide(memoryOutlookSide({ file, folder: FOLDERS[kind], kind, link: kind, clock: realClock, newToken: randomUUID }), at),
    server: mortalSide(serverSide({ client: mortalClient(client, at), collection: place.collections[kind], codec: codecOf(kind), profile: PROFILES.mail2000, clock: realClock }), at),
  });
  const links = { event: link('event'), contact: link('contact') };
  return {
    links,
    run: () => run([links.event as unknown as Link, links.contact as unknown as Link], { store: mortalStore(store, at), clock: realClock, newId: randomUUID }, { whatIf: false, accept: new Set(['firstRun']) }),
    close: () => { store.close(); client.close(); },
  };
}
