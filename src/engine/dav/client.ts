// The verbs of WebDAV, CalDAV and CardDAV. Conditions are always explicit; knows collections and texts, not what they mean.
import type { Clock } from '../clock.js';
import { M2KError } from '../errors.js';
import { mkcalendarBody, mkcolAddressbookBody, propfindBody, proppatchBody } from './bodies.js';
import type { TextProps } from './bodies.js';
import { exchange } from './exchange.js';
import type { ExchangeOptions } from './exchange.js';
import { refusal } from './failures.js';
import type { Answer, Condition } from './failures.js';
import { resolveHref } from './hrefs.js';
import { parseDavError, parseMultistatus } from './multistatus.js';
import type { Multistatus } from './multistatus.js';
import type { PropName } from './names.js';
import { pictureReader } from './pictures.js';
import { httpTransport } from './transport.js';
import type { TransportOptions } from './transport.js';

export type { Credential } from './exchange.js';

export interface DavClientOptions extends Omit<ExchangeOptions, 'transport'>, TransportOptions {}

export interface DavText {
  readonly text: string;
  /** As received; null when the server gives none. */
  readonly etag: string | null;
}

export interface PutRequest {
  readonly body: string;
  readonly contentType: string;
  /** An ETag the stored text must have, or null for no condition. */
  readonly ifMatch: string | null;
  /** '*' = only if nothing is there, or null for no condition. */
  readonly ifNoneMatch: '*' | null;
}

export interface Put {
  /** Only a promise that the text is stored as sent where the profile says so (RFC 4791 section 5.3.4; reference Q1). */
  readonly etag: string | null;
  /** Where the server put it, when it says another place than asked (reference M3). */
  readonly location: string | null;
}

/**
 * Every call throws M2KError: Unauthorized (and then at once at every later call, without a request), Busy{retryAfterMs} on 429 and 503,
 * Unavailable{reason, host}, Refused{reason, status} where no call says more. Nothing but GET, PROPFIND and REPORT is ever sent twice.
 */
export interface DavClient {
  readonly origin: string;
  readonly clock: Clock;
  propfind(href: string, query: { readonly depth: 0 | 1; readonly props: readonly PropName[] }): Promise<Multistatus & { readonly href: string }>;
  /** sync-collection wants Depth 0, queries Depth 1. */
  report(href: string, query: { readonly depth: 0 | 1; readonly body: string }): Promise<Multistatus>;
  /** Null on 404 and 410: the one proof that a resource is gone. */
  get(href: string, accept: string): Promise<DavText | null>;
  /** Throws Stale on a failed `ifMatch` (412, 404), AlreadyThere on a failed `ifNoneMatch` and on no-uid-conflict. */
  put(href: string, request: PutRequest): Promise<Put>;
  /** False when there was nothing to delete. Throws Stale on a failed `ifMatch`. */
  delete(href: string, conditions: { readonly ifMatch: string | null; readonly noReply: boolean }): Promise<boolean>;
  proppatch(href: string, props: TextProps): Promise<void>;
  mkcalendar(href: string, props: TextProps): Promise<void>;
  mkaddressbook(href: string, props: TextProps): Promise<void>;
  /** Headers of an OPTIONS answer in lower case, for the probe. */
  options(href: string): Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>> }>;
  /** The status of a page, asked for without the password. */
  statusOf(path: string): Promise<number>;
  /** A picture that a card points to, on whatever origin. @throws Error that says why there is none */
  picture(address: string): Promise<Uint8Array>;
  requests(): number;
  skewMs(): number | null;
  /** Milliseconds of our clock until which the server wants to be left alone; null when it has not said. */
  busyUntil(): number | null;
  close(): void;
}

const XML = { 'Content-Type': 'application/xml; charset=utf-8', Accept: 'application/xml, text/xml' };

