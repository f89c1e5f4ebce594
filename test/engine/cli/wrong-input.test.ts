// Every bad input of a person or a program: what is said, the exit code, and that nothing is lost.
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import { ADDRESS, SECRET, connected, labEngine, recordsOf } from './lab-engine.js';

const office = async (t: ExecutionContext) => {
  t.timeout(180_000);
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  return server;
};

const writes = (counts: Readonly<Record<string, number>>): number => ['PUT', 'DELETE', 'PROPPATCH', 'MKCOL', 'MKCALENDAR', 'POST'].reduce((sum, method) => sum + (counts[method] ?? 0), 0);

test('a wrong password is told as such, the next attempt is free, and nothing is stored', async (t) => {
  const server = await office(t);
  const engine = labEngine();
  const { last, exitCode } = await engine.request({ command: 'connect', address: ADDRESS, host: server.origin, secret: 'wrong', keepSecret: true });
  t.like(last, { t: 'error', id: 'M2K.Unauthorized.rejected', code: 'Unauthorized', exitCode: 5 });
  t.is(exitCode, 5);
  t.regex(last.t === 'error' ? last.message + last.remedy : '', /refuses this user name or password.*Connect-M2KSync/s);
  t.false(existsSync(join(engine.profile, 'credentials')));
  t.false(existsSync(join(engine.profile, 'settings.json')));
  t.is((await engine.request({ command: 'connect', address: ADDRESS, host: server.origin, secret: SECRET, keepSecret: true })).exitCode, 0);
});

test('a host that cannot be reached is told apart from a wrong password, and from a server that is no Mail2000', async (t) => {
  const web = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'));
  await new Promise<void>((resolve) => { web.listen(0, '127.0.0.1', resolve); });
  const { port } = web.address() as AddressInfo;
  const engine = labEngine();
  const elsewhere = await engine.request({ command: 'connect', address: ADDRESS, host: `http://127.0.0.1:${port}`, secret: SECRET });
  t.like(elsewhere.last, { t: 'error', id: 'M2K.Unavailable.not-a-dav-server', exitCode: 75 });
  await new Promise((resolve) => { web.close(resolve); });
  const closed = await engine.request({ command: 'connect', address: ADDRESS, host: `http://127.0.0.1:${port}`, secret: SECRET });
  t.like(closed.last, { t: 'error', id: 'M2K.Unavailable.connection-refused', exitCode: 75 });
  t.regex(closed.last.t === 'error' ? closed.last.remedy : '', /Check the mail host/);
  t.false(existsSync(join(engine.profile, 'settings.json')));
});

test('a damaged state stops the run before either side is touched, and stays as it is', async (t) => {
  const server = await office(t);
  const engine = await connected(server.origin);
  await engine.request({ command: 'sync' });
  const state = join(engine.profile, 'state.sqlite');
  for (const name of readdirSync(engine.profile).filter((file) => /state\.sqlite-/.test(file))) writeFileSync(join(engine.profile, name), '');
  writeFileSync(state, 'this is no database, and it is long enough to be read as one'.repeat(100));
  const before = engine.mailbox();
  server.resetLog();
  const { last, exitCode } = await engine.request({ command: 'sync' });
  t.like(last, { t: 'error', id: 'M2K.StateBroken.state-corrupt', exitCode: 1, target: state });
  t.is(exitCode, 1);
  t.true(last.t === 'error' && last.message.includes(state) && /Start-M2KSync -WhatIf/.test(last.remedy));
  t.is(writes(server.counts()), 0);
  t.deepEqual(engine.mailbox(), before);
  t.regex(readFileSync(state, 'utf8'), /^this is no database/);
});

test('desk 6: a second run while one goes on ends at once with 6, and the first is not disturbed', async (t) => {
  const server = await office(t);
  const engine = await connected(server.origin);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => { release = resolve; });
  const reached = new Promise<void>((resolve) => { server.hooks.beforeRequest = async () => { resolve(); await held; }; });
  const first = engine.request({ command: 'sync' });
  await reached;
  const second = await engine.request({ command: 'sync' });
  t.like(second.last, { t: 'error', id: 'M2K.LockHeld', exitCode: 6 });
  t.is(second.exitCode, 6);
  t.like((await engine.request({ command: 'status' })).last, { t: 'result', value: { running: true } });
  release();
  t.is((await first).exitCode, 0);
  t.like((await engine.request({ command: 'status' })).last, { t: 'result', value: { running: false } });
});

