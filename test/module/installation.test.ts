// Test-M2KSyncInstallation in the lab: each check that can be made true and false there (mission B9).
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { ADDRESS, SECRET } from '../engine/cli/lab-engine.js';
import { CONNECT, bench, quoted } from './cmdlet-bench.js';
import type { Said } from './cmdlet-bench.js';

interface Row { readonly Check: string; readonly Verdict: string; readonly Why: string; readonly Remedy: string }
const verdicts = (said: Said, name: string): Readonly<Record<string, string>> => Object.fromEntries((said[name] as readonly Row[]).map(({ Check, Verdict }) => [Check, Verdict]));
const row = (said: Said, name: string, check: string): Row => (said[name] as readonly Row[]).find(({ Check }) => Check === check)!;
const WELL = { windows: 'yes', outlook: 'yes', oldTool: 'yes', guard: 'yes', host: 'yes', ends: 'yes', language: 'yes', policy: 'yes', session: 'yes', task: 'yes', toast: 'yes', paths: 'yes', proxy: 'yes', certificate: 'partly', server: 'yes' };

test('B9: Test-M2KSyncInstallation says check by check whether this computer has what syncing needs and what to do, in a table and a report without names; -WhatIf makes nothing', async (t) => {
  const one = await bench(t), report = join(one.engine.root, 'report.json'), task = join(one.engine.root, 'mailbox.json.task.xml');
  const before = await one.run(`
    $said.before = @(Test-M2KSyncInstallation -WhatIf -Path ${quoted(report)})
    ${CONNECT}
    $said.after = @(Test-M2KSyncInstallation -Path ${quoted(report)})
    $said.table = (Test-M2KSyncInstallation | Out-String -Width 160)`);
  t.is(before.stderr, '');
  t.deepEqual(verdicts(before.said, 'before'), { ...WELL, task: 'unknown', paths: 'unknown', proxy: 'unknown', certificate: 'unknown', server: 'unknown' });
  // The lab's Mail2000 speaks plain HTTP on loopback.
  t.deepEqual(verdicts(before.said, 'after'), WELL);
  t.regex(String(before.said['table']), /Check +Verdict +Why +Remedy[^]*windows +yes +build 22631/);
  const text = readFileSync(report, 'utf8'), read = JSON.parse(text) as { readonly checks: unknown; readonly facts: unknown };
  t.deepEqual(read.checks, WELL);
  t.like(read.facts, { outlookVersion: '16.0', outlookBits: 'x64' });
  for (const name of [ADDRESS, SECRET, '127.0.0.1', 'xiaoming']) t.false(text.includes(name), name);
  t.false(existsSync(task), 'the task that was tried is gone');
  t.deepEqual(readdirSync(join(one.engine.root, 'profiles', 'default')).filter((name) => name.includes('check')), []);
});

test('what is missing on the computer is told with what to do', async (t) => {
  const one = await bench(t), facts = join(one.engine.root, 'mailbox.json.installation');
  const { said } = await one.run(`
    ${CONNECT}
    function Set-Fact([string]$Json) { [IO.File]::WriteAllText(${quoted(facts)}, $Json) }
    Set-Fact '{"build":17134,"outlookVersion":"","newOutlook":true,"guard":1,"languageMode":"ConstrainedLanguage","toasts":0,"session":0,"culture":"zh-HK","ends":false}'
    [IO.File]::WriteAllText(${quoted(join(one.engine.root, 'mailbox.json.programs'))}, '[{"at":"process","name":"MOS","text":"Mail2000 Outlook Sync"}]')
    $said.bad = @(Test-M2KSyncInstallation)
    Set-Fact '{"policies":["AllSigned","Undefined"],"guard":0,"toastsForbidden":1}'
    $said.half = @(Test-M2KSyncInstallation -Outlook)`);
  t.like(verdicts(said, 'bad'), { ...WELL, windows: 'no', outlook: 'no', oldTool: 'no', guard: 'no', ends: 'partly', language: 'partly', policy: 'partly', session: 'no', toast: 'partly' });
  t.regex(row(said, 'bad', 'outlook').Why, /only the new Outlook/);
  t.deepEqual((said['bad'] as readonly Row[]).filter(({ Verdict, Remedy }) => Verdict !== 'yes' && Remedy === ''), []);
  t.like(verdicts(said, 'half'), { ...WELL, oldTool: 'no', guard: 'partly', policy: 'partly', toast: 'partly', cases: 'no' });
  t.regex(row(said, 'half', 'cases').Why, /no Outlook here/, 'the lab\'s mailbox file is no Outlook');
});

test('a task that is there stays, a path that cannot be written is told, and so is a server that is away or refuses', async (t) => {
  const one = await bench(t), profile = join(one.engine.root, 'profiles', 'default'), task = join(one.engine.root, 'mailbox.json.task.xml');
  await one.run(`${CONNECT}; Register-M2KSyncTask`);
  const registered = readFileSync(task, 'utf8');
  mkdirSync(profile, { recursive: true });
  // In the way of the folder that is tried.
  writeFileSync(join(profile, 'm2ksync-check'), '');
  // Nothing listens there.
  const away = (await one.run("Set-M2KSyncOption -Name Proxy -Value 'http://127.0.0.1:9'; $said.away = @(Test-M2KSyncInstallation); Set-M2KSyncOption -Name Proxy -Reset")).said;
  t.like(verdicts(away, 'away'), { task: 'yes', paths: 'no', proxy: 'yes', certificate: 'unknown', server: 'no' });
  t.regex(row(away, 'away', 'paths').Why, /EEXIST|ENOTDIR/);
  t.regex(row(away, 'away', 'proxy').Why, /http:\/\/127\.0\.0\.1:9/);
  t.is(readFileSync(task, 'utf8'), registered);
  rmSync(join(profile, 'credentials'), { recursive: true });
  const { said } = await one.run('$said.locked = @(Test-M2KSyncInstallation)');
  t.like(verdicts(said, 'locked'), { server: 'no' });
  t.regex(row(said, 'locked', 'server').Remedy, /Set-M2KSyncCredential|Connect-M2KSync/);
});
