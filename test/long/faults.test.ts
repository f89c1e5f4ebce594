import test from 'ava';
import { faultyRuns } from '../faults/lab-ground.js';

const RUNS = 10_000;

test('rules 2, 3, 12, 25: 10,000 runs over a network that fails in every way lose nothing, double nothing and end equal, with one 401 a run at most', async (t) => {
  t.timeout(25 * 60_000);
  const { runs, faults, problems } = await faultyRuns(RUNS, { seed: 1_000, rate: 0.12 });
  t.log(`${runs} runs, ${faults} faults`);
  t.deepEqual(problems, []);
});
