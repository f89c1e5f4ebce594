// Several collections of a server as one side that can only be read: the company's books in one folder, nobody in it twice.
import { M2KError } from '../errors.js';
import type { ItemId } from '../model/ids.js';
import type { Fetched, Found, Listing, Side } from './side.js';

export interface MergedPart {
  /** Href of the collection: its items' ids begin with it. */
  readonly href: string;
  readonly side: Side<'contact'>;
}

/** Who is known to be where: as the base rows say. */
export interface MergedPerson {
  readonly id: ItemId;
  readonly uid: string;
  readonly emails: readonly string[];
}

/**
 * The same person is in several books when the UID is the same, else when an address is. Who was there first stays; the others come up when
 * that one goes. A listing is one of all books, or of none: a book that cannot be listed must not look empty.
 */
export function mergedSide(parts: readonly MergedPart[], people: readonly MergedPerson[]): Side<'contact'> {
  const [first] = parts;
  if (first === undefined) throw new Error('a merged side of no collections');
  const known = new Map(people.map((person) => [person.id, person]));
  const holders = new Map<string, ItemId>();
  const partOf = (id: string): Side<'contact'> | undefined => parts.find(({ href }) => id.startsWith(href))?.side;

  async function list(): Promise<Listing> {
    const listings: Listing[] = [];
    for (const { side } of parts) listings.push(await side.list());
    const items = listings.flatMap((listing) => listing.items), listed = new Set(items.map(({ id }) => id));
    holders.clear();
    for (const person of people) if (listed.has(person.id)) hold(person);
    const because = listings.flatMap((listing) => (listing.complete ? [] : [listing.because ?? '']))[0];
    return { items, complete: because === undefined, ...(because === undefined ? {} : { because }) };
  }

  function hold({ id, uid, emails }: MergedPerson): void {
    for (const key of keysOf(uid, emails)) if (!holders.has(key)) holders.set(key, id);
  }

  function isTwin({ id, uid, fields }: Found<'contact'>): boolean {
    return !known.has(id) && keysOf(uid, fields.emails).some((key) => (holders.get(key) ?? id) !== id);
  }

  async function* fetch(ids: readonly ItemId[]): AsyncIterable<Fetched<'contact'>> {
    for (const { href, side } of parts) {
      const own = ids.filter((id) => id.startsWith(href));
      if (own.length === 0) continue;
      for await (const row of side.fetch(own)) {
        if (row.ok && isTwin(row.item)) continue;
        if (row.ok) hold({ id: row.item.id, uid: row.item.uid, emails: row.item.fields.emails });
        yield row;
      }
    }
  }

  const readOnly = (): Promise<never> => Promise.reject(new M2KError('Refused', { reason: 'no-right', side: 'server' }));
  return {
    name: 'server', kind: 'contact', narrow: (fields) => first.side.narrow(fields), list, fetch,
    create: readOnly, update: readOnly, delete: readOnly,
    // What was of a book that is no part any more is gone from here.
    locate: (id, uid) => partOf(id)?.locate(id, uid) ?? Promise.resolve({ at: 'deleted' }), mark: (ref) => Promise.resolve(ref),
  };
}

const keysOf = (uid: string, emails: readonly string[]): readonly string[] => [`uid ${uid}`, ...emails.map((email) => `mail ${email.toLowerCase()}`)];
