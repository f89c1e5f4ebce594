// What diff tells plan: one view per known pairing, and the items that belong to none. Types only.
import type { ItemId, Kind, SideName } from '../model/ids.js';
import type { FieldName } from '../model/item.js';
import type { Found, Ref } from '../side/side.js';
import type { Base } from '../state/state.js';
import type { HoldReason } from './action.js';

/** One side of a known pairing. */
export type SideView<K extends Kind> =
  /** Unread (its version did not move), or read and equal to what was expected; `moved`: its id or version is another. */
  | { readonly state: 'same'; readonly ref: Ref; readonly moved: boolean; readonly found?: Found<K> }
  | { readonly state: 'edited'; readonly found: Found<K>; readonly edited: ReadonlySet<FieldName<K>>; readonly foreign: ReadonlySet<FieldName<K>> }
  | { readonly state: 'gone' }
  | { readonly state: 'putAway' }
  /** Not there, and nothing proves that it was deleted (rules.md 13): the first such listing is noted. */
  | { readonly state: 'absent'; readonly first: boolean }
  | { readonly state: 'unknown'; readonly why: HoldReason; readonly error?: Error };

export interface PairView<K extends Kind> {
  /** The last agreement; where an intent is open, what that wanted counts as agreed. */
  readonly base: Base<K>;
  /** The row as it is stored. */
  readonly stored: Base<K>;
  readonly outlook: SideView<K>;
  readonly server: SideView<K>;
  /** An open intent's id, to be closed by whatever is done. */
  readonly intent: string | null;
}

/** An item with a UID that it must be given in Outlook, because it is the user's copy of another (rules.md 7). */
export interface Fresh<K extends Kind> {
  readonly found: Found<K>;
  readonly isCopy: boolean;
}

export interface Doubt {
  readonly side: SideName;
  readonly why: HoldReason;
  readonly ids: readonly ItemId[];
  readonly title: string;
  readonly error?: Error;
}

export interface Difference<K extends Kind> {
  readonly pairs: readonly PairView<K>[];
  readonly fresh: Readonly<Record<SideName, readonly Fresh<K>[]>>;
  readonly doubts: readonly Doubt[];
}
