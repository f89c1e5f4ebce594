// The side contract: listing, reading in bulk, remembering.
import assert from 'node:assert/strict';
import type { Kind } from '../../model/ids.js';
import type { SideBench } from './bench.js';
import { contractCase, create, fetchAll, fetchOne, listed, memoryOf, nth, onlyText, plainFields, rejects, sameFields, versions } from './steps.js';

/** Requests that a listing or reading of 200 items may take: a fixed number, not one an item. */
const BOUND = 30;

const put = async <K extends Kind>(bench: SideBench<K>, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) await bench.otherHands.put(bench.sample(n));
};

export const LISTING_CASES = [
  contractCase('an empty collection gives an empty, complete listing', async ({ side }) => {
    const { items, complete } = await side.list();
    assert.deepEqual(items, []);
    assert.equal(complete, true);
  }),
  contractCase('what others put in is listed and read as they wrote it, in the side\'s narrow form', async (bench) => {
    const item = bench.sample(1);
    const id = await bench.otherHands.put(item);
    assert.deepEqual((await bench.side.list()).items.map((row) => row.id), [id]);
    const found = await fetchOne(bench, id);
    assert.equal(found.uid, item.uid);
    sameFields(found.fields, bench.side.narrow(item.fields));
    assert.equal(found.parts[0]?.id, id);
  }),
  contractCase('the version of a listed item is the version it is read with', async (bench) => {
    const id = await bench.otherHands.put(bench.sample(1));
    assert.equal((await listed(bench, id)).version, (await fetchOne(bench, id)).version);
  }),
  contractCase('nothing changed: two listings agree; a foreign edit moves the version of that item only', async (bench) => {
    await put(bench, 3);
    const before = versions(await bench.side.list());
    assert.deepEqual(versions(await bench.side.list()), before);
    const first = nth(before.keys(), 0);
    await bench.otherHands.edit(first, onlyText(plainFields(bench.side.kind)[0], 'Edited elsewhere'));
    const after = versions(await bench.side.list());
    assert.deepEqual([...after].filter(([id, version]) => before.get(id) !== version).map(([id]) => id), [first]);
  }),
  contractCase('rule 12: what is removed is absent from a complete listing', async (bench) => {
    await put(bench, 3);
    const ids = [...versions(await bench.side.list()).keys()];
    await bench.otherHands.remove(nth(ids, 0));
    const listing = await bench.side.list();
    assert.equal(listing.complete, true);
    assert.deepEqual(new Set(versions(listing).keys()), new Set(ids.slice(1)));
  }),
  contractCase('an item that is gone since it was listed is a row marked missing, and the others come', async (bench) => {
    await put(bench, 3);
    const ids = [...versions(await bench.side.list()).keys()];
    const gone = nth(ids, 1);
    await bench.otherHands.remove(gone);
    const rows = await fetchAll(bench, ids);
    assert.deepEqual(rows.filter((row) => !row.ok && row.missing).map((row) => (row.ok ? '' : row.id)), [gone]);
    assert.equal(rows.filter((row) => row.ok).length, 2);
  }),
  contractCase('an item that cannot be read is a row with its error, not missing, and the others come', async (bench) => {
    await put(bench, 2);
    const bad = await bench.otherHands.putUnreadable();
    const listing = await bench.side.list();
    assert.ok(versions(listing).has(bad), 'it is listed');
    for (const row of await fetchAll(bench, listing.items.map(({ id }) => id))) {
      if (row.ok) continue;
      assert.equal(row.id, bad);
      assert.equal(row.missing, false);
      assert.equal((await rejects('Unreadable', Promise.reject(row.error))).data.item, bad);
    }
  }, { needs: ['unreadable'] }),
  contractCase('with its cursor: unchanged moves nothing, an edit moves one, a removal is absent, a new one is there', async (bench) => {
    await put(bench, 4);
    let memory = memoryOf(await bench.side.list());
    const unchanged = await bench.side.list(memory);
    assert.deepEqual(versions(unchanged), memory.known);
    assert.equal(unchanged.complete, true);
    memory = memoryOf(unchanged);
    const [edited, removed] = [nth(memory.known.keys(), 0), nth(memory.known.keys(), 1)];
    await bench.otherHands.edit(edited, onlyText(plainFields(bench.side.kind)[0], 'Edited elsewhere'));
    await bench.otherHands.remove(removed);
    const added = await bench.otherHands.put(bench.sample(4));
    const after = await bench.side.list(memory);
    assert.equal(after.complete, true, after.because);
    assert.ok(!versions(after).has(removed), 'the removed one is absent');
    const moved = [...versions(after)].filter(([id, version]) => memory.known.get(id) !== version).map(([id]) => id);
    assert.deepEqual(new Set(moved), new Set([edited, added]));
  }, { needs: ['cursor'] }),
  contractCase('with its cursor, what the core could not delete yet stays absent in later listings', async (bench) => {
    await put(bench, 3);
    const first = memoryOf(await bench.side.list());
    const removed = nth(first.known.keys(), 0);
    await bench.otherHands.remove(removed);
    const second = await bench.side.list(first);
    const third = await bench.side.list({ cursor: second.cursor ?? '', known: first.known });
    assert.ok(!versions(third).has(removed));
  }, { needs: ['cursor'] }),
  contractCase('a cursor that is not the side\'s own means a full listing', async (bench) => {
    await put(bench, 2);
    for (const cursor of ['', '{}', '{"token":"http://nowhere/9","ctag":"x","fullAt":99999999999999,"birth":" ","gone":[]}', 'null']) {
      assert.equal((await bench.side.list({ cursor, known: new Map() })).items.length, 2, cursor);
    }
  }, { needs: ['cursor'] }),
  contractCase('200 items are listed and read in a bounded number of requests', async (bench) => {
    await put(bench, 200);
    const before = bench.calls();
    const listing = await bench.side.list();
    assert.equal(listing.items.length, 200);
    assert.equal(listing.complete, true);
    assert.ok(bench.calls() > before, 'requests are counted');
    assert.ok(bench.calls() - before <= BOUND, `listing took ${bench.calls() - before}`);
    const middle = bench.calls();
    const rows = await fetchAll(bench, listing.items.map(({ id }) => id));
    assert.ok(rows.every((row) => row.ok));
    assert.ok(bench.calls() - middle <= BOUND, `reading took ${bench.calls() - middle}`);
  }, { needs: ['calls'] }),
  contractCase('an item is located: here while it is there, and never deleted by mistake', async (bench) => {
    const made = await create(bench, bench.sample(1));
    assert.equal((await bench.side.locate(made.id, made.uid)).at, 'here');
  }),
  contractCase('an item that was removed is located as deleted', async (bench) => {
    const made = await create(bench, bench.sample(1));
    await bench.otherHands.remove(made.id);
    assert.equal((await bench.side.locate(made.id, made.uid)).at, 'deleted');
  }, { needs: ['provesGone'] }),
];
