// The plan as plain data: printable, comparable, never executed half-understood.
import type { ItemId, Kind, SideName, Uid } from '../model/ids.js';
import type { FieldName, Fields } from '../model/item.js';
import type { Found, Part, Ref } from '../side/side.js';
import type { Base } from '../state/state.js';

/** 'edited,gone' (outlook, server) and the like, or the rule that spoke: goes into every log line and report. */
export type Cell = string;

export interface Write<K extends Kind = Kind> {
  readonly side: SideName;
  readonly kind: 'create' | 'update' | 'delete';
  /** null for a create. */
  readonly ref: Ref | null;
  /** Fields to be written; all of them for a create, none for a delete. */
  readonly fields: readonly FieldName<K>[];
  /** What the target held when it was last read; absent when it must be read before the write. */
  readonly before?: Found<K>;
  /** Parts to take unmapped properties from when the item is made again. */
  readonly over?: readonly Part[];
  /** Parts of an update's item as it once was, of which something is brought back. */
  readonly from?: readonly Part[];
  /** A creation that first looks among what was deleted, for this id or for the UID (rules.md 30). */
  readonly revive?: { readonly id: ItemId | null };
}

/** A value that lost a clash: kept in the undo store and named in the report. */
export interface Loser<K extends Kind = Kind> {
  readonly side: SideName;
  readonly fields: readonly FieldName<K>[];
  readonly found: Found<K>;
}

export type HoldReason =
  | 'unreadable' | 'absent-unproven' | 'listing-incomplete' | 'same-uid-twice' | 'doubtful-pair' | 'rights-unknown' | 'refused-before'
  | 'first-run' | 'deletions' | 'side-empty' | 'clock-off' | 'other-desk' | 'was-synced-now-gone' | 'invalid-token' | 'files-unkept';

/** What of an item a person sees in a plan. */
export interface Title {
  readonly uid: Uid | null;
  readonly title: string;
}

interface Common<K extends Kind> extends Title {
  readonly cell: Cell;
  readonly base: Base<K> | null;
  /** Only once that link has paired the item (rules.md 10): what is deleted then is not lost. */
  readonly after?: string;
}

export type Action<K extends Kind = Kind> =
  /** One pairing brought into agreement: 1 or 2 writes, then the base row. */
  | (Common<K> & {
      readonly kind: 'write'; readonly uid: Uid; readonly agreed: Fields<K>; readonly writes: readonly Write<K>[]; readonly losers: readonly Loser<K>[];
      /** The source, or both items when both exist: what the base row is made of. */
      readonly outlook: Found<K> | null; readonly server: Found<K> | null;
      /** The Outlook item must be given the UID before anything else is written (rules.md 7). */
      readonly mark: Ref | null;
      /** An open intent that this action redoes or completes. */
      readonly intent: string | null;
      /** The user wants these pre-images back (rules.md 30). */
      readonly restores?: readonly number[];
      /** The link whose folder the Outlook item came from: it goes back where the destination refuses it. */
      readonly movedFrom?: { readonly link: string; readonly title: string };
    })
  /** An Outlook item is moved from one link's folder to another's; `next`: it is paired there, and `was` no more (rules.md 10). */
  | (Common<K> & {
      readonly kind: 'move'; readonly uid: Uid; readonly id: ItemId; readonly from: string; readonly to: string; readonly titles: { readonly from: string; readonly to: string };
      readonly next: Base<K> | null; readonly was: { readonly link: string; readonly pairing: string } | null;
    })
  /** State only: a moved id or version, an equal edit, an absence noted, a put-away item, a completed intent. */
  | (Common<K> & { readonly kind: 'note'; readonly next: Base<K>; readonly intent: string | null; readonly mark: Ref | null })
  /** State only: gone on both sides, or unpaired and kept. */
  | (Common<K> & { readonly kind: 'forget'; readonly intent: string | null })
  | (Common<K> & { readonly kind: 'hold'; readonly why: HoldReason; readonly side: SideName | null; readonly ids: readonly ItemId[]; readonly detail?: string; readonly error?: Error;
      /** What lets this hold alone pass. */
      readonly id?: string;
      /** What would have been done, where a guard holds it: the plan still shows it. */
      readonly held?: Action<K> });

export interface Plan<K extends Kind = Kind> {
  readonly link: string;
  readonly kind: K;
  readonly actions: readonly Action<K>[];
}

/** Whether an item of this side is deleted. */
export const deletesOn = <K extends Kind>(action: Action<K>, side: SideName): boolean => action.kind === 'write' && action.writes.some((write) => write.kind === 'delete' && write.side === side);

/** Not of a move: its item is elsewhere by then. */
export const isDeletion = <K extends Kind>(action: Action<K>): boolean => action.kind === 'write' && action.after === undefined && action.writes.some((write) => write.kind === 'delete');
