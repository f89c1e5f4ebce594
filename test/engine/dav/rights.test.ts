import test from 'ava';
import { rightsOf } from '../../../src/engine/dav/rights.js';
import { parseXml } from '../../../src/engine/dav/xml.js';

const rights = (...names: readonly string[]): string | null => {
  const set = rightsOf(parseXml(`<d:set xmlns:d="DAV:">${names.map((name) => `<d:privilege><d:${name}/></d:privilege>`).join('')}</d:set>`));
  return set && Object.entries(set).filter(([, held]) => held).map(([right]) => right).join(',');
};

test('aggregates and single privileges give the same rights', (t) => {
  t.is(rights('all'), 'read,add,change,remove,rename');
  t.is(rights('read', 'write'), 'read,add,change,remove,rename');
  t.is(rights('read', 'bind', 'unbind', 'write-content', 'write-properties'), 'read,add,change,remove,rename');
  t.is(rights('read'), 'read');
});

test('rule 22: the rights to add, change and remove are told apart', (t) => {
  t.is(rights('read', 'bind'), 'read,add');
  t.is(rights('read', 'write-content'), 'read,change');
  t.is(rights('read', 'unbind'), 'read,remove');
});

test('write-properties alone is no right to items (Cyrus), and an empty or missing set says nothing (SOGo)', (t) => {
  t.is(rights('read', 'write-properties'), 'read,rename');
  t.is(rights(), null);
  t.is(rightsOf(undefined), null);
});
