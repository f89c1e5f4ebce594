// The log of requests and answers that tests read. Passwords never enter it.
import type { IncomingHttpHeaders } from 'node:http';
import type { Request } from './reply.js';

export interface Exchange {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  /** Without the credentials of Authorization. */
  readonly requestHeaders: IncomingHttpHeaders;
  readonly requestBody: string;
  /** E-mail of the user who was logged in. */
  user?: string;
  /** None where the connection was dropped. */
  status?: number;
  responseHeaders?: Readonly<Record<string, string>>;
  responseBody?: string;
}

export class ExchangeLog {
  #exchanges: Exchange[] = [];

  get all(): readonly Exchange[] {
    return this.#exchanges;
  }

  /** Notes a request on its arrival, so that dropped ones count. */
  open({ method, path, headers, body }: Request): Exchange {
    const { authorization, ...others } = headers;
    const requestHeaders = authorization === undefined ? others : { ...others, authorization: `${authorization.split(' ')[0]} (not logged)` };
    const exchange: Exchange = { method, path, requestHeaders, requestBody: body };
    this.#exchanges.push(exchange);
    return exchange;
  }

  /** Requests per method. */
  counts(): Record<string, number> {
    return this.#exchanges.reduce<Record<string, number>>((counts, { method }) => ({ ...counts, [method]: (counts[method] ?? 0) + 1 }), {});
  }

  clear(): void {
    this.#exchanges = [];
  }
}
