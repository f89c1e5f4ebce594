// Rules.md B6 twenty thousand times, by both expansions.
import test from 'ava';
import { outlookBenches } from '../ps-host/outlook-bench.js';
import { checkDates, dateutilDates, icalDates } from '../support/recurrence-check.js';

for (const [name, expand] of [['ical.js', (cases: Parameters<typeof dateutilDates>[0]) => cases.map(icalDates)], ['dateutil', dateutilDates]] as const) {
  test.serial(`rule B6: ten years of every rule are the same by ${name}, or held`, async (t) => {
    t.timeout(3_600_000);
    await checkDates(t, await outlookBenches(t).open('event'), { runs: 20_000, expand });
  });
}
