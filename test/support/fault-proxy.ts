// A proxy between the engine and any server that lets requests through, or spoils them on the way there or back.
import http from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** `done`: the server carried it out all the same. */
export type NetworkFault =
  | { readonly kind: 'drop'; readonly done: boolean }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'silence'; readonly done: boolean }
  | { readonly kind: 'answer'; readonly status: number; readonly done: boolean; readonly retryAfter?: number }
  | { readonly kind: 'truncate'; readonly share: number }
  | { readonly kind: 'drip'; readonly ms: number }
  | { readonly kind: 'wrongLength'; readonly by: number }
  | { readonly kind: 'gzipBomb' };

export interface FaultProxy {
  readonly origin: string;
  /** Asked at every request; null: it goes through untouched. */
  fault: (request: { readonly method: string; readonly path: string }) => NetworkFault | null;
  /** Statuses that were answered since the last `forget`, by the server or by a fault. */
  readonly statuses: readonly number[];
  forget(): void;
  close(): Promise<void>;
}

/** Unpacks to more than the engine takes. */
const bomb = (): Buffer => gzipSync(Buffer.alloc(65 * 1024 * 1024, 32), { level: 1 });

export async function faultProxy(target: string): Promise<FaultProxy> {
  const to = new URL(target), agent = new http.Agent({ keepAlive: true });
  const statuses: number[] = [];
  let made: Buffer | undefined;
  const server = http.createServer((request, response) => { void relay(request, response); });

  async function relay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const fault = proxy.fault({ method: request.method ?? '', path: request.url ?? '' });
    if (fault !== null && 'done' in fault && !fault.done) { spoiled(response, fault, null); return; }
    try {
      const { status, headers, body } = await forward(request, Buffer.concat(chunks));
      if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
      if (fault === null || fault.kind === 'delay') whole(response, { status, headers, body });
      else spoiled(response, fault, { status, headers, body });
    } catch {
      response.destroy();
    }
  }

  function forward(request: IncomingMessage, body: Buffer): Promise<{ status: number; headers: OutgoingHttpHeaders; body: Buffer }> {
    return new Promise((resolve, reject) => {
      // Some servers compare the host with what they redirect to; the proxy is the host the client knows.
      const headers = { ...request.headers, connection: 'keep-alive', 'content-length': String(body.length) };
      const sent = http.request({ host: to.hostname, port: to.port, method: request.method, path: request.url, headers, agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => { parts.push(part); }).on('error', reject).on('end', () => {
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(parts) });
        });
      });
      sent.on('error', reject).end(body);
    });
  }

  interface Given { readonly status: number; readonly headers: OutgoingHttpHeaders; readonly body: Buffer }
  const plain = ({ 'transfer-encoding': _chunked, 'content-length': _length, connection: _kept, 'keep-alive': _alive, ...rest }: OutgoingHttpHeaders): OutgoingHttpHeaders => rest;

  function whole(response: ServerResponse, { status, headers, body }: Given): void {
    statuses.push(status);
    response.writeHead(status, { ...plain(headers), ...(status === 204 ? {} : { 'content-length': String(body.length) }) }).end(status === 204 ? undefined : body);
  }

  function spoiled(response: ServerResponse, fault: NetworkFault, given: Given | null): void {
    switch (fault.kind) {
      case 'drop': response.destroy(); return;
      case 'silence': return;
      case 'answer': whole(response, { status: fault.status, headers: fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }, body: Buffer.from('fault') }); return;
      default: if (given !== null) mangled(response, fault, given);
    }
  }

  function mangled(response: ServerResponse, fault: NetworkFault, { status, headers, body }: Given): void {
    statuses.push(status);
    if (status === 204) { response.writeHead(status, plain(headers)).end(); return; }
    response.strictContentLength = false;
    const head = (length: number, more: OutgoingHttpHeaders = {}): void => { response.writeHead(status, { ...plain(headers), ...more, 'content-length': String(Math.max(0, length)) }); };
    switch (fault.kind) {
      case 'truncate':
        head(body.length);
        response.write(body.subarray(0, Math.floor(body.length * fault.share)), () => { response.destroy(); });
        return;
      case 'wrongLength':
        head(body.length + fault.by);
        response.write(body.subarray(0, body.length + Math.min(0, fault.by)), () => { response.socket?.destroySoon(); });
        return;
      case 'gzipBomb':
        made ??= bomb();
        head(made.length, { 'content-encoding': 'gzip' });
        response.end(made);
        return;
      default: {
        head(body.length);
        let at = 0;
        const timer = setInterval(() => {
          response.write(body.subarray(at, (at += Math.max(1, Math.ceil(body.length / 4)))));
          if (at >= body.length || response.destroyed) { clearInterval(timer); response.end(); }
        }, fault.kind === 'drip' ? fault.ms : 1);
      }
    }
  }

  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const proxy: FaultProxy = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fault: () => null,
    statuses,
    forget: () => { statuses.length = 0; },
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
  return proxy;
}
