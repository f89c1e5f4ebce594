// The engine as it is shipped: one file beside its own, started quickly, with every package's licence.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { VERSION } from '../../src/engine/version.js';

interface Bundler {
  bundleEngine(out: string): Promise<readonly string[]>;
  noticesOf(packages: readonly string[]): string;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'm2k-bundle-')), engine = join(folder, 'm2ksync.mjs');
let packages: readonly string[], notices: string;

test.before(async () => {
  const { bundleEngine, noticesOf } = await import(join(root, 'scripts', 'release-bundle.mjs')) as Bundler;
  packages = await bundleEngine(engine);
  notices = noticesOf(packages);
  cpSync(join(root, 'scheduled-task.xml'), join(folder, 'scheduled-task.xml'));
});

const run = (...args: readonly string[]) => spawnSync(process.execPath, [engine, ...args], { encoding: 'utf8', cwd: tmpdir(), env: { ...process.env, LANG: 'en_US.UTF-8' } });

test.serial('the bundle is one file that needs no node_modules: it tells its version and a status', (t) => {
  t.is(run('--version').stdout.trim(), VERSION);
  const { status, stdout, stderr } = run('status', '--json', '--profile-root', join(folder, 'profiles'));
  t.deepEqual([status, stderr], [0, '']);
  t.like(JSON.parse(stdout.trim().split('\n').at(-1)!), { t: 'result', command: 'status', value: { connected: false } });
});

test.serial('what the task would start is looked for beside the bundle, and its absence is told with what to do', (t) => {
  const { status, stderr } = run('task', '--register', '--profile-root', join(folder, 'profiles'));
  t.is(status, 2);
  // No Windows here: it does not come as far as the launcher.
  t.regex(stderr, /Outlook runs on Windows only|not installed here/);
  t.true(readFileSync(engine, 'utf8').includes('m2ksync-run.exe'));
  t.false(readFileSync(engine, 'utf8').includes(root), 'no path of the build is in it');
});

test.serial('every package in the bundle is in the notices, and what is not used is not in it', (t) => {
  for (const name of ['axios', 'conf', 'saxes', 'ical.js', 'node-powershell', 'vcard4', 'yargs']) t.true(packages.includes(name), name);
  for (const name of packages) t.true(notices.includes(`\n${name} `), name);
  t.regex(notices, /Mozilla Public License|MPL-2\.0/);
  for (const name of ['ava', 'typescript', 'fast-check', 'esbuild', 'fast-xml-parser']) t.false(packages.includes(name), name);
});
