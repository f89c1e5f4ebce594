import test from 'ava';
import { basic, bookPath, calendarPath, card, errorNames, event, eventPath, find, rowsOf, send, started, xiaoming, xml } from '../client.js';
import type { Got } from '../client.js';
import type { Mail2000 } from '../../../../lab/mail2000/server.js';
import { apple, dav, sabre } from '../../../../lab/mail2000/xml/names.js';

test('OPTIONS gives the headers measured on a site', async (t) => {
  const server = await started(t);
  const { headers, status } = await send(server, 'OPTIONS', '/cgi-bin/cal/caldav/');
  t.is(status, 200);
  t.is(headers.get('dav'), '1, 3, extended-mkcol, access-control, calendarserver-principal-property-search, calendar-access, calendar-proxy');
  t.is(headers.get('allow'), 'OPTIONS, GET, HEAD, DELETE, PROPFIND, PUT, PROPPATCH, COPY, MOVE, REPORT');
  t.is(headers.get('x-sabre-version'), null);
  t.regex((await send(server, 'OPTIONS', '/cgi-bin/carddav/')).headers.get('dav') ?? '', /addressbook$/);
});

const login = async (server: Mail2000, authorization?: string): Promise<Got> => {
  const response = await fetch(`${server.origin}${calendarPath}`, { method: 'OPTIONS', headers: authorization === undefined ? {} : { authorization } });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

test('without a login, with a wrong password, an unknown or a short name the answer is 401 Basic', async (t) => {
  const server = await started(t);
  for (const authorization of [undefined, basic(xiaoming, 'wrong'), basic(xiaoming, ''), basic('xiaoming', 'lab-王小明-1'), basic('nobody@example.com.tw', 'x'), 'Bearer x']) {
    const got = await login(server, authorization);
    t.is(got.status, 401);
    t.regex(got.headers.get('www-authenticate') ?? '', /^Basic realm=/);
  }
  t.is((await login(server, basic(xiaoming, 'lab-王小明-1'))).status, 200);
});

test('an empty password opens nothing, even where the office has one', async (t) => {
  const server = await started(t);
  server.office.user(xiaoming).password = '';
  t.is((await login(server, basic(xiaoming, ''))).status, 401);
});

test('a right password forgives the failures before it', async (t) => {
  const server = await started(t, { banAfter: 2 });
  const statuses: number[] = [];
  for (const password of ['wrong', 'lab-王小明-1', 'wrong', 'lab-王小明-1']) statuses.push((await login(server, basic(xiaoming, password))).status);
  t.deepEqual(statuses, [401, 200, 401, 200]);
});

test('passwords do not enter the log', async (t) => {
  const server = await started(t);
  await login(server, basic(xiaoming, 'lab-王小明-1'));
  t.is(server.log[0]?.requestHeaders.authorization, 'Basic (not logged)');
});

test('outside the two roots there is a plain 404, well-known addresses too', async (t) => {
  const server = await started(t);
  for (const path of ['/', '/.well-known/caldav', '/.well-known/carddav', '/cgi-bin/cal/', '/principals/']) t.is((await fetch(`${server.origin}${path}`)).status, 404);
});

test('a path with broken percent sequences answers 400', async (t) => {
  const server = await started(t);
  t.is((await send(server, 'GET', `${calendarPath}%E4%.ics`)).status, 400);
});

test('a method that is not known answers 501', async (t) => {
  const server = await started(t);
  t.is((await send(server, 'LOCK', calendarPath)).status, 501);
});

test('GET of a collection answers 501, of nothing 404; HEAD has no body', async (t) => {
  const server = await started(t);
  t.is((await send(server, 'GET', calendarPath)).status, 501);
  t.is((await send(server, 'GET', `${calendarPath}none.ics`)).status, 404);
  const head = await send(server, 'HEAD', eventPath);
  t.deepEqual([head.status, head.text], [200, '']);
  t.is(head.headers.get('etag'), (await send(server, 'GET', eventPath)).headers.get('etag'));
});

test('there is nothing below an event', async (t) => {
  const server = await started(t);
  t.is((await send(server, 'GET', `${eventPath}/deeper`)).status, 404);
});

test('GET with the present ETag in If-None-Match answers 304', async (t) => {
  const server = await started(t);
  const etag = (await send(server, 'GET', eventPath)).headers.get('etag') ?? '';
  t.is((await send(server, 'GET', eventPath, { headers: { 'if-none-match': etag } })).status, 304);
});

test('DELETE takes the event away for good, once', async (t) => {
  const server = await started(t);
  t.is((await send(server, 'DELETE', eventPath)).status, 204);
  t.is((await send(server, 'DELETE', eventPath)).status, 404);
  t.is((await send(server, 'GET', eventPath)).status, 404);
});

test('DELETE with a stale If-Match answers 412 and takes nothing away', async (t) => {
  const server = await started(t);
  t.is((await send(server, 'DELETE', eventPath, { headers: { 'if-match': '"stale"' } })).status, 412);
  t.is(server.office.collection(calendarPath).list().length, 1);
});

test('DELETE of a collection is refused unless the server is told to allow it', async (t) => {
  const server = await started(t);
  t.is((await send(server, 'DELETE', calendarPath)).status, 403);
  server.quirks.collectionDeleteRefused = false;
  t.is((await send(server, 'DELETE', calendarPath)).status, 204);
  t.is((await find(server, calendarPath, { props: 'd:displayname' })).status, 404);
  t.is((await send(server, 'DELETE', '/cgi-bin/cal/caldav/')).status, 403);
});

const patch = (server: Mail2000, path: string, prop: string): Promise<Got> => send(server, 'PROPPATCH', path, { body: xml('d:propertyupdate', `<d:set><d:prop>${prop}</d:prop></d:set>`) });

test('PROPPATCH renames and colours', async (t) => {
  const server = await started(t);
  const [row] = rowsOf(await patch(server, calendarPath, '<d:displayname>工作 &amp; 家庭</d:displayname><i:calendar-color>#112233FF</i:calendar-color>'));
  t.deepEqual([...row?.statuses ?? []], [[dav('displayname'), 200], [apple('calendar-color'), 200]]);
  const calendar = server.office.collection(calendarPath);
  t.deepEqual([calendar.displayName, calendar.color], ['工作 & 家庭', '#112233FF']);
});

test('PROPPATCH is all or nothing: one property that is protected leaves the others', async (t) => {
  const server = await started(t);
  const [row] = rowsOf(await patch(server, calendarPath, '<d:displayname>新名</d:displayname><d:getetag>x</d:getetag>'));
  t.deepEqual([...row?.statuses ?? []], [[dav('getetag'), 403], [dav('displayname'), 424]]);
  t.is(server.office.collection(calendarPath).displayName, '個人行事曆');
});

test('PROPPATCH of an event or a home sets nothing; a body of another kind answers 400', async (t) => {
  const server = await started(t);
  t.deepEqual([...rowsOf(await patch(server, eventPath, '<d:displayname>x</d:displayname>'))[0]?.statuses.values() ?? []], [403]);
  t.deepEqual([...rowsOf(await patch(server, `/cgi-bin/cal/caldav/calendars/${xiaoming}/`, '<d:displayname>x</d:displayname>'))[0]?.statuses.values() ?? []], [403]);
  t.is((await send(server, 'PROPPATCH', calendarPath, { body: xml('d:propfind', '') })).status, 400);
});

const newCalendar = `/cgi-bin/cal/caldav/calendars/${xiaoming}/travel/`;

test('MKCALENDAR makes a calendar with name, colour and components; a second time it is refused', async (t) => {
  const server = await started(t);
  const body = xml('c:mkcalendar', '<d:set><d:prop><d:displayname>旅遊</d:displayname><i:calendar-color>#ABCDEFFF</i:calendar-color><c:supported-calendar-component-set><c:comp name="VEVENT"/><c:comp name="VTODO"/></c:supported-calendar-component-set></d:prop></d:set>');
  t.is((await send(server, 'MKCALENDAR', newCalendar, { body })).status, 201);
  const { displayName, color, components, owner } = server.office.collection(newCalendar).record;
  t.deepEqual({ displayName, color, components, owner }, { displayName: '旅遊', color: '#ABCDEFFF', components: ['VEVENT', 'VTODO'], owner: xiaoming });
  const again = await send(server, 'MKCALENDAR', newCalendar, { body });
  t.is(again.status, 405);
  t.true(errorNames(again).includes(dav('resource-must-be-null')));
});

test('MKCALENDAR with a property that cannot be set makes nothing', async (t) => {
  const server = await started(t);
  t.is((await send(server, 'MKCALENDAR', newCalendar, { body: xml('c:mkcalendar', '<d:set><d:prop><d:getetag>x</d:getetag></d:prop></d:set>') })).status, 403);
  t.is((await find(server, newCalendar, { props: 'd:displayname' })).status, 404);
});

test('extended MKCOL makes an address book, and only in a home of books', async (t) => {
  const server = await started(t);
  const body = xml('d:mkcol', '<d:set><d:prop><d:resourcetype><d:collection/><a:addressbook/></d:resourcetype><d:displayname>朋友</d:displayname></d:prop></d:set>');
  const book = `/cgi-bin/carddav/addressbooks/${xiaoming}/friends/`;
  t.is((await send(server, 'MKCOL', book, { body })).status, 201);
  t.is(server.office.collection(book).displayName, '朋友');
  t.is((await send(server, 'MKCOL', newCalendar, { body })).status, 400);
  t.is((await send(server, 'MKCOL', '/cgi-bin/carddav/addressbooks/meiling@example.com.tw/friends/', { body })).status, 404);
});

test('MOVE carries an event to another calendar; COPY keeps it; neither makes a UID stand twice in one calendar', async (t) => {
  const server = await started(t);
  await send(server, 'MKCALENDAR', newCalendar);
  const destination = `${server.origin}${newCalendar}moved.ics`;
  t.is((await send(server, 'COPY', eventPath, { headers: { destination } })).status, 201);
  t.is((await send(server, 'MOVE', eventPath, { headers: { destination, overwrite: 'F' } })).status, 412);
  t.is((await send(server, 'MOVE', eventPath, { headers: { destination } })).status, 204);
  t.is((await send(server, 'GET', eventPath)).status, 404);
  t.is((await send(server, 'COPY', `${newCalendar}moved.ics`, { headers: { destination: `${server.origin}${newCalendar}twin.ics` } })).status, 409);
  t.is((await send(server, 'MOVE', `${newCalendar}moved.ics`, { headers: { destination: `${server.origin}${bookPath}moved.vcf` } })).status, 409);
});

test('names with spaces and Chinese characters survive as hrefs', async (t) => {
  const server = await started(t);
  server.office.collection(bookPath).put('客戶 一.vcf', card('c-9'));
  const rows = rowsOf(await find(server, bookPath, { depth: '1', props: 'd:getetag' }));
  t.true(rows.some(({ href }) => href === `${bookPath}客戶 一.vcf`));
  t.is((await send(server, 'GET', `${bookPath}${encodeURIComponent('客戶 一.vcf')}`)).status, 200);
});

test('errors carry SabreDAV\'s exception and message', async (t) => {
  const server = await started(t);
  t.deepEqual(errorNames(await send(server, 'GET', `${calendarPath}none.ics`)), [sabre('exception'), sabre('message')]);
});

test('counts are per method and begin anew after resetLog', async (t) => {
  const server = await started(t);
  await send(server, 'PUT', `${calendarPath}a.ics`, { body: event('a') });
  await send(server, 'GET', eventPath);
  await send(server, 'GET', eventPath);
  t.deepEqual(server.counts(), { PUT: 1, GET: 2 });
  t.deepEqual(server.log.map(({ method, status, user }) => [method, status, user]), [['PUT', 201, xiaoming], ['GET', 200, xiaoming], ['GET', 200, xiaoming]]);
  server.resetLog();
  t.deepEqual(server.counts(), {});
});
