// Rules.md B6 over all that RRULE can say: the dates in Outlook, by the lab's expansion, are those of the text, by ical.js.
import test from 'ava';
import { outlookBenches } from '../../ps-host/outlook-bench.js';
import { checkDates, icalDates } from '../../support/recurrence-check.js';

test('rule B6: every rule has the same dates on both sides for ten years, and is a pattern if there is one', async (t) => {
  t.timeout(300_000);
  await checkDates(t, await outlookBenches(t).open('event'), { runs: 1000, expand: [(cases) => cases.map(icalDates)] });
});
