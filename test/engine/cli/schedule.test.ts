// The timer's part of the engine: the task, the interval, pausing, and a run that has nothing to do (mission M7-M9, desk-rules.md 8, 11).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import type { PolicyValue } from '../../../src/engine/config/policy.js';
import type { Heartbeat } from '../../../src/engine/cli/heartbeat.js';
import { takeLock } from '../../../src/engine/state/lock.js';
import { connected, labEngine } from './lab-engine.js';
import type { LabEngine } from './lab-engine.js';

async function office(t: ExecutionContext) {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  return { server, engine: await connected(server.origin) };
}
const taskFile = (engine: LabEngine): string => join(engine.root, 'mailbox.json.task.xml');
const beatOf = (engine: LabEngine): Heartbeat => JSON.parse(readFileSync(join(engine.profile, 'last-run.json'), 'utf8')) as Heartbeat;
const bind = (name: string, value: string | number): PolicyValue => ({ from: 'machinePolicy', name, value });
const tick = (engine: LabEngine) => engine.command(['scheduled', '--json']);
const asked = (server: Awaited<ReturnType<typeof startMail2000>>): number => server.log.length;

test('M7: the task is registered with the interval that was set, takes another over at once, and is taken away', async (t) => {
  const { engine } = await office(t);
  t.like((await engine.request({ command: 'task', action: 'get' })).last, { t: 'result', value: { task: { registered: false, intervalMinutes: 15, atLogOn: true, pausedAt: null } } });
  await engine.request({ command: 'schedule', intervalMinutes: 5 });
  t.false(existsSync(taskFile(engine)), 'setting the interval registers nothing');
  t.like((await engine.request({ command: 'task', action: 'register' })).last, { t: 'result', value: { task: { registered: true, enabled: true, intervalMinutes: 5, taskInterval: 5 } } });
  t.regex(readFileSync(taskFile(engine), 'utf8'), /<Interval>PT5M</);
  t.like((await engine.request({ command: 'schedule', intervalMinutes: 90, atLogOn: false })).last, { value: { task: { taskInterval: 90, atLogOn: false } } });
  t.regex(readFileSync(taskFile(engine), 'utf8'), /<LogonTrigger>\s*<Enabled>false</);
  t.like((await engine.request({ command: 'task', action: 'unregister' })).last, { value: { removed: 1, task: { registered: false, intervalMinutes: 90 } } });
});

test('M7: no other interval, and no task for who is not connected', async (t) => {
  const engine = labEngine();
  t.like((await engine.request({ command: 'schedule', intervalMinutes: 7 })).last, { t: 'error', code: 'Usage', exitCode: 2 });
  t.like((await engine.request({ command: 'task', action: 'register' })).last, { t: 'error', id: 'M2K.Settings.not-connected' });
  t.like((await engine.command(['schedule', '--minutes', '7'])), { exitCode: 2 });
});

test('desk 11: what the task starts syncs every connected profile, and its heartbeat says so', async (t) => {
  const { engine } = await office(t);
  const { exitCode, stdout } = await tick(engine);
  t.is(exitCode, 0);
  t.regex(stdout, /"command":"scheduled"/);
  t.like(beatOf(engine), { exitCode: 0, idle: null });
  t.true(engine.mailbox().folders.some((folder) => folder.items.length > 0));
  t.true(beatOf(engine).scheduled !== null && beatOf(engine).tick !== null);
});

test('M8: paused, the run in progress finishes, the timer does nothing at all, and a person still syncs; resumed, it goes on', async (t) => {
  const { engine, server } = await office(t);
  // Paused as the run has just begun to ask the server, which answers only then.
  let paused: ReturnType<LabEngine['request']> | null = null;
  server.hooks.beforeRequest = async () => { await (paused ??= engine.request({ command: 'pause', paused: true })); };
  t.is((await engine.command(['sync', '--accept', 'first-run', '--json'])).exitCode, 0);
  t.like((await (paused as unknown as ReturnType<LabEngine['request']>)).last, { t: 'result', exitCode: 0 });
  t.true(engine.mailbox().folders.some((folder) => folder.items.length > 0), 'what was on the server came');
  server.hooks.beforeRequest = () => undefined;
  const before = beatOf(engine), requests = asked(server);
  t.is((await tick(engine)).exitCode, 0);
  t.is(asked(server), requests, 'the server was not asked');
  t.like(beatOf(engine), { idle: 'M2K.Unavailable.paused', at: before.at, exitCode: before.exitCode, scheduled: null }, 'how the last run ended stays known');
  t.like((await engine.request({ command: 'sync' })).last, { t: 'result', exitCode: 0 });
  t.like((await engine.request({ command: 'status' })).last, { value: { paused: true } });
  await engine.request({ command: 'pause', paused: false });
  t.is((await tick(engine)).exitCode, 0);
  t.true(asked(server) > requests);
  t.like(beatOf(engine), { idle: null, exitCode: 0 });
});

