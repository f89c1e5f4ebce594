import test from 'ava';
import type { ExecutionContext } from 'ava';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { davClient } from '../../../src/engine/dav/client.js';
import type { DavClient, DavClientOptions } from '../../../src/engine/dav/client.js';
import { dav } from '../../../src/engine/dav/names.js';
import { notedClock } from '../../support/noted-clock.js';
import type { NotedClock } from '../../support/noted-clock.js';

interface Seen { readonly method: string; readonly url: string; readonly headers: IncomingMessage['headers']; readonly body: string }
type Handler = (request: Seen, response: ServerResponse) => void;
interface Rig { readonly client: DavClient; readonly origin: string; readonly seen: readonly Seen[]; readonly clock: NotedClock }

/** A bare HTTP server with one handler, and a client of it. */
async function rig(t: ExecutionContext, handler: Handler, more: Partial<DavClientOptions> = {}): Promise<Rig> {
  const seen: Seen[] = [];
  const server = createServer((message, response) => {
    let body = '';
    message.setEncoding('utf8').on('data', (text: string) => { body += text; }).on('end', () => {
      const request = { method: message.method ?? '', url: message.url ?? '', headers: message.headers, body };
      seen.push(request);
      handler(request, response);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = notedClock();
  const client = davClient({ origin, clock, certificates: [], random: () => 0.5, credential: () => ({ user: '王@example.com', password: 'pä ss:字' }), ...more });
  t.teardown(() => { client.close(); server.closeAllConnections(); server.close(); });
  return { client, origin, seen, clock };
}

const answer = (response: ServerResponse, status: number, headers: Record<string, string> = {}, body = ''): void => { response.writeHead(status, headers).end(body); };
const EMPTY = '<d:multistatus xmlns:d="DAV:"/>';
const ETAG = { depth: 0, props: [dav('getetag')] } as const;
const NO_CONDITION = { ifMatch: null, ifNoneMatch: null } as const;

test('Basic is sent with the first request, in UTF-8', async (t) => {
  const { client, seen } = await rig(t, (_, response) => { answer(response, 207, {}, EMPTY); });
  await client.propfind('/c/', ETAG);
  t.is(Buffer.from(seen[0]?.headers.authorization?.slice(6) ?? '', 'base64').toString('utf8'), '王@example.com:pä ss:字');
  t.is(seen[0]?.headers['depth'], '0');
  t.is(seen[0]?.headers['content-type'], 'application/xml; charset=utf-8');
});

test('after one 401 every later call is refused without a request', async (t) => {
  const { client, seen } = await rig(t, (_, response) => { answer(response, 401); });
  for (let tries = 0; tries < 3; tries += 1) t.like(await t.throwsAsync(client.get('/c/1.ics', '*/*')), { code: 'Unauthorized' });
  t.like(await t.throwsAsync(client.put('/c/1.ics', { body: '', contentType: 'text/calendar', ...NO_CONDITION })), { code: 'Unauthorized' });
  t.is(seen.length, 1);
});

test('an empty password is never sent', async (t) => {
  const { client, seen } = await rig(t, (_, response) => { answer(response, 200); }, { credential: () => ({ user: 'a', password: '' }) });
  t.like(await t.throwsAsync(client.get('/c/1.ics', '*/*')), { code: 'Unauthorized', data: { reason: 'no-password' } });
  t.is(seen.length, 0);
});

test('a redirect on the same origin is followed with method and body, at most five times', async (t) => {
  const { client, seen } = await rig(t, ({ url }, response) => {
    const hop = Number(url.slice(1));
    if (hop < 5) answer(response, hop % 2 ? 301 : 307, { location: `/${hop + 1}` });
    else answer(response, 207, {}, EMPTY);
  });
  await client.propfind('/0', ETAG);
  t.deepEqual(seen.map(({ method }) => method), Array(6).fill('PROPFIND'));
  t.is(new Set(seen.map(({ body }) => body)).size, 1);
  const endless = await rig(t, (_, response) => { answer(response, 302, { location: '/again' }); });
  t.like(await t.throwsAsync(endless.client.propfind('/again', ETAG)), { code: 'Unavailable', data: { reason: 'too-many-redirects' } });
  t.is(endless.seen.length, 6);
});

test('a redirect to another origin is not followed: neither credentials nor calendars go there', async (t) => {
  const other = await rig(t, (_, response) => { answer(response, 207, {}, EMPTY); });
  const { client } = await rig(t, (_, response) => { answer(response, 307, { location: `${other.origin}/c/` }); });
  t.like(await t.throwsAsync(client.propfind('/c/', ETAG)), { code: 'Unavailable', data: { reason: 'redirect-elsewhere', target: other.origin } });
  t.is(other.seen.length, 0);
  t.like(await t.throwsAsync(client.get(`${other.origin}/c/`, '*/*')), { code: 'Unavailable' });
  t.is(other.seen.length, 0);
});

test('Basic without TLS goes to this machine only, unless allowed', async (t) => {
  const options = { origin: 'http://mail.invalid', clock: notedClock(), certificates: [], credential: () => ({ user: 'a', password: 'b' }) };
  t.like(await t.throwsAsync(davClient(options).get('/c', '*/*')), { code: 'Unavailable', data: { reason: 'http-not-allowed' } });
  t.like(await t.throwsAsync(davClient({ ...options, allowHttp: true }).get('/c', '*/*')), { code: 'Unavailable', data: { reason: 'host-not-found' } });
});

test('a lost connection is tried again twice for GET, PROPFIND and REPORT, with a pause', async (t) => {
  let left = 2;
  const { client, seen, clock } = await rig(t, (_, response) => {
    left -= 1;
    if (left >= 0) response.destroy();
    else answer(response, 207, {}, EMPTY);
  });
  await client.propfind('/c/', ETAG);
  t.is(seen.length, 3);
  t.deepEqual(clock.slept, [500, 2000]);
});

test('PUT, DELETE and PROPPATCH are never sent a second time', async (t) => {
  const { client, seen } = await rig(t, (_, response) => { response.destroy(); });
  const writes = [
    client.put('/c/1.ics', { body: 'x', contentType: 'text/calendar', ifMatch: '"1"', ifNoneMatch: null }),
    client.delete('/c/1.ics', { ifMatch: '"1"', noReply: false }), client.proppatch('/c/', [[dav('displayname'), 'x']]),
  ];
  for (const write of writes) t.like(await t.throwsAsync(write), { code: 'Unavailable', data: { reason: 'connection-lost' } });
  t.is(seen.length, 3);
});

test('429 and 503 are Busy, with the time to wait where the server says one; until then it is not asked again', async (t) => {
  const { client, seen, clock } = await rig(t, ({ url }, response) => {
    if (url === '/a') answer(response, 503, { 'retry-after': '120' });
    else answer(response, 429, { 'retry-after': url === '/b' ? 'Sun, 22 Nov 2026 08:03:00 GMT' : '' });
  });
  t.like(await t.throwsAsync(client.propfind('/a', ETAG)), { code: 'Busy', data: { status: 503, retryAfterMs: 120_000 } });
  t.is(client.busyUntil(), clock.now() + 120_000);
  t.like(await t.throwsAsync(client.propfind('/b', ETAG)), { code: 'Busy', data: { retryAfterMs: 120_000 } });
  t.is(seen.length, 1);
  clock.advance(120_000);
  t.like(await t.throwsAsync(client.propfind('/b', ETAG)), { code: 'Busy', data: { status: 429, retryAfterMs: 60_000 } });
  clock.advance(60_000);
  t.falsy((await t.throwsAsync<Error & { data: { retryAfterMs?: number } }>(client.propfind('/c', ETAG))).data.retryAfterMs);
  t.is(seen.length, 3);
  t.deepEqual(clock.slept, []);
});

test('a short wait that the server asks for is waited for, a minute in all in one run, and never before a write', async (t) => {
  let left = 3;
  const { client, seen, clock } = await rig(t, (_, response) => {
    left -= 1;
    if (left >= 0) answer(response, 503, { 'retry-after': '6' });
    else answer(response, 207, {}, EMPTY);
  });
  await client.propfind('/c/', ETAG);
  t.deepEqual(clock.slept, [6000, 6000, 6000]);
  left = 99;
  t.like(await t.throwsAsync(client.propfind('/c/', ETAG)), { code: 'Busy', data: { retryAfterMs: 6000 } });
  t.is(clock.slept.length, 10);
  clock.advance(6000);
  const before = seen.length;
  t.like(await t.throwsAsync(client.put('/c/1.ics', { body: 'x', contentType: 'text/calendar', ...NO_CONDITION })), { code: 'Busy' });
  t.is(seen.length, before + 1);
});

test('the wait after a lost connection is spread, so that two thousand desks do not come back together', async (t) => {
  const waits = new Set<number>();
  for (const random of [0, 0.3, 0.999]) {
    const { client, clock } = await rig(t, (_, response) => { response.destroy(); }, { random: () => random });
    await t.throwsAsync(client.propfind('/c/', ETAG));
    for (const ms of clock.slept) waits.add(ms);
    t.true(clock.slept.every((ms) => ms >= 250 && ms <= 3000));
  }
  t.is(waits.size, 6);
});

test('a stop of the run ends reading and waiting at once, and lets a write that was begun and its read-back end', async (t) => {
  const stop = new AbortController();
  const { client, seen } = await rig(t, ({ method }, response) => {
    if (method === 'REPORT') { stop.abort(); return; }
    answer(response, method === 'GET' ? 200 : 201, {}, method === 'GET' ? 'x' : '');
  }, { signal: stop.signal });
  t.like(await t.throwsAsync(client.report('/c/', { depth: 1, body: '<x/>' })), { code: 'Cancelled' });
  t.like(await t.throwsAsync(client.propfind('/c/', ETAG)), { code: 'Cancelled' });
  t.is(seen.length, 1);
  await client.put('/c/1.ics', { body: 'x', contentType: 'text/calendar', ...NO_CONDITION });
  t.is((await client.get('/c/1.ics', '*/*'))?.text, 'x');
});

test('no error carries the password, whatever the server echoes and whatever axios keeps', async (t) => {
  const { client, seen } = await rig(t, ({ url, headers }, response) => {
    if (url === '/lost') response.destroy();
    else answer(response, 200, {}, `<html>${headers.authorization ?? ''} pä ss:字</html>`);
  });
  for (const path of ['/echo', '/lost']) {
    const error = await t.throwsAsync(client.put(path, { body: 'x', contentType: 'text/calendar', ...NO_CONDITION }).then(() => client.propfind(path, ETAG)));
    const all = inspect(error, { depth: 12, showHidden: true });
    t.false(all.includes('pä ss'), all);
    t.false(all.includes(seen[0]?.headers.authorization?.slice(6) ?? '-'), all);
  }
});

test('an unreachable host is told by its reason, apart from a wrong password and from a host that is no DAV server', async (t) => {
  const { client, origin } = await rig(t, ({ url }, response) => {
    if (url === '/slow') return;
    answer(response, 200, { 'content-type': 'text/html' }, '<html>Webmail</html>');
  }, { timeouts: { idle: 150, overall: 400 } });
  const reasonOf = async (options: Partial<DavClientOptions>, path = '/'): Promise<unknown> => {
    const other = davClient({ origin, clock: notedClock(), certificates: [], credential: () => ({ user: 'a', password: 'b' }), ...options });
    const { code, data } = await t.throwsAsync<Error & { code: string; data: { reason?: string } }>(other.propfind(path, ETAG));
    other.close();
    return [code, data.reason];
  };
  t.deepEqual(await reasonOf({ origin: 'https://no-such-host.invalid' }), ['Unavailable', 'host-not-found']);
  t.deepEqual(await reasonOf({ origin: 'http://127.0.0.1:1' }), ['Unavailable', 'connection-refused']);
  t.deepEqual(await reasonOf({ origin: origin.replace('http:', 'https:') }), ['Unavailable', 'tls']);
  t.deepEqual(await reasonOf({ timeouts: { idle: 150, overall: 400 } }, '/slow'), ['Unavailable', 'timed-out']);
  t.deepEqual(await reasonOf({ origin: 'https://mail.invalid', proxy: 'http://127.0.0.1:1' }), ['Unavailable', 'proxy']);
  t.like(await t.throwsAsync(client.propfind('/', ETAG)), { code: 'Unavailable', data: { reason: 'not-a-dav-server' } });
});

test('a body cut short is no multistatus', async (t) => {
  const whole = `<d:multistatus xmlns:d="DAV:"><d:response><d:href>/c/1</d:href></d:response></d:multistatus>`;
  const { client } = await rig(t, (_, response) => { answer(response, 207, {}, whole.slice(0, -30)); });
  t.like(await t.throwsAsync(client.propfind('/c/', ETAG)), { code: 'Unavailable' });
});

test('a compressed answer is read, one that unpacks without end is refused', async (t) => {
  const { client } = await rig(t, ({ url }, response) => {
    const text = url === '/bomb' ? Buffer.alloc(80 * 1024 * 1024, 32) : Buffer.from(EMPTY);
    response.writeHead(207, { 'content-encoding': 'gzip' }).end(gzipSync(text, { level: 1 }));
  });
  t.deepEqual((await client.propfind('/c/', ETAG)).members, []);
  t.like(await t.throwsAsync(client.propfind('/bomb', ETAG)), { code: 'Unavailable', data: { reason: 'too-large' } });
});

test('conditions are sent exactly as given, and none is made up', async (t) => {
  const { client, seen } = await rig(t, (_, response) => { answer(response, 201, { etag: 'W/"2"', location: '/c/other%40.ics' }); });
  const put = await client.put('/c/1.ics', { body: '漢', contentType: 'text/calendar; charset=utf-8', ifMatch: null, ifNoneMatch: '*' });
  await client.put('/c/1.ics', { body: '', contentType: 'text/calendar', ifMatch: '"1"', ifNoneMatch: null });
  await client.delete('/c/1.ics', { ifMatch: null, noReply: true });
  t.deepEqual(put, { etag: 'W/"2"', location: '/c/other%40.ics' });
  const conditions = seen.map(({ headers }) => [headers['if-match'], headers['if-none-match'], headers['schedule-reply']]);
  t.deepEqual(conditions, [[undefined, '*', undefined], ['"1"', undefined, undefined], [undefined, undefined, 'F']]);
  t.is(seen[0]?.body, '漢');
  t.is(seen[0]?.headers['content-type'], 'text/calendar; charset=utf-8');
});

test('an error inside a 207 is an error, on PUT and PROPPATCH too (Xandikos)', async (t) => {
  const refused = '<d:multistatus xmlns:d="DAV:"><d:response><d:href>http%3A//x</d:href><d:status>HTTP/1.1 403 Forbidden</d:status><d:error><c:no-uid-conflict xmlns:c="urn:ietf:params:xml:ns:caldav"/></d:error></d:response></d:multistatus>';
  const row = '<d:multistatus xmlns:d="DAV:"><d:response><d:href>/c</d:href><d:propstat><d:prop><d:displayname/></d:prop><d:status>HTTP/1.1 403 Forbidden</d:status></d:propstat></d:response></d:multistatus>';
  const { client } = await rig(t, ({ method }, response) => { answer(response, 207, {}, method === 'PUT' ? refused : row); });
  t.like(await t.throwsAsync(client.put('/c/1.ics', { body: '', contentType: 'text/calendar', ...NO_CONDITION })), { code: 'AlreadyThere' });
  t.like(await t.throwsAsync(client.proppatch('/c/', [[dav('displayname'), 'x']])), { code: 'Refused', data: { status: 403 } });
});

test('how far the server\'s clock is ahead is known from its last answer', async (t) => {
  const { client } = await rig(t, (_, response) => { answer(response, 404, { date: 'Sun, 22 Nov 2026 08:00:30 GMT' }); });
  t.is(client.skewMs(), null);
  t.is(await client.get('/c/1.ics', '*/*'), null);
  t.is(client.skewMs(), 30_000);
});
