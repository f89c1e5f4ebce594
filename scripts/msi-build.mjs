// Builds the MSI of a release folder by Debian's wixl, and mends by msibuild what wixl 0.101 cannot say.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVENT_MESSAGES, msiSource } from './msi-source.mjs';
import { onPath } from './setup.mjs';

/** @throws Error with what the tool said */
function ran(tool, args, cwd) {
  const command = onPath(tool);
  if (command === undefined) throw new Error(`The MSI needs the packages wixl and msitools: apt-get install -y --no-install-recommends wixl msitools (as root).`);
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  // wixl leaves out what it does not know with a warning and exit code 0.
  if (done.status !== 0 || done.stderr !== '') throw new Error(`${tool} ${args.at(-1)}: ${done.stderr || done.error?.message || `exit code ${String(done.status ?? done.signal)}`}`);
  return done.stdout;
}

/**
 * Left by wixl 0.101: a RegistrySearch asks the 32-bit view (2; 16 is the 64-bit one); the product before is removed between InstallValidate and
 * InstallInitialize, where a failure of the new one leaves none (after InstallInitialize Windows Installer puts the old one back); properties of ours are not handed
 * on to the elevated half; an expandable string is stored without its #%.
 */
const MENDED = [
  "UPDATE `RegLocator` SET `Type`=18 WHERE `Signature_`='WindowsBuild'",
  "UPDATE `InstallExecuteSequence` SET `Sequence`=1510 WHERE `Action`='RemoveExistingProducts'",
  "UPDATE `Property` SET `Value`='WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED;WINDOWSBUILD' WHERE `Property`='SecureCustomProperties'",
  `UPDATE \`Registry\` SET \`Value\`='#%${EVENT_MESSAGES}' WHERE \`Name\`='EventMessageFile'`,
];

/** Writes `out`. @throws Error where a tool fails or complains */
export function buildMsi({ folder, version, out }) {
  const scratch = mkdtempSync(join(tmpdir(), 'm2k-msi-')), source = join(scratch, 'm2ksync.wxs');
  try {
    writeFileSync(source, msiSource({ folder, version }));
    rmSync(out, { force: true });
    ran('wixl', ['-a', 'x64', '-o', out, source], folder);
    ran('msibuild', [out, ...MENDED.flatMap((query) => ['-q', query])]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The rows of a table, by its column names. */
export function tableOf(msi, table) {
  const [columns = '', , , ...rows] = ran('msiinfo', ['export', msi, table]).replaceAll('\r', '').split('\n');
  const names = columns.split('\t');
  return rows.filter((row) => row !== '').map((row) => Object.fromEntries(row.split('\t').map((cell, at) => [names[at], cell])));
}
