import test from 'ava';
import type { ExecutionContext } from 'ava';
import { calendarPath, card, bookPath, cardPath, errorNames, event, eventPath, find, meiling, rowsOf, send, started, xiaoming, xml } from './client.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import type { Mail2000 } from '../../../lab/mail2000/server.js';
import { parseQuirks, quirksOf, quirkTable } from '../../../lab/mail2000/quirks.js';
import type { QuirkName, Quirks } from '../../../lab/mail2000/quirks.js';
import { caldav, carddav, calendarServer, dav } from '../../../lab/mail2000/xml/names.js';

const path = `${calendarPath}new.ics`;
const zoned = ['DTSTART;TZID=Asia/Taipei:20261125T100000', 'DTEND;TZID=Asia/Taipei:20261125T110000'];
const stored = (server: Mail2000, name = 'new.ics') => server.office.collection(calendarPath).get(name);
const multiget = (server: Mail2000, hrefs: readonly string[]) => send(server, 'REPORT', calendarPath, {
  headers: { depth: '1' }, body: xml('c:calendar-multiget', `<d:prop><c:calendar-data/></d:prop>${hrefs.map((href) => `<d:href>${href}</d:href>`).join('')}`),
});

/** Every quirk with at least two of its settings and what is seen from outside under each. */
type Observation = (server: Mail2000, t: ExecutionContext) => Promise<unknown>;
type Settings<Name extends QuirkName> = readonly (readonly [value: Quirks[Name], seen: unknown])[];
const covered = new Set<string>();

function quirk<Name extends QuirkName>(name: Name, settings: Settings<Name>, observe: Observation): void {
  covered.add(name);
  for (const [value, seen] of settings) {
    test(`quirk ${name} = ${JSON.stringify(value)}`, async (t) => {
      const server = await started(t);
      server.quirks[name] = value;
      t.deepEqual(await observe(server, t), seen);
    });
  }
}

const putting = (body: string, headers: Readonly<Record<string, string>> = {}): Observation => async (server) =>
  [(await send(server, 'PUT', path, { body, headers })).status, stored(server) !== undefined];
const attendee = [...zoned, 'ORGANIZER:mailto:a@example.com.tw', 'ATTENDEE:mailto:b@example.com.tw'];

quirk('putFalse500', [[false, [201, true, 201]], ['attendees', [500, true, 201]], [true, [500, true, 500]]], async (server) =>
  [...await putting(event('new', attendee))(server, undefined as never) as readonly unknown[], (await send(server, 'PUT', `${calendarPath}b.ics`, { body: event('b') })).status]);
quirk('ifNoneMatchRefused', [[false, [201, true]], [true, [500, false]]], putting(event('new'), { 'if-none-match': '*' }));
quirk('hrefNotUid', [[false, [201, null, true]], [true, [201, true, false]], ['silent', [201, null, false]]], async (server) => {
  const { status, headers } = await send(server, 'PUT', path, { body: event('new') });
  const location = headers.get('location');
  const name = server.office.collection(calendarPath).byUid('new')?.name;
  return [status, location === null ? null : decodeURIComponent(location) === `${calendarPath}${name}`, name === 'new.ics'];
});
quirk('utcRefused', [[false, [201, true]], [true, [500, false]]], putting(event('new', ['DTSTART:20261125T020000Z', 'DTEND;TZID=Asia/Taipei:20261125T110000'])));
quirk('floatingRefused', [[false, [201, true]], [true, [500, false]]], putting(event('new', ['DTSTART:20261125T100000', 'DTEND:20261125T110000'])));
quirk('rawNewlineRefused', [[false, [201, true]], [true, [415, false]]], putting(event('new', [...zoned, 'DESCRIPTION:一\r\n二'])));
quirk('methodRefused', [[false, [201, true]], [true, [415, false]]], putting(event('new').replace('VERSION', 'METHOD:REQUEST\r\nVERSION')));

const methods = (text: string) => text.match(/^METHOD:REQUEST\r$/gm)?.length ?? 0;
quirk('methodOnGet', [[false, [0, 0, 0]], ['attendees', [1, 0, 1]], [true, [1, 1, 1]]], async (server) => {
  server.office.collection(calendarPath).put('new.ics', event('new', attendee));
  return [methods((await send(server, 'GET', path)).text), methods((await send(server, 'GET', eventPath)).text), methods(rowsOf(await multiget(server, [path]))[0]?.found.get(caldav('calendar-data'))?.text ?? '')];
});

