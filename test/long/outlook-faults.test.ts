import test from 'ava';
import { outlookGround } from '../faults/outlook-ground.js';
import type { OutlookGround } from '../faults/outlook-ground.js';
import { casesOf, figures, outlookMatrix, SORTS } from '../faults/outlook-matrix.js';

/** 1: every call. */
const EVERY = Number(process.env['M2K_OUTLOOK_EVERY'] ?? '1');
let ground: OutlookGround;

test.before(async () => { ground = await outlookGround({ contacts: true }); });
test.after.always(() => ground.close());

for (const { of } of SORTS) {
  test.serial(`rules 2, 3, 13: at every call of a run, ${of}: clean runs lose nothing, double nothing and end equal`, async (t) => {
    t.timeout(90 * 60_000);
    const told = await outlookMatrix(ground, (await casesOf(ground, EVERY)).filter(({ name }) => name.startsWith(`${of}, `)));
    t.log(figures(told));
    t.deepEqual(told.problems, []);
    t.true(told.faults > 0);
  });
}
