// The whole product where there is no Windows: engine, real wire, a real PowerShell engine, the lab's Outlook, HTTP to the lab's Mail2000.
import test from 'ava';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import { ADDRESS, SECRET } from './lab-engine.js';
import { desk, items } from './wire-desk.js';

test.serial('connect stores the secret by PowerShell, a plan makes no folder, a run brings everything over once, the next one nothing', async (t) => {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const { command, look, folder } = await desk(t);
  t.is((await command(['connect', '--address', ADDRESS, '--host', server.origin], `${SECRET}\n`)).exitCode, 0);
  t.false(readFileSync(join(folder, 'root/profiles/default/credentials/server.secret'), 'utf8').includes(SECRET));

  const folders = '$outlook.Session.GetDefaultFolder(9).Folders.Count';
  const plan = await command(['plan']);
  t.deepEqual(items(plan).map(({ title, result }) => [title, result]), [['週會', 'planned'], ['林志豪', 'planned']]);
  t.is(await look(folders), '0');

  const first = await command(['sync']);
  t.is(first.exitCode, 0, JSON.stringify(first.last));
  t.is(await look(folders), '1');
  t.is(await look('$item = $outlook.Session.GetDefaultFolder(9).Folders.Item(1).Items.Item(1); "$($item.Subject) $($item.Location)"'), '週會 三樓會議室');

  server.resetLog();
  const second = await command(['sync']);
  t.deepEqual(items(second), []);
  t.is(second.exitCode, 0);
  t.is(server.counts()['PUT'], undefined);
});

test.serial('an edit, an addition and a deletion in Outlook reach the server, and theirs reach Outlook', async (t) => {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const { command, look } = await desk(t);
  await command(['connect', '--address', ADDRESS, '--host', server.origin], `${SECRET}\n`);
  await command(['sync']);
  await look(`$calendar = $outlook.Session.GetDefaultFolder(9).Folders.Item(1)
    $item = $calendar.Items.Item(1); $item.Location = 'Room 5'; $item.Save()
    $new = $calendar.Items.Add('IPM.Appointment'); $new.Subject = '午餐'; $new.Start = [datetime]'2026-12-01T12:00:00'; $new.End = [datetime]'2026-12-01T13:00:00'; $new.Save()
    $outlook.Session.GetDefaultFolder(10).Folders.Item(1).Items.Item(1).Delete()`.replaceAll('\n', ';'));
  const run = await command(['sync']);
  // The only contact is gone: a side that came back empty is asked about first (rules.md 14).
  t.is(run.exitCode, 4, JSON.stringify([run.last, items(run)]));
  t.deepEqual(items(run).map(({ title, result }) => [title, result]), [['週會', 'done'], ['午餐', 'done'], ['林志豪', 'held']]);
  const accepted = await command(['sync', '--accept', 'deletions']);
  t.is(accepted.exitCode, 0, JSON.stringify([accepted.last, items(accepted)]));
  const calendar = server.office.collection(`calendars/${ADDRESS}/default`);
  const texts = calendar.list().map(({ name }) => calendar.get(name) ?? '');
  t.true(texts.some((text) => text.includes('LOCATION:Room 5') && text.includes('SUMMARY:週會')));
  t.true(texts.some((text) => text.includes('SUMMARY:午餐')));
  t.is(server.office.collection(`addressbooks/${ADDRESS}/default`).list().length, 0);

  calendar.put('1001.ics', (calendar.get('1001.ics') ?? '').replace('SUMMARY:週會', 'SUMMARY:雙週會'));
  const again = await command(['sync']);
  t.is(again.exitCode, 0, JSON.stringify([again.last, items(again)]));
  t.true((await look('@($outlook.Session.GetDefaultFolder(9).Folders.Item(1).Items | ForEach-Object { $_.Subject }) -join ","')).split(',').includes('雙週會'));
});

test.serial('design 5: a foreign filled folder of the same name is left alone, an empty one is adopted', async (t) => {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const { command, look } = await desk(t);
  await look(`$foreign = $outlook.Session.GetDefaultFolder(9).Folders.Add('個人行事曆')
    $item = $foreign.Items.Add('IPM.Appointment'); $item.Subject = 'mine'; $item.Save()
    [void]$outlook.Session.GetDefaultFolder(10).Folders.Add('個人通訊錄')`.replaceAll('\n', ';'));
  await command(['connect', '--address', ADDRESS, '--host', server.origin], `${SECRET}\n`);
  const again = await command(['sync']);
  t.is(again.exitCode, 0, JSON.stringify([again.last, items(again)]));
  t.is(await look('@($outlook.Session.GetDefaultFolder(9).Folders | ForEach-Object { "$($_.Name)=$($_.Items.Count)" }) -join ","'), '個人行事曆=1,個人行事曆 (Mail2000)=1');
  t.is(await look('@($outlook.Session.GetDefaultFolder(10).Folders | ForEach-Object { "$($_.Name)=$($_.Items.Count)" }) -join ","'), '個人通訊錄=1');
});

test.serial('desk 7: an engine that is killed hard leaves no PowerShell behind', async (t) => {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const { command, start, folder } = await desk(t);
  await command(['connect', '--address', ADDRESS, '--host', server.origin], `${SECRET}\n`);
  const reached = new Promise<void>((resolve) => { server.hooks.beforeRequest = () => { resolve(); return new Promise(() => undefined); }; });
  const child = start();
  child.stdin.write('{"v":1,"command":"sync"}\n');
  await reached;
  child.kill('SIGKILL');
  const left = async (): Promise<boolean> => (await promisify(execFile)('ps', ['-eo', 'args'])).stdout.split('\n').some((line) => line.includes(folder) && !line.includes('ps -eo'));
  for (let at = 0; at < 100 && await left(); at += 1) await new Promise((resolve) => { setTimeout(resolve, 100); });
  t.false(await left());
});
