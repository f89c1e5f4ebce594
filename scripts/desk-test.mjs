// npm run test:desk: the tests of test/desk on fresh Windows desks, two at a time, for one desk keeps one core busy; ends with `N passed, N failed`.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deskParts, withDesk } from './desk-session.mjs';
import { ROOT } from './setup.mjs';
import { avaRun } from './tap.mjs';

const FOLDER = 'dist/test/desk';
/** These run on the first desk, all others on the second: about the same seconds each. Every file expects no other on its desk. */
const FIRST = ['behaviour.test.js', 'transport.test.js', 'contract.test.js', 'tour.test.js', 'places.test.js', 'release.test.js'];
const seconds = (since) => Math.round((performance.now() - since) / 1000);

async function tested(desk, test) {
  const began = performance.now();
  const { passed, failed, notes } = await avaRun(desk.linuxNode, [test], { cwd: ROOT, env: { M2K_DESK: desk.file } });
  process.stderr.write(`${basename(test)}: ${passed} passed, ${failed} failed, ${seconds(began)} s\n${notes.map((note) => `  ${note}\n`).join('')}`);
  return { passed, failed };
}

const stream = (parts, files) => withDesk(async (desk) => {
  const counts = [];
  for (const file of files) counts.push(await tested(desk, file));
  return counts;
}, parts);

const began = performance.now();
// A desk that cannot be set up (no Wine, no .NET, no network) is a failure, never a skip.
let counted = false;
process.on('exit', (code) => { if (code !== 0 && !counted) process.stdout.write('0 passed, 1 failed\n'); });
const parts = await deskParts();
process.stderr.write(`Built, or found built, in ${seconds(began)} s.\n`);
const named = process.argv.slice(2), all = readdirSync(join(ROOT, FOLDER)).filter((name) => name.endsWith('.test.js')).map((name) => join(FOLDER, name));
const missing = named.filter((file) => !existsSync(join(ROOT, file)));
if (missing.length > 0) process.stderr.write(`There is no ${missing.join(', ')}.\n`);
const first = (file) => FIRST.includes(basename(file));
const streams = named.length > 0 ? [named.filter((file) => !missing.includes(file))] : [all.filter(first), all.filter((file) => !first(file))];
const counts = (await Promise.all(streams.map((files) => stream(parts, files)))).flat();
const sum = (which) => counts.reduce((total, one) => total + one[which], 0);
const failed = sum('failed') + missing.length + (counts.length === 0 ? 1 : 0);
process.stderr.write(`The desk took ${seconds(began)} s.\n`);
counted = true;
process.stdout.write(`${sum('passed')} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
