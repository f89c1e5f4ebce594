// Item 7 of a desk's life: the log, the diagnostic export and the event log, and that nothing personal is in them.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import type { LogEntry } from '../../../src/engine/log/entry.js';
import { connected } from './lab-engine.js';
import type { LabEngine } from './lab-engine.js';

async function office(t: ExecutionContext) {
  const server = await startMail2000({ office: smallOffice() });
  // Some tests close it themselves.
  t.teardown(() => server.close().catch(() => undefined));
  return { server, engine: await connected(server.origin) };
}
const logText = (engine: LabEngine): string => {
  const folder = join(engine.profile, 'logs');
  return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')).join('') : '';
};
const entries = (engine: LabEngine): readonly LogEntry[] => logText(engine).split('\n').filter(Boolean).map((line) => JSON.parse(line) as LogEntry);
const events = (engine: LabEngine): readonly { id: number; text: string }[] => {
  const file = join(engine.root, 'mailbox.json.events');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as { id: number; text: string }) : [];
};
/** What nothing that may be given to others may hold. */
const PERSONAL = /週會|業務部|王小明|小明|xiaoming|example\.com\.tw|127\.0\.0\.1|localhost/i;

test('a run leaves its counts in the log, and no subject, name, address or host', async (t) => {
  const { engine } = await office(t);
  await engine.request({ command: 'sync' });
  await engine.request({ command: 'sync' });
  const ended = entries(engine).filter(({ command, event }) => command === 'sync' && event === 'end');
  t.is(ended.length, 2);
  t.like(ended[1], { level: 'info', exitCode: 0 });
  t.true((ended[0]!['links'] as { readonly paired: number }[]).some(({ paired }) => paired > 0));
  t.is(typeof ended[0]!['ms'], 'number');
  t.notRegex(logText(engine), PERSONAL);
  await engine.request({ command: 'status' });
  t.is(entries(engine).filter(({ command }) => command === 'status').length, 0, 'who only looks leaves nothing');
});

test('at level debug the log tells what items are called, which the user asked for; an export never does', async (t) => {
  const { engine } = await office(t);
  await engine.request({ command: 'set-option', name: 'LogLevel', value: 'debug' });
  await engine.request({ command: 'sync' });
  t.regex(logText(engine), /週會/);
  const { last } = await engine.request({ command: 'diagnostic' });
  t.is(last.t, 'result');
  const { report } = (last as unknown as { value: { report: string } }).value;
  t.notRegex(report, PERSONAL);
  t.like(JSON.parse(report), { v: 1, account: { preset: 'mail2000', allowHttp: false }, lastRun: { exitCode: 0 } });
  t.true((JSON.parse(report) as { log: unknown[] }).log.length > 3);
});

test('errors are in the log by their id; the newest of a level or graver are given', async (t) => {
  const { engine, server } = await office(t);
  await engine.request({ command: 'sync' });
  await server.close();
  await engine.request({ command: 'sync' });
  const { records, last } = await engine.request({ command: 'log', level: 'error' });
  const given = records.flatMap((record) => (record.t === 'log' ? [record.entry] : []));
  t.true(given.length > 0 && given.every(({ level }) => level === 'error'));
  t.regex(String(given.at(-1)!['id']), /^M2K\.Unavailable\./);
  t.like(last, { value: { count: given.length } });
  t.is((await engine.request({ command: 'log', last: 1 })).records.filter(({ t: kind }) => kind === 'log').length, 1);
  t.like((await engine.command(['log', '--last', '1'])), { exitCode: 0 });
});

test('a line that was cut off is passed over, and an old file goes when a new day begins', async (t) => {
  const { engine } = await office(t);
  const folder = join(engine.profile, 'logs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'm2ksync-20200101.jsonl'), '{"at":"2020-01-01T00:00:00.000Z","level":"info","event":"end","command":"sync","run":"0"}\n{"at":"2020-');
  t.is((await engine.request({ command: 'log' })).records.filter(({ t: kind }) => kind === 'log').length >= 1, true);
  for (const name of readdirSync(folder).filter((one) => one !== 'm2ksync-20200101.jsonl')) writeFileSync(join(folder, name), 'x'.repeat(2 * 1024 * 1024));
  await engine.request({ command: 'sync' });
  t.false(existsSync(join(folder, 'm2ksync-20200101.jsonl')));
});

test('B10: the event log is told when the desk\'s state changes, by a fixed id, and not at every run', async (t) => {
  const { engine, server } = await office(t);
  await engine.request({ command: 'sync' });
  await engine.request({ command: 'sync' });
  t.deepEqual(events(engine).map(({ id }) => id), [1000]);
  writeFileSync(join(engine.profile, 'credentials', 'server.secret'), Buffer.from('wrong', 'utf16le').toString('hex'));
  await engine.request({ command: 'sync' });
  await engine.request({ command: 'sync' });
  t.deepEqual(events(engine).map(({ id }) => id), [1000, 2001]);
  await server.close();
  await engine.request({ command: 'sync', whatIf: true });
  t.deepEqual(events(engine).map(({ id }) => id), [1000, 2001], 'a plan is no run');
  t.notRegex(events(engine).map(({ text }) => text).join(), PERSONAL);
});
