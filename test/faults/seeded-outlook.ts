// A part of the seeded faults of `npm test`: each file of tests is a process of its own, so that two of them use two cores.
import type { ExecutionContext } from 'ava';
import { outlookGround } from './outlook-ground.js';
import { casesOf, chosen, figures, outlookMatrix } from './outlook-matrix.js';

const FAULTS = Number(process.env['M2K_OUTLOOK_FAULTS'] ?? '100');

export async function seededOutlook(t: ExecutionContext, seed: number): Promise<void> {
  t.timeout(10 * 60_000);
  const ground = await outlookGround({ contacts: false });
  try {
    const told = await outlookMatrix(ground, chosen(await casesOf(ground), { count: FAULTS, seed }));
    t.log(figures(told));
    t.deepEqual(told.problems, []);
    t.like(told, { faults: FAULTS, lost: 0, doubled: 0 });
  } finally {
    await ground.close();
  }
}
