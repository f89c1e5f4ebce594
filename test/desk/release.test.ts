// The shipped folder on the desk: the launcher starts Windows Node with the one-file engine, which finds its own host beside it.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import test from 'ava';
import { VERSION } from '../../src/engine/version.js';
import { openPrompt } from './prompt.js';
import { openDesk, root, runOnDesk } from './windows.js';

const desk = openDesk();
const linuxPath = (path: string): string => path.replace(/^Z:/u, '').replaceAll('\\', '/');
const folder = join(desk.prefix, 'drive_c', 'users', 'Public', 'M2KSync'), windows = 'C:\\users\\Public\\M2KSync';

test.before(async () => {
  const { bundleEngine } = await import(join(root, 'scripts', 'release-bundle.mjs')) as { bundleEngine(out: string): Promise<unknown> };
  mkdirSync(folder, { recursive: true });
  await bundleEngine(join(folder, 'm2ksync.mjs'));
  for (const name of ['Host.psm1', 'functions', 'outlook-errors.psd1', 'outlook-members.psd1']) cpSync(join(root, 'src', 'ps-host', name), join(folder, 'host', name), { recursive: true });
  copyFileSync(join(root, 'scheduled-task.xml'), join(folder, 'scheduled-task.xml'));
  copyFileSync(linuxPath(desk.launcher), join(folder, 'm2ksync-run.exe'));
  copyFileSync(linuxPath(desk.node), join(folder, 'node.exe'));
});

test.serial('the installed node runs the installed engine', async (t) => {
  t.is((await runOnDesk(`${windows}\\node.exe`, [`${windows}\\m2ksync.mjs`, '--version'])).stdout.trim(), VERSION);
  const { code, stdout } = await runOnDesk(`${windows}\\node.exe`, [`${windows}\\m2ksync.mjs`, 'status', '--json']);
  t.is(code, 0);
  t.like(JSON.parse(stdout.trim().split('\n').at(-1)!), { t: 'result', value: { connected: false } });
});

test.serial('desk 11, 12: what the task starts ends with 0 where nobody is connected', async (t) => {
  t.is((await runOnDesk(`${windows}\\m2ksync-run.exe`, ['scheduled'])).code, 0);
});

const UPDATES = 'HKLM\\Software\\Policies\\M2KSync';

/** Wine 8 fails now and then to start a program that was copied just before ("Internal error", once in eight runs, 2026-11-30): it is asked for again. */
async function connectedIn(prompt: ReturnType<typeof openPrompt>, tries = 3): Promise<unknown> {
  try {
    return await prompt.ask('(Get-M2KSyncStatus).Connected');
  } catch (error) {
    if (tries === 1 || !String(error).includes('Internal error')) throw error;
    await sleep(1000);
    return connectedIn(prompt, tries - 1);
  }
}

