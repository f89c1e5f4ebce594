import test from 'ava';
import { hrefKey, isUnreserved, resolveHref } from '../../../src/engine/dav/hrefs.js';

const BASE = 'https://mail.example.com/cgi-bin/cal/caldav/calendars/a%40b/default/';

test('spellings of one href have one key', (t) => {
  const same = ['/c/a@b/x y.ics', '/c/a%40b/x%20y.ics', '/c//a%40b/x%20y.ics', '/%63/a%40b/x%20y.ics'];
  t.deepEqual(new Set(same.map(hrefKey)), new Set(['/c/a@b/x y.ics']));
  t.is(hrefKey('/c/%E4%BC%9A/'), '/c/会');
});

test('case, encoded slashes and encoded percent signs keep hrefs apart', (t) => {
  const apart = ['/c/a', '/c/A', '/c/a%2Fb', '/c/a/b', '/c/%2541', '/c/A%'];
  t.is(new Set(apart.map(hrefKey)).size, apart.length);
  t.is(hrefKey('/c/%ff%2f'), '/c/%FF%2F');
});

test('a href is resolved on our origin and keeps the server\'s spelling', (t) => {
  t.is(resolveHref('x%40y.ics', BASE), '/cgi-bin/cal/caldav/calendars/a%40b/default/x%40y.ics');
  t.is(resolveHref(' /c/x y.ics\n', BASE), '/c/x%20y.ics');
  t.is(resolveHref('https://mail.example.com/c/x', BASE), '/c/x');
  // The application behind a proxy that ends TLS.
  t.is(resolveHref('http://mail.example.com:8080/c/x', BASE), '/c/x');
});

test('a relative name with a colon is a name, not a scheme', (t) => {
  t.is(resolveHref('a:b.vcf', BASE), '/cgi-bin/cal/caldav/calendars/a%40b/default/a:b.vcf');
});

test('a href on another host is refused', (t) => {
  t.throws(() => resolveHref('https://evil.example/c/x', BASE), { message: /evil\.example/ });
  t.is(resolveHref('//evil.example/c/x', BASE), '/evil.example/c/x');
});

test('only names that nobody spells in a second way are names of our own', (t) => {
  for (const name of ['040000008200E0', 'a.b-c_d~e', '6f1c']) t.true(isUnreserved(name), name);
  for (const name of ['', '.', '..', '.hidden', 'a b', 'a@b', 'a/b', '漢', 'a%']) t.false(isUnreserved(name), name);
});
