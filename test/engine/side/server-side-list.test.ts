import test from 'ava';
import { M2KError } from '../../../src/engine/errors.js';
import { parseMultistatus } from '../../../src/engine/dav/multistatus.js';
import { PROFILES } from '../../../src/engine/dav/profile.js';
import type { ItemId } from '../../../src/engine/model/ids.js';
import { serverSide } from '../../../src/engine/side/server-side.js';
import { codecOf } from '../../support/lab-bench.js';
import { realClock } from '../../support/real-clock.js';
import { withItems } from './server-bench.js';
import { stateOf, STATE_PROPS } from '../../../src/engine/dav/collection.js';

test('unchanged collections cost one request by ctag or by sync-token, and none where the run has seen their state already', async (t) => {
  for (const quirks of [{}, { ctag: false }, { syncCollection: false }] as const) {
    const opened = await withItems(t, 5, quirks);
    t.is((await opened.side.list(opened.memory)).items.length, 5);
    t.deepEqual(opened.lab.counts(), { PROPFIND: 1 }, JSON.stringify(quirks));
    const { self, href } = await opened.client.propfind(opened.collection, { depth: 0, props: STATE_PROPS });
    const seen = stateOf(self!, opened.client.origin + href);
    opened.lab.resetLog();
    const side = serverSide({ client: opened.client, collection: opened.collection, codec: codecOf('event'), profile: PROFILES.generic, clock: realClock, seen });
    t.is((await side.list(opened.memory)).items.length, 5);
    t.deepEqual(opened.lab.counts(), {});
    // Seen once, believed once.
    await side.list(opened.memory);
    t.deepEqual(opened.lab.counts(), { PROPFIND: 1 });
  }
});

test('one changed item costs one request more by sync-token, and the changes alone come', async (t) => {
  const { side, lab, memory, otherHands } = await withItems(t, 5);
  const [changed] = memory.known.keys();
  await otherHands.edit(changed!, { subject: 'Edited' });
  const { items } = await side.list(memory);
  t.deepEqual(items.filter(({ id, version }) => memory.known.get(id) !== version).map(({ id }) => id), [changed]);
  t.deepEqual(lab.counts(), { PROPFIND: 1, REPORT: 1 });
});

test('sync-collection is used only where a trial has shown that it works', async (t) => {
  const { side, lab, memory, otherHands } = await withItems(t, 3, { syncCollection: 'advertised' });
  t.like(JSON.parse(memory.cursor), { token: null });
  await otherHands.edit([...memory.known.keys()][0]!, { subject: 'Edited' });
  t.is((await side.list(memory)).items.filter(({ id, version }) => memory.known.get(id) !== version).length, 1);
  // The state, every ETag, and the trial once more: the server may have learnt it.
  t.deepEqual(lab.counts(), { PROPFIND: 2, REPORT: 1 });
});

test('a ctag that stands still while members change is found out by the full listing and not believed again', async (t) => {
  const { side, lab, memory, otherHands } = await withItems(t, 3, { ctag: 'still', syncCollection: false });
  const [changed] = memory.known.keys();
  await otherHands.edit(changed!, { subject: 'Edited' });
  t.is((await side.list(memory)).items.find(({ id }) => id === changed)?.version, memory.known.get(changed!));
  const week = { ...(JSON.parse(memory.cursor) as object), fullAt: 0 };
  const found = await side.list({ ...memory, cursor: JSON.stringify(week) });
  t.not(found.items.find(({ id }) => id === changed)?.version, memory.known.get(changed!));
  await otherHands.edit(changed!, { subject: 'Edited again' });
  lab.resetLog();
  const next = await side.list({ cursor: found.cursor!, known: new Map(found.items.map(({ id, version }) => [id, version])) });
  t.not(next.items.find(({ id }) => id === changed)?.version, found.items.find(({ id }) => id === changed)?.version);
  t.deepEqual(lab.counts(), { PROPFIND: 2 });
});

