// What a run is told, and what it tells while it goes.
import type { ItemOutcome } from './outcome.js';
import type { Wish } from './restore.js';

/** Everything of a sort, or one hold by the id that its message names. */
export type Acceptance = 'firstRun' | 'deletions' | (string & { readonly hold?: never });

export type RunEvent =
  | { readonly kind: 'phase'; readonly phase: 'list' | 'fetch' | 'apply'; readonly link: string; readonly title: string; readonly done: number; readonly total: number }
  | { readonly kind: 'item'; readonly outcome: ItemOutcome };

export interface RunOptions {
  /** Plan only: nothing is written on any side nor in the state. */
  readonly whatIf: boolean;
  /** What the user lets pass in this run: a held first run, held deletions (rules.md 9, 14). */
  readonly accept: ReadonlySet<Acceptance>;
  /** Items that a side refused are tried again although they did not change (mission M6). */
  readonly retry?: boolean;
  /** What is to come back (rules.md 30), beside whatever else there is to do. */
  readonly restore?: readonly Wish[];
  readonly signal?: AbortSignal;
  readonly tell?: (event: RunEvent) => void;
}
