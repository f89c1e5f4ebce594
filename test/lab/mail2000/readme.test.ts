import test from 'ava';
import { globSync, readFileSync } from 'node:fs';
import { quirkTable } from '../../../lab/mail2000/quirks.js';

const lab = new URL('../../../../lab/mail2000/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, lab), 'utf8');

interface Listed { readonly name: string; readonly initial: string; readonly seen: string; readonly files: readonly string[] }

const listed: readonly Listed[] = read('README.md').split('\n').flatMap((line) => {
  const [, name, initial, seen, files] = /^\| `(\w+)` \| `(.*?)` \| (.*?) \| .* \| (.*) \|$/.exec(line) ?? [];
  return name === undefined || files === undefined ? [] : [{ name, initial: initial ?? '', seen: seen ?? '', files: [...files.matchAll(/\[([^\]]+)\]/g)].map(([, file]) => file ?? '') }];
});

test('the README lists every quirk with its initial value and where it was seen', (t) => {
  t.deepEqual(listed.map(({ name, initial, seen }) => [name, initial, seen]), Object.entries(quirkTable).map(([name, { initial, seen }]) => [name, JSON.stringify(initial), seen]));
});

test('every quirk is read where the README says and nowhere else', (t) => {
  const sources = globSync('**/*.ts', { cwd: lab }).map((name) => name.replaceAll('\\', '/')).filter((name) => name !== 'quirks.ts');
  const code = new Map(sources.map((name) => [name, read(name)]));
  const reading = (name: string): RegExp => new RegExp(`(quirks|style)\\.${name}\\b|\\{ ${name} \\}(: Pick<Quirks|: Scene\\['quirks'\\]| = \\w+\\.quirks)`);
  for (const { name, files } of listed) {
    t.deepEqual(sources.filter((source) => reading(name).test(code.get(source) ?? '')).sort(), [...files], name);
  }
});
