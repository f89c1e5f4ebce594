// Choosing and choosing again (mission M2, M4; rules.md 9, 23).
import test from 'ava';
import { ADDRESS } from '../engine/cli/lab-engine.js';
import { CONNECT, bench } from './cmdlet-bench.js';
import type { Bench } from './cmdlet-bench.js';
import { anEvent } from '../support/an-event.js';

const SYNC = 'Start-M2KSync -WarningAction SilentlyContinue -ErrorAction SilentlyContinue';
const CALENDAR = 'Get-M2KSyncCollection | Where-Object { $_.Kind -eq "event" -and $_.Scope -eq "personal" } | Select-Object -First 1 | Set-M2KSyncCollection';
const folders = ({ engine }: Bench): readonly (readonly [string, readonly string[]])[] =>
  engine.mailbox().folders.filter(({ kind }) => kind === 'event').map(({ name, items }) => [name, items.map(({ fields }) => (fields as { readonly subject: string }).subject).sort()]);
const mine = (subject: string, version: number) => ({
  id: `mine-${subject}`, version, uid: `mine-${subject}`, extra: '', created: '2026-01-05T01:00:00Z', modified: '2026-01-05T01:00:00Z',
  fields: anEvent({ subject, when: { allDay: true, start: '2030-01-01', end: '2030-01-02' } }),
});

test('M2: switched off, folder and items stay on both sides; switched on again, it goes on where it was and doubles nothing', async (t) => {
  const desk = await bench(t), calendar = desk.server.office.collection(`calendars/${ADDRESS}/default`);
  await desk.run(`${CONNECT}; ${SYNC}; ${CALENDAR} -Enabled $false`);
  calendar.put('new.ics', (calendar.get('1001.ics') ?? '').replace(/UID:.*/, 'UID:new\r').replace(/SUMMARY:.*/, 'SUMMARY:新的\r'));
  const off = await desk.run(`$said.done = (${SYNC}).Done`);
  t.deepEqual([off.said, folders(desk)], [{ done: 0 }, [['Calendar', []], ['個人行事曆', ['週會']]]]);
  const on = await desk.run(`${CALENDAR} -Enabled $true; $said.done = (${SYNC}).Done; $said.again = (${SYNC}).Done`);
  t.deepEqual([on.said, folders(desk)], [{ done: 1, again: 0 }, [['Calendar', []], ['個人行事曆', ['新的', '週會'].sort()]]]);
  t.is(calendar.list().length, 2);
});

test('M2: switched off with what sync brought, that goes to Deleted Items and what the user made or changed stays; the server keeps all, and switched on again nothing is doubled', async (t) => {
  const desk = await bench(t), calendar = desk.server.office.collection(`calendars/${ADDRESS}/default`);
  const event = (uid: string, summary: string): string => (calendar.get('1001.ics') ?? '').replace(/UID:.*/, `UID:${uid}\r`).replace(/SUMMARY:.*/, `SUMMARY:${summary}\r`);
  calendar.put('changed.ics', event('changed', '改的'));
  await desk.run(`${CONNECT}; ${SYNC}`);
  desk.engine.changeMailbox((box) => ({ ...box, count: box.count + 9, folders: box.folders.map((folder) => (folder.name !== '個人行事曆' ? folder : { ...folder, items: [mine('我的', box.count + 9), ...folder.items.map((item) => ((item.fields as { readonly subject: string }).subject === '改的' ? { ...item, version: box.count + 9, fields: { ...(item.fields as object), location: 'Room 5' } } : item))] })) }));
  const off = await desk.run(`$said.wrong = (Get-Failure { ${CALENDAR} -RemoveItems }).id
${CALENDAR} -Enabled $false -RemoveItems -WarningVariable warned -WarningAction SilentlyContinue
$said.told = [string]$warned; $said.kept = @(Get-M2KSyncHistory | ForEach-Object { "$($_.Title) $($_.What)" })`);
  t.like(off.said, { wrong: 'M2K.Settings.remove-only-off,Set-M2KSyncCollection', kept: ['週會 deleted'] });
  t.regex(String(off.said['told']), /^1 .*Deleted Items; 2 /);
  t.deepEqual([folders(desk).at(-1), calendar.list().length, desk.engine.mailbox().deleted.length], [['個人行事曆', ['我的', '改的'].sort()], 2, 1]);
  const on = await desk.run(`${CALENDAR} -Enabled $true; $result = ${SYNC}; $hold = (Get-M2KSyncStatus).Holds; if (@($hold).Count -gt 0) { $result = Start-M2KSync -Accept $hold[0].Id }; $said.again = @((${SYNC}).Items).Count`);
  t.deepEqual(on.said, { again: 0 });
  t.deepEqual(folders(desk).at(-1), ['個人行事曆', ['我的', '改的', '週會'].sort()]);
  t.is(calendar.list().length, 3);
});

