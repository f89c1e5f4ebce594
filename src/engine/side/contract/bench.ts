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

/** What a side is able to do beyond the interface; a case that needs more is not part of its contract. */
export type Ability =
  /** `putUnreadable` can be done here: a server that validates stores no such text. */
  | 'unreadable'
  /** A listing gives a cursor. */
  | 'cursor'
  /** `create` throws AlreadyThere for a UID that is there, whoever put it. */
  | 'uidUnique'
  /** `locate` can prove that an item is gone. */
  | 'provesGone'
  /** `calls` moves with every request. */
  | 'calls';

export const ABILITIES: readonly Ability[] = ['unreadable', 'cursor', 'uidUnique', 'provesGone', 'calls'];

/** A side over an empty collection, made anew for every case. */
export interface SideBench<K extends Kind> {
  readonly side: Side<K>;
  readonly otherHands: OtherHands<K>;
  /** The n-th item of samples.ts, or others that suit the side better: plain, valid, each with a UID of its own. */
  sample(n: number): Item<K>;
  /** Requests (HTTP, COM) made by the side so far; 0 where they are not counted. */
  calls(): number;
}

export interface ContractCase {
  /** A sentence about behaviour; where it proves a numbered rule it begins with it. */
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly needs: readonly Ability[];
  /** Rejects with an AssertionError when the side does not keep the contract. */
  run<K extends Kind>(bench: SideBench<K>): Promise<void>;
}

/** The cases that bind a side of this kind with these abilities. */
export function casesFor(cases: readonly ContractCase[], side: { readonly kind: Kind; readonly able: readonly Ability[] }): readonly ContractCase[] {
  return cases.filter(({ kinds, needs }) => kinds.includes(side.kind) && needs.every((need) => side.able.includes(need)));
}
