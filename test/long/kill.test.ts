import test from 'ava';
import { killMatrix } from '../kill/kill-matrix.js';

test('rule 2, 3: a run killed at any point of its way loses nothing, doubles nothing and ends with both sides equal', async (t) => {
  t.timeout(15 * 60_000);
  const { points, killed, problems } = await killMatrix(1);
  t.log(`${String(killed)} of ${String(points.length)} points`);
  t.deepEqual(problems, []);
  t.is(killed, points.length);
});
