// A CalDAV and CardDAV server on loopback that behaves as Openfind's Mail2000 does, for the lab and for tests.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExchangeLog } from './exchanges.js';
import type { Exchange } from './exchanges.js';
import { FaultScript } from './faults.js';
import { Office } from './office.js';
import type { OfficeSeed } from './office.js';
import { officeSeed } from './office-seed.js';
import { quirksOf } from './quirks.js';
import type { Quirks } from './quirks.js';
import type { Mail } from './mail.js';
import { SearchLag } from './search-lag.js';
import { serve } from './serve.js';
import type { Hooks } from './serve.js';

export interface Mail2000Options {
  /** 0 or none: a free one. */
  readonly port?: number;
  /** Used where the data file holds no office yet; the office of example.com.tw if not given. */
  readonly office?: OfficeSeed;
  /** Differences from the mail2000 profile. */
  readonly quirks?: Partial<Quirks>;
  /** Keeps the office, so that later runs and other processes see it; in memory if not given. */
  readonly dataFile?: string;
}

export interface Mail2000 {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly office: Office;
  readonly log: readonly Exchange[];
  /** Requests per method since the last resetLog. */
  counts(): Record<string, number>;
  /** Also forgets the mails. */
  resetLog(): void;
  /** What a server that schedules would have sent; empty unless the quirk `scheduling` is on. */
  readonly mails: readonly Mail[];
  readonly faults: FaultScript;
  readonly hooks: Hooks;
  /** May be changed at any time; the next request sees it. */
  readonly quirks: Quirks;
  close(): Promise<void>;
}

/** Starts a server; an error inside it is answered 500 with its stack in the body, so that no test hangs on a fault of the lab. */
export async function startMail2000(options: Mail2000Options = {}): Promise<Mail2000> {
  const office = new Office(options.office ?? officeSeed(), options.dataFile);
  const quirks = quirksOf(options.quirks);
  const [exchanges, faults, mails, hooks] = [new ExchangeLog(), new FaultScript(), [] as Mail[], {} satisfies Hooks];
  const serving = { office, quirks, faults, hooks, exchanges, mails, lag: new SearchLag(), failures: new Map<string, number>() };
  const server = createServer((message, response) => {
    serve(message, response, serving).catch((error: unknown) => {
      if (response.headersSent || message.socket.destroyed) return;
      response.writeHead(500, { 'content-type': 'text/plain', 'x-lab-fault': 'yes' }).end(String((error as Error).stack));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    office, quirks, faults, hooks, mails,
    get log() { return exchanges.all; },
    counts: () => exchanges.counts(),
    resetLog() {
      exchanges.clear();
      mails.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
      office.close();
    },
  };
}
