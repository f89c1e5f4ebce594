// What the MSI is made of, as wixl reads it: the release folder, one component a file, and what an administrator's installation adds to it.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Never changed: by it Windows Installer knows an upgrade from another program. */
export const UPGRADE_CODE = '7B1D3C52-3A0E-4E0B-9C55-52B0B6C2E5A1';
/** Uninstalling takes every user's task along (desk-rules.md 13); an upgrade does not. */
export const TAKE_TASKS = { action: 'TakeTasks', command: 'task --unregister --all', when: 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE' };
/** Windows' own file, in which an event's text is its first string (powershell-and-deployment 8.2). */
export const EVENT_MESSAGES = '%SystemRoot%\\Microsoft.NET\\Framework64\\v4.0.30319\\EventLogMessages.dll';
/** Windows 10 1809 (desk-rules.md 16). VersionNT stays 603 for old packages, so the build is read from the registry. */
const LEAST_BUILD = 17763;

/** RFC 9562 version 5, under the upgrade code: the same name is the same component in every release. */
export function guid(name) {
  const bytes = createHash('sha1').update(Buffer.from(UPGRADE_CODE.replaceAll('-', ''), 'hex')).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').toUpperCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const idOf = (kind, name) => `${kind}_${createHash('sha1').update(name).digest('hex').slice(0, 16)}`;
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function* filesIn(folder, under = '') {
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) yield* filesIn(folder, path);
    else yield path;
  }
}

/** Only for who has no administrator: Install-M2KSync. */
const NOT_SHIPPED = new Set(['install.cmd']);
/** The engine where no version is in the path (desk-rules.md 13); the scripts where both Windows PowerShell and PowerShell look for modules of all users. */
const placeOf = (path) => {
  if (path.startsWith('engine/')) return { root: 'INSTALLDIR', path: path.slice('engine/'.length) };
  if (/^(M2KSync\.ps[dm]1$|en-US\/|zh-TW\/|src\/)/.test(path)) return { root: 'MODULEDIR', path };
  return { root: 'INSTALLDIR', path };
};

/** Where each file of the release folder goes: [{ source, root, path, id }]. @throws Error for a name that wixl stores as nothing */
export function placed(folder) {
  const files = [...filesIn(folder)].filter((path) => !NOT_SHIPPED.has(path)).map((source) => ({ source, ...placeOf(source), id: idOf('f', source) }));
  const foreign = files.find(({ source }) => /[^ -~]/.test(source));
  if (foreign !== undefined) throw new Error(`wixl 0.101 takes file names of ASCII only: ${foreign.source}`);
  return files;
}

/** Nested Directory elements with the components of `files`, whose paths are relative to `root`. */
function tree(files, { root, version }) {
  const lines = (prefix) => {
    const here = files.filter(({ path }) => path.startsWith(prefix)), names = new Set(here.map(({ path }) => path.slice(prefix.length)).filter((rest) => rest.includes('/')).map((rest) => rest.split('/')[0]));
    const components = here.filter(({ path }) => !path.slice(prefix.length).includes('/')).map((file) => {
      const stable = root === 'MODULEDIR' ? `${version}/${file.path}` : file.path, name = file.path.slice(prefix.length);
      // Not advertised: a shortcut that repairs would ask an office worker for an administrator.
      const shortcut = file.source === 'M2KSync.cmd' ? `<Shortcut Id="StartMenu" Directory="ProgramMenuFolder" Name="M2KSync" Target="[#${file.id}]" WorkingDirectory="INSTALLDIR" />` : '';
      return `<Component Id="${file.id}" Guid="${guid(`${root}/${stable}`)}" Win64="yes"><File Id="${file.id}" Name="${escaped(name)}" Source="${escaped(file.source)}" KeyPath="yes" />${shortcut}</Component>`;
    });
    return [...components, ...[...names].map((name) => `<Directory Id="${idOf('d', `${root}/${prefix}${name}`)}" Name="${escaped(name)}">${lines(`${prefix}${name}/`)}</Directory>`)].join('\n');
  };
  return lines('');
}

