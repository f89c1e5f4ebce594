// What a run tells the scheduler (desk-rules.md 6).
import test from 'ava';
import { exitCodeOf } from '../../../src/engine/sync/describe.js';
import type { ItemResult, LinkOutcome } from '../../../src/engine/sync/outcome.js';

const link = (stops: readonly string[], results: readonly ItemResult[] = []): LinkOutcome => ({
  link: 'L', kind: 'event', title: '', listed: { outlook: 0, server: 0 }, paired: 0, putAway: 0, stopped: stops.map((code) => ({ code })),
  items: results.map((result) => ({ link: 'L', kind: 'event', uid: 'u', title: '', cell: '', result, writes: [], lost: [] })),
});

for (const [stops, results, code] of [
  [[], ['done'], 0], [[], ['done', 'failed'], 3], [[], ['held'], 3], [['Held'], ['held'], 4], [['Unavailable'], ['failed'], 75], [['Busy'], [], 75], [['Held', 'Unavailable', 'Unauthorized'], [], 5],
  [['Cancelled'], [], 130], [['StateBroken'], [], 1], [['Bug', 'Unauthorized'], [], 1], [['Refused'], [], 3], [['PolicyBlocked'], [], 2],
] as const) {
  test(`desk 6: links that stopped by ${stops.join(', ') || 'nothing'} with items ${results.join(', ') || 'none'} end with ${code}`, (t) => { t.is(exitCodeOf([link(stops, results)]), code); });
}
