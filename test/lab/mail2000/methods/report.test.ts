import test from 'ava';
import type { ExecutionContext } from 'ava';
import { bookPath, calendarPath, card, cardPath, errorNames, event, eventPath, find, rowsOf, send, started, xml } from '../client.js';
import type { Got } from '../client.js';
import type { Mail2000 } from '../../../../lab/mail2000/server.js';
import { officeSeed } from '../../../../lab/mail2000/office-seed.js';
import { caldav, carddav, dav } from '../../../../lab/mail2000/xml/names.js';
import { childOf, readXml } from '../../../../lab/mail2000/xml/read.js';

const report = (server: Mail2000, path: string, body: string): Promise<Got> => send(server, 'REPORT', path, { body, headers: { depth: '1' } });
const data = '<d:prop><d:getetag/><c:calendar-data/></d:prop>';
const query = (server: Mail2000, path: string, inner: string, prop = data): Promise<Got> =>
  report(server, path, xml('c:calendar-query', `${prop}<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">${inner}</c:comp-filter></c:comp-filter></c:filter>`));
const summaries = (got: Got): readonly string[] => rowsOf(got).map((row) => /^SUMMARY:(.*)$/m.exec(row.found.get(caldav('calendar-data'))?.text ?? '')?.[1]?.trim() ?? '');

test('calendar-multiget gives data and ETag, and a 404 row for what is not there', async (t) => {
  const server = await started(t);
  const rows = rowsOf(await report(server, calendarPath, xml('c:calendar-multiget', `${data}<d:href>${eventPath}</d:href><d:href>${calendarPath}none.ics</d:href>`)));
  t.is(rows[0]?.found.get(caldav('calendar-data'))?.text, server.office.collection(calendarPath).get('1001.ics'));
  t.deepEqual([rows[1]?.href, rows[1]?.status], [`${calendarPath}none.ics`, 404]);
});

test('a multiget takes hrefs as absolute URIs and with %40', async (t) => {
  const server = await started(t);
  const hrefs = [`${server.origin}${eventPath}`, eventPath.replace('@', '%40')];
  t.is(rowsOf(await report(server, calendarPath, xml('c:calendar-multiget', `${data}${hrefs.map((href) => `<d:href>${href}</d:href>`).join('')}`))).filter(({ status }) => status === undefined).length, 2);
});

test('a multiget without href answers 400', async (t) => {
  const server = await started(t);
  t.is((await report(server, calendarPath, xml('c:calendar-multiget', data))).status, 400);
});

test('addressbook-multiget gives cards', async (t) => {
  const server = await started(t);
  const [row] = rowsOf(await report(server, bookPath, xml('a:addressbook-multiget', `<d:prop><a:address-data/></d:prop><d:href>${cardPath}</d:href>`)));
  t.is(row?.found.get(carddav('address-data'))?.text, server.office.collection(bookPath).get('2001.vcf'));
});

test('calendar-query by component lists events', async (t) => {
  const server = await started(t);
  t.deepEqual(summaries(await query(server, calendarPath, '')), ['週會']);
});

const inRange = test.macro({
  title: (given) => `calendar-query by time range: ${given}`,
  async exec(t: ExecutionContext, start: string, end: string, expected: readonly string[]) {
    const server = await started(t, {}, { office: officeSeed() });
    t.deepEqual([...summaries(await query(server, calendarPath, `<c:time-range start="${start}" end="${end}"/>`))].sort(), [...expected].sort());
  },
});
test('a range that ends where the event starts', inRange, '20261124T050000Z', '20261124T060000Z', []);
test('a range that starts where the event ends', inRange, '20261124T080000Z', '20261124T090000Z', []);
test('a second inside the event', inRange, '20261124T075959Z', '20261124T090000Z', ['拜訪大同公司']);
test('a morning finds the weekly meeting of a later week', inRange, '20270111T010000Z', '20270111T030000Z', ['業務部週會']);
test('a leave of whole days is Taipei\'s days', inRange, '20261125T160000Z', '20261125T170000Z', ['特休']);
test('29 February finds the yearly event of that day', inRange, '20280228T160000Z', '20280229T150000Z', ['結婚紀念日', '月底結帳']);
test('an exclusion takes the occurrence out', inRange, '20261225T080000Z', '20261225T083000Z', []);
test('an event in New York\'s zone is found at its instant', inRange, '20261127T010000Z', '20261127T013000Z', ['與紐約辦公室電話會議', '特休']);

