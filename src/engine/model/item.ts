// An item of either kind, and what the sync core must know of its fields: their groups and how they merge.
import type { ContactFields } from './contact.js';
import type { EventFields } from './event.js';
import type { Kind, Uid } from './ids.js';

export interface FieldsByKind {
  readonly event: EventFields;
  readonly contact: ContactFields;
}

export type Fields<K extends Kind> = FieldsByKind[K];
export type FieldName<K extends Kind> = { [P in K]: keyof FieldsByKind[P] & string }[K];

export interface Item<K extends Kind> {
  readonly kind: K;
  readonly uid: Uid;
  readonly fields: Fields<K>;
}

/**
 * How a field behaves when both sides changed it (rules.md 20).
 * `group`: fields of one group are decided together. `merge`: 'whole' values clash, a 'list' merges by element, a 'record' by key; the keys
 * of a record belong to its group, its values do not.
 */
export interface FieldSpec<Value> {
  readonly group: string;
  readonly merge: 'whole' | 'list' | 'record';
  readonly empty: Value;
  /** People are told when a side cannot hold a value of this field: they would look for it there. */
  readonly missed?: true;
  /**
   * What a side does not show of such a value right after it was written there was not kept, and was deleted by nobody: it is not expected of
   * that side any more, and stays on the other.
   */
  readonly fragile?: true;
  /** A record's values that give way to any other value of their key: an edit beats a delete (rules.md 17). */
  readonly yields?: (value: unknown) => boolean;
}

export type FieldSpecs<Held> = { readonly [F in keyof Held]-?: FieldSpec<Held[F]> };
