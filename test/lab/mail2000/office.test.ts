import test from 'ava';
import { calendarPath, event, find, rowsOf, send, started, xiaoming } from './client.js';
import { calendarServer } from '../../../lab/mail2000/xml/names.js';

test('hands put, get, find and remove without HTTP, rights or checks', async (t) => {
  const { office } = await started(t);
  const calendar = office.collection(calendarPath);
  t.deepEqual(calendar.put('dirty.ics', 'no calendar at all'), { name: 'dirty.ics', text: 'no calendar at all', uid: undefined });
  calendar.put('e.ics', event('e-2'));
  t.is(calendar.byUid('e-2')?.name, 'e.ics');
  t.is(calendar.get('dirty.ics'), 'no calendar at all');
  t.true(calendar.remove('dirty.ics'));
  t.false(calendar.remove('dirty.ics'));
  t.deepEqual(calendar.list().map(({ uid }) => uid), ['event-1@example.com.tw', 'e-2']);
});

test('a collection is found by its whole path, with %40, or short', async (t) => {
  const { office } = await started(t);
  for (const path of [calendarPath, calendarPath.replace('@', '%40'), `calendars/${xiaoming}/default`]) t.is(office.collection(path).path, calendarPath);
});

test('unknown users and collections are errors that name them', async (t) => {
  const { office } = await started(t);
  t.throws(() => office.user('nobody@example.com.tw'), { message: /no user nobody@example\.com\.tw\. Known: xiaoming@/ });
  t.throws(() => office.collection('calendars/x/y'), { message: /no collection \/cgi-bin\/cal\/caldav\/calendars\/x\/y\// });
});

test('every change by hand moves the ctag', async (t) => {
  const server = await started(t);
  const calendar = server.office.collection(calendarPath);
  const ctag = async () => rowsOf(await find(server, calendarPath, { props: 'cs:getctag' }))[0]?.found.get(calendarServer('getctag'))?.text;
  const seen = new Set([await ctag()]);
  calendar.put('a.ics', event('a'));
  seen.add(await ctag());
  calendar.remove('a.ics');
  seen.add(await ctag());
  t.is(seen.size, 3);
});

test('a changed password closes the door at the next request', async (t) => {
  const server = await started(t);
  const authorization = `Basic ${Buffer.from(`${xiaoming}:lab-王小明-1`).toString('base64')}`;
  server.office.user(xiaoming).password = 'new';
  t.is((await fetch(`${server.origin}${calendarPath}`, { method: 'OPTIONS', headers: { authorization } })).status, 401);
  t.is((await send(server, 'OPTIONS', calendarPath)).status, 200);
});

test('a collection made again after its removal is empty and begins anew', async (t) => {
  const { office } = await started(t);
  const { record } = office.collection(calendarPath);
  office.removeCollection(calendarPath);
  const { created: _before, ...seed } = record;
  t.deepEqual([office.addCollection(seed).list(), office.collection(calendarPath).revision], [[], 0]);
});
