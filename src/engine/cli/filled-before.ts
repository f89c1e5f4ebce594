// A folder that another tool filled from the same collection (desk-rules.md 10): such tools leave no mark that we know, but the items are the server's.
// Taking it is safe: a first run onto a filled folder is held and shown (rules.md 9).
import type { ItemId, Kind } from '../model/ids.js';
import type { Fields } from '../model/item.js';
import { matchKeys } from '../model/match-key.js';
import type { Side } from '../side/side.js';

type Ends = Readonly<Record<'outlook' | 'server', Side<Kind>>>;

/** Whether at least half of the folder's items look like one of the server's, by the likeness of a first sight. */
export async function wasFilledFrom(kind: Kind, ends: Ends): Promise<boolean> {
  const [mine, theirs] = [await fieldsOn(ends.outlook), await fieldsOn(ends.server)];
  const keys = (fields: Fields<Kind>): readonly string[] => matchKeys(kind, fields, ends.outlook.narrow(ends.server.narrow(fields)));
  const known = new Set(theirs.flatMap(keys));
  const alike = mine.filter((fields) => keys(fields).some((key) => known.has(key))).length;
  return alike > 0 && alike * 2 >= mine.length;
}

async function fieldsOn(side: Side<Kind>): Promise<readonly Fields<Kind>[]> {
  const { items } = await side.list(), all: Fields<Kind>[] = [], ids: readonly ItemId[] = items.map(({ id }) => id);
  for await (const row of side.fetch(ids)) if (row.ok) all.push(row.item.whole ?? row.item.fields);
  return all;
}
