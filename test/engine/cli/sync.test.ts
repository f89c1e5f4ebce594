// The engine from request to records, over real HTTP to the lab's Mail2000 and a mailbox file.
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { smallOffice, officeSeed } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import type { OfficeSeed } from '../../../lab/mail2000/office.js';
import type { CollectionView, EngineRecord } from '../../../src/engine/cli/records.js';
import { anEvent } from '../../support/an-event.js';
import { SECRET, connected, recordsOf } from './lab-engine.js';
import type { LabEngine, Served } from './lab-engine.js';

const begin = async (t: ExecutionContext, seed: OfficeSeed = smallOffice()) => {
  t.timeout(180_000);
  const server = await startMail2000({ office: seed });
  t.teardown(() => server.close());
  return { server, engine: await connected(server.origin) };
};

const writes = (counts: Readonly<Record<string, number>>): number => ['PUT', 'DELETE', 'PROPPATCH', 'MKCOL', 'MKCALENDAR'].reduce((sum, method) => sum + (counts[method] ?? 0), 0);
const itemsIn = ({ records }: Served) => records.filter((record): record is EngineRecord & { readonly t: 'item' } => record.t === 'item').map(({ item }) => item);
const collectionsIn = ({ last }: Served): readonly CollectionView[] => (last.t === 'result' && 'collections' in last.value ? last.value.collections : []);
const calendarIn = async (engine: LabEngine): Promise<CollectionView> => {
  const found = collectionsIn(await engine.request({ command: 'collections' })).find(({ kind }) => kind === 'event');
  if (!found) throw new Error('no calendar');
  return found;
};

test('after connecting, the user\'s own calendars and books are on, both ways, in folders of their own, and what others share waits', async (t) => {
  const { engine } = await begin(t, officeSeed());
  const collections = collectionsIn(await engine.request({ command: 'collections' }));
  t.true(collections.length >= 3);
  for (const one of collections) t.like(one, { enabled: one.scope === 'personal', direction: one.directionFixed ? 'toOutlook' : 'both', defaultFolder: false, folder: null });
  t.true(collections.some(({ directionFixed }) => directionFixed === undefined));
});

test('a run brings everything over once, the next finds it in step and writes nothing anywhere', async (t) => {
  const { server, engine } = await begin(t);
  const first = await engine.request({ command: 'sync' });
  t.is(first.exitCode, 0);
  t.deepEqual(itemsIn(first).map(({ title, result }) => [title, result]), [['週會', 'done'], ['林志豪', 'done']]);
  const box = engine.mailbox();
  t.deepEqual(box.folders.map(({ name, items }) => [name, items.length]), [['Calendar', 0], ['Contacts', 0], ['個人行事曆', 1], ['個人通訊錄', 1]]);
  server.resetLog();
  const second = await engine.request({ command: 'sync' });
  t.is(second.exitCode, 0);
  t.deepEqual(itemsIn(second), []);
  t.is(writes(server.counts()), 0);
  t.deepEqual(engine.mailbox(), box);
  t.like(second.last, { value: { summary: 'In step: 2 items, nothing to do.' } });
  const ended = second.last.t === 'result' && second.last.command === 'sync' ? second.last.value.run.ended : '';
  t.like((await engine.request({ command: 'status' })).last, { value: { summary: 'In step: 2 items, nothing to do.', lastSuccess: ended, lastRun: { ended, exitCode: 0 }, problems: [] } });
});

test('records are ASCII lines, hello first and exactly one last, and no line grows with the number of items', async (t) => {
  const { engine } = await begin(t, officeSeed());
  const { records, stdout } = await engine.request({ command: 'sync' });
  t.regex(stdout, /^[\x20-\x7E\n]*$/);
  t.like(records[0], { t: 'hello', v: 1 });
  t.is(records.filter(({ t: kind }) => kind === 'result' || kind === 'error').length, 1);
  const items = itemsIn({ records } as Served);
  t.true(items.length > 20);
  t.is(new Set(items.map((item) => JSON.stringify(item))).size, items.length);
  t.true(JSON.stringify(records.at(-1)).length < 4000);
});

