// One exchange with a socket: log, hooks, faults around the answer.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answer } from './answer.js';
import type { Answering } from './answer.js';
import type { ExchangeLog } from './exchanges.js';
import type { Fault, FaultScript } from './faults.js';
import { receive } from './request.js';
import { render } from './render.js';
import { badRequest } from './reply.js';
import type { Reply, Request } from './reply.js';
import { send } from './send.js';
import { answerOf, spoil } from './spoil.js';

/** Called with every request; awaited. `afterRequest` runs when the request has taken effect and nothing has been answered yet. */
export interface Hooks {
  beforeRequest?: (request: Request) => void | Promise<void>;
  afterRequest?: (request: Request, reply: Reply) => void | Promise<void>;
}

export interface Serving extends Answering {
  readonly faults: FaultScript;
  readonly hooks: Hooks;
  readonly exchanges: ExchangeLog;
}

function one<Kind extends Fault['kind']>(faults: readonly Fault[], kind: Kind): (Fault & { readonly kind: Kind }) | undefined {
  return faults.find((fault): fault is Fault & { readonly kind: Kind } => fault.kind === kind);
}

export async function serve(message: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { quirks, hooks } = serving;
  const received = await receive(message);
  const request: Request = { ...received, path: received.path ?? '' };
  const exchange = serving.exchanges.open(request);
  const faults = serving.faults.take(request);
  const [drop, instead, delay] = [one(faults, 'drop'), one(faults, 'answer'), one(faults, 'delay')];

  await hooks.beforeRequest?.(request);
  if (delay) await wait(delay.milliseconds);
  if (drop?.when === 'before') { message.socket.destroy(); return; }
  let reply: Reply;
  if (instead && instead.when !== 'after') reply = answerOf(instead);
  else if (received.path === undefined) reply = badRequest('The path is not percent-encoded UTF-8');
  else {
    const answered = answer(request, serving);
    if (answered.user !== undefined) exchange.user = answered.user;
    reply = faults.reduce((spoiled, fault) => spoil(spoiled, fault, { path: request.path, quirks }), answered.reply);
  }
  await hooks.afterRequest?.(request, reply);
  if (drop?.when === 'after') { message.socket.destroy(); return; }

  const rendered = render(reply, quirks);
  Object.assign(exchange, { status: rendered.status, responseHeaders: rendered.headers, responseBody: rendered.body });
  send(message, response, { ...rendered, quirks, faults });
}
