// Desk rule 13: what Uninstall-M2KSync -RemoveState has the engine do, over a real PowerShell and the lab's Outlook.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import { ADDRESS, SECRET, connected } from './lab-engine.js';
import { desk } from './wire-desk.js';

/** Every item of the mailbox, and which of our names it bears; hidden items by folder. */
const LOOK = `$seen = @{ items = 0; marked = 0; stamps = 0 }
  $waiting = New-Object System.Collections.Queue; $waiting.Enqueue($outlook.Session.DefaultStore.GetRootFolder())
  while ($waiting.Count -gt 0) { $folder = $waiting.Dequeue(); foreach ($one in $folder.Folders) { $waiting.Enqueue($one) }
    foreach ($item in $folder.Items) { $seen.items++; $own = @('M2KSync', 'M2KSyncMark', 'M2KSyncPicture', 'M2KSyncMeeting', 'M2KSyncUrl') | Where-Object { $null -ne $item.UserProperties.Find($_) }; if (@($own).Count -gt 0) { $seen.marked++ } }
    try { if ($null -ne $folder.GetStorage('M2KSync', 0).UserProperties.Find('M2KSync')) { $seen.stamps++ } } catch { } }
  [Console]::Out.Write((ConvertTo-Json -InputObject $seen -Compress))`;

test('desk 13: every property and hidden item of ours goes from Outlook, with all that is kept; the items stay', async (t) => {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const { folder, command, look } = await desk(t);
  t.timeout(900_000);
  const seen = async (): Promise<{ items: number; marked: number; stamps: number }> => JSON.parse(await look(LOOK.replaceAll('\n', '; ').replaceAll('; ;', ';'))) as { items: number; marked: number; stamps: number };
  t.is((await command(['connect', '--address', ADDRESS, '--host', server.origin], `${SECRET}\n`)).exitCode, 0);
  t.is((await command(['sync', '--accept', 'first-run'])).exitCode, 0);
  // One that the user put into another folder, and one in Deleted Items.
  await look('$c = $outlook.Session.GetDefaultFolder(9); [void]$c.Folders.Item(1).Items.Item(1).Move($c); $outlook.Session.GetDefaultFolder(10).Folders.Item(1).Items.Item(1).Delete()');
  const before = await seen();
  t.true(before.items === 2 && before.marked === 2 && before.stamps > 0, JSON.stringify(before));
  const { last } = await command(['forget-all']);
  t.like(last, { t: 'result', value: { items: before.marked, stamps: before.stamps, left: 0 } });
  t.deepEqual(await seen(), { items: before.items, marked: 0, stamps: 0 });
  t.false(existsSync(join(folder, 'root', 'profiles', 'default')));
  t.false(existsSync(join(folder, 'root', 'policy.json')));
});

test('desk 13: while a run is under way nothing is forgotten', async (t) => {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const engine = await connected(server.origin);
  await engine.request({ command: 'sync' });
  const { takeLock } = await import('../../../src/engine/state/lock.js'), lock = takeLock(engine.profile);
  t.like((await engine.request({ command: 'forget-all' })).last, { t: 'error', code: 'LockHeld', exitCode: 6 });
  lock.release();
  t.true(existsSync(join(engine.profile, 'settings.json')));
  t.like((await engine.request({ command: 'forget-all' })).last, { t: 'result' });
  t.false(existsSync(engine.profile));
});
