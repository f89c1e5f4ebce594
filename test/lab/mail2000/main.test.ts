import test from 'ava';
import type { ExecutionContext } from 'ava';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { basic, calendarPath, event, eventPath, xiaoming } from './client.js';
import { Office } from '../../../lab/mail2000/office.js';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';

const main = fileURLToPath(new URL('../../../lab/mail2000/main.js', import.meta.url));
const authorization = basic(xiaoming, 'lab-王小明-1');

async function dataFile(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mail2000-'));
  t.teardown(() => rm(folder, { recursive: true }));
  return join(folder, 'office.sqlite');
}

function launched(t: ExecutionContext, parameters: readonly string[]) {
  const child = spawn(process.execPath, [main, ...parameters], { stdio: ['pipe', 'pipe', 'pipe'] });
  t.teardown(() => { child.kill('SIGKILL'); });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Record<string, unknown>> => JSON.parse(String((await lines.next()).value)) as Record<string, unknown>;
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, next, ended, ask: (line: object) => { child.stdin.write(`${JSON.stringify(line)}\n`); return next(); } };
}

const put = async (origin: unknown, name: string) =>
  (await fetch(`${String(origin)}${calendarPath}${name}`, { method: 'PUT', headers: { authorization }, body: event(name) })).status;

test('the process prints its origin, serves, and ends when its input ends', async (t) => {
  const server = launched(t, ['--office', 'small', '--quirks', 'utcRefused=false,gzip=true']);
  const { origin } = await server.next();
  const got = await fetch(`${String(origin)}${eventPath}`, { headers: { authorization } });
  t.deepEqual([got.status, got.headers.get('content-encoding')], [200, 'gzip']);
  server.child.stdin.end();
  t.is(await server.ended, 0);
});

test('the process ends on SIGTERM', async (t) => {
  const server = launched(t, ['--office', 'small']);
  await server.next();
  server.child.kill('SIGTERM');
  t.is(await server.ended, 0);
});

test('control lines set quirks and faults and tell the counts', async (t) => {
  const server = launched(t, ['--office', 'small']);
  const { origin } = await server.next();
  t.deepEqual(await server.ask({ quirks: { putFalse500: true }, faults: [{ method: 'PUT', nth: 2, fault: { kind: 'answer', status: 429 } }] }), { counts: {}, pendingFaults: 1 });
  t.deepEqual([await put(origin, 'a'), await put(origin, 'b')], [500, 429]);
  t.deepEqual(await server.ask({}), { counts: { PUT: 2 }, pendingFaults: 0 });
  t.deepEqual(await server.ask({ resetLog: true, clearFaults: true }), { counts: {}, pendingFaults: 0 });
  t.regex(String((await server.ask({ quirks: { no: 1 } }))['error']), /no is no quirk/);
});

const refusedStart = test.macro(async (t: ExecutionContext, parameters: readonly string[], message: RegExp) => {
  const server = launched(t, parameters);
  let text = '';
  server.child.stderr.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  t.is(await server.ended, 2);
  t.regex(text, message);
});
test('an unknown quirk is refused with the known ones', refusedStart, ['--quirks', 'nothing=1'], /nothing is no quirk/);
test('an unknown office is refused', refusedStart, ['--office', 'large'], /--office takes full or small/);
test('a port that is none is refused', refusedStart, ['--port', 'x'], /--port takes a number/);
test('a week that does not begin on a Monday is refused', refusedStart, ['--week', '2026-11-24'], /begins on a Monday/);

test('what one process stored the next one serves, even after a hard kill', async (t) => {
  const file = await dataFile(t);
  const first = launched(t, ['--office', 'small', '--data', file]);
  t.is(await put((await first.next())['origin'], 'kept.ics'), 201);
  first.child.kill('SIGKILL');
  await first.ended;
  const second = launched(t, ['--office', 'small', '--data', file]);
  const { origin } = await second.next();
  t.is((await fetch(`${String(origin)}${calendarPath}kept.ics`, { headers: { authorization } })).status, 200);
});

test('two servers on one data file see each other\'s writes, tokens and passwords', async (t) => {
  const file = await dataFile(t);
  const [one, other] = [await startMail2000({ office: smallOffice(), dataFile: file }), await startMail2000({ dataFile: file })];
  t.teardown(() => Promise.all([one.close(), other.close()]));
  t.is(await put(one.origin, 'a.ics'), 201);
  t.is(await put(other.origin, 'b.ics'), 201);
  t.deepEqual(other.office.collection(calendarPath).list().map(({ name }) => name), ['1001.ics', 'a.ics', 'b.ics']);
  t.is(one.office.collection(calendarPath).revision, 3);
  one.office.user(xiaoming).password = 'changed';
  t.is(await put(other.origin, 'c.ics'), 401);
});

test('the hands of another process reach the office of a running server', async (t) => {
  const file = await dataFile(t);
  const server = await startMail2000({ office: smallOffice(), dataFile: file });
  t.teardown(() => server.close());
  const hands = new Office(smallOffice(), file);
  t.teardown(() => { hands.close(); });
  hands.collection(calendarPath).put('by-hand.ics', event('by-hand'));
  t.is((await fetch(`${server.origin}${calendarPath}by-hand.ics`, { headers: { authorization } })).status, 200);
});
