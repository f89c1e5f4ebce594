// The product's PowerShell against Windows PowerShell 5.1 and .NET Framework 4.7.2, as far as it can be read; each gate is seen failing on a fault that is planted.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { GATES, frameworkTypes, productScripts, readScripts, root } from './powershell-gates.js';
import type { Script } from './powershell-gates.js';

let scripts: readonly Script[];
let own: ReadonlySet<string>;

test.before(async (t) => {
  t.timeout(600_000);
  scripts = await readScripts(productScripts());
  own = new Set(scripts.flatMap(({ functions }) => functions));
});

const HINT: Readonly<Record<keyof typeof GATES, string>> = {
  parser: 'syntax that 5.1 has not', types: 'a type that 4.7.2 has not (if it has: npm run net472)', members: 'a member that 4.7.2 has not', commands: 'a command that 5.1 has not',
  parameters: 'a parameter that 5.1 has not', strictMode: 'stops under StrictMode in 5.1: wrap it in @()',
};

for (const gate of Object.keys(GATES) as (keyof typeof GATES)[]) {
  test(`no script of the product has ${HINT[gate]}`, (t) => {
    t.true(scripts.length > 120);
    for (const script of scripts) t.deepEqual(GATES[gate](script, own), [], script.path.slice(root.length));
  });
}

const PLANTED: Readonly<Record<keyof typeof GATES, readonly (readonly [string, RegExp])[]>> = {
  parser: [['$a = $true ? 1 : 2', /\?/], ['$a = $null ?? 1', /\?\?/], ['Get-M2KOne && Get-M2KTwo', /&&/], ['$a = ${b}?.c', /\?\./], ['function Get-One { clean { } }', /clean/i], ['if ($a) {', /missing|closing/i], ['Get-M2KOne &', /Get-M2KOne/]],
  types: [['[System.Text.Json.JsonSerializer] | Out-Null', /Json/], ['New-Object -TypeName System.Half', /Half/], ['[System.DateOnly]$a = $b', /DateOnly/], ['[NoSuchType]$a = $b', /NoSuchType/]],
  members: [['[IO.Path]::Join("a", "b")', /Join/], ['[IO.Path]::GetRelativePath("a", "b")', /GetRelativePath/], ['[Environment]::ProcessId', /ProcessId/], ['[Convert]::ToHexString($a)', /ToHexString/], ['[Math]::Clamp(1, 2, 3)', /Clamp/], ['[string]::Join(",", $a)', /^$/]],
  commands: [['Test-Json -Json $a', /Test-Json/], ['Get-Error', /Get-Error/], ['gci', /gci/]],
  parameters: [['ConvertFrom-Json -InputObject $a -AsHashtable', /AsHashtable/], ['ForEach-Object -Parallel { }', /Parallel/], ['Sort-Object -Property a -Top 3', /Top/], ['ConvertFrom-SecureString -SecureString $a -AsPlainText', /AsPlainText/]],
  strictMode: [['if ($IsWindows) { }', /IsWindows/], ['(Get-M2KOne).Count', /Count/], ['$a = Get-M2KOne\n$a.Count', /Count/], ['$a = @(Get-M2KOne)\n$a.Count', /^$/], ['$a = foreach ($b in $c) { $b }\n$a.Length', /Length/], ['$LASTEXITCODE', /LASTEXITCODE/]],
};

test('every gate sees the fault that is planted for it', async (t) => {
  t.timeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), 'm2k-planted-'));
  const faults = (Object.keys(PLANTED) as (keyof typeof GATES)[]).flatMap((gate) => PLANTED[gate].map(([text, told], n) => ({ gate, text, told, path: join(folder, `${gate}-${n}.ps1`) })));
  for (const { path, text } of faults) writeFileSync(path, `${text}\n`);
  const read = new Map((await readScripts(faults.map(({ path }) => path))).map((script) => [script.path, script]));
  for (const { gate, text, told, path } of faults) t.regex(GATES[gate](read.get(path)!, new Set(['Get-M2KOne', 'Get-M2KTwo'])).join(), told, `${gate}: ${text}`);
});

test('the table of types is that of the reference assemblies and has no type that is not used any more', (t) => {
  const table = frameworkTypes(), text = readFileSync(join(root, 'test', 'module', 'net472.json'), 'utf8');
  t.true((table['System.IO.Path'] ?? []).includes('Combine'));
  t.false((table['System.IO.Path'] ?? []).includes('Join'), 'of .NET Core');
  t.true(text.length > 5000);
});

const OUT = /\[OutputType\('(M2KSync\.[\w.]+)'(?:, '(M2KSync\.[\w.]+)')?\)\]/g;

test('every type of object that a cmdlet gives has a view', (t) => {
  const views = readFileSync(join(root, 'src/module/M2KSync.Format.ps1xml'), 'utf8');
  const given = scripts.filter(({ path }) => path.includes('/public/')).flatMap(({ path }) => [...readFileSync(path, 'utf8').matchAll(OUT)].flatMap(([, ...names]) => names.filter(Boolean)));
  t.true(given.length > 10);
  // Verdicts are shown as rows of plain properties.
  t.deepEqual([...new Set(given)].filter((name) => !views.includes(`<TypeName>${name}</TypeName>`) && name !== 'M2KSync.ServerCheck'), []);
});
