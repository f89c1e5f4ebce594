// Which compiled tests need a PowerShell: those that come, through their imports, to test/support/shell.js or to the lab's entry in a shell.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ROOT } from './setup.mjs';

function* testFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* testFiles(path);
    else if (entry.name.endsWith('.test.js')) yield path;
  }
}

const importsOf = (file) => [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+\.js)'/g)].map(([, path]) => resolve(dirname(file), path)).filter((path) => existsSync(path));

function reaches(file, wanted, seen = new Set()) {
  if (file === wanted) return true;
  if (seen.has(file)) return false;
  seen.add(file);
  return importsOf(file).some((path) => reaches(path, wanted, seen));
}

/** The default suite's files, told apart. */
export function byNeed() {
  const test = join(ROOT, 'dist/test'), shell = join(test, 'support/shell.js');
  const left = ['servers', 'desk', 'long', 'msi'].map((name) => join(test, name));
  const files = [...testFiles(test)].filter((file) => !left.some((folder) => file.startsWith(folder)));
  const needing = files.filter((file) => reaches(file, shell));
  return { without: files.filter((file) => !needing.includes(file)), needing };
}
