// Rules.md B6 twenty thousand times, by both expansions.
import test from 'ava';
import { outlookBenches } from '../ps-host/outlook-bench.js';
import { checkDates, dateutilDates, icalDates } from '../support/recurrence-check.js';

const RUNS = Number(process.env['M2K_RULES'] ?? 20_000);

test('rule B6: ten years of every rule are the same by ical.js and by dateutil, as a pattern or as single appointments', async (t) => {
  t.timeout(3_600_000);
  await checkDates(t, await outlookBenches(t).open('event'), { runs: RUNS, expand: [(cases) => cases.map(icalDates), dateutilDates] });
});
