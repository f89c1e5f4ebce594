// Names of folders and collections as their users see them (mission M13), and the folder that is not where it was.
import test from 'ava';
import { ADDRESS } from '../engine/cli/lab-engine.js';
import { CONNECT, bench } from './cmdlet-bench.js';

const SYNC = 'Start-M2KSync -WarningAction SilentlyContinue -ErrorAction SilentlyContinue';
const NAMES = '$folders = $outlook.Session.GetDefaultFolder(9).Folders; (@(1..$folders.Count | ForEach-Object { $folders.Item($_).Name }) | Sort-Object) -join ","';

test.serial('M13: a personal calendar takes the name that either side gave it, planned before it is done, and every other folder follows the server', async (t) => {
  const { run, server, asUser } = await bench(t, { outlook: 'lab' });
  const mine = server.office.collection(`calendars/${ADDRESS}/default`), theirs = server.office.collection('calendars/meiling@example.com.tw/default');
  theirs.grant(ADDRESS, ['read']);
  theirs.displayName = '業務部';
  await run(`${CONNECT}; Add-M2KSyncCollection -Url '${theirs.path}' -Scope shared | Where-Object Scope -EQ shared | Set-M2KSyncCollection -Enabled $true
Get-M2KSyncCollection | Where-Object Kind -EQ contact | Set-M2KSyncCollection -Enabled $false
${SYNC}`);
  t.is(await asUser(NAMES), ['個人行事曆', '業務部'].sort().join(','));
  await asUser("$folders = $outlook.Session.GetDefaultFolder(9).Folders; @(1..$folders.Count | ForEach-Object { $folders.Item($_) }) | ForEach-Object { if ($_.Name -eq '業務部') { $_.Name = '別人的' } else { $_.Name = '我的行程' } }");
  server.resetLog();
  const lines = '@($_.Items | ForEach-Object { "$($_.Rule)|$($_.Changes[0].Side)|$($_.Changes[0].From)|$($_.Changes[0].To)" } | Sort-Object)';
  const plan = await run(`$said.plan = Start-M2KSync -WhatIf | ForEach-Object { ${lines} }`);
  t.deepEqual(plan.said['plan'], ['rename|outlook|別人的|業務部', 'rename|server|個人行事曆|我的行程'].sort());
  t.deepEqual([server.counts()['PROPPATCH'], mine.displayName], [undefined, '個人行事曆']);
  const { said } = await run(`$said.done = ${SYNC} | ForEach-Object { ${lines} }; $said.again = @((${SYNC}).Items).Count; $said.name = (Get-M2KSyncCollection | Where-Object Scope -EQ personal).Name -join ','`);
  t.deepEqual(said['done'], plan.said['plan']);
  t.deepEqual([said['again'], mine.displayName, theirs.displayName], [0, '我的行程', '業務部']);
  t.is(await asUser(NAMES), ['我的行程', '業務部'].sort().join(','));
  mine.displayName = '差旅';
  theirs.displayName = '差旅';
  await run(`${SYNC} | Out-Null`);
  t.is(await asUser(NAMES), ['差旅', '差旅 (Mail2000)'].sort().join(','), 'a name that is taken in Outlook goes beside it');
  t.deepEqual((await run(`$said.again = @((${SYNC}).Items).Count`)).said, { again: 0 });
});

test('M13: a folder of the default option is never renamed, nor is its calendar', async (t) => {
  const { run, server, engine } = await bench(t), mine = server.office.collection(`calendars/${ADDRESS}/default`);
  await run(`${CONNECT}; Get-M2KSyncCollection | Where-Object Kind -EQ event | Set-M2KSyncCollection -DefaultFolder $true; ${SYNC}`);
  mine.displayName = '差旅';
  const { said } = await run(`$said.done = @((${SYNC}).Items).Count`);
  t.deepEqual([said, engine.mailbox().folders.find(({ id }) => id === 'calendar')?.name, mine.displayName], [{ done: 0 }, 'Calendar', '差旅']);
});

test('M13: a server that takes no other name is told once, the folder keeps the user\'s, and items are synced as before', async (t) => {
  const { run, server, engine } = await bench(t), mine = server.office.collection(`calendars/${ADDRESS}/default`);
  await run(`${CONNECT}; ${SYNC}`);
  server.quirks.proppatchRefused = true;
  engine.changeMailbox((box) => ({ ...box, folders: box.folders.map((folder) => (folder.kind === 'event' && !folder.isDefault ? { ...folder, name: '我的行程' } : folder)) }));
  const { said } = await run(`$result = ${SYNC}; $said.first = @($result.Failed, $result.ExitCode, (Get-M2KSyncFailure).ErrorId); $again = ${SYNC}; $said.again = @($again.Failed, $again.InStep, $again.ExitCode)`);
  t.deepEqual(said, { first: [1, 3, 'M2K.Refused.collection-name'], again: [0, 2, 0] });
  t.deepEqual([mine.displayName, engine.mailbox().folders.some(({ name }) => name === '我的行程')], ['個人行事曆', true]);
});

test('M4: where Outlook has another default data file the calendar is not joined to another folder unasked, and the command that does is told', async (t) => {
  const { run, server, engine } = await bench(t), mine = server.office.collection(`calendars/${ADDRESS}/default`);
  await run(`${CONNECT}; Get-M2KSyncCollection | Where-Object Kind -EQ event | Set-M2KSyncCollection -DefaultFolder $true; ${SYNC}`);
  engine.changeMailbox((box) => ({
    ...box, folders: [...box.folders.map((folder) => (folder.id === 'calendar' ? { ...folder, isDefault: false } : folder)), { id: 'other', kind: 'event', name: 'Calendar', isDefault: true, items: [] }],
  }));
  const { said } = await run(`
Start-M2KSync -ErrorVariable failures -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Out-Null
$said.id = $failures[0].FullyQualifiedErrorId
$command = [regex]::Match($failures[0].ErrorDetails.RecommendedAction, 'Set-M2KSyncCollection -Id \\S+ -Relink').Value
& ([scriptblock]::Create($command))
$said.done = (${SYNC}).Done`);
  t.deepEqual(said, { id: 'M2K.Unavailable.default-folder-changed,Start-M2KSync', done: 1 });
  t.deepEqual([engine.mailbox().folders.filter(({ kind }) => kind === 'event').map(({ id, items }) => [id, items.length]), mine.list().length], [[['calendar', 1], ['other', 1]], 1]);
});
