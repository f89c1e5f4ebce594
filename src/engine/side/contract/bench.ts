// What a case of the side contract is run on: the side under test, and hands that reach its items by another way.
import type { ItemId, Kind } from '../../model/ids.js';
import type { Fields, Item } from '../../model/item.js';
import type { Side } from '../side.js';

/** A colleague, a phone, the user: whoever changes items by other means than the side under test. */
export interface OtherHands<K extends Kind> {
  put(item: Item<K>): Promise<ItemId>;
  edit(id: ItemId, fields: Partial<Fields<K>>): Promise<void>;
  remove(id: ItemId): Promise<void>;
  /** Makes an item that the side can list but not read. */
  putUnreadable(): Promise<ItemId>;
  count(): Promise<number>;
}

/** What a side is able to do beyond the interface; a case that needs more is not run on it, and says so by name. */
export type Ability =
  /** `putUnreadable` can be done here: a server that validates stores no such text. */
  | 'unreadable'
  /** A listing gives a cursor. */
  | 'cursor'
  /** Two items with one UID are told apart by the side itself: `create` throws AlreadyThere. */
  | 'uidUnique'
  /** The side can be counted: `calls` moves with every request. */
  | 'calls';

/** A side over an empty collection, made anew for every case. */
export interface SideBench<K extends Kind> {
  readonly side: Side<K>;
  readonly otherHands: OtherHands<K>;
  readonly able: ReadonlySet<Ability>;
  /** The n-th sample: plain, valid, unlike any other n, with a UID of its own. */
  sample(n: number): Item<K>;
  /** Requests (HTTP, COM) made by the side so far. */
  calls(): number;
}

export interface ContractCase<K extends Kind = Kind> {
  /** A sentence about behaviour; where it proves a numbered rule it begins with it. */
  readonly name: string;
  readonly kinds: readonly K[];
  readonly needs?: readonly Ability[];
  run(bench: SideBench<K>): Promise<void>;
}
