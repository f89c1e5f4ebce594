// Uninstall-M2KSync from the cmdlet down to Outlook's items and the scheduler, in the lab (desk-rules.md 13).
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { CONNECT, bench, quoted } from './cmdlet-bench.js';
import type { Bench } from './cmdlet-bench.js';

interface Seen { readonly items: number; readonly marked: number }

/** Items of all folders of the mailbox, and how many bear a property of ours. */
const seen = async ({ asUser }: Pick<Bench, 'asUser'>): Promise<Seen> => JSON.parse(await asUser(`$seen = @{ items = 0; marked = 0 }
  $waiting = New-Object System.Collections.Queue; $waiting.Enqueue($outlook.Session.DefaultStore.GetRootFolder())
  while ($waiting.Count -gt 0) { $folder = $waiting.Dequeue(); foreach ($one in $folder.Folders) { $waiting.Enqueue($one) }
    foreach ($item in $folder.Items) { $seen.items++; if (@(@('M2KSync', 'M2KSyncMark') | Where-Object { $null -ne $item.UserProperties.Find($_) }).Count -gt 0) { $seen.marked++ } } }
  [Console]::Out.Write((ConvertTo-Json -InputObject $seen -Compress))`)) as Seen;

/** Where an installation without administrator lies: a home of the test's own, so that nothing of the machine is touched. */
const at = ({ engine }: Bench, ...path: readonly string[]): string => join(engine.root, 'home', ...path);
const home = (one: Bench): string => `$env:HOME = ${quoted(at(one))}; $env:XDG_DATA_HOME = ${quoted(at(one, 'data'))}; $env:XDG_CONFIG_HOME = ${quoted(at(one, 'config'))}`;

function lay(place: { readonly Engine: string; readonly Modules: readonly string[] }): void {
  for (const folder of [place.Engine, ...place.Modules]) {
    mkdirSync(join(folder, '0.1.0'), { recursive: true });
    writeFileSync(join(folder, '0.1.0', 'file.txt'), '');
  }
}

test('M16: Uninstall-M2KSync leaves what is kept; with -RemoveState state, secret, task and every mark go, the items stay, and -WhatIf does nothing', async (t) => {
  const one = await bench(t, { outlook: 'lab' }), profile = join(one.engine.root, 'profiles', 'default'), tasks = join(one.engine.root, 'mailbox.mbx.tasks', 'M2KSync');
  const { said, stderr } = await one.run(`${home(one)}
    ${CONNECT}
    Start-M2KSync -Accept FirstRun | Out-Null
    Register-M2KSyncTask
    $said.place = & (Get-Module M2KSync) { Get-M2KPlace -Version '0.1.0' }`);
  t.is(stderr, '');
  const place = said['place'] as { readonly Engine: string; readonly Modules: readonly string[] };
  t.true([place.Engine, ...place.Modules].every((folder) => folder.startsWith(at(one))), JSON.stringify(place));
  lay(place);
  const before = await seen(one);
  t.true(before.items > 0 && before.marked === before.items, JSON.stringify(before));

  t.is((await one.run(`${home(one)}; Uninstall-M2KSync -RemoveState -WhatIf`)).stderr, '');
  t.deepEqual([await seen(one), existsSync(profile), existsSync(place.Engine), readdirSync(tasks).length], [before, true, true, 1]);

  t.is((await one.run(`${home(one)}; Uninstall-M2KSync -Confirm:$false`)).stderr, '');
  t.deepEqual([await seen(one), existsSync(join(profile, 'settings.json')), existsSync(join(profile, 'credentials', 'server.secret'))], [before, true, true]);
  t.deepEqual([place.Engine, ...place.Modules].filter((folder) => existsSync(folder)), []);
  t.false(existsSync(tasks) && readdirSync(tasks).length > 0, 'the task goes in either case');

  lay(place);
  const gone = await one.run(`${home(one)}; Uninstall-M2KSync -RemoveState -Confirm:$false; $said.status = Get-M2KSyncStatus`);
  t.is(gone.stderr, '');
  t.deepEqual(await seen(one), { items: before.items, marked: 0 });
  t.false(existsSync(join(profile, 'settings.json')));
  t.false(existsSync(join(profile, 'credentials', 'server.secret')));
  t.deepEqual([place.Engine, ...place.Modules].filter((folder) => existsSync(folder)), []);
  t.like(gone.said['status'], { Connected: false, LastRun: null });
});
