// The sign-in of a managed desk: what PowerShell's own prompt gives is what the engine gets; nobody there is no answer (desk-rules.md 15).
import test from 'ava';
import { asciiLiteral } from '../../src/ps-host/literal.js';
import { signIn } from '../../src/ps-host/sign-in.js';
import { runCommand } from '../support/shell.js';
import { realClock } from '../support/real-clock.js';
import { PRODUCT_HOST, shells } from './desk.js';

const [{ executable, executableOptions }] = shells as [(typeof shells)[number]];

test.serial('a window that nobody answers is no sign-in', async (t) => {
  t.timeout(300_000);
  t.is(await signIn({ caption: 'M2KSync', message: '請登入 it\'s', address: 'ming@example.com' }, { executable, executableOptions, hostModule: PRODUCT_HOST, clock: realClock }), null);
});

test.serial('a module that does not load is told', async (t) => {
  t.timeout(300_000);
  t.like(await t.throwsAsync(signIn({ caption: '', message: '', address: '' }, { executable, executableOptions, hostModule: '/nowhere/Host.psm1', clock: realClock })), { code: 'Unavailable', data: { reason: 'sign-in-failed' } });
});

test.serial('what was typed comes as one line, whatever letters it has', async (t) => {
  t.timeout(300_000);
  const fake = `class FakeUi { [object] PromptForCredential([string]$c, [string]$m, [string]$user, [string]$target) { $s = New-Object Security.SecureString; foreach ($l in '密碼"x'.ToCharArray()) { $s.AppendChar($l) }; return New-Object Management.Automation.PSCredential ('\\' + $user), $s } }`;
  const module = asciiLiteral(PRODUCT_HOST.replace('Host.psm1', 'functions/Read-M2KSignIn.ps1'));
  // $Host is the shell's own; the function is given one that answers.
  const { stdout } = await runCommand(`${fake}; $text = [IO.File]::ReadAllText(${module}).Replace('$Host.UI.', '([FakeUi]::new()).'); Invoke-Expression $text; Read-M2KSignIn -Caption a -Message b -Address ming@example.com`, { timeout: 300_000 });
  const answer = /^M2K1 answer (\S+)/m.exec(stdout)?.[1] ?? '';
  t.deepEqual(JSON.parse(Buffer.from(answer, 'base64').toString('utf8')), { address: 'ming@example.com', secret: '密碼"x' });
});
