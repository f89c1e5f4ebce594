// The icon's menu model and what its entries do, in the lab; the shell around them needs a desktop (mission M8, M9).
import { join } from 'node:path';
import test from 'ava';
import { CONNECT, bench } from './cmdlet-bench.js';

interface Entry { readonly Id: string; readonly Text: string; readonly Enabled: boolean; readonly Checked: boolean; readonly Entries: readonly Entry[] }
interface Model { readonly Icon: string; readonly Tip: string; readonly Ends: boolean; readonly Entries: readonly Entry[] }

/** The names of what may be clicked. */
const usable = ({ Entries }: Model): readonly string[] => Entries.filter(({ Enabled, Id }) => Enabled && Id !== '-').map(({ Id }) => Id);
const entry = ({ Entries }: Model, id: string): Entry => Entries.find(({ Id }) => Id === id)!;

test('B12: the icon is coloured, grey, red or blue by what there is to say, and its menu offers what can be done', async (t) => {
  const one = await bench(t);
  const { said, stderr } = await one.run(`
    function Get-Model([hashtable]$With) {
      $state = @{ Failure = ''; Tray = $true; Interval = 15; AtLogOn = $true; Managed = @(); Connected = $true; Running = $false; Paused = $false; Trouble = ''; Holds = 0; Summary = 'In step'; LogFolder = 'x' }
      foreach ($name in $With.Keys) { $state[$name] = $With[$name] }
      & (Get-Module M2KSync) { param($State) ConvertTo-M2KTrayModel -State $State } $state
    }
    $said.well = Get-Model @{}
    $said.again = Get-Model @{}
    $said.running = Get-Model @{ Running = $true; Trouble = 'x' }
    $said.paused = Get-Model @{ Paused = $true }
    $said.trouble = Get-Model @{ Trouble = 'M2K.Unauthorized.rejected'; Paused = $true }
    $said.held = Get-Model @{ Holds = 3 }
    $said.fresh = Get-Model @{ Connected = $false; LogFolder = '' }
    $said.managed = Get-Model @{ Managed = @('IntervalMinutes', 'AtLogOn'); Interval = 30 }
    $said.long = Get-Model @{ Summary = 'x' * 200 }
    $said.gone = Get-Model @{ Failure = 'M2K.EngineMissing,Get-M2KSyncStatus' }
    $said.other = Get-Model @{ Failure = 'M2K.EngineOther,Get-M2KSyncStatus' }
    $said.off = Get-Model @{ Tray = $false }`);
  t.is(stderr, '');
  const model = (name: string): Model => said[name] as Model;
  t.deepEqual(['well', 'running', 'paused', 'trouble', 'held', 'fresh', 'gone'].map((name) => model(name).Icon), ['coloured', 'syncing', 'grey', 'error', 'error', 'grey', 'error']);
  t.deepEqual(model('well'), model('again'));
  t.deepEqual(model('well').Entries.map(({ Id }) => Id), ['sync', 'pause', 'interval', 'logon', '-', 'status', 'log', '-', 'exit']);
  t.deepEqual(usable(model('running')), ['pause', 'interval', 'logon', 'status', 'log', 'exit']);
  t.is(model('paused').Entries[1]?.Id, 'resume');
  t.deepEqual(usable(model('fresh')), ['status', 'exit']);
  t.regex(model('trouble').Tip, /M2K\.Unauthorized\.rejected/);
  t.regex(model('held').Tip, /3/);
  t.is(model('long').Tip.length, 63);
  t.deepEqual(entry(model('well'), 'interval').Entries.filter(({ Checked }) => Checked).map(({ Id }) => Id), ['interval-15']);
  t.deepEqual(entry(model('well'), 'interval').Entries.map(({ Id }) => Number(Id.slice('interval-'.length))), [1, 2, 5, 10, 15, 30, 60, 90]);
  t.true(entry(model('managed'), 'interval').Entries.every(({ Enabled }) => !Enabled));
  t.deepEqual([entry(model('managed'), 'logon').Enabled, entry(model('well'), 'logon').Enabled, entry(model('well'), 'logon').Checked], [false, true, true]);
  t.deepEqual(['well', 'trouble', 'gone', 'other', 'off'].map((name) => model(name).Ends), [false, false, true, true, true]);
});

test('what the menu says is what the engine says, and its entries do what they are called', async (t) => {
  const one = await bench(t);
  const { said, stderr } = await one.run(`
    $inside = { param($Id, $State) if ($Id) { Invoke-M2KTrayAction -Id $Id -State $State -ProfileName 'default' } else { Get-M2KTrayState -ProfileName 'default' -Before $State -WithOptions } }
    function Get-State([hashtable]$Before = @{}) { & (Get-Module M2KSync) $inside '' $Before }
    function Invoke-Entry([string]$Id, [hashtable]$State) { & (Get-Module M2KSync) $inside $Id $State }
    $said.fresh = Get-State
    ${CONNECT}
    Set-M2KSyncOption -Name Tray -Value $false
    $state = Get-State
    $said.connected = $state
    Invoke-Entry 'interval-30' $state
    Invoke-Entry 'logon' $state
    Invoke-Entry 'pause' $state
    $said.paused = Get-State $state
    Invoke-Entry 'resume' $state
    $process = Invoke-Entry 'sync' $state
    $process.WaitForExit()
    $said.code = $process.ExitCode
    $said.synced = Get-State $state`);
  t.is(stderr, '');
  t.like(said['fresh'], { Failure: '', Connected: false, Tray: true, Interval: 15, AtLogOn: true });
  t.like(said['connected'], { Connected: true, Tray: false, Interval: 15, AtLogOn: true, Paused: false, LogFolder: join(one.engine.root, 'profiles', 'default', 'logs') });
  t.like(said['paused'], { Paused: true, Interval: 30, AtLogOn: false });
  t.is(said['code'], 0);
  t.like(said['synced'], { Paused: false, Failure: '', Trouble: '', Running: false });
  t.regex((said['synced'] as { readonly Summary: string }).Summary, /\S/);
});

test('where there is no Windows the icon is refused', async (t) => {
  const one = await bench(t);
  const { said } = await one.run('$said.refused = Get-Failure { Show-M2KSyncTray }');
  t.like(said['refused'], { id: 'M2K.Install.windows,Show-M2KSyncTray' });
});
