// Authentication, redirects, retries and waiting around a transport. Knows no verb's meaning.
import { M2KError } from '../errors.js';
import type { Clock } from '../clock.js';
import { isLoopback } from './loopback.js';
import { transportFailure } from './failures.js';
import type { Answer } from './failures.js';
import { retryAfterMs } from './retry-after.js';
import type { HttpRequest, Method, Transport } from './transport.js';

export interface Credential {
  readonly user: string;
  readonly password: string;
}

export interface ExchangeOptions {
  readonly transport: Transport;
  /** 'https://mail.example.com'; requests and credentials go nowhere else. */
  readonly origin: string;
  /** Asked at every request and not kept. */
  readonly credential: () => Credential | Promise<Credential>;
  readonly clock: Clock;
  /** Basic without TLS to a host that is not this machine: only if somebody said so. */
  readonly allowHttp?: boolean;
  /** What the transport goes through, if anything: to say who could not be reached. */
  readonly proxy?: string;
  /** Ends reading and waiting at once when it is aborted; a write that was begun is finished. */
  readonly signal?: AbortSignal;
  /** 0 to 1, for the jitter of waiting. */
  readonly random?: () => number;
  /** Told after every answer; no headers, no bodies. */
  readonly onExchange?: (exchange: { readonly method: Method; readonly path: string; readonly status: number; readonly ms: number }) => void;
}

export interface Exchange {
  /** @throws M2KError Unauthorized, Busy (429, 503) or Unavailable; any other status is an answer. */
  readonly send: (request: Omit<HttpRequest, 'url'> & { readonly href: string }) => Promise<Answer>;
  /** The header of the account. @throws M2KError as send */
  readonly authorization: () => Promise<string>;
  /** Requests sent so far, retries and redirects included. */
  readonly requests: () => number;
  /** Milliseconds by which the server's clock is ahead of ours, from the last Date header; null before one was seen (rule 20). */
  readonly skewMs: () => number | null;
  /** Milliseconds of our clock until which the server wants to be left alone; null when it has not said. */
  readonly busyUntil: () => number | null;
  /** The text without the password, plain or as Basic carries it: for excerpts of what a server answers. */
  readonly redact: (text: string) => string;
}

const SAFE: ReadonlySet<Method> = new Set<Method>(['GET', 'PROPFIND', 'REPORT', 'OPTIONS']);
const BACK_OFF_MS: readonly number[] = [500, 2_000];
const WORTH_RETRYING: ReadonlySet<string> = new Set(['connection-lost', 'connection-refused']);
const MOST_REDIRECTS = 5;
/** A run waits for a busy server so long at a time, and four times that in all; longer waits are for the next run. */
const WORTH_WAITING_MS = 15_000;
/** What a stop of the run ends in the middle: reads of collections. Reading back what was just written is part of the write. */
const STOPPED: ReadonlySet<Method> = new Set<Method>(['PROPFIND', 'REPORT']);

