// What outlook-side makes of the host's answers, where the lab's Outlook cannot be made to give them.
import test from 'ava';
import { newContactRecord } from '../../support/contact-record.js';
import { contactCodec } from '../../../src/engine/codec/outlook/contact.js';
import { M2KError } from '../../../src/engine/errors.js';
import { itemId, version } from '../../../src/engine/model/ids.js';
import { sample } from '../../../src/engine/side/contract/samples.js';
import { outlookSide } from '../../../src/engine/side/outlook-side.js';
import type { FolderFacts, HostCall } from '../../../src/ps-host/protocol.js';
import type { WireValue } from '../../../src/ps-host/wire-value.js';
import { wireDate } from '../../../src/ps-host/wire-value.js';

const FOLDER = { entryId: 'F', storeId: 'S' };
const FACTS: FolderFacts = { ...FOLDER, name: 'Contacts', path: '', count: 2, itemType: 2, storeName: '', storeFile: '', storeCreated: '', profile: '', connected: true, deleted: false };

/** longId, id, version, modified, created, messageClass, mark */
const row = (id: string, cells: Partial<Record<number, WireValue>> = {}): readonly WireValue[] =>
  [null, id, '2026-11-22T16:00:00.0000000', wireDate('2026-11-22T08:00:00'), wireDate('2026-11-01T08:00:00'), 'IPM.Contact', null].map((value, n) => (n in cells ? cells[n]! : value));

/** Answers by operation; each answer is a list used up call by call, its last one again and again. */
function host(answers: Readonly<Record<string, readonly unknown[]>>): { readonly call: HostCall; readonly asked: [string, Record<string, unknown>][] } {
  const asked: [string, Record<string, unknown>][] = [];
  const call = ((operation: string, request: Record<string, unknown>) => {
    const before = asked.filter(([name]) => name === operation).length;
    asked.push([operation, request]);
    const list = answers[operation] ?? [];
    const answer = list[Math.min(before, list.length - 1)];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }) as unknown as HostCall;
  return { call, asked };
}

const sideOf = (call: HostCall, now = 0) => outlookSide({
  call, clock: { now: () => now }, folder: FOLDER, codec: contactCodec({ zone: 'Taipei Standard Time', listSeparator: ',' }), link: 'l', newToken: () => 't', newUid: () => 'new',
});
const listed = (rows: readonly (readonly WireValue[])[], facts: readonly Partial<FolderFacts>[] = [{}]) =>
  sideOf(host({ getFolder: facts.map((one) => ({ ...FACTS, ...one })), listFolder: [{ rows, next: null, count: 2 }] }).call).list();

test('rule 13: a listing is complete when the table has as many rows as the folder had items, before and after', async (t) => {
  t.like(await listed([row('A'), row('B')]), { complete: true, because: undefined });
  for (const facts of [[{ count: 3 }], [{}, { count: 1 }], [{ count: 1 }, {}]]) {
    const listing = await listed([row('A'), row('B')], facts);
    t.false(listing.complete);
    t.regex(listing.because!, /2 rows, the folder had/);
    t.is(listing.items.length, 2);
  }
  t.false((await listed([row('A')])).complete);
});

test('rule 13: an offline store proves nothing, nor does a row without an id', async (t) => {
  t.like(await listed([row('A'), row('B')], [{ connected: false }]), { complete: false, because: 'the store is offline' });
  t.like(await listed([row('A'), row('B', { 1: null })]), { complete: false, because: '1 rows have no EntryID', items: { length: 1 } });
});

test('rule 13: a page that fails fails the listing', async (t) => {
  const busy = new M2KError('Busy', {});
  const { call } = host({ getFolder: [FACTS], listFolder: [{ rows: [row('A')], next: 1, count: 2 }, busy] });
  t.is(await t.throwsAsync(sideOf(call).list()), busy);
});

