// Host.psm1 against the lab's Outlook: what each operation does, and what it makes of Outlook's failures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { copyOf, labSource, newMailbox } from './desk.js';
import { DAILY, fault, make, marked, MEMBERS, noFaults, readRow, SAVE, set, write, type Bench } from './item-steps.js';
import { outlookBenches, type Benches } from './outlook-bench.js';
import { newFolder } from './support.js';

const endings: (() => unknown)[] = [];
let exchange: Benches;
let pst: Benches;

test.before(() => {
  const ending = { teardown: (close: () => unknown) => void endings.push(close) };
  exchange = outlookBenches(ending);
  pst = outlookBenches(ending, { storeKind: 'Pst' });
});
test.after.always(async () => {
  for (const end of endings) await end();
});

const countOf = async ({ desk, folder }: Bench): Promise<number> => (await desk.host.call('getFolder', folder)).count;
const UNKNOWN_NAME = 0x80020006 | 0;

test.serial('desk 9: a busy Outlook is asked again until it answers', async (t) => {
  const bench = await exchange.open('event');
  const { id } = await make(bench);
  await fault(bench, { kind: 'busy', member: 'NameSpace.GetItemFromID', times: 2 });
  t.true((await readRow(bench, id)).ok);
});

test.serial('desk 9: a guarded getter is no empty text: the call says that the desk is guarded', async (t) => {
  const bench = await exchange.open('event');
  const { id } = await make(bench);
  await fault(bench, { kind: 'denied', member: '*.Body' });
  const error = await t.throwsAsync(readRow(bench, id));
  t.like(error, { code: 'PolicyBlocked', data: { reason: 'outlook-guard', field: 'Body', hresult: '0x80004004' } });
});

test.serial('desk 9: the first guarded call that takes over 5 seconds was answered by a person: the desk is guarded', async (t) => {
  const bench = await exchange.open('event');
  const after = (seconds: number) => bench.desk.lab(`$script:GuardPassed = $false; Assert-M2KUnguarded -Elapsed ([timespan]::FromSeconds(${seconds})) -Member 'Body'; $script:GuardPassed`);
  t.true(await after(4.9));
  t.like(await t.throwsAsync(after(5.1)), { code: 'PolicyBlocked', data: { reason: 'outlook-guard', field: 'Body' } });
});

test.serial('desk 9: a member that is unknown once is read again; one that stays unknown fails the item by its name', async (t) => {
  const bench = await exchange.open('event');
  const { id } = await make(bench);
  await fault(bench, { kind: 'error', member: '*.Location', hResult: UNKNOWN_NAME, times: 1 });
  t.true((await readRow(bench, id)).ok);
  await fault(bench, { kind: 'error', member: '*.Location', hResult: UNKNOWN_NAME });
  t.like(await readRow(bench, id), { ok: false, id, code: 'Unreadable', member: 'Location' });
});

test.serial('desk 9: an Outlook that dies while an item is read ends the call; nothing is read as empty', async (t) => {
  const bench = await exchange.open('event');
  const { id } = await make(bench);
  await fault(bench, { kind: 'gone', member: '*.Location' });
  t.like(await t.throwsAsync(readRow(bench, id)), { code: 'Unavailable', data: { reason: 'outlook-died', hresult: '0x800706BA' } });
  t.like(await t.throwsAsync(bench.desk.host.call('ping', {})), { code: 'Unavailable', data: { reason: 'outlook-died' } });
  t.like(await t.throwsAsync(bench.desk.host.call('getFolder', bench.folder)), { code: 'Unavailable', data: { reason: 'outlook-died' } });
});

test.serial('an unreadable item is a row, and the others come', async (t) => {
  const bench = await exchange.open('event');
  const [bad, good] = [await make(bench), await make(bench)];
  await fault(bench, { kind: 'unreadable', member: '*.Subject', item: bad.id });
  const { items } = await bench.desk.host.call('readItems', { folder: bench.folder, ids: [bad.id, good.id, 'EF00'], members: MEMBERS });
  t.like(items[0], { ok: false, id: bad.id, code: 'Unreadable', member: 'Subject', hresult: '0x80004005' });
  t.true(items[1]!.ok);
  t.like(items[2], { ok: false, id: 'EF00', code: 'NotFound' });
});