export function exchange(options: ExchangeOptions): Exchange {
  const { transport, clock } = options;
  const origin = new URL(options.origin).origin;
  const host = new URL(origin).host;
  let count = 0;
  let skew: number | null = null;
  let unauthorized: M2KError | null = null;
  let until: number | null = null;
  let waited = 0;
  let secrets: readonly string[] = [];
  const redact = (text: string): string => secrets.reduce((left, secret) => left.replaceAll(secret, '***'), text);

  async function authorization(): Promise<string> {
    if (!isConfidential(origin) && options.allowHttp !== true) throw new M2KError('Unavailable', { reason: 'http-not-allowed', host });
    const { user, password } = await options.credential();
    if (password === '') throw refuse('no-password');
    const basic = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
    secrets = [basic, password];
    return `Basic ${basic}`;
  }

  const stopped = (): M2KError | null => (options.signal?.aborted === true ? new M2KError('Cancelled') : null);

  async function pause(ms: number): Promise<void> {
    const jitter = 0.5 + (options.random ?? Math.random)();
    await clock.sleep(Math.round(ms * jitter), options.signal).catch((error: unknown) => { throw stopped() ?? error; });
  }

  /** After one 401 nothing more is asked: servers lock accounts out (reference 1.3). */
  function refuse(reason: string): M2KError {
    unauthorized ??= new M2KError('Unauthorized', { reason, host });
    return unauthorized;
  }

  async function once(request: HttpRequest): Promise<Answer> {
    const began = clock.now();
    count += 1;
    const answer = await transport.send(request, STOPPED.has(request.method) ? options.signal : undefined);
    const date = Date.parse(answer.headers['date'] ?? '');
    if (!Number.isNaN(date)) skew = date - clock.now();
    options.onExchange?.({ method: request.method, path: new URL(request.url).pathname, status: answer.status, ms: clock.now() - began });
    return answer;
  }

  /** PUT and DELETE are sent once: whether they were done is for the caller to find out (rule 25). */
  async function withRetries(request: HttpRequest): Promise<Answer> {
    const waits = SAFE.has(request.method) ? BACK_OFF_MS : [];
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await once(request);
      } catch (error) {
        const cancelled = STOPPED.has(request.method) ? stopped() : null;
        if (cancelled) throw cancelled;
        const failure = transportFailure(error, { host, ...(options.proxy === undefined ? {} : { proxy: options.proxy }) });
        const wait = waits[attempt];
        // A time-out has waited long enough, a wrong certificate or name will not mend.
        if (wait === undefined || !WORTH_RETRYING.has(failure.data.reason ?? '')) throw failure;
        await pause(wait);
      }
    }
  }

  async function send({ href, ...rest }: Omit<HttpRequest, 'url'> & { readonly href: string }): Promise<Answer> {
    let url = new URL(href, origin).href;
    if (new URL(url).origin !== origin) throw new M2KError('Unavailable', { reason: 'redirect-elsewhere', host: new URL(url).host });
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      if (unauthorized) throw unauthorized;
      if (until !== null && clock.now() < until) throw new M2KError('Busy', { reason: 'server-busy', host, retryAfterMs: until - clock.now() });
      if (STOPPED.has(rest.method)) { const cancelled = stopped(); if (cancelled) throw cancelled; }
      const headers = { ...rest.headers, Authorization: await authorization() };
      const answer = await withRetries({ ...rest, url, headers });
      if (answer.status === 401) throw refuse('rejected');
      if (answer.status === 429 || answer.status === 503) {
        const wait = retryAfterMs(answer.headers['retry-after'], clock.now());
        if (wait === null || !SAFE.has(rest.method) || wait > WORTH_WAITING_MS || waited + wait > 4 * WORTH_WAITING_MS) {
          until = wait === null ? until : clock.now() + wait;
          throw busy(answer, wait);
        }
        waited += wait;
        // Not before it was asked for: no jitter here.
        await clock.sleep(wait, options.signal).catch((error: unknown) => { throw stopped() ?? error; });
        hop -= 1;
        continue;
      }
      const location = isRedirect(answer, rest.method) ? answer.headers['location'] : undefined;
      if (location === undefined) return answer;
      const next = new URL(location, url);
      // Neither credentials nor calendars to another origin, and never https -> http (which is another origin too).
      if (next.origin !== origin) throw new M2KError('Unavailable', { reason: 'redirect-elsewhere', host, target: next.origin });
      url = next.href;
    }
    throw new M2KError('Unavailable', { reason: 'too-many-redirects', host });
  }

  return { send, authorization, requests: () => count, skewMs: () => skew, busyUntil: () => until, redact };
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 307, 308]);

/** Method and body are kept (RFC 9110 section 15.4 lets only POST change on 301 and 302). 303 after a write means done, elsewhere "look there". */
const isRedirect = (answer: Answer, method: Method): boolean => REDIRECTS.has(answer.status) || (answer.status === 303 && SAFE.has(method));

function busy(answer: Answer, wait: number | null): M2KError {
  return new M2KError('Busy', {
    reason: answer.status === 429 ? 'too-many-requests' : 'server-busy', status: answer.status, host: new URL(answer.url).host,
    ...(wait === null ? {} : { retryAfterMs: wait }),
  });
}

function isConfidential(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || isLoopback(hostname);
}