test('a plan tells what a run would do and touches neither side, neither folders nor the state', async (t) => {
  const { server, engine } = await begin(t);
  server.resetLog();
  const settings = readFileSync(join(engine.profile, 'settings.json'), 'utf8');
  const plan = await engine.request({ command: 'sync', whatIf: true });
  t.is(plan.exitCode, 0);
  t.deepEqual(itemsIn(plan).map(({ title, result }) => [title, result]), [['週會', 'planned'], ['林志豪', 'planned']]);
  t.is(writes(server.counts()), 0);
  t.false(existsSync(join(engine.root, 'mailbox.json')));
  t.is(readFileSync(join(engine.profile, 'settings.json'), 'utf8'), settings);
  t.like((await engine.request({ command: 'status' })).last, { value: { lastRun: null } });
});

for (const [name, stop] of [['{"t":"cancel"}', (running: ReturnType<LabEngine['start']>) => { running.send('{"t":"cancel"}\n'); }], ['a closed stdin', (running: ReturnType<LabEngine['start']>) => { running.closeInput(); }]] as const) {
  test(`${name} finishes the item in hand, commits it and ends with 130; the next run does the rest and nothing twice`, async (t) => {
    const { server, engine } = await begin(t, officeSeed());
    await engine.request({ command: 'sync' });
    const calendar = await calendarIn(engine);
    engine.changeMailbox((box) => ({
      ...box, count: box.count + 100,
      folders: box.folders.map((folder) => (folder.name !== calendar.folder ? folder : { ...folder, items: folder.items.map((item, at) => ({ ...item, version: box.count + 1 + at, fields: { ...(item.fields as object), location: `Room ${at}` } })) })),
    }));
    let puts = 0;
    const running = engine.start('--json');
    server.hooks.beforeRequest = async ({ method }) => {
      if (method !== 'PUT' || (puts += 1) !== 2) return;
      stop(running);
      await new Promise((resolve) => { setTimeout(resolve, 300); });
    };
    running.send('{"v":1,"command":"sync"}\n');
    const stopped = recordsOf(await running.ended);
    t.is(stopped.exitCode, 130);
    t.is(itemsIn(stopped).filter(({ result }) => result === 'done').length, 2);
    t.is(puts, 2);
    const rest = await engine.request({ command: 'sync' });
    t.is(puts, itemsIn(rest).filter(({ result }) => result === 'done').length + 2);
    t.true(puts > 5);
    t.deepEqual(itemsIn(await engine.request({ command: 'sync' })).filter(({ result }) => result !== 'held'), []);
  });
}

test('desk 8: a scheduled run with Outlook closed ends with 0 and does not ask the server; a person\'s run starts Outlook and says so', async (t) => {
  const { server, engine } = await begin(t);
  engine.changeMailbox((box) => ({ ...box, closed: true }));
  server.resetLog();
  const scheduled = await engine.request({ command: 'sync', scheduled: true });
  t.like(scheduled.last, { t: 'error', id: 'M2K.Unavailable.outlook-closed', exitCode: 0 });
  t.is(scheduled.exitCode, 0);
  t.deepEqual(server.counts(), {});
  const mine = await engine.request({ command: 'sync' });
  t.is(mine.exitCode, 0);
  t.true(mine.records.some((record) => record.t === 'warning' && record.id === 'M2K.StartingOutlook'));
});