test('ids are long-term where the store gives them; an empty cell is an unknown version, not an old one', async (t) => {
  const { items } = await listed([row('SHORT', { 0: 'LONG' }), row('B', { 2: null, 3: null, 4: null, 5: null })]);
  t.deepEqual(items, [
    { id: itemId('LONG'), version: version('2026-11-22T16:00:00.0000000'), created: '2026-11-01T08:00:00Z' },
    { id: itemId('B'), version: version('') },
  ]);
});

test('what is neither a contact nor a list is listed as unusable, a form of one\'s own is not', async (t) => {
  const { items, complete } = await listed([row('A', { 5: 'IPM.Note' }), row('B', { 5: 'ipm.contact.Customer' })]);
  t.true(complete);
  t.deepEqual(items.map(({ unusable }) => unusable), ['message class IPM.Note', undefined]);
});

const failed = (id: string) => ({ ok: false, id, code: 'Unreadable', message: '' });

test('what the host leaves of a page comes first in the next, which is smaller; pages grow where nothing is left', async (t) => {
  const ids = Array.from({ length: 120 }, (_, n) => itemId(`I${n}`));
  const pageSizes: number[] = [];
  const call = ((_operation: string, { ids: page }: { readonly ids: readonly string[] }) => {
    pageSizes.push(page.length);
    const fits = pageSizes.length === 1 ? 10 : page.length;
    return Promise.resolve({ items: page.slice(0, fits).map(failed), left: page.slice(fits) });
  }) as unknown as HostCall;
  const rows = [];
  for await (const one of sideOf(call).fetch([...ids, ids[0]!])) rows.push(one);
  t.deepEqual(rows.map((one) => (one.ok ? one.item.id : one.id)), ids);
  t.deepEqual(pageSizes, [25, 10, 20, 40, 40]);
});

test('a busy Outlook while items are read is no row but the end of the reading', async (t) => {
  const { call } = host({ readItems: [new M2KError('Busy', {})] });
  await t.throwsAsync(async () => {
    for await (const _ of sideOf(call).fetch([itemId('A')])) t.fail();
  }, { instanceOf: M2KError });
});

test('rule 7: the mark is written before the first save of a new item, and before that nothing of the item is asked', async (t) => {
  const { call, asked } = host({ writeItem: [new M2KError('Refused', {})] });
  const { fields } = sample('contact', 1);
  await t.throwsAsync(sideOf(call).create({ item: { kind: 'contact', uid: 'u 1' as never, fields } }));
  const [[operation, request]] = asked as [[string, { readonly steps: readonly { readonly do: string }[] }]];
  t.is(operation, 'writeItem');
  t.deepEqual(request.steps[0], { do: 'user', name: 'M2KSync', to: 'u~201|t|l' } as never);
  t.is(request.steps.at(-1)?.do, 'save');
  t.like(request, { id: null, version: null, unless: { begins: 'u~201|' }, messageClass: 'IPM.Contact' });
});

test('an item changed less than three seconds ago is settling: two saves of one tick have the same LastModificationTime', async (t) => {
  const changed = Date.parse('2026-11-22T08:00:00Z');
  const record = { id: 'A', version: '2026-11-22T16:00:00.0000000', parent: 'F', messageClass: 'IPM.Contact', plain: newContactRecord(contactCodec({ zone: '', listSeparator: ',' }).members).plain, user: {} };
  const answers = { getFolder: [{ ...FACTS, count: 1 }], listFolder: [{ rows: [row('A')], next: null, count: 1 }], readItems: [{ items: [{ ok: true, item: record }], left: [] }] };
  for (const [age, settling] of [[2_900, true], [3_000, undefined], [-1_000, true]] as const) {
    const side = sideOf(host(answers).call, changed + age);
    const unlisted = await Array.fromAsync(side.fetch([itemId('A')]));
    t.true(unlisted[0]?.ok === true && unlisted[0].item.settling === true);
    await side.list();
    const read = (await Array.fromAsync(side.fetch([itemId('A')])))[0]!;
    t.true(read.ok);
    t.is(read.ok ? read.item.settling : null, settling);
  }
});
