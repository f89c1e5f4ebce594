// Undo as its users have it: the cmdlets, the whole engine, the lab's Outlook through the wire, HTTP (mission B2).
import test from 'ava';
import { ADDRESS } from '../engine/cli/lab-engine.js';
import { CONNECT, bench } from './cmdlet-bench.js';

const FOLDER = '$folder = $outlook.Session.GetDefaultFolder(9).Folders.Item(1)';
const RUN = 'Start-M2KSync -WarningAction SilentlyContinue';

test.serial('B2: what a sync overwrote is listed with what it held, comes back on both sides, and that can be undone too', async (t) => {
  const { run, server, asUser } = await bench(t, { outlook: 'lab' });
  const calendar = server.office.collection(`calendars/${ADDRESS}/default`);
  await run(`${CONNECT}; ${RUN}`);
  calendar.put('1001.ics', (calendar.get('1001.ics') ?? '').replace('LOCATION:三樓會議室', 'LOCATION:地下室'));
  const { said } = await run(`${RUN}
$entry = Get-M2KSyncHistory | Select-Object -First 1
$said.entry = @($entry.PSObject.TypeNames[0], $entry.Title, $entry.Side, $entry.What, $entry.Values[0].Field, $entry.Values[0].Value)
$plan = $entry | Restore-M2KSyncItem -WhatIf
$said.plan = @($plan.PSObject.TypeNames[0], $plan.ToOutlook, $plan.ToServer, $plan.Items[0].Changes[0].From, $plan.Items[0].Changes[0].To)
$done = $entry | Restore-M2KSyncItem
$said.done = @($done.PSObject.TypeNames[0], $done.Done, $done.Failed, $done.ExitCode)
$said.after = @((Start-M2KSync).Done, ((Get-M2KSyncHistory | Where-Object Id -EQ $entry.Id).Restored -is [datetime]))
$said.again = @(Get-M2KSyncHistory).Count`);
  t.deepEqual(said, {
    entry: ['M2KSync.HistoryEntry', '週會', 'outlook', 'overwritten', 'location', '三樓會議室'], plan: ['M2KSync.Plan', 1, 1, '地下室', '三樓會議室'],
    done: ['M2KSync.Result', 1, 0, 0], after: [0, true], again: 3,
  });
  t.regex(calendar.get('1001.ics') ?? '', /LOCATION:三樓會議室/);
  t.is(await asUser(`${FOLDER}; $folder.Items.Item(1).Location`), '三樓會議室');
  await run('Restore-M2KSyncItem -Run (Get-M2KSyncHistory)[0].Run | Out-Null');
  t.regex(calendar.get('1001.ics') ?? '', /LOCATION:地下室/);
  t.is(await asUser(`${FOLDER}; $folder.Items.Item(1).Location`), '地下室');
});

test.serial('B2: what was deleted on the server and so in Outlook comes back out of Deleted Items with its attachment, on the server with every property', async (t) => {
  const { run, server, asUser } = await bench(t, { outlook: 'lab' });
  const calendar = server.office.collection(`calendars/${ADDRESS}/default`);
  const text = (calendar.get('1001.ics') ?? '').replace('END:VEVENT', 'X-SECRET-SAUCE:kept\r\nEND:VEVENT');
  calendar.put('1001.ics', text);
  calendar.put('second.ics', text.replace(/UID:.*/, 'UID:second\r').replace(/SUMMARY:.*/, 'SUMMARY:stays\r'));
  await run(`${CONNECT}; ${RUN}`);
  await asUser(`${FOLDER}; $item = @($folder.Items | Where-Object { $_.Subject -eq '週會' })[0]; [void]$item.Attachments.Add('${import.meta.filename}'); $item.Save()`);
  await run(RUN);
  calendar.remove('1001.ics');
  const { said } = await run(`${RUN}
$entry = Get-M2KSyncHistory -Title 週會 | Where-Object What -EQ deleted
$said.side = $entry.Side
$done = $entry | Restore-M2KSyncItem
$said.done = @($done.Done, $done.Failed)
$said.quiet = (Start-M2KSync).Done`);
  t.deepEqual(said, { side: 'outlook', done: [1, 0], quiet: 0 });
  t.is(calendar.list().length, 2);
  t.true(calendar.list().some(({ name }) => /SUMMARY:週會[\s\S]*X-SECRET-SAUCE:kept/.test(calendar.get(name) ?? '')));
  t.is(await asUser(`${FOLDER}; $found = @($folder.Items | Where-Object { $_.Subject -eq '週會' }); "$($found.Count) $($found[0].Attachments.Count) $(@($outlook.Session.GetDefaultFolder(3).Items).Count)"`), '1 1 0');
});

test('B2: an entry that is not there, and a collection that is off, are refused with what to do', async (t) => {
  const { run, server } = await bench(t);
  const calendar = server.office.collection(`calendars/${ADDRESS}/default`);
  await run(`${CONNECT}; ${RUN}`);
  calendar.put('1001.ics', (calendar.get('1001.ics') ?? '').replace('LOCATION:三樓會議室', 'LOCATION:地下室'));
  const { said } = await run(`${RUN}
$said.none = (Get-Failure { Restore-M2KSyncItem -Id 99 }).id
Get-M2KSyncCollection | Where-Object Kind -EQ event | Set-M2KSyncCollection -Enabled $false
$said.off = (Get-Failure { Get-M2KSyncHistory | Restore-M2KSyncItem }).id
$said.unknown = (Get-Failure { Restore-M2KSyncItem -Run nonsense }).id`);
  t.deepEqual(said, { none: 'M2K.Settings.no-such-image,Restore-M2KSyncItem', off: 'M2K.Settings.restore-off,Restore-M2KSyncItem', unknown: 'M2K.Settings.no-such-image,Restore-M2KSyncItem' });
});
