import test from 'ava';
import type { ExecutionContext } from 'ava';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer as createHttps } from 'node:https';
import { createServer as createHttp } from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { davClient } from '../../../src/engine/dav/client.js';
import type { DavClient, DavClientOptions } from '../../../src/engine/dav/client.js';
import { dav } from '../../../src/engine/dav/names.js';
import { notedClock } from '../../support/noted-clock.js';

const fixture = (name: string): string => readFileSync(new URL(`../../../../test/fixtures/tls/${name}`, import.meta.url), 'utf8');
const PEM = fixture('localhost.pem');
const FINGERPRINT = new X509Certificate(PEM).fingerprint256;
const ETAG = { depth: 0, props: [dav('getetag')] } as const;

async function listening(t: ExecutionContext, server: net.Server): Promise<number> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket) => { sockets.add(socket); });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  t.teardown(() => { for (const socket of sockets) socket.destroy(); server.close(); });
  return (server.address() as AddressInfo).port;
}

interface Office { readonly port: number; readonly requests: string[] }

/** A DAV server that signs its own certificate. */
async function office(t: ExecutionContext): Promise<Office> {
  const requests: string[] = [];
  const server = createHttps({ cert: PEM, key: fixture('localhost.key') }, (request, response) => {
    requests.push(`${request.method ?? ''} ${request.headers.authorization ?? ''}`);
    response.writeHead(207).end('<d:multistatus xmlns:d="DAV:"/>');
  });
  return { port: await listening(t, server), requests };
}

function client(t: ExecutionContext, port: number, more: Partial<DavClientOptions>): DavClient {
  const made = davClient({ origin: `https://localhost:${port}`, clock: notedClock(), certificates: [], credential: () => ({ user: 'a', password: 'b' }), ...more });
  t.teardown(() => { made.close(); });
  return made;
}

test('a certificate that nobody trusts is told with its SHA-256, and not a byte of HTTP was sent', async (t) => {
  const { port, requests } = await office(t);
  t.like(await t.throwsAsync(client(t, port, {}).propfind('/', ETAG)), { code: 'Unavailable', data: { reason: 'certificate', fingerprint: FINGERPRINT, code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } });
  t.deepEqual(requests, []);
});

test('a certificate of the system\'s store is trusted, for its own names only', async (t) => {
  const { port, requests } = await office(t);
  await client(t, port, { certificates: [PEM] }).propfind('/', ETAG);
  await client(t, port, { certificates: [PEM], origin: `https://127.0.0.1:${port}` }).propfind('/', ETAG);
  t.is(requests.length, 2);
  const elsewhere = client(t, port, { certificates: [PEM], origin: `https://other.localhost:${port}`, proxy: `http://127.0.0.1:${await proxy(t, port)}` });
  t.like(await t.throwsAsync(elsewhere.propfind('/', ETAG)), { data: { reason: 'certificate' } });
  t.is(requests.length, 2);
});

test('a pinned certificate is accepted whoever signed it, and no other one is, however well it is signed', async (t) => {
  const { port, requests } = await office(t);
  for (const pinned of [FINGERPRINT, FINGERPRINT.replaceAll(':', '').toLowerCase()]) await client(t, port, { pinned }).propfind('/', ETAG);
  t.is(requests.length, 2);
  t.like(await t.throwsAsync(client(t, port, { pinned: 'AB'.repeat(32), certificates: [PEM] }).propfind('/', ETAG)), { data: { reason: 'certificate-changed', fingerprint: FINGERPRINT } });
  t.is(requests.length, 2);
});

/** A proxy that tunnels to `port` whatever is asked for, or answers `status`. */
async function proxy(t: ExecutionContext, port: number, { status = 200, heads = [] as string[] } = {}): Promise<number> {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (head) => {
      heads.push(head.toString('latin1'));
      socket.write(`HTTP/1.1 ${status} ${status === 200 ? 'Connection established' : 'No'}\r\nX: y\r\n\r\n`);
      if (status !== 200) { socket.end(); return; }
      const to = net.connect(port, '127.0.0.1');
      to.on('error', () => undefined);
      socket.pipe(to).pipe(socket);
    });
  });
  return listening(t, server);
}

test('through a proxy the server is reached by a tunnel: the proxy sees its name and nothing else', async (t) => {
  const { port, requests } = await office(t);
  const heads: string[] = [];
  const through = client(t, port, { certificates: [PEM], proxy: `http://127.0.0.1:${await proxy(t, port, { heads })}` });
  await through.propfind('/', ETAG);
  await through.propfind('/', ETAG);
  t.deepEqual(heads, [`CONNECT localhost:${port} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`]);
  t.is(requests.length, 2);
});

for (const [status, reason] of [[403, 'proxy'], [407, 'proxy-login'], [502, 'proxy']] as const) {
  test(`a proxy that answers ${status} is told as ${reason}, apart from a server that cannot be reached`, async (t) => {
    const { port, requests } = await office(t);
    t.like(await t.throwsAsync(client(t, port, { proxy: `http://127.0.0.1:${await proxy(t, port, { status })}` }).propfind('/', ETAG)), { code: 'Unavailable', data: { reason, host: `localhost:${port}` } });
    t.deepEqual(requests, []);
  });
}

test('a host that takes the connection and says nothing is given up after the time for connecting', async (t) => {
  const port = await listening(t, net.createServer());
  t.like(await t.throwsAsync(client(t, port, { timeouts: { connect: 80 } }).propfind('/', ETAG)), { data: { reason: 'timed-out' } });
});

test('an answer that drips is given up after the time for the whole, one that stalls after the time between two pieces', async (t) => {
  const port = await listening(t, createHttp((request, response) => {
    response.writeHead(207, { 'content-length': '1000' });
    const timer = setInterval(() => { response.write(request.url === '/stall' ? '' : ' '); }, 20);
    response.on('close', () => { clearInterval(timer); });
  }));
  const origin = `http://127.0.0.1:${port}`;
  const started = Date.now();
  t.like(await t.throwsAsync(client(t, port, { origin, timeouts: { overall: 200 } }).propfind('/', ETAG)), { data: { reason: 'timed-out' } });
  t.like(await t.throwsAsync(client(t, port, { origin, timeouts: { idle: 100 } }).propfind('/stall', ETAG)), { data: { reason: 'timed-out' } });
  t.true(Date.now() - started < 30_000);
});

test('a body that is shorter than it said is a lost connection, not a shorter answer', async (t) => {
  const port = await listening(t, createHttp((_, response) => {
    response.writeHead(207, { 'content-length': '1000' });
    response.write('<d:multistatus xmlns:d="DAV:"/>', () => { response.socket?.destroySoon(); });
  }));
  t.like(await t.throwsAsync(client(t, port, { origin: `http://127.0.0.1:${port}` }).propfind('/', ETAG)), { data: { reason: 'connection-lost' } });
});
