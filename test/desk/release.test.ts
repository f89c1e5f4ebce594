// The shipped folder on the desk: the launcher starts Windows Node with the one-file engine, which finds its own host beside it.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { VERSION } from '../../src/engine/version.js';
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

test.serial('the bundle finds its host beside it and asks Windows\' own scheduler', async (t) => {
  // Under Wine the scheduler answers no late-bound call (docs/windows.md); that answer comes through the shipped host.
  const { code, stdout } = await runOnDesk(`${windows}\\node.exe`, [`${windows}\\m2ksync.mjs`, 'task', '--json'], { env: desk.hostEnvironment });
  const last = JSON.parse(stdout.trim().split('\n').at(-1)!) as { readonly t: string; readonly id?: string; readonly message?: string };
  t.log(code, last);
  t.is(last.id, 'M2K.Refused.scheduler');
  t.true(existsSync(join(folder, 'host', 'Host.psm1')) && readFileSync(join(folder, 'm2ksync.mjs'), 'utf8').includes('host/Host.psm1'));
});