test('calendar-query by UID finds the one', async (t) => {
  const server = await started(t, {}, { office: officeSeed() });
  const byUid = (text: string) => query(server, calendarPath, `<c:prop-filter name="UID"><c:text-match collation="i;octet">${text}</c:text-match></c:prop-filter>`);
  t.deepEqual(summaries(await byUid('dentist-0d4e@mail.example.com.tw')), ['牙醫']);
  t.deepEqual(summaries(await byUid('DENTIST-0d4e@mail.example.com.tw')), []);
});

test('calendar-query understands negated matches and properties that are not there', async (t) => {
  const server = await started(t);
  server.office.collection(calendarPath).put('2.ics', event('e-2', ['DTSTART;VALUE=DATE:20261101', 'CLASS:PRIVATE']));
  const count = async (filter: string) => rowsOf(await query(server, calendarPath, filter)).length;
  t.is(await count('<c:prop-filter name="CLASS"><c:is-not-defined/></c:prop-filter>'), 1);
  t.is(await count('<c:prop-filter name="SUMMARY"><c:text-match negate-condition="yes">週會</c:text-match></c:prop-filter>'), 1);
});

test('a query at depth 0 looks at the collection only and finds nothing', async (t) => {
  const server = await started(t);
  const body = xml('c:calendar-query', `${data}<c:filter><c:comp-filter name="VCALENDAR"/></c:filter>`);
  t.deepEqual(rowsOf(await send(server, 'REPORT', calendarPath, { body, headers: { depth: '0' } })), []);
  const books = xml('a:addressbook-query', '<d:prop><d:getetag/></d:prop>');
  t.deepEqual(rowsOf(await send(server, 'REPORT', bookPath, { body: books, headers: { depth: '0' } })), []);
});

test('calendar-query without comp-filter answers 400', async (t) => {
  const server = await started(t);
  t.is((await report(server, calendarPath, xml('c:calendar-query', data))).status, 400);
});

test('expand gives occurrences in UTC without rule', async (t) => {
  const server = await started(t, {}, { office: officeSeed() });
  const prop = '<d:prop><c:calendar-data><c:expand start="20261123T000000Z" end="20261207T000000Z"/></c:calendar-data></d:prop>';
  const got = await query(server, calendarPath, '<c:prop-filter name="UID"><c:text-match>weekly-9f21</c:text-match></c:prop-filter>', prop);
  const text = rowsOf(got)[0]?.found.get(caldav('calendar-data'))?.text ?? '';
  t.deepEqual(text.match(/^DTSTART.*$/gm)?.map((line) => line.trim()), ['DTSTART:20261123T013000Z', 'DTSTART:20261130T013000Z']);
  t.deepEqual(text.match(/^RECURRENCE-ID.*$/gm)?.map((line) => line.trim()), ['RECURRENCE-ID:20261123T013000Z', 'RECURRENCE-ID:20261130T013000Z']);
  t.notRegex(text, /RRULE/);
});

const cards = (server: Mail2000, path: string, inner: string): Promise<Got> => report(server, path, xml('a:addressbook-query', `<d:prop><d:getetag/><a:address-data/></d:prop>${inner}`));

test('addressbook-query without filter lists the whole book, as company books are read', async (t) => {
  const server = await started(t, {}, { office: officeSeed() });
  const rows = rowsOf(await cards(server, '/cgi-bin/carddav/addressbooks/m2/21/', ''));
  t.deepEqual(rows.map((row) => /^UID:(.*)$/m.exec(row.found.get(carddav('address-data'))?.text ?? '')?.[1]?.trim()), ['dahua@example.com.tw', 'xiaoming@example.com.tw']);
});

