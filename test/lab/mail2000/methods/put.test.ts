import test from 'ava';
import { calendarPath, card, bookPath, errorNames, event, eventPath, meiling, send, started } from '../client.js';
import { caldav, carddav } from '../../../../lab/mail2000/xml/names.js';

test('PUT of a new event answers 201 with an ETag and stores the octets', async (t) => {
  const server = await started(t);
  const body = event('new-1');
  const put = await send(server, 'PUT', `${calendarPath}new.ics`, { body });
  t.is(put.status, 201);
  t.truthy(put.headers.get('etag'));
  const got = await send(server, 'GET', `${calendarPath}new.ics`);
  t.is(got.text, body);
  t.is(got.headers.get('etag'), put.headers.get('etag'));
});

test('PUT over an event answers 204 and changes its ETag', async (t) => {
  const server = await started(t);
  const before = (await send(server, 'GET', eventPath)).headers.get('etag');
  const put = await send(server, 'PUT', eventPath, { body: event('event-1@example.com.tw') });
  t.is(put.status, 204);
  t.not(put.headers.get('etag'), before);
});

test('PUT with a stale If-Match answers 412 and changes nothing', async (t) => {
  const server = await started(t);
  const before = server.office.collection(calendarPath).get('1001.ics');
  const put = await send(server, 'PUT', eventPath, { body: event('event-1@example.com.tw'), headers: { 'if-match': '"stale"' } });
  t.is(put.status, 412);
  t.is(server.office.collection(calendarPath).get('1001.ics'), before);
});

test('PUT with the present ETag in If-Match is done', async (t) => {
  const server = await started(t);
  const etag = (await send(server, 'GET', eventPath)).headers.get('etag') ?? '';
  t.is((await send(server, 'PUT', eventPath, { body: event('event-1@example.com.tw'), headers: { 'if-match': etag } })).status, 204);
});

test('PUT with If-Match on what does not exist answers 412', async (t) => {
  const server = await started(t);
  t.is((await send(server, 'PUT', `${calendarPath}none.ics`, { body: event('x'), headers: { 'if-match': '*' } })).status, 412);
});

test('PUT with If-None-Match:* makes what is new and refuses what is there', async (t) => {
  const server = await started(t);
  const headers = { 'if-none-match': '*' };
  t.is((await send(server, 'PUT', `${calendarPath}new.ics`, { body: event('new-1'), headers })).status, 201);
  t.is((await send(server, 'PUT', eventPath, { body: event('event-1@example.com.tw'), headers })).status, 412);
});

test('PUT of a UID that another object of the collection holds answers 409 and names that object', async (t) => {
  const server = await started(t);
  const put = await send(server, 'PUT', `${calendarPath}other.ics`, { body: event('event-1@example.com.tw') });
  t.is(put.status, 409);
  t.true(errorNames(put).includes(caldav('no-uid-conflict')));
  t.regex(put.text, /<d:href>[^<]*xiaoming%40example\.com\.tw\/default\/1001\.ics<\/d:href>/);
});

test('PUT into a calendar that is not granted answers 404, as one that does not exist', async (t) => {
  const server = await started(t);
  t.is((await send(server, 'PUT', `${calendarPath}new.ics`, { body: event('x'), user: meiling })).status, 404);
  t.is((await send(server, 'PUT', '/cgi-bin/cal/caldav/calendars/xiaoming@example.com.tw/nowhere/new.ics', { body: event('x') })).status, 404);
});

test('PUT of a card answers 201', async (t) => {
  const server = await started(t);
  t.is((await send(server, 'PUT', `${bookPath}new.vcf`, { body: card('c-2') })).status, 201);
});

test('PUT of a card without UID adds one, says so, and gives no ETag', async (t) => {
  const server = await started(t);
  const put = await send(server, 'PUT', `${bookPath}new.vcf`, { body: card('x').replace('UID:x\r\n', '') });
  t.is(put.status, 201);
  t.is(put.headers.get('etag'), null);
  t.is(put.headers.get('x-sabre-ew-gross'), 'yes');
  t.regex(server.office.collection(bookPath).get('new.vcf') ?? '', /^UID:sabre-vobject-/m);
});

