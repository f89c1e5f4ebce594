// Series between the lab's Mail2000, which refuses overrides, and the lab's Outlook, through HTTP and PowerShell.
import test from 'ava';
import { labBench } from '../../support/lab-bench.js';
import { playRecurrence } from '../../support/recurrence-scenario.js';
import { outlookBenches } from '../../ps-host/outlook-bench.js';

test('deleted, moved and changed occurrences cross both ways and stay in step with a server that refuses overrides', async (t) => {
  t.timeout(240_000);
  const server = await labBench('event'), outlook = await outlookBenches(t).open('event');
  t.teardown(() => server.close());
  await playRecurrence(t, { outlook, server: server.side, writes: () => (server.lab.counts()['PUT'] ?? 0) + (server.lab.counts()['DELETE'] ?? 0) });
  t.false(server.place.list().some(({ name }) => /^RECURRENCE-ID/m.test(server.place.get(name) ?? '')));
});
