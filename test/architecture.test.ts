// The shape of the code, read from the code: which folder may import which, how long files may be, what must not be there (design.md 1, 9).
import test from 'ava';
import { MUTANTS } from './long/mutants.js';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SKIPPED = new Set(['node_modules', 'dist', 'bin', 'obj', '.git', '.lab']);

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield relative(ROOT, path).split(sep).join('/');
  }
}
const ALL = [...files(ROOT)];
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const lines = (file: string): number => read(file).split('\n').length - 1;
const sources = ALL.filter((file) => file.startsWith('src/') && file.endsWith('.ts'));

/** What each part may import besides itself and packages. Imports point down and inwards only. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  'src/engine/model': [],
  'src/engine/errors.ts': ['src/engine/model'],
  'src/engine/clock.ts': [],
  'src/engine/version.ts': [],
  'src/ps-host': ['src/engine/errors.ts', 'src/engine/clock.ts', 'src/engine/model'],
  'src/engine/codec': ['src/engine/model', 'src/engine/errors.ts', 'src/ps-host/item-record.ts', 'src/ps-host/desk-facts.ts', 'src/ps-host/protocol.ts', 'src/ps-host/wire-value.ts'],
  'src/engine/dav': ['src/engine/model', 'src/engine/errors.ts', 'src/engine/clock.ts'],
  'src/engine/side': ['src/engine/model', 'src/engine/errors.ts', 'src/engine/clock.ts', 'src/engine/codec', 'src/engine/dav', 'src/ps-host/item-record.ts', 'src/ps-host/protocol.ts', 'src/ps-host/wire-value.ts', 'src/ps-host/failures.ts'],
  'src/engine/state': ['src/engine/model', 'src/engine/errors.ts', 'src/engine/side/side.ts'],
  'src/engine/sync': ['src/engine/model', 'src/engine/errors.ts', 'src/engine/clock.ts', 'src/engine/side/side.ts', 'src/engine/state/state.ts'],
  'src/engine/words': ['src/engine/errors.ts', 'src/engine/model', 'src/engine/sync'],
  'src/engine/config': ['src/engine/model', 'src/engine/errors.ts', 'src/engine/words', 'src/engine/sync/link.ts'],
  'src/engine/task': [],
  'src/engine/log': ['src/engine/config/settings.ts', 'src/engine/cli/records.ts', 'src/engine/sync/outcome.ts'],
  'src/engine/report': ['src/engine/words', 'src/engine/state/state.ts', 'src/engine/config/settings.ts', 'src/engine/dav/traits.ts', 'src/engine/sync', 'src/engine/model', 'src/engine/errors.ts', 'src/engine/cli/records.ts', 'src/ps-host/desk-facts.ts'],
  'src/engine/cli': ['src/'],
};
const partOf = (file: string): string => {
  const part = Object.keys(MAY).find((name) => file === name || file.startsWith(`${name}/`));
  if (part === undefined) throw new Error(`${file} is in no part of the architecture: give it a place in docs/architecture.md and here`);
  return part;
};

const importsOf = (file: string): readonly string[] =>
  [...read(file).matchAll(/(?:from|import)\s+'(\.[^']+)'/g)].map(([, path = '']) => posix.join(posix.dirname(file), path).replace(/\.js$/, '.ts'));

test('imports point down and inwards only', (t) => {
  const wrong = sources.flatMap((file) => {
    const part = partOf(file), may = [part, ...(MAY[part] ?? [])];
    return importsOf(file).filter((target) => !may.some((name) => target === name || target.startsWith(name.endsWith('/') ? name : `${name}/`))).map((target) => `${file} -> ${target}`);
  });
  t.deepEqual(wrong, []);
  t.true(sources.length > 50);
});

test('product code knows nothing of the lab, and only the command line knows the process, the disk and the clock', (t) => {
  const pure = sources.filter((file) => /^src\/engine\/(model|codec|sync|words|report)\//.test(file));
  t.deepEqual(sources.filter((file) => importsOf(file).some((target) => target.startsWith('lab/') || target.startsWith('test/'))), []);
  t.deepEqual(pure.filter((file) => /from 'node:(?!crypto')|\bprocess\.(env|argv|exit|stdout|stdin|on)\b|Date\.now\(|new Date\(\)|(?<![.\w])fetch\(/.test(read(file).replace(/\/\/.*$/gm, ''))), []);
  t.deepEqual(sources.filter((file) => file !== 'src/ps-host/child.ts' && /from 'node-powershell'/.test(read(file))), []);
});

test('the core\'s own tests need no lab, no wire and no network: the bench of mutants has none of them', (t) => {
  const reached = (from: readonly string[]): ReadonlySet<string> => {
    const seen = new Set<string>(), waiting = [...from];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file) || !ALL.includes(file)) continue;
      seen.add(file);
      waiting.push(...importsOf(file));
    }
    return seen;
  };
  const core = ALL.filter((file) => /^test\/(engine\/(sync|state)|laws)\/(?!codec).*\.test\.ts$/.test(file));
  t.true(core.length > 20);
  t.deepEqual([...reached(core)].filter((file) => /^(lab|src\/engine\/dav|test\/(lab|ps-host))\//.test(file)), []);
});

const LONGEST = 300;
test('no file is over 300 lines, and the orchestrator stays under 80', (t) => {
  const code = ALL.filter((file) => /\.(ts|mjs|cs|ps1|psm1)$/.test(file) && !/\.data\.ts$/.test(file));
  t.deepEqual(code.filter((file) => lines(file) > LONGEST).map((file) => `${file}: ${String(lines(file))}`), []);
  t.true(lines('src/engine/sync/run.ts') <= 80);
});

test('half of the product\'s files are 80 lines or shorter', (t) => {
  const sorted = sources.map(lines).sort((a, b) => a - b);
  t.true((sorted[Math.floor(sorted.length / 2)] ?? 0) <= 80);
});

test('every rule of safe syncing has a test that names it', (t) => {
  const titles = ALL.filter((file) => /^test\/.*\.ts$/.test(file)).flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:test(?:\.serial)?|lab)\(\s*['`"]rules? ([\d, ]+)/g)].flatMap(([, numbers = '']) => numbers.split(',').map(Number)));
  t.deepEqual(Array.from({ length: 31 }, (_, index) => index + 1).filter((rule) => !titles.includes(rule)), []);
});

test('every mutant is still one change of the code as it is', (t) => {
  const times = ({ file, from }: (typeof MUTANTS)[number]): number => readFileSync(join(ROOT, 'dist/src/engine', file), 'utf8').split(from).length - 1;
  t.deepEqual(MUTANTS.filter((mutant) => times(mutant) !== 1).map(({ name, file }) => `${file}: ${name}`), []);
});

test('no folder or file is a place for anything', (t) => {
  t.deepEqual(ALL.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.|$)/i.test(file)), []);
});

test('PowerShell files are ASCII, or UTF-8 with a byte order mark for Windows PowerShell 5.1', (t) => {
  const wrong = ALL.filter((file) => /\.(ps1|psm1|psd1|ps1xml|help\.txt)$/.test(file)).filter((file) => {
    const bytes = readFileSync(join(ROOT, file));
    return bytes.some((byte) => byte > 127) !== (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf);
  });
  t.deepEqual(wrong, []);
});

test('every test file lies where the code it tests lies', (t) => {
  const homes = new Set(ALL.map((file) => dirname(file)));
  const lost = ALL.filter((file) => /^test\/(engine|ps-host|lab|module)\/.*\.test\.ts$/.test(file)).map((file) => dirname(file).replace(/^test\//, ''))
    .filter((folder) => !homes.has(folder) && !homes.has(`src/${folder}`) && ![...homes].some((home) => home.startsWith(`${folder}/`) || home.startsWith(`src/${folder}/`)));
  t.deepEqual([...new Set(lost)], []);
});
