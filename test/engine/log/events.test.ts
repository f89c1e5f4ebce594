import { readFileSync } from 'node:fs';
import test from 'ava';
import { EVENTS, changedEvent, eventOf } from '../../../src/engine/log/events.js';

const beat = (exitCode: number, lastError: string | null = null) => ({ exitCode, lastError });

test('an end is one event by its exit code and error', (t) => {
  for (const [exitCode, error, id] of [
    [0, null, 1000], [3, null, 4002], [3, 'M2K.Refused.old-tool-runs', 2005], [3, 'M2K.Refused.old-tool-begins', 2005], [4, null, 4001], [5, 'M2K.Unauthorized.rejected', 2001], [75, 'M2K.Unavailable.timed-out', 2002], [75, 'M2K.Unavailable.host-not-found', 2002], [75, 'M2K.Unavailable.outlook-died', 2003],
    [75, 'M2K.Busy.outlook-busy', 2003], [2, 'M2K.PolicyBlocked.outlook-guard', 2004], [2, 'M2K.Settings.policy-value', 3001], [1, 'M2K.Bug', 5001], [1, 'M2K.StateBroken.state-corrupt', 5002], [130, 'M2K.Cancelled', null], [6, 'M2K.LockHeld', null],
  ] as const) t.is(eventOf(beat(exitCode, error)), id, `${exitCode} ${String(error)}`);
});

test('only a change is told', (t) => {
  t.is(changedEvent(null, beat(0)), 1000);
  t.is(changedEvent(beat(0), beat(0)), null);
  t.is(changedEvent(beat(75, 'M2K.Unavailable.timed-out'), beat(75, 'M2K.Unavailable.tls')), null);
  t.is(changedEvent(beat(75, 'M2K.Unavailable.timed-out'), beat(0)), 1000);
  t.is(changedEvent(beat(0), beat(130)), null);
});

test('the administrator\'s table has every id with its level', (t) => {
  const text = readFileSync(new URL('../../../../docs/admin.md', import.meta.url), 'utf8');
  for (const [id, kind] of Object.entries(EVENTS)) t.true(text.includes(`| ${id} | ${kind} |`), id);
});
