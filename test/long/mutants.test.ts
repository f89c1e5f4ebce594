// Every mutant of the sync core is noticed by the laws or by the core's own tests (reference for the list: mutants.ts).
import test from 'ava';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MUTANTS } from './mutants.js';
import type { Mutant } from './mutants.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ENGINE = 'dist/src/engine', TESTED = [ENGINE, 'dist/test/engine/sync', 'dist/test/engine/state', 'dist/test/laws', 'dist/test/support'];
const SYNC_TESTS = ['dist/test/engine/sync/*.test.js', 'dist/test/engine/state/*.test.js', 'dist/test/laws/sync*.laws.test.js'];
const CASES = '400', SEEDS = ['1', '2'];

/** A copy of what is tested, that mutants are made of one after the other. */
function bench(): string {
  const place = mkdtempSync(join(tmpdir(), 'm2k-mutants-'));
  for (const folder of TESTED) cpSync(join(ROOT, folder), join(place, folder), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'));
  writeFileSync(join(place, 'package.json'), '{"type":"module"}');
  writeFileSync(join(place, 'ava.config.mjs'), 'export default { files: [\'dist/test/**/*.test.js\'], workerThreads: false, timeout: \'2m\' };');
  return place;
}

/** The first test that failed; '' when all passed. */
function firstFailure(place: string, seed: string): Promise<string> {
  const child = spawn(process.execPath, ['node_modules/ava/entrypoints/cli.js', '--tap', '--fail-fast', '--concurrency', '1', ...SYNC_TESTS], {
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

async function killer(place: string, { file, from, to }: Mutant): Promise<string> {
  const path = join(place, ENGINE, file), text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} has ${text.split(from).length - 1} times: ${from}`);
  writeFileSync(path, text.replace(from, () => to));
  try {
    for (const seed of SEEDS) {
      const failure = await firstFailure(place, seed);
      if (failure !== '') return failure;
    }
    return '';
  } finally {
    writeFileSync(path, text);
  }
}

test('every mutant of the sync core is noticed', async (t) => {
  t.timeout(20 * 60_000);
  const only = process.env['M2K_MUTANTS'], left = MUTANTS.filter(({ name }) => only === undefined || name.includes(only)), alive: string[] = [];
  t.true(MUTANTS.length >= 35);
  const work = async (): Promise<void> => {
    const place = bench();
    try {
      for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
        const noticed = await killer(place, mutant).catch((error: unknown) => { alive.push(String(error)); return 'not made'; });
        if (noticed === '') alive.push(`${mutant.file}: ${mutant.name}`);
        t.log(`${mutant.name}: ${noticed || 'LIVES'}`);
      }
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  t.deepEqual(alive, []);
});

test('the tests that notice mutants pass without one', async (t) => {
  t.timeout(5 * 60_000);
  const place = bench();
  t.teardown(() => { rmSync(place, { recursive: true, force: true }); });
  for (const seed of SEEDS) t.is(await firstFailure(place, seed), '');
});
