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
/** What is asked, until something notices: the tests are quicker than the laws, and few cases notice most. */
const SUITES = { tests: ['engine/sync', 'engine/state'], laws: ['laws'] } as const;
interface Asked { readonly suite: keyof typeof SUITES; readonly cases: string; readonly seed: string }
const ASKED: readonly Asked[] = [
  { suite: 'tests', cases: '50', seed: '1' }, { suite: 'laws', cases: '40', seed: '1' }, { suite: 'laws', cases: '400', seed: '2' }, { suite: 'laws', cases: '400', seed: '3' },
];
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

interface Told { readonly code: number | null; readonly passed: ReadonlySet<string>; readonly failed: readonly string[]; readonly output: string }

/** The titles that passed and failed until the first failure. */
function told(place: string, { suite, cases, seed }: Asked): Promise<Told> {
  const child = spawn(process.execPath, ['node_modules/ava/entrypoints/cli.js', '--tap', '--fail-fast', `dist/test/${suite}.test.js`], {
    cwd: place, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, M2K_LAW_CASES: cases, M2K_LAW_SEED: seed, M2K_LAW_SHRINK: 'no', NO_COLOR: '1' },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { output += text; });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const titles = (mark: string): string[] => [...output.matchAll(new RegExp(`^${mark} \\d+ - (.*)$`, 'gm'))].map(([, title = '']) => title);
      resolve({ code, passed: new Set(titles('ok')), failed: titles('not ok'), output });
    });
  });
}

/** The titles of everything that passes while nothing is wrong. @throws when something does not */
async function sound(place: string): Promise<ReadonlySet<string>> {
  const titles = new Set<string>();
  for (const asked of ASKED) {
    const { code, passed, output } = await told(place, asked);
    if (code !== 0) throw new Error(`without a mutant: ${output.slice(-1500)}`);
    passed.forEach((title) => titles.add(title));
  }
  return titles;
}

/** The test that noticed; '' when all passed. A suite that dies for another reason (a file that does not load, say) has noticed nothing. */
async function whatNotices(place: string, titles: ReadonlySet<string>): Promise<string> {
  for (const asked of ASKED) {
    const { code, failed, output } = await told(place, asked), noticed = failed.find((title) => titles.has(title));
    if (noticed !== undefined) return noticed;
    if (code !== 0) throw new Error(`no test failed, and yet: ${output.slice(-1500)}`);
  }
  return '';
}

async function killer(place: string, { file, from, to }: Mutant, titles: ReadonlySet<string>): Promise<string> {
  const path = join(place, ENGINE, file), text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} has ${text.split(from).length - 1} times: ${from}`);
  writeFileSync(path, text.replace(from, () => to));
  try {
    return await whatNotices(place, titles);
  } finally {
    writeFileSync(path, text);
  }
}

// As many benches as processors; whoever has none waits.
const all: string[] = [], free: string[] = [], waiting: ((place: string) => void)[] = [];
const give = (place: string): void => { const next = waiting.shift(); if (next === undefined) free.push(place); else next(place); };
const take = (): Promise<string> => new Promise((resolve) => { const place = free.pop(); if (place === undefined) waiting.push(resolve); else resolve(place); });

let titles: ReadonlySet<string> = new Set();

// A mutant is only noticed by what passes without it.
test.before('without a mutant all pass', async (t) => {
  t.timeout(10 * 60_000);
  for (let count = 0; count < availableParallelism(); count += 1) all.push(bench());
  titles = await sound(all[0] ?? '');
  all.forEach(give);
});
test.after.always(() => { for (const place of all) rmSync(place, { recursive: true, force: true }); });

for (const mutant of MUTANTS) {
  test(`noticed: ${mutant.name} (${mutant.file})`, async (t) => {
    const place = await take();
    t.timeout(10 * 60_000);
    try {
      const noticed = await killer(place, mutant, titles);
      t.log(noticed || 'by nothing');
      t.not(noticed, '');
    } finally {
      give(place);
    }
  });
}
