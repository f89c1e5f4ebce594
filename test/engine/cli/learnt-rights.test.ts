// What refusals of the server teach of rights that it does not tell (rules.md 22).
import test from 'ava';
import { learn, withLearnt } from '../../../src/engine/cli/learnt-rights.js';
import type { ItemOutcome } from '../../../src/engine/sync/outcome.js';

const DAY = 86_400_000, NOW = Date.UTC(2026, 10, 30);
const ALL = { add: true, change: true, remove: true };

const refused = (reason: string, kind: 'create' | 'update' | 'delete' = 'update', side: 'server' | 'outlook' = 'server'): ItemOutcome => ({
  link: 'l', kind: 'event', uid: 'u', title: 'x', cell: 'edited,same', result: 'failed', code: 'Refused', reason, side, writes: [{ side: 'server', kind, fields: [], changes: [] }], lost: [],
}) as unknown as ItemOutcome;
const after = (items: readonly ItemOutcome[], before = {}, { told = false, now = NOW } = {}) => learn(before, { items }, { told, now });

test('rule 22: a 403 that names the missing right takes that right alone away, and gives it back to be tried after seven days', (t) => {
  for (const [kind, right] of [['create', 'add'], ['update', 'change'], ['delete', 'remove']] as const) {
    const learnt = after([refused('no-right', kind)]);
    t.deepEqual(withLearnt(ALL, learnt, NOW + 7 * DAY - 1), { ...ALL, [right]: false });
    t.deepEqual(withLearnt(ALL, learnt, NOW + 7 * DAY), ALL);
  }
});

test('rule 22: a plain 403 is proof only on two items and again in a later run: a firewall refuses one body', (t) => {
  t.deepEqual(after([refused('http-403')]), {});
  const first = after([refused('http-403'), refused('http-403')]);
  t.deepEqual(withLearnt(ALL, first, NOW), ALL);
  t.deepEqual(withLearnt(ALL, after([refused('http-403')], first), NOW), { ...ALL, change: false });
  t.deepEqual(withLearnt(ALL, after([refused('http-403', 'delete')], first), NOW), ALL);
  t.deepEqual(withLearnt(ALL, after([refused('http-403')], first, { now: NOW + 8 * DAY }), NOW + 8 * DAY), ALL, 'the first refusal is forgotten by then');
});

test('rule 22: where the collection has a privilege set a plain 403 speaks of its item, and what Outlook refuses teaches nothing', (t) => {
  t.deepEqual(after([refused('http-403'), refused('http-403')], {}, { told: true }), {});
  t.deepEqual(after([refused('no-right', 'update', 'outlook')]), {});
});
