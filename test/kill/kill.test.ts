import test from 'ava';
import { killMatrix } from './kill-matrix.js';

test('rule 2, 3: a run killed at any third point of its way loses nothing, doubles nothing and ends with both sides equal', async (t) => {
  t.timeout(5 * 60_000);
  const { points, killed, problems } = await killMatrix(3);
  t.log(`${String(killed)} of ${String(points.length)} points`);
  t.deepEqual(problems, []);
  t.true(points.length > 100);
});
