// B7 by the cmdlet: rotate, refuse, remove; nothing of a password in a file in the clear.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { CONNECT, bench } from './cmdlet-bench.js';

test('B7: Set-M2KSyncCredential replaces the password after it was tried, and takes it away', async (t) => {
  const { engine, run } = await bench(t);
  const { said } = await run(`
    ${CONNECT}
    $said.wrong = Get-Failure { Set-M2KSyncCredential -Credential $wrong }
    Set-M2KSyncCredential -Credential $credential
    $said.run = Start-M2KSync -Accept FirstRun | Select-Object ExitCode
    $said.plan = Set-M2KSyncCredential -Remove -WhatIf
    $said.kept = Start-M2KSync | Select-Object ExitCode
    Set-M2KSyncCredential -Remove
    $said.none = Get-Failure { Start-M2KSync }
    $said.log = @(Get-M2KSyncLog -Level error | Select-Object Level, Id)
    $said.report = (Export-M2KSyncDiagnostic -Path ([IO.Path]::Combine($PSScriptRoot, 'report.json'))).Name`);
  t.like(said['wrong'], { category: 'AuthenticationError' });
  t.like(said['run'], { ExitCode: 0 });
  t.like(said['kept'], { ExitCode: 0 });
  t.regex((said['none'] as { id: string }).id, /^M2K\.Unauthorized\.secret-missing/);
  const folder = join(engine.profile, 'credentials');
  t.deepEqual(existsSync(folder) ? readdirSync(folder) : [], [], 'no draft is left either');
  t.deepEqual((said['log'] as readonly { readonly Id: string }[]).map(({ Id }) => Id), ['M2K.Unauthorized.rejected', 'M2K.Unauthorized.secret-missing']);
  t.is(said['report'], 'report.json');
  t.notRegex(readFileSync(join(engine.root, 'report.json'), 'utf8'), /xiaoming|127\.0\.0\.1/);
});
