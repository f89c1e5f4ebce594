import test from 'ava';
import type { ExecutionContext } from 'ava';
import { dahua, errorNames, event, find, meiling, rowsOf, send, started, xiaoming, xml } from './client.js';
import type { Right } from '../../../lab/mail2000/records.js';
import { privilegesOf } from '../../../lab/mail2000/rights.js';
import { officeSeed } from '../../../lab/mail2000/office-seed.js';
import { dav } from '../../../lab/mail2000/xml/names.js';
import { readXml } from '../../../lab/mail2000/xml/read.js';

const roster = `/cgi-bin/cal/caldav/calendars/${dahua}/roster/`;

interface Expected { readonly read: number; readonly add: number; readonly change: number; readonly remove: number; readonly rename: number; readonly privileges: readonly string[] }

const granted = test.macro({
  title: (_given, rights: readonly Right[]) => `who was granted [${rights.join(', ')}] may do that and no more`,
  async exec(t: ExecutionContext, rights: readonly Right[], expected: Expected) {
    const server = await started(t, {}, { office: officeSeed() });
    server.office.collection(roster).grant(xiaoming, rights);
    const status = async (method: string, name: string, body?: string) => (await send(server, method, `${roster}${name}`, body === undefined ? {} : { body })).status;
    const privileges = (await find(server, roster, { props: 'd:current-user-privilege-set' }));
    const rename = xml('d:propertyupdate', '<d:set><d:prop><d:displayname>新名</d:displayname></d:prop></d:set>');
    t.deepEqual({
      read: await status('GET', '1762330501.ics'), add: await status('PUT', 'new.ics', event('new')), change: await status('PUT', '1762330501.ics', event('duty-d1@mail.example.com.tw')),
      remove: await status('DELETE', '1762330502.ics'), rename: await status('PROPPATCH', '', rename),
      privileges: privileges.status === 404 ? [] : (rowsOf(privileges)[0]?.found.get(dav('current-user-privilege-set'))?.children ?? []).map((privilege) => privilege.children[0]?.name.slice('{DAV:}'.length) ?? ''),
    }, { ...expected });
  },
});
const own = 'read-current-user-privilege-set';
test(granted, [], { read: 404, add: 404, change: 404, remove: 404, rename: 404, privileges: [] });
test(granted, ['read'], { read: 200, add: 403, change: 403, remove: 403, rename: 403, privileges: ['read', own] });
test(granted, ['read', 'add'], { read: 200, add: 201, change: 403, remove: 403, rename: 403, privileges: ['read', 'bind', own] });
test(granted, ['read', 'add', 'change'], { read: 200, add: 201, change: 204, remove: 403, rename: 403, privileges: ['read', 'bind', 'write-content', own] });
test(granted, ['read', 'remove'], { read: 200, add: 403, change: 403, remove: 204, rename: 403, privileges: ['read', 'unbind', own] });
test(granted, ['read', 'add', 'change', 'remove'], { read: 200, add: 201, change: 204, remove: 204, rename: 403, privileges: ['read', 'bind', 'write-content', 'unbind', own] });
test(granted, ['read', 'add', 'change', 'remove', 'rename'], { read: 200, add: 201, change: 204, remove: 204, rename: 207, privileges: ['write', 'unlock', 'read', 'bind', 'write-content', 'unbind', 'write-properties', own] });

test('a refusal names the privilege that is missing and the resource it is missing on', async (t) => {
  const server = await started(t, {}, { office: officeSeed() });
  server.office.collection(roster).grant(xiaoming, ['read']);
  const needs = async (method: string, name: string, body?: string) => {
    const got = await send(server, method, `${roster}${name}`, body === undefined ? {} : { body });
    t.true(errorNames(got).includes(dav('need-privileges')));
    const resource = readXml(got.text).children.find((child) => child.name === dav('need-privileges'))?.children[0];
    return [decodeURIComponent(resource?.children[0]?.text ?? ''), resource?.children[1]?.children[0]?.name];
  };
  t.deepEqual(await needs('PUT', 'new.ics', event('x')), [roster, dav('bind')]);
  t.deepEqual(await needs('PUT', '1762330501.ics', event('x')), [`${roster}1762330501.ics`, dav('write-content')]);
  t.deepEqual(await needs('DELETE', '1762330501.ics'), [roster, dav('unbind')]);
});

