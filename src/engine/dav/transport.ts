// One HTTP exchange over axios: limits and time-outs. Follows no redirect, knows no credentials, judges no status.
import type { AxiosProxyConfig, AxiosStatic } from 'axios';
import tls from 'node:tls';
import { agents } from './connections.js';
import type { Agents } from './connections.js';
import type { Answer } from './failures.js';

export type Method = 'PROPFIND' | 'REPORT' | 'GET' | 'PUT' | 'DELETE' | 'PROPPATCH' | 'MKCALENDAR' | 'MKCOL' | 'OPTIONS';

export interface HttpRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Milliseconds. `connect`: name, TCP, proxy and TLS; `idle`: for the headers, and between two pieces of a body; `overall`: the whole exchange, a REPORT thrice that. */
export interface Timeouts {
  readonly connect: number;
  readonly idle: number;
  readonly overall: number;
}

export const TIMEOUTS: Timeouts = { connect: 15_000, idle: 60_000, overall: 180_000 };

/** Bytes after decompression: no calendar of a person comes near, a gzip bomb does. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
const LARGEST_REQUEST = 16 * 1024 * 1024;

export interface TransportOptions {
  readonly timeouts?: Partial<Timeouts>;
  /** 'http://proxy:3128'. Absent = direct: the caller has asked Windows (reference 4.2); variables of the environment are not read. */
  readonly proxy?: string;
  /** Replaces the certificates of Node and of the system (tests, and an administrator's own file). */
  readonly certificates?: readonly string[];
  /** SHA-256 of the only certificate that is accepted: for a server that signs its own. */
  readonly pinned?: string;
}

export interface Transport {
  /** @throws what axios throws when there was no answer, also when `signal` ends the exchange. */
  send(request: HttpRequest, signal?: AbortSignal): Promise<Answer>;
  /** GET of what is no text. @throws likewise, also for more octets than `most` and after `ms` */
  octets(request: Pick<HttpRequest, 'url' | 'headers'>, limits: { readonly most: number; readonly ms: number }): Promise<{ readonly status: number; readonly octets: Uint8Array }>;
  close(): void;
}

/** At the first request: it loads undici, and most starts of a day ask no server (Outlook closed, paused, nothing due). */
const library = async (): Promise<AxiosStatic> => (await import('axios')).default;

export function httpTransport(options: TransportOptions = {}): Transport {
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const through = options.proxy === undefined ? {} : { proxy: options.proxy };
  let made: Agents | null = null;
  // Reading the system's certificates takes a second on some machines: not before they are needed.
  const sockets = (): Agents => made ??= agents({
    connectMs: timeouts.connect, ...through, certificates: options.pinned === undefined ? options.certificates ?? trusted() : [], ...(options.pinned === undefined ? {} : { pinned: options.pinned }),
  });
  return {
    async send(request, signal) {
      const overall = AbortSignal.timeout(timeouts.overall * (request.method === 'REPORT' ? 3 : 1));
      const { status, headers, data } = await (await library()).request<string>({
        adapter: 'http', method: request.method, url: request.url, data: request.body,
        headers: { 'User-Agent': 'M2KSync', ...request.headers }, ...sockets(), ...proxied(request.url, options.proxy),
        maxRedirects: 0, validateStatus: () => true, responseType: 'text', transformResponse: (text: string) => text, transformRequest: (body: string) => body,
        timeout: timeouts.idle, signal: signal === undefined ? overall : AbortSignal.any([overall, signal]), maxContentLength: LARGEST_ANSWER, maxBodyLength: LARGEST_REQUEST,
      });
      return { status, headers: plainHeaders(headers), text: data, url: request.url };
    },
    async octets({ url, headers }, { most, ms }) {
      const { status, data } = await (await library()).request<Uint8Array>({
        adapter: 'http', method: 'GET', url, headers: { 'User-Agent': 'M2KSync', ...headers }, ...sockets(), ...proxied(url, options.proxy),
        maxRedirects: 0, validateStatus: () => true, responseType: 'arraybuffer', timeout: ms, signal: AbortSignal.timeout(ms), maxContentLength: most,
      });
      return { status, octets: data };
    },
    close() {
      made?.httpAgent.destroy();
      made?.httpsAgent.destroy();
    },
  };
}

/** desk-rules.md 16: companies' own roots are in the system's store; intercepting proxies need it. */
const trusted = (): readonly string[] => [...tls.getCACertificates('default'), ...tls.getCACertificates('system')];

/** Without TLS a proxy is asked for the whole URL (RFC 9112 section 3.2.2); the socket goes to it already. */
function proxied(url: string, proxy: string | undefined): { readonly proxy: AxiosProxyConfig | false } {
  if (proxy === undefined || url.startsWith('https:')) return { proxy: false };
  const { protocol, hostname, port } = new URL(proxy);
  return { proxy: { protocol: protocol.replace(':', ''), host: hostname, port: Number(port || 80) } };
}

const plainHeaders = (headers: Record<string, unknown>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : String(value)]));
