import test from 'ava';
import { UNKNOWN_VERSION, uid } from '../../src/engine/model/ids.js';
import type { Fields } from '../../src/engine/model/item.js';
import { Crash, memorySide } from './memory-side.js';

const lunch: Fields<'event'> = {
  subject: 'Lunch', when: { allDay: true, start: '2026-03-02', end: '2026-03-03' }, rule: null, exceptions: {}, location: '', body: '',
  reminder: null, categories: [], sensitivity: 'normal', busyStatus: 'busy', importance: 'normal', url: '', attachments: [], organizer: null, attendees: {}, cancelled: false,
};
const item = { kind: 'event', uid: uid('lunch@example'), fields: lunch } as const;

test('a fault says what becomes of one write: refused, stored and then Busy, or stored and then a crash', async (t) => {
  const side = memorySide('event');
  side.faults.push(true, 'stored');
  await t.throwsAsync(side.create({ item }), { message: /Busy/ });
  t.is(side.world.size, 0);
  await t.throwsAsync(side.create({ item }), { message: /outcome-unknown/ });
  t.is(side.world.size, 1);
  side.faults.push('crash');
  const [listed] = (await side.list()).items;
  await t.throwsAsync(side.delete(listed!, []), { instanceOf: Crash });
  t.is(side.world.size, 0);
  t.deepEqual(side.calls, { list: 1, fetch: 0, create: 2, update: 0, delete: 1, locate: 0, mark: 0 });
});

test('with a cursor an id that is neither known nor changed is not in the listing', async (t) => {
  const side = memorySide('event', { cursor: true });
  await side.otherHands.put(item);
  const first = await side.list();
  t.is((await side.list({ cursor: first.cursor!, known: new Map() })).items.length, 0);
  const all = new Map(first.items.map((listed) => [listed.id, UNKNOWN_VERSION]));
  t.is((await side.list({ cursor: first.cursor!, known: all })).items.length, 1);
});

test('what no field names survives an update and comes back when the item is made again', async (t) => {
  const side = memorySide('event');
  const id = await side.otherHands.put(item);
  side.otherHands.setExtra(id, 'X-ROOM:7');
  const [ref] = (await side.list()).items;
  const changed = await side.update({ ref: ref!, item: { ...item, fields: { ...lunch, subject: 'Dinner' } }, fields: new Set(['subject']), parts: [] });
  t.is(side.world.get(id)!.extra, 'X-ROOM:7');
  await side.delete(changed, changed.parts);
  const again = await side.create({ item, over: changed.parts });
  t.is(side.world.get(again.id)!.extra, 'X-ROOM:7');
});
