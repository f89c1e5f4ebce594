// The MSI installed, upgraded and removed in a Windows of its own (desk-rules.md 11, 13, 16). Wine's Windows Installer is lenient; what is asked here is what it does.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import test from 'ava';
import { runOnDesk, windowsPath } from '../desk/windows.js';
import { placed, readAbout } from './about.js';

const { prefix, folders, msis, program, probe, version, next } = readAbout();
const drive = join(prefix, 'drive_c'), programs = join(drive, 'Program Files'), engine = join(programs, 'M2KSync'), modules = join(programs, 'WindowsPowerShell', 'Modules', 'M2KSync');
const NODE = 'C:\\Program Files\\M2KSync\\node.exe', ENGINE = 'C:\\Program Files\\M2KSync\\m2ksync.mjs';
/** 1603, of which Linux sees the lower half. */
const REFUSED = 1603 & 255;

const wine = (command: string, ...args: readonly string[]) => runOnDesk(command, args, { elevated: true });
const msiexec = async (how: '/i' | '/x', msi: string): Promise<number | null> => (await wine('msiexec', how, windowsPath(msi), '/qn')).code;
const node = async (...args: readonly string[]): Promise<string> => (await wine(NODE, ...args)).stdout.trim();
const inRegistry = async (key: string, name: string): Promise<string | undefined> =>
  new RegExp(`^ +${name} +REG_\\w+ +(.*)$`, 'mu').exec((await wine('reg', 'query', key, '/v', name)).stdout)?.[1];
const RUN = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run', SOURCE = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\M2KSync', BUILD = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const products = async (): Promise<number> => (await wine('reg', 'query', 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall', '/s')).stdout.split('\n').filter((line) => /DisplayName +REG_SZ +M2KSync/u.test(line)).length;

const names = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name) : []);
/** What is not there as the folder has it. */
const missing = (folder: string, as: string): readonly string[] => placed(folder).filter(({ root, source, path }) => {
  const there = join(root === 'INSTALLDIR' ? engine : join(modules, as), path);
  return !existsSync(there) || !readFileSync(there).equals(readFileSync(join(folder, source)));
}).map(({ source }) => source);

/** In place of the installed engine: tells what it was started with. */
const NOTED = join(drive, 'started-with.txt');
const listen = (): void => { writeFileSync(join(engine, 'm2ksync.mjs'), `import { appendFileSync } from 'node:fs'; appendFileSync('C:/started-with.txt', process.argv.slice(2).join(' ') + '\\n');`); };
const noted = (): string => (existsSync(NOTED) ? readFileSync(NOTED, 'utf8') : '');

const SYNCED = { first: [0, 2], second: [0, 2], third: [0, 0], outlook: ['部門會議'], server: ['部門會議'], places: ['三樓'] };

test.serial('desk 16: an older Windows is refused, and nothing is copied', async (t) => {
  const windows = (build: number) => wine('reg', 'add', BUILD, '/v', 'CurrentBuildNumber', '/d', String(build), '/f');
  await windows(17134);
  t.is(await msiexec('/i', msis.now), REFUSED);
  t.false(existsSync(engine));
  // Wine 8 leaves the number of Windows 7 there, whatever it says it is.
  await windows(17763);
});

test.serial('desk 11, 13: installed for every user, each file as it was released', async (t) => {
  t.is(await msiexec('/i', msis.now), 0);
  t.deepEqual(missing(folders.now, version), []);
  t.is(await inRegistry(RUN, 'M2KSync'), '"C:\\Program Files\\M2KSync\\m2ksync-run.exe" logon');
  t.is(await inRegistry(SOURCE, 'TypesSupported'), '0x7');
  t.regex((await wine('reg', 'query', SOURCE, '/v', 'EventMessageFile')).stdout, /REG_EXPAND_SZ +%SystemRoot%.*EventLogMessages\.dll/u);
  t.true(names(drive).includes('M2KSync.lnk'), 'in the Start menu');
  t.is(await products(), 1);
});

test.serial('the installed node runs the installed engine, and a sync of two sides over its store', async (t) => {
  t.is(await node(ENGINE, '--version'), version);
  t.like(JSON.parse((await node(ENGINE, 'status', '--json')).split('\n').at(-1)!), { t: 'result', value: { connected: false } });
  t.deepEqual(JSON.parse(await node(windowsPath(program), 'C:\\state\\short')), SYNCED);
});

