// The real cmdlets in a real PowerShell engine, in front of the real engine, against the lab's Mail2000 and a mailbox file.
import test from 'ava';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { officeSeed } from '../../lab/mail2000/office-seed.js';
import { ADDRESS } from '../engine/cli/lab-engine.js';
import { isLabShell } from '../support/shell.js';
import { bench, quoted, root } from './cmdlet-bench.js';

/** Both editions where the lab's console can be either. */
const EDITIONS: readonly (readonly [string, readonly string[]])[] = isLabShell() ? [['Core', []], ['Desktop', ['-M2KEdition', 'Desktop']]] : [['as installed', []]];

for (const [edition, switches] of EDITIONS) {
  test(`connect, plan, sync, choose, status and disconnect give typed objects (${edition})`, async (t) => {
    const { run, engine, server } = await bench(t);
    const { said } = await run(`
$found = Connect-M2KSync -MailHost $mailHost -Credential $credential
$said.collection = $found[0].PSObject.TypeNames[0]; $said.names = @($found | ForEach-Object { $_.Name })
$plan = Start-M2KSync -WhatIf
$said.plan = @($plan.PSObject.TypeNames[0], $plan.Items[0].PSObject.TypeNames[0], $plan.ToOutlook, $plan.Items[0].Title, $plan.Items[0].Outlook, $plan.Items[0].Result)
$said.untouched = -not [IO.File]::Exists(${quoted(join(engine.root, 'mailbox.json'))})
$result = Start-M2KSync
$said.result = @($result.PSObject.TypeNames[0], $result.Items[0].PSObject.TypeNames[0], $result.Done, $result.Failed, $result.ExitCode, ($result.Ended -is [datetime]))
$again = Start-M2KSync
$said.again = @($again.Done, $again.InStep, @($again.Items).Count)
$said.set = @(Get-M2KSyncCollection | Where-Object { $_.Kind -eq 'contact' } | Set-M2KSyncCollection -Direction toOutlook -Clash newer -PassThru | ForEach-Object { $_.Direction; $_.Clash; $_.Enabled })
$status = Get-M2KSyncStatus
$said.status = @($status.PSObject.TypeNames[0], $status.Connected, $status.Address, ($status.LastRun -is [datetime]), ($status.LastSuccess -is [datetime]), @($status.Problems).Count)
Disconnect-M2KSync -Confirm:$false
$said.after = (Get-M2KSyncStatus).Connected`, switches);
    t.deepEqual(said, {
      collection: 'M2KSync.Collection', names: ['個人行事曆', '個人通訊錄'],
      plan: ['M2KSync.Plan', 'M2KSync.PlanItem', 2, '週會', 'create', 'planned'], untouched: true,
      result: ['M2KSync.Result', 'M2KSync.ItemResult', 2, 0, 0, true], again: [0, 2, 0],
      set: ['toOutlook', 'newer', true], status: ['M2KSync.Status', true, ADDRESS, true, true, 0], after: false,
    });
    t.is(server.counts()['PUT'], undefined);
  });
}

test('errors have stable ids, the right category and the advice as RecommendedAction', async (t) => {
  const { run } = await bench(t);
  const { said } = await run(`
$said.wrong = Get-Failure { Connect-M2KSync -MailHost $mailHost -Credential $wrong }
$said.unreachable = Get-Failure { Connect-M2KSync -MailHost 'http://127.0.0.1:9' -Credential $credential }
$said.notConnected = Get-Failure { Start-M2KSync }
Connect-M2KSync -MailHost $mailHost -Credential $credential | Out-Null
$said.noSuch = Get-Failure { Set-M2KSyncCollection -Id nonsense -Enabled $true }
$said.validate = Get-Failure { Set-M2KSyncCollection -Id x -Direction sideways }`);
  t.like(said, {
    wrong: { id: 'M2K.Unauthorized.rejected,Connect-M2KSync', category: 'AuthenticationError' },
    unreachable: { id: 'M2K.Unavailable.connection-refused,Connect-M2KSync', category: 'ConnectionError' },
    notConnected: { id: 'M2K.Settings.not-connected,Start-M2KSync', category: 'ConnectionError' },
    noSuch: { id: 'M2K.Settings.no-such-collection,Set-M2KSyncCollection', category: 'ObjectNotFound', target: 'nonsense' },
    validate: { id: 'ParameterArgumentValidationError,Set-M2KSyncCollection', category: 'InvalidData' },
  });
  for (const name of ['wrong', 'notConnected', 'noSuch']) {
    const { advice, message } = said[name] as { readonly advice: string; readonly message: string };
    t.regex(advice, /M2KSync/, name);
    t.true(message.endsWith(advice), name);
  }
});

test('what is held is a warning and an entry of the result', async (t) => {
  const { run, server } = await bench(t, { office: officeSeed() }), calendar = server.office.collection(`calendars/${ADDRESS}/default`);
  // Outlook has no date of its own beside a rule: held with its reason.
  calendar.put('more.ics', (calendar.get('1001.ics') ?? '').replace(/UID:.*/, 'UID:more\r').replace(/SUMMARY:.*/, 'SUMMARY:加開\r\nRRULE:FREQ=WEEKLY\r\nRDATE;TZID=Asia/Taipei:20301105T103000\r'));
  const { said } = await run(`
Connect-M2KSync -MailHost $mailHost -Credential $credential | Out-Null
$result = Start-M2KSync -ErrorVariable failures -WarningVariable warnings -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
$said.held = $result.Held; $said.warnings = @($warnings).Count; $said.exit = $result.ExitCode; $said.failures = @($failures).Count
$said.heldItems = @($result.Items | Where-Object { $_.Result -eq 'held' } | ForEach-Object { $_.ErrorId })`);
  t.true(Number(said['held']) > 0);
  t.is(said['warnings'], said['held']);
  t.is(said['exit'], 3);
  t.is(said['failures'], 0);
  t.true((said['heldItems'] as readonly string[]).every((id) => /^M2K\.[A-Z]/.test(id)));
});