test('M2: a folder that the user deleted is told with the command that joins a new one; nothing is deleted on the server', async (t) => {
  const desk = await bench(t), calendar = desk.server.office.collection(`calendars/${ADDRESS}/default`);
  await desk.run(`${CONNECT}; ${SYNC}`);
  desk.engine.changeMailbox((box) => ({ ...box, folders: box.folders.filter(({ name }) => name !== '個人行事曆') }));
  const { said } = await desk.run(`
Start-M2KSync -ErrorVariable failures -ErrorAction SilentlyContinue | Out-Null
$said.id = $failures[0].FullyQualifiedErrorId
$command = [regex]::Match($failures[0].ErrorDetails.RecommendedAction, 'Set-M2KSyncCollection -Id \\S+ -Relink').Value
& ([scriptblock]::Create($command))
$said.done = (${SYNC}).Done`);
  t.deepEqual(said, { id: 'M2K.Unavailable.folder-gone,Start-M2KSync', done: 1 });
  t.deepEqual([folders(desk), calendar.list().length], [[['Calendar', []], ['個人行事曆', ['週會']]], 1]);
});

test('M2: a calendar that is new on the server is offered, not begun by itself; one that vanished there is reported, and its folder stays as it is', async (t) => {
  const desk = await bench(t);
  await desk.run(`${CONNECT}; ${SYNC}`);
  const path = `calendars/${ADDRESS}/second`, text = desk.server.office.collection(`calendars/${ADDRESS}/default`).get('1001.ics') ?? '';
  const second = desk.server.office.addCollection({ tree: 'calendars', home: ADDRESS, name: 'second', scope: 'personal', owner: ADDRESS, displayName: '專案' });
  second.put('p.ics', text.replace(/UID:.*/, 'UID:p\r').replace(/SUMMARY:.*/, 'SUMMARY:專案會議\r'));
  const { said } = await desk.run(`$new = Get-M2KSyncCollection -Refresh | Where-Object Name -EQ 專案
$said.offered = $new.Enabled
$new | Set-M2KSyncCollection -Enabled $true
$said.done = (${SYNC}).Done`);
  t.deepEqual(said, { offered: false, done: 1 });
  const there = ['專案', ['專案會議']] as const;
  t.deepEqual(folders(desk).find(([name]) => name === '專案'), there);

  desk.server.office.removeCollection(path);
  const gone = await desk.run(`Get-M2KSyncCollection -Refresh -WarningAction SilentlyContinue | Out-Null
$result = Start-M2KSync -ErrorVariable failures -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
$said.told = [string]$failures[0].FullyQualifiedErrorId; $said.named = $failures[0].ErrorDetails.Message.Contains('專案'); $said.advised = $failures[0].ErrorDetails.RecommendedAction.Length -gt 0
$said.deleted = @($result.Items).Count; $said.links = @((Get-M2KSyncStatus).Links).Count`);
  t.like(gone.said, { told: 'M2K.Unavailable.collection-gone,Start-M2KSync', named: true, advised: true, deleted: 0 });
  t.deepEqual(folders(desk).find(([name]) => name === '專案'), there);
});

test('M4: joined to the default calendar later, what belongs to it moves there, killed half-way or not; what the user had there is shown before it goes to the server', async (t) => {
  const desk = await bench(t), calendar = desk.server.office.collection(`calendars/${ADDRESS}/default`);
  calendar.put('new.ics', (calendar.get('1001.ics') ?? '').replace(/UID:.*/, 'UID:new\r').replace(/SUMMARY:.*/, 'SUMMARY:新的\r'));
  await desk.run(`${CONNECT}; ${SYNC}; ${CALENDAR} -DefaultFolder $true`);
  // As a run leaves it that was killed between the first move and its commit; and the user's own appointment.
  desk.engine.changeMailbox((box) => {
    const [first] = box.folders.find(({ name }) => name === '個人行事曆')?.items ?? [];
    return { ...box, count: box.count + 9, folders: box.folders.map((folder) => (folder.id === 'calendar' ? { ...folder, items: [...(first ? [first] : []), mine('我的', 1)] } : { ...folder, items: folder.items.filter(({ id }) => id !== first?.id) })) };
  });
  const held = await desk.run(`$result = ${SYNC}; $said.held = @($result.ExitCode, (Get-M2KSyncStatus).Holds[0].Reason)`);
  t.deepEqual(held.said, { held: [4, 'first-run'] });
  t.deepEqual(folders(desk), [['Calendar', ['我的', '新的', '週會'].sort()], ['個人行事曆', []]]);
  t.is(calendar.list().length, 2);
  const on = await desk.run(`$said.done = (Start-M2KSync -Accept (Get-M2KSyncStatus).Holds[0].Id).Done; $said.again = (${SYNC}).Done`);
  t.deepEqual([on.said, calendar.list().length], [{ done: 1, again: 0 }, 3]);
  const off = await desk.run(`${CALENDAR} -DefaultFolder $false; $said.first = (${SYNC}).Done; $said.again = (${SYNC}).Done`);
  t.deepEqual(off.said, { first: 0, again: 0 });
  t.deepEqual(folders(desk), [['Calendar', ['我的']], ['個人行事曆', ['新的', '週會'].sort()]]);
  t.is(calendar.list().length, 3);
});
