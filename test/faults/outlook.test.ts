import test from 'ava';
import { outlookGround } from './outlook-ground.js';
import { casesOf, chosen, figures, outlookMatrix } from './outlook-matrix.js';

const FAULTS = Number(process.env['M2K_OUTLOOK_FAULTS'] ?? '100');

test('rules 2, 3, 13: Outlook fails in every way of the reference at any call of a run (seed 8); clean runs lose nothing, double nothing and end equal', async (t) => {
  t.timeout(10 * 60_000);
  const ground = await outlookGround({ contacts: false });
  try {
    const told = await outlookMatrix(ground, chosen(await casesOf(ground), { count: FAULTS, seed: 8 }));
    t.log(figures(told));
    t.deepEqual(told.problems, []);
    t.like(told, { faults: FAULTS, lost: 0, doubled: 0 });
  } finally {
    await ground.close();
  }
});