test('rule 9: a first run onto a filled default calendar is held with 4 and names the command that lets it pass, which then does', async (t) => {
  const { server, engine } = await begin(t);
  await engine.request({ command: 'sync' });
  const [item] = engine.mailbox().folders.find(({ name }) => name === '個人行事曆')?.items ?? [];
  if (!item) throw new Error('no item');
  const { mark: _mark, ...mine } = { ...item, id: 'mine', uid: 'mine@here', fields: { ...(item.fields as object), subject: '我的會議' } };
  engine.changeMailbox((box) => ({ ...box, folders: box.folders.map((folder) => (folder.id === 'calendar' ? { ...folder, items: [mine] } : folder)) }));
  const fresh = await connected(server.origin);
  fresh.changeMailbox(() => engine.mailbox());
  const calendar = await calendarIn(fresh);
  await fresh.request({ command: 'select', collection: calendar.id, defaultFolder: true });
  server.resetLog();
  const held = await fresh.request({ command: 'sync' });
  t.is(held.exitCode, 4);
  t.is(server.counts()['PUT'], undefined);
  t.like(held.last, { t: 'result', exitCode: 4 });
  const problems = held.last.t === 'result' && held.last.command === 'sync' ? held.last.value.problems : [];
  t.true(problems.some(({ id, remedy }) => id === 'M2K.Held.first-run' && /Start-M2KSync -Accept [0-9a-f]{8}$/.test(remedy)));
  t.is((await fresh.request({ command: 'sync', accept: ['firstRun'] })).exitCode, 0);
  t.is(server.counts()['PUT'], 1);
});

