// The index behind queries that lags behind the store (M11): what was written over HTTP shows only after so many searches.
import type { Quirks } from './quirks.js';
import type { MemberRecord } from './records.js';

interface Pending {
  readonly collection: string;
  readonly name: string;
  readonly before: MemberRecord | undefined;
  left: number;
}

export class SearchLag {
  #pending: Pending[] = [];

  /** A member was written or removed; so many searches of its collection as the quirk says still see `before`. */
  note(collection: string, name: string, { before, quirks }: { readonly before: MemberRecord | undefined; readonly quirks: Pick<Quirks, 'searchLag'> }): void {
    const searches = quirks.searchLag;
    if (searches <= 0) return;
    const earlier = this.#pending.find((one) => one.collection === collection && one.name === name);
    if (earlier) earlier.left = searches;
    else this.#pending.push({ collection, name, before, left: searches });
  }

  /** What one search of a collection sees; counts as one. */
  search(collection: string, members: readonly MemberRecord[]): readonly MemberRecord[] {
    const pending = this.#pending.filter((one) => one.collection === collection);
    for (const one of pending) one.left -= 1;
    this.#pending = this.#pending.filter((one) => one.left > 0);
    const stale = new Set(pending.map((one) => one.name));
    return [...members.filter((member) => !stale.has(member.name)), ...pending.flatMap((one) => (one.before ? [one.before] : []))];
  }
}
