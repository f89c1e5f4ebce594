// What people and the module's objects are shown: plain data, no words but those of a Problem.
import type { Kind, SideName } from '../model/ids.js';
import type { ItemOutcome, ItemResult, LinkOutcome, RunOutcome } from '../sync/outcome.js';

/** Writes made or planned, by side, and how many of them delete. */
export interface WriteCounts {
  readonly outlook: number;
  readonly server: number;
  readonly deletions: number;
}

/** A link's outcome without its items: what may travel in one line whatever their number. */
export interface LinkSummary extends Omit<LinkOutcome, 'items'> {
  readonly counts: Readonly<Record<ItemResult, number>>;
  readonly writes: WriteCounts;
}

export interface RunSummary extends Omit<RunOutcome, 'links'> {
  readonly links: readonly LinkSummary[];
}

/** What is remembered of the last run: its summary and the items that were not done. */
export interface RunMemory {
  readonly run: RunSummary;
  readonly open: readonly ItemOutcome[];
}

/** Something that was overwritten or deleted, or lost a clash, and can come back (rules.md 30). */
export interface HistoryEntry {
  readonly id: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly run: string;
  readonly link: string;
  readonly collectionName: string;
  readonly kind: Kind;
  readonly title: string;
  readonly uid: string;
  /** Where it was. */
  readonly side: SideName;
  readonly why: 'overwritten' | 'deleted' | 'lost';
  readonly cell: string;
  /** What those fields held before. */
  readonly values: readonly { readonly field: string; readonly value: string }[];
  readonly restoredAt: string | null;
}

/** Something that did not go as it should, in words. */
export interface Problem {
  /** 'M2K.Refused.no-right', 'M2K.Held.first-run'. */
  readonly id: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** What it is about, for people: an item's title, a collection's name. */
  readonly target: string | null;
}

export interface StatusView {
  readonly connected: boolean;
  readonly address: string | null;
  readonly host: string | null;
  readonly stateFolder: string;
  readonly lastRun: RunSummary | null;
  /** One sentence about the last run. */
  readonly summary: string | null;
  /** ISO 8601 UTC of the last run that ended in step. */
  readonly lastSuccess: string | null;
  readonly problems: readonly Problem[];
  /** What waits for the user's word, each with the id that Start-M2KSync -Accept takes. */
  readonly holds: readonly { readonly id: string; readonly link: string; readonly title: string; readonly reason: string; readonly count: number }[];
  /** Items that the user put elsewhere in Outlook; the server keeps them. */
  readonly putAway: number;
  /** The first of these, by name. */
  readonly putAwayItems: readonly { readonly link: string; readonly title: string }[];
  /** What ended the last run, where it did not come to its links: 'M2K.Unauthorized.rejected'. */
  readonly lastError: string | null;
  /** ISO 8601 UTC of the last end of a run, good or bad. */
  readonly lastAttempt: string | null;
  readonly running: boolean;
  /** Background syncing, by the user. */
  readonly paused: boolean;
  /** ISO 8601 UTC of the last time the task came by; null: it never did. */
  readonly lastTick: string | null;
  /** Why it did nothing then: 'M2K.Unavailable.outlook-closed'; null when it did. */
  readonly idle: string | null;
}
