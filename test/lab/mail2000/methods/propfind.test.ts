import test from 'ava';
import { bookPath, calendarPath, dahua, eventPath, find, meiling, rowsOf, send, started, xiaoming, xml } from '../client.js';
import { officeSeed } from '../../../../lab/mail2000/office-seed.js';
import { properties } from '../../../../lab/mail2000/properties/table.js';
import { apple, caldav, calendarServer, carddav, dav } from '../../../../lab/mail2000/xml/names.js';

const calBase = '/cgi-bin/cal/caldav/';
const cardBase = '/cgi-bin/carddav/';

test('discovery goes from the base to the principal to the home to its calendars', async (t) => {
  const server = await started(t, {}, { office: officeSeed() });
  const [base] = rowsOf(await find(server, calBase, { props: 'd:current-user-principal d:principal-collection-set' }));
  const principal = base?.found.get(dav('current-user-principal'))?.children[0]?.text ?? '';
  t.is(principal, `${calBase}principals/xiaoming%40example.com.tw/`);
  const [person] = rowsOf(await find(server, principal, { props: 'c:calendar-home-set d:displayname c:calendar-user-address-set d:principal-URL d:resourcetype' }));
  const home = person?.found.get(caldav('calendar-home-set'))?.children[0]?.text ?? '';
  t.is(home, `${calBase}calendars/xiaoming%40example.com.tw/`);
  t.is(person?.found.get(dav('displayname'))?.text, '王小明');
  t.deepEqual(person?.found.get(caldav('calendar-user-address-set'))?.children.map(({ text }) => text), [`mailto:${xiaoming}`, principal]);
  const rows = rowsOf(await find(server, home, { depth: '1', props: 'd:resourcetype d:displayname' }));
  t.deepEqual(rows.map(({ href }) => href), [`${calBase}calendars/${xiaoming}/`, `${calBase}calendars/${xiaoming}/default/`, `${calBase}calendars/${xiaoming}/projects/`]);
  t.deepEqual(rows[1]?.found.get(dav('resourcetype'))?.children.map(({ name }) => name), [dav('collection'), caldav('calendar')]);
});

test('%40 and @ lead to the same place', async (t) => {
  const server = await started(t);
  const hrefs = await Promise.all([calendarPath, calendarPath.replace('@', '%40')].map(async (path) => rowsOf(await find(server, path, { props: 'd:displayname' }))[0]?.href));
  t.deepEqual(hrefs, [calendarPath, calendarPath]);
});

test('a calendar tells what it is, takes and allows', async (t) => {
  const server = await started(t);
  const [row] = rowsOf(await find(server, calendarPath, {
    props: 'd:displayname cs:getctag d:sync-token d:supported-report-set c:supported-calendar-component-set c:supported-calendar-data c:max-resource-size d:current-user-privilege-set d:owner i:calendar-color d:creationdate',
  }));
  t.deepEqual([...row?.statuses.values() ?? []], Array.from({ length: 11 }, () => 200));
  const text = (name: string) => row?.found.get(name)?.text;
  t.is(text(calendarServer('getctag')), text(dav('sync-token')));
  t.is(text(apple('calendar-color')), '#2E6DA4FF');
  t.is(text(caldav('max-resource-size')), '10000000');
  t.deepEqual(row?.found.get(dav('supported-report-set'))?.children.map((report) => report.children[0]?.children[0]?.name), [caldav('calendar-query'), caldav('calendar-multiget'), dav('sync-collection')]);
  t.deepEqual(row?.found.get(caldav('supported-calendar-component-set'))?.children.map(({ attributes }) => attributes['name']), ['VEVENT']);
  t.is(row?.found.get(dav('owner'))?.children[0]?.text, `${calBase}principals/xiaoming%40example.com.tw/`);
  const privileges = row?.found.get(dav('current-user-privilege-set'))?.children.map((privilege) => privilege.children[0]?.name) ?? [];
  t.true(['all', 'read', 'write', 'bind', 'unbind', 'write-content', 'write-properties'].every((name) => privileges.includes(dav(name))));
});

test('an address book tells which cards it takes', async (t) => {
  const server = await started(t);
  const [row] = rowsOf(await find(server, bookPath, { props: 'd:resourcetype a:supported-address-data a:max-resource-size cs:getctag' }));
  t.deepEqual(row?.found.get(dav('resourcetype'))?.children.map(({ name }) => name), [dav('collection'), carddav('addressbook')]);
  t.deepEqual(row?.found.get(carddav('supported-address-data'))?.children.map(({ attributes }) => attributes['version']), ['3.0', '4.0']);
});

test('unknown properties, and the outbox of a server without scheduling, come in a 404 propstat', async (t) => {
  const server = await started(t);
  const [row] = rowsOf(await find(server, `${calBase}principals/${xiaoming}/`, { props: 'd:displayname c:schedule-outbox-URL' }));
  t.is(row?.statuses.get(caldav('schedule-outbox-URL')), 404);
  const [unknown] = rowsOf(await send(server, 'PROPFIND', calendarPath, { headers: { depth: '0' }, body: '<p:propfind xmlns:p="DAV:"><p:prop><x xmlns="urn:x"/></p:prop></p:propfind>' }));
  t.deepEqual([...unknown?.statuses ?? []], [['{urn:x}x', 404]]);
});