test.serial('rule 31: an item that is open and unsaved is busy, read or written; one that is only open is not', async (t) => {
  const bench = await exchange.open('event');
  const made = await make(bench);
  await bench.desk.lab("$args[0].Lab.OpenInInspector($args[1], '')", made.id);
  t.true((await readRow(bench, made.id)).ok);
  await bench.desk.lab("$args[0].Lab.CloseInspectors(); $args[0].Lab.OpenInInspector($args[1], '{\"Subject\":\"half\"}')", made.id);
  t.like(await readRow(bench, made.id), { ok: false, code: 'Busy', reason: 'open-unsaved' });
  const busy = { code: 'Busy', data: { reason: 'open-unsaved' } };
  t.like(await t.throwsAsync(write(bench, [set('Subject', 'x'), SAVE], made)), busy);
  t.like(await t.throwsAsync(bench.desk.host.call('deleteItem', { folder: bench.folder, id: made.id, version: null, mark: null })), busy);
});

test.serial('a conflict at the save is stale, and nothing was written', async (t) => {
  const bench = await exchange.open('event');
  const made = await make(bench);
  await fault(bench, { kind: 'conflict', member: '*.Save', times: 1 });
  const error = await t.throwsAsync(write(bench, [set('Subject', 'ours'), SAVE], made));
  t.like(error, { code: 'Stale', data: { hresult: '0x80040109' } });
  const row = await readRow(bench, made.id);
  t.is(row.ok && row.item.plain['Subject'], 'Lunch');
});

test.serial('rule 3: a series whose second save fails says that a part was saved; one whose first fails does not', async (t) => {
  const bench = await exchange.open('event');
  await fault(bench, { kind: 'error', member: '*.Save', times: 1 });
  const clean = await t.throwsAsync(write(bench, [set('Subject', 'a'), SAVE, ...DAILY]));
  t.like(clean, { code: 'Refused', data: { part: undefined } });
  t.is(await countOf(bench), 0);
  await fault(bench, { kind: 'error', member: '*.Save', skip: 1, times: 1 });
  const parted = await t.throwsAsync(write(bench, [set('Subject', 'a'), SAVE, ...DAILY]));
  t.like(parted, { code: 'Refused', data: { part: true, field: 'Save' } });
  t.is(await countOf(bench), 1);
});

test.serial('"Cannot save this item." after the change was kept says that a part was saved', async (t) => {
  const bench = await exchange.open('event');
  const made = await make(bench);
  await bench.desk.lab('$args[0].Lab.AdvanceClock(5.0)');
  await fault(bench, { kind: 'error', member: '*.Save', after: true, hResult: 0x80004005 | 0, text: 'Cannot save this item.', times: 1 });
  t.like(await t.throwsAsync(write(bench, [set('Subject', 'kept'), SAVE], made)), { code: 'Refused', data: { part: true } });
  await noFaults(bench);
  const row = await readRow(bench, made.id);
  t.is(row.ok && row.item.plain['Subject'], 'kept');
});

test.serial('desk 9: busy in the middle of a write is not done again once something was saved', async (t) => {
  const bench = await exchange.open('event');
  await fault(bench, { kind: 'busy', member: '*.GetRecurrencePattern', times: 1 });
  t.like(await t.throwsAsync(write(bench, [set('Subject', 'a'), SAVE, ...DAILY])), { code: 'Busy', data: { part: true } });
  t.is(await countOf(bench), 1);
  await fault(bench, { kind: 'busy', member: '*.Subject=', times: 1 });
  t.is((await write(bench, [set('Subject', 'b'), SAVE, ...DAILY])).plain['Subject'], 'b');
  t.is(await countOf(bench), 2);
});

test.serial('rule 3: a host that dies in a save leaves an unknown outcome, and the next call finds Outlook open again', async (t) => {
  const bench = await exchange.open('event');
  const made = await make(bench);
  await fault(bench, { kind: 'exit', member: '*.Save', after: true, times: 1 });
  t.like(await t.throwsAsync(write(bench, [set('Subject', 'b'), SAVE], made)), { code: 'Unavailable', data: { reason: 'outcome-unknown' } });
  const row = await readRow(bench, made.id);
  t.is(row.ok && row.item.plain['Subject'], 'b');
});