test('rule 12: a listing that was cut off, or has a row with an error, proves nothing about what it lacks', async (t) => {
  const { side, lab, memory } = await withItems(t, 5, { syncCollection: false, ctag: false });
  lab.faults.add({ method: 'PROPFIND', nth: 2, fault: { kind: 'row507', keep: 2 } });
  t.like(await side.list(memory), { complete: false, because: 'cut-off' });
  lab.faults.clear();
  lab.faults.add({ method: 'PROPFIND', nth: 2, fault: { kind: 'rowError', status: 503 } });
  t.like(await side.list(memory), { complete: false, because: 'row-error' });
  lab.faults.clear();
  lab.faults.add({ method: 'PROPFIND', nth: 2, times: 3, fault: { kind: 'truncate', octets: 900 } });
  t.true(await side.list(memory).then(() => false, (error: unknown) => error instanceof M2KError && error.code === 'Unavailable'));
  lab.faults.clear();
  t.true((await side.list(memory)).complete);
});

test('rule 12: changes with a row in error prove nothing, lose nothing known, and the next listing is full', async (t) => {
  const { side, lab, memory, otherHands } = await withItems(t, 3);
  await otherHands.edit([...memory.known.keys()][0]!, { subject: 'Edited' });
  lab.faults.add({ method: 'REPORT', fault: { kind: 'rowError', status: 500 } });
  const listing = await side.list(memory);
  t.like(listing, { complete: false, because: 'row-error' });
  t.is(listing.items.length, 3);
  lab.resetLog();
  const next = await side.list({ cursor: listing.cursor!, known: memory.known });
  t.deepEqual(lab.counts(), { PROPFIND: 2, REPORT: 1 });
  t.is(next.items.filter(({ id, version }) => memory.known.get(id) !== version).length, 1);
});

test('rule 12: an item that one page of changes removes and a later one brings is there, and the other way round', async (t) => {
  const { client, collection, memory } = await withItems(t, 2);
  const [back, away] = [...memory.known.keys()] as [ItemId, ItemId];
  const row = (href: string, rest: string): string => `<d:response><d:href>${href}</d:href>${rest}</d:response>`;
  const there = (href: string): string => row(href, '<d:propstat><d:prop><d:getetag>"new"</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>');
  const gone = (href: string): string => row(href, '<d:status>HTTP/1.1 404 Not Found</d:status>');
  const page = (token: string, ...rows: readonly string[]) => parseMultistatus(`<d:multistatus xmlns:d="DAV:">${rows.join('')}<d:sync-token>${token}</d:sync-token></d:multistatus>`, client.origin + collection);
  const pages = [page('p1', gone(back), there(away), row(collection, '<d:status>HTTP/1.1 507 Insufficient Storage</d:status>')), page('p2', there(back.replace('%40', '@')), gone(away))];
  const cursor = JSON.stringify({ ...(JSON.parse(memory.cursor) as object), ctag: 'moved' });
  const paging = { ...client, report: () => Promise.resolve(pages.shift()!) };
  const listing = await serverSide({ client: paging, collection, codec: codecOf('event'), profile: PROFILES.generic, clock: realClock }).list({ ...memory, cursor });
  t.deepEqual(listing.items.map(({ id, version }) => [id, version]), [[back, '"new"']]);
  t.true(listing.complete);
  t.like(JSON.parse(listing.cursor!), { token: 'p2', gone: [away] });
});

test('rule 12: an empty answer where there were items is asked for twice, and proves nothing if the second differs', async (t) => {
  const { side, lab, memory } = await withItems(t, 3, { syncCollection: false, ctag: false });
  lab.faults.add({ method: 'PROPFIND', nth: 2, fault: { kind: 'emptyMultistatus' } });
  const listing = await side.list(memory);
  t.like(listing, { complete: false, because: 'unsteady' });
  t.is(listing.items.length, 3);
});

test('rule 12: a collection that is gone or forbidden is no empty collection', async (t) => {
  const { side, lab, place, memory } = await withItems(t, 2);
  lab.faults.add({ method: 'PROPFIND', fault: { kind: 'answer', status: 403 } });
  t.like(await t.throwsAsync(side.list(memory)), { code: 'Unavailable', data: { reason: 'collection-forbidden' } });
  lab.office.removeCollection(place.path);
  t.like(await t.throwsAsync(side.list(memory)), { code: 'Unavailable', data: { reason: 'collection-gone' } });
});

