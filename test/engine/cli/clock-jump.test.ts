// A computer whose clock has jumped (rules.md 2, 14): nothing is written by it, and nothing that was kept is taken for old.
import test from 'ava';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import { ADDRESS, connected, recordsOf } from './lab-engine.js';

test('rule 14: a clock that jumped sixty days ahead holds the run with what it is off by, and the history of the last thirty days is still there', async (t) => {
  t.timeout(180_000);
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const engine = await connected(server.origin), calendar = server.office.collection(`calendars/${ADDRESS}/default`), clock = join(engine.root, 'clock');
  const sync = async (...more: readonly string[]) => recordsOf(await engine.command(['sync', '--json', ...more]));
  const titles = async (): Promise<readonly string[]> => (await engine.request({ command: 'history' })).records.flatMap((record) => (record.t === 'history' ? [record.entry.title] : []));
  await sync();
  const text = calendar.get('1001.ics') ?? '';
  calendar.put('1001.ics', text.replace(/SUMMARY:.*/, 'SUMMARY:改期\r'));
  await sync();
  t.deepEqual(await titles(), ['週會']);

  writeFileSync(clock, String(60 * 86_400_000));
  calendar.put('1001.ics', text.replace(/SUMMARY:.*/, 'SUMMARY:再改\r'));
  const jumped = await sync('--clock', clock);
  t.deepEqual(jumped.records.flatMap((record) => (record.t === 'item' ? [[record.item.result, record.item.reason]] : [])), [['held', 'clock-off']]);
  t.deepEqual(await titles(), ['週會']);
  await sync();
  t.deepEqual(await titles(), ['改期', '週會']);
});
