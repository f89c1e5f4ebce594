import test from 'ava';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import { officeSeed } from '../../../lab/mail2000/office-seed.js';
import { discover, survey } from '../../../src/engine/dav/discovery.js';
import type { Collection } from '../../../src/engine/dav/discovery.js';
import { PROFILES } from '../../../src/engine/dav/profile.js';
import { clientOf, labAccount, xiaoming } from '../../support/lab-account.js';

const ACCOUNT = { profile: PROFILES.mail2000, address: xiaoming };

const told = ({ href, scope, rights }: Collection): string =>
  `${decodeURIComponent(href).split('/').slice(-3, -1).join('/')} ${scope} ${['read', 'add', 'change', 'remove', 'rename'].filter((right) => rights[right as 'read']).join(',')}`;

test('from an address and a host: the own calendars and books with rights, and the company\'s books read-only', async (t) => {
  const { client, close } = await labAccount({ office: officeSeed() });
  const { collections, dropped } = await discover({ client, ...ACCOUNT });
  t.deepEqual(dropped, []);
  t.deepEqual(collections.map(told), [
    `${xiaoming}/default personal read,add,change,remove,rename`, `${xiaoming}/projects personal read,add,change,remove,rename`,
    `${xiaoming}/default personal read,add,change,remove,rename`,
    'm1/0 group read', 'm1/11 local read,add,change,remove', 'm2/0 group read', 'm2/21 group read', 'm2/22 group read', 'm2/23 group read', 'm3/31 group read',
  ]);
  t.deepEqual(collections.map(({ kind }) => kind), ['event', 'event', ...Array<string>(8).fill('contact')]);
  t.like(collections[0], { displayName: '個人行事曆', color: '#2E6DA4', components: ['VEVENT'], href: '/cgi-bin/cal/caldav/calendars/xiaoming%40example.com.tw/default/' });
  await close();
});

test('shared and public calendars come by their URLs, what is not granted is named, and what an administrator says of a book holds', async (t) => {
  const { client, lab, close } = await labAccount({ office: officeSeed() });
  const calendars = `${lab.origin}/cgi-bin/cal/caldav/calendars`;
  const { collections, dropped } = await discover({ client, ...ACCOUNT }, [
    { url: `${calendars}/meiling@example.com.tw/default/` }, { url: `${calendars}/dahua%40example.com.tw/roster` }, { url: `${calendars}/public@example.com.tw/1/` },
    { url: `${calendars}/dahua@example.com.tw/default/` }, { url: 'https://elsewhere.example/c/' }, { url: '/cgi-bin/carddav/addressbooks/m3/31/', scope: 'ldap' },
    // Writable by its privileges, but called a group's book: read-only all the same (M14).
    { url: '/cgi-bin/carddav/addressbooks/m1/11/', scope: 'group' },
  ]);
  t.deepEqual(collections.map(told).filter((text) => /shared|public|ldap|m1\/11/.test(text)), [
    'm1/11 group read', 'm3/31 ldap read', 'meiling@example.com.tw/default shared read', 'dahua@example.com.tw/roster shared read,add,change,remove', 'public@example.com.tw/1 public read',
  ]);
  t.deepEqual(dropped.map(({ reason, status }) => [reason, status]), [['not-granted', 404], ['not-granted', undefined]]);
  await close();
});

test('an owner who made the user a delegate shares all calendars', async (t) => {
  const office = officeSeed();
  const users = office.users.map((user) => (user.email.startsWith('dahua') ? { ...user, delegates: { [xiaoming]: 'read' as const } } : user));
  const { client, close } = await labAccount({ office: { ...office, users } });
  const { collections } = await discover({ client, ...ACCOUNT });
  t.deepEqual(collections.map(told).filter((text) => text.startsWith('dahua')).map((text) => text.split(' ')[1]), ['shared', 'shared']);
  await close();
});

test('without privilege sets the own collections are taken for writable, others\' rights are unknown', async (t) => {
  const { client, close } = await labAccount({ office: officeSeed(), quirks: { privilegesHidden: true } });
  const { collections } = await discover({ client, ...ACCOUNT }, [{ url: '/cgi-bin/cal/caldav/calendars/meiling@example.com.tw/default/' }]);
  t.is(collections[0]?.rights.add, true);
  t.deepEqual(collections.at(-1)?.rights, { read: null, add: null, change: null, remove: null, rename: false });
  await close();
});

test('an empty home is no error (M2000 without a personal book)', async (t) => {
  const { client, close } = await labAccount({ quirks: { personalBookHidden: true } });
  t.deepEqual((await discover({ client, ...ACCOUNT })).collections.map(({ kind }) => kind), ['event']);
  await close();
});

