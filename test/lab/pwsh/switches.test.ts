import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { runCommand, runFile, runShell } from '../../support/shell.js';

const folder = mkdtempSync(join(tmpdir(), 'm2k-shell-'));
test.after.always(() => { rmSync(folder, { recursive: true, force: true }); });

const script = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

test('-Command gives the code of exit', async (t) => {
  t.is((await runCommand('exit 7')).code, 7);
});

test('-Command gives 0 when the last statement succeeded and 1 when it failed', async (t) => {
  t.is((await runCommand('throw "x"; "y"')).code, 1);
  t.is((await runCommand('Get-Command No-SuchCommand -ErrorAction SilentlyContinue; 1')).code, 0);
  t.is((await runCommand('Get-Command No-SuchCommand')).code, 1);
});

test('a parse error in -Command gives 1 and says where', async (t) => {
  const result = await runCommand('"never"; foo ) bar');
  t.is(result.code, 1);
  t.is(result.stdout, '');
  t.regex(result.stderr, /Unexpected token/u);
  t.is((await runCommand('1 +')).code, 1);
});

test('-File gives the code of exit, also from inside a function', async (t) => {
  t.is((await runFile(script('exit.ps1', 'function f { exit 5 }\nf\n"never"\n'))).code, 5);
});

test('-File gives 1 when the script throws and 0 when it runs to its end', async (t) => {
  t.is((await runFile(script('throw.ps1', 'throw "x"'))).code, 1);
  t.is((await runFile(script('end.ps1', '"done"'))).code, 0);
});

test('-File passes names, switches, booleans and positions to the script', async (t) => {
  const path = script('args.ps1', 'param([string] $Name, [switch] $Force, [bool] $Flag, [Parameter(ValueFromRemainingArguments)] $Rest)\n"$Name|$Force|$Flag|$Rest"\n');
  const result = await runFile(path, ['-Name', 'a b', '-Force', '-Flag:$false', 'x', 'y']);
  t.is(result.stdout.trim(), 'a b|True|False|x y');
});

test('a path without -File is the script', async (t) => {
  const result = await runShell(['-NoProfile', script('plain.ps1', '"ran $args"'), 'one']);
  t.is(result.stdout.trim(), 'ran one');
});

test('-EncodedCommand takes base64 of UTF-16LE', async (t) => {
  const result = await runShell(['-NoProfile', '-EncodedCommand', Buffer.from('"中"; exit 3', 'utf16le').toString('base64')]);
  t.is(result.stdout.trim(), '中');
  t.is(result.code, 3);
});

test('switches may be shortened, begin with / and be written in any case', async (t) => {
  const result = await runShell(['-NOL', '/nop', '--noni', '-ex', 'Bypass', '-c', '"short"']);
  t.is(result.stdout.trim(), 'short');
  t.is(result.code, 0);
});

test('-WorkingDirectory is where the command runs', async (t) => {
  const result = await runCommand('(Get-Location).ProviderPath', { switches: ['-WorkingDirectory', folder] });
  t.is(result.stdout.trim(), folder);
});

test('an unknown switch, a missing file and a missing value are refused with 64', async (t) => {
  for (const args of [['-NoSuchSwitch'], [join(folder, 'missing.ps1')], ['-Command'], ['-EncodedCommand', '???']]) {
    const result = await runShell(args);
    t.is(result.code, 64, args.join(' '));
    t.not(result.stderr, '');
  }
});

test('a mandatory parameter that is not given is an error, not a question, with -NonInteractive', async (t) => {
  const result = await runCommand('function f { param([Parameter(Mandatory)] $A) "got" }; f');
  t.is(result.code, 1);
  t.false(result.stdout.includes('got'));
});

test('-WhatIf shows what would be done and -Confirm asks; with -NonInteractive the question is an error', async (t) => {
  const f = 'function f { [CmdletBinding(SupportsShouldProcess)] param() if ($PSCmdlet.ShouldProcess("target", "Act")) { "did" } }; ';
  t.regex((await runCommand(`${f} f -WhatIf`)).stdout, /^What if: Performing the operation "Act" on target "target"\./u);
  const asked = await runCommand(`${f} f -Confirm`);
  t.false(asked.stdout.includes('did'));
  t.regex(asked.stderr, /NonInteractive/u);
});
