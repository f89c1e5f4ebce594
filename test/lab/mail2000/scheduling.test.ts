import test from 'ava';
import { event } from './client.js';
import { mailsOf } from '../../../lab/mail2000/scheduling.js';
import type { Mail } from '../../../lab/mail2000/mail.js';

const organizer = 'ORGANIZER:mailto:me@example.com.tw';
const meeting = (lines: readonly string[], head = organizer): string => event('m', ['DTSTART;VALUE=DATE:20261101', head, ...lines]);
const write = { user: 'me@example.com.tw', before: undefined, after: undefined, quiet: false };
const other = 'ATTENDEE:mailto:other@example.com.tw';
const told = { to: 'other@example.com.tw', uid: 'm' };

test('the organizer\'s write invites, and takes back who is no longer invited', (t) => {
  t.deepEqual(mailsOf({ ...write, after: meeting([other, 'ATTENDEE:mailto:me@example.com.tw']) }), [{ method: 'REQUEST', ...told }]);
  t.deepEqual(mailsOf({ ...write, before: meeting([other]), after: meeting([]) }), [{ method: 'CANCEL', ...told }]);
  t.deepEqual(mailsOf({ ...write, before: meeting([other]) }), [{ method: 'CANCEL', ...told }]);
});

test('SCHEDULE-AGENT=CLIENT keeps the server from mailing', (t) => {
  t.deepEqual(mailsOf({ ...write, after: meeting([other.replace('ATTENDEE', 'ATTENDEE;SCHEDULE-AGENT=CLIENT')]) }), []);
  t.deepEqual(mailsOf({ ...write, after: meeting([other], organizer.replace('ORGANIZER', 'ORGANIZER;SCHEDULE-AGENT=CLIENT')) }), []);
});

test('an attendee answers when his answer changes or he deletes, unless Schedule-Reply is F', (t) => {
  const invited = (answer: string) => meeting([`ATTENDEE;PARTSTAT=${answer}:mailto:me@example.com.tw`], 'ORGANIZER:mailto:other@example.com.tw');
  const reply: readonly Mail[] = [{ method: 'REPLY', ...told }];
  t.deepEqual(mailsOf({ ...write, before: invited('NEEDS-ACTION'), after: invited('ACCEPTED') }), reply);
  t.deepEqual(mailsOf({ ...write, before: invited('ACCEPTED'), after: invited('ACCEPTED') }), []);
  t.deepEqual(mailsOf({ ...write, before: invited('ACCEPTED') }), reply);
  t.deepEqual(mailsOf({ ...write, before: invited('ACCEPTED'), quiet: true }), []);
});

test('an event without organizer, or a text that is none, mails nobody', (t) => {
  t.deepEqual(mailsOf({ ...write, after: event('m') }), []);
  t.deepEqual(mailsOf({ ...write, after: '' }), []);
});
