// How the module starts and stops the engine.
import test from 'ava';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { smallOffice } from '../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../lab/mail2000/server.js';
import { connected } from '../engine/cli/lab-engine.js';
import { LAB_ENGINE } from '../support/lab-program.js';
import { runFile } from '../support/shell.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function jsonOf(folder: string, script: string): Promise<unknown> {
  const path = join(folder, `script-${Math.random()}.ps1`);
  writeFileSync(path, `\uFEFF${script}`);
  const { stdout, stderr } = await runFile(path);
  const line = stdout.split(/\r?\n/).find((one) => one.startsWith('JSON:'));
  if (line === undefined) throw new Error(stdout + stderr);
  return JSON.parse(line.slice(5));
}

const ARGUMENTS = ['plain', '', 'two words', 'a"b', 'C:\\Program Files\\M2KSync\\', 'back\\slash', '\\"', 'tail\\\\ ', '王小明', 'tab\there'];

test('arguments reach the engine as they were given, whatever quotes, blanks and backslashes they have', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'm2k-process-'));
  const echo = join(folder, 'echo.mjs');
  writeFileSync(echo, 'process.stdin.on("data", () => { process.stdout.write(JSON.stringify({ t: "hello", v: 1, version: "0.1.0" }) + "\\n" + JSON.stringify({ t: "result", command: "collections", exitCode: 0, value: { collections: process.argv.slice(3).map((name) => ({ name, id: name, kind: "", scope: "", enabled: true, direction: "", defaultFolder: false, folder: null, clash: "", rights: { add: null, change: null, remove: null }, href: "" })) } }) + "\\n"); process.exit(0); });');
  const said = await jsonOf(folder, `
Import-Module ${quoted(join(root, 'M2KSync.psd1'))} -ArgumentList @{ Node = ${quoted(process.execPath)}; Engine = ${quoted(echo)}; EngineArguments = @(${ARGUMENTS.map(quoted).join(', ')}) }
[Console]::Out.Write("\`nJSON:" + (ConvertTo-Json -InputObject @(Get-M2KSyncCollection | ForEach-Object { [string]$_.Id }) -Compress) + "\`n")`);
  t.deepEqual(said, ARGUMENTS);
});

test('desk 2: a poisoned NODE_OPTIONS does not reach the engine', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'm2k-process-'));
  const path = join(folder, 'script.ps1');
  const echo = join(folder, 'echo.mjs');
  writeFileSync(echo, 'process.stdin.on("data", () => { process.stderr.write(`options:${process.env.NODE_OPTIONS ?? "none"}`); process.exit(9); });');
  writeFileSync(path, `
$env:NODE_OPTIONS = '--no-warnings'
Import-Module ${quoted(join(root, 'M2KSync.psd1'))} -ArgumentList @{ Node = ${quoted(process.execPath)}; Engine = ${quoted(echo)} }
try { Get-M2KSyncStatus } catch { [Console]::Out.Write($_.ErrorDetails.Message) }`);
  t.regex((await runFile(path)).stdout, /options:none/);
});

test('stopping a running sync lets the engine finish the item in hand and end; the lock is free and nothing is lost', async (t) => {
  t.timeout(180_000);
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const engine = await connected(server.origin);
  // The run is stopped once the server was asked: a count of seconds would stop it before that where the machine is slow.
  const asked = join(engine.root, 'asked');
  server.hooks.beforeRequest = async () => { writeFileSync(asked, ''); await new Promise((resolve) => { setTimeout(resolve, 400); }); };
  const said = await jsonOf(engine.root, `
$runspace = [runspacefactory]::CreateRunspace([System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault2())
$runspace.Open()
$shell = [powershell]::Create()
$shell.Runspace = $runspace
[void]$shell.AddScript({
  param($manifest, $parts)
  Import-Module $manifest -ArgumentList $parts
  Start-M2KSync
}).AddArgument(${quoted(join(root, 'M2KSync.psd1'))}).AddArgument(@{ Node = ${quoted(process.execPath)}; Engine = ${quoted(LAB_ENGINE)}; EngineArguments = @('--profile-root', ${quoted(engine.root)}, '--outlook', ${quoted(`memory:${join(engine.root, 'mailbox.json')}`)}) })
$running = $shell.BeginInvoke()
foreach ($try in 1..1200) { if (Test-Path -LiteralPath ${quoted(asked)}) { break }; Start-Sleep -Milliseconds 100 }
$before = $shell.InvocationStateInfo.State
$shell.Stop()
Import-Module ${quoted(join(root, 'M2KSync.psd1'))} -ArgumentList @{ Node = ${quoted(process.execPath)}; Engine = ${quoted(LAB_ENGINE)}; EngineArguments = @('--profile-root', ${quoted(engine.root)}, '--outlook', ${quoted(`memory:${join(engine.root, 'mailbox.json')}`)}) }
$held = (Get-M2KSyncStatus).Running
[Console]::Out.Write("\`nJSON:" + (ConvertTo-Json -InputObject @([string]$before, [string]$shell.InvocationStateInfo.State, $held) -Compress) + "\`n")`);
  t.deepEqual(said, ['Running', 'Stopped', false]);
  t.true(existsSync(asked));
  server.hooks.beforeRequest = () => undefined;
  const status = await engine.request({ command: 'status' });
  t.like(status.last, { t: 'result', value: { running: false } });
  const rest = await engine.request({ command: 'sync' });
  t.is(rest.exitCode, 0);
  t.is(engine.mailbox().folders.reduce((sum, folder) => sum + folder.items.length, 0), 2);
});
