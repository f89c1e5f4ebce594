// Writes a rendered answer to the socket: length, compression, the faults that cut it short.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Quirks } from './quirks.js';
import type { Rendered } from './render.js';

export interface Sending {
  readonly quirks: Pick<Quirks, 'gzip'>;
  /** Octets after which the connection ends; all if not given. */
  readonly truncateAt?: number;
}

const bodyless = (status: number): boolean => status === 204 || status === 304;

export function send(message: IncomingMessage, response: ServerResponse, { status, headers, body, quirks, truncateAt }: Rendered & Sending): void {
  const zipped = quirks.gzip && body !== '' && (message.headers['accept-encoding'] ?? '').includes('gzip');
  const octets = zipped ? gzipSync(body) : Buffer.from(body);
  response.writeHead(status, {
    ...headers,
    ...(bodyless(status) ? {} : { 'content-length': String(octets.length) }),
    ...(zipped ? { 'content-encoding': 'gzip', vary: 'Accept-Encoding' } : {}),
  });
  if (bodyless(status)) response.end();
  else if (truncateAt !== undefined && truncateAt < octets.length) response.write(octets.subarray(0, truncateAt), () => message.socket.destroy());
  else response.end(octets);
}
