import test from 'ava';
import { bookPath, calendarPath, event, eventPath, find, rowsOf, send, started, xml } from './client.js';
import { dav } from '../../../lab/mail2000/xml/names.js';

const path = `${calendarPath}new.ics`;
const put = { body: event('new') };

test('a connection dropped before leaves nothing stored, after leaves it stored', async (t) => {
  const server = await started(t);
  const calendar = server.office.collection(calendarPath);
  server.faults.add({ method: 'PUT', fault: { kind: 'drop', when: 'before' } }, { method: 'PUT', nth: 2, fault: { kind: 'drop', when: 'after' } });
  await t.throwsAsync(send(server, 'PUT', path, put));
  t.is(calendar.get('new.ics'), undefined);
  await t.throwsAsync(send(server, 'PUT', path, put));
  t.is(calendar.get('new.ics'), put.body);
  t.is((await send(server, 'PUT', path, put)).status, 204);
  t.deepEqual(server.counts(), { PUT: 3 });
  t.is(server.log[0]?.status, undefined);
});

test('any status can be answered instead, with Retry-After and a body, before or after storing', async (t) => {
  const server = await started(t);
  server.faults.add({ method: 'PUT', fault: { kind: 'answer', status: 429, retryAfter: 7 } });
  const limited = await send(server, 'PUT', path, put);
  t.deepEqual([limited.status, limited.headers.get('retry-after')], [429, '7']);
  t.is(server.office.collection(calendarPath).get('new.ics'), undefined);
  server.faults.add({ method: 'PUT', fault: { kind: 'answer', status: 503, when: 'after', body: 'later' } });
  const failed = await send(server, 'PUT', path, put);
  t.deepEqual([failed.status, failed.text], [503, 'later']);
  t.is(server.office.collection(calendarPath).get('new.ics'), put.body);
});

test('a rule waits for its method, its path and its turn, and fires as often as it says', async (t) => {
  const server = await started(t);
  server.faults.add({ method: 'GET', path: '/default/', nth: 2, times: 2, fault: { kind: 'answer', status: 500 } });
  t.is(server.faults.pending, 1);
  const statuses: number[] = [];
  for (const target of [eventPath, `/cgi-bin/carddav/`, eventPath, eventPath, eventPath]) statuses.push((await send(server, 'GET', target)).status);
  t.deepEqual(statuses, [200, 501, 500, 500, 200]);
  t.is(server.faults.pending, 0);
});

test('a rule that can never fire is an error', async (t) => {
  const server = await started(t);
  t.throws(() => { server.faults.add({ nth: 0, fault: { kind: 'wrongEtag' } }); }, { instanceOf: RangeError });
});

test('clear takes all rules back', async (t) => {
  const server = await started(t);
  server.faults.add({ times: Infinity, fault: { kind: 'answer', status: 500 } });
  server.faults.clear();
  t.is((await send(server, 'GET', eventPath)).status, 200);
});

test('a truncated body ends the connection in its middle', async (t) => {
  const server = await started(t);
  server.faults.add({ method: 'GET', fault: { kind: 'truncate', octets: 40 } });
  await t.throwsAsync(send(server, 'GET', eventPath));
  t.is((await send(server, 'GET', eventPath)).status, 200);
});

test('a delayed answer comes all the same', async (t) => {
  const server = await started(t);
  server.faults.add({ fault: { kind: 'delay', milliseconds: 20 } });
  t.is((await send(server, 'GET', eventPath)).status, 200);
});

const listing = { depth: '1', props: 'd:getetag' } as const;

test('a 507 row cuts a listing; an empty multistatus has not even the collection', async (t) => {
  const server = await started(t);
  server.faults.add({ method: 'PROPFIND', fault: { kind: 'row507', keep: 1 } }, { method: 'PROPFIND', nth: 2, fault: { kind: 'emptyMultistatus' } });
  t.deepEqual(rowsOf(await find(server, calendarPath, listing)).map(({ href, status }) => [href, status]), [[calendarPath, undefined], [calendarPath, 507]]);
  t.deepEqual(rowsOf(await find(server, calendarPath, listing)), []);
});

test('a row error takes the place of one member, by name or the first', async (t) => {
  const server = await started(t);
  server.office.collection(calendarPath).put('2.ics', event('e-2'));
  server.faults.add({ method: 'PROPFIND', fault: { kind: 'rowError' } }, { method: 'PROPFIND', nth: 2, fault: { kind: 'rowError', name: '2.ics', status: 403 } });
  const statuses = async () => rowsOf(await find(server, calendarPath, listing)).map(({ href, status }) => [href.slice(calendarPath.length), status]);
  t.deepEqual(await statuses(), [['', undefined], ['1001.ics', 500], ['2.ics', undefined]]);
  t.deepEqual(await statuses(), [['', undefined], ['1001.ics', undefined], ['2.ics', 403]]);
});

test('wrong ETags appear in header and rows', async (t) => {
  const server = await started(t);
  server.faults.add({ times: 2, fault: { kind: 'wrongEtag' } });
  t.is((await send(server, 'PUT', path, put)).headers.get('etag'), '"0000wrong0000"');
  t.is(rowsOf(await find(server, path, { props: 'd:getetag' }))[0]?.found.get(dav('getetag'))?.text, '"0000wrong0000"');
});

test('hooks run before the request takes effect and after it, each awaited', async (t) => {
  const server = await started(t);
  const stored = () => server.office.collection(calendarPath).get('new.ics') !== undefined;
  const seen: (readonly [string, boolean])[] = [];
  server.hooks.beforeRequest = ({ method }) => { seen.push([`before ${method}`, stored()]); };
  server.hooks.afterRequest = ({ method }, { status }) => { seen.push([`after ${method} ${status}`, stored()]); };
  await send(server, 'PUT', path, put);
  t.deepEqual(seen, [['before PUT', false], ['after PUT 201', true]]);
});

test('an error inside the lab is answered 500 and marked as the lab\'s own', async (t) => {
  const server = await started(t);
  server.hooks.beforeRequest = () => { throw new Error('from the hook'); };
  const got = await send(server, 'GET', eventPath);
  t.deepEqual([got.status, got.headers.get('x-lab-fault')], [500, 'yes']);
  t.regex(got.text, /from the hook/);
});

test('faults spoil sync and multiget answers as well', async (t) => {
  const server = await started(t);
  server.faults.add({ method: 'REPORT', fault: { kind: 'rowError', status: 404 } });
  const body = xml('d:sync-collection', '<d:sync-token/><d:prop><d:getetag/></d:prop>');
  t.deepEqual(rowsOf(await send(server, 'REPORT', bookPath, { body, headers: { depth: '0' } })).map(({ status }) => status), [404]);
});
