// What COM does to late-bound calls, case by case, and that the lab's Outlook in the caller's own process does the same. Where it cannot, the
// difference is written down here with its reason, and in docs/windows.md.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import test from 'ava';

import { labOutlookModule, parseResults, type CaseResult } from '../lab/outlook/cases.js';
import { runFile } from '../support/shell.js';
import { root, runScript, windowsPath } from './windows.js';

/** Case -> what happens without COM, and why the lab leaves it so. */
const INPROCESS: Readonly<Record<string, { readonly got: string; readonly why: string }>> = {
  'the exception of a failing method': {
    got: 'MethodInvocationException | COMException | 0x8004010F', why: 'PowerShell wraps what a .NET method throws, but not what a COM method throws',
  },
  'the exception of a failing setter': {
    got: 'SetValueInvocationException | ExceptionWhenSetting | 0x80020005', why: 'PowerShell wraps what a .NET setter throws',
  },
  'an unknown member: read, written, called': {
    got: 'PropertyNotFoundStrict | PropertyAssignmentException | MethodNotFound | True', why: 'the words of another binder',
  },
  'too many and too few arguments': {
    got: 'MethodCountCouldNotFindBest 0x80131501 | MethodCountCouldNotFindBest 0x80131501', why: 'PowerShell counts the arguments of .NET methods itself',
  },
  'a collection by index, with and without Item': { got: 'x | CannotIndex', why: 'brackets ask for DISPID 0 in COM, for an indexer in .NET; the host uses Item' },
  'an object used after it was released': { got: 'no COM object', why: 'there is nothing to release' },
  'what PowerShell calls the type': { got: 'M2K.Lab.Outlook.Application | M2K.Lab.Outlook.Application', why: 'it is one' },
  'a property called like a method': { got: 'MethodNotFound', why: 'in COM a get and a call are the same Invoke' },
};

const folder = mkdtempSync(join(tmpdir(), 'm2k-desk-transport-'));
const runner = join(root, 'test', 'lab', 'outlook', 'behaviour.ps1');
const cases = join(root, 'test', 'desk', 'cases');
const [byCom, inProcess] = [join(folder, 'com.txt'), join(folder, 'process.txt')];

const desk = await runScript(runner, [
  '-Module', windowsPath(join(root, 'lab', 'desk', 'DeskOutlook.psm1')), '-Cases', windowsPath(cases), '-Output', windowsPath(byCom),
]);
const here = await runFile(runner, ['-Module', labOutlookModule, '-Cases', cases, '-Output', inProcess]);

test('the table runs through on both', (t) => {
  t.deepEqual([desk.code, desk.stderr, here.code, here.stderr], [0, '', 0, '']);
});

const results = (file: string): readonly CaseResult[] => parseResults(readFileSync(file, 'utf8'));
const without = new Map(results(inProcess).map(({ name, got }) => [name, got]));
for (const { rule, name, wanted, got } of results(byCom)) {
  test(`by COM, ${rule}: ${name}`, (t) => {
    t.is(got, wanted);
  });
  const known = INPROCESS[name];
  test(`without COM, ${rule}: ${name}${known === undefined ? '' : ` (otherwise: ${known.why})`}`, (t) => {
    t.is(without.get(name), known?.got ?? wanted);
  });
}
rmSync(folder, { recursive: true });
