// Host.psm1 on folders of the lab's Outlook: tables, where an item went, folders by name.
import test from 'ava';
import type { Column } from '../../src/ps-host/protocol.js';
import type { WireValue } from '../../src/ps-host/wire-value.js';
import { fault, make, marked, markOf } from './item-steps.js';
import { outlookBenches, type Benches } from './outlook-bench.js';

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

const TABLE: readonly Column[] = [{ add: 'EntryID', as: 'id' }, { add: 'Subject', as: 'subject' }];

for (const rowsFirst of ['true', 'false']) {
  test.serial(`a folder of more than a page is one table, whichever way round Outlook gives its blocks (rows first: ${rowsFirst})`, async (t) => {
    const bench = await exchange.open('event');
    await bench.desk.lab("$args[0].Lab.Change($args[1])", `{"TableArrayRowsFirst":${rowsFirst}}`);
    await bench.desk.lab("$c = $args[0].Session.GetDefaultFolder(9); foreach ($n in 1..503) { [void]$args[0].Lab.PutItem($c, 'IPM.Appointment', \"n$n\") }; $args[0].Lab.Calls.Reset()");
    const subjects: WireValue[] = [];
    let [cursor, pages]: [number | null, number] = [null, 0];
    do {
      const page: { readonly rows: readonly (readonly WireValue[])[]; readonly next: number | null; readonly count: number } =
        await bench.desk.host.call('listFolder', { folder: bench.folder, columns: TABLE, cursor });
      subjects.push(...page.rows.map(([, subject]) => subject!));
      t.is(page.count, 503);
      [cursor, pages] = [page.next, pages + 1];
    } while (cursor !== null);
    t.deepEqual([pages, new Set(subjects).size, subjects.length], [2, 503, 503]);
    t.is(await bench.desk.lab("$args[0].Lab.Calls.Count('Folder.GetTable')"), 1);
    t.is(await bench.desk.lab("$args[0].Lab.Calls.Count('AppointmentItem.*')"), 0);
  });
}

test.serial('a table that failed is gone: its cursor is a bad request', async (t) => {
  const bench = await exchange.open('event');
  await make(bench);
  await fault(bench, { kind: 'error', member: 'Table.GetArray', times: 1 });
  t.like(await t.throwsAsync(bench.desk.host.call('listFolder', { folder: bench.folder, columns: TABLE, cursor: null })), { code: 'Unreadable' });
  await t.throwsAsync(bench.desk.host.call('listFolder', { folder: bench.folder, columns: TABLE, cursor: 1 }), { message: /BadRequest/ });
});

const MOVE = "$i = $args[0].Session.GetItemFromID($args[1]); $f = $args[0].Session.GetDefaultFolder(9).Folders.Add('Archive'); [void]$i.Move($f)";

for (const [name, of, keepsId] of [['Exchange', () => exchange, false], ['PST', () => pst, true]] as const) {
  test.serial(`rule 13: what was deleted, moved or lost is told apart by id or mark (${name})`, async (t) => {
    const bench = await of().open('event');
    const [kept, moved, deleted] = [await marked(bench, 'k|1|l'), await marked(bench, 'm|1|l'), await marked(bench, 'd|1|l')];
    const locate = (id: string, mark: string) => bench.desk.host.call('locateItem', { folder: bench.folder, id, mark: markOf(mark) });
    t.deepEqual(await locate(kept.id, 'k|'), { at: 'here', id: kept.id });
    t.deepEqual(await locate('EF00', 'k|'), { at: 'here', id: kept.id });
    await bench.desk.lab(MOVE, moved.id);
    const elsewhere = await locate(moved.id, 'm|');
    t.is(elsewhere.at, 'elsewhere');
    t.is(elsewhere.id === moved.id, keepsId);
    const { trash } = await bench.desk.host.call('deleteItem', { folder: bench.folder, id: deleted.id, version: deleted.version, mark: markOf('d|') });
    t.is(trash === deleted.id, keepsId);
    t.deepEqual(await locate(deleted.id, 'd|'), { at: 'deleted', id: trash });
    t.deepEqual(await locate('EF00', 'D|'), { at: 'absent', id: null });
    t.deepEqual(await bench.desk.host.call('deleteItem', { folder: bench.folder, id: deleted.id, version: null, mark: markOf('d|') }), { trash });
    // The old id of a moved item is not ours to delete: stale where it still opens the item, else already gone.
    const again = bench.desk.host.call('deleteItem', { folder: bench.folder, id: moved.id, version: null, mark: markOf('m|') });
    if (keepsId) t.like(await t.throwsAsync(again), { code: 'Stale' });
    else t.deepEqual(await again, { trash: null });
    t.is((await locate(moved.id, 'm|')).at, 'elsewhere');
  });
}

test.serial('a folder is found by its name letter for letter, made where that is asked for, and refused by name where it is missing', async (t) => {
  const { desk } = await exchange.open('event');
  const wish = { itemType: 2, name: 'Mail2000 通訊錄', create: true } as const;
  t.like(await t.throwsAsync(desk.host.call('ensureFolder', { ...wish, create: false })), { code: 'Unavailable', data: { reason: 'folder-gone' } });
  const made = await desk.host.call('ensureFolder', wish);
  t.like(made, { name: wish.name, itemType: 2, count: 0, made: true, connected: true, storeName: 'a@example.com' });
  t.deepEqual(await desk.host.call('ensureFolder', wish), { ...made, made: false });
  t.like(await t.throwsAsync(desk.host.call('getFolder', { entryId: 'EF00', storeId: made.storeId })), { code: 'Unavailable', data: { reason: 'folder-gone' } });
});
