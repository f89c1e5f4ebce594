// npm run test:desk: the tests of test/desk on a fresh Windows desk, one file after the other; ends with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { withDesk } from './desk-session.mjs';
import { ROOT } from './setup.mjs';
import { countTap } from './tap.mjs';

const files = process.argv.length > 2 ? process.argv.slice(2) : ['dist/test/desk/**/*.test.js'];
const began = performance.now();
const { passed, failed, code } = await withDesk(async ({ file, linuxNode }) => {
  const args = ['node_modules/ava/entrypoints/cli.js', '--config', 'scripts/ava.all.mjs', '--concurrency', '1', '--tap', ...files];
  const child = spawn(linuxNode, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NO_COLOR: '1', M2K_DESK: file } });
  const ended = new Promise((resolve) => { child.on('exit', (status) => { resolve(status ?? 1); }); });
  const counts = await countTap(child.stdout, (line) => { process.stdout.write(`${line}\n`); });
  return { ...counts, code: await ended };
});
// A test file that died, or ran nothing, is a failure although no test says so.
const dead = (code !== 0 && failed === 0) || passed === 0 ? 1 : 0;
process.stderr.write(`The desk took ${Math.round((performance.now() - began) / 1000)} s.\n`);
process.stdout.write(`${passed} passed, ${failed + dead} failed\n`);
process.exitCode = failed + dead > 0 ? 1 : 0;
