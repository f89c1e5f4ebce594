// The MSI that `npm run release` made, by its tables: what Windows Installer will do with it (desk-rules.md 11, 13, 16).
import { statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { placed, readAbout, tableOf } from './about.js';

const { released, releaseFolder, version, next, msis } = readAbout();
const rows = (table: string) => tableOf(released, table);
const property = (msi: string, name: string): string | undefined => tableOf(msi, 'Property').find((row) => row['Property'] === name)?.['Value'];
const sequence = (action: string): number => Number(rows('InstallExecuteSequence').find((row) => row['Action'] === action)?.['Sequence']);
const files = placed(releaseFolder);

test('it is for the computer, restarts nothing, ends no running program, and has the release\'s version', (t) => {
  t.deepEqual(['ALLUSERS', 'ProductVersion', 'REBOOT', 'MSIRESTARTMANAGERCONTROL'].map((name) => property(released, name)), ['1', version, 'ReallySuppress', 'DisableShutdown']);
});

test('desk 13: engine, Node and launcher lie where no version is in the path, the scripts in the module folder that both PowerShells read', (t) => {
  const folders = new Map(rows('Directory').map((row) => [row['Directory'], row] as const));
  const pathOf = (id: string | undefined): string => {
    const row = folders.get(id);
    return row === undefined || row['Directory'] === 'ProgramFiles64Folder' ? row?.['Directory'] ?? `?${String(id)}` : `${pathOf(row['Directory_Parent'])}/${String(row['DefaultDir'])}`;
  };
  const components = new Map(rows('Component').map((row) => [row['Component'], row] as const));
  const there = rows('File').map((row) => `${pathOf(components.get(row['Component_'])?.['Directory_'])}/${String(row['FileName'])}`);
  t.is(there.length, files.length);
  for (const path of ['M2KSync/node.exe', 'M2KSync/m2ksync.mjs', 'M2KSync/m2ksync-run.exe', 'M2KSync/host/Host.psm1', 'M2KSync/M2KSync.cmd', 'M2KSync/NOTICES.txt', 'M2KSync/admx/M2KSync.admx', `WindowsPowerShell/Modules/M2KSync/${version}/M2KSync.psd1`, `WindowsPowerShell/Modules/M2KSync/${version}/src/module/public/Start-M2KSync.ps1`]) t.true(there.includes(`ProgramFiles64Folder/${path}`), path);
  t.false(there.some((path) => path.endsWith('install.cmd')), 'that is for who has no administrator');
});

test('every file is in it as it is in the release, each a component of its own, with the 64-bit view', (t) => {
  const sizes = new Map(rows('File').map((row) => [row['File'], Number(row['FileSize'])] as const));
  t.deepEqual(files.filter(({ id, source }) => sizes.get(id) !== statSync(join(releaseFolder, source)).size), []);
  const components = rows('Component'), ids = new Set(components.map((row) => row['ComponentId']));
  t.is(ids.size, components.length);
  t.deepEqual(components.filter((row) => (Number(row['Attributes']) & 256) === 0), []);
  t.is(components.length, files.length + 2);
});

test('desk 11: one Run entry for every user, the source of events, and nothing else in the registry', (t) => {
  t.deepEqual(rows('Registry').map(({ Root, Key, Name, Value }) => [Root, Key, Name, Value]).sort(), [
    ['2', 'SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\M2KSync', 'EventMessageFile', '#%%SystemRoot%\\Microsoft.NET\\Framework64\\v4.0.30319\\EventLogMessages.dll'],
    ['2', 'SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\M2KSync', 'TypesSupported', '#7'],
    ['2', 'Software\\Microsoft\\Windows\\CurrentVersion\\Run', 'M2KSync', '"[INSTALLDIR]m2ksync-run.exe" logon'],
  ]);
});

test('desk 14: the Start menu opens M2KSync.cmd, without a repair that would ask for an administrator', (t) => {
  const cmd = files.find(({ source }) => source === 'M2KSync.cmd');
  t.deepEqual(rows('Shortcut').map(({ Directory_, Name, Target }) => [Directory_, Name, Target]), [['ProgramMenuFolder', 'M2KSync', `[#${String(cmd?.id)}]`]]);
});

test('desk 16: refused before Windows 10 1809, by the build in the 64-bit view', (t) => {
  t.deepEqual(rows('LaunchCondition').map((row) => row['Condition']).sort(), ['Installed OR (VersionNT64 AND WINDOWSBUILD >= 17763)', 'NOT WIX_DOWNGRADE_DETECTED']);
  t.like(rows('RegLocator')[0], { Root: '2', Key: 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', Name: 'CurrentBuildNumber', Type: '18' });
  t.true(sequence('AppSearch') < sequence('LaunchConditions'));
  t.regex(property(released, 'SecureCustomProperties') ?? '', /(^|;)WINDOWSBUILD(;|$)/u);
});

test('an upgrade takes the old product away inside its own transaction; a newer one is only noticed', (t) => {
  const upgrade = rows('Upgrade').map((row) => [row['ActionProperty'], row['VersionMin'], row['VersionMax'], (Number(row['Attributes']) & 2) !== 0]);
  t.deepEqual(upgrade.sort(), [['WIX_DOWNGRADE_DETECTED', version, '', true], ['WIX_UPGRADE_DETECTED', '', version, false]]);
  t.true(sequence('InstallInitialize') < sequence('RemoveExistingProducts') && sequence('RemoveExistingProducts') < sequence('ProcessComponents'));
  t.is(property(msis.now, 'UpgradeCode'), property(msis.next, 'UpgradeCode'));
  t.is(property(released, 'ProductCode'), property(msis.now, 'ProductCode'), 'the same version twice is no second product');
  t.not(property(msis.now, 'ProductCode'), property(msis.next, 'ProductCode'));
});

test('a file that stays where it is stays the same component in the next release', (t) => {
  const of = (msi: string) => new Map(tableOf(msi, 'Component').map((row) => [row['Component'], row['ComponentId']] as const));
  const now = of(msis.now), later = of(msis.next);
  for (const { root, id, source } of files) t.is(now.get(id) === later.get(id), root === 'INSTALLDIR', source);
});

test('desk 13: uninstalling takes every user\'s task, before the engine goes, as the system; an upgrade takes none, and no failure keeps it from going on', (t) => {
  const launcher = files.find(({ source }) => source === 'engine/m2ksync-run.exe');
  // 18: a program of ours; 64: whatever its exit code; 1024: deferred; 2048: not as the user.
  t.deepEqual(rows('CustomAction').map(({ Action, Type, Source, Target }) => [Action, Type, Source, Target]), [['TakeTasks', String(18 + 64 + 1024 + 2048), launcher?.id, 'task --unregister --all']]);
  t.is(rows('InstallExecuteSequence').find((row) => row['Action'] === 'TakeTasks')?.['Condition'], 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE');
  t.true(sequence('InstallInitialize') < sequence('TakeTasks') && sequence('TakeTasks') < sequence('RemoveFiles'));
  t.true(next > version);
});
