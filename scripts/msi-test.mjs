// npm run test:msi: the MSI of `npm run release` by its tables, then installed, upgraded and removed in a throw-away Windows under Wine; ends with `N passed, N failed`.
// Wine 8 runs no Node 24: what is installed there has Node 22 in its place, and is otherwise the release.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { WINDOWS_NODE, windowsNode } from './desk-build.mjs';
import { openWindows } from './desk-prefix.mjs';
import { needWine } from './desk-wine.mjs';
import { buildMsi } from './msi-build.mjs';
import { ROOT, onPath, setup } from './setup.mjs';
import { sign, signable } from './sign.mjs';
import { avaRun } from './tap.mjs';

const RELEASE = join(ROOT, '.lab', 'release'), { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const began = performance.now(), seconds = () => Math.round((performance.now() - began) / 1000);
const note = (text) => { process.stderr.write(`${text}\n`); };

// What cannot be set up is a failure, never a skip.
let counted = false;
process.on('exit', (code) => { if (code !== 0 && !counted) process.stdout.write('0 passed, 1 failed\n'); });

function must(command, args) {
  const done = spawnSync(onPath(command) ?? command, args, { encoding: 'utf8' });
  if (done.status === 0) return;
  note(`${done.stdout ?? ''}${done.stderr ?? ''}${command} failed.`);
  process.exit(1);
}

/** The release folder as `as` would have it, with the Node that Wine runs. */
function releaseOf(as, folder) {
  cpSync(join(RELEASE, 'M2KSync'), folder, { recursive: true, filter: (path) => !path.endsWith('node.exe') });
  cpSync(windowsNode(), join(folder, 'engine', 'node.exe'));
  for (const name of ['M2KSync.psd1', 'engine/version.txt', 'engine/m2ksync.mjs']) {
    const file = join(folder, name), text = readFileSync(file, 'utf8');
    if (!text.includes(version)) { note(`${name} does not name version ${version}`); process.exit(1); }
    writeFileSync(file, text.replaceAll(version, as));
  }
}

/** A certificate for signing code that nobody but this test trusts: { certificate, passwordFile, authorities }. */
function selfMade(folder) {
  const [key, authorities, certificate, passwordFile] = ['key.pem', 'certificate.pem', 'certificate.pfx', 'password.txt'].map((name) => join(folder, name));
  writeFileSync(passwordFile, 'only-for-this-test\n');
  must('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=M2KSync test', '-days', '2', '-addext', 'extendedKeyUsage=codeSigning', '-keyout', key, '-out', authorities]);
  must('openssl', ['pkcs12', '-export', '-inkey', key, '-in', authorities, '-out', certificate, '-passout', `file:${passwordFile}`]);
  return { certificate, passwordFile, authorities };
}

/** What the tests install: this release, and the next one, signed. */
async function prepared(scratch) {
  const next = version.replace(/\d+$/, (last) => String(Number(last) + 1)), signing = selfMade(scratch);
  const folders = { now: join(scratch, 'now', 'M2KSync'), next: join(scratch, 'next', 'M2KSync') }, msis = { now: join(scratch, 'now.msi'), next: join(scratch, 'next.msi') };
  releaseOf(version, folders.now);
  releaseOf(next, folders.next);
  for (const file of signable(folders.next)) sign(file, signing);
  buildMsi({ folder: folders.now, version, out: msis.now });
  buildMsi({ folder: folders.next, version: next, out: msis.next });
  sign(msis.next, signing);
  const program = join(scratch, 'memory-sync.mjs');
  await build({ entryPoints: [join(ROOT, 'test', 'msi', 'memory-sync.ts')], outfile: program, bundle: true, platform: 'node', target: 'node22', format: 'esm', logLevel: 'warning' });
  const probe = join(scratch, 'probe.exe');
  must('x86_64-w64-mingw32-gcc', ['-std=c11', '-Wall', '-Werror', '-Os', '-s', '-municode', '-mwindows', '-o', probe, join(ROOT, 'test', 'msi', 'probe.c')]);
  return { version, next, folders, msis, program, probe, ...signing, signedOut: join(scratch, 'signed') };
}

const { node } = setup(), wine = needWine(), released = join(RELEASE, `M2KSync-${version}.msi`);
if (!existsSync(released)) { note(`There is no ${released}: npm run release makes it.`); process.exit(1); }
note(`${wine.version}; stand-ins: Windows -> Wine, Node 24 -> Node ${WINDOWS_NODE}`);
const scratch = mkdtempSync(join(tmpdir(), 'm2k-msi-test-'));
let opened;
const close = () => {
  opened?.close();
  rmSync(scratch, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => { close(); process.exit(130); });
try {
  const parts = await prepared(scratch);
  note(`Built what is to be installed: ${seconds()} s`);
  opened = await openWindows(wine);
  const about = join(scratch, 'about.json');
  writeFileSync(about, JSON.stringify({ wine: wine.wine, server: wine.server, prefix: opened.prefix, environment: opened.environment, ...parts, released, releaseFolder: join(RELEASE, 'M2KSync') }));
  note(`A Windows is open: ${seconds()} s`);
  const { passed, failed, notes } = await avaRun(node, ['--serial', 'dist/test/msi/*.test.js'], { cwd: ROOT, env: { M2K_DESK: about, M2K_MSI: about } });
  for (const text of notes) note(`  ${text}`);
  note(`test:msi took ${seconds()} s.`);
  counted = true;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  close();
}