const override = 'BEGIN:VEVENT\r\nUID:new\r\nDTSTAMP:20261101T000000Z\r\nRECURRENCE-ID;TZID=Asia/Taipei:20261202T100000\r\nDTSTART;TZID=Asia/Taipei:20261202T140000\r\nEND:VEVENT\r\n';
const series = event('new', [...zoned, 'RRULE:FREQ=WEEKLY;COUNT=3']);
quirk('overridesRefused', [[false, [201, true]], [true, [500, false]]], putting(series.replace('END:VCALENDAR', `${override}END:VCALENDAR`)));
quirk('overrideFirstDestroys', [[false, [204, true]], [true, [204, false]]], async (server, t) => {
  server.office.collection(calendarPath).put('new.ics', series);
  return putting(series.replace('BEGIN:VEVENT', `${override}BEGIN:VEVENT`))(server, t);
});
quirk('rangeRefused', [[false, [201, true]], [true, [500, false]]], putting(series.replace('END:VCALENDAR', `${override.replace('RECURRENCE-ID', 'RECURRENCE-ID;RANGE=THISANDFUTURE')}END:VCALENDAR`)));

quirk('searchLag', [[0, [2, 2, 1]], [2, [1, 1, 2]]], async (server) => {
  const found = async () => rowsOf(await send(server, 'REPORT', calendarPath, { headers: { depth: '1' }, body: xml('c:calendar-query', '<d:prop><d:getetag/></d:prop><c:filter><c:comp-filter name="VCALENDAR"/></c:filter>') })).length;
  await send(server, 'PUT', path, { body: event('new') });
  const after = [await found(), await found()];
  await send(server, 'DELETE', eventPath);
  return [...after, await found()];
});
quirk('multigetMissing', [['rows404', [207, 2]], ['omit', [207, 1]], ['whole404', [404, 0]]], async (server) => {
  const got = await multiget(server, [eventPath, path]);
  return [got.status, got.status === 207 ? rowsOf(got).length : 0];
});

const sync = (server: Mail2000) => send(server, 'REPORT', calendarPath, { headers: { depth: '0' }, body: xml('d:sync-collection', '<d:sync-token/><d:prop><d:getetag/></d:prop>') });
quirk('syncCollection', [[true, [207, 200]], [false, [415, 404]], ['advertised', [415, 200]]], async (server) =>
  [(await sync(server)).status, rowsOf(await find(server, calendarPath, { props: 'd:sync-token' }))[0]?.statuses.get(dav('sync-token'))]);
quirk('syncPages', [[0, [undefined, undefined]], [1, [undefined, 507]]], async (server) => {
  server.office.collection(calendarPath).put('new.ics', event('new'));
  return rowsOf(await sync(server)).map(({ status }) => status);
});
quirk('ctag', [[true, [200, true]], [false, [404, false]], ['still', [200, false]]], async (server) => {
  const ctag = async () => rowsOf(await find(server, calendarPath, { props: 'cs:getctag' }))[0];
  const before = await ctag();
  server.office.collection(calendarPath).put('new.ics', event('new'));
  return [before?.statuses.get(calendarServer('getctag')), before?.found.get(calendarServer('getctag'))?.text !== (await ctag())?.found.get(calendarServer('getctag'))?.text];
});
quirk('tokenBare', [[false, [true, 403]], [true, [false, 500]]], async (server) => {
  server.quirks.syncCollection = true;
  const bogus = await send(server, 'REPORT', calendarPath, { headers: { depth: '0' }, body: xml('d:sync-collection', '<d:sync-token>bogus</d:sync-token><d:prop><d:getetag/></d:prop>') });
  return [(await sync(server)).text.includes('<d:sync-token>http'), bogus.status];
});
quirk('goneInFirstSync', [[false, []], [true, [404]]], async (server) => {
  server.quirks.syncCollection = true;
  server.office.collection(calendarPath).remove('1001.ics');
  return rowsOf(await sync(server)).map(({ status }) => status);
});
quirk('reportSetFlat', [[false, true], [true, false]], async (server) => (await find(server, calendarPath, { props: 'd:supported-report-set' })).text.includes('<d:report>'));
quirk('hrefsTwice', [[false, 2], [true, 4]], async (server) => (await find(server, calendarPath, { depth: '1', props: 'd:getetag' })).text.match(/<d:response>/g)?.length);
quirk('hrefsAbsolute', [[false, false], [true, true]], async (server) => (await find(server, calendarPath, { props: 'd:displayname' })).text.includes('<d:href>http://127.0.0.1:8080/'));
quirk('errorsIn207', [[false, [415, false]], [true, [207, true]]], async (server) => {
  const got = await send(server, 'PUT', path, { body: 'x' });
  return [got.status, got.text.includes('HTTP/1.1 415')];
});
quirk('missingForbidden', [[false, 404], [true, 403]], async (server) => (await send(server, 'GET', path)).status);

