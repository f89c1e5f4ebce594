// Company books in one folder: everybody once, a book that fails fails all, nothing is written.
import test from 'ava';
import { itemId, uid } from '../../../src/engine/model/ids.js';
import type { ContactFields } from '../../../src/engine/model/contact.js';
import { mergedSide, type MergedPart, type MergedPerson } from '../../../src/engine/side/merged-side.js';
import type { Fetched, Side } from '../../../src/engine/side/side.js';
import { aContact } from '../../support/an-event.js';
import { memorySide } from '../../support/memory-side.js';
import type { MemorySide } from '../../support/memory-world.js';

/** A book whose ids begin with its href. */
function book(href: string, incomplete = ''): { readonly part: MergedPart; readonly memory: MemorySide<'contact'> } {
  const memory = memorySide<'contact'>('contact', { name: 'server', incomplete: () => incomplete });
  const inner = (id: string) => itemId(id.slice(href.length)), outer = (id: string) => itemId(href + id);
  const side: Side<'contact'> = {
    ...memory,
    list: async () => { const listing = await memory.list(); return { ...listing, items: listing.items.map((item) => ({ ...item, id: outer(item.id) })) }; },
    async *fetch(ids) {
      for await (const row of memory.fetch(ids.map(inner))) yield row.ok ? { ok: true, item: { ...row.item, id: outer(row.item.id) } } : { ...row, id: outer(row.id) };
    },
    locate: (id, who) => memory.locate(inner(id), who),
  };
  return { part: { href, side }, memory };
}

const put = (memory: MemorySide<'contact'>, id: string, fields: Partial<ContactFields>) => memory.otherHands.put({ kind: 'contact', uid: uid(id), fields: aContact(fields) });

async function shown(side: Side<'contact'>): Promise<readonly string[]> {
  const { items } = await side.list(), rows: Fetched<'contact'>[] = [];
  for await (const row of side.fetch(items.map(({ id }) => id))) rows.push(row);
  return rows.flatMap((row) => (row.ok ? [`${row.item.id.split('/')[1] ?? ''} ${row.item.uid}`] : ['?']));
}

test('a person of two books appears once, known by the UID, else by an address', async (t) => {
  const sales = book('/sales/'), staff = book('/staff/');
  await put(sales.memory, 'ann', { emails: ['ann@x'] });
  await put(sales.memory, 'bo', { emails: ['bo@x'] });
  await put(staff.memory, 'ann', { emails: ['other@x'] });
  await put(staff.memory, 'bo-2', { emails: ['second@x', 'BO@x'] });
  await put(staff.memory, 'cy', { emails: ['cy@x'] });
  t.deepEqual(await shown(mergedSide([sales.part, staff.part], [])), ['sales ann', 'sales bo', 'staff cy']);
});

test('who was in the folder before stays, and the other comes up when that one is gone', async (t) => {
  const sales = book('/sales/'), staff = book('/staff/');
  await put(sales.memory, 'ann', { emails: ['ann@x'] });
  const kept = await put(staff.memory, 'ann', { emails: ['ann@x'] });
  const known: MergedPerson = { id: itemId(`/staff/${kept}`), uid: 'ann', emails: ['ann@x'] };
  t.deepEqual(await shown(mergedSide([sales.part, staff.part], [known])), ['staff ann']);
  await staff.memory.otherHands.remove(kept);
  t.deepEqual(await shown(mergedSide([sales.part, staff.part], [known])), ['sales ann']);
});

test('an item of a book that was taken out is gone from the merged side', async (t) => {
  t.deepEqual(await mergedSide([book('/sales/').part], []).locate(itemId('/staff/1'), uid('x')), { at: 'deleted' });
});

test('a listing lacks nothing only when no book lacks anything, and a merged side takes no writes', async (t) => {
  const side = mergedSide([book('/a/').part, book('/b/', 'rows are lacking').part], []);
  t.like(await side.list(), { complete: false, because: 'rows are lacking' });
  for (const write of [side.create({ item: { kind: 'contact', uid: uid('x'), fields: aContact() } }), side.delete({ id: itemId('/a/1'), version: '' as never }, [])]) {
    t.like(await t.throwsAsync(write), { code: 'Refused', data: { reason: 'no-right' } });
  }
});
