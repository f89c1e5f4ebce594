// Writes a rendered answer to the socket: length, compression, the faults that spoil it on the way.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Fault } from './faults.js';
import type { Quirks } from './quirks.js';
import type { Rendered } from './render.js';

export interface Sending {
  readonly quirks: Pick<Quirks, 'gzip'>;
  readonly faults: readonly Fault[];
}

const bodyless = (status: number): boolean => status === 204 || status === 304;

export function send(message: IncomingMessage, response: ServerResponse, { status, headers, body, quirks, faults }: Rendered & Sending): void {
  const bomb = faults.find((fault) => fault.kind === 'gzipBomb');
  const zipped = bomb !== undefined || (quirks.gzip && body !== '' && (message.headers['accept-encoding'] ?? '').includes('gzip'));
  const octets = bomb !== undefined ? gzipSync(Buffer.alloc(bomb.octets, 32), { level: 1 }) : zipped ? gzipSync(body) : Buffer.from(body);
  const wrong = faults.find((fault) => fault.kind === 'wrongLength')?.by ?? 0;
  response.strictContentLength = false;
  response.writeHead(status, {
    ...headers,
    ...(bodyless(status) ? {} : { 'content-length': String(Math.max(0, octets.length + wrong)) }),
    ...(zipped ? { 'content-encoding': 'gzip', vary: 'Accept-Encoding' } : {}),
  });
  if (bodyless(status)) { response.end(); return; }
  const cut = faults.find((fault) => fault.kind === 'truncate')?.octets;
  const drip = faults.find((fault) => fault.kind === 'drip');
  if (cut !== undefined && cut < octets.length) response.write(octets.subarray(0, cut), () => message.socket.destroy());
  else if (wrong !== 0) response.write(octets.subarray(0, octets.length + Math.min(0, wrong)), () => message.socket.destroySoon());
  else if (drip) void dripped(response, octets, drip);
  else response.end(octets);
}

async function dripped(response: ServerResponse, octets: Buffer, drip: Fault & { readonly kind: 'drip' }): Promise<void> {
  for (let at = 0; at < octets.length && !response.destroyed; at += drip.octets) {
    response.write(octets.subarray(at, at + drip.octets));
    await wait(drip.milliseconds);
  }
  response.end();
}
