// Other people's rights as the user meets them (mission M12, M14; rules.md 22, 29).
import test from 'ava';
import type { StoredItem } from '../../lab/engine/memory-mailbox.js';
import { readWrite } from '../../lab/mail2000/rights.js';
import { ADDRESS } from '../engine/cli/lab-engine.js';
import { CONNECT, bench } from './cmdlet-bench.js';

const SYNC = 'Start-M2KSync -WarningAction SilentlyContinue -ErrorAction SilentlyContinue';
const text = (uid: string, summary: string): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', 'BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261101T020000Z', `SUMMARY:${summary}`, 'DTSTART;VALUE=DATE:20301101', 'DTEND;VALUE=DATE:20301102', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

test('M12: in a colleague\'s calendar without rights, an addition, a change and a deletion in Outlook are undone with a note in the Inbox each, once a day; with the rights they go to the server', async (t) => {
  const { run, engine, server } = await bench(t);
  const theirs = server.office.collection('calendars/meiling@example.com.tw/default');
  theirs.put('a.ics', text('a', '部門會議'));
  theirs.put('b.ics', text('b', '年終餐會'));
  theirs.put('c.ics', text('c', '不變的'));
  theirs.grant(ADDRESS, ['read']);
  await run(`Connect-M2KSync -MailHost $mailHost -Credential $credential -Language zh-TW | Out-Null
Add-M2KSyncCollection -Url '${theirs.path}' -Scope shared | Where-Object Scope -EQ shared | Set-M2KSyncCollection -Enabled $true
Get-M2KSyncCollection | Where-Object Scope -EQ personal | Set-M2KSyncCollection -Enabled $false
${SYNC}`);
  const inFolder = (change: (items: readonly StoredItem[], version: number) => readonly StoredItem[]): void => {
    engine.changeMailbox((box) => ({ ...box, count: box.count + 9, deleted: [...box.deleted, ...box.folders.flatMap(({ items }) => items.filter((item) => (item.fields as { subject: string }).subject === '年終餐會'))], folders: box.folders.map((folder) => (folder.items.length > 0 ? { ...folder, items: change(folder.items, box.count + 9) } : folder)) }));
  };
  const subject = (item: StoredItem): string => (item.fields as { readonly subject: string }).subject;
  const meddle = (location: string) => (items: readonly StoredItem[], version: number): readonly StoredItem[] => [
    ...items.filter((item) => subject(item) !== '年終餐會').map((item) => (subject(item) === '部門會議' ? { ...item, version, fields: { ...(item.fields as object), location } } : item)),
    ...items.slice(0, 1).map((item): StoredItem => ({ id: `mine-${location}`, version, uid: `mine-${location}`, extra: '', created: '2030-01-05T01:00:00Z', modified: '2030-01-05T01:00:00Z', fields: { ...(item.fields as object), subject: '我加的', location } })),
  ];
  inFolder(meddle('Room 5'));
  const { said } = await run(`$said.first = (${SYNC}).Done; $said.again = (${SYNC}).Done`);
  t.deepEqual(said, { first: 3, again: 0 });
  const items = (): readonly string[] => engine.mailbox().folders.flatMap((folder) => folder.items.map((item) => `${subject(item)} ${(item.fields as { readonly location: string }).location}`.trim())).sort();
  t.deepEqual(items(), ['不變的', '年終餐會', '部門會議'].sort());
  const posts = engine.mailbox().posts ?? [];
  t.deepEqual(posts.map((post) => post.subject).sort(), ['我加的', '部門會議', '年終餐會'].map((title) => `M2KSync：您對「${title}」的更動已復原`).sort());
  t.true(posts.every(({ body }) => /權限/.test(body) && /收件匣/.test(body)));
  t.is(posts.filter(({ body }) => /Restore-M2KSyncItem -Id \d+/.test(body)).length, 2);
  t.is(server.counts()['PUT'], undefined);
  inFolder((now, version) => now.map((item) => (subject(item) === '部門會議' ? { ...item, version, fields: { ...(item.fields as object), location: 'Room 6' } } : item)));
  await run(SYNC);
  t.deepEqual([items(), engine.mailbox().posts?.length], [['不變的', '年終餐會', '部門會議'].sort(), 3]);
  theirs.grant(ADDRESS, readWrite);
  inFolder((now, version) => now.map((item) => (subject(item) === '部門會議' ? { ...item, version, fields: { ...(item.fields as object), location: 'Room 7' } } : item)));
  const after = await run(`Get-M2KSyncCollection -Refresh | Out-Null; $said.done = (${SYNC}).Done`);
  t.deepEqual(after.said, { done: 1 });
  t.regex(theirs.get('a.ics') ?? '', /LOCATION:Room 7/);
  t.deepEqual(engine.mailbox().posts?.length, 3);
});

