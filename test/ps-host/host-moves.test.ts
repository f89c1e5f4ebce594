// Host.psm1 moving items between folders, out of Deleted Items, and leaving a note: in the lab's Outlook (rules.md 23, 29, 30).
import test from 'ava';
import { make, marked, markOf } from './item-steps.js';
import { outlookBenches, type Benches } from './outlook-bench.js';

const endings: (() => unknown)[] = [];
let exchange: Benches;

test.before(() => { exchange = outlookBenches({ teardown: (close: () => unknown) => void endings.push(close) }); });
test.after.always(async () => { for (const end of endings) await end(); });

const NEW_FOLDER = '$f = $args[0].Session.GetDefaultFolder(9).Folders.Add($args[1]); "$($f.EntryID) $($f.StoreID)"';

test.serial('rule 23: an item is moved to another folder with its mark; one that is not in the first any more is told as such', async (t) => {
  const bench = await exchange.open('event'), { host } = bench.desk;
  const item = await marked(bench, 'k|1|l');
  const [entryId = '', storeId = ''] = String(await bench.desk.lab(NEW_FOLDER, 'Other')).split(' ');
  const { id } = await host.call('moveItem', { folder: bench.folder, id: item.id, to: { entryId, storeId } });
  t.truthy(id);
  t.deepEqual(await host.call('locateItem', { folder: { entryId, storeId }, id: id ?? '', mark: markOf('k|') }), { at: 'here', id });
  t.deepEqual(await host.call('moveItem', { folder: bench.folder, id: id ?? '', to: { entryId, storeId } }), { id: null });
});

test.serial('rule 30: a deleted item is brought back by its id or by its mark; what does not lie there is null', async (t) => {
  const bench = await exchange.open('event'), { host } = bench.desk;
  const item = await marked(bench, 'd|1|l');
  t.deepEqual(await host.call('reviveItem', { folder: bench.folder, id: item.id, mark: markOf('d|') }), { id: null });
  await host.call('deleteItem', { folder: bench.folder, id: item.id, version: null, mark: markOf('d|') });
  const { id } = await host.call('reviveItem', { folder: bench.folder, id: '', mark: markOf('d|') });
  t.deepEqual(await host.call('locateItem', { folder: bench.folder, id: id ?? '', mark: null }), { at: 'here', id });
  t.deepEqual(await host.call('reviveItem', { folder: bench.folder, id: '', mark: markOf('d|') }), { id: null });
});

test.serial('rule 13: a folder that the user threw into Deleted Items says so', async (t) => {
  const bench = await exchange.open('event'), { host } = bench.desk;
  await make(bench);
  const [entryId = '', storeId = ''] = String(await bench.desk.lab(NEW_FOLDER, 'Thrown')).split(' ');
  t.false((await host.call('getFolder', { entryId, storeId })).deleted);
  const thrown = String(await bench.desk.lab('$f = $args[0].Session.GetFolderFromID($args[1]); $f.Delete(); $t = $args[0].Session.GetDefaultFolder(3); "$($t.Folders.Item(1).EntryID)"', entryId));
  t.true((await host.call('getFolder', { entryId: thrown, storeId })).deleted);
});

test.serial('M13: a folder takes another name at once and keeps its id; a name that another beside it has is refused, and so is one for the default folder', async (t) => {
  const bench = await exchange.open('event'), { host } = bench.desk;
  const [entryId = '', storeId = ''] = String(await bench.desk.lab(NEW_FOLDER, 'First')).split(' ');
  await bench.desk.lab(NEW_FOLDER, 'Taken');
  t.like(await host.call('renameFolder', { entryId, storeId, name: '專案' }), { entryId, name: '專案' });
  t.like(await host.call('renameFolder', { entryId, storeId, name: 'first' }), { name: 'first' });
  t.like(await t.throwsAsync(host.call('renameFolder', { entryId, storeId, name: 'TAKEN' })), { code: 'AlreadyThere' });
  t.like(await t.throwsAsync(host.call('renameFolder', { ...bench.folder, name: 'Mine' })), { code: 'Refused' });
  t.is((await host.call('getFolder', { entryId, storeId })).name, 'first');
});

test.serial('rule 13: a folder of a data file that is not open is told from one that is gone', async (t) => {
  const bench = await exchange.open('event'), { host } = bench.desk;
  const [entryId = '', storeId = ''] = String(await bench.desk.lab("$s = $args[0].Session; $s.AddStoreEx($args[1], 1); $root = $s.Stores.Item($s.Stores.Count).GetRootFolder(); $f = $root.Folders.Add('Old', 9); \"$($f.EntryID) $($f.StoreID)\"", 'old.pst')).split(' ');
  t.is((await host.call('getFolder', { entryId, storeId })).name, 'Old');
  await bench.desk.lab('$s = $args[0].Session; $s.RemoveStore($s.Stores.Item($s.Stores.Count).GetRootFolder())');
  t.like(await t.throwsAsync(host.call('getFolder', { entryId, storeId })), { code: 'Unavailable', data: { reason: 'store-closed' } });
  t.like(await t.throwsAsync(host.call('getFolder', { entryId: 'EF00', storeId: bench.folder.storeId })), { code: 'Unavailable', data: { reason: 'folder-gone' } });
});

test.serial('rule 29: a note is a post in the Inbox, and nothing is sent', async (t) => {
  const bench = await exchange.open('event'), { host } = bench.desk;
  await host.call('postNotice', { subject: '您的更動已復原', body: 'line 1\r\nline 2' });
  t.is(await bench.desk.lab('$i = $args[0].Session.GetDefaultFolder(6).Items; "$($i.Count) $($i.Item(1).MessageClass) $($i.Item(1).Subject) $($args[0].Session.GetDefaultFolder(4).Items.Count)"'), '1 IPM.Post 您的更動已復原 0');
});

test.serial('rule 5, 8: a stamp is kept in the folder as no item of it, and a store that keeps none refuses it', async (t) => {
  const bench = await exchange.open('event'), { host } = bench.desk;
  t.deepEqual(await host.call('readStamp', { folder: bench.folder }), { text: '' });
  await host.call('writeStamp', { folder: bench.folder, text: '{"desk":"電腦"}' });
  await host.call('writeStamp', { folder: bench.folder, text: '{"desk":"PC-2"}' });
  t.deepEqual(await host.call('readStamp', { folder: bench.folder }), { text: '{"desk":"PC-2"}' });
  t.is((await host.call('getFolder', bench.folder)).count, 0);
  await bench.desk.lab('$args[0].Lab.SetStorageItems($args[0].Session.GetFolderFromID($args[1]), $false)', bench.folder.entryId);
  t.like(await t.throwsAsync(host.call('readStamp', { folder: bench.folder })), { code: 'Refused' });
});
