// Files of events: merged one by one, never lost by a side that does not keep them, named before a deletion that nothing could undo (rules.md 4, 20, 30).
import test from 'ava';
import type { Attachment, EventFields } from '../../../src/engine/model/event.js';
import { uid } from '../../../src/engine/model/ids.js';
import type { SideName } from '../../../src/engine/model/ids.js';
import type { ItemOutcome } from '../../../src/engine/sync/outcome.js';
import { changesText, whyLine } from '../../../src/engine/report/item-text.js';
import { wordsIn } from '../../../src/engine/words/catalogue.js';
import { anEvent } from '../../support/an-event.js';
import { edit, look, only, settle, sync, syncWorld } from '../../support/sync-world.js';
import type { SyncWorld, WorldOptions } from '../../support/sync-world.js';

const file = (name: string, content = name): Attachment => ({ name, sha256: content, octets: 2048 });
const namesOn = (world: SyncWorld, side: SideName): readonly string[] => only(world, side)[1].fields.attachments.map(({ name, sha256 }) => (name === sha256 ? name : `${name} ${sha256}`)).toSorted();

async function paired(attachments: readonly Attachment[], options: WorldOptions = {}): Promise<SyncWorld> {
  const world = syncWorld(options);
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent({ attachments }) });
  await settle(world);
  return world;
}

async function run(world: SyncWorld, accept: readonly string[] = []): Promise<readonly ItemOutcome[]> {
  const outcome = await sync(world, { accept: ['firstRun', ...accept] });
  return outcome === 'crashed' ? [] : outcome.items;
}

test('rule 20: files are merged one by one, by name and content', async (t) => {
  const world = await paired([file('a'), file('b')]);
  await edit(world, 'outlook', { attachments: [file('b'), file('c'), file('same', '1')] });
  await edit(world, 'server', { attachments: [file('a'), file('b'), file('d'), file('same', '2')] });
  await settle(world);
  for (const side of ['outlook', 'server'] as const) t.deepEqual(namesOn(world, side), ['b', 'c', 'd', 'same 1', 'same 2'], side);
});

test('rule 4: files that a server drops are no deletion of theirs: said once, they stay in Outlook whatever else happens to them', async (t) => {
  const world = syncWorld({ rewrites: { server: () => ({ attachments: [] }) } });
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent({ attachments: [file('a')] }) });
  const told = [...await run(world)];
  for (const subject of ['b', 'c', 'd', 'e']) {
    await edit(world, 'outlook', { subject });
    told.push(...await run(world));
    world.server.otherHands.touch(only(world, 'server')[0]);
    told.push(...await run(world));
  }
  t.deepEqual(told.flatMap(({ habits = [] }) => habits), [{ side: 'server', fields: ['attachments'] }]);
  t.regex(changesText(wordsIn('en-US'), told.find(({ habits }) => habits !== undefined)!), /the server did not keep its attached files/);
  await edit(world, 'outlook', { attachments: [file('a'), file('b')] });
  await settle(world);
  t.deepEqual([namesOn(world, 'outlook'), namesOn(world, 'server')], [['a', 'b'], []]);
  t.is((await look(world)).actions, 0);
});

test('rule 4: a server that kept one of two files, and gets a third from somebody else, takes none away from Outlook', async (t) => {
  let drops = true;
  const world = syncWorld({ rewrites: { server: ({ attachments }) => (drops ? { attachments: attachments.filter(({ name }) => name !== 'b') } : {}) } });
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent({ attachments: [file('a'), file('b')] }) });
  await settle(world);
  t.deepEqual(namesOn(world, 'server'), ['a']);
  drops = true;
  await edit(world, 'server', { attachments: [file('c')] });
  await settle(world);
  t.deepEqual(namesOn(world, 'outlook'), ['b', 'c'], 'what somebody deleted there is gone, what was never kept there is not');
});

test('what a side does not take at all is named, by file', async (t) => {
  const world = syncWorld();
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent({ attachments: [file('a'), file('c.iso')] }) });
  const [item] = await run(world);
  t.deepEqual(item?.missed, [{ side: 'server', fields: ['attachments'], what: ['c.iso (2 KB)'] }]);
  t.is(changesText(wordsIn('en-US'), item!), 'c.iso (2 KB) does not go to the server, which does not take files of that size or type');
  t.deepEqual(namesOn(world, 'outlook'), ['a', 'c.iso']);
});

/** A side that says of every item that these files are there and nowhere else. */
const having = (world: SyncWorld, side: SideName, unkept: () => readonly string[]): void => {
  const own = world.link[side];
  Object.assign(world.link, { [side]: { ...own, async *fetch(ids: Parameters<typeof own.fetch>[0]) { for await (const row of own.fetch(ids)) yield row.ok ? { ok: true, item: { ...row.item, unkept: unkept() } } : row; } } });
};

test('files that a side alone has are told once, also where nothing else changed', async (t) => {
  let names: readonly string[] = ['film.mp4'];
  const world = syncWorld();
  having(world, 'outlook', () => names);
  await world.outlook.otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent() });
  const told = (items: readonly ItemOutcome[]): unknown => items.flatMap(({ unkept = [] }) => unkept);
  t.deepEqual(told(await run(world)), [{ side: 'outlook', names: ['film.mp4'] }]);
  t.deepEqual(told(await run(world)), []);
  names = ['film.mp4', 'mail'];
  world.outlook.otherHands.touch(only(world, 'outlook')[0]);
  const items = await run(world);
  t.deepEqual(told(items), [{ side: 'outlook', names: ['mail'] }]);
  t.deepEqual(items[0]?.writes, []);
  t.is(changesText(wordsIn('en-US'), items[0]!), 'only in Outlook, for it is larger than 5 MB or no file of its own: mail');
  await edit(world, 'outlook', { subject: 'b' });
  t.deepEqual(told(await run(world)), []);
});

for (const [side, from] of [['outlook', 'server'], ['server', 'outlook']] as const) {
  test(`rule 30: a deletion on ${side} that takes files along is held and names them, until the user lets just this one pass`, async (t) => {
    const world = syncWorld();
    having(world, side, () => ['film.mp4', 'mail']);
    await world[side].otherHands.put({ kind: 'event', uid: uid('one'), fields: anEvent() });
    await settle(world);
    const [here, there] = [only(world, side)[0], only(world, from)[0]];
    await world[side].otherHands.put({ kind: 'event', uid: uid('two'), fields: anEvent({ subject: 'another' }) });
    await settle(world);
    await world[from].otherHands.remove(there);
    const planned = (await look(world)).outcome.items[0];
    for (let n = 0; n < 2; n += 1) {
      const [item] = await run(world);
      t.like(item, { result: 'held', reason: 'files-unkept', side, detail: 'film.mp4, mail', id: planned?.id });
      t.regex(whyLine(wordsIn('en-US'), item!) ?? '', new RegExp(`film\\.mp4, mail.*Start-M2KSync -Accept ${item?.id}`));
      t.true(world[side].world.has(here));
    }
    await run(world, ['other']);
    t.true(world[side].world.has(here));
    t.like(await run(world, [planned?.id ?? '']), [{ result: 'done' }]);
    t.false(world[side].world.has(here));
  });
}

test('rule 24 of files: whoever sees only when somebody is busy sees none', async (t) => {
  const { withVeils } = await import('../../../src/engine/cli/veils.js');
  const world = syncWorld(), veiled = withVeils(world.link.server, 'server', { scope: 'personal', busyOnly: 'toServer', busy: 'Busy' });
  t.deepEqual(veiled.narrow(anEvent({ attachments: [file('a')] }) satisfies EventFields).attachments, []);
});