test('rule 10: an item dragged into a colleague\'s calendar without rights goes back to where it was, with a note; with the rights it goes from one calendar to the other on the server', async (t) => {
  const { run, engine, server } = await bench(t);
  const mine = server.office.collection(`calendars/${ADDRESS}/default`), theirs = server.office.collection('calendars/meiling@example.com.tw/default');
  theirs.displayName = '業務部';
  theirs.grant(ADDRESS, ['read']);
  await run(`Connect-M2KSync -MailHost $mailHost -Credential $credential -Language zh-TW | Out-Null
Add-M2KSyncCollection -Url '${theirs.path}' -Scope shared | Where-Object Scope -EQ shared | Set-M2KSyncCollection -Enabled $true
${SYNC}`);
  const drag = (): void => {
    engine.changeMailbox((box) => {
      const item = box.folders.find(({ name }) => name === '個人行事曆')?.items[0];
      return { ...box, folders: box.folders.map((folder) => (folder.name === '業務部' ? { ...folder, items: [...folder.items, ...(item === undefined ? [] : [item])] } : { ...folder, items: folder.items.filter(({ id }) => id !== item?.id) })) };
    });
  };
  const where = (): unknown => [engine.mailbox().folders.filter(({ items }) => items.some(({ uid }) => uid === mineUid)).map(({ name }) => name), mine.byUid(mineUid) !== undefined, theirs.byUid(mineUid) !== undefined];
  const mineUid = mine.list()[0]?.uid ?? '';
  drag();
  const first = await run(`$result = ${SYNC}; $said.first = @($result.Items | ForEach-Object { $_.Title; $_.Rule; $_.Result; $_.Changes[0].From; $_.Changes[0].To }); $said.again = @((${SYNC}).Items).Count`);
  t.deepEqual(first.said, { first: ['週會', 'moved', 'done', '業務部', '個人行事曆'], again: 0 });
  t.deepEqual(where(), [['個人行事曆'], true, false]);
  t.regex(engine.mailbox().posts?.[0]?.body ?? '', /移到「業務部」.*沒有新增的權限.*移回原處/);
  theirs.grant(ADDRESS, readWrite);
  await run('Get-M2KSyncCollection -Refresh | Out-Null');
  drag();
  const then = await run(`$plan = Start-M2KSync -WhatIf; $said.plan = @($plan.Items | ForEach-Object { "$($_.Rule) $($_.Server)" } | Sort-Object); $said.done = (${SYNC}).Done; $said.again = @((${SYNC}).Items).Count`);
  t.deepEqual(then.said, { plan: ['moved create', 'moved delete'], done: 2, again: 0 });
  t.deepEqual(where(), [['業務部'], false, true]);
});

/** Tree, scope, rights on the server -> the direction that holds when both ways are asked for. */
const MATRIX = [
  ['calendars', 'shared', readWrite, 'both'], ['calendars', 'shared', ['read'], 'toOutlook'], ['calendars', 'public', readWrite, 'both'], ['calendars', 'public', ['read'], 'toOutlook'],
  ['addressbooks', 'local', readWrite, 'both'], ['addressbooks', 'local', ['read'], 'toOutlook'], ['addressbooks', 'group', readWrite, 'toOutlook'], ['addressbooks', 'ldap', readWrite, 'toOutlook'],
] as const;

test('M14: what others share goes both ways where rights allow it, group and LDAP books to Outlook only whatever rights the server tells; the user\'s own as chosen', async (t) => {
  const { run, engine, server } = await bench(t), owner = 'meiling@example.com.tw';
  const card = (uid: string): string => ['BEGIN:VCARD', 'VERSION:3.0', `UID:${uid}`, 'FN:林', 'N:林;;;;', 'END:VCARD', ''].join('\r\n');
  const all = MATRIX.map(([tree, scope, rights, direction], index) => {
    const place = server.office.addCollection({ tree, home: owner, name: `m${index}`, scope: 'personal', owner, displayName: `${scope} ${index}` });
    place.grant(ADDRESS, rights);
    place.put(tree === 'calendars' ? 'a.ics' : 'a.vcf', tree === 'calendars' ? text(`uid-${index}`, 'x') : card(`uid-${index}`));
    return { place, scope, direction, name: `${scope} ${index}` };
  });
  const add = all.map(({ place, scope }) => `Add-M2KSyncCollection -Url '${place.path}' -Scope ${scope} | Out-Null`).join('; ');
  const { said } = await run(`${CONNECT}; ${add}
Get-M2KSyncCollection | Where-Object Scope -NE personal | Set-M2KSyncCollection -Enabled $true -Direction both -WarningVariable warned -WarningAction SilentlyContinue
Get-M2KSyncCollection | Where-Object { $_.Scope -eq 'personal' -and $_.Kind -eq 'contact' } | Set-M2KSyncCollection -Direction toOutlook
$said.directions = @(Get-M2KSyncCollection | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Direction)" }); $said.warned = @($warned).Count
${SYNC}`);
  t.deepEqual(said, { directions: [...all.map(({ name, direction }) => `${name} ${direction}`), '個人行事曆 both', '個人通訊錄 toOutlook'].sort(), warned: 5 });
  engine.changeMailbox((box) => ({
    ...box, count: box.count + 9,
    folders: box.folders.map((folder) => ({ ...folder, items: folder.items.map((item) => ({ ...item, version: box.count + 9, fields: { ...(item.fields as object), ...(folder.kind === 'event' ? { location: 'Edited' } : { company: 'Edited' }) } })) })),
  }));
  await run(SYNC);
  const mine = [server.office.collection(`calendars/${ADDRESS}/default`), server.office.collection(`addressbooks/${ADDRESS}/default`)];
  t.deepEqual([...all.map(({ place }) => place), ...mine].map((place) => place.list().some((member) => member.text.includes('Edited'))), [...all.map(({ direction }) => direction === 'both'), true, false]);
});
