// Files and formatted texts of appointments, through the whole wire to the lab's Outlook.
import test from 'ava';
import { appointmentCodec } from '../../../src/engine/codec/outlook/appointment.js';
import type { Attachment, EventFields } from '../../../src/engine/model/event.js';
import { uid, type ItemId } from '../../../src/engine/model/ids.js';
import type { FieldName } from '../../../src/engine/model/item.js';
import { EVENT_FIELDS } from '../../../src/engine/model/field-specs.js';
import { outlookSide } from '../../../src/engine/side/outlook-side.js';
import type { Found, Part, Side } from '../../../src/engine/side/side.js';
import { shelvedFile } from '../../../src/engine/codec/attachments/files.js';
import { shelfInMemory } from '../../../src/engine/codec/shelf.js';
import type { ItemRecord } from '../../../src/ps-host/item-record.js';
import { outlookBenches, type Benches, type OutlookBench } from '../../ps-host/outlook-bench.js';
import { shells, type Shell } from '../../ps-host/desk.js';
import { anEvent } from '../../support/an-event.js';
import { realClock } from '../../support/real-clock.js';

let made = 0;
const endings: (() => unknown)[] = [];
const hosts = new Map<string, Benches>();
test.after.always(async () => {
  for (const end of endings) await end();
});

function benchesOf(shell: Shell): Benches {
  const held = hosts.get(shell.name) ?? outlookBenches({ teardown: (close) => void endings.push(close) }, { shell });
  hosts.set(shell.name, held);
  return held;
}

async function begun(shell = shells[0]!, settings = '{}') {
  const bench = await benchesOf(shell).open('event', settings), shelf = shelfInMemory();
  const side = outlookSide({
    call: bench.call, clock: realClock, folder: bench.folder, codec: appointmentCodec({ zone: 'Taipei Standard Time', listSeparator: ',', files: shelf }), link: 'ours',
    newToken: () => `t${String(made += 1)}`, newUid: () => `u${String(made += 1)}`,
  });
  return { bench, shelf, side, file: (name: string, content: string): Attachment => shelvedFile(shelf, name, Buffer.from(content)) };
}

const create = (side: Side<'event'>, fields: EventFields): Promise<Found<'event'>> => side.create({ item: { kind: 'event', uid: uid(`f${String(made += 1)}`), fields } });
const update = (side: Side<'event'>, { id, version, parts, uid: who, fields: before }: Found<'event'>, fields: Partial<EventFields>, from?: readonly Part[]): Promise<Found<'event'>> =>
  side.update({ ref: { id, version }, item: { kind: 'event', uid: who, fields: { ...before, ...fields } }, fields: new Set(Object.keys(fields) as FieldName<'event'>[]), parts, ...(from ? { from } : {}) });