export function davClient(options: DavClientOptions): DavClient {
  const transport = httpTransport(options);
  const { send, authorization, requests, skewMs, busyUntil, redact } = exchange({ ...options, transport });
  const origin = new URL(options.origin).origin;
  const picture = pictureReader({ origin, authorization, octets: (request, limits) => transport.octets(request, limits) });

  async function multistatus(answer: Promise<Answer>): Promise<Multistatus & { readonly href: string }> {
    const got = await answer;
    if (got.status !== 207) throw got.status >= 200 && got.status < 300 ? notDav(got, redact) : refusal(got, 'none');
    try {
      return { ...parseMultistatus(got.text, got.url), href: resolveHref(got.url, got.url) };
    } catch (cause) {
      throw notDav(got, redact, cause);
    }
  }

  async function done(answer: Promise<Answer>): Promise<void> {
    const got = await answer;
    if (got.status < 200 || got.status >= 300) throw refusal(got, 'none');
    if (got.status === 207) throwIfAnyFailed(got, 'none');
  }

  return {
    origin, clock: options.clock, picture, requests, skewMs, busyUntil,
    propfind: (href, { depth, props }) =>
      multistatus(send({ method: 'PROPFIND', href, headers: { ...XML, Depth: String(depth) }, body: propfindBody(props) })),
    report: (href, { depth, body }) => multistatus(send({ method: 'REPORT', href, headers: { ...XML, Depth: String(depth) }, body })),
    async get(href, accept) {
      const got = await send({ method: 'GET', href, headers: { Accept: accept } });
      if (got.status === 404 || got.status === 410) return null;
      if (got.status !== 200) throw refusal(got, 'none');
      return { text: got.text, etag: got.headers['etag'] ?? null };
    },
    async put(href, { body, contentType, ifMatch, ifNoneMatch }) {
      const condition: Condition = ifMatch !== null ? 'ifMatch' : ifNoneMatch !== null ? 'ifNoneMatch' : 'none';
      const conditions = { ...(ifMatch === null ? {} : { 'If-Match': ifMatch }), ...(ifNoneMatch === null ? {} : { 'If-None-Match': ifNoneMatch }) };
      const got = await send({ method: 'PUT', href, headers: { 'Content-Type': contentType, ...conditions }, body });
      if (got.status < 200 || got.status >= 300) throw refusal(got, condition);
      if (got.status === 207) throwIfAnyFailed(got, condition);
      return { etag: got.headers['etag'] ?? null, location: locationOf(got) };
    },
    async delete(href, { ifMatch, noReply }) {
      const headers = { ...(ifMatch === null ? {} : { 'If-Match': ifMatch }), ...(noReply ? { 'Schedule-Reply': 'F' } : {}) };
      const got = await send({ method: 'DELETE', href, headers });
      if (got.status === 404 || got.status === 410) return false;
      if (got.status < 200 || got.status >= 300) throw refusal(got, ifMatch === null ? 'none' : 'ifMatch');
      if (got.status === 207) throwIfAnyFailed(got, ifMatch === null ? 'none' : 'ifMatch');
      return true;
    },
    proppatch: (href, props) => done(send({ method: 'PROPPATCH', href, headers: XML, body: proppatchBody(props) })),
    mkcalendar: (href, props) => done(send({ method: 'MKCALENDAR', href, headers: XML, body: mkcalendarBody(props) })),
    mkaddressbook: (href, props) => done(send({ method: 'MKCOL', href, headers: XML, body: mkcolAddressbookBody(props) })),
    options: async (href) => send({ method: 'OPTIONS', href, headers: { 'Accept-Encoding': 'identity' } }),
    statusOf: async (path) => (await transport.send({ method: 'GET', url: new URL(path, origin).href, headers: { Accept: 'text/html' } })).status,
    close: () => { transport.close(); },
  };
}

const notDav = (answer: Answer, redact: (text: string) => string, cause?: unknown): M2KError => new M2KError('Unavailable',
  { reason: 'not-a-dav-server', host: new URL(answer.url).host, status: answer.status, excerpt: redact(answer.text).slice(0, 80) }, { cause });

/** Xandikos tells its errors inside a 207, on PUT and MKCALENDAR too (reference Q9); hrefs in it may be mangled (Q12, Q44) and are ignored. */
function throwIfAnyFailed(answer: Answer, condition: Condition): void {
  const { members, self } = parseMultistatus(answer.text, answer.url);
  for (const row of [...members, ...(self ? [self] : [])]) {
    const status = row.status ?? [...row.refused.values()].find((refused) => refused !== 424) ?? 200;
    const { precondition } = parseDavError(answer.text);
    if (status >= 300 || precondition !== null) throw refusal({ ...answer, status: status >= 300 ? status : 403 }, condition);
  }
}

function locationOf(answer: Answer): string | null {
  const header = answer.headers['location'] ?? answer.headers['content-location'];
  if (header === undefined) return null;
  try {
    return resolveHref(header, answer.url);
  } catch {
    return null;
  }
}
