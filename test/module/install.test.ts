// What keeps Install-M2KSync and Uninstall-M2KSync from their work, each named before anything is touched (desk-rules.md 13, 14, 16). On Windows itself: test/desk/release.test.ts.
import { join } from 'node:path';
import test from 'ava';
import { bench, quoted } from './cmdlet-bench.js';

interface Refusal { readonly id: string; readonly category: string; readonly advice: string; readonly message: string; readonly target: string }

test('M16: what keeps it from being installed is named before anything is copied: an old Windows, a policy, an MSI, a lacking package, Constrained Language, AllSigned without a signature', async (t) => {
  const one = await bench(t), shared = join(one.engine.root, 'shared');
  const { said, stderr } = await one.run(`
    $module = Get-Module M2KSync
    function Get-Refusal([hashtable]$With) {
      $facts = @{ Windows = $true; Updates = 'user'; ForAll = ''; Package = $true; LanguageMode = 'FullLanguage'; Policies = @('Undefined', 'RemoteSigned'); Signed = $false }
      foreach ($name in $With.Keys) { $facts[$name] = $With[$name] }
      Get-Failure { & $module { param($Facts) $problem = Get-M2KInstallProblem -Facts $Facts -Source 'here'; if ($null -ne $problem) { throw (New-M2KErrorRecord -Problem $problem) } } $facts }
    }
    $said.well = Get-Refusal @{}
    $said.signed = Get-Refusal @{ Policies = @('AllSigned', 'Undefined'); Signed = $true }
    $said.refused = @(
      (Get-Refusal @{ Windows = $false; Updates = 'administrator' }), (Get-Refusal @{ Updates = 'administrator'; ForAll = 'C:\\M' }), (Get-Refusal @{ ForAll = 'C:\\M'; Package = $false }),
      (Get-Refusal @{ Package = $false; LanguageMode = 'ConstrainedLanguage' }), (Get-Refusal @{ LanguageMode = 'ConstrainedLanguage' }), (Get-Refusal @{ Policies = @('Undefined', 'AllSigned') }))
    # As the MSI leaves it, for a user who never installed anything.
    & $module { param($Shared) Set-Item -Path function:Get-M2KSharedEngine -Value ([scriptblock]::Create("return '$Shared'")) } ${quoted(shared)}
    $said.uninstall = Get-Failure { Uninstall-M2KSync -Confirm:$false }
    $said.install = Get-Failure { Install-M2KSync }`);
  t.is(stderr, '');
  t.deepEqual([said['well'], said['signed']], [null, null], 'a signed release installs where only signed scripts run');
  const refused = said['refused'] as readonly Refusal[];
  t.deepEqual(refused.map(({ id, category }) => [id, category]), [
    ['M2K.Install.windows', 'NotInstalled'], ['M2K.PolicyBlocked.only-administrator', 'PermissionDenied'], ['M2K.Install.for-all', 'NotInstalled'], ['M2K.Install.package', 'NotInstalled'],
    ['M2K.PolicyBlocked.constrained-language', 'PermissionDenied'], ['M2K.PolicyBlocked.module-refused', 'PermissionDenied'],
  ]);
  t.deepEqual(refused.filter(({ advice, target }) => advice === '' || target !== 'here'), []);
  t.regex(refused[2]?.message ?? '', /C:\\M/);
  t.like(said['uninstall'], { id: 'M2K.Install.for-all,Uninstall-M2KSync', target: shared });
  t.regex((said['uninstall'] as Refusal).advice, /-RemoveState/);
  t.like(said['install'], { id: 'M2K.Install.windows,Install-M2KSync' }, 'here is no Windows');
});