const badCard = test.macro({
  title: (given) => `PUT of ${given} into a book answers 415 valid-address-data`,
  async exec(t, body: string) {
    const server = await started(t);
    const put = await send(server, 'PUT', `${bookPath}new.vcf`, { body });
    t.is(put.status, 415);
    t.true(errorNames(put).includes(carddav('valid-address-data')));
    t.is(server.office.collection(bookPath).list().length, 1);
  },
});
test('a card without FN', badCard, card('x').replace('FN:陳大文\r\n', ''));
test('a card with an empty FN', badCard, card('x').replace('FN:陳大文', 'FN:'));
test('a card without VERSION', badCard, card('x').replace('VERSION:3.0\r\n', ''));
test('an event', badCard, event('x'));
test('two cards', badCard, card('x') + card('y'));
test('a card that is not closed', badCard, card('x').replace('END:VCARD\r\n', ''));

const badEvent = test.macro({
  title: (given) => `PUT of ${given} into a calendar is refused and stores nothing`,
  async exec(t, body: string, status: number, condition?: string) {
    const server = await started(t);
    const put = await send(server, 'PUT', `${calendarPath}new.ics`, { body });
    t.is(put.status, status);
    if (condition !== undefined) t.true(errorNames(put).includes(condition));
    t.is(server.office.collection(calendarPath).list().length, 1);
  },
});
test('a card', badEvent, card('x'), 415, caldav('valid-calendar-data'));
test('no text', badEvent, '', 415, caldav('valid-calendar-data'));
test('an event without UID', badEvent, event('x').replace('UID:x\r\n', ''), 400);
test('two events of different UIDs', badEvent, event('x').replace('END:VCALENDAR', 'BEGIN:VEVENT\r\nUID:y\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20261101\r\nEND:VEVENT\r\nEND:VCALENDAR'), 400);
test('a calendar without event', badEvent, event('x').replace(/BEGIN:VEVENT[^]*END:VEVENT\r\n/, ''), 400);
test('a task', badEvent, event('x').replaceAll('VEVENT', 'VTODO'), 403, caldav('supported-calendar-component'));
test('an event with METHOD', badEvent, event('x').replace('VERSION', 'METHOD:REQUEST\r\nVERSION'), 415, caldav('valid-calendar-object-resource'));
test('a description with a raw newline', badEvent, event('x', ['DTSTART;VALUE=DATE:20261101', 'DESCRIPTION:第一行', '第二行']), 415, caldav('valid-calendar-data'));

test('PUT of an event without PRODID repairs it, or refuses it where the client wants strict handling', async (t) => {
  const server = await started(t);
  const body = event('x').replace('PRODID:-//test//EN\r\n', '');
  t.is((await send(server, 'PUT', `${calendarPath}new.ics`, { body, headers: { prefer: 'handling=strict' } })).status, 415);
  const put = await send(server, 'PUT', `${calendarPath}new.ics`, { body });
  t.deepEqual([put.status, put.headers.get('etag')], [201, null]);
  t.regex(server.office.collection(calendarPath).get('new.ics') ?? '', /^PRODID:-\/\/Sabre/m);
});

test('PUT of an object above the limit answers 403 max-resource-size', async (t) => {
  const server = await started(t, { maxSize: 1000 });
  const put = await send(server, 'PUT', `${calendarPath}new.ics`, { body: event('x', ['DTSTART;VALUE=DATE:20261101', `DESCRIPTION:${'x'.repeat(1000)}`]) });
  t.is(put.status, 403);
  t.true(errorNames(put).includes(caldav('max-resource-size')));
});

test('PUT on a collection answers 409', async (t) => {
  const server = await started(t);
  t.is((await send(server, 'PUT', calendarPath, { body: event('x') })).status, 409);
});
