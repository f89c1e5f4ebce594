// A side that some fields do not cross to (rules.md 24, 28): it shows and takes a constant in their place, so that what it holds there is
// compared with nothing, merged with nothing and never overwritten.
import type { Kind } from '../model/ids.js';
import type { FieldName, Fields } from '../model/item.js';
import type { Found, Side } from './side.js';

export interface Veil<K extends Kind> {
  /** What stands in the place of the hidden values: on items made here, and for the core always. As the side narrows it. */
  readonly instead: Partial<Fields<K>>;
  /** Items that were born here still show their values to the other side, once, when they are made there: the other direction hides nothing. */
  readonly tells: boolean;
}

export function veiled<K extends Kind>(side: Side<K>, { instead, tells }: Veil<K>): Side<K> {
  const hidden = new Set(Object.keys(instead));
  const cover = (fields: Fields<K>): Fields<K> => ({ ...fields, ...instead });
  const shown = (found: Found<K>): Found<K> => ({ ...found, fields: cover(found.fields), ...(tells ? { whole: found.fields } : {}) });
  return {
    ...side,
    narrow: (fields) => cover(side.narrow(fields)),
    async *fetch(ids) {
      for await (const row of side.fetch(ids)) yield row.ok ? { ok: true, item: shown(row.item) } : row;
    },
    create: async (creation) => shown(await side.create({ ...creation, item: { ...creation.item, fields: cover(creation.item.fields) } })),
    update: async (change) => shown(await side.update({
      ...change, item: { ...change.item, fields: cover(change.item.fields) }, fields: new Set([...change.fields].filter((name: FieldName<K>) => !hidden.has(name))),
    })),
  };
}
