import test from 'ava';
import { parseDavError, parseMultistatus, textProp } from '../../../src/engine/dav/multistatus.js';

const URL = 'https://mail.example.com/c/a%40b/';
const ok = (href: string, etag = '"1"'): string =>
  `<d:response><d:href>${href}</d:href><d:propstat><d:prop><d:getetag>${etag}</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`;
const answer = (...rows: readonly string[]): string => `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">${rows.join('')}</d:multistatus>`;

test('the self row is told apart wherever it stands and however it is spelled', (t) => {
  for (const self of ['/c/a%40b/', '/c/a@b', 'https://mail.example.com/c/a%40b']) {
    const { members, self: row } = parseMultistatus(answer(ok('/c/a@b/1.ics'), ok(self), ok('2.ics')), URL);
    t.deepEqual(members.map(({ href }) => href), ['/c/a@b/1.ics', '/c/a%40b/2.ics'], self);
    t.not(row, null, self);
  }
});

test('one bad row is one bad row: the others stand', (t) => {
  const { members, bad } = parseMultistatus(answer(
    ok('1.ics'), '<d:response><d:status>HTTP/1.1 200 OK</d:status></d:response>', ok('https://evil.example/2.ics'),
    '<d:response><d:href>3.ics</d:href><d:status>fine</d:status></d:response>', ok('4.ics')), URL);
  t.deepEqual(members.map(({ href }) => href), ['/c/a%40b/1.ics', '/c/a%40b/4.ics']);
  t.is(bad.length, 3);
});

test('a row with 404 is absent, with 2xx or no status present, with anything else unknown', (t) => {
  const row = (status: string): number | null | undefined =>
    parseMultistatus(answer(`<d:response><d:href>x</d:href><d:status>HTTP/1.1 ${status}</d:status></d:response>`), URL).members[0]?.status;
  t.is(row('404 Not Found'), 404);
  t.is(row('201 Created'), null);
  t.is(row('503 Service Unavailable'), 503);
  t.is(parseMultistatus(answer(ok('x')), URL).members[0]?.status, null);
});

test('a property counts only from a propstat with 2xx; a missing ETag is no missing item', (t) => {
  const text = answer('<d:response><d:href>x</d:href><d:propstat><d:prop><d:getetag/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response>');
  const [row] = parseMultistatus(text, URL).members;
  t.is(textProp(row!, '{DAV:}getetag'), null);
  t.is(row?.status, null);
  t.is(row?.refused.get('{DAV:}getetag'), 404);
});

test('a href that comes twice is one row, and the 507 of a cut-off answer is not lost', (t) => {
  const cut = '<d:response><d:href>/c/a%40b/</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status></d:response>';
  for (const rows of [[ok('/c/a%40b/'), cut], [cut, ok('/c/a%40b/')]]) {
    const { members, self } = parseMultistatus(answer(ok('x y.ics'), ok('x%20y.ics'), ...rows), URL);
    t.is(members.length, 1);
    t.is(self?.status, 507);
  }
});

test('the named precondition of an error is found whatever surrounds it, with the href inside', (t) => {
  const error = '<d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:exception>X</s:exception><c:no-uid-conflict xmlns:c="urn:ietf:params:xml:ns:caldav"><d:href>/c/1.ics</d:href></c:no-uid-conflict></d:error>';
  t.deepEqual(parseDavError(error), { precondition: 'no-uid-conflict', href: '/c/1.ics' });
  t.deepEqual(parseDavError(`<d:multistatus xmlns:d="DAV:"><d:response>${error}</d:response></d:multistatus>`), { precondition: 'no-uid-conflict', href: '/c/1.ics' });
  t.deepEqual(parseDavError('<html>Forbidden'), { precondition: null, href: null });
});

test('a body that is no multistatus is an error', (t) => {
  t.throws(() => parseMultistatus('<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', URL), { message: /multistatus was due/ });
  t.deepEqual(parseMultistatus(answer(), URL), { members: [], self: null, bad: [], syncToken: null });
});
