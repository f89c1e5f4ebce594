// The behaviour table of lab/outlook through COM: PowerShell's real binder, another process, late bound.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import test from 'ava';

import { parseResults } from '../lab/outlook/cases.js';
import { root, runScript, windowsPath } from './windows.js';

const folder = mkdtempSync(join(tmpdir(), 'm2k-desk-cases-'));
const output = join(folder, 'results.txt');
const table = join(root, 'test', 'lab', 'outlook');
const run = await runScript(join(table, 'behaviour.ps1'), [
  '-Module', windowsPath(join(root, 'lab', 'desk', 'DeskOutlook.psm1')), '-Cases', windowsPath(join(table, 'cases')), '-Output', windowsPath(output),
], { timeout: 1_200_000 });
test('the whole table runs through COM', (t) => {
  t.deepEqual([run.code, run.stderr], [0, '']);
});

for (const { rule, name, wanted, got } of parseResults(readFileSync(output, 'utf8'))) {
  test(`by COM, ${rule}: ${name}`, (t) => {
    t.is(got, wanted);
  });
}
rmSync(folder, { recursive: true });
