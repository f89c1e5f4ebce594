// Directions and clashes as their users have them (mission M3, M5, M10, B3).
import test from 'ava';
import type { StoredItem } from '../../lab/engine/memory-mailbox.js';
import { ADDRESS } from '../engine/cli/lab-engine.js';
import { CONNECT, bench } from './cmdlet-bench.js';
import type { Bench } from './cmdlet-bench.js';
import { anEvent } from '../support/an-event.js';

const SYNC = 'Start-M2KSync -WarningAction SilentlyContinue -ErrorAction SilentlyContinue';
const one = (kind: string, direction: string): string => `Get-M2KSyncCollection | Where-Object Kind -EQ ${kind} | Set-M2KSyncCollection -Direction ${direction}`;
const DAY = { allDay: true as const, start: '2030-01-01', end: '2030-01-02' };
const event = anEvent({ subject: '我的', when: DAY });

/** What the user does in the linked folder of that kind. */
function inFolder({ engine }: Bench, kind: 'event' | 'contact', change: (items: readonly StoredItem[], version: number) => readonly StoredItem[]): void {
  engine.changeMailbox((box) => ({
    ...box, count: box.count + 9,
    folders: box.folders.map((folder) => (folder.kind === kind && !folder.isDefault ? { ...folder, items: change(folder.items, box.count + 9) } : folder)),
    deleted: [...box.deleted, ...box.folders.filter((folder) => folder.kind === kind && !folder.isDefault).flatMap((folder) => folder.items.filter((item) => !change(folder.items, 0).some(({ id }) => id === item.id)))],
  }));
}
const added = (id: string, fields: unknown) => (items: readonly StoredItem[], version: number): readonly StoredItem[] =>
  [...items, { id, version, uid: id, fields, extra: '', created: '2030-01-05T01:00:00Z', modified: '2030-01-05T01:00:00Z' }];
const edited = (change: Readonly<Record<string, unknown>>, modified = '2030-01-05T01:00:00Z') => (items: readonly StoredItem[], version: number): readonly StoredItem[] =>
  items.map((item) => ({ ...item, version, modified, fields: { ...(item.fields as object), ...change } }));
const held = ({ engine }: Bench, kind: 'event' | 'contact', field: string): readonly unknown[] =>
  engine.mailbox().folders.filter((folder) => folder.kind === kind && !folder.isDefault).flatMap(({ items }) => items.map(({ fields }) => (fields as Record<string, unknown>)[field]));

test('M10: adding, changing and deleting on either side reaches the other', async (t) => {
  const desk = await bench(t), calendar = desk.server.office.collection(`calendars/${ADDRESS}/default`);
  await desk.run(`${CONNECT}; ${SYNC}`);
  inFolder(desk, 'event', (items, version) => added('mine', event)(edited({ location: 'Room 5' })(items, version), version));
  calendar.put('theirs.ics', (calendar.get('1001.ics') ?? '').replace(/UID:.*/, 'UID:theirs\r').replace(/SUMMARY:.*/, 'SUMMARY:他們的\r'));
  t.deepEqual((await desk.run(`$said.done = (${SYNC}).Done`)).said, { done: 3 });
  t.deepEqual(held(desk, 'event', 'subject'), ['週會', '我的', '他們的']);
  t.regex(calendar.get('1001.ics') ?? '', /LOCATION:Room 5/);
  t.is(calendar.list().length, 3);
  inFolder(desk, 'event', (items) => items.filter(({ id }) => id !== 'mine'));
  calendar.remove('theirs.ics');
  t.deepEqual((await desk.run(`$said.done = (${SYNC}).Done; $said.again = (${SYNC}).Done`)).said, { done: 2, again: 0 });
  t.deepEqual([held(desk, 'event', 'subject'), calendar.list().map(({ name }) => name)], [['週會'], ['1001.ics']]);
});

