// B8: what holds, who said so, and that what policy decides cannot be set.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import type { PolicyValue } from '../../src/engine/config/policy.js';
import { CONNECT, bench } from './cmdlet-bench.js';
import type { Bench } from './cmdlet-bench.js';

const policy = ({ engine }: Bench, ...values: readonly PolicyValue[]): void => { writeFileSync(join(engine.root, 'mailbox.json.policy.json'), JSON.stringify(values)); };

test('B8: options tell their value and where it is from; the managed ones are refused with PermissionDenied', async (t) => {
  const one = await bench(t);
  policy(one, { from: 'machinePolicy', name: 'IntervalMinutes', value: 30 }, { from: 'userPolicy', name: 'CalendarDirection', value: 'toOutlook' }, { from: 'machineDefault', name: 'Language', value: 'zh-TW' },
    { from: 'machinePolicy', name: 'Scopes', value: 'personal, shared' });
  const { said } = await one.run(`
    ${CONNECT}
    Set-M2KSyncOption -Name proxy -Value none
    $said.option = Set-M2KSyncOption LogLevel debug -PassThru
    $said.all = @(Get-M2KSyncOption | Select-Object Name, Value, From, Managed)
    $said.table = Get-M2KSyncOption | Out-String
    $said.managed = Get-Failure { Set-M2KSyncOption IntervalMinutes 5 }
    $said.schedule = Get-Failure { Set-M2KSyncSchedule -IntervalMinutes 5 }
    $said.unknown = Get-Failure { Set-M2KSyncOption Colour blue }
    $said.value = Get-Failure { Set-M2KSyncOption StartOutlook sometimes }
    $said.elsewhere = Get-Failure { Set-M2KSyncOption MailHost other.example }
    $said.only = Get-Failure { Set-M2KSyncOption ReadOnly $true }
    $calendar = Get-M2KSyncCollection | Where-Object Kind -EQ event | Select-Object -First 1
    $said.calendar = $calendar
    $said.direction = Get-Failure { $calendar | Set-M2KSyncCollection -Direction both }
    $said.clash = Get-Failure { $calendar | Set-M2KSyncCollection -Clash newer }
    Set-M2KSyncOption LogLevel -Reset
    $said.reset = Get-M2KSyncOption LogLevel`);
  const all = new Map((said['all'] as readonly { readonly Name: string }[]).map((row) => [row.Name, row]));
  t.like(all.get('IntervalMinutes'), { Value: 30, From: 'machinePolicy', Managed: true });
  t.like(all.get('CalendarDirection'), { Value: 'toOutlook', From: 'userPolicy', Managed: true });
  t.like(all.get('Proxy'), { Value: 'direct', From: 'user', Managed: false });
  t.like(all.get('Language'), { Value: 'zh-TW', From: 'machineDefault', Managed: false });
  t.like(all.get('AtLogOn'), { Value: true, From: 'default', Managed: false });
  t.deepEqual((all.get('Scopes') as unknown as { Value: unknown }).Value, ['personal', 'shared']);
  t.like(said['option'], { Name: 'LogLevel', Value: 'debug', From: 'user' });
  t.regex(String(said['table']), /IntervalMinutes\s+30\s+machinePolicy\s+True/);
  for (const name of ['managed', 'schedule', 'direction']) t.like(said[name], { category: 'PermissionDenied' }, name);
  t.regex((said['managed'] as { id: string }).id, /^M2K\.PolicyBlocked\.managed-option,/);
  t.regex((said['managed'] as { message: string }).message, /IntervalMinutes/);
  t.like(said['only'], { category: 'PermissionDenied' });
  t.like(said['unknown'], { category: 'ObjectNotFound' });
  t.like(said['value'], { category: 'InvalidArgument' });
  t.regex((said['elsewhere'] as { advice: string }).advice, /Connect-M2KSync/);
  t.like(said['calendar'], { Direction: 'toOutlook', DirectionFixed: 'policy' });
  t.is(said['clash'], null, 'what no policy decides can still be chosen');
  t.like(said['reset'], { Value: 'info', From: 'default' });
  t.false(readFileSync(join(one.engine.profile, 'settings.json'), 'utf8').includes('logLevel'));
});

test('B8: policy ReadOnly keeps a run from writing to the server, and Scopes from syncing what it does not name', async (t) => {
  const one = await bench(t);
  await one.run(`${CONNECT}\nStart-M2KSync -Accept FirstRun | Out-Null`);
  policy(one, { from: 'machinePolicy', name: 'ReadOnly', value: 1 });
  const box = one.engine.mailbox(), edited = box.folders.findIndex((folder) => folder.items.length > 0);
  t.true(edited >= 0);
  one.engine.changeMailbox((now) => ({ ...now, folders: now.folders.map((folder, at) => (at === edited ? { ...folder, items: folder.items.slice(1) } : folder)) }));
  const writes = (): number => one.server.log.filter(({ method }) => ['PUT', 'DELETE'].includes(method)).length, before = writes();
  const { said } = await one.run('$said.run = Start-M2KSync | Select-Object ToServer, Failed');
  t.like(said['run'], { ToServer: 0, Failed: 0 });
  t.is(writes(), before);
  policy(one, { from: 'machinePolicy', name: 'Scopes', value: 'group' });
  const none = await one.run('$said.links = @((Start-M2KSync | Out-Null), (Get-M2KSyncStatus).Links)[1].Count');
  t.is(none.said['links'], 0);
});
