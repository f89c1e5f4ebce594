import test from 'ava';
import { quirksOf } from '../../../lab/mail2000/quirks.js';
import type { MemberRecord } from '../../../lab/mail2000/records.js';
import { SearchLag } from '../../../lab/mail2000/search-lag.js';

const version = (text: string): MemberRecord => ({ collection: 'c', name: 'a', text, uid: 'a', revision: 1, gone: false, modified: 0 });
const quirks = quirksOf({ searchLag: 2 });

test('two writes before a search leave the index at what was before both', (t) => {
  const lag = new SearchLag();
  lag.note('c', 'a', { before: version('1'), quirks });
  lag.note('c', 'a', { before: version('2'), quirks });
  t.deepEqual([1, 2, 3].map(() => lag.search('c', [version('3')]).map(({ text }) => text)), [['1'], ['1'], ['3']]);
});

test('searches of another collection do not bring the index up to date', (t) => {
  const lag = new SearchLag();
  lag.note('c', 'a', { before: undefined, quirks });
  lag.search('other', []);
  lag.search('other', []);
  t.deepEqual(lag.search('c', [version('1')]), []);
});