test('depth 1 on a calendar lists it and its members with their ETags', async (t) => {
  const server = await started(t);
  const rows = rowsOf(await find(server, calendarPath, { depth: '1', props: 'd:getetag d:getcontenttype' }));
  t.deepEqual(rows.map(({ href }) => href), [calendarPath, eventPath]);
  t.is(rows[0]?.statuses.get(dav('getetag')), 404);
  t.is(rows[1]?.found.get(dav('getetag'))?.text, (await send(server, 'GET', eventPath)).headers.get('etag') ?? '');
});

test('an infinite or missing depth is refused', async (t) => {
  const server = await started(t);
  t.is((await find(server, calendarPath, { depth: 'infinity', props: 'd:getetag' })).status, 403);
  t.regex((await send(server, 'PROPFIND', calendarPath)).text, /propfind-finite-depth/);
});

test('a PROPFIND without body gives the common properties, propname only names', async (t) => {
  const server = await started(t);
  const [all] = rowsOf(await send(server, 'PROPFIND', calendarPath, { headers: { depth: '0' } }));
  t.true(all?.found.has(dav('displayname')) && !all.found.has(dav('supported-report-set')));
  const [names] = rowsOf(await send(server, 'PROPFIND', calendarPath, { headers: { depth: '0' }, body: xml('d:propfind', '<d:propname/>') }));
  t.true(names?.found.has(dav('supported-report-set')));
  t.is(names?.found.get(dav('displayname'))?.text, '');
});

test('shared calendars are reachable and not listed; ungranted ones are not there', async (t) => {
  const server = await started(t, {}, { office: officeSeed() });
  const status = async (path: string) => (await find(server, path, { props: 'd:displayname' })).status;
  t.is(await status(`${calBase}calendars/${meiling}/default/`), 207);
  t.is(await status(`${calBase}calendars/${meiling}/`), 404);
  t.is(await status(`${calBase}calendars/${dahua}/default/`), 404);
  t.is(await status(`${calBase}calendars/${dahua}/roster/`), 207);
});

test('public calendars are in the home of a pseudo-principal', async (t) => {
  const server = await started(t, {}, { office: officeSeed() });
  const rows = rowsOf(await find(server, `${calBase}calendars/public@example.com.tw/`, { depth: '1', props: 'd:displayname' }));
  t.deepEqual(rows.slice(1).map((row) => row.found.get(dav('displayname'))?.text), ['公司行事曆', '會議室預約']);
});

test('the company principal leads to the homes of its books, a collection per group named NAME(/PATH)', async (t) => {
  const server = await started(t, {}, { office: officeSeed() });
  const [principal] = rowsOf(await find(server, `${cardBase}principals/mPA.000@example.com.tw/`, { props: 'a:addressbook-home-set' }));
  const homes = principal?.found.get(carddav('addressbook-home-set'))?.children.map(({ text }) => text) ?? [];
  t.deepEqual(homes, ['m1', 'm2', 'm3'].map((home) => `${cardBase}addressbooks/${home}/`));
  const rows = rowsOf(await find(server, homes[1] ?? '', { depth: '1', props: 'd:displayname' }));
  t.deepEqual(rows.slice(1).map((row) => row.found.get(dav('displayname'))?.text), ['/', '業務部(/業務部)', '北區業務(/業務部/北區業務)', '管理部(/管理部)']);
});

test('calendar-proxy names those who delegated, and their home opens', async (t) => {
  const server = await started(t, {}, { office: officeSeed() });
  const proxies = async () => rowsOf(await find(server, `${calBase}principals/${xiaoming}/`, { props: 'cs:calendar-proxy-read-for cs:calendar-proxy-write-for' }))[0]?.found;
  t.deepEqual((await proxies())?.get(calendarServer('calendar-proxy-write-for'))?.children, []);
  server.office.user(dahua).delegate(xiaoming, 'write');
  t.is((await proxies())?.get(calendarServer('calendar-proxy-write-for'))?.children[0]?.text, `${calBase}principals/dahua%40example.com.tw/`);
  t.is(rowsOf(await find(server, `${calBase}calendars/${dahua}/`, { depth: '1', props: 'd:displayname' })).length, 3);
});

test('a body that is no XML, or brings a DTD or an unknown entity, answers 400', async (t) => {
  const server = await started(t);
  const status = async (body: string) => (await send(server, 'PROPFIND', calendarPath, { headers: { depth: '0' }, body })).status;
  t.is(await status('<d:propfind'), 400);
  t.is(await status('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><propfind xmlns="DAV:"><prop><displayname/></prop></propfind>'), 400);
  t.is(await status('<propfind xmlns="DAV:"><prop><displayname>&e;</displayname></prop></propfind>'), 400);
  t.is(await status('<x:propfind><x:prop/></x:propfind>'), 400);
});

test('every property row has a name of its own', (t) => {
  t.is(new Set(properties.map(({ name }) => name)).size, properties.length);
});
