// Whether something is as its sources are: a stamp beside the result holds a hash of names, sizes and times.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const RESULTS = new Set(['bin', 'obj', 'dist', 'node_modules', '.lab', '.git']);

function* files(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) { yield `${path} ${stat.size} ${stat.mtimeMs}`; return; }
  for (const name of readdirSync(path).sort()) if (!RESULTS.has(name)) yield* files(join(path, name));
}

export const stateOf = (sources) => createHash('sha256').update([...sources].flatMap((source) => [...files(source)]).join('\n')).digest('hex');

export const contentOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Runs `make` unless `result` is there and its stamp says `state`; says so in one line. Gives whether it ran. */
export function freshen({ stamp, state, result, say, make }) {
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return false;
  process.stderr.write(`${say}\n`);
  make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
  return true;
}
