// One HTTP exchange over axios: agents, limits, time-outs. Follows no redirect, knows no credentials, judges no status.
import axios from 'axios';
import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import type { Answer } from './failures.js';

export type Method = 'PROPFIND' | 'REPORT' | 'GET' | 'PUT' | 'DELETE' | 'PROPPATCH' | 'MKCALENDAR' | 'MKCOL' | 'OPTIONS';

export interface HttpRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Milliseconds. `idle`: connecting, waiting for headers, between two pieces of a body; `overall`: the whole exchange. */
export interface Timeouts {
  readonly idle: number;
  readonly overall: number;
}

export const TIMEOUTS: Timeouts = { idle: 60_000, overall: 180_000 };

/** Bytes after decompression: no calendar of a person comes near, a gzip bomb does. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
const LARGEST_REQUEST = 16 * 1024 * 1024;

export interface TransportOptions {
  readonly timeouts?: Timeouts;
  /** 'http://proxy:3128'. Absent = direct: the caller has asked Windows (reference 4.2); variables of the environment are not read. */
  readonly proxy?: string;
  /** Replaces the certificates of Node and of the system (tests, and an administrator's own file). */
  readonly certificates?: readonly string[];
}

export interface Transport {
  /** @throws what axios throws when there was no answer. */
  send(request: HttpRequest): Promise<Answer>;
  close(): void;
}

export function httpTransport(options: TransportOptions = {}): Transport {
  // 15 s: idle sockets, and the time to connect. HTTP/1.1 only (reference T25).
  const kept = { keepAlive: true, timeout: 15_000, maxSockets: 4 };
  const httpAgent = new http.Agent(kept);
  const httpsAgent = new https.Agent({ ...kept, ca: [...(options.certificates ?? trusted())], ALPNProtocols: ['http/1.1'] });
  const timeouts = options.timeouts ?? TIMEOUTS;
  return {
    async send(request) {
      const { status, headers, data } = await axios.request<string>({
        adapter: 'http', method: request.method, url: request.url, data: request.body,
        headers: { 'User-Agent': 'M2KSync', ...request.headers },
        httpAgent, httpsAgent, proxy: options.proxy === undefined ? false : proxyOf(options.proxy),
        maxRedirects: 0, validateStatus: () => true, responseType: 'text', transformResponse: (text: string) => text, transformRequest: (body: string) => body,
        timeout: timeouts.idle, signal: AbortSignal.timeout(timeouts.overall), maxContentLength: LARGEST_ANSWER, maxBodyLength: LARGEST_REQUEST,
      });
      return { status, headers: plainHeaders(headers), text: data, url: request.url };
    },
    close() {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

/** desk-rules.md 16: companies' own roots are in the system's store; intercepting proxies need it. */
const trusted = (): readonly string[] => [...tls.getCACertificates('default'), ...tls.getCACertificates('system')];

function proxyOf(url: string): { readonly protocol: string; readonly host: string; readonly port: number } {
  const { protocol, hostname, port } = new URL(url);
  return { protocol: protocol.replace(':', ''), host: hostname, port: Number(port || 80) };
}

const plainHeaders = (headers: Record<string, unknown>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : String(value)]));
