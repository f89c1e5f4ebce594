// Item 7 of a desk's life: how the log is kept within bounds, and read in the order of time.
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import type { LogEntry } from '../../../src/engine/log/entry.js';
import { logFolder, readLog, writeLog } from '../../../src/engine/log/log-file.js';

const newProfile = (): string => mkdtempSync(join(tmpdir(), 'm2k-log-'));
const entry = (at: string, run: string, more: object = {}): LogEntry => ({ at, level: 'info', run, event: 'end', command: 'sync', ...more });
const MB = 1024 * 1024, BIG = { filler: 'x'.repeat(MB) };
const files = (profile: string): readonly string[] => readdirSync(logFolder(profile)).sort();

test('a file a day, a new one beyond 2 MB, read in the order of time whatever their names', (t) => {
  const profile = newProfile();
  for (const [at, run] of [['2026-11-29T23:59:59.000Z', 'a'], ['2026-11-30T00:00:01.000Z', 'b'], ['2026-11-30T08:00:00.000Z', 'c'], ['2026-11-30T09:00:00.123Z', 'd'], ['2026-11-30T09:00:01.000Z', 'e'], ['2026-12-01T00:00:00.000Z', 'f']] as const) writeLog(profile, entry(at, run, 'bc'.includes(run) ? BIG : {}));
  t.deepEqual(files(profile), ['m2ksync-20261129.jsonl', 'm2ksync-20261130-090000123.jsonl', 'm2ksync-20261130.jsonl', 'm2ksync-20261201.jsonl']);
  t.deepEqual([...readLog(profile)].map(({ run }) => run), ['a', 'b', 'c', 'd', 'e', 'f']);
  for (const name of files(profile)) t.true(statSync(join(logFolder(profile), name)).size < 3 * MB);
});

test('what is older than a month goes, and never more than 20 MB stay, the newest of them', (t) => {
  const profile = newProfile();
  writeLog(profile, entry('2026-10-01T00:00:00.000Z', 'old'));
  for (let day = 1; day <= 14; day += 1) for (const run of ['1', '2']) writeLog(profile, entry(`2026-11-${String(day).padStart(2, '0')}T0${run}:00:00.000Z`, `${day}-${run}`, BIG));
  const bytes = files(profile).reduce((sum, name) => sum + statSync(join(logFolder(profile), name)).size, 0);
  t.true(bytes <= 22 * MB, String(bytes));
  const runs = [...readLog(profile)].map(({ run }) => run);
  t.is(runs.at(-1), '14-2');
  t.false(runs.includes('1-1'));
  t.false(runs.includes('old'));
  writeFileSync(join(logFolder(profile), 'notes.txt'), 'the user\'s');
  writeLog(profile, entry('2027-01-30T00:00:00.000Z', 'late'));
  t.deepEqual(files(profile), ['m2ksync-20270130.jsonl', 'notes.txt'], 'files of others stay');
});

test('a log that cannot be written is no failure', (t) => {
  const profile = newProfile();
  writeFileSync(logFolder(profile), 'in the way');
  t.notThrows(() => { writeLog(profile, entry('2026-11-30T00:00:00.000Z', 'a')); });
  t.deepEqual([...readLog(profile)], []);
});