const scope = test.macro({
  title: (given) => `rights of ${given}`,
  async exec(t: ExecutionContext, path: string, user: string, writable: boolean) {
    const server = await started(t, {}, { office: officeSeed() });
    const rows = rowsOf(await find(server, path, { user, props: 'd:current-user-privilege-set' }));
    const names = rows[0]?.found.get(dav('current-user-privilege-set'))?.children.map((privilege) => privilege.children[0]?.name) ?? [];
    t.is(names.includes(dav('bind')), writable);
    const body = path.includes('carddav') ? 'BEGIN:VCARD\r\nVERSION:3.0\r\nUID:n\r\nFN:n\r\nEND:VCARD\r\n' : event('n');
    t.is((await send(server, 'PUT', `${path}n`, { user, body })).status, writable ? 201 : 403);
  },
});
const calendars = '/cgi-bin/cal/caldav/calendars';
const books = '/cgi-bin/carddav/addressbooks';
test('one\'s own calendar', scope, `${calendars}/${xiaoming}/default/`, xiaoming, true);
test('a calendar shared for reading', scope, `${calendars}/${meiling}/default/`, xiaoming, false);
test('a calendar shared for writing', scope, roster, xiaoming, true);
test('the public calendar that all read', scope, `${calendars}/public@example.com.tw/1/`, xiaoming, false);
test('the public calendar for who keeps it', scope, `${calendars}/public@example.com.tw/1/`, meiling, true);
test('the public calendar that all write', scope, `${calendars}/public@example.com.tw/2/`, dahua, true);
test('one\'s own book', scope, `${books}/${xiaoming}/default/`, xiaoming, true);
test('a local book by permission', scope, `${books}/m1/11/`, xiaoming, true);
test('a local book without permission', scope, `${books}/m1/11/`, dahua, false);
test('a group book', scope, `${books}/m2/21/`, xiaoming, false);
test('an LDAP book', scope, `${books}/m3/31/`, meiling, false);

test('who knows of a calendar without the right to read it sees it empty, and is refused its content', async (t) => {
  const server = await started(t, {}, { office: officeSeed() });
  server.office.collection(roster).grant(xiaoming, ['freeBusy']);
  const rows = rowsOf(await find(server, roster, { depth: '1', props: 'd:getetag d:current-user-privilege-set' }));
  t.is(rows.length, 1);
  t.regex((await find(server, roster, { props: 'd:current-user-privilege-set' })).text, /cal:read-free-busy/);
  t.is((await send(server, 'GET', `${roster}1762330501.ics`)).status, 403);
  t.is((await find(server, `${roster}1762330501.ics`, { props: 'd:getetag' })).status, 403);
  const query = await send(server, 'REPORT', roster, { headers: { depth: '1' }, body: xml('c:calendar-multiget', `<d:prop/><d:href>${roster}1762330501.ics</d:href>`) });
  t.is(query.status, 403);
  t.true(errorNames(query).includes(dav('need-privileges')));
});

test('`write` is only said where all its parts are held', (t) => {
  t.false(privilegesOf(new Set<Right>(['read', 'add', 'change', 'remove']), false).includes(dav('write')));
});

test('who acts for the owner reads or writes all his calendars', async (t) => {
  const server = await started(t, {}, { office: officeSeed() });
  const path = `${calendars}/${dahua}/default/`;
  const put = async () => (await send(server, 'PUT', `${path}n.ics`, { body: event('n') })).status;
  t.is(await put(), 404);
  server.office.user(dahua).delegate(xiaoming, 'read');
  t.is(await put(), 403);
  server.office.user(dahua).delegate(xiaoming, 'write');
  t.is(await put(), 201);
  server.office.user(dahua).delegate(xiaoming, 'nothing');
  t.is(await put(), 404);
});

test('MOVE needs the right to remove here and to add there', async (t) => {
  const server = await started(t, {}, { office: officeSeed() });
  const destination = (path: string) => ({ headers: { destination: `${server.origin}${path}x.ics` } });
  const from = `${calendars}/${meiling}/default/1762320301.ics`;
  t.is((await send(server, 'MOVE', from, destination(`${calendars}/${xiaoming}/default/`))).status, 403);
  t.is((await send(server, 'COPY', from, destination(`${calendars}/public@example.com.tw/1/`))).status, 403);
  t.is((await send(server, 'COPY', from, destination(`${calendars}/${xiaoming}/default/`))).status, 201);
});
