// A side that some fields do not cross to (rules.md 24, 28): it shows and takes a constant in their place, so that what it holds there is
// compared with nothing, merged with nothing and never overwritten.
import type { Kind } from '../model/ids.js';
import type { FieldName, Fields } from '../model/item.js';
import { covered, withKept } from './covered.js';
import type { Change, Found, Side } from './side.js';

export interface Veil<K extends Kind> {
  /** What stands in the place of the hidden values: on items made here, and for the core always. As the side narrows it. */
  readonly instead: Partial<Fields<K>>;
  /** Items that were born here still show their values to the other side, once, when they are made there: the other direction hides nothing. */
  readonly tells: boolean;
}

export function veiled<K extends Kind>(side: Side<K>, { instead, tells }: Veil<K>): Side<K> {
  const hidden = new Set(Object.keys(instead));
  const cover = (fields: Fields<K>): Fields<K> => covered(fields, instead);
  const shown = (found: Found<K>): Found<K> => ({ ...found, fields: cover(found.fields), ...(tells ? { whole: found.fields } : {}) });
  return {
    ...side,
    narrow: (fields) => cover(side.narrow(fields)),
    async *fetch(ids) {
      for await (const row of side.fetch(ids)) yield row.ok ? { ok: true, item: shown(row.item) } : row;
    },
    create: async (creation) => shown(await side.create({ ...creation, item: { ...creation.item, fields: cover(creation.item.fields) } })),
    update: async (change) => shown(await side.update({
      ...change, item: { ...change.item, fields: await withOccurrences(side, change, { instead, cover }) }, fields: new Set([...change.fields].filter((name: FieldName<K>) => !hidden.has(name))),
    })),
  };
}

/** Occurrences are written as a whole: what is hidden of those that are there is read first, and stays. */
async function withOccurrences<K extends Kind>(side: Side<K>, { ref, item, fields }: Change<K>, { instead, cover }: { readonly instead: Partial<Fields<K>>; readonly cover: (fields: Fields<K>) => Fields<K> }): Promise<Fields<K>> {
  const next = cover(item.fields);
  if (!('exceptions' in next) || !fields.has('exceptions' as FieldName<K>)) return next;
  for await (const row of side.fetch([ref.id])) if (row.ok && 'exceptions' in row.item.fields) return { ...next, exceptions: withKept(next.exceptions, row.item.fields.exceptions, instead) };
  return next;
}