async function read(side: Side<'event'>, id: ItemId): Promise<Found<'event'>> {
  for await (const row of side.fetch([id])) if (row.ok) return row.item; else throw row.error;
  throw new Error('no row');
}
const inOutlook = (bench: OutlookBench<'event'>, id: ItemId, text: string) => bench.desk.lab(`$item = $args[0].Session.GetItemFromID($args[1]); ${text}`, id);
const LIST = "($item.Attachments | ForEach-Object { \"$($_.Type) $($_.DisplayName)\" }) -join '|'";
const RTF = String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 {\b Agenda}\par 1. report\par}`;
const SET_RTF = `$item.RTFBody = [Text.Encoding]::ASCII.GetBytes('${RTF}'); $item.Save()`;
const GET_RTF = '[Text.Encoding]::ASCII.GetString($item.RTFBody)';

for (const shell of shells) {
  test.serial(`files are attached, come and go by name and content, and read back as they were (${shell.name})`, async (t) => {
    const { bench, shelf, side, file } = await begun(shell);
    const attachments = [file('議程 (草稿).txt', '第一版'), file('plan.pdf', '%PDF-1.7 …')];
    const created = await create(side, anEvent({ attachments }));
    t.deepEqual(created.fields.attachments, side.narrow(anEvent({ attachments })).attachments);
    t.is(await inOutlook(bench, created.id, LIST), '1 plan.pdf|1 議程 (草稿).txt');
    t.deepEqual((JSON.parse(created.parts[0]!.text) as ItemRecord).attachments?.map(({ octets }) => octets), [null, null], 'what is kept of the item holds no octets');

    const second = await update(side, created, { attachments: [attachments[1]!, file('議程 (草稿).txt', '第二版')] });
    t.deepEqual(second.fields.attachments.map(({ name, sha256 }) => `${name}: ${Buffer.from(shelf.take(sha256)!).toString()}`), ['plan.pdf: %PDF-1.7 …', '議程 (草稿).txt: 第二版']);
    t.deepEqual((await read(side, created.id)).fields.attachments, second.fields.attachments);
    t.deepEqual((await update(side, second, { attachments: [] })).fields.attachments, []);
  });
}

test.serial('desk 4: no file stays in the ipc folder, and none of their names is in a command', async (t) => {
  const { bench, side, file } = await begun();
  const event = await create(side, anEvent({ attachments: [file('a.bin', 'x'.repeat(3_000_000)), file('b.bin', 'y'.repeat(100))] }));
  t.deepEqual((await read(side, event.id)).fields.attachments.map(({ octets }) => octets), [3_000_000, 100]);
  t.is(await bench.desk.lab("@([IO.Directory]::GetFileSystemEntries($args[1], '*.bin')).Length", `${bench.desk.folder}/ipc`), 0);
});

test.serial('what is no file of its own is left alone and named: an item, an OLE object, a file of more than 5 MB; pictures of the text and links are no files', async (t) => {
  const { bench, side, file } = await begun();
  const { id } = await create(side, anEvent());
  const attach = (of: object): Promise<unknown> => bench.desk.lab('$args[0].Lab.Attach($args[1][0], $args[1][1])', [id, JSON.stringify({ data: 'aGVsbG8=', hidden: false, ...of })]);
  await attach({ name: 'mail', type: 5 });
  await attach({ name: 'Picture (Device Independent Bitmap)', type: 6 });
  await attach({ name: 'share.lnk', type: 4 });
  await attach({ name: 'image001.png', type: 1, hidden: true });
  await attach({ name: 'image002.png', type: 1, flags: 4 });
  await attach({ name: 'film.mp4', type: 1, data: Buffer.alloc(5 * 1024 * 1024 + 1).toString('base64') });
  await attach({ name: 'notes.txt', type: 1 });
  const found = await read(side, id);
  t.deepEqual(found.fields.attachments.map(({ name }) => name), ['notes.txt']);
  t.deepEqual(found.unkept, ['mail', 'Picture (Device Independent Bitmap)', 'film.mp4']);
  await update(side, found, { attachments: [file('new.txt', 'n')], subject: 'b' });
  t.is(await inOutlook(bench, id, LIST), '5 mail|6 Picture (Device Independent Bitmap)|4 share.lnk|1 image001.png|1 image002.png|1 film.mp4|1 new.txt');
});

for (const shown of ['series', 'none']) {
  test.serial(`OOM 3.1: files of one occurrence are that occurrence's own, in an Outlook that shows its exceptions ${shown === 'series' ? 'the files of their series, too' : 'none of their series'}`, async (t) => {
    const { bench, side, file } = await begun(shells[0], JSON.stringify({ ExceptionFiles: shown }));
    const daily = { freq: 'daily' as const, interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'count' as const, count: 5 } };
    const when = { allDay: false as const, start: { local: '2027-03-01T09:00:00', zone: 'Asia/Taipei' }, end: { local: '2027-03-01T10:00:00', zone: 'Asia/Taipei' } };
    const agenda = file('agenda.txt', 'a'), minutes = { ...file('minutes.txt', 'm'), occurrence: '2027-03-03' };
    const made = await create(side, anEvent({ when, rule: daily, attachments: [agenda, minutes], exceptions: { '2027-03-02': { changes: { subject: 'b' } } } }));
    t.deepEqual([made.fields.attachments, made.fields.exceptions, made.unkept], [[agenda, minutes], { '2027-03-02': { changes: { subject: 'b' } } }, undefined]);
    await inOutlook(bench, made.id, "$file = \"$([IO.Directory]::CreateTempSubdirectory().FullName)/user.txt\"; [IO.File]::WriteAllText($file, 'u'); $o = $item.GetRecurrencePattern().GetOccurrence([datetime]'2027-03-04 09:00'); [void]$o.Attachments.Add($file, 1); $o.Save()");
    const now = await read(side, made.id), own = (date: string): readonly string[] => now.fields.attachments.flatMap(({ name, occurrence }) => (occurrence === date ? [name] : []));
    t.deepEqual([own('2027-03-03'), own('2027-03-04'), now.fields.exceptions], [['minutes.txt'], ['user.txt'], made.fields.exceptions]);
    const less = await update(side, now, { attachments: now.fields.attachments.filter(({ occurrence }) => occurrence === '2027-03-04') });
    t.deepEqual(less.fields.attachments.map(({ name, occurrence }) => `${occurrence ?? ''} ${name}`), ['2027-03-04 user.txt']);
    t.is(await bench.desk.lab("@([IO.Directory]::GetFileSystemEntries($args[1], '*.bin')).Length", `${bench.desk.folder}/ipc`), 0);
  });
}

