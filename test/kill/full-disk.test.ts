import test from 'ava';
import { fullDisk } from './kill-matrix.js';

test('rule 2: on a disk that is full nothing is written to either side that was not kept before; with room again the run is gone on with', async (t) => {
  t.timeout(5 * 60_000);
  const limits = [8, 32, 48, 64, 96, 128, 192, 256, 384, 8_192];
  const { broken, problems } = await fullDisk(limits);
  t.log(`${String(broken)} of ${String(limits.length)} runs had no room`);
  t.deepEqual(problems, []);
  t.true(broken > 2 && broken < limits.length);
});
