// What became of a run: plain data for people, for the module's objects and for the exit code.
import type { Kind, SideName } from '../model/ids.js';

export type ItemResult = 'done' | 'held' | 'failed' | 'planned';

/** One line of a report: an item and what happened, or would happen, to it. */
export interface ItemOutcome {
  readonly link: string;
  readonly kind: Kind;
  readonly uid: string | null;
  readonly title: string;
  /** The cell of the decision table, or the rule. */
  readonly cell: string;
  readonly result: ItemResult;
  readonly writes: readonly { readonly side: SideName; readonly kind: 'create' | 'update' | 'delete'; readonly fields: readonly string[]; readonly changes: readonly FieldChange[] }[];
  /** Fields whose other value lost, and on which side. */
  readonly lost: readonly { readonly side: SideName; readonly fields: readonly string[] }[];
  /** Fields that a side keeps rewriting: from now on it is expected to (rules.md 4). Said once. */
  readonly habits?: readonly { readonly side: SideName; readonly fields: readonly string[] }[];
  /** What the user did in Outlook was undone, because this right is missing on the server (rules.md 22, 29). */
  readonly undone?: 'add' | 'change' | 'remove' | 'move';
  /** The folder that the Outlook item was taken back to, because it may not be added where the user moved it (rules.md 10). */
  readonly movedBack?: string;
  /** Fields that stay on the other side, for this one cannot hold their value. */
  readonly missed?: readonly { readonly side: SideName; readonly fields: readonly string[]; readonly what?: readonly string[] }[];
  /** Files that stay on their side alone, since the last run that said so. */
  readonly unkept?: readonly { readonly side: SideName; readonly names: readonly string[] }[];
  /** What lets a hold of this item alone pass. */
  readonly id?: string;
  /** An ErrorCode or HoldReason, and its facts, when not done. */
  readonly code?: string;
  readonly reason?: string;
  readonly side?: SideName;
  /** The field that stands in the way, where the side names one. */
  readonly field?: string;
  readonly detail?: string;
}

/** For the plan: what the field says now and what it will say, as short text. */
export interface FieldChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export interface LinkOutcome {
  readonly link: string;
  readonly kind: Kind;
  readonly title: string;
  /** Items listed on each side; null when that side could not be listed. */
  readonly listed: Readonly<Record<SideName, number | null>>;
  readonly paired: number;
  readonly putAway: number;
  readonly items: readonly ItemOutcome[];
  /** Ids of holds that the user let pass. */
  readonly passed?: readonly string[];
  /** The link as a whole was held or failed: 'first-run', 'deletions', 'side-empty', 'clock-off', or an ErrorCode. */
  readonly stopped: readonly { readonly code: string; readonly reason?: string; readonly detail?: string; readonly count?: number; readonly limit?: number; readonly side?: SideName;
    readonly paired?: number; readonly toOutlook?: number; readonly toServer?: number; readonly doubtful?: number;
    /** What lets it pass, where anything does. */
    readonly id?: string; readonly hours?: number }[];
}

export interface RunOutcome {
  /** ISO 8601 UTC. */
  readonly started: string;
  readonly ended: string;
  readonly whatIf: boolean;
  readonly links: readonly LinkOutcome[];
  readonly exitCode: number;
}

/** Desk rule 6. Several: credentials, then unavailable, then held, then failed items. */
export const EXIT = { inStep: 0, bug: 1, usage: 2, someFailed: 3, held: 4, unauthorized: 5, lockHeld: 6, unavailable: 75, cancelled: 130 } as const;