test('rule 15: an invalid sync-token means a full listing without deletions in this run, and with them in the next', async (t) => {
  const { side, lab, memory, otherHands } = await withItems(t, 3);
  const [removed] = memory.known.keys();
  await otherHands.remove(removed!);
  for (const status of [403, 409, 500]) {
    lab.faults.add({ method: 'REPORT', fault: { kind: 'answer', status } });
    const listing = await side.list(memory);
    t.like(listing, { complete: false, because: 'token-invalid' }, String(status));
    t.is(listing.items.length, 2);
    const next = await side.list({ ...memory, cursor: listing.cursor! });
    t.true(next.complete);
    t.is(next.items.length, 2);
  }
});

test('rule 15: a collection made anew under the same name, and one whose every version changed, delete nothing in this run', async (t) => {
  const { side, memory } = await withItems(t, 3);
  const cursor = JSON.parse(memory.cursor) as object;
  t.like(await side.list({ ...memory, cursor: JSON.stringify({ ...cursor, birth: 'somebody else 2020' }) }), { complete: false, because: 'collection-replaced' });
  const restored = new Map([...memory.known.keys()].map((id) => [id, 'other' as never]));
  t.like(await side.list({ cursor: JSON.stringify({ ...cursor, token: null, ctag: null }), known: restored }), { complete: false, because: 'all-versions-changed' });
});

test('a token or ctag is not trusted for ever: every seventh day all members are listed', async (t) => {
  const { side, lab, memory } = await withItems(t, 2);
  const old = { ...(JSON.parse(memory.cursor) as object), fullAt: Date.now() - 8 * 86_400_000 };
  t.true((await side.list({ ...memory, cursor: JSON.stringify(old) })).complete);
  t.deepEqual(lab.counts(), { PROPFIND: 2, REPORT: 1 });
});

test('reading takes one multiget for 30, halves on failure and grows again, and a missing href costs one GET', async (t) => {
  const { side, lab, memory, otherHands } = await withItems(t, 60);
  const ids = [...memory.known.keys()];
  const read = async (): Promise<number> => {
    let count = 0;
    lab.resetLog();
    for await (const row of side.fetch(ids)) if (row.ok) count += 1;
    return count;
  };
  t.is(await read(), 60);
  t.deepEqual(lab.counts(), { REPORT: 2 });
  lab.faults.add({ method: 'REPORT', fault: { kind: 'answer', status: 413 } });
  t.is(await read(), 60);
  // It had grown to 60; refused, then 30 and 30.
  t.deepEqual(lab.counts(), { REPORT: 3 });
  await otherHands.remove(ids[7]!);
  t.is(await read(), 59);
  t.deepEqual(lab.counts(), { REPORT: 1, GET: 1 });
});

test('where the server bears it two multigets are on their way at once, else one; every item comes once', async (t) => {
  for (const parallel of [1, 2]) {
    const { client, collection, lab, memory } = await withItems(t, 150);
    const ids = [...memory.known.keys()];
    let now = 0, most = 0;
    lab.hooks.beforeRequest = async () => { most = Math.max(most, now += 1); await realClock.sleep(10); };
    lab.hooks.afterRequest = () => { now -= 1; };
    const side = serverSide({ client, collection, codec: codecOf('event'), profile: { ...PROFILES.generic, parallel }, clock: realClock });
    const seen: ItemId[] = [];
    for await (const row of side.fetch(ids)) if (row.ok) seen.push(row.item.id);
    t.deepEqual(seen.toSorted(), ids.toSorted());
    t.is(most, parallel);
  }
});

test('a server that fails on one object gives the others, and a server without multiget is read by GET', async (t) => {
  const { side, lab, memory } = await withItems(t, 4);
  const ids = [...memory.known.keys()];
  lab.faults.add({ method: 'REPORT', fault: { kind: 'rowError', status: 500 } }, { method: 'GET', fault: { kind: 'answer', status: 500 } });
  const rows = [];
  for await (const row of side.fetch(ids)) rows.push(row);
  t.deepEqual(rows.map((row) => (row.ok ? 'ok' : `${row.error instanceof M2KError ? row.error.code : 'bug'} ${row.missing}`)).sort(), ['Unreadable false', 'ok', 'ok', 'ok']);
  lab.faults.clear();
  lab.resetLog();
  lab.faults.add({ method: 'REPORT', times: 9, fault: { kind: 'answer', status: 501 } });
  let count = 0;
  for await (const row of side.fetch(ids)) if (row.ok) count += 1;
  t.is(count, 4);
  t.deepEqual(lab.counts(), { REPORT: 1, GET: 4 });
});