test.serial('a file that Outlook does not take costs the event nothing', async (t) => {
  const { bench, side, file } = await begun();
  await bench.desk.lab("[void]$args[0].Lab.Faults.Add($args[1])", JSON.stringify({ kind: 'error', member: 'Attachments.Add', hResult: -2147467259, text: 'The attachment size exceeds the allowable limit.', times: 1 }));
  const event = await create(side, anEvent({ location: 'here', attachments: [file('a.txt', 'a'), file('b.txt', 'b')] }));
  t.like(event.fields, { location: 'here' });
  t.deepEqual(event.fields.attachments.map(({ name }) => name), ['b.txt']);
});

test.serial('a formatted text survives every write of other fields', async (t) => {
  const { bench, side, file } = await begun();
  const { id } = await create(side, anEvent({ body: 'old' }));
  await inOutlook(bench, id, SET_RTF);
  let now = await read(side, id);
  t.is(now.fields.body, 'Agenda\n1. report');
  const others = anEvent({ subject: 'b', location: 'c', reminder: 5, categories: ['x'], sensitivity: 'private', importance: 'high', url: 'https://example.com', attachments: [file('a.txt', 'a')] });
  for (const name of (Object.keys(EVENT_FIELDS) as FieldName<'event'>[]).filter((field) => !['body', 'organizer', 'attendees', 'cancelled', 'exceptions'].includes(field))) {
    now = await update(side, now, { [name]: others[name] });
    t.is(await inOutlook(bench, id, GET_RTF), RTF, name);
  }
  now = await update(side, now, { when: { allDay: false, start: { local: '2026-03-02T09:00:00', zone: 'Asia/Taipei' }, end: { local: '2026-03-02T10:00:00', zone: 'Asia/Taipei' } }, rule: { freq: 'daily', interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'count', count: 3 } }, exceptions: {} });
  now = await update(side, now, { exceptions: { '2026-03-03': { deleted: true } } });
  t.is(await inOutlook(bench, id, GET_RTF), RTF, 'a series that begins');
});

test.serial('rule 30: a new text loses the formatting, which is kept before it, and comes back with the old text', async (t) => {
  const { bench, side } = await begun();
  const { id } = await create(side, anEvent({ body: 'old' }));
  await inOutlook(bench, id, SET_RTF);
  const before = await side.keep!(await read(side, id), new Set(['body' as const]));
  t.is(await side.keep!(before, new Set(['subject' as const])), before, 'nothing is read for a write that destroys nothing');
  const after = await update(side, before, { body: 'new' });
  t.not(await inOutlook(bench, id, GET_RTF), RTF);
  const back = await update(side, after, { body: 'Agenda\n1. report' }, before.parts);
  t.is(await inOutlook(bench, id, GET_RTF), RTF);
  t.is(back.fields.body, 'Agenda\n1. report');
  await update(side, back, { body: 'another text' }, before.parts);
  t.is(await inOutlook(bench, id, '$item.Body.Trim()'), 'another text', 'a formatting never brings a text that is not meant');
  await t.throwsAsync(side.keep!(before, new Set(['body' as const])), { message: /Stale/ });
});

test.serial('rule 30: an item that is brought back out of Deleted Items keeps its formatting, its files and what is no file', async (t) => {
  const { bench, side, file } = await begun();
  const fields = anEvent({ body: 'Agenda\n1. report', attachments: [file('a.txt', 'a')] }), created = await create(side, fields);
  await inOutlook(bench, created.id, SET_RTF);
  await bench.desk.lab('$args[0].Lab.Attach($args[1][0], $args[1][1])', [created.id, JSON.stringify({ name: 'mail', type: 5, data: 'aGVsbG8=', hidden: false })]);
  const now = await read(side, created.id), { trash } = await side.delete(now, now.parts);
  const back = await side.create({ item: { kind: 'event', uid: created.uid, fields: { ...now.fields, location: 'moved' } }, over: now.parts, revive: { id: trash ?? null } });
  t.is(await inOutlook(bench, back.id, GET_RTF), RTF);
  t.is(await inOutlook(bench, back.id, LIST), '1 a.txt|5 mail');
  t.deepEqual([back.fields.location, back.unkept], ['moved', ['mail']]);
});

test.serial('rule 30: one that is made anew has the formatting and the files that were kept of it', async (t) => {
  const { bench, side, file } = await begun();
  const created = await create(side, anEvent({ body: 'old', attachments: [file('a.txt', 'a')] }));
  await inOutlook(bench, created.id, SET_RTF);
  const kept = await side.keep!(await read(side, created.id), new Set(Object.keys(EVENT_FIELDS) as FieldName<'event'>[]));
  const again = await side.create({ item: { kind: 'event', uid: uid('made-anew'), fields: kept.fields }, over: kept.parts, revive: { id: null } });
  t.is(await inOutlook(bench, again.id, GET_RTF), RTF);
  t.is(await inOutlook(bench, again.id, LIST), '1 a.txt');
});