test('addressbook-query matches by property, any filter or all', async (t) => {
  const server = await started(t);
  server.office.collection(bookPath).put('2.vcf', card('c-2', ['EMAIL:dawen@example.org']));
  const filter = '<a:prop-filter name="EMAIL"><a:text-match match-type="starts-with">DAWEN</a:text-match></a:prop-filter><a:prop-filter name="FN"><a:text-match match-type="equals">林志豪</a:text-match></a:prop-filter>';
  t.is(rowsOf(await cards(server, bookPath, `<a:filter>${filter}</a:filter>`)).length, 2);
  t.is(rowsOf(await cards(server, bookPath, `<a:filter test="allof">${filter}</a:filter>`)).length, 0);
});

test('addressbook-query says with a 507 row that its limit cut the answer', async (t) => {
  const server = await started(t);
  server.office.collection(bookPath).put('3001.vcf', card('c-2'));
  const rows = rowsOf(await cards(server, bookPath, '<a:limit><a:nresults>1</a:nresults></a:limit>'));
  t.deepEqual(rows.map(({ href, status }) => [href, status]), [[cardPath, undefined], [bookPath, 507]]);
});

test('a report that is not supported answers 415 supported-report', async (t) => {
  const server = await started(t);
  const got = await report(server, calendarPath, xml('c:free-busy-query', ''));
  t.is(got.status, 415);
  t.true(errorNames(got).includes(dav('supported-report')));
});

const sync = (server: Mail2000, token: string, limit = ''): Promise<Got> =>
  send(server, 'REPORT', calendarPath, { headers: { depth: '0' }, body: xml('d:sync-collection', `<d:sync-token>${token}</d:sync-token><d:sync-level>1</d:sync-level>${limit}<d:prop><d:getetag/></d:prop>`) });
const tokenOf = (got: Got): string => childOf(readXml(got.text), dav('sync-token'))?.text ?? '';
const summary = (got: Got) => rowsOf(got).map(({ href, status }) => [href.slice(calendarPath.length), status ?? 200]);

test('sync-collection lists all at first, then what changed and what is gone', async (t) => {
  const server = await started(t);
  const calendar = server.office.collection(calendarPath);
  calendar.put('a.ics', event('a'));
  calendar.put('b.ics', event('b'));
  calendar.remove('a.ics');
  const first = await sync(server, '');
  t.deepEqual(summary(first), [['1001.ics', 200], ['b.ics', 200]]);
  t.deepEqual(summary(await sync(server, tokenOf(first))), []);
  calendar.remove('b.ics');
  calendar.put('c.ics', event('c'));
  calendar.put('1001.ics', event('event-1@example.com.tw'));
  t.deepEqual(summary(await sync(server, tokenOf(first))), [['b.ics', 404], ['c.ics', 200], ['1001.ics', 200]]);
});

test('the token of the property is the token of the report', async (t) => {
  const server = await started(t);
  const [row] = rowsOf(await find(server, calendarPath, { props: 'd:sync-token' }));
  t.is(row?.found.get(dav('sync-token'))?.text, tokenOf(await sync(server, '')));
});

test('a token that is none of ours, or of the future, answers 403 valid-sync-token', async (t) => {
  const server = await started(t);
  for (const token of ['bogus', 'http://sabre.io/ns/sync/99', 'http://sabre.io/ns/sync/x']) {
    const got = await sync(server, token);
    t.is(got.status, 403);
    t.true(errorNames(got).includes(dav('valid-sync-token')));
  }
});

test('a limited sync-collection ends in a 507 row, and its token leads on to the rest', async (t) => {
  const server = await started(t);
  for (const name of ['a', 'b']) server.office.collection(calendarPath).put(`${name}.ics`, event(name));
  const limit = '<d:limit><d:nresults>2</d:nresults></d:limit>';
  const first = await sync(server, '', limit);
  t.deepEqual(summary(first), [['1001.ics', 200], ['a.ics', 200], ['', 507]]);
  t.deepEqual(summary(await sync(server, tokenOf(first), limit)), [['b.ics', 200]]);
});
