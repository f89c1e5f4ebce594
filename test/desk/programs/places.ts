// Windows as the product meets it: registry, proxy, certificates, DPAPI, files that are in use, long and Chinese paths, processes that die.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import { profileRoot } from '../../../src/engine/cli/system.js';
import { ipcFolder, profileFolder } from '../../../src/engine/config/profile.js';
import { settingsFile } from '../../../src/engine/config/settings-file.js';
import { isLocked, takeLock } from '../../../src/engine/state/lock.js';
import { openStore } from '../../../src/engine/state/store.js';
import { saveSecret } from '../../../src/ps-host/save-secret.js';
import { windowsPowerShellPath } from '../../../src/ps-host/windows-powershell.js';
import { PRODUCT_HOST } from '../../ps-host/desk.js';
import { realClock } from '../../support/real-clock.js';
import { failureOf, inHost, session } from './session.js';

type Environment = Readonly<Record<string, string>>;
type Facts = Readonly<Record<string, unknown>>;

/** A profile whose path is Chinese and longer than the 260 characters that old programs can open, with the state files in it. */
const deepProfile = (): string => profileFolder(join(profileRoot('win32', process.env), '行事曆同步', ...['很', '長', '的', '路', '徑'].map((name) => name.repeat(50))), 'default');

/** The registry, the proxy and other programs, as the host reads them. */
async function surroundings(environment: Environment): Promise<Facts> {
  const one = session(environment);
  const { values } = await one.call('getPolicy', {});
  const proxyFor = async (url: string): Promise<string> => (await one.call('getProxy', { url })).proxy;
  const proxies = [await proxyFor('https://mail.example.com.tw/'), await proxyFor('https://calendar.intern/')];
  const programs = (await one.call('findPrograms', { programs: { module: null, function: 'Get-M2KProgram', arguments: {} }, like: '^Lab |^node\\b' })).found;
  await one.close();
  return { values, proxies, programs };
}

/** A secret is stored, read, replaced while somebody has the file open, and not read when it is another's. */
async function secrets(environment: Environment): Promise<Facts> {
  const path = join(profileRoot('win32', process.env), '密碼', 'server.secret');
  const save = (secret: string) => saveSecret({ secret, path, executable: windowsPowerShellPath(process.env['SystemRoot'] ?? '', false), environment, hostModule: PRODUCT_HOST, clock: realClock });
  await save('密碼 one');
  const one = session(environment);
  const read = async (): Promise<string> => (await one.call('getSecret', { path })).secret;
  const first = await read(), clear = readFileSync(path, 'latin1').includes('one');
  await one.open(true);
  // As a virus scanner does: no other may delete or replace the file for a second.
  const held = inHost(one, `$file = [IO.File]::Open('${path}', 'Open', 'Read', 'Read'); Start-Sleep -Milliseconds 1500; $file.Dispose()`);
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  const replaced = await failureOf(save('two'));
  await held;
  const second = await read();
  writeFileSync(path, 'of another user');
  const foreign = await failureOf(read());
  await one.close();
  return { first, clear, replaced, second, foreign };
}

/** State, settings and payload files in a deep Chinese folder; two processes at one state. */
async function state(environment: Environment): Promise<Facts> {
  const profile = deepProfile();
  mkdirSync(profile, { recursive: true });
  const settings = settingsFile(profile);
  settings.change((now) => ({ ...now, language: 'zh-TW' }));
  const store = openStore(profile);
  store.noteRun({ at: '2026-11-22T00:00:00Z', report: '"第一次"' });
  const other = new DatabaseSync(join(profile, 'state.sqlite'), { readOnly: true });
  other.exec('BEGIN');
  const seen = (): unknown => other.prepare('SELECT report FROM runs').get()?.['report'];
  const before = seen();
  // WAL: who writes does not wait for who reads, and the reader's view stays.
  store.noteRun({ at: '2026-11-22T00:01:00Z', report: '"第二次"' });
  const during = seen();
  other.exec('COMMIT');
  const after = seen(), mode = other.prepare('PRAGMA journal_mode').get()?.['journal_mode'];
  other.close();
  store.close();
  return { length: profile.length, language: settings.read().language, before, during, after, mode, ...await lockFacts(environment, profile) };
}

async function lockFacts(environment: Environment, profile: string): Promise<Facts> {
  const encoded = Buffer.from(JSON.stringify(environment)).toString('base64');
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.js', import.meta.url)), 'holdLock', encoded], { stdio: ['ignore', 'pipe', 'inherit'], windowsHide: true });
  await once(child.stdout, 'data');
  const taken = await failureOf(Promise.resolve().then(() => takeLock(profile))), locked = isLocked(profile);
  child.kill('SIGKILL');
  await once(child, 'exit');
  // LockFile: the locks of a process that was ended are given back by the system, at a time of its own.
  for (let tries = 0; tries < 300 && isLocked(profile); tries += 1) await realClock.sleep(100);
  const free = isLocked(profile);
  takeLock(profile).release();
  return { taken, locked, free };
}

async function holdLock(): Promise<Facts> {
  // Whoever keeps no hold of the lock gives it back when memory is collected.
  const lock = takeLock(deepProfile());
  process.stdout.write('taken\n');
  await new Promise((resolve) => { setTimeout(resolve, 60_000); });
  lock.release();
  return {};
}

/** A host in the middle of a call, for a test that kills this process. */
async function hold(environment: Environment): Promise<Facts> {
  const one = session(environment);
  await one.open(true);
  writeFileSync(join(process.env['PUBLIC'] ?? '', 'held.txt'), String(process.pid));
  await inHost(one, 'Start-Sleep -Seconds 120');
  return {};
}

/** Payload files below a deep Chinese folder reach the host, and what the host calls its culture. */
async function paths(environment: Environment): Promise<Facts> {
  const ipc = ipcFolder(join(profileRoot('win32', process.env), '王小明的設定'));
  const user = session(environment);
  await user.open(true);
  await inHost(user, "[Microsoft.Win32.Registry]::SetValue('HKEY_CURRENT_USER\\Control Panel\\International', 'sList', ';')");
  const one = session(environment, {}, ipc);
  await one.open(true);
  const echoed = await one.desk.echo('約會 "quoted" 😀');
  const [culture, separator, page] = await inHost(one, '@([cultureinfo]::CurrentCulture.Name, [cultureinfo]::CurrentCulture.TextInfo.ListSeparator, [Console]::OutputEncoding.CodePage)') as readonly unknown[];
  await one.close();
  await user.close();
  return { ipc, echoed, culture, separator, page };
}

/** SHA-256 fingerprints of what Windows trusts, as the engine sees them. */
const roots = (): Promise<Facts> => Promise.resolve({ certificates: tls.getCACertificates('system').map((text) => text.replace(/-----[^-]+-----|\s/gu, '')) });

export const PLACES: Readonly<Record<string, (environment: Environment) => Promise<Facts>>> = { surroundings, secrets, state, holdLock, hold, paths, roots };