test('a folder of that name with foreign items is not adopted: ours gets a name beside it', async (t) => {
  const { engine } = await begin(t);
  const foreign = { id: 'f-1', kind: 'event' as const, name: '個人行事曆', isDefault: false, items: [{ id: 'x', version: 1, uid: 'x', fields: anEvent({ subject: '別的' }), extra: '', created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z' }] };
  engine.changeMailbox((box) => ({ ...box, folders: [...box.folders, foreign] }));
  t.is((await engine.request({ command: 'sync' })).exitCode, 0);
  t.deepEqual(engine.mailbox().folders.find(({ id }) => id === 'f-1'), foreign);
  t.is((await calendarIn(engine)).folder, '個人行事曆 (Mail2000)');
});

test('the password is in no output and in no file but the secret\'s own', async (t) => {
  const { engine } = await begin(t);
  const outputs = [await engine.request({ command: 'sync' }), await engine.request({ command: 'status' }), await engine.request({ command: 'collections', refresh: true })];
  for (const { stdout, stderr } of outputs) t.false((stdout + stderr).includes(SECRET));
  const files = (folder: string): readonly string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
  for (const file of files(engine.root)) {
    const bytes = readFileSync(file);
    t.false(bytes.includes(SECRET) || bytes.includes(Buffer.from(SECRET).toString('base64')), file);
  }
  if (process.platform !== 'win32') t.is(statSync(engine.profile).mode & 0o077, 0);
});

test('disconnecting forgets server and password and leaves items, folders and choices', async (t) => {
  const { engine } = await begin(t);
  await engine.request({ command: 'sync' });
  const box = engine.mailbox();
  t.like((await engine.request({ command: 'disconnect' })).last, { t: 'result', value: { address: 'xiaoming@example.com.tw' } });
  t.deepEqual(engine.mailbox(), box);
  t.false(existsSync(join(engine.profile, 'credentials', 'server.secret')));
  t.like((await engine.request({ command: 'sync' })).last, { id: 'M2K.Settings.not-connected' });
});

test('choices: off is left out of the run, a direction is kept, the default folder goes to one personal calendar only', async (t) => {
  const { engine } = await begin(t, officeSeed());
  const calendars = collectionsIn(await engine.request({ command: 'collections' })).filter(({ kind, scope }) => kind === 'event' && scope === 'personal');
  const [first, second] = calendars;
  if (!first || !second) throw new Error('two personal calendars expected');
  t.like((await engine.request({ command: 'select', collection: first.id, defaultFolder: true, direction: 'toOutlook', clash: 'newer' })).last, { value: { collection: { defaultFolder: true, direction: 'toOutlook', clash: 'newer' } } });
  t.like((await engine.request({ command: 'select', collection: second.id, defaultFolder: true })).last, { id: 'M2K.Settings.default-folder-taken', exitCode: 2 });
  t.like((await engine.request({ command: 'select', collection: 'nonsense-1', enabled: true })).last, { id: 'M2K.Settings.no-such-collection', exitCode: 2 });
  await engine.request({ command: 'select', collection: second.id, enabled: false });
  const run = await engine.request({ command: 'sync' });
  t.true(itemsIn(run).every(({ link }) => link !== second.id));
  t.true((engine.mailbox().folders.find(({ id }) => id === 'calendar')?.items.length ?? 0) > 0);
});

test('a calendar that a colleague shares is added by its address, is off until chosen, and follows the server where no right is given', async (t) => {
  const { engine } = await begin(t, officeSeed());
  const shared = '/cgi-bin/cal/caldav/calendars/meiling@example.com.tw/default/';
  const added = collectionsIn(await engine.request({ command: 'collections', add: shared })).find(({ scope }) => scope === 'shared');
  t.like(added, { enabled: false, direction: 'toOutlook', directionFixed: 'no-rights' });
  const chosen = await engine.request({ command: 'select', collection: added?.id, enabled: true, direction: 'both' });
  t.like(chosen.last, { value: { collection: { enabled: true, direction: 'toOutlook' } } });
  t.true(chosen.records.some((record) => record.t === 'warning' && record.id === 'M2K.DirectionFixed'));
  const refused = await engine.request({ command: 'collections', add: '/cgi-bin/cal/caldav/calendars/dahua@example.com.tw/private/' });
  t.like(refused.last, { t: 'error', id: 'M2K.Settings.not-granted', exitCode: 2 });
});

test('people read the language they chose when connecting; results go to stdout, progress and problems to stderr', async (t) => {
  const { engine } = await begin(t);
  const { stdout, stderr, exitCode } = await engine.command(['plan', '--language', 'zh-TW']);
  t.is(exitCode, 0);
  t.regex(stdout, /計畫：寫入 Outlook 2 筆/);
  t.is(stderr, '');
  const json = await engine.command(['status', '--json']);
  t.like(recordsOf(json).last, { t: 'result', command: 'status' });
});

test('help names every command and option in both languages', async (t) => {
  const { engine } = await begin(t);
  const [en, zh, one] = [await engine.command(['--help']), await engine.command(['--help', '--language', 'zh-TW']), await engine.command(['sync', '--help'])];
  for (const word of ['connect', 'disconnect', 'collections', 'sync', 'plan', 'status', '--json', '--profile', '--language']) t.true(en.stdout.includes(word) && zh.stdout.includes(word), word);
  t.regex(zh.stdout, /立即同步/);
  t.regex(one.stdout, /first-run, deletions/);
  t.is(en.exitCode, 0);
});

test('peers 83: a picture that cannot be had is a warning that names the address; the contact comes, and the next run is quiet', async (t) => {
  const { server, engine } = await begin(t);
  const place = server.office.collection('addressbooks/xiaoming@example.com.tw/default');
  place.put('p.vcf', ['BEGIN:VCARD', 'VERSION:3.0', 'UID:pictured', 'FN:Pic Ture', 'N:Ture;Pic;;;', 'PHOTO;VALUE=uri:https://127.0.0.1:9/p.jpg', 'END:VCARD', ''].join('\r\n'));
  const first = await engine.request({ command: 'sync' });
  t.is(first.exitCode, 0);
  t.regex(first.records.filter((record) => record.t === 'warning' && record.id === 'M2K.NoPicture').map((record) => (record.t === 'warning' ? record.text : '')).join(), /127\.0\.0\.1:9\/p\.jpg/);
  t.true(engine.mailbox().folders.some(({ items }) => items.some(({ uid }) => uid === 'pictured')));
  const second = await engine.request({ command: 'sync' });
  t.deepEqual(second.records.filter(({ t: type }) => type === 'warning' || type === 'item'), []);
});
