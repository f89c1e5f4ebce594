// Desk rule 15: the managed first run, and what an administrator sees of all desks.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import { ADDRESS, SECRET, connected, labEngine } from './lab-engine.js';
import type { LabEngine } from './lab-engine.js';

const put = (engine: LabEngine, name: string, value: unknown): void => { writeFileSync(join(engine.root, `mailbox.json.${name}`), JSON.stringify(value)); };
const asked = (engine: LabEngine): readonly { readonly address: string; readonly message: string }[] => {
  const file = join(engine.root, 'mailbox.json.asked');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { address: string; message: string }) : [];
};
const managed = (host: string) => [{ from: 'machinePolicy', name: 'MailHost', value: host }, { from: 'machinePolicy', name: 'AddressTemplate', value: '%UserName%@example.com.tw' }];

test('desk 15: configured by policy and not connected, logon asks once a day with the address filled in; the timer never', async (t) => {
  const engine = labEngine();
  put(engine, 'policy.json', managed('mail.example.com.tw'));
  t.is((await engine.command(['scheduled'])).exitCode, 0);
  t.is(asked(engine).length, 0);
  t.like((await engine.request({ command: 'logon' })).last, { t: 'result', value: { registered: false }, exitCode: 0 });
  t.is(asked(engine).length, 1);
  t.is(asked(engine)[0]!.address, 'xiaoming@example.com.tw');
  t.regex(asked(engine)[0]!.message, /mail\.example\.com\.tw/);
  await engine.request({ command: 'logon' });
  t.is(asked(engine).length, 1, 'not again today');
  const file = join(engine.root, 'sign-in.json'), { at } = JSON.parse(readFileSync(file, 'utf8')) as { at: number };
  writeFileSync(file, JSON.stringify({ at: at - 25 * 3_600_000 }));
  await engine.request({ command: 'logon' });
  t.is(asked(engine).length, 2);
});

test('desk 15: who signs in is connected and synced from then on; a wrong password is an error that says so', async (t) => {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const engine = labEngine();
  put(engine, 'policy.json', managed(server.origin));
  put(engine, 'sign-in', { address: ADDRESS, secret: 'wrong' });
  t.like((await engine.request({ command: 'logon' })).last, { t: 'error', exitCode: 5 });
  const other = labEngine();
  put(other, 'policy.json', managed(server.origin));
  put(other, 'sign-in', { address: ADDRESS, secret: SECRET });
  t.like((await other.request({ command: 'logon' })).last, { t: 'result', value: { registered: true, enabled: true } });
  t.is((await other.command(['scheduled'])).exitCode, 0);
  t.true(other.mailbox().folders.some(({ items }) => items.length > 0));
});

test('without a policy nobody is asked at logon', async (t) => {
  const engine = labEngine();
  await engine.request({ command: 'logon' });
  t.is(asked(engine).length, 0);
});

test('desk 15: an administrator reads the heartbeat of every user and profile, and nothing of what they keep', async (t) => {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const engine = await connected(server.origin);
  await engine.request({ command: 'sync' });
  const other = join(`${engine.root}.users`, 'meiling', 'profiles', 'default');
  mkdirSync(other, { recursive: true });
  writeFileSync(join(other, 'last-run.json'), JSON.stringify({ v: 1, version: '0.1.0', at: '2026-11-22T09:00:00.000Z', exitCode: 5, lastSuccess: null, lastError: 'M2K.Unauthorized.rejected', holds: [], inStep: 0, done: 0, held: 0, failed: 0, scheduled: null, tick: null, idle: null }));
  mkdirSync(join(`${engine.root}.users`, 'nobody'));
  const { last, stdout } = await engine.request({ command: 'all-status' });
  const { desks, denied } = (last as unknown as { value: { desks: readonly { user: string; profile: string; beat: { exitCode: number } | null }[]; denied: number } }).value;
  t.deepEqual(desks.map(({ user, profile, beat }) => [user, profile, beat?.exitCode]), [['xiaoming', 'default', 0], ['meiling', 'default', 5]]);
  t.is(denied, 0);
  t.notRegex(stdout, /週會|example\.com\.tw/);
  t.regex((await engine.command(['all-status'])).stdout, /meiling.*M2K\.Unauthorized\.rejected/);
});
