// npm test, test:servers, test:chain, check:long: makes the clone ready, runs AVA on the compiled tests, and ends with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { byNeed } from './needs-shell.mjs';
import { ROOT, setup } from './setup.mjs';
import { countTap, namesSecret } from './tap.mjs';

const SUITES = {
  default: { files: [], config: 'ava.config.mjs', env: {} },
  servers: { files: ['dist/test/servers/**/*.test.js'], config: 'scripts/ava.all.mjs', env: {} },
  chain: { files: ['dist/test/long/chain-*.test.js', 'dist/test/long/undo-series.test.js'], config: 'scripts/ava.all.mjs', env: {} },
  long: { files: ['dist/test/laws/**/*.test.js', 'dist/test/long/**/*.test.js'], config: 'scripts/ava.all.mjs', env: { M2K_LAW_CASES: '50000' } },
};

const [wanted = 'default', ...more] = process.argv.slice(2);
const suite = SUITES[wanted] ?? { ...SUITES.default, files: [wanted, ...more] };
const { node, shell } = setup();
// Packages are there from here on.
const { bundled } = await import('./bundle.mjs'), engine = await bundled(join(ROOT, 'dist/lab/engine/m2ksync-lab.js'));
process.stderr.write(shell === null ? 'PowerShell: none\n' : `PowerShell: ${shell}\n`);

// Without a PowerShell all that needs none still runs; each file that is left out counts as one skipped.
const { without, needing } = shell === null && wanted === 'default' ? byNeed() : { without: suite.files, needing: [] };
if (needing.length > 0) process.stderr.write(`Left out, for want of a PowerShell: ${needing.length} test files.\n`);
// Two hundred test files and the engines that they start load the same modules: compiled once, they take an eighth less of the processor (2026-11-30).
const compiled = join(ROOT, 'node_modules/.cache/m2ksync-compiled');
const args = ['node_modules/ava/entrypoints/cli.js', '--config', suite.config, '--tap', ...without];
const child = spawn(node, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1', NODE_COMPILE_CACHE: compiled, M2K_LAB_ENGINE: engine, ...suite.env, ...(shell === null ? {} : { M2K_TEST_SHELL: shell }) } });
let complaints = '';
child.stderr.setEncoding('utf8').on('data', (text) => { complaints += text; process.stderr.write(text); });
const ended = new Promise((resolve) => { child.on('exit', (code) => { resolve(code ?? 1); }); });
const { passed, failed, skipped: inside, notes } = await countTap(child.stdout, (line) => { process.stdout.write(`${line}\n`); });
// What was let fail, and what came of it.
for (const note of notes) if (/^\d+ (runs|of \d+ points)/.test(note)) process.stdout.write(`${note}\n`);
const code = await ended;
const skipped = inside + needing.length;
// A test file that died, or ran nothing, is a failure although no test says so.
const leaked = namesSecret(complaints), dead = (code !== 0 && failed === 0 ? 1 : 0) + (leaked ? 1 : 0);
if (leaked) process.stdout.write('not ok - a password of the lab is in what the suite wrote to standard error\n');
process.stdout.write(`${passed} passed, ${failed + dead} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed + dead > 0 || passed === 0 ? 1 : 0;
