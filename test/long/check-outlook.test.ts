// Desk rule 23 as a user runs it: Test-M2KSyncInstallation -Outlook, every case of the side contract, against the lab's Outlook in the data file of its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { casesFor } from '../../src/engine/side/contract/bench.js';
import { sideContract } from '../../src/engine/side/contract/contract.js';
import { bench, quoted } from '../module/cmdlet-bench.js';

test('B9: Test-M2KSyncInstallation -Outlook runs the whole side contract on the user\'s Outlook and touches nothing of the user\'s', async (t) => {
  const one = await bench(t, { outlook: 'lab' }), report = join(one.engine.root, 'report.json');
  const look = () => one.asUser("[Console]::Out.Write((@($outlook.Session.Stores | ForEach-Object { $_.DisplayName }) + @(9, 10 | ForEach-Object { $outlook.Session.GetDefaultFolder($_).Items.Count })) -join ',')");
  await one.asUser("$item = $outlook.Session.GetDefaultFolder(9).Items.Add(); $item.Subject = 'mine'; $item.Save()");
  const before = await look();
  const { said, stderr } = await one.run(`$said.rows = @(Test-M2KSyncInstallation -Outlook -Path ${quoted(report)} | Where-Object { $_.Check -like 'case*' })`);
  t.is(stderr, '');
  const asked = (['event', 'contact'] as const).flatMap((kind) => casesFor(sideContract, { kind, able: ['uidUnique', 'provesGone', 'calls'] }));
  t.log(`${asked.length} cases`);
  t.deepEqual((said['rows'] as readonly { Check: string; Verdict: string; Why: string }[]).map(({ Check, Verdict, Why }) => [Check, Verdict, Why]), [['cases', 'yes', `all ${asked.length} cases hold`]]);
  const written = JSON.parse(readFileSync(report, 'utf8')) as { readonly cases: readonly { readonly kind: string; readonly name: string; readonly ok: boolean }[] };
  t.deepEqual(written.cases.map(({ kind, name, ok }) => [kind, name, ok]), asked.map(({ name }, at) => [at < casesFor(sideContract, { kind: 'event', able: ['uidUnique', 'provesGone', 'calls'] }).length ? 'event' : 'contact', name, true]));
  t.is(await look(), before);
});
