import test from 'ava';
import { consequenceOf, M2KError } from '../../src/engine/errors.js';
import { failureToError } from '../../src/ps-host/failures.js';
import { HOST_ERRORS, type HostErrorCode } from '../../src/ps-host/protocol.js';

/** What a run does after each code (errors.ts); 'bug' is an error that is no M2KError. */
const EXPECTED: { readonly [C in HostErrorCode]: readonly [code: string, reason: string | undefined, consequence: string] } = {
  Stale: ['Stale', undefined, 'next item'],
  NotFound: ['Stale', 'not-found', 'next item'],
  AlreadyThere: ['AlreadyThere', undefined, 'next item'],
  Refused: ['Refused', undefined, 'next item'],
  Unreadable: ['Unreadable', undefined, 'next item'],
  Busy: ['Busy', 'outlook-busy', 'end run'],
  OutlookDead: ['Unavailable', 'outlook-died', 'end run'],
  OutlookMissing: ['Unavailable', 'outlook-missing', 'end run'],
  OutlookClosed: ['Unavailable', 'outlook-closed', 'end run'],
  Guarded: ['PolicyBlocked', 'outlook-guard', 'stop and tell'],
  PolicyBlocked: ['PolicyBlocked', undefined, 'stop and tell'],
  SecretUnreadable: ['Unauthorized', 'secret-unreadable', 'stop and tell'],
  BadRequest: ['bug', undefined, 'stop and tell'],
  HostBug: ['bug', undefined, 'stop and tell'],
};

for (const code of HOST_ERRORS) {
  const [expected, reason, consequence] = EXPECTED[code];
  test(`${code} of the host is ${expected} to the engine`, (t) => {
    const error = failureToError({ code, message: 'words', hresult: '0x80040109', member: 'Body' });
    t.is(consequenceOf(error), consequence as ReturnType<typeof consequenceOf>);
    if (expected === 'bug') return t.false(error instanceof M2KError);
    return t.like(error, { code: expected, data: { reason, hresult: '0x80040109', field: 'Body', excerpt: 'words' } });
  });
}

test('rule 13: a folder that is gone says nothing of its items', (t) => {
  t.like(failureToError({ code: 'NotFound', message: '', reason: 'folder' }), { code: 'Unavailable', data: { reason: 'folder-gone' } });
});
