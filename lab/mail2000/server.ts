// A CalDAV and CardDAV server on loopback that behaves as Openfind's Mail2000 does, for the lab and for tests.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { answer } from './answer.js';
import { ExchangeLog } from './exchanges.js';
import type { Exchange } from './exchanges.js';
import { FaultScript } from './faults.js';
import type { Fault } from './faults.js';
import { Office } from './office.js';
import type { OfficeSeed } from './office.js';
import { officeSeed } from './office-seed.js';
import { quirksOf } from './quirks.js';
import type { Quirks } from './quirks.js';
import { receive } from './request.js';
import { render } from './render.js';
import { badRequest } from './reply.js';
import type { Reply, Request } from './reply.js';
import { SearchLag } from './search-lag.js';
import { send } from './send.js';
import { answerOf, spoil } from './spoil.js';

/** Called with every request; awaited. `afterRequest` runs when the request has taken effect and nothing has been answered yet. */
export interface Hooks {
  beforeRequest?: (request: Request) => void | Promise<void>;
  afterRequest?: (request: Request, reply: Reply) => void | Promise<void>;
}

export interface Mail2000Options {
  /** 0 or none: a free one. */
  readonly port?: number;
  /** Used where the data file holds no office yet. */
  readonly office?: OfficeSeed;
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
  resetLog(): void;
  readonly faults: FaultScript;
  readonly hooks: Hooks;
  /** May be changed at any time; the next request sees it. */
  readonly quirks: Quirks;
  close(): Promise<void>;
}

type Inside = Pick<Mail2000, 'office' | 'faults' | 'hooks' | 'quirks'> & { readonly exchanges: ExchangeLog; readonly lag: SearchLag; readonly failures: Map<string, number> };

const of = <Kind extends Fault['kind']>(faults: readonly Fault[], kind: Kind) => faults.find((fault): fault is Fault & { readonly kind: Kind } => fault.kind === kind);

async function serve(message: IncomingMessage, response: ServerResponse, inside: Inside): Promise<void> {
  const { quirks, hooks } = inside;
  const received = await receive(message);
  const request: Request = { ...received, path: received.path ?? '' };
  const exchange = inside.exchanges.open(request);
  const faults = inside.faults.take(request);
  const [drop, instead, delay] = [of(faults, 'drop'), of(faults, 'answer'), of(faults, 'delay')];

  await hooks.beforeRequest?.(request);
  if (delay) await wait(delay.milliseconds);
  if (drop?.when === 'before') { message.socket.destroy(); return; }
  let reply: Reply;
  if (instead && instead.when !== 'after') reply = answerOf(instead);
  else if (received.path === undefined) reply = badRequest('The path is not percent-encoded UTF-8');
  else {
    const answered = answer(request, inside);
    if (answered.user !== undefined) exchange.user = answered.user;
    reply = faults.reduce((spoiled, fault) => spoil(spoiled, fault, { path: request.path, quirks }), answered.reply);
  }
  await hooks.afterRequest?.(request, reply);
  if (drop?.when === 'after') { message.socket.destroy(); return; }

  const rendered = render(reply, quirks);
  Object.assign(exchange, { status: rendered.status, responseHeaders: rendered.headers, responseBody: rendered.body });
  const octets = of(faults, 'truncate')?.octets;
  send(message, response, { ...rendered, quirks, ...(octets === undefined ? {} : { truncateAt: octets }) });
}

/** Starts a server; an error inside it is answered 500 with its stack in the body, so that no test hangs on a fault of the lab. */
export async function startMail2000(options: Mail2000Options = {}): Promise<Mail2000> {
  const office = new Office(options.office ?? officeSeed(), options.dataFile);
  const inside: Inside = {
    office, quirks: quirksOf(options.quirks), faults: new FaultScript(), hooks: {}, exchanges: new ExchangeLog(), lag: new SearchLag(), failures: new Map(),
  };
  const server = createServer((message, response) => {
    serve(message, response, inside).catch((error: unknown) => {
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
    office, quirks: inside.quirks, faults: inside.faults, hooks: inside.hooks,
    get log() { return inside.exchanges.all; },
    counts: () => inside.exchanges.counts(),
    resetLog: () => { inside.exchanges.clear(); },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
      office.store.close();
    },
  };
}
