// The engine as it is shipped: one file beside its own, started quickly, with every package's licence.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import test from 'ava';
import type * as Transport from '../../src/engine/dav/transport.js';
import { VERSION } from '../../src/engine/version.js';

interface Bundler {
  bundleEngine(out: string): Promise<readonly string[]>;
  bundleOf(entry: string, out: string): Promise<unknown>;
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

test.serial('nothing of Node is loaded at a start that the engine has no use for', (t) => {
  const watcher = join(folder, 'watcher.mjs');
  writeFileSync(watcher, "process.on('exit', () => { process.stderr.write(process.moduleLoadList.join('\\n')); });");
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', pathToFileURL(watcher).href, engine, '--version'], { encoding: 'utf8', cwd: tmpdir() });
  t.is(stdout.trim(), VERSION);
  t.regex(stderr, /NativeModule http\n/);
  t.notRegex(stderr, /undici/);
});

test.serial('bundled as it is shipped, the transport asks a server', async (t) => {
  const file = join(folder, 'transport.mjs');
  await (await import(join(root, 'scripts', 'release-bundle.mjs')) as Bundler).bundleOf('dav/transport.ts', file);
  const { httpTransport } = await import(pathToFileURL(file).href) as typeof Transport;
  const server = createServer((request, response) => { response.writeHead(207, { etag: '"1"' }); response.end(`${request.method ?? ''} ${request.url ?? ''}`); }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const transport = httpTransport();
  t.like(await transport.send({ method: 'PROPFIND', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/a`, headers: {}, body: '<x/>' }), { status: 207, text: 'PROPFIND /a' });
  transport.close();
  server.close();
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
