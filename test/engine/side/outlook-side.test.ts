// outlook-side through the wire on the lab's Outlook: marks, UIDs, what a run costs, what is odd in real folders.
import test from 'ava';
import { itemId, uid } from '../../../src/engine/model/ids.js';
import type { ItemId, Kind } from '../../../src/engine/model/ids.js';
import type { Fetched } from '../../../src/engine/side/side.js';
import { outlookBenches, type Benches, type OutlookBench } from '../../ps-host/outlook-bench.js';

const endings: (() => unknown)[] = [];
let benches: Benches;

test.before(() => {
  benches = outlookBenches({ teardown: (close) => void endings.push(close) });
});
test.after.always(async () => {
  for (const end of endings) await end();
});

async function fetched<K extends Kind>({ side }: OutlookBench<K>, ids: readonly ItemId[]): Promise<readonly Fetched<K>[]> {
  const rows: Fetched<K>[] = [];
  for await (const row of side.fetch(ids)) rows.push(row);
  return rows;
}

async function only<K extends Kind>(bench: OutlookBench<K>, id: ItemId) {
  const [row] = await fetched(bench, [id]);
  if (!row?.ok) throw row?.error ?? new Error('no row');
  return row.item;
}

const BY_HAND = "$i = $args[0].Session.GetDefaultFolder($args[1]).Items.Add(); $i.Subject = 'By hand'; $i.Save(); $i.EntryID";

for (const [kind, folder] of [['event', 9], ['contact', 10]] as const) {
  test.serial(`a run over unchanged items costs one table and no call per item (${kind})`, async (t) => {
    const bench = await benches.open(kind);
    const costs: number[] = [];
    for (const more of [5, 40]) {
      for (let n = 0; n < more; n += 1) await bench.side.create({ item: bench.sample(100 * more + n) });
      await bench.desk.lab('$args[0].Lab.Calls.Reset()');
      const { items, complete } = await bench.side.list();
      t.true(complete);
      t.true(items.every(({ mark }) => mark !== undefined), 'every mark is in the listing');
      const counted = JSON.parse((await bench.desk.lab('$args[0].Lab.Calls.All()')) as string) as Record<string, number>;
      t.deepEqual([counted['Folder.GetTable'], counted['NameSpace.GetItemFromID']], [1, undefined]);
      t.deepEqual(Object.keys(counted).filter((name) => /^(Appointment|Contact)Item\.|^Row\.|GetNextRow/.test(name)), []);
      costs.push(Object.values(counted).reduce((sum, count) => sum + count, 0));
    }
    t.is(costs[0], costs[1], 'as many calls for 45 items as for 5');
  });

  test.serial(`rule 7: an item made by hand has no mark until it is given one, and then the same UID at every look (${kind})`, async (t) => {
    const bench = await benches.open(kind);
    const id = itemId((await bench.desk.lab(BY_HAND, folder)) as string);
    const [row] = (await bench.side.list()).items;
    t.is(row?.id, id);
    t.is(row?.mark, undefined);
    const found = await only(bench, id);
    t.is(found.mark, undefined);
    t.is(found.version, row!.version);
    if (kind === 'event') t.regex(found.uid, /^040000008200E00074C5B7101A82E008/);
    const marked = await bench.side.mark(found, found.uid);
    const [after] = (await bench.side.list()).items;
    t.deepEqual(after?.mark, marked.mark);
    t.is(after?.version, marked.version);
    t.like(await only(bench, id), { uid: found.uid, version: marked.version, mark: { uid: found.uid, link: 'ours' } });
    t.is(await bench.desk.lab('$args[0].Session.GetDefaultFolder($args[1]).UserDefinedProperties.Count', folder), 0, 'no field of the folder');
  });
}

test.serial('rule 7: a token is new in every mark, so that a copy can be told from the item', async (t) => {
  const bench = await benches.open('contact');
  const made = await bench.side.create({ item: bench.sample(1) });
  const again = await bench.side.mark(made, made.uid);
  t.not(again.mark?.token, made.mark?.token);
  await bench.desk.lab("[void]$args[0].Session.GetItemFromID($args[1]).Copy().Save()", made.id);
  const { items } = await bench.side.list();
  t.deepEqual(items.map(({ mark }) => mark?.token), [again.mark?.token, again.mark?.token]);
});

test.serial('a mark on a stale version is refused', async (t) => {
  const bench = await benches.open('contact');
  const made = await bench.side.create({ item: bench.sample(1) });
  await bench.otherHands.edit(made.id, { company: 'Theirs' });
  t.like(await t.throwsAsync(bench.side.mark(made, made.uid)), { code: 'Stale' });
});

