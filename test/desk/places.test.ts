// Windows paths of the product: registry, proxy, certificates, DPAPI, files in use, long and Chinese paths, locks, processes that end.
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import test from 'ava';
import { underPolicy, type PolicyValue } from '../../src/engine/config/policy.js';
import { runCommand } from '../support/shell.js';
import { openPrompt } from './prompt.js';
import { endOutlook, newDeskMailbox, openDesk, runningOnDesk, runOnDesk, runProgram } from './windows.js';

const desk = openDesk();
const windows = (command: string, ...args: readonly string[]) => runOnDesk(command, args, { elevated: true });

/** reg.exe add; a number is a REG_DWORD. */
async function registry(key: string, name: string, value: string | number, view: '/reg:64' | '/reg:32' = '/reg:64'): Promise<void> {
  const type = typeof value === 'number' ? ['/t', 'REG_DWORD'] : [];
  const { code, stderr } = await windows('reg', 'add', key, '/v', name, ...type, '/d', String(value), '/f', view);
  if (code !== 0) throw new Error(`${key} ${name}: ${stderr}`);
}

test.before(async () => {
  await endOutlook();
  await newDeskMailbox('C:\\users\\Public\\places.mailbox');
});

test.serial('desk 16: policies of machine and user and the machine\'s defaults are read from the registry, own keys from the 64-bit view', async (t) => {
  await registry('HKLM\\Software\\Policies\\M2KSync', 'MailHost', 'mail.example.com.tw');
  await registry('HKCU\\Software\\Policies\\M2KSync', 'MailHost', 'other.example.com.tw');
  await registry('HKCU\\Software\\Policies\\M2KSync', 'AllowHttp', 0);
  await registry('HKLM\\Software\\M2KSync', 'Language', 'zh-TW');
  await registry('HKLM\\Software\\M2KSync', 'Preset', 'generic', '/reg:32');
  const { values, proxies } = await runProgram('surroundings');
  const named = values as readonly PolicyValue[];
  t.deepEqual([...named].sort((a, b) => `${a.from}${a.name}`.localeCompare(`${b.from}${b.name}`)), [
    { from: 'machineDefault', name: 'Language', value: 'zh-TW' },
    { from: 'machinePolicy', name: 'MailHost', value: 'mail.example.com.tw' }, { from: 'userPolicy', name: 'AllowHttp', value: 0 },
    { from: 'userPolicy', name: 'MailHost', value: 'other.example.com.tw' },
  ]);
  t.like(underPolicy({ collections: {} }, named), { managed: ['MailHost', 'AllowHttp'], settings: { language: 'zh-TW' } });
  t.deepEqual(proxies, ['', ''], 'without a proxy the way is direct');
});

/** HKCU's DefaultConnectionSettings: version, counter, flags (1 direct, 2 a proxy), then texts with their lengths: proxy, exceptions, script. */
function connectionSettings(flags: number, ...texts: readonly string[]): string {
  const number = (value: number): Buffer => { const bytes = Buffer.alloc(4); bytes.writeUInt32LE(value); return bytes; };
  return Buffer.concat([number(0x46), number(1), number(flags), ...texts.flatMap((text) => [number(text.length), Buffer.from(text, 'latin1')]), Buffer.alloc(32)]).toString('hex');
}

test.serial('the proxy is the one that Windows has for an address, with its exceptions', async (t) => {
  const settings = (hex: string) => windows('reg', 'add', 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections', '/v', 'DefaultConnectionSettings', '/t', 'REG_BINARY', '/d', hex, '/f');
  await settings(connectionSettings(3, 'proxy.example.com.tw:3128', '*.intern;<local>', ''));
  try {
    t.deepEqual((await runProgram('surroundings'))['proxies'], ['http://proxy.example.com.tw:3128', '']);
  } finally {
    await settings(connectionSettings(1, '', '', ''));
  }
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

test.serial('payload files below a Chinese folder reach the host, under the culture and code page of Taiwan as under others', async (t) => {
  const others = await runProgram('paths');
  await registry('HKCU\\Control Panel\\International', 'LocaleName', 'zh-TW');
  await registry('HKCU\\Control Panel\\International', 'sList', ';');
  const { echoed, separator, ...rest } = await runProgram('paths');
  t.log(rest);
  t.deepEqual([others['echoed'], echoed], ['約會 "quoted" 😀', '約會 "quoted" 😀']);
  t.is(separator, ';', 'the list separator is the user\'s, as Outlook\'s');
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
