// Desk rule 10: who else keeps the same items in step is found, linking is refused with the reason, and what the 2018 tool left is adopted.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import { assertNoActiveSync, oldTool } from '../../../src/engine/cli/rivals.js';
import { ADDRESS, SECRET, connected } from './lab-engine.js';
import type { Served } from './lab-engine.js';
import { desk } from './wire-desk.js';

const warnings = ({ records }: Served): readonly string[] => records.flatMap((record) => (record.t === 'warning' ? [record.id] : []));
const stops = ({ last }: Served): readonly string[] =>
  (last as unknown as { value?: { run: { links: readonly { stopped: readonly { code: string; reason: string }[] }[] } } }).value?.run.links.map(({ stopped }) => stopped.map(({ code, reason }) => `${code}.${reason}`).join()) ?? [JSON.stringify(last)];

test('desk 10: the 2018 tool is known by process, folder, description or entry at logon; ours and what only shares a word with it are not', async (t) => {
  const about = async (...texts: readonly string[]) => oldTool({ findPrograms: (like) => Promise.resolve(texts.filter((text) => new RegExp(like, 'iu').test(text)).map((text, at) => ({ at: at === 0 ? 'logon' as const : 'process' as const, name: text }))) });
  for (const text of [
    'tray C:\\Program Files (x86)\\Openfind\\Mail2000 Outlook Sync\\tray.exe', 'sync C:\\a.exe Mail2000OutlookSync', 'Mail2000_Outlook_Sync "C:\\x\\y.exe" /tray', 'MOS MAIL2000 OUTLOOK SYNCHRONIZER', 'x C:\\Openfind\\Outlook\\x.exe', 'm2koutlooksync',
  ]) t.not(await about(text), null, text);
  t.is(await about('M2KSync "C:\\Program Files\\M2KSync\\m2ksync-run.exe" logon', 'OUTLOOK C:\\Office16\\OUTLOOK.EXE Microsoft Outlook', 'Mail2000 C:\\Mail2000.exe', 'node C:\\Program Files\\M2KSync\\node.exe', 'OneDrive Outlook Sync'), null);
  t.is((await about('Mail2000 Outlook Sync at logon', 'Mail2000 Outlook Sync'))?.at, 'process', 'what runs is told first');
});

test('desk 10: an ActiveSync account is in the way of the user\'s own collections by its address, and of anything in the store that it fills', (t) => {
  const phone = { name: 'Phone', address: 'somebody@else.example', storeId: 'phone', isDefault: false };
  const refuses = (account: Partial<typeof phone>, wish: Partial<Parameters<typeof assertNoActiveSync>[1]> = {}): boolean => {
    try {
      assertNoActiveSync([phone, { ...phone, ...account }], { scope: 'personal', address: ADDRESS, storeId: null, ...wish });
      return false;
    } catch {
      return true;
    }
  };
  t.deepEqual([refuses({}), refuses({}, { storeId: 'mine' }), refuses({ address: ADDRESS }, { scope: 'shared' }), refuses({ isDefault: true }, { storeId: 'mine' })], [false, false, false, false]);
  t.deepEqual([refuses({ address: ADDRESS.toUpperCase() }), refuses({ isDefault: true }), refuses({ isDefault: true }, { scope: 'shared' }), refuses({}, { storeId: 'phone', scope: 'public' })], [true, true, true, true]);
});

test('desk 10: a folder that the 2018 tool filled is taken over and nothing in it is doubled; one of the same name with other items is left alone', async (t) => {
  t.timeout(300_000);
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const engine = await connected(server.origin), folders = () => engine.mailbox().folders.map(({ name, items }) => [name, items.length] as const);
  const synced = async (): Promise<number | null> => (await engine.request({ command: 'sync', accept: ['firstRun'] })).exitCode;
  t.is(await synced(), 0);
  const before = folders();
  t.true(before.some(([, count]) => count > 0), JSON.stringify(before));
  // As that tool leaves them: no mark of ours, no UID of the server's, and nobody remembers anything.
  const leave = async (change: (fields: object) => object): Promise<void> => {
    engine.changeMailbox((now) => ({ ...now, folders: now.folders.map((folder) => ({ ...folder, items: folder.items.map(({ mark: _ours, ...item }, at) => ({ ...item, uid: `other-${folder.id}-${at}`, fields: change(item.fields as object) })) })) }));
    rmSync(engine.profile, { recursive: true });
    await engine.request({ command: 'connect', address: ADDRESS, host: server.origin, secret: SECRET, keepSecret: true });
  };
  await leave((fields) => fields);
  t.is((await engine.request({ command: 'sync' })).exitCode, 4, 'shown before anything is written (rules.md 9)');
  t.is(await synced(), 0);
  t.deepEqual(folders(), before);
  await leave((fields) => ({ ...fields, ...('subject' in fields ? { subject: 'another' } : { name: { ...(fields as { name: object }).name, full: 'Another', family: '', given: 'Another' } }) }));
  await synced();
  t.deepEqual(folders().filter(([name]) => !name.endsWith('(Mail2000)')), before);
  t.true(folders().some(([name, count]) => name.endsWith('(Mail2000)') && count > 0));
});

test('desk 10: with Outlook and its host, nothing is linked while either is there, with the reason', async (t) => {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const { command, look, folder } = await desk(t), programs = join(folder, 'mailbox.mbx.programs'), sync = () => command(['sync', '--accept', 'first-run']);
  t.timeout(300_000);
  writeFileSync(programs, JSON.stringify([{ at: 'process', name: 'MOS', text: 'MOS Mail2000 Outlook Sync' }]));
  t.deepEqual(warnings(await command(['connect', '--address', ADDRESS, '--host', server.origin], `${SECRET}\n`)), ['M2K.OldTool'], 'who connects is told at once');
  const refused = (await sync()).last;
  t.like(refused, { t: 'error', id: 'M2K.Refused.old-tool-runs', exitCode: 3 });
  t.true(refused.t === 'error' && refused.message.includes('MOS') && refused.remedy !== '');
  rmSync(programs);
  await look(`$outlook.Lab.SetActiveSync('Phone', '${ADDRESS}')`);
  const same = await sync();
  t.is(same.exitCode, 3, JSON.stringify(same.last));
  t.deepEqual([...new Set(stops(same))], ['Refused.active-sync']);
  t.is(await look("$outlook.Lab.SetActiveSync('Phone', ''); $outlook.Lab.SetActiveSync('', 'somebody@else.example'); $outlook.Session.GetDefaultFolder(9).Folders.Count"), '0', 'not even a folder is made');
  t.deepEqual([...new Set(stops(await sync()))], ['Refused.active-sync'], 'the default store is filled by it');
  // Before 2013 Outlook had no such accounts, and in 2007 an account names no store.
  await look("$outlook.Lab.ChangeForAll('{\"Version\":\"12.0.0.6691\"}')");
  t.is((await sync()).exitCode, 0);
});
