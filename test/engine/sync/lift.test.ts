import test from 'ava';
import { lift, mergeLists, mergeRecords } from '../../../src/engine/sync/lift.js';

const firstThree = (value: unknown): unknown => (value as readonly unknown[]).slice(0, 3);
const short = (value: unknown): unknown => (value as string).slice(0, 4);

test('rule 1: what a side cannot hold is not an edit: the base value stays', (t) => {
  t.is(lift('whole', 'a long room', { seen: 'a lo', narrow: short }), 'a long room');
  t.is(lift('whole', 'a long room', { seen: 'hall', narrow: short }), 'hall');
});

test('rule 20: a fourth element that the side cannot show survives an edit of the three it shows', (t) => {
  t.deepEqual(lift('list', ['a', 'b', 'c', 'd'], { seen: ['a', 'x', 'c'], narrow: firstThree }), ['a', 'x', 'c', 'd']);
  t.deepEqual(lift('list', ['a', 'b', 'c', 'd'], { seen: [], narrow: firstThree }), ['d']);
});

test('rule 20: an element that the side shows in a shorter form comes back in its full form', (t) => {
  const narrow = (value: unknown): unknown => (value as readonly string[]).map((name) => name.slice(0, 4));
  t.deepEqual(lift('list', ['quarterly', 'x'], { seen: ['y', 'quar'], narrow }), ['y', 'quarterly']);
});

test('rule 20: a key of a record that the side cannot show survives, a removed key goes', (t) => {
  const narrow = (value: unknown): unknown => Object.fromEntries(Object.entries(value as object).filter(([key]) => key !== 'telex'));
  t.deepEqual(lift('record', { telex: '1', home: '2', mobile: '3' }, { seen: { mobile: '4' }, narrow }), { telex: '1', mobile: '4' });
});

test('rule 20: lists changed on both sides keep both sides\' additions and removals', (t) => {
  t.deepEqual(mergeLists(['a', 'b', 'c'], ['a', 'c', 'x'], ['b', 'c', 'y']), ['c', 'y', 'x']);
});

test('rule 20: records changed on both sides merge by key, and only a key that both changed differently clashes', (t) => {
  const base = { home: '1', mobile: '2', fax: '3' };
  const { merged, clashes } = mergeRecords(base, { mine: { home: '9', mobile: '5' }, theirs: { home: '1', mobile: '6', fax: '3', car: '7' }, winner: 'theirs' });
  t.deepEqual(merged, { home: '9', mobile: '6', car: '7' });
  t.deepEqual(clashes, ['mobile']);
});