test.serial('desk 13: installed from a module folder without administrator, found by a new window, and taken off again', async (t) => {
  const box = join(desk.prefix, 'drive_c', 'users', 'Public', 'package');
  for (const name of ['M2KSync.psd1', 'M2KSync.psm1', 'en-US', 'zh-TW', 'src/module']) cpSync(join(root, name), join(box, name), { recursive: true });
  cpSync(folder, join(box, 'engine'), { recursive: true });
  const first = openPrompt({}), second = openPrompt({});
  // A prompt that is left open would keep this process.
  t.teardown(async () => { await first.leave(); await second.leave(); });
  t.is((await first.type("Import-Module 'C:\\users\\Public\\package\\M2KSync.psd1'")).complaint, '');
  // Desk 14: what is in the way is named, and nothing was copied.
  const refusal = "@($(try { Install-M2KSync; '' } catch { $_.FullyQualifiedErrorId }), [IO.Directory]::Exists([IO.Path]::Combine([Environment]::GetFolderPath('LocalApplicationData'), 'Programs', 'M2KSync')))";
  t.is((await runOnDesk('reg', ['add', UPDATES, '/v', 'Updates', '/d', 'Administrator', '/f'], { elevated: true })).code, 0);
  t.deepEqual(await first.ask(refusal), ['M2K.PolicyBlocked.only-administrator,Install-M2KSync', false]);
  await runOnDesk('reg', ['delete', UPDATES, '/v', 'Updates', '/f'], { elevated: true });
  const shared = join(desk.prefix, 'drive_c', 'Program Files', 'M2KSync');
  mkdirSync(shared, { recursive: true });
  writeFileSync(join(shared, 'm2ksync.mjs'), '');
  t.deepEqual(await first.ask(refusal), ['M2K.Install.for-all,Install-M2KSync', false]);
  t.is(await first.ask("$(try { Uninstall-M2KSync -Confirm:$false; '' } catch { $_.FullyQualifiedErrorId })"), 'M2K.Install.for-all,Uninstall-M2KSync');
  rmSync(shared, { recursive: true });
  t.is((await first.type('Install-M2KSync')).complaint, '');
  const [entry, places] = await first.ask("@((Get-ItemProperty -Path 'Registry::HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run').M2KSync, @(& (Get-Module M2KSync) { Get-M2KPlace -Version 0 }).Modules)") as [string, string[]];
  t.regex(entry, /^".*\\Programs\\M2KSync\\m2ksync-run\.exe" logon$/u);
  t.is((await second.type(`Import-Module '${places[0]}\\${VERSION}\\M2KSync.psd1'`)).complaint, '');
  t.is(await connectedIn(second), false, 'its engine is the installed one');
  // Over itself: an upgrade, as who unpacked the zip begins it.
  for (const name of ['install.cmd', 'M2KSync.cmd']) writeFileSync(join(box, name), readFileSync(join(root, 'deploy', 'release', name), 'utf8').replaceAll('\n', '\r\n'));
  const cmd = (name: string) => runOnDesk('C:\\windows\\system32\\cmd.exe', ['/c', `C:\\users\\Public\\package\\${name}`], { env: desk.hostEnvironment, timeout: 240_000 });
  const upgraded = await cmd('install.cmd');
  t.is(upgraded.code, 0, `${upgraded.stdout}${upgraded.stderr}`);
  t.is(await connectedIn(second), false);
  // Its window would stay; here nobody types, and it ends.
  const opened = await cmd('M2KSync.cmd');
  t.regex(opened.stdout, /Connected\s*: False/u, `${opened.stdout}${opened.stderr}`);
  await runOnDesk('reg', ['add', UPDATES, '/v', 'Updates', '/d', 'administrator', '/f'], { elevated: true });
  const refused = await cmd('install.cmd');
  await runOnDesk('reg', ['delete', UPDATES, '/v', 'Updates', '/f'], { elevated: true });
  t.is(refused.code, 1);
  t.regex(refused.stdout, /Nothing was installed/u);
  const gone = await second.type('Uninstall-M2KSync -Confirm:$false -WarningAction SilentlyContinue');
  t.is(gone.complaint, '', gone.text);
  t.deepEqual(await second.ask(`@([IO.Directory]::Exists('${places[0]}'), [IO.Directory]::Exists('${places[1]}'), [IO.Directory]::Exists([IO.Path]::Combine([Environment]::GetFolderPath('LocalApplicationData'), 'Programs', 'M2KSync')), (@((Get-ItemProperty -Path 'Registry::HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run').PSObject.Properties.Name) -contains 'M2KSync'))`), [false, false, false, false]);
});

test.serial('the bundle finds its host beside it and asks Windows\' own scheduler', async (t) => {
  // Under Wine the scheduler answers no late-bound call (docs/windows.md); that answer comes through the shipped host.
  const { code, stdout } = await runOnDesk(`${windows}\\node.exe`, [`${windows}\\m2ksync.mjs`, 'task', '--json'], { env: desk.hostEnvironment });
  const last = JSON.parse(stdout.trim().split('\n').at(-1)!) as { readonly t: string; readonly id?: string; readonly message?: string };
  t.log(code, last);
  t.is(last.id, 'M2K.Refused.scheduler');
  t.true(existsSync(join(folder, 'host', 'Host.psm1')) && readFileSync(join(folder, 'm2ksync.mjs'), 'utf8').includes('host/Host.psm1'));
});
