// Every mutant of the sync core is noticed by the core's own tests or by the laws.
import test from 'ava';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MUTANTS } from './mutants.js';
import type { Mutant } from './mutants.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ENGINE = 'dist/src/engine', TESTED = [ENGINE, 'dist/test/engine/sync', 'dist/test/engine/state', 'dist/test/laws', 'dist/test/support'];
/** The laws by themselves would do; the tests are quicker. */
const SUITES = { tests: ['engine/sync', 'engine/state'], laws: ['laws'] } as const;
const CASES = '400', SEEDS = ['1', '2'];
const CONFIG = 'export default { files: [\'dist/test/{tests,laws}.test.js\'], workerThreads: false, timeout: \'5m\' };\n';

/** A copy of what is tested, that mutants are made of one after the other. Each suite is one file, and so one process. */
function bench(): string {
  const place = mkdtempSync(join(tmpdir(), 'm2k-mutants-'));
  for (const folder of TESTED) cpSync(join(ROOT, folder), join(place, folder), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'));
  writeFileSync(join(place, 'package.json'), '{"type":"module"}');
  writeFileSync(join(place, 'ava.config.mjs'), CONFIG);
  for (const [suite, folders] of Object.entries(SUITES)) {
    const files = folders.flatMap((folder) => readdirSync(join(place, 'dist/test', folder)).filter((file) => (folder === 'laws' ? /^sync.*\.test\.js$/ : /\.test\.js$/).test(file)).map((file) => `${folder}/${file}`));
    writeFileSync(join(place, `dist/test/${suite}.test.js`), files.map((file) => `import './${file}';\n`).join(''));
  }
  return place;
}

/** The first test that failed; '' when all passed. */
function firstFailure(place: string, suite: keyof typeof SUITES, seed: string): Promise<string> {
  const child = spawn(process.execPath, ['node_modules/ava/entrypoints/cli.js', '--tap', '--fail-fast', `dist/test/${suite}.test.js`], {
    cwd: place, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, M2K_LAW_CASES: CASES, M2K_LAW_SEED: seed, M2K_LAW_SHRINK: 'no', NO_COLOR: '1' },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { output += text; });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      const failed = /^not ok \d+ - (.*)$/m.exec(output)?.[1];
      if (code !== 0 && failed === undefined) reject(new Error(`no test failed, and yet: ${output.slice(-500)}`));
      else resolve(code === 0 ? '' : failed ?? '');
    });
  });
}

async function whatNotices(place: string): Promise<string> {
  const noticed = await firstFailure(place, 'tests', '1');
  if (noticed !== '') return noticed;
  for (const seed of SEEDS) {
    const broken = await firstFailure(place, 'laws', seed);
    if (broken !== '') return broken;
  }
  return '';
}

async function killer(place: string, { file, from, to }: Mutant): Promise<string> {
  const path = join(place, ENGINE, file), text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} has ${text.split(from).length - 1} times: ${from}`);
  writeFileSync(path, text.replace(from, () => to));
  try {
    return await whatNotices(place);
  } finally {
    writeFileSync(path, text);
  }
}

// As many benches as processors; whoever has none waits.
const all: string[] = [], free: string[] = [], waiting: ((place: string) => void)[] = [];
const give = (place: string): void => { const next = waiting.shift(); if (next === undefined) free.push(place); else next(place); };
const take = (): Promise<string> => new Promise((resolve) => { const place = free.pop(); if (place === undefined) waiting.push(resolve); else resolve(place); });

test.before(() => {
  for (let count = 0; count < availableParallelism(); count += 1) { const place = bench(); all.push(place); give(place); }
});
test.after.always(() => { for (const place of all) rmSync(place, { recursive: true, force: true }); });

test('without a mutant all pass', async (t) => {
  const place = await take();
  t.timeout(10 * 60_000);
  t.is(await whatNotices(place), '');
  give(place);
});

for (const mutant of MUTANTS) {
  test(`noticed: ${mutant.name} (${mutant.file})`, async (t) => {
    const place = await take();
    t.timeout(10 * 60_000);
    try {
      const noticed = await killer(place, mutant);
      t.log(noticed || 'by nothing');
      t.not(noticed, '');
    } finally {
      give(place);
    }
  });
}
