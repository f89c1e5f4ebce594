// Only lab/pwsh can start a Constrained Language session by a switch: these run in it and not in a shell found elsewhere.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { isLabShell, runTyped } from '../../support/shell.js';

const folder = mkdtempSync(join(tmpdir(), 'm2k-constrained-'));
test.after.always(() => { rmSync(folder, { recursive: true, force: true }); });

const moduleText = `
. "$PSScriptRoot/part.ps1"
class Upper { [string] Of([string] $text) { return $text.ToUpperInvariant() } }
function Invoke-Method {
    $built = New-Object System.Text.StringBuilder
    $null = $built.Append([Upper]::new().Of('full '))
    [Console]::Out.Write($built.ToString() + (Get-Part) + $ExecutionContext.SessionState.LanguageMode)
}
function Invoke-Block { param([scriptblock] $Block) & $Block }
`;
for (const place of ['trusted', 'other']) {
  mkdirSync(join(folder, place, 'Sample'), { recursive: true });
  writeFileSync(join(folder, place, 'Sample', 'Sample.psm1'), place === 'trusted' ? moduleText : moduleText.replace(/^class.*$/mu, '').replace("[Upper]::new().Of('full ')", "'x'"));
  writeFileSync(join(folder, place, 'Sample', 'part.ps1'), 'function Get-Part { [IO.Path]::GetFileName("/a/part ") }\n');
  writeFileSync(join(folder, place, 'Sample', 'Sample.psd1'),
    "@{ RootModule = 'Sample.psm1'; ModuleVersion = '1.0'; FunctionsToExport = @('Invoke-Method', 'Invoke-Block') }\n");
}

const constrained = isLabShell() ? test : test.skip;
const typed = (...lines: string[]) => runTyped(`${lines.join('\n')}\n`, { env: { M2K_LAB_LANGUAGE: 'ConstrainedLanguage', M2K_LAB_TRUSTED: join(folder, 'trusted') } });
const sample = (place: string): string => `Import-Module '${join(folder, place, 'Sample', 'Sample.psd1')}'`;

constrained('desk 3: the stdin session is Constrained: no methods, no types, no way back', async (t) => {
  const result = await typed('$ExecutionContext.SessionState.LanguageMode', '[Console]::Out.Write("T")', 'New-Object System.Text.StringBuilder',
    'Add-Type -AssemblyName System.Web', '$ExecutionContext.SessionState.LanguageMode = "FullLanguage"', '$ExecutionContext.SessionState.LanguageMode');
  t.is(result.stdout, 'ConstrainedLanguage\nConstrainedLanguage\n');
  t.is(result.stderr.match(/core types|new types/gu)?.length, 4);
});

constrained('desk 3: a module in a trusted folder runs in Full Language, its dot-sourced files and classes too', async (t) => {
  const result = await typed(sample('trusted'), 'Invoke-Method');
  t.is(result.stdout, 'FULL part FullLanguage');
  t.is(result.stderr, '');
});

constrained('desk 3: the session stays Constrained after the module has run, and so does a block handed to it', async (t) => {
  const result = await typed(sample('trusted'), 'Invoke-Method', '"|"', 'Invoke-Block { [Console]::Out.Write("never") }', '[Console]::Out.Write("never")');
  t.false(result.stdout.includes('never'));
  t.is(result.stderr.match(/only on core types/gu)?.length, 2);
});

constrained('desk 3: a module in any other folder stays Constrained', async (t) => {
  const result = await typed(sample('other'), 'Invoke-Method');
  t.is(result.stdout, '');
  t.regex(result.stderr, /core types/u);
});

constrained('desk 3: the console\'s own commands work in the Constrained session', async (t) => {
  const result = await typed(`'{"a":1}' | ConvertFrom-Json | ConvertTo-Json -Compress`, '1..3 | Select-Object -First 1', '(Get-Date -Year 2024).Year');
  t.is(result.stdout, '{"a":1}\n1\n2024\n');
});
