// The safety net as its users have it: plan, guards, failed items, status (mission M6, B1, B4, B10).
import test from 'ava';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONNECT, bench } from './cmdlet-bench.js';
import { ADDRESS, SECRET } from '../engine/cli/lab-engine.js';
import { anEvent } from '../support/an-event.js';

const QUIET = '-WarningAction SilentlyContinue -ErrorAction SilentlyContinue';
const writes = (counts: Readonly<Record<string, number>>): number => (counts['PUT'] ?? 0) + (counts['DELETE'] ?? 0);

test('B1: the plan names side, cell, old and new value of each field, touches nothing, and is what the run then does', async (t) => {
  const { run, engine, server } = await bench(t);
  const calendar = server.office.collection(`calendars/${ADDRESS}/default`);
  await run(`${CONNECT}; Start-M2KSync | Out-Null`);
  calendar.put('1001.ics', (calendar.get('1001.ics') ?? '').replace('LOCATION:三樓會議室', 'LOCATION:地下室'));
  calendar.put('new.ics', (calendar.get('1001.ics') ?? '').replace(/UID:.*/, 'UID:new\r').replace(/SUMMARY:.*/, 'SUMMARY:另一個\r'));
  engine.changeMailbox((box) => ({ ...box, count: box.count + 9, folders: box.folders.map((folder) => ({ ...folder, items: folder.items.map((item) => (folder.kind === 'event' ? { ...item, version: box.count + 9, fields: { ...(item.fields as object), body: '議程' } } : item)) })) }));
  const before = JSON.stringify(engine.mailbox());
  server.resetLog();
  const lines = '@($_ | ForEach-Object { "$($_.Title)|$($_.Rule)|$($_.Outlook)|$($_.Server)|" + (@($_.Changes | ForEach-Object { "$($_.Side) $($_.Field) $($_.From)>$($_.To)" }) -join ";") })';
  const { said } = await run(`$plan = Start-M2KSync -WhatIf; $said.plan = @($plan.Items | ForEach-Object { ${lines} })`);
  t.is(JSON.stringify(engine.mailbox()), before);
  t.is(writes(server.counts()), 0);
  t.true((said['plan'] as readonly string[]).includes('週會|edited,edited|update|update|outlook location 三樓會議室>地下室;server body >議程'), JSON.stringify(said));
  t.is((said['plan'] as readonly string[]).length, 2);
  const done = await run(`$result = Start-M2KSync; $said.plan = @($result.Items | ForEach-Object { ${lines} })`);
  t.deepEqual(done.said['plan'], said['plan']);
});

test('B4: more deletions than pass unasked are held with their number and a command; the rest goes on; the command lets exactly these pass', async (t) => {
  const { run, server } = await bench(t);
  const calendar = server.office.collection(`calendars/${ADDRESS}/default`);
  calendar.remove('1001.ics');
  const event = (n: number): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', 'BEGIN:VEVENT', `UID:e${String(n)}`, 'DTSTAMP:20261101T020000Z', `SUMMARY:事件 ${String(n)}`, 'DTSTART;VALUE=DATE:20301101', 'DTEND;VALUE=DATE:20301102', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  for (let n = 0; n < 30; n += 1) calendar.put(`e${String(n)}.ics`, event(n));
  await run(`${CONNECT}; Start-M2KSync | Out-Null`);
  for (let n = 0; n < 12; n += 1) calendar.remove(`e${String(n)}.ics`);
  calendar.put('e20.ics', event(20).replace('事件 20', '改過了'));
  const { said } = await run(`
$result = Start-M2KSync -WarningVariable warned ${QUIET}
$said.first = @($result.Done, $result.Held, $result.ExitCode)
$hold = (Get-M2KSyncStatus).Holds[0]
$said.hold = @($hold.Reason, $hold.Count, ($hold.Command -eq "Start-M2KSync -Accept $($hold.Id)"))
$said.told = [string]$warned -match "12 .*10 .*Start-M2KSync -Accept $($hold.Id)"
$said.wrong = @(Start-M2KSync -Accept 00000000 -WarningVariable warned ${QUIET} | ForEach-Object { $_.Held; [string]$warned -match '00000000' })
$done = & ([scriptblock]::Create($hold.Command))
$said.accepted = @($done.Done, $done.Held, $done.ExitCode)
$said.after = @((Get-M2KSyncStatus).Holds).Count`);
  t.deepEqual(said, { first: [1, 12, 4], hold: ['deletions', 12, true], told: true, wrong: [12, true], accepted: [12, 0, 0], after: 0 });
});

test('B4: a first run onto a filled folder is held with what it would do, and let pass by its id', async (t) => {
  const { run, engine } = await bench(t);
  const mine = { id: 'mine', version: 1, uid: 'mine', extra: '', created: '2026-01-05T01:00:00Z', modified: '2026-01-05T01:00:00Z', fields: anEvent({ subject: 'Mine', when: { allDay: true, start: '2030-01-01', end: '2030-01-02' } }) };
  engine.changeMailbox((box) => ({ ...box, count: 2, folders: box.folders.map((folder) => (folder.id === 'calendar' ? { ...folder, items: [mine] } : folder)) }));
  const { said } = await run(`${CONNECT}
Get-M2KSyncCollection | Where-Object Kind -EQ event | Set-M2KSyncCollection -DefaultFolder $true
$result = Start-M2KSync -WarningVariable warned ${QUIET}
$hold = (Get-M2KSyncStatus).Holds[0]
$said.held = @($result.ExitCode, $hold.Reason, ([string]$warned -match '0 would be joined, 1 added in Outlook, 1 added on the server'))
$done = Start-M2KSync -Accept $hold.Id
$said.done = @($done.Done, $done.ExitCode)`);
  t.deepEqual(said, { held: [4, 'first-run', true], done: [2, 0] });
});