test('an item that fails is an error that does not end the command, with its own id and category, and the others are synced', async (t) => {
  const { run, engine, server } = await bench(t);
  await run(`Connect-M2KSync -MailHost $mailHost -Credential $credential | Out-Null; Start-M2KSync | Out-Null`);
  engine.changeMailbox((box) => ({
    ...box, count: box.count + 10,
    folders: box.folders.map((folder) => ({ ...folder, items: folder.items.map((item) => ({ ...item, version: box.count + 5, fields: { ...(item.fields as object), ...(folder.kind === 'event' ? { location: 'Room 9' } : { company: 'Nine' }) } })) })),
  }));
  server.faults.add({ method: 'PUT', path: '/calendars/', fault: { kind: 'answer', status: 403 } });
  const { said } = await run(`
$result = Start-M2KSync -ErrorVariable failures -ErrorAction SilentlyContinue
$said.done = $result.Done; $said.failed = $result.Failed; $said.exit = $result.ExitCode
$said.errors = @($failures | ForEach-Object { $_.FullyQualifiedErrorId; [string]$_.CategoryInfo.Category; [string]$_.TargetObject })
$said.item = @($result.Items | Where-Object { $_.Result -eq 'failed' } | ForEach-Object { $_.ErrorId; $_.Title })`);
  t.deepEqual(said, { done: 1, failed: 1, exit: 3, errors: ['M2K.Refused.http-403,Start-M2KSync', 'PermissionDenied', '週會'], item: ['M2K.Refused.http-403', '週會'] });
});

test('a title that looks like a date or begins with a sign stays the text it is', async (t) => {
  const { run, server } = await bench(t);
  const calendar = server.office.collection('calendars/xiaoming@example.com.tw/default');
  const text = calendar.get('1001.ics') ?? '';
  for (const title of ['2026-11-23T09:00:00Z', '=SUM(A1)']) {
    calendar.put('1001.ics', text.replace(/SUMMARY:.*?\r/, `SUMMARY:${title}\r`));
    const { said } = await run(`
Connect-M2KSync -MailHost $mailHost -Credential $credential | Out-Null
$item = (Start-M2KSync -WhatIf).Items | Where-Object { $_.Kind -eq 'event' } | Select-Object -First 1
$said.title = $item.Title; $said.isText = $item.Title -is [string]`);
    t.deepEqual(said, { title, isText: true });
  }
});

test('-WhatIf on choosing, adding and connecting changes nothing', async (t) => {
  const { run, engine, server } = await bench(t);
  const { said } = await run(`
Connect-M2KSync -MailHost $mailHost -Credential $credential -WhatIf | Out-Null
$said.connected = (Get-M2KSyncStatus).Connected
Connect-M2KSync -MailHost $mailHost -Credential $credential | Out-Null
Get-M2KSyncCollection | Set-M2KSyncCollection -Enabled $false -WhatIf
Add-M2KSyncCollection -Url /x/ -WhatIf
Disconnect-M2KSync -WhatIf
$said.enabled = @(Get-M2KSyncCollection | Where-Object { $_.Enabled }).Count`);
  t.deepEqual(said, { connected: false, enabled: 2 });
  t.deepEqual(engine.mailbox().folders.length, 2);
  t.is(server.counts()['PUT'], undefined);
});

test('an engine that is not there, or of another version, is refused with what to do', async (t) => {
  const { run, engine } = await bench(t);
  const other = join(engine.root, 'other.mjs');
  writeFileSync(other, 'process.stdout.write(JSON.stringify({ t: "hello", v: 1, version: "9.9.9" }) + "\\n"); process.stdin.resume();');
  const silent = join(engine.root, 'silent.mjs');
  writeFileSync(silent, 'process.stderr.write("no such thing"); process.exit(7);');
  const { said } = await run(`
Import-Module ${quoted(join(root, 'M2KSync.psd1'))} -Force -ArgumentList @{ Node = $parts.Node; Engine = ${quoted(join(engine.root, 'none.mjs'))} }
$said.missing = Get-Failure { Get-M2KSyncStatus }
Import-Module ${quoted(join(root, 'M2KSync.psd1'))} -Force -ArgumentList @{ Node = $parts.Node; Engine = ${quoted(other)} }
$said.other = Get-Failure { Get-M2KSyncStatus }
Import-Module ${quoted(join(root, 'M2KSync.psd1'))} -Force -ArgumentList @{ Node = $parts.Node; Engine = ${quoted(silent)} }
$said.silent = Get-Failure { Get-M2KSyncStatus }`);
  t.like(said, {
    missing: { id: 'M2K.EngineMissing,Get-M2KSyncStatus', category: 'NotInstalled' },
    other: { id: 'M2K.EngineOther,Get-M2KSyncStatus', category: 'NotInstalled' },
    silent: { id: 'M2K.Bug,Get-M2KSyncStatus' },
  });
  t.regex((said['silent'] as { readonly message: string }).message, /7.*no such thing/);
});

test('objects print as tables and sentences', async (t) => {
  const { run } = await bench(t);
  const { stdout } = await run(`
Connect-M2KSync -MailHost $mailHost -Credential $credential | Out-Default
Start-M2KSync | Out-Default
Get-M2KSyncStatus | Out-Default`);
  t.regex(stdout, /Id +Name +Kind +Scope +Enabled +Direction +Folder/);
  t.regex(stdout, /週會.*\(done\)/);
  t.regex(stdout, /2 done, 0 held, 0 failed\./);
  t.regex(stdout, /Connected +: True/);
});