test.serial('a write that Outlook refuses by a setter names the member and leaves the item as it was', async (t) => {
  const bench = await exchange.open('event');
  const made = await write(bench, [set('Subject', 'a'), SAVE, ...DAILY]);
  const error = await t.throwsAsync(write(bench, [set('Subject', 'b'), set('Start', { date: '2026-05-01T09:00:00' }), SAVE], made));
  t.like(error, { code: 'Refused', data: { field: 'Start', hresult: '0xAF620009' } });
  const row = await readRow(bench, made.id);
  t.is(row.ok && row.item.plain['Subject'], 'a');
  t.like(await t.throwsAsync(write(bench, [{ do: 'zone', name: 'StartTimeZone', to: 'Nowhere Standard Time' }, SAVE])), { code: 'Refused', data: { field: 'StartTimeZone' } });
});

test.serial('rule 26: a member that is not on the list is a bad request, whatever Outlook has', async (t) => {
  const bench = await exchange.open('event');
  const made = await make(bench);
  await t.throwsAsync(write(bench, [set('ForceUpdateToAllAttendees', true), SAVE], made), { message: /BadRequest.*ForceUpdate/ });
  await t.throwsAsync(bench.desk.host.call('readItems', { folder: bench.folder, ids: [made.id], members: { plain: ['RequiredAttendees'] } }), { message: /BadRequest/ });
  const schema = 'http://schemas.microsoft.com/mapi/proptag/0x001A001E';
  await t.throwsAsync(write(bench, [{ do: 'property', schema, to: 'IPM.Note' }, SAVE], made), { message: /BadRequest/ });
  await t.throwsAsync(write(bench, [set('Subject', 'x')], made), { message: /BadRequest/ });
});

test.serial('reading an item that does not recur never makes it recur', async (t) => {
  const bench = await exchange.open('event');
  const made = await write(bench, [set('Subject', 'a'), SAVE], undefined, { plain: ['Subject'], pattern: ['Interval'], zones: ['StartTimeZone'] });
  t.is(made.pattern, null);
  t.is(await bench.desk.lab("$args[0].Lab.Calls.Count('*.GetRecurrencePattern')"), 0);
});

test.serial('a read-only folder refuses the write with its HRESULT', async (t) => {
  const bench = await exchange.open('event');
  await bench.desk.lab('$args[0].Lab.SetReadOnly($args[0].Session.GetDefaultFolder(9), $true)');
  t.like(await t.throwsAsync(make(bench)), { code: 'Refused', data: { hresult: '0x80070005' } });
});

test.serial('Outlook that is not installed, and one that is still starting', async (t) => {
  const { desk } = await exchange.open('event');
  const open = (settings: string) => desk.host.call('open', { outlook: labSource(copyOf(newMailbox('Pst', settings))), start: false });
  t.like(await t.throwsAsync(open('{"Installed":false}')), { code: 'Unavailable', data: { reason: 'outlook-missing', hresult: '0x80040154' } });
  t.is((await open('{"ActivationRefusals":2,"MachineZone":"W. Europe Standard Time"}')).zone, 'W. Europe Standard Time');
});

for (const [what, startedBefore, open, quits] of [
  ['that we started is quit', true, false, 1], ['that we started stays while the user has a window of it open', true, true, 0], ['that was running stays', false, false, 0],
] as const) {
  test.serial(`desk 8: at the end an Outlook ${what}`, async (t) => {
    const bench = await pst.open('event');
    const made = await make(bench);
    if (open) await bench.desk.lab("$args[0].Lab.OpenInInspector($args[1], '')", made.id);
    const mailbox = (await bench.desk.lab('$args[0].Lab.Path')) as string;
    const log = join(newFolder(), 'calls');
    await bench.desk.host.call('open', { outlook: labSource(mailbox, JSON.stringify({ CallLog: log })), start: false, startedBefore });
    await bench.desk.host.call('quit', {});
    t.is(readFileSync(log, 'utf8').split('\n').filter((line) => line === 'Application.Quit').length, quits);
    await t.throwsAsync(bench.desk.host.call('ping', {}), { message: /before 'open'/ });
  });
}

test.serial('rule 26: in all of this nothing tried to send', async (t) => {
  const bench = await exchange.open('event');
  await marked(bench, 'a|1|l');
  t.is(await bench.desk.lab('$args[0].Lab.SendAttempts'), 0);
});
