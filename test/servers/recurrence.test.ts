// Series between Radicale, which keeps overrides, and the lab's Outlook, through HTTP and PowerShell.
import test from 'ava';
import { outlookBenches } from '../ps-host/outlook-bench.js';
import { startRadicale } from '../support/servers/radicale.js';
import { serverBench } from '../support/servers/server-bench.js';
import { playRecurrence } from '../support/recurrence-scenario.js';

test('deleted, moved and changed occurrences cross both ways and stay in step with Radicale', async (t) => {
  t.timeout(240_000);
  const radicale = await startRadicale();
  t.teardown(() => radicale.stop());
  const server = await serverBench(radicale, 'event'), outlook = await outlookBenches(t).open('event');
  t.teardown(() => server.close());
  await playRecurrence(t, { outlook, server: server.side, writes: () => 0 });
});