test('M3: contacts from the server to Outlook only: what is added in Outlook stays there and is not sent, what is changed there is undone and kept', async (t) => {
  const desk = await bench(t);
  await desk.run(`${CONNECT}; ${SYNC}; ${one('contact', 'toOutlook')}; ${SYNC}`);
  const name = { prefix: '', given: '新', middle: '', family: '人', suffix: '', full: '' };
  const [before] = desk.engine.mailbox().folders.filter(({ kind, isDefault }) => kind === 'contact' && !isDefault).flatMap(({ items }) => items);
  inFolder(desk, 'contact', (items, version) => added('mine', { ...(before?.fields as object), name, emails: [], phones: {} })(edited({ company: 'Nine' })(items, version), version));
  const { said } = await desk.run(`$said.done = (${SYNC}).Done; $said.again = (${SYNC}).Done; $said.kept = @(Get-M2KSyncHistory | Where-Object Side -EQ outlook | ForEach-Object { $_.Values | Where-Object Field -EQ company | ForEach-Object Value })`);
  t.deepEqual(said, { done: 1, again: 0, kept: ['Nine'] });
  t.deepEqual(held(desk, 'contact', 'company'), ['', '']);
  t.is(desk.server.counts()['PUT'], undefined);
});

test('M5: a calendar from the server to Outlook only: what the user adds or changes in Outlook is gone at the next cycle, and can be had back', async (t) => {
  const desk = await bench(t);
  await desk.run(`${CONNECT}; ${one('event', 'toOutlook')}; ${SYNC}`);
  inFolder(desk, 'event', (items, version) => added('mine', event)(edited({ location: 'Room 5' })(items, version), version));
  const { said } = await desk.run(`$said.done = (${SYNC}).Done; $said.again = (${SYNC}).Done; $said.kept = @(Get-M2KSyncHistory | ForEach-Object { "$($_.Title) $($_.What)" } | Sort-Object)`);
  t.deepEqual(said, { done: 2, again: 0, kept: ['我的 deleted', '週會 lost'] });
  t.deepEqual([held(desk, 'event', 'subject'), held(desk, 'event', 'location')], [['週會'], ['三樓會議室']]);
  t.is(desk.server.counts()['PUT'], undefined);
});

const CLASHES = [['server', '2030-01-05T01:00:00Z', '地下室'], ['outlook', '2020-01-05T01:00:00Z', 'Room 5'], ['newer', '2030-01-05T01:00:00Z', 'Room 5'], ['newer', '2020-01-05T01:00:00Z', '地下室']] as const;

test('B3: both sides edited: other fields are joined, a true clash goes by the policy (server, outlook, newer), and the loser is kept', async (t) => {
  for (const [policy, modified, wins] of CLASHES) {
    const desk = await bench(t), calendar = desk.server.office.collection(`calendars/${ADDRESS}/default`);
    await desk.run(`${CONNECT}; ${SYNC}; Get-M2KSyncCollection | Where-Object Kind -EQ event | Set-M2KSyncCollection -Clash ${policy}`);
    inFolder(desk, 'event', edited({ location: 'Room 5', body: '議程' }, modified));
    calendar.put('1001.ics', (calendar.get('1001.ics') ?? '').replace('LOCATION:三樓會議室', 'LOCATION:地下室\r\nLAST-MODIFIED:20261122T000000Z').replace('SUMMARY:週會', 'SUMMARY:雙週會'));
    const { said } = await desk.run(`${SYNC} | Out-Null; $said.lost = @(Get-M2KSyncHistory | Where-Object What -EQ lost | ForEach-Object { $_.Values | Where-Object Field -EQ location | ForEach-Object Value }); $said.again = (${SYNC}).Done`);
    t.deepEqual(said, { lost: [wins === 'Room 5' ? '地下室' : 'Room 5'], again: 0 }, `${policy} ${modified}`);
    t.deepEqual([held(desk, 'event', 'subject'), held(desk, 'event', 'location'), held(desk, 'event', 'body')], [['雙週會'], [wins], ['議程']]);
    const text = calendar.get('1001.ics') ?? '';
    t.true([`SUMMARY:雙週會`, `LOCATION:${wins}`, 'DESCRIPTION:議程'].every((line) => text.includes(line)), text);
  }
});