const putEtag = (body: string): Observation => async (server) => (await send(server, 'PUT', path, { body })).headers.has('etag');
quirk('etagOnPut', [[true, true], [false, false]], putEtag(event('new')));
quirk('etagOnRewrite', [[true, true], [false, false]], async (server, t) => {
  server.quirks.rewritesOnPut = true;
  return putEtag(event('new'))(server, t);
});
quirk('etagPerWrite', [[false, true], [true, false]], async (server) => {
  const etags = [];
  for (let turn = 0; turn < 2; turn += 1) etags.push((await send(server, 'PUT', path, { body: event('new') })).headers.get('etag'));
  return etags[0] === etags[1];
});
quirk('rewritesOnPut', [[false, [true, false]], [true, [false, true]]], async (server) => {
  await send(server, 'PUT', path, { body: event('new') });
  return [stored(server) === event('new'), /^CLASS:PUBLIC\r$/m.test(stored(server) ?? '')];
});
quirk('weakEtags', [[false, [false, 204]], [true, [true, 412]]], async (server) => {
  const etag = (await send(server, 'GET', eventPath)).headers.get('etag') ?? '';
  return [etag.startsWith('W/'), (await send(server, 'DELETE', eventPath, { headers: { 'if-match': etag } })).status];
});
quirk('etagUnquoted', [[false, ['"', 204]], [true, ['', 204]]], async (server) => {
  const etag = (await send(server, 'GET', eventPath)).headers.get('etag') ?? '';
  return [etag.replace(/[^"]/g, '').slice(0, 1), (await send(server, 'DELETE', eventPath, { headers: { 'if-match': `"${etag.replaceAll('"', '')}"` } })).status];
});
quirk('etagInListing', [[true, 200], [false, 404]], async (server) => rowsOf(await find(server, eventPath, { props: 'd:getetag' }))[0]?.statuses.get(dav('getetag')));
quirk('ifMatchIgnored', [[false, 412], [true, 204]], async (server) => (await send(server, 'DELETE', eventPath, { headers: { 'if-match': '"other"' } })).status);

const rename = (server: Mail2000) => send(server, 'PROPPATCH', calendarPath, { body: xml('d:propertyupdate', '<d:set><d:prop><d:displayname>新</d:displayname></d:prop></d:set>') });
quirk('proppatchRefused', [[false, 200], [true, 403]], async (server) => rowsOf(await rename(server))[0]?.statuses.get(dav('displayname')));
quirk('proppatchHrefBare', [[false, calendarPath], [true, calendarPath.slice(0, -1)]], async (server) => rowsOf(await rename(server))[0]?.href);
quirk('privilegesHidden', [[false, 200], [true, 404]], async (server) => rowsOf(await find(server, calendarPath, { props: 'd:current-user-privilege-set' }))[0]?.statuses.get(dav('current-user-privilege-set')));
quirk('hrefAt', [['%40', true], ['@', false]], async (server) => (await find(server, calendarPath, { props: 'd:displayname' })).text.includes('%40'));
quirk('crEntity', [[true, [true, true]], [false, [false, false]]], async (server) => {
  const { text } = await multiget(server, [eventPath]);
  return [text.includes('&#13;'), !/[^;]\r?\nBEGIN:VEVENT/.test(text)];
});
quirk('urlIgnored', [[false, [true, true, true]], [true, [false, true, false]]], async (server) => {
  const put = await send(server, 'PUT', path, { body: event('new', [...zoned, 'URL:https://example.org/', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT5M', 'URL:x', 'END:VALARM']) });
  return [/^URL:https/m.test(stored(server) ?? ''), /^URL:x\r$/m.test(stored(server) ?? ''), put.headers.has('etag')];
});
quirk('alarmsInMinutes', [[false, [true, true]], [true, [true, false]]], async (server) => {
  const alarm = (trigger: string): readonly string[] => ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:${trigger}`, 'END:VALARM'];
  await send(server, 'PUT', path, { body: event('new', [...zoned, ...alarm('-PT15M'), ...alarm('-P1D')]) });
  return [stored(server)?.includes('TRIGGER:-PT15M'), stored(server)?.includes('TRIGGER:-P1D')];
});
quirk('expandServed', [[true, [false, true]], [false, [true, false]]], async (server) => {
  server.office.collection(calendarPath).put('new.ics', series);
  const prop = '<d:prop><c:calendar-data><c:expand start="20261123T000000Z" end="20261207T000000Z"/></c:calendar-data></d:prop>';
  const { text } = await send(server, 'REPORT', calendarPath, { headers: { depth: '1' }, body: xml('c:calendar-multiget', `${prop}<d:href>${path}</d:href>`) });
  return [text.includes('RRULE'), text.includes('RECURRENCE-ID')];
});
quirk('vcardVersion', [['negotiated', ['3.0', '3.0', '4.0', '3.0 4.0']], ['asStored', ['3.0', '3.0', '3.0', '3.0']], ['4.0', ['4.0', '4.0', '4.0', '4.0']], ['3.0', ['3.0', '3.0', '3.0', '3.0']]], async (server) => {
  const version = (text: string) => /^VERSION:(.*)\r$/m.exec(text)?.[1];
  await send(server, 'PUT', `${bookPath}new.vcf`, { body: card('c-2') });
  const [row] = rowsOf(await find(server, bookPath, { props: 'a:supported-address-data' }));
  return [
    version(server.office.collection(bookPath).get('new.vcf') ?? '') ?? '', version((await send(server, 'GET', cardPath)).text),
    version((await send(server, 'GET', cardPath, { headers: { accept: 'text/vcard; version=4.0' } })).text),
    row?.found.get(carddav('supported-address-data'))?.children.map(({ attributes }) => attributes['version']).join(' '),
  ];
});
quirk('maxSize', [[10_000_000, [201, true]], [300, [403, false]]], putting(event('new')));
quirk('uidScope', [['none', [201, 201]], ['collection', [409, 201]], ['account', [403, 403]]], async (server) => {
  await send(server, 'MKCALENDAR', `/cgi-bin/cal/caldav/calendars/${xiaoming}/second/`);
  const body = event('event-1@example.com.tw');
  return [(await send(server, 'PUT', path, { body })).status, (await send(server, 'PUT', `/cgi-bin/cal/caldav/calendars/${xiaoming}/second/a.ics`, { body })).status];
});
quirk('preconditionsNamed', [[true, true], [false, false]], async (server) => errorNames(await send(server, 'PUT', path, { body: 'x' })).includes(caldav('valid-calendar-data')));
quirk('mkcalendarRefused', [[0, 201], [501, 501]], async (server) => (await send(server, 'MKCALENDAR', `/cgi-bin/cal/caldav/calendars/${xiaoming}/second/`)).status);
quirk('collectionDeleteRefused', [[true, 403], [false, 204]], async (server) => (await send(server, 'DELETE', calendarPath)).status);
quirk('homesListed', [[false, 1], [true, 2]], async (server) => rowsOf(await find(server, '/cgi-bin/cal/caldav/calendars/', { depth: '1', props: 'd:displayname' })).length);
quirk('personalBookHidden', [[false, [2, 207]], [true, [1, 404]]], async (server) =>
  [rowsOf(await find(server, `/cgi-bin/carddav/addressbooks/${xiaoming}/`, { depth: '1', props: 'd:displayname' })).length, (await find(server, bookPath, { props: 'd:displayname' })).status]);

const login = async (server: Mail2000, password: string) =>
  (await fetch(`${server.origin}${calendarPath}`, { method: 'OPTIONS', headers: { authorization: `Basic ${Buffer.from(`${xiaoming}:${password}`).toString('base64')}` } })).status;
quirk('appPasswordOnly', [[false, [200, 200]], [true, [401, 200]]], async (server) => {
  server.office.user(xiaoming).appPassword = 'app';
  return [await login(server, server.office.user(xiaoming).password), await login(server, 'app')];
});
quirk('anonymous207', [[false, [401, false]], [true, [207, true]]], async (server) => {
  const got = await fetch(`${server.origin}/cgi-bin/cal/caldav/`, { method: 'PROPFIND', headers: { depth: '0' } });
  return [got.status, (await got.text()).includes('unauthenticated')];
});
quirk('davOff', [['none', [207, 207]], ['calendars', [404, 207]], ['addressbooks', [207, 404]], ['both', [404, 404]]], async (server) =>
  [(await find(server, calendarPath, { props: 'd:displayname' })).status, (await find(server, bookPath, { props: 'd:displayname' })).status]);
quirk('banAfter', [[0, [401, 401, 200]], [2, [401, 401, 401]]], async (server) =>
  [await login(server, 'wrong'), await login(server, 'wrong'), await login(server, server.office.user(xiaoming).password)]);
quirk('sabreVersion', [['', [null, false]], ['4.3.1', ['4.3.1', true]]], async (server) => {
  const got = await send(server, 'GET', path);
  return [got.headers.get('x-sabre-version'), got.text.includes('<s:sabredav-version>4.3.1')];
});
quirk('gzip', [[false, null], [true, 'gzip']], async (server, t) => {
  const got = await send(server, 'GET', eventPath, { headers: { 'accept-encoding': 'gzip' } });
  t.is(got.text, stored(server, '1001.ics') ?? '');
  return got.headers.get('content-encoding');
});
quirk('keepAliveOff', [[false, 'keep-alive'], [true, 'close']], async (server) => (await send(server, 'GET', eventPath)).headers.get('connection'));
quirk('clockSkew', [[0, true], [7200, false]], async (server) => Math.abs(Date.parse((await send(server, 'GET', eventPath)).headers.get('date') ?? '') - Date.now()) < 3_600_000);
quirk('scheduling', [[false, [false, 404, []]], [true, [true, 200, [{ method: 'REQUEST', to: 'b@example.com.tw', uid: 'new' }]]]], async (server) => {
  await send(server, 'PUT', path, { body: event('new', [...zoned, `ORGANIZER:mailto:${xiaoming}`, 'ATTENDEE:mailto:b@example.com.tw']) });
  const [principal] = rowsOf(await find(server, `/cgi-bin/cal/caldav/principals/${xiaoming}/`, { props: 'c:schedule-outbox-URL' }));
  return [(await send(server, 'OPTIONS', calendarPath)).headers.get('dav')?.includes('calendar-auto-schedule'), principal?.statuses.get(caldav('schedule-outbox-URL')), [...server.mails]];
});
quirk('redirect', [[null, [200, null]], [{ from: calendarPath, to: 'http://127.0.0.1:9/elsewhere/', status: 302 }, [302, 'http://127.0.0.1:9/elsewhere/1001.ics']]], async (server) => {
  const got = await send(server, 'GET', eventPath);
  return [got.status, got.headers.get('location')];
});

test('every quirk of the table is observed above', (t) => {
  t.deepEqual(Object.keys(quirkTable).filter((name) => !covered.has(name)), []);
});

test('the default profile is Mail2000 as measured', async (t) => {
  const server = await startMail2000();
  t.teardown(() => server.close());
  t.like(server.quirks, { ifNoneMatchRefused: true, utcRefused: true, floatingRefused: true, overridesRefused: true, methodRefused: true, urlIgnored: true, syncCollection: false });
  t.is((await send(server, 'PUT', path, { body: event('new', ['DTSTART;VALUE=DATE:20261125', 'DTEND;VALUE=DATE:20261126']) })).status, 201);
  t.is((await send(server, 'PUT', `${calendarPath}utc.ics`, { body: event('utc', ['DTSTART:20261125T020000Z']) })).text, 'system error');
});

test('redirecting one collection leaves the others', async (t) => {
  const server = await started(t, { redirect: { from: calendarPath, to: 'http://127.0.0.1:9/', status: 301 } });
  t.is((await send(server, 'GET', cardPath)).status, 200);
  t.is((await find(server, '/cgi-bin/cal/caldav/', { props: 'd:displayname', user: meiling })).status, 207);
});

test('quirks are read from text: JSON values, bare words, several to one setting', (t) => {
  t.deepEqual(parseQuirks(['utcRefused=false,searchLag=3', 'multigetMissing=omit', 'redirect={"from":"/a/","to":"http://127.0.0.1:9/","status":301},gzip=true', 'hrefAt=@', 'vcardVersion=3.0']), {
    utcRefused: false, searchLag: 3, multigetMissing: 'omit', redirect: { from: '/a/', to: 'http://127.0.0.1:9/', status: 301 }, gzip: true, hrefAt: '@', vcardVersion: '3.0',
  });
});

test('a name that is no quirk, or a value of the wrong kind, is an error that lists or says what is', (t) => {
  t.throws(() => parseQuirks(['utc=false']), { message: /utc is no quirk\. Known: putFalse500, / });
  t.throws(() => parseQuirks(['searchLag=soon']), { message: /searchLag takes a number/ });
  t.throws(() => parseQuirks(['gzip=perhaps']), { message: /gzip takes true or false/ });
  t.throws(() => parseQuirks(['multigetMissing=never']), { message: /multigetMissing takes rows404, omit or whole404/ });
});

test('quirksOf starts from the table and never changes it', (t) => {
  quirksOf().searchLag = 99;
  t.is(quirksOf().searchLag, quirkTable.searchLag.initial);
});
