import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { runCommand } from '../../support/shell.js';

const folder = mkdtempSync(join(tmpdir(), 'm2k-cmdlets-'));
test.after.always(() => { rmSync(folder, { recursive: true, force: true }); });

const lines = async (text: string): Promise<string[]> => {
  const result = await runCommand(text);
  if (result.stderr !== '') throw new Error(result.stderr);
  return result.stdout.split(/\r?\n/u).filter((line) => line.trim() !== '');
};

test('the commands are found under their modules and can be named with them', async (t) => {
  t.deepEqual(await lines('Microsoft.PowerShell.Utility\\Write-Output 5; (Get-Command Get-Content).ModuleName; (Get-Command ConvertTo-SecureString).ModuleName'),
    ['5', 'Microsoft.PowerShell.Management', 'Microsoft.PowerShell.Security']);
});

test('errors carry the ids of the real commands', async (t) => {
  const id = (command: string): string => `try { ${command} } catch { $_.FullyQualifiedErrorId }`;
  const commands = ['Get-Content /no/such/file -ErrorAction Stop', 'Get-Item /no/such/file -ErrorAction Stop', 'New-Object No.Such.Type', 'Get-Variable nosuch -ErrorAction Stop',
    '& { [CmdletBinding()] param() Write-Error "x" -ErrorAction Stop }', '[pscustomobject]@{a=1} | Add-Member a 2 -ErrorAction Stop'];
  t.deepEqual(await lines(commands.map(id).join('; ')), [
    'PathNotFound,Microsoft.PowerShell.Commands.GetContentCommand', 'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand',
    'TypeNotFound,Microsoft.PowerShell.Commands.NewObjectCommand', 'VariableNotFound,Microsoft.PowerShell.Commands.GetVariableCommand',
    'Microsoft.PowerShell.Commands.WriteErrorException', 'MemberAlreadyExists,Microsoft.PowerShell.Commands.AddMemberCommand']);
});

test('Select-Object calculates, excludes, expands and stops what feeds it', async (t) => {
  t.deepEqual(await lines(`$o = [pscustomobject]@{a=1;b=2;l=@(7,8)}
($o | Select-Object a, @{n='c';e={$_.b * 2}} | ConvertTo-Json -Compress)
($o | Select-Object * -ExcludeProperty l | ConvertTo-Json -Compress)
($o | Select-Object -ExpandProperty l) -join ','
(1..5 | Select-Object -Skip 1 -First 2) -join ','
(1..5 | Select-Object -Last 2) -join ','
(1,2,1 | Select-Object -Unique) -join ','
$script:n = 0; $null = 1..1000 | ForEach-Object { $script:n++; $_ } | Select-Object -First 3; $script:n
($o | Select-Object a).PSObject.TypeNames[0]`.replaceAll('\n', '; ')),
  ['{"a":1,"c":4}', '{"a":1,"b":2}', '7,8', '2,3', '4,5', '1,2', '3', 'Selected.System.Management.Automation.PSCustomObject']);
});

test('Sort-Object, Group-Object, Measure-Object and Compare-Object agree on what is equal', async (t) => {
  t.deepEqual(await lines(`('b','A','a' | Sort-Object -Unique) -join ','; (3,1,2 | Sort-Object -Descending) -join ','
('x','y','X' | Group-Object | ForEach-Object { "$($_.Name)=$($_.Count)" }) -join ','
$m = 1..4 | Measure-Object -Sum -Average -Maximum; "$($m.Count) $($m.Sum) $($m.Average) $($m.Maximum)"
(Compare-Object 1,2,3 2,3,4 | ForEach-Object { "$($_.InputObject)$($_.SideIndicator)" }) -join ','`.replaceAll('\n', '; ')),
  ['A,b', '3,2,1', 'x=2,y=1', '4 10 2.5 4', '4=>,1<=']);
});

test('a secure string goes to text and back, with a key and without', async (t) => {
  t.deepEqual(await lines(`$s = ConvertTo-SecureString '密碼' -AsPlainText -Force
$k = [byte[]] (1..32)
ConvertTo-SecureString ($s | ConvertFrom-SecureString) | ConvertFrom-SecureString -AsPlainText
ConvertTo-SecureString ($s | ConvertFrom-SecureString -Key $k) -Key $k | ConvertFrom-SecureString -AsPlainText`.replaceAll('\n', '; ')), ['密碼', '密碼']);
});

test('Export-Clixml and Import-Clixml keep objects and credentials', async (t) => {
  const file = join(folder, 'x.xml');
  t.deepEqual(await lines(`[pscustomobject]@{a=1}, [pscredential]::new('u', (ConvertTo-SecureString 'p' -AsPlainText -Force)) | Export-Clixml '${file}'
$r = Import-Clixml '${file}'; $r[0].a; $r[1].GetNetworkCredential().Password`.replaceAll('\n', '; ')), ['1', 'p']);
});

test('files are written as UTF-8 without a mark by Set-Content, Out-File and redirection', async (t) => {
  const file = (name: string): string => join(folder, name);
  await lines(`Set-Content '${file('a')}' '中'; '中' | Out-File '${file('b')}'; '中' > '${file('c')}'; Add-Content '${file('a')}' '文'`);
  for (const name of ['b', 'c']) t.is(readFileSync(file(name), 'utf8').trimEnd(), '中');
  t.deepEqual(readFileSync(file('a'), 'utf8').split(/\r?\n/u), ['中', '文', '']);
});

test('items are made, listed, copied, moved, renamed and removed', async (t) => {
  t.deepEqual(await lines(`Set-Location '${folder}'
$null = New-Item d -ItemType Directory; $null = New-Item d/f.txt -Value 'hello'; Copy-Item d/f.txt d/g.txt; Rename-Item d/g.txt h.txt
(Get-ChildItem d -File).Name -join ','; (Get-Item d/f.txt).Length; Remove-Item d -Recurse -WhatIf | Out-Null; Test-Path d -PathType Container
Remove-Item d -Recurse; Test-Path d; (Resolve-Path .).ProviderPath -eq (Convert-Path .)`.replaceAll('\n', '; ')).then((all) => all.filter((line) => !line.startsWith('What if'))),
  ['f.txt,h.txt', '5', 'True', 'False', 'True']);
});

test('Import-LocalizedData takes the folder of the culture, then its parents, then the base', async (t) => {
  t.deepEqual(await lines(`$null = New-Item '${folder}/zh' -ItemType Directory; Set-Content '${folder}/zh/S.psd1' "@{ Hi = 'nin hao' }"; Set-Content '${folder}/S.psd1' "@{ Hi = 'hello' }"
foreach ($c in 'zh-TW', 'de-DE') { Import-LocalizedData -BindingVariable S -UICulture $c -BaseDirectory '${folder}' -FileName S.psd1; $S.Hi }`.replaceAll('\n', '; ')), ['nin hao', 'hello']);
});

test('the formatter serves Format-Table, Format-List and Out-String', async (t) => {
  t.deepEqual(await lines(`[pscustomobject]@{Name='n'; Value=1} | Format-Table -HideTableHeaders | Out-String -Stream | Where-Object { $_.Trim() }; [pscustomobject]@{Name='n'} | Format-List`), ['n        1', 'Name : n']);
});

test('Set-Variable reaches the caller by -Scope 1 and an alias runs its command', async (t) => {
  t.deepEqual(await lines(`function f { Set-Variable v 3 -Scope 1 }; f; $v; Set-Alias say Write-Output; say hi; (Get-Alias say).Definition`), ['3', 'hi', 'Write-Output']);
});
