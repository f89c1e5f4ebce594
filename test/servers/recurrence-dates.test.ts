// Rules.md B6 by a third expansion: Debian's python3-dateutil.
import test from 'ava';
import { outlookBenches } from '../ps-host/outlook-bench.js';
import { checkDates, dateutilDates } from '../support/recurrence-check.js';

test('rule B6: dateutil gives every rule that Outlook holds the dates that Outlook gives it', async (t) => {
  t.timeout(300_000);
  await checkDates(t, await outlookBenches(t).open('event'), { runs: 1000, expand: [dateutilDates] });
});