test('M6: failed items are listed with field, reason and what to do; they rest until they change, and "again" tries them', async (t) => {
  const { run, engine, server } = await bench(t);
  await run(`${CONNECT}; Start-M2KSync | Out-Null`);
  const edit = (location: string): void => { engine.changeMailbox((box) => ({ ...box, count: box.count + 9, folders: box.folders.map((folder) => ({ ...folder, items: folder.items.map((item) => (folder.kind === 'event' ? { ...item, version: box.count + 9, fields: { ...(item.fields as object), location } } : item)) })) })); };
  edit('Room 9');
  server.faults.add({ method: 'PUT', path: '/calendars/', fault: { kind: 'answer', status: 403 } });
  const first = await run(`$result = Start-M2KSync ${QUIET}
$said.first = @($result.Failed, $result.ExitCode)
$said.failures = @(Get-M2KSyncFailure | ForEach-Object { $_.PSObject.TypeNames[0]; $_.Title; $_.Side; $_.ErrorId; ($_.Reason.Length -gt 5); ($_.Remedy -match 'M2KSync') })
$said.rests = @(Start-M2KSync ${QUIET} | ForEach-Object { $_.Held; $_.Failed; $_.Done })`);
  t.deepEqual(first.said, { first: [1, 3], failures: ['M2KSync.Failure', '週會', 'server', 'M2K.Refused.http-403', true, true], rests: [1, 0, 0] });
  t.is(server.counts()['PUT'], 1);
  const again = await run(`$result = Start-M2KSync -Retry; $said.again = @($result.Done, $result.ExitCode, @(Get-M2KSyncFailure).Count)`);
  t.deepEqual(again.said, { again: [1, 0, 0] });
});

test('B10: the status is an object, a table and JSON, and last-run.json tells an administrator without naming anything', async (t) => {
  const { run, engine, server } = await bench(t);
  const { said } = await run(`${CONNECT}; Start-M2KSync | Out-Null; Start-M2KSync | Out-Null
$status = Get-M2KSyncStatus
$said.links = @($status.Links | ForEach-Object { "$($_.Name) $($_.InOutlook) $($_.OnServer) $($_.InStep) $($_.Failed)" })
$said.json = ($status | ConvertTo-Json -Depth 5 | ConvertFrom-Json).Links.Count
$said.shape = @($status.LastError, ($status.LastAttempt -is [datetime]), @($status.Holds).Count)`);
  t.deepEqual(said, { links: ['個人行事曆 1 1 1 0', '個人通訊錄 1 1 1 0'], json: 2, shape: [null, true, 0] });
  const beat = (): Readonly<Record<string, unknown>> => JSON.parse(readFileSync(join(engine.profile, 'last-run.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  const good = beat();
  t.like(good, { v: 1, version: '0.1.0', exitCode: 0, lastError: null, inStep: 2, done: 0, held: 0, failed: 0, holds: [] });
  t.is(good['lastSuccess'], good['at']);
  server.faults.add({ method: 'PROPFIND', path: '/', fault: { kind: 'answer', status: 401 } });
  const { said: bad } = await run(`$said.id = (Get-Failure { Start-M2KSync }).id; $said.last = (Get-M2KSyncStatus).LastError`);
  t.deepEqual(bad, { id: 'M2K.Unauthorized.rejected,Start-M2KSync', last: 'M2K.Unauthorized.rejected' });
  t.like(beat(), { exitCode: 5, lastSuccess: good['lastSuccess'] as string, lastError: 'M2K.Unauthorized.rejected' });
  t.false(readFileSync(join(engine.profile, 'last-run.json'), 'utf8').includes('週會'));
});

test('B7: of a calendar set to busy only no title, place or text reaches the server, and the password is in no file, argument or output', async (t) => {
  const { run, engine, server } = await bench(t);
  const calendar = server.office.collection(`calendars/${ADDRESS}/default`), mine = anEvent({ subject: '面談', location: '診所', body: '病歷', when: { allDay: true, start: '2030-01-01', end: '2030-01-02' } });
  await run(`${CONNECT}; Get-M2KSyncCollection | Where-Object Kind -EQ event | Set-M2KSyncCollection -BusyOnly toServer; Start-M2KSync | Out-Null`);
  engine.changeMailbox((box) => ({ ...box, count: box.count + 9, folders: box.folders.map((folder) => (folder.kind === 'event' && !folder.isDefault ? { ...folder, items: [...folder.items, { id: 'mine', version: box.count + 9, uid: 'mine', extra: '', created: '2030-01-05T01:00:00Z', modified: '2030-01-05T01:00:00Z', fields: mine }] } : folder)) }));
  const { said, stdout, stderr } = await run(`$said.done = (Start-M2KSync -Verbose 4>&1 | Where-Object { $_ -isnot [string] } | Select-Object -Last 1).Done; $said.again = @((Start-M2KSync).Items).Count`);
  t.deepEqual(said, { done: 1, again: 0 });
  const sent = calendar.byUid('mine')?.text ?? '';
  t.regex(sent, /DTSTART;VALUE=DATE:20300101/);
  t.notRegex(sent, /面談|診所|病歷/);
  t.true(engine.mailbox().folders.some(({ items }) => items.some(({ fields }) => (fields as { readonly subject?: string }).subject === '面談')), 'Outlook keeps what it has');
  const files = readdirSync(engine.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.ps1')).map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'));
  t.true(files.length > 4);
  for (const text of [...files, stdout, stderr]) t.false(text.includes(SECRET) || text.includes(Buffer.from(SECRET).toString('latin1')) || text.includes(Buffer.from(`${ADDRESS}:${SECRET}`).toString('base64')));
});
