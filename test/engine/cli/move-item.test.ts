// Rule 23: what belongs to a link moves with it, a series that Outlook shows as single appointments whole.
import test from 'ava';
import { moveItem } from '../../../src/engine/cli/move-item.js';
import { itemId, uid, version } from '../../../src/engine/model/ids.js';
import { copyUid, groupId, partOf } from '../../../src/engine/side/expanded-parts.js';
import type { Listed } from '../../../src/engine/side/side.js';

const copy = (id: string, series: string, date: string): Listed => ({ id: itemId(id), version: version('1'), mark: { uid: copyUid(uid(series), date), token: 't', link: 'l', part: partOf(date) } });
const folder = [copy('a', 's', '2027-03-01'), copy('b', 's', '2027-04-01'), copy('c', 's-2', '2027-03-01'), { id: itemId('d'), version: version('1'), mark: { uid: uid('s'), token: 't', link: 'l' } }];

test('rule 23: all copies of a series move, and nothing else', async (t) => {
  const moved: string[] = [], by = { list: async () => Promise.resolve(folder), move: async (id: string) => { moved.push(id); return Promise.resolve(`new ${id}`); } };
  t.is(await moveItem(groupId(uid('s')), by), groupId(uid('s')));
  t.deepEqual(moved, ['a', 'b']);
  t.is(await moveItem(itemId('d'), by), 'new d');
  t.is(await moveItem(groupId(uid('other')), by), null);
});
