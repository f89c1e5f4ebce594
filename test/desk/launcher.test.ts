// What the scheduled task starts, under Wine: m2ksync-run.exe beside node.exe and the engine's bundle, as installed (desk-rules.md 12).
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import test from 'ava';
import { openDesk, root, runningOnDesk, runOnDesk } from './windows.js';

const desk = openDesk();
const linuxPath = (path: string): string => path.replace(/^Z:/u, '').replaceAll('\\', '/');
const folder = join(desk.prefix, 'drive_c', 'users', 'Public', '同步 程式');
const launcher = 'C:\\users\\Public\\同步 程式\\m2ksync-run.exe';
const told = join(folder, 'told.json');

test.before(() => {
  mkdirSync(folder, { recursive: true });
  copyFileSync(linuxPath(desk.launcher), join(folder, 'm2ksync-run.exe'));
  copyFileSync(linuxPath(desk.node), join(folder, 'node.exe'));
  // In place of the bundle: says what it was given, and ends as it is told.
  writeFileSync(join(folder, 'm2ksync.mjs'), `
    import { writeFileSync } from 'node:fs';
    const [code, ...rest] = process.argv.slice(2);
    writeFileSync(new URL('told.json', import.meta.url), JSON.stringify({ rest, options: process.env.NODE_OPTIONS ?? null, script: process.argv[1] }));
    if (code === 'wait') setInterval(() => undefined, 1000); else process.exit(Number(code));
  `);
});

test.serial('desk 12: the exit code of the engine is the launcher\'s, whatever it is', async (t) => {
  for (const code of [0, 5, 75]) t.is((await runOnDesk(launcher, [String(code)])).code, code);
});

test.serial('desk 12: arguments arrive as they were, from a folder with Chinese and a blank; foreign options for node do not', async (t) => {
  rmSync(told, { force: true });
  const rest = ['scheduled', '--language', 'zh-TW', 'two words', '王小明', 'a"b', 'C:\\end\\'];
  t.is((await runOnDesk(launcher, ['0', ...rest], { env: { NODE_OPTIONS: '--require=nowhere.js' } })).code, 0);
  const said = JSON.parse(readFileSync(told, 'utf8')) as { readonly rest: readonly string[]; readonly options: unknown; readonly script: string };
  t.deepEqual([said.rest, said.options], [rest, null]);
  t.is(said.script, 'C:\\users\\Public\\同步 程式\\m2ksync.mjs');
});

test.serial('desk 12: without its node the launcher ends with 1', async (t) => {
  rmSync(join(folder, 'node.exe'));
  t.is((await runOnDesk(launcher, ['0'])).code, 1);
  copyFileSync(linuxPath(desk.node), join(folder, 'node.exe'));
});

test.serial('desk 7, 12: who ends the launcher ends node with it', async (t) => {
  rmSync(told, { force: true });
  const child = spawn(desk.wine, [desk.user, launcher, 'wait'], { stdio: 'ignore', env: { ...process.env, ...desk.environment } });
  t.teardown(() => child.kill('SIGKILL'));
  for (let tries = 0; tries < 600 && !existsSync(told); tries += 1) await sleep(100);
  t.deepEqual([runningOnDesk('m2ksync-run.exe').length, runningOnDesk('node.exe').length], [1, 1]);
  for (const id of runningOnDesk('m2ksync-run.exe')) process.kill(id, 'SIGKILL');
  for (let tries = 0; tries < 300 && runningOnDesk('node.exe').length > 0; tries += 1) await sleep(100);
  t.is(runningOnDesk('node.exe').length, 0);
});

test('desk 12: the launcher is a GUI program of under 100 lines', (t) => {
  t.true(readFileSync(join(root, 'deploy', 'launcher', 'm2ksync-run.c'), 'utf8').split('\n').length < 100);
  const exe = readFileSync(linuxPath(desk.launcher)), header = exe.readUInt32LE(0x3c);
  // IMAGE_SUBSYSTEM_WINDOWS_GUI
  t.is(exe.readUInt16LE(header + 24 + 68), 2);
});
