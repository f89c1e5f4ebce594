// The side contract: creating, updating, deleting, under the eyes of others.
import assert from 'node:assert/strict';
import { fieldSpecs } from '../../model/field-specs.js';
import { UNKNOWN_VERSION } from '../../model/ids.js';
import type { Kind } from '../../model/ids.js';
import type { FieldName, Item } from '../../model/item.js';
import type { Found } from '../side.js';
import type { SideBench } from './bench.js';
import { contractCase, create, fetchOne, listed, onlyText, plainFields, refOf, rejects, sameFields, withText } from './steps.js';

/** Changes one plain field through the side. */
function updateText<K extends Kind>({ side }: SideBench<K>, found: Found<K>, text: string): Promise<Found<K>> {
  const [name] = plainFields(side.kind);
  const item: Item<K> = { kind: side.kind, uid: found.uid, fields: withText(found.fields, name, text) };
  return side.update({ ref: refOf(found), item, fields: new Set([name]), parts: found.parts });
}

/** Every field of `to`, written over an item that was made of `from`. */
async function rewrite<K extends Kind>(bench: SideBench<K>, from: Item<K>, to: Item<K>): Promise<Found<K>> {
  const made = await create(bench, from);
  const every = new Set(Object.keys(fieldSpecs(bench.side.kind)) as FieldName<K>[]);
  return bench.side.update({ ref: refOf(made), item: { ...to, uid: from.uid }, fields: every, parts: made.parts });
}

export const WRITING_CASES = [
  contractCase('what is created is listed, and read as sent in the side\'s narrow form', async (bench) => {
    const item = bench.sample(2);
    const made = await create(bench, item);
    assert.equal(made.uid, item.uid);
    sameFields(made.fields, bench.side.narrow(item.fields));
    assert.equal((await listed(bench, made.id)).version, made.version);
    const read = await fetchOne(bench, made.id);
    assert.equal(read.uid, item.uid);
    sameFields(read.fields, made.fields);
    assert.equal(await bench.otherHands.count(), 1);
  }),
  contractCase('a UID that is there is not created again, whoever made it', async (bench) => {
    const [mine, theirs] = [bench.sample(1), bench.sample(2)];
    const made = await create(bench, mine);
    assert.equal((await rejects('AlreadyThere', create(bench, mine))).data.item, made.id);
    const id = await bench.otherHands.put(theirs);
    assert.equal((await rejects('AlreadyThere', create(bench, theirs))).data.item, id);
    assert.equal(await bench.otherHands.count(), 2);
  }, { needs: ['uidUnique'] }),
  contractCase('an update changes the chosen fields and keeps what others wrote into the rest', async (bench) => {
    const [changed, foreign] = plainFields(bench.side.kind);
    const made = await create(bench, bench.sample(1));
    await bench.otherHands.edit(made.id, onlyText(foreign, 'Written by a colleague'));
    const now = await fetchOne(bench, made.id);
    const fields = withText(made.fields, changed, 'Written by us');
    const updated = await bench.side.update({ ref: refOf(now), item: { kind: bench.side.kind, uid: made.uid, fields }, fields: new Set([changed]), parts: made.parts });
    assert.notEqual(updated.version, now.version);
    assert.equal((await listed(bench, updated.id)).version, updated.version);
    sameFields((await fetchOne(bench, updated.id)).fields, withText(withText(now.fields, changed, 'Written by us'), foreign, 'Written by a colleague'));
  }),
  contractCase('an update of every field to another item\'s values reads back as those', async (bench) => {
    for (const [n, m] of [[0, 1], [1, 2], [5, 0], [2, 3]] as const) {
      const to = bench.sample(m + 100);
      const updated = await rewrite(bench, bench.sample(n + 10 * m), to);
      sameFields(updated.fields, bench.side.narrow(to.fields));
    }
  }),
  contractCase('an update on a stale version is refused and changes nothing', async (bench) => {
    const made = await create(bench, bench.sample(1));
    await bench.otherHands.edit(made.id, onlyText(plainFields(bench.side.kind)[0], 'Theirs'));
    const theirs = await fetchOne(bench, made.id);
    await rejects('Stale', updateText(bench, made, 'Ours'));
    sameFields((await fetchOne(bench, made.id)).fields, theirs.fields);
  }),
  contractCase('an update on an unknown version goes through', async (bench) => {
    const made = await create(bench, bench.sample(1));
    const updated = await updateText(bench, { ...made, version: UNKNOWN_VERSION }, 'Ours');
    sameFields(updated.fields, withText(made.fields, plainFields(bench.side.kind)[0], 'Ours'));
  }),
  contractCase('an update of what is gone is stale, and does not bring it back', async (bench) => {
    const made = await create(bench, bench.sample(1));
    await bench.otherHands.remove(made.id);
    await rejects('Stale', updateText(bench, made, 'Ours'));
    assert.equal(await bench.otherHands.count(), 0);
  }),
  contractCase('a deletion removes the item, and deleting it again is success', async (bench) => {
    const made = await create(bench, bench.sample(1));
    await create(bench, bench.sample(2));
    await bench.side.delete(refOf(made), made.parts);
    assert.equal(await bench.otherHands.count(), 1);
    await bench.side.delete(refOf(made), made.parts);
    assert.equal(await bench.otherHands.count(), 1);
  }),
  contractCase('a deletion on a stale version is refused and the item stays', async (bench) => {
    const made = await create(bench, bench.sample(1));
    await bench.otherHands.edit(made.id, onlyText(plainFields(bench.side.kind)[0], 'Theirs'));
    await rejects('Stale', bench.side.delete(refOf(made), made.parts));
    assert.equal(await bench.otherHands.count(), 1);
  }),
  contractCase('what was deleted can be made again from its former parts', async (bench) => {
    const made = await create(bench, bench.sample(1));
    await bench.side.delete(refOf(made), made.parts);
    const again = await bench.side.create({ item: bench.sample(1), over: made.parts });
    assert.equal(again.uid, made.uid);
    assert.deepEqual(again.fields, made.fields);
    assert.equal(await bench.otherHands.count(), 1);
  }),
  contractCase('marking an item gives a ref under which it can be updated', async (bench) => {
    const made = await create(bench, bench.sample(1));
    const ref = await bench.side.mark(refOf(made), made.uid);
    const updated = await updateText(bench, { ...made, ...refOf(ref) }, 'Marked');
    assert.equal(updated.uid, made.uid);
  }),
];
