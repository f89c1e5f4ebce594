// The store's promises, held by the file and by the memory store that the laws use; then what only a file can do (rules.md 1, 2, 6).
import test from 'ava';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ExecutionContext } from 'ava';
import { M2KError } from '../../../src/engine/errors.js';
import { itemId, uid, version } from '../../../src/engine/model/ids.js';
import { isLocked, takeLock } from '../../../src/engine/state/lock.js';
import { CODEC_VERSION } from '../../../src/engine/state/state.js';
import type { Base, Intent, PreImage, Store } from '../../../src/engine/state/state.js';
import { openStore } from '../../../src/engine/state/store.js';
import { anEvent } from '../../support/an-event.js';
import { memoryStore } from '../../support/memory-store.js';

const folderOf = (t: ExecutionContext): string => {
  const folder = mkdtempSync(join(tmpdir(), 'm2k-state-'));
  t.teardown(() => { rmSync(folder, { recursive: true, force: true }); });
  return folder;
};
const AT = '2026-01-10T00:00:00.000Z';
const side = (id: string): Base<'event'>['outlook'] => ({ id: itemId(id), version: version('1'), parts: [], habits: {}, rewrites: {} });
const base = (pairing: string, subject = 'a'): Base<'event'> => ({
  pairing, kind: 'event', uid: uid(`u-${pairing}`), fields: anEvent({ subject }), codec: CODEC_VERSION, outlook: side(`o-${pairing}`), server: side(`s-${pairing}`), origin: 'both',
});
const intent = (id: string, of: string): Intent<'event'> => ({ id, kind: 'event', uid: uid(of), pairing: null, agreed: anEvent(), writes: [], at: AT });
const image: PreImage = { link: 'L', at: AT, side: 'outlook', uid: uid('u'), kind: 'event', why: 'deleted', cell: 'same,gone', title: '會議', parts: [], run: AT, fields: anEvent(), changed: ['subject'] };

const stores: readonly (readonly [string, (t: ExecutionContext) => Store])[] = [
  ['the file', (t) => { const store = openStore(folderOf(t)); t.teardown(() => { store.close(); }); return store; }],
  ['the memory store of the laws', () => memoryStore()],
];

for (const [name, open] of stores) {
  test(`rule 2: ${name}: what begins stays open until it is settled, and settling writes the base row`, (t) => {
    const store = open(t);
    store.begin('L', intent('i1', 'u-p'), [image]);
    t.is(store.intents('L', 'event').length, 1);
    store.settle('L', { intent: 'i1', pairing: null, base: base('p'), at: AT });
    t.deepEqual([store.intents('L', 'event').length, store.bases('L', 'event').map((row) => row.pairing)], [0, ['p']]);
    t.deepEqual(store.bases<'event'>('L', 'event')[0], base('p'));
  });
  test(`rule 3: ${name}: an item has one open intent, the newest`, (t) => {
    const store = open(t);
    store.begin('L', intent('i1', 'u'), []);
    store.begin('L', intent('i2', 'u'), []);
    store.begin('L', intent('i3', 'other'), []);
    t.deepEqual(store.intents('L', 'event').map((one) => one.id), ['i2', 'i3']);
    store.abandon('L', 'i2');
    t.deepEqual(store.intents('L', 'event').map((one) => one.id), ['i3']);
  });
  test(`${name}: a row is replaced, forgotten, and another pairing's stays`, (t) => {
    const store = open(t);
    for (const pairing of ['p', 'q']) store.settle('L', { intent: null, pairing: null, base: base(pairing), at: AT });
    store.settle('L', { intent: null, pairing: 'p', base: base('p', 'b'), at: AT });
    t.deepEqual(store.bases<'event'>('L', 'event').map((row) => row.fields.subject), ['b', 'a']);
    store.settle('L', { intent: null, pairing: 'p', base: null, at: AT });
    t.deepEqual(store.bases('L', 'event').map((row) => row.pairing), ['q']);
  });
  test(`rule 14: ${name}: deletions are counted from a moment on`, (t) => {
    const store = open(t);
    for (const [at, deletions] of [['2026-01-09T00:00:00.000Z', 2], [AT, 3]] as const) store.settle('L', { intent: null, pairing: null, base: null, deletions, at });
    t.is(store.deletionsSince('L', '2026-01-09T12:00:00.000Z'), 3);
    t.is(store.deletionsSince('L', '2026-01-01T00:00:00.000Z'), 5);
    t.is(store.deletionsSince('M', '2026-01-01T00:00:00.000Z'), 0, 'another link\'s');
  });
  test(`${name}: memory and the last run come back as they were given`, (t) => {
    const store = open(t);
    t.is(store.memory('L'), undefined);
    const memory = { birth: AT, atBirth: [itemId('o')], accepted: true, cursors: { server: 'token' }, unsettled: { outlook: [], server: [itemId('s')] }, missing: { outlook: [], server: [] }, refused: {}, runs: 3 };
    store.remember('L', memory);
    t.deepEqual(store.memory('L'), memory);
    store.noteRun({ at: AT, report: '{}' });
    t.deepEqual(store.lastRun(), { at: AT, report: '{}' });
  });
}