test.serial('desk 11, 12: the Run entry\'s logon shows the icon after the engine has ended, in Windows PowerShell with its own modules', async (t) => {
  const shell = join(drive, 'windows', 'system32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'), was = join(drive, 'powershell-was.txt');
  const started = async (...args: readonly string[]) => {
    writeFileSync(was, '');
    const { code } = await runOnDesk('C:\\Program Files\\M2KSync\\m2ksync-run.exe', args, { elevated: true, env: { PSModulePath: 'Z:\\decoy' } });
    return { code, told: readFileSync(was, 'utf8').split('\n').filter((line) => line !== '') };
  };
  mkdirSync(join(shell, '..'), { recursive: true });
  copyFileSync(probe, shell);
  const icon = '"C:\\windows\\system32\\WindowsPowerShell\\v1.0\\powershell.exe" -NoLogo -NoProfile -NonInteractive -Sta -ExecutionPolicy Bypass -Command "Import-Module -Name M2KSync; Show-M2KSyncTray"';
  t.deepEqual(await started('tray'), { code: 0, told: [icon] });
  // The engine is in the way of this: it ends by itself, and its exit code is the launcher's.
  const engineFile = join(engine, 'm2ksync.mjs'), whole = readFileSync(engineFile);
  writeFileSync(engineFile, 'process.exit(process.argv[2] === "logon" ? 5 : 0);');
  t.deepEqual(await started('logon'), { code: 5, told: [icon] });
  t.deepEqual(await started('scheduled'), { code: 0, told: [] });
  writeFileSync(engineFile, whole);
});

test.serial('desk 14: what the Start menu opens asks Windows PowerShell for an exception in this window alone; it finds the module folder of all users, or the one beside it', async (t) => {
  const was = join(drive, 'powershell-was.txt');
  const opened = async (file: string): Promise<readonly string[]> => {
    writeFileSync(was, '');
    const { code } = await wine('cmd', '/c', file);
    t.is(code, 0);
    return readFileSync(was, 'utf8').split('\n').filter((line) => line !== '');
  };
  const line = (module: string): readonly string[] => [`"C:\\windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe" -NoLogo -NoProfile -NoExit -ExecutionPolicy Bypass -Command "Import-Module -Name $env:M2KSYNC_MODULE; Get-M2KSyncStatus" module=${module}`];
  t.deepEqual(await opened('C:\\Program Files\\M2KSync\\M2KSync.cmd'), line('M2KSync'));
  const unpacked = join(drive, '解壓 縮');
  mkdirSync(unpacked);
  for (const name of ['M2KSync.cmd', 'M2KSync.psd1']) copyFileSync(join(folders.now, name), join(unpacked, name));
  const [beside = ''] = await opened('C:\\解壓 縮\\M2KSync.cmd');
  t.regex(beside, /module=C:\\.*\\M2KSync\.psd1$/u);
});

test.serial('the same release once more is no second product', async (t) => {
  t.is(await msiexec('/i', msis.now), 0);
  t.is(await products(), 1);
  t.is(await node(ENGINE, '--version'), version);
});

test.serial('an upgrade: a run that is under way ends as it should, one product is left', async (t) => {
  const state = 'C:\\state\\long', atWork = join(drive, 'state', 'long', 'at-work');
  const running = node(windowsPath(program), state, 'C:\\go'), go = () => { writeFileSync(join(drive, 'go'), ''); };
  t.teardown(go);
  for (let tries = 0; tries < 1200 && !existsSync(atWork); tries += 1) await wait(100);
  t.true(existsSync(atWork));
  t.is(await msiexec('/i', msis.next), 0);
  t.deepEqual(missing(folders.next, next), [], 'the signed release, node.exe in use notwithstanding');
  t.false(existsSync(join(modules, version)));
  t.is(await node(ENGINE, '--version'), next);
  t.is(await inRegistry(RUN, 'M2KSync'), '"C:\\Program Files\\M2KSync\\m2ksync-run.exe" logon');
  t.is(await products(), 1);
  go();
  t.deepEqual(JSON.parse(await running), SYNCED);
});

test.serial('an older release is refused, and the newer one stays', async (t) => {
  t.is(await msiexec('/i', msis.now), REFUSED);
  t.deepEqual(missing(folders.next, next), []);
  t.is(await products(), 1);
});

test.serial('desk 13: uninstalled, every task is taken, the user\'s state stays', async (t) => {
  const state = join(drive, 'users', 'Public', 'M2KSync');
  mkdirSync(state, { recursive: true });
  writeFileSync(join(state, 'state.sqlite'), 'what was synced');
  listen();
  t.is(await msiexec('/x', msis.next), 0);
  t.is(noted(), 'task --unregister --all\n');
  t.deepEqual([engine, modules].flatMap(names), []);
  t.false(existsSync(join(modules, next)));
  t.deepEqual([await inRegistry(RUN, 'M2KSync'), await inRegistry(SOURCE, 'TypesSupported'), await products()], [undefined, undefined, 0]);
  t.false(names(drive).includes('M2KSync.lnk'));
  t.true(existsSync(join(state, 'state.sqlite')));
});