test('a wrong password, a host that is not there and a host that is no Mail2000 are three different things', async (t) => {
  const lab = await startMail2000();
  const failure = async (client: ReturnType<typeof clientOf>): Promise<unknown> => {
    const { code, data } = await t.throwsAsync<Error & { code: string; data: { reason?: string } }>(discover({ client, ...ACCOUNT }));
    client.close();
    return [code, data.reason];
  };
  t.deepEqual(await failure(clientOf(lab, xiaoming, { credential: () => ({ user: xiaoming, password: 'wrong' }) })), ['Unauthorized', 'rejected']);
  t.is(lab.log.filter(({ status }) => status === 401).length, 1, 'one failed login, not two');
  lab.faults.add({ times: 99, fault: { kind: 'answer', status: 404, body: '<html>not here</html>' } });
  t.deepEqual(await failure(clientOf(lab, xiaoming)), ['Unavailable', 'not-a-dav-server']);
  lab.faults.clear();
  lab.faults.add({ times: 99, fault: { kind: 'answer', status: 200, body: '<html>Welcome</html>' } });
  t.deepEqual(await failure(clientOf(lab, xiaoming)), ['Unavailable', 'not-a-dav-server']);
  const late = clientOf(lab, xiaoming);
  await lab.close();
  t.deepEqual(await failure(late), ['Unavailable', 'connection-refused']);
});

test('calendars are found though address books are not served, and the other way round', async (t) => {
  const { client, lab, close } = await labAccount();
  lab.faults.add({ path: '/carddav/', times: 99, fault: { kind: 'answer', status: 404 } });
  t.deepEqual((await discover({ client, ...ACCOUNT })).collections.map(({ kind }) => kind), ['event']);
  lab.faults.clear();
  lab.faults.add({ path: '/caldav/', times: 99, fault: { kind: 'answer', status: 404 } });
  t.deepEqual((await discover({ client, ...ACCOUNT })).collections.map(({ kind }) => kind), ['contact']);
  await close();
});

test('a Mail2000 whose calendars are switched off is told apart from a host that is no Mail2000 and from a portal that has every page', async (t) => {
  const { client, lab, close } = await labAccount({ quirks: { davOff: 'both' } });
  const reasonOf = async (): Promise<unknown> => (await t.throwsAsync<Error & { data: { reason?: string } }>(discover({ client, ...ACCOUNT }))).data.reason;
  t.is(await reasonOf(), 'dav-switched-off');
  t.true(lab.log.filter(({ path }) => path.startsWith('/cgi-bin/login')).every(({ requestHeaders }) => requestHeaders['authorization'] === undefined));
  lab.quirks.davOff = 'calendars';
  t.deepEqual((await discover({ client, ...ACCOUNT })).places.notServed, ['event']);
  await close();
});

test('on a site with single sign-on a refused password is told as one that needs an application password, after one failed login', async (t) => {
  const { client, lab, close } = await labAccount({ quirks: { appPasswordOnly: true } });
  t.like(await t.throwsAsync(discover({ client, ...ACCOUNT })), { code: 'Unauthorized', data: { reason: 'app-password' } });
  t.is(lab.log.filter(({ status }) => status === 401).length, 1);
  await close();
});

test('Mail2000 served at other paths than usual is found by well-known addresses', async (t) => {
  const { client, lab, close } = await labAccount();
  // A site that moved its roots: what the preset knows is not there, and the well-known address leads to the real one.
  const moved = { ...ACCOUNT, profile: { ...PROFILES.mail2000, roots: { caldav: '/old/cal/', carddav: '/old/card/' } } };
  lab.quirks.redirect = { from: '/.well-known/caldav', to: '/cgi-bin/cal/caldav/', status: 301 };
  const { collections } = await discover({ client, ...moved });
  t.deepEqual(collections.map(({ kind, source }) => [kind, source]), [['event', 'home']]);
  await close();
});

test('what was found once is looked at again by one request a place, and a place that is gone is named', async (t) => {
  const { client, lab, close } = await labAccount();
  const account = { client, ...ACCOUNT }, { places, collections } = await discover(account);
  lab.resetLog();
  const again = await survey(account, places);
  t.deepEqual(again.collections, collections);
  t.is(lab.log.length, places.homes.length);
  t.deepEqual((await survey(account, { ...places, homes: [{ ...places.homes[0]!, href: '/cgi-bin/cal/caldav/calendars/nobody/' }] })).lost, ['/cgi-bin/cal/caldav/calendars/nobody/']);
  await close();
});

test('a server that lists all homes shows the public calendars, with where they were found', async (t) => {
  const { client, close } = await labAccount({ office: officeSeed(), quirks: { homesListed: true } });
  const { collections } = await discover({ client, ...ACCOUNT });
  t.deepEqual(collections.filter(({ source }) => source === 'listing').map(told), [
    'public@example.com.tw/1 public read', 'public@example.com.tw/2 public read,add,change,remove',
  ]);
  await close();
});