const value = (key, { name, type, data }) => `<RegistryValue Root="HKLM" Key="${escaped(key)}" Name="${name}" Type="${type}" Value="${escaped(data)}"`;
const RUN = 'Software\\Microsoft\\Windows\\CurrentVersion\\Run', SOURCE = 'SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\M2KSync';

/** The text for wixl, which is run in the release folder. @param version three numbers; a version has one product code, so that installing it twice is no second product */
export function msiSource({ folder, version }) {
  const files = placed(folder), of = (root) => files.filter((file) => file.root === root);
  const launcher = files.find(({ source }) => source === 'engine/m2ksync-run.exe');
  return `<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
<Product Id="${guid(`product ${version}`)}" Name="M2KSync" UpgradeCode="${UPGRADE_CODE}" Language="1033" Version="${version}" Manufacturer="M2KSync">
<Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine" Description="M2KSync ${version}" Comments="Keeps Mail2000 and classic Outlook in step" />
<MajorUpgrade DowngradeErrorMessage="A newer M2KSync is installed. Uninstall it first to go back to this one." />
<Media Id="1" Cabinet="m2ksync.cab" EmbedCab="yes" />
<Property Id="WINDOWSBUILD"><RegistrySearch Id="WindowsBuild" Root="HKLM" Key="SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion" Name="CurrentBuildNumber" Type="raw" /></Property>
<Condition Message="M2KSync needs 64-bit Windows 10 1809 or later, or Windows 11.">Installed OR (VersionNT64 AND WINDOWSBUILD &gt;= ${LEAST_BUILD})</Condition>
<Property Id="REBOOT" Value="ReallySuppress" />
<Property Id="MSIRESTARTMANAGERCONTROL" Value="DisableShutdown" />
<Property Id="ARPNOMODIFY" Value="1" />
<Directory Id="TARGETDIR" Name="SourceDir">
<Directory Id="ProgramMenuFolder" />
<Directory Id="ProgramFiles64Folder">
<Directory Id="INSTALLDIR" Name="M2KSync">
${tree(of('INSTALLDIR'), { root: 'INSTALLDIR', version })}
<Component Id="RunEntry" Guid="${guid('run entry')}" Win64="yes">${value(RUN, { name: 'M2KSync', type: 'string', data: '"[INSTALLDIR]m2ksync-run.exe" logon' })} KeyPath="yes" /></Component>
<Component Id="EventSource" Guid="${guid('event source')}" Win64="yes">${value(SOURCE, { name: 'EventMessageFile', type: 'string', data: EVENT_MESSAGES })} KeyPath="yes" />${value(SOURCE, { name: 'TypesSupported', type: 'integer', data: '7' })} /></Component>
</Directory>
<Directory Id="WindowsPowerShellFolder" Name="WindowsPowerShell"><Directory Id="ModulesFolder" Name="Modules"><Directory Id="ModuleFolder" Name="M2KSync"><Directory Id="MODULEDIR" Name="${version}">
${tree(of('MODULEDIR'), { root: 'MODULEDIR', version })}
</Directory></Directory></Directory></Directory>
</Directory>
</Directory>
<Feature Id="Main" Title="M2KSync" Level="1" Absent="disallow">
${[...files.map(({ id }) => id), 'RunEntry', 'EventSource'].map((id) => `<ComponentRef Id="${id}" />`).join('\n')}
</Feature>
<CustomAction Id="${TAKE_TASKS.action}" FileKey="${launcher.id}" ExeCommand="${TAKE_TASKS.command}" Execute="deferred" Impersonate="no" Return="ignore" />
<InstallExecuteSequence><Custom Action="${TAKE_TASKS.action}" Sequence="1700">${escaped(TAKE_TASKS.when)}</Custom></InstallExecuteSequence>
</Product>
</Wix>
`;
}