test('rule 6: what was committed is there when the file is opened again; the undo file is a file of its own', (t) => {
  const folder = folderOf(t), store = openStore(folder);
  store.begin('L', intent('i1', 'u'), [image]);
  store.settle('L', { intent: null, pairing: null, base: base('p'), at: AT });
  store.close();
  const again = openStore(folder);
  t.teardown(() => { again.close(); });
  t.deepEqual([again.intents('L', 'event').length, again.bases('L', 'event').length], [1, 1]);
  const undo = new DatabaseSync(join(folder, 'undo.sqlite'), { readOnly: true });
  t.is(undo.prepare('SELECT title FROM images').get()?.['title'], '會議');
  undo.close();
});

test('rule 2: what is to be overwritten is kept before the write is begun: where it cannot be begun the pre-image is there', (t) => {
  const store = openStore(folderOf(t));
  t.teardown(() => { store.close(); });
  const unstorable = { ...intent('i1', 'u'), agreed: { ...anEvent(), subject: 1n } } as unknown as Intent<'event'>;
  t.throws(() => { store.begin('L', unstorable, [image]); });
  t.deepEqual(store.history.find({}).map(({ title }) => title), ['會議']);
  t.is(store.intents('L', 'event').length, 0);
});

test('rule 2: what is older than its time goes, then the oldest until the rest has room, counted in octets and not in letters', (t) => {
  const store = openStore(folderOf(t));
  t.teardown(() => { store.close(); });
  const keep = (title: string, at: string, text: string): void => { store.begin('L', intent(title, title), [{ ...image, title, at, parts: [{ part: 'master', id: itemId('s'), version: version('1'), text }] }]); };
  const titles = (): readonly string[] => store.history.find({}).map(({ title }) => title);
  for (const [title, day] of [['old', '01'], ['first', '08'], ['second', '09'], ['third', '10']] as const) keep(title, `2026-01-${day}T00:00:00.000Z`, '會'.repeat(10_000));
  store.history.trim({ before: '2026-01-08T00:00:00.000Z', bytes: 1_000_000 });
  t.deepEqual(titles(), ['third', 'second', 'first']);
  // Each text is 30,000 octets of 10,000 letters.
  store.history.trim({ before: '2026-01-08T00:00:00.000Z', bytes: 70_000 });
  t.deepEqual(titles(), ['third', 'second']);
  store.history.trim({ before: '2026-01-08T00:00:00.000Z', bytes: 10 });
  t.deepEqual(titles(), []);
});

test('rule 2: deleting the state leaves the undo store as it was', (t) => {
  const folder = folderOf(t), store = openStore(folder);
  store.begin('L', intent('i1', 'u'), [image]);
  store.close();
  for (const name of ['state.sqlite', 'state.sqlite-wal', 'state.sqlite-shm']) rmSync(join(folder, name), { force: true });
  const again = openStore(folder);
  again.close();
  const undo = new DatabaseSync(join(folder, 'undo.sqlite'), { readOnly: true });
  t.is(undo.prepare('SELECT count(*) AS n FROM images').get()?.['n'], 1);
  undo.close();
});

const broken = (t: ExecutionContext, open: () => unknown, reason: string): void => {
  const error = t.throws(open, { instanceOf: M2KError });
  t.deepEqual([error.code, error.data.reason], ['StateBroken', reason]);
  t.true(String(error.data.item).endsWith('.sqlite') || error.data.item !== undefined);
};

test('a state file that is no database is StateBroken and is left as it was', (t) => {
  const folder = folderOf(t), path = join(folder, 'state.sqlite');
  writeFileSync(path, 'this is not a database at all, but somebody\'s shopping list, long enough to be looked at');
  broken(t, () => openStore(folder), 'state-corrupt');
  t.true(statSync(path).size > 0);
});

test('a state file of a later release is StateBroken, not migrated back', (t) => {
  const folder = folderOf(t);
  openStore(folder).close();
  const database = new DatabaseSync(join(folder, 'state.sqlite'));
  database.exec('PRAGMA user_version = 99');
  database.close();
  broken(t, () => openStore(folder), 'state-newer');
});

test('a folder that cannot be made is StateBroken', (t) => {
  const folder = folderOf(t);
  writeFileSync(join(folder, 'file'), '');
  broken(t, () => openStore(join(folder, 'file', 'profile')), 'state-unwritable');
});

test('rule 6: somebody who only looks whether a run is going on keeps no run from beginning', async (t) => {
  const folder = folderOf(t), lock = new URL('../../../src/engine/state/lock.js', import.meta.url).href;
  takeLock(folder).release();
  const looks = `import { isLocked } from ${JSON.stringify(lock)}; const end = Date.now() + 1500; process.stdout.write('.'); while (Date.now() < end) isLocked(${JSON.stringify(folder)});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', looks], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  for (let count = 0; count < 300; count += 1) takeLock(folder).release();
  child.kill();
  t.false(isLocked(folder));
});

test('rule 6: one run holds the lock; a second is told so; reading the state does not wait for it; it is free again afterwards', (t) => {
  const folder = folderOf(t);
  t.false(isLocked(folder));
  const lock = takeLock(folder);
  t.true(isLocked(folder));
  const error = t.throws(() => takeLock(folder), { instanceOf: M2KError });
  t.is(error.code, 'LockHeld');
  openStore(folder).close();
  lock.release();
  lock.release();
  t.false(isLocked(folder));
  takeLock(folder).release();
  t.true(existsSync(join(folder, 'lock.sqlite')));
});
