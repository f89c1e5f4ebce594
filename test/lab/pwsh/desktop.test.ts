// Only lab/pwsh has the edition switch: these run in it and not in a shell found elsewhere.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { isLabShell, runCommand } from '../../support/shell.js';

const folder = mkdtempSync(join(tmpdir(), 'm2k-desktop-'));
test.after.always(() => { rmSync(folder, { recursive: true, force: true }); });

const desktop = isLabShell() ? test : test.skip;
const one = async (text: string): Promise<string> => {
  const result = await runCommand(text, { env: { M2K_LAB_EDITION: 'Desktop', LC_ALL: 'en_US.UTF-8' } });
  return (result.stdout + result.stderr).trim().replaceAll('\r\n', '\n');
};

desktop('desk 21: the Desktop edition names itself 5.1 and has none of the newer automatic variables', async (t) => {
  t.is(await one(`"$($PSVersionTable.PSVersion.Major).$($PSVersionTable.PSVersion.Minor) $($PSVersionTable.PSEdition) $PSEdition"; 'IsWindows','IsLinux','IsMacOS','IsCoreCLR','PSStyle' | Where-Object { Test-Path "variable:$_" }`), '5.1 Desktop Desktop');
  t.regex(await one('Set-StrictMode -Version Latest; $IsWindows'), /has not been set/u);
});

desktop('desk 21: the edition is chosen by a switch too, and an unknown one is refused', async (t) => {
  t.is((await runCommand('$PSEdition', { switches: ['-M2KEdition', 'Desktop'] })).stdout.trim(), 'Desktop');
  t.is((await runCommand('1', { switches: ['-M2KEdition', 'Other'] })).code, 64);
});

desktop('desk 21: parameters that 5.1 lacks cannot be found', async (t) => {
  const commands = ['Get-Date -AsUTC', "'{}' | ConvertFrom-Json -AsHashtable", "'{}' | ConvertFrom-Json -Depth 3", 'Get-Content / -AsByteStream', '1 | ConvertTo-Json -AsArray', "ConvertFrom-SecureString (ConvertTo-SecureString a -AsPlainText -Force) -AsPlainText"];
  const ids = await one(commands.map((command) => `try { ${command} } catch { $_.FullyQualifiedErrorId -replace ',.*' }`).join('; '));
  t.deepEqual(ids.split('\n'), commands.map(() => 'NamedParameterNotFound'));
  t.is(await one(`try { Join-Path a b c } catch { $_.FullyQualifiedErrorId -replace ',.*' }`), 'PositionalParameterNotFound');
});

desktop('desk 21: ConvertTo-Json has 5.1 escapes, dates, indentation and silence about the depth', async (t) => {
  t.is(await one(`[ordered]@{s="a'<>&"; d=[datetime]::new(2024,1,2,3,4,5,[DateTimeKind]::Utc); l=@(1); deep=@{b=@{c=@{d=1}}}} | ConvertTo-Json`), [
    '{', '    "s":  "a\\u0027\\u003c\\u003e\\u0026",', '    "d":  "\\/Date(1704164645000)\\/",', '    "l":  [', '              1', '          ],',
    '    "deep":  {', '                 "b":  {', '                           "c":  "System.Collections.Hashtable"', '                       }', '             }', '}'].join('\n'));
});

desktop('desk 21: an array that has passed through the pipeline becomes value and Count', async (t) => {
  t.is(await one(',@(1,2) | ConvertTo-Json -Compress; ConvertTo-Json @(1,2) -Compress'), '{"value":[1,2],"Count":2}\n[1,2]');
});

desktop('desk 21: ConvertFrom-Json reads Int32 first, fractions as Decimal, leaves ISO dates text and arrays whole', async (t) => {
  t.is(await one(`$o = '{"i":1,"l":12345678901,"f":1.5,"d":"2024-01-02T03:04:05Z","m":"\\/Date(0)\\/"}' | ConvertFrom-Json; ($o.i, $o.l, $o.f, $o.d, $o.m | ForEach-Object { $_.GetType().Name }) -join ','; ('[1,2]' | ConvertFrom-Json | Measure-Object).Count`),
    'Int32,Int64,Decimal,String,DateTime\n1');
});

desktop('desk 21: ConvertFrom-Json takes 2,097,152 characters and not one more', async (t) => {
  t.is(await one(`$s = '"' + ('x' * 2097150) + '"'; ($s | ConvertFrom-Json).Length; try { ' ' + $s | ConvertFrom-Json } catch { $_.Exception.Message -match 'maxJsonLength' }`), '2097150\nTrue');
});

desktop('desk 21: files are ANSI by Set-Content, UTF-16 by Out-File and redirection, UTF-8 with a mark by name', async (t) => {
  const file = (name: string): string => join(folder, name);
  await one(`Set-Content '${file('ansi')}' ([string][char]0xE9) -NoNewline; 'x' > '${file('redirected')}'; 'x' | Out-File '${file('out')}'; Set-Content '${file('utf8')}' 'x' -Encoding UTF8 -NoNewline`);
  t.is(readFileSync(file('ansi')).toString('hex'), 'e9');
  t.is(readFileSync(file('redirected')).subarray(0, 4).toString('hex'), 'fffe7800');
  t.is(readFileSync(file('out')).subarray(0, 4).toString('hex'), 'fffe7800');
  t.is(readFileSync(file('utf8')).toString('hex'), 'efbbbf78');
});

desktop('desk 21: Get-Content reads a file without a mark as ANSI', async (t) => {
  writeFileSync(join(folder, 'nomark'), 'é', 'utf8');
  t.is(await one(`(Get-Content '${join(folder, 'nomark')}').Length; (Get-Content '${join(folder, 'nomark')}' -Encoding UTF8).Length`), '2\n1');
});

desktop('desk 21: the Core edition has none of this', async (t) => {
  t.is((await runCommand(`$PSEdition; Test-Path variable:IsWindows`, { env: { M2K_LAB_EDITION: undefined } })).stdout.replaceAll('\r\n', '\n'), 'Core\nTrue\n');
});

desktop('desk 2: a decoy Utility module on an inherited PSModulePath takes the place of the real one, as in 5.1', async (t) => {
  const decoy = join(folder, 'modules', 'Microsoft.PowerShell.Utility');
  mkdirSync(decoy, { recursive: true });
  writeFileSync(join(decoy, 'Microsoft.PowerShell.Utility.psm1'), "function Write-Output { 'decoy' }\n");
  writeFileSync(join(decoy, 'Microsoft.PowerShell.Utility.psd1'),
    "@{ RootModule = 'Microsoft.PowerShell.Utility.psm1'; ModuleVersion = '99.0'; FunctionsToExport = @('Write-Output') }\n");
  const run = async (path: string | undefined): Promise<string> =>
    (await runCommand('Write-Output real', { env: { M2K_LAB_EDITION: 'Desktop', PSModulePath: path } })).stdout.trim();
  t.is(await run(join(folder, 'modules')), 'decoy');
  t.is(await run(undefined), 'real');
});
