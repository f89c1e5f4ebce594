// Windows paths of the product: registry, proxy, certificates, DPAPI, files in use, long and Chinese paths, locks, processes that end.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import test from 'ava';
import { underPolicy, type PolicyValue } from '../../src/engine/config/policy.js';
import { runCommand } from '../support/shell.js';
import { openPrompt } from './prompt.js';
import { endOutlook, newDeskMailbox, openDesk, runningOnDesk, runOnDesk, runProgram } from './windows.js';

const desk = openDesk();

/** HKCU's DefaultConnectionSettings: version, counter, flags (1 direct, 2 a proxy), then texts with their lengths: proxy, exceptions, script. */
function connectionSettings(flags: number, ...texts: readonly string[]): string {
  const number = (value: number): Buffer => { const bytes = Buffer.alloc(4); bytes.writeUInt32LE(value); return bytes; };
  const bytes = Buffer.concat([number(0x46), number(1), number(flags), ...texts.flatMap((text) => [number(text.length), Buffer.from(text, 'latin1')]), Buffer.alloc(32)]);
  return `hex:${bytes.toString('hex').replaceAll(/(..)(?!$)/gu, '$1,')}`;
}

/** Key -> name -> value as a .reg file spells it. The second own key is the one that 32-bit programs see. */
const REGISTRY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'HKEY_LOCAL_MACHINE\\Software\\Policies\\M2KSync': { MailHost: '"mail.example.com.tw"' },
  'HKEY_CURRENT_USER\\Software\\Policies\\M2KSync': { MailHost: '"other.example.com.tw"', AllowHttp: 'dword:00000000' },
  'HKEY_LOCAL_MACHINE\\Software\\M2KSync': { Language: '"zh-TW"' },
  'HKEY_LOCAL_MACHINE\\Software\\Wow6432Node\\M2KSync': { Preset: '"generic"' },
  'HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows\\CurrentVersion\\Run': { 'Lab begins': String.raw`"\"C:\\windows\\notepad.exe\" /tray"` },
  'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run': { 'Lab begins too': String.raw`"C:\\windows\\notepad.exe -x"`, 'Lab is gone': String.raw`"C:\\gone\\lab.exe"`, 'Lab is off': String.raw`"C:\\windows\\notepad.exe"` },
  // As Task Manager switches an entry off.
  'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run': { 'Lab is off': 'hex:03,00,00,00', 'Lab begins too': 'hex:02,00,00,00' },
  'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections': { DefaultConnectionSettings: connectionSettings(3, 'proxy.example.com.tw:3128', '*.intern;<local>', '') },
};

/** All at once, and Wine's server is let end: programs that start while the registry is still being written were seen to hang. */
async function registry(valueOf: (value: string) => string): Promise<void> {
  const lines = Object.entries(REGISTRY).flatMap(([key, values]) => [`[${key}]`, ...Object.entries(values).map(([name, value]) => `"${name}"=${valueOf(value)}`), '']);
  writeFileSync(join(desk.prefix, 'drive_c', 'places.reg'), ['Windows Registry Editor Version 5.00', '', ...lines].join('\r\n'));
  const { code, stderr } = await runOnDesk('regedit', ['/S', 'C:\\places.reg'], { elevated: true });
  if (code !== 0) throw new Error(`the registry cannot be written: ${stderr}`);
  await endOutlook();
  spawnSync(desk.server, ['-w'], { env: { ...process.env, ...desk.environment }, timeout: 120_000 });
}

test.before(async () => {
  await endOutlook();
  await newDeskMailbox('C:\\users\\Public\\places.mailbox');
  await registry((value) => value);
});

/** The next test file of this desk knows no policy and no proxy. */
test.after.always(() => registry(() => '-'));

test.serial('desk 16: policies of machine and user and the machine\'s defaults are read from the registry, own keys from the 64-bit view; the proxy is what Windows has', async (t) => {
  const { values, proxies, programs } = await runProgram('surroundings');
  const named = values as readonly PolicyValue[];
  t.deepEqual([...named].sort((a, b) => `${a.from}${a.name}`.localeCompare(`${b.from}${b.name}`)), [
    { from: 'machineDefault', name: 'Language', value: 'zh-TW' }, { from: 'machinePolicy', name: 'MailHost', value: 'mail.example.com.tw' },
    { from: 'userPolicy', name: 'AllowHttp', value: 0 }, { from: 'userPolicy', name: 'MailHost', value: 'other.example.com.tw' },
  ]);
  t.like(underPolicy({ collections: {} }, named), { managed: ['MailHost', 'AllowHttp'], settings: { language: 'zh-TW' } });
  t.deepEqual([...new Set((programs as readonly { at: string; name: string }[]).map(({ at, name }) => `${at} ${name}`))].sort(), ['logon Lab begins', 'logon Lab begins too', 'process node'], 'desk 10: what runs, and what begins at logon and is there and not switched off');
  t.deepEqual(proxies, ['http://proxy.example.com.tw:3128', ''], 'an address that is excepted is reached directly');
});

