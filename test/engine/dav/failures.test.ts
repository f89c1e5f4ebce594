import test from 'ava';
import { outcomeUnknown, refusal, transportFailure } from '../../../src/engine/dav/failures.js';
import type { Condition } from '../../../src/engine/dav/failures.js';
import { retryAfterMs } from '../../../src/engine/dav/retry-after.js';
import { M2KError } from '../../../src/engine/errors.js';

const error = (name: string, namespace = 'DAV:'): string => `<d:error xmlns:d="DAV:"><x:${name} xmlns:x="${namespace}"/></d:error>`;
const CALDAV = 'urn:ietf:params:xml:ns:caldav';

const ROWS: readonly (readonly [status: number, text: string, condition: Condition, code: string, reason: string])[] = [
  [412, '', 'ifMatch', 'Stale', 'version'],
  [412, '', 'ifNoneMatch', 'AlreadyThere', 'href-taken'],
  // DAViCal says 412 for bad data (Q40).
  [412, '', 'none', 'Refused', 'http-412'],
  [404, '', 'ifMatch', 'Stale', 'gone'],
  [410, '', 'ifMatch', 'Stale', 'gone'],
  [404, '', 'none', 'Refused', 'http-404'],
  [403, error('need-privileges'), 'ifMatch', 'Refused', 'no-right'],
  [403, '', 'ifMatch', 'Refused', 'http-403'],
  [403, error('valid-calendar-data', CALDAV), 'none', 'Refused', 'valid-calendar-data'],
  [403, error('unique-scheduling-object-resource', CALDAV), 'none', 'AlreadyThere', 'unique-scheduling-object-resource'],
  [409, error('no-uid-conflict', CALDAV), 'ifNoneMatch', 'AlreadyThere', 'no-uid-conflict'],
  [409, '', 'none', 'Refused', 'http-409'],
  [413, '', 'none', 'Refused', 'http-413'],
  [415, error('supported-calendar-data', CALDAV), 'none', 'Refused', 'supported-calendar-data'],
  [507, '', 'none', 'Refused', 'insufficient-storage'],
  [507, error('quota-not-exceeded'), 'none', 'Refused', 'quota-not-exceeded'],
  [407, '', 'none', 'Unavailable', 'proxy-login'],
  [500, '', 'ifMatch', 'Unavailable', 'server-error'],
];

for (const [status, text, condition, code, reason] of ROWS) {
  test(`an answer ${status} ${text.match(/x:([\w-]+)/)?.[1] ?? 'without a name'} to a request with ${condition} is ${code}: ${reason}`, (t) => {
    const failure = refusal({ status, headers: {}, text, url: 'https://h.example/c/1.ics' }, condition);
    t.like(failure, { code, data: { reason, status, host: 'h.example' } });
  });
}

test('a request without an answer is Unavailable with a word for why', (t) => {
  const codes = {
    ENOTFOUND: 'host-not-found', EAI_AGAIN: 'host-not-found', ECONNREFUSED: 'connection-refused', ECONNABORTED: 'timed-out', ETIMEDOUT: 'timed-out',
    CERT_HAS_EXPIRED: 'tls', ERR_TLS_CERT_ALTNAME_INVALID: 'tls', SELF_SIGNED_CERT_IN_CHAIN: 'tls', EPROTO: 'tls', ECONNRESET: 'connection-lost', HPE_INVALID_CONSTANT: 'not-a-dav-server',
  };
  const cause = { code: 'SELF_SIGNED_CERT_IN_CHAIN', fingerprint: 'AB:CD' };
  t.like(transportFailure({ code: cause.code, message: '', cause }, { host: 'h' }).data, { reason: 'certificate', fingerprint: 'AB:CD' });
  for (const [code, reason] of Object.entries(codes)) t.is(transportFailure({ code, message: '' }, { host: 'h' }).data.reason, reason, code);
});

test('rule 25: only a write that may have reached the server has an unknown outcome', (t) => {
  const unavailable = (reason: string, status?: number): M2KError => new M2KError('Unavailable', { reason, ...(status === undefined ? {} : { status }) });
  for (const reason of ['timed-out', 'connection-lost', 'too-large']) t.true(outcomeUnknown(unavailable(reason)), reason);
  for (const reason of ['host-not-found', 'connection-refused', 'tls', 'proxy']) t.false(outcomeUnknown(unavailable(reason)), reason);
  t.true(outcomeUnknown(unavailable('server-error', 500)));
  t.true(outcomeUnknown(new M2KError('Busy', { status: 503 })));
  t.false(outcomeUnknown(new M2KError('Busy', { status: 429 })));
  t.false(outcomeUnknown(new M2KError('Refused', { status: 507 })));
  t.false(outcomeUnknown(new Error('bug')));
});

test('Retry-After is read as seconds or a date and kept between 5 seconds and 2 hours', (t) => {
  const now = Date.parse('2026-11-22T08:00:00Z');
  t.is(retryAfterMs('120', now), 120_000);
  t.is(retryAfterMs('1', now), 5_000);
  t.is(retryAfterMs('999999', now), 7_200_000);
  t.is(retryAfterMs('Sun, 22 Nov 2026 08:10:00 GMT', now), 600_000);
  t.is(retryAfterMs('Sun, 22 Nov 2026 07:00:00 GMT', now), 5_000);
  t.is(retryAfterMs('soon', now), null);
  t.is(retryAfterMs(undefined, now), null);
});
