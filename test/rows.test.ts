// The README's table of mission rows is what scripts/rows.mjs makes of the names of the end-to-end tests.
import test from 'ava';
import { readFileSync } from 'node:fs';

interface Rows {
  readonly README: string;
  readonly TESTED: readonly string[];
  tests(): ReadonlyMap<string, readonly string[]>;
  withTable(readme: string): string;
}

const rows = await import(new URL('../../scripts/rows.mjs', import.meta.url).href) as Rows;

test('the README\'s table of rows says of each what its end-to-end tests are called, and nothing else', (t) => {
  const readme = readFileSync(rows.README, 'utf8');
  t.is(readme, rows.withTable(readme), 'make it anew: node scripts/rows.mjs');
});

test('every row that the cmdlets and the lab can show has an end-to-end test of its name', (t) => {
  const found = rows.tests();
  t.deepEqual(rows.TESTED.filter((row) => !found.has(row)), []);
});
