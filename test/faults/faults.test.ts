import test from 'ava';
import { faultyRuns } from './lab-ground.js';

const RUNS = 240;

test('rules 2, 3, 12, 25: after runs over a network that fails in every way both sides are equal, nothing is lost or doubled, and no run is refused a password twice', async (t) => {
  t.timeout(4 * 60_000);
  const { runs, faults, problems } = await faultyRuns(RUNS, { seed: 1, rate: 0.12 });
  t.log(`${runs} runs, ${faults} faults`);
  t.deepEqual(problems, []);
  t.true(runs >= RUNS && faults > RUNS / 3);
});