test('desk 11: the timer that comes by more often than policy wants finds nothing due', async (t) => {
  const { engine, server } = await office(t);
  await engine.request({ command: 'sync', accept: ['firstRun'] });
  t.is((await tick(engine)).exitCode, 0);
  engine.policy(bind('IntervalMinutes', 60));
  const requests = asked(server);
  t.is((await tick(engine)).exitCode, 0);
  t.is(beatOf(engine).idle, 'M2K.Unavailable.not-due');
  t.is(asked(server), requests);
});

test('desk 8: with Outlook closed the timer ends softly and remembers the last run; policy StartOutlook lets it start', async (t) => {
  const { engine } = await office(t);
  await engine.request({ command: 'sync', accept: ['firstRun'] });
  engine.changeMailbox((now) => ({ ...now, closed: true }));
  t.is((await tick(engine)).exitCode, 0);
  t.like(beatOf(engine), { idle: 'M2K.Unavailable.outlook-closed', exitCode: 0, lastError: null });
  engine.policy(bind('StartOutlook', 'always'));
  t.is((await tick(engine)).exitCode, 0);
  t.like(beatOf(engine), { idle: null, exitCode: 0 });
});

test('desk 6: while another run holds the lock the timer ends with 6 and leaves its heartbeat to it', async (t) => {
  const { engine } = await office(t);
  await engine.request({ command: 'sync', accept: ['firstRun'] });
  const before = beatOf(engine), lock = takeLock(engine.profile);
  t.is((await tick(engine)).exitCode, 6);
  lock.release();
  t.deepEqual(beatOf(engine), before);
});

test('desk 6: of several profiles each has its run, and the worst end is the exit code', async (t) => {
  const { engine, server } = await office(t);
  await engine.request({ command: 'sync', accept: ['firstRun'] });
  const { last } = await engine.request({ command: 'connect', profile: 'second', address: 'xiaoming@example.com.tw', host: server.origin, secret: 'lab-王小明-1', keepSecret: true });
  t.is(last.t, 'result');
  const wrong = Buffer.from('wrong', 'utf16le').toString('hex');
  mkdirSync(join(engine.root, 'profiles', 'second', 'credentials'), { recursive: true });
  writeFileSync(join(engine.root, 'profiles', 'second', 'credentials', 'server.secret'), wrong);
  const { exitCode, stdout } = await tick(engine);
  t.is(exitCode, 5);
  t.deepEqual((JSON.parse(stdout.trim().split('\n').at(-1)!) as { value: { profiles: { profile: string; exitCode: number }[] } }).value.profiles.map((one) => [one.profile, one.exitCode]), [['default', 0], ['second', 5]]);
});

test('desk 11: at logon the task is registered with the interval that holds now; not wanted at logon it rests', async (t) => {
  const { engine } = await office(t);
  engine.policy(bind('IntervalMinutes', 30));
  t.like((await engine.request({ command: 'logon' })).last, { t: 'result', value: { registered: true, enabled: true }, exitCode: 0 });
  t.regex(readFileSync(taskFile(engine), 'utf8'), /<Interval>PT30M</);
  await engine.request({ command: 'schedule', atLogOn: false });
  t.like((await engine.request({ command: 'logon' })).last, { value: { registered: true, enabled: false } });
  t.like((await engine.request({ command: 'task', action: 'register' })).last, { value: { task: { enabled: true } } });
  t.like((await labEngine().request({ command: 'logon' })).last, { value: { registered: false }, exitCode: 0 }, 'who never connected has nothing to schedule');
});

test('desk 16: what policy decides about the schedule cannot be set', async (t) => {
  const { engine } = await office(t);
  engine.policy(bind('IntervalMinutes', 30));
  t.like((await engine.request({ command: 'schedule', intervalMinutes: 1 })).last, { t: 'error', id: 'M2K.PolicyBlocked.managed-option', exitCode: 2 });
  t.like((await engine.request({ command: 'schedule', atLogOn: false })).last, { t: 'result', value: { task: { intervalMinutes: 30, atLogOn: false } } });
});
