// One mailbox file and several processes: what a killed one leaves, what two at once do, what another one can count.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import test, { type ExecutionContext } from 'ava';

import { runCommand, type ShellResult } from '../../support/shell.js';
import { assertBuilt, labOutlookModule } from './cases.js';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function withMailbox(t: ExecutionContext): { readonly mailbox: string; readonly run: (script: string) => Promise<ShellResult> } {
  assertBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'm2k-outlook-processes-'));
  t.teardown(() => { rmSync(folder, { recursive: true }); });
  const mailbox = join(folder, 'mailbox');
  const head = `Set-StrictMode -Version Latest; $ErrorActionPreference = 'Stop'; Import-Module ${quote(labOutlookModule)}; $path = ${quote(mailbox)}\n`;
  return { mailbox, run: (script) => runCommand(head + script, { timeout: 120_000 }) };
}

const save = `
$calendar = $outlook.Session.GetDefaultFolder(9)
function Save-Event { param($subject) $item = $calendar.Items.Add(1); $item.Subject = $subject; $item.Save() }
`;

test('fault 3: a process that dies after a save leaves that save made and nothing after it', async (t) => {
  const { run } = withMailbox(t);
  const first = await run(`
    New-LabMailbox -Path $path -Owner 'user@mail.example'
    $outlook = Get-LabOutlook -Path $path
    [void]$outlook.Lab.Faults.Add('{"kind":"exit","member":"AppointmentItem.Save","skip":1,"after":true,"times":1}')
    ${save}
    foreach ($n in 1..3) { Save-Event "n$n" }`);
  t.is(first.code, 70);
  const second = await run(`
    $outlook = Get-LabOutlook -Path $path
    ${save}
    Save-Event 'n3'
    $items = $calendar.Items
    $items.Sort('Subject')
    [Console]::Out.Write(($items | ForEach-Object { $_.Subject }) -join ',')`);
  t.is(second.stdout, 'n1,n2,n3');
});

test('lab: two processes that save at once lose nothing and give every item an id of its own', async (t) => {
  const { run } = withMailbox(t);
  await run("New-LabMailbox -Path $path -Owner 'user@mail.example'");
  const writer = (name: string): Promise<ShellResult> => run(`$outlook = Get-LabOutlook -Path $path
    ${save}
    foreach ($n in 1..200) { Save-Event "${name}$n" }`);
  const [a, b] = await Promise.all([writer('a'), writer('b')]);
  t.is(a.stderr + b.stderr, '');
  const reader = await run(`$outlook = Get-LabOutlook -Path $path
    $ids = @{}; $names = @{}
    foreach ($item in $outlook.Session.GetDefaultFolder(9).Items) { $ids[$item.EntryID] = 1; $names[$item.Subject] = 1 }
    [Console]::Out.Write("$($ids.Count) $($names.Count)")`);
  t.is(reader.stdout, '400 400');
});

test('lab: member calls can be appended to a file that another process reads', async (t) => {
  const { mailbox, run } = withMailbox(t);
  const log = `${mailbox}.calls`;
  await run(`New-LabMailbox -Path $path -Owner 'user@mail.example'
    $outlook = Get-LabOutlook -Path $path -Settings @{ CallLog = ${quote(log)} }
    $item = $outlook.CreateItem(1); $item.Subject = 'x'; $item.Save()`);
  t.deepEqual(readFileSync(log, 'utf8').trim().split('\n'), ['Application.CreateItem', 'AppointmentItem.Subject=', 'AppointmentItem.Save']);
});

test('lab: an existing file is never overwritten by a new mailbox', async (t) => {
  const { run } = withMailbox(t);
  const result = await run(`New-LabMailbox -Path $path -Owner 'user@mail.example'
    try { New-LabMailbox -Path $path -Owner 'user@mail.example' } catch { [Console]::Out.Write('refused') }`);
  t.is(result.stdout, 'refused');
});