test.serial('desk 16: a root certificate that Windows trusts is one the engine trusts', async (t) => {
  // Made on Linux: Wine's bcrypt makes no keys for it (0xc1000002).
  const { stdout } = await runCommand([
    "$key = [Security.Cryptography.RSA]::Create(2048)",
    "$request = New-Object Security.Cryptography.X509Certificates.CertificateRequest 'CN=M2KSync test root', $key, ([Security.Cryptography.HashAlgorithmName]::SHA256), ([Security.Cryptography.RSASignaturePadding]::Pkcs1)",
    '$request.CertificateExtensions.Add((New-Object Security.Cryptography.X509Certificates.X509BasicConstraintsExtension $true, $false, 0, $true))',
    '[Convert]::ToBase64String($request.CreateSelfSigned([DateTimeOffset]::Now.AddDays(-1), [DateTimeOffset]::Now.AddDays(1)).RawData)',
  ].join('; '));
  const prompt = openPrompt({});
  const { complaint } = await prompt.type(`$root = New-Object Security.Cryptography.X509Certificates.X509Certificate2 (, [Convert]::FromBase64String('${stdout.trim()}')); `
    + "$store = New-Object Security.Cryptography.X509Certificates.X509Store 'Root', 'CurrentUser'; $store.Open('ReadWrite'); $store.Add($root); $store.Close()");
  await prompt.leave();
  t.is(complaint, '');
  t.true(((await runProgram('roots'))['certificates'] as readonly string[]).includes(stdout.trim()));
});

test.serial('desk 5: a secret is kept by DPAPI, replaced although somebody has its file open for a moment, and another\'s must be entered again', async (t) => {
  t.deepEqual(await runProgram('secrets'), { first: '密碼 one', clear: false, replaced: 'no error', second: 'two', foreign: 'Unauthorized secret-unreadable' });
});

test.serial('rule 6: state in WAL and the lock work in a Chinese folder of over 260 characters; a killed run frees its lock', async (t) => {
  const { length, ...rest } = await runProgram('state');
  t.true((length as number) > 260, String(length));
  t.deepEqual(rest, { language: 'zh-TW', before: '"第一次"', during: '"第一次"', after: '"第二次"', mode: 'wal', taken: 'LockHeld', locked: true, free: false });
});

test.serial('payload files below a Chinese folder reach the host, under the culture and the list separator of the user', async (t) => {
  const { echoed, separator, ...rest } = await runProgram('paths');
  t.log(rest);
  t.is(echoed, '約會 "quoted" 😀');
  t.is(separator, ';', 'Outlook joins categories with it');
});

test.serial('desk 7: node killed hard in the middle of a call leaves no host behind', async (t) => {
  const held = join(desk.prefix, 'drive_c', 'users', 'Public', 'held.txt');
  rmSync(held, { force: true });
  const ended = runProgram('hold').catch(() => undefined);
  for (let tries = 0; tries < 300 && !existsSync(held); tries += 1) await sleep(200);
  t.deepEqual([runningOnDesk('node.exe').length, runningOnDesk('powershell.exe').length], [1, 1]);
  for (const process_ of runningOnDesk('node.exe')) process.kill(process_, 'SIGKILL');
  await ended;
  for (let tries = 0; tries < 100 && runningOnDesk('powershell.exe').length > 0; tries += 1) await sleep(100);
  t.deepEqual([runningOnDesk('node.exe').length, runningOnDesk('powershell.exe').length], [0, 0]);
});

test.serial('a named mutex holds between the user\'s processes, and is free when its owner was killed', async (t) => {
  const name = `Local\\M2KSync-${randomUUID()}`, take = `$mutex = New-Object Threading.Mutex $false, '${name}'; $mutex.WaitOne(0)`;
  const [first, second] = [openPrompt({}), openPrompt({})];
  t.is((await first.type(take)).text, 'True');
  t.is((await second.type(take)).text, 'False');
  await first.type('[Diagnostics.Process]::GetCurrentProcess().Kill()').catch(() => undefined);
  await first.leave();
  t.regex((await second.type("try { $mutex.WaitOne(5000) } catch [Threading.AbandonedMutexException] { 'abandoned' }")).text, /True|abandoned/u);
  await second.leave();
});