test.serial('rule 7: the user\'s mark of a UID that is longer than a cell is read from the item', async (t) => {
  const bench = await benches.open('contact');
  const long = uid('會'.repeat(60));
  const made = await bench.side.create({ item: { ...bench.sample(1), uid: long } });
  t.is((await bench.side.list()).items[0]?.mark, undefined);
  t.is((await only(bench, made.id)).mark?.uid, long);
  t.like(await t.throwsAsync(bench.side.create({ item: { ...bench.sample(1), uid: long } })), { code: 'AlreadyThere', data: { item: made.id } });
});

test.serial('a mail in the calendar and a post among contacts are listed as unusable, and unreadable when fetched', async (t) => {
  for (const [kind, folder, messageClass] of [['event', 9, 'IPM.Note'], ['contact', 10, 'IPM.Post']] as const) {
    const bench = await benches.open(kind);
    const put = "$args[0].Lab.PutItem($args[0].Session.GetDefaultFolder($args[1][0]), $args[1][1], 'odd')";
    const id = itemId((await bench.desk.lab(put, [folder, messageClass])) as string);
    const listing = await bench.side.list();
    t.like(listing, { complete: true, items: [{ id, unusable: `message class ${messageClass}` }] });
    const [row] = await fetched(bench, [id]);
    t.like(row, { ok: false, missing: false, error: { code: 'Unreadable' } });
  }
});

test.serial('a null cell in the table makes an unknown version, and the item is read as it is', async (t) => {
  const bench = await benches.open('event');
  const made = await bench.side.create({ item: bench.sample(0) });
  for (const member of ['LastModificationTime', 'MessageClass', 'http://schemas.microsoft.com/mapi/proptag/0x66700102']) {
    await bench.desk.lab('[void]$args[0].Lab.Faults.Add($args[1])', JSON.stringify({ kind: 'nullCell', member, item: made.id }));
  }
  const { items: [row] } = await bench.side.list();
  t.is(row?.version, '' as never);
  t.is(row?.unusable, undefined);
  t.is((await only(bench, row!.id)).uid, made.uid);
});

test.serial('rule 31: an open and unsaved item is a busy row, neither missing nor read', async (t) => {
  const bench = await benches.open('event');
  const [open, other] = [await bench.side.create({ item: bench.sample(0) }), await bench.side.create({ item: bench.sample(1) })];
  await bench.desk.lab("$args[0].Lab.OpenInInspector($args[1], '{\"Subject\":\"half\"}')", open.id);
  const rows = await fetched(bench, [open.id, other.id]);
  t.like(rows[0], { ok: false, id: open.id, missing: false, error: { code: 'Busy', data: { reason: 'open-unsaved', item: open.id } } });
  t.true(rows[1]?.ok);
});

test.serial('the time of the last change is told in UTC for what a listing held, and only for that version', async (t) => {
  const bench = await benches.open('event');
  await bench.desk.lab("$args[0].Lab.SetClock('2026-11-22T08:00:00Z')");
  const made = await bench.otherHands.put(bench.sample(0));
  t.is((await only(bench, made)).modified, undefined);
  await bench.side.list();
  t.regex((await only(bench, made)).modified!, /^2026-11-22T08:00:\d\dZ$/);
  await bench.otherHands.edit(made, { subject: 'later' });
  t.is((await only(bench, made)).modified, undefined);
});

test.serial('rule 3: an item whose host died after its first save bears its mark, so that it is found and not made twice', async (t) => {
  const bench = await benches.open('event');
  const series = bench.sample(2);
  await bench.desk.lab('[void]$args[0].Lab.Faults.Add($args[1])', JSON.stringify({ kind: 'exit', member: '*.Save', after: true, times: 1 }));
  t.like(await t.throwsAsync(bench.side.create({ item: series })), { code: 'Unavailable', data: { reason: 'outcome-unknown' } });
  const { items } = await bench.side.list();
  t.deepEqual(items.map(({ mark }) => mark?.uid), [series.uid]);
  t.like(await t.throwsAsync(bench.side.create({ item: series })), { code: 'AlreadyThere', data: { item: items[0]!.id } });
});

test.serial('large bodies are read in pages and come whole', async (t) => {
  const bench = await benches.open('contact');
  const note = '約會記錄 '.repeat(40_000).trim();
  for (let n = 0; n < 6; n += 1) await bench.side.create({ item: { ...bench.sample(n), fields: { ...bench.sample(n).fields, note } } });
  const { items } = await bench.side.list();
  const before = bench.calls();
  const rows = await fetched(bench, items.map(({ id }) => id));
  t.is(rows.length, 6);
  t.true(rows.every((row) => row.ok && row.item.fields.note === note));
  t.is(bench.calls() - before, 3, 'two of 200,000 characters a page');
});

test.serial('what came from a row has the item\'s record as its only part', async (t) => {
  const bench = await benches.open('event');
  const made = await bench.side.create({ item: bench.sample(0) });
  t.is(made.parts.length, 1);
  t.like(made.parts[0], { part: 'master', id: made.id, version: made.version });
  t.like(JSON.parse(made.parts[0]!.text), { id: made.id, version: made.version, messageClass: 'IPM.Appointment' });
});
