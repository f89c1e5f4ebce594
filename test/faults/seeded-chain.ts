// The matrix of faults through the whole chain of processes, in parts: each file of tests is a process of its own, so that two of them use two cores.
import test from 'ava';
import { chainRuns } from './chain.js';
import { figures } from './outlook-matrix.js';

/** @param faulty overridden by M2K_CHAIN_RUNS */
export function chainOf({ faulty, seed }: { readonly faulty: number; readonly seed: number }): void {
  test(`rules 2, 3, 12, 13, 25: cmdlets, engine, host, Outlook and server while network, Outlook and processes fail (from seed ${seed}); clean runs lose nothing, double nothing and end equal`, async (t) => {
    t.timeout(60 * 60_000);
    const runs = Number(process.env['M2K_CHAIN_RUNS'] ?? faulty), told = await chainRuns(runs, { seed });
    t.log(figures(told));
    t.deepEqual(told.problems, []);
    t.true(told.faults > runs / 3);
    t.like(told, { lost: 0, doubled: 0 });
  });
}
