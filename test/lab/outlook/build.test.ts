// scripts/build-outlook.ps1: what a machine with pwsh but without the .NET SDK compiles. In a real pwsh it is compiled; the lab's console has
// no Add-Type, so that what would be compiled is looked at there.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { isLabShell, runCommand } from '../../support/shell.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url)), source = join(root, 'lab', 'outlook');
const sources = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.cs') && !/^(bin|obj)[\\/]/u.test(name)).sort();

test('without the .NET SDK, the shell\'s own compiler gets every source of lab/outlook and the usings that its project implies', async (t) => {
  const place = mkdtempSync(join(tmpdir(), 'm2k-build-'));
  t.teardown(() => { rmSync(place, { recursive: true, force: true }); });
  const library = join(place, 'new', 'M2K.Lab.Outlook.dll');
  const told = 'function Add-Type { param([string[]] $Path, $OutputAssembly, $OutputType, [switch] $IgnoreWarnings) $Path; [IO.File]::ReadAllText($Path[-1]) }; ';
  const { code, stdout, stderr } = await runCommand(`${isLabShell() ? told : ''}& '${join(root, 'scripts', 'build-outlook.ps1')}' -Source '${source}' -Library '${library}'`);
  t.is(code, 0, stderr);
  if (!isLabShell()) return void t.true(existsSync(library));
  const [given, usings] = [stdout.split(/\r?\n/u).filter((line) => line.startsWith(source)), stdout.split(/\r?\n/u).filter((line) => line.startsWith('global using'))];
  t.deepEqual(given.map((path) => path.slice(source.length + 1)).sort(), sources);
  t.is(usings.length, 7);
});