test('a bad value in the settings names the key, what is allowed and the file, which stays as it is', async (t) => {
  const server = await office(t);
  const engine = await connected(server.origin);
  const path = join(engine.profile, 'settings.json');
  const bad = readFileSync(path, 'utf8').replace('"clash": "server"', '"clash": "loudest"');
  writeFileSync(path, bad);
  server.resetLog();
  for (const request of [{ command: 'sync' }, { command: 'select', collection: 'x', enabled: false }, { command: 'disconnect' }]) {
    const { last, exitCode } = await engine.request(request);
    t.like(last, { t: 'error', id: 'M2K.Settings.value', exitCode: 2, target: path });
    t.is(exitCode, 2);
    t.true(last.t === 'error' && last.message.includes(path) && /clash/.test(last.message) && /server, outlook, newer/.test(last.remedy));
  }
  t.is(readFileSync(path, 'utf8'), bad);
  t.deepEqual(server.counts(), {});
});

const mistyped: readonly (readonly [readonly string[], RegExp])[] = [
  [['synk'], /m2ksync sync/],
  [['sync', '--acept', 'deletions'], /--accept/],
  [['sync', '--accept', 'everything'], /first-run, deletions/],
  [['collections', '--off'], /--select default-/],
  [['collections', '--select', 'x', '--direction', 'up'], /both/],
  [['connect', '--host', 'mail.example.com'], /--address you@example\.com/],
  [['frobnicate'], /m2ksync --help/],
  [[], /m2ksync status/],
];

for (const [argv, hint] of mistyped) {
  test(`desk 6: "m2ksync ${argv.join(' ')}" ends with 2 and says what to type instead`, async (t) => {
    const { exitCode, stdout, stderr } = await labEngine().command(argv);
    t.is(exitCode, 2);
    t.is(stdout, '');
    t.regex(stderr, hint);
  });
}

test('a mistyped option is refused before its value could be shown: a password given as an argument is not echoed', async (t) => {
  const { exitCode, stderr } = await labEngine().command(['connect', '--address', 'a@example.com', '--host', 'mail.example.com', '--password', 'hunter2']);
  t.is(exitCode, 2);
  t.notRegex(stderr, /hunter2/);
});

test('a request that is no JSON, names no command or carries an unknown field ends with 2 and an example, without its contents', async (t) => {
  const engine = labEngine();
  for (const line of ['hunter2', '{"v":1,"command":"sing","secret":"hunter2"}', '{"v":1,"command":"sync","dry":true}', '{"v":2,"command":"status"}', '{"v":1,"command":"status","profile":"../x"}']) {
    const running = engine.start('--json');
    running.send(`${line}\n`);
    const { last, exitCode, stdout, stderr } = recordsOf(await running.ended);
    t.like(last, { t: 'error', id: 'M2K.Usage', exitCode: 2 }, line);
    t.is(exitCode, 2);
    t.notRegex(stdout + stderr, /hunter2/);
  }
});

test('before connecting, a sync says how to connect', async (t) => {
  const { last, exitCode } = await labEngine().request({ command: 'sync' });
  t.like(last, { t: 'error', id: 'M2K.Settings.not-connected', exitCode: 2 });
  t.is(exitCode, 2);
});

test('desk 5: a secret that is missing or cannot be decrypted asks for the password again, and the server is not asked', async (t) => {
  const server = await office(t);
  const engine = await connected(server.origin);
  server.resetLog();
  writeFileSync(join(engine.profile, 'credentials', 'server.secret'), 'not what was written');
  t.like((await engine.request({ command: 'sync' })).last, { t: 'error', id: 'M2K.Unauthorized.secret-unreadable', exitCode: 5 });
  t.deepEqual(server.counts(), {});
});
