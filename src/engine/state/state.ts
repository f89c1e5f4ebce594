// What is remembered between runs: observations, never work queues. Types and the Store interface; the file is store.ts.
import type { ItemId, Kind, SideName, Uid } from '../model/ids.js';
import type { FieldName, Fields } from '../model/item.js';
import type { Mark, Part, Ref } from '../side/side.js';

/**
 * Raised when a codec's values change meaning: base values of another version are re-based, never taken for edits (rules.md 1).
 * A field without a base value counts the same.
 */
export const CODEC_VERSION = 2;

/** The pairing of a base row that is not stored yet. */
export const UNSTORED = '';

/** Where a pairing's item was first seen. */
export type Origin = SideName | 'both';

export interface BaseSide extends Ref {
  readonly parts: readonly Part[];
  /**
   * Values that this side keeps rewriting although nobody edited opposite: after three runs they are what is expected of this side
   * (rules.md 4). Empty in a healthy pairing.
   */
  readonly habits: Readonly<Record<string, unknown>>;
  /** Field -> runs in a row in which this side read back something else than was sent. */
  readonly rewrites: Readonly<Record<string, number>>;
  /** Names of files that only this side has (side.ts, Found). */
  readonly unkept?: readonly string[];
}

/** The last agreement of one pairing (rules.md 1). Hashes are derived from it, never stored. */
export interface Base<K extends Kind = Kind> {
  readonly pairing: string;
  readonly kind: K;
  readonly uid: Uid;
  /** The agreed value of every field, as rich as any side told it: each side is expected to hold its `narrow` of this. */
  readonly fields: Partial<Fields<K>>;
  readonly codec: number;
  readonly outlook: BaseSide;
  readonly server: BaseSide;
  readonly origin: Origin;
  readonly mark?: Mark;
  /** ISO UTC of the first complete listing that lacked the item, without proof of deletion (rules.md 13). */
  readonly absentSince?: string;
  /** The user put the item elsewhere in Outlook: the server keeps it, nothing is deleted, it is not created again (rules.md 13). */
  readonly putAway?: boolean;
}

/** One write of an action, as committed before it is made (rules.md 2). */
export interface IntentWrite<K extends Kind = Kind> {
  readonly side: SideName;
  readonly kind: 'create' | 'update' | 'delete';
  readonly ref: Ref | null;
  readonly fields: readonly FieldName<K>[];
  /** What the target held before, null for a create. */
  readonly before: Fields<K> | null;
}

export interface Intent<K extends Kind = Kind> {
  readonly id: string;
  readonly kind: K;
  readonly uid: Uid;
  /** null until the pairing exists. */
  readonly pairing: string | null;
  readonly agreed: Fields<K>;
  readonly writes: readonly IntentWrite<K>[];
  readonly at: string;
}

/** What was overwritten or deleted, or lost a clash (rules.md 2, 20, 30). */
export interface PreImage {
  readonly link: string;
  readonly at: string;
  readonly side: SideName;
  readonly uid: Uid;
  readonly kind: Kind;
  readonly why: 'overwritten' | 'deleted' | 'lost';
  /** The cell of the decision table, or the rule, that led to it. */
  readonly cell: string;
  /** For people: the subject or the name. */
  readonly title: string;
  readonly parts: readonly Part[];
  /** The run that did it: the same text for all of a run. */
  readonly run: string;
  /** Values of every field that the item then had. */
  readonly fields: Fields<Kind>;
  /** Fields that the write changed, or that lost: only these are put back. All of a deletion. */
  readonly changed: readonly string[];
  /** Of a deletion: what both sides had agreed on, and the other side's parts, so that all of it can be made again. */
  readonly before?: { readonly fields: Partial<Fields<Kind>>; readonly parts: readonly Part[] };
  /** Where a deletion left the item, when the side has such a place; noted after the deletion. */
  readonly trash?: ItemId;
}

/** A pre-image as it lies in the undo file. */
export interface KeptImage extends PreImage {
  readonly id: number;
  /** ISO 8601 UTC, once it was put back. */
  readonly restoredAt?: string;
}

export interface HistoryQuery {
  /** ISO 8601 UTC; nothing older. */
  readonly since?: string;
  readonly run?: string;
  readonly ids?: readonly number[];
}

/** What was overwritten or deleted, for those who want it back (rules.md 30). */
export interface History {
  /** Newest first. */
  find(query: HistoryQuery): readonly KeptImage[];
  noteRestored(ids: readonly number[], at: string): void;
  /** Forgets what is older than `before` (ISO 8601 UTC), then the oldest until the texts take no more than `bytes`. */
  trim(limits: { readonly before: string; readonly bytes: number }): void;
}

export interface LinkMemory {
  /** ISO UTC: when the link was made. Items older than it are no strays (rules.md 19). */
  readonly birth: string;
  /** Outlook items that were there when the link was made. */
  readonly atBirth: readonly ItemId[];
  /** The first run was shown to the user and accepted, or met an empty folder (rules.md 9). */
  readonly accepted: boolean;
  readonly cursors: Readonly<Partial<Record<SideName, string>>>;
  /** Server ids listed but not settled (failed, held, unreadable): fetched every run until they are (rules.md 15). */
  readonly unsettled: Readonly<Record<SideName, readonly ItemId[]>>;
  /** Ids of base rows that the listing of the cursor lacked: not to be taken for listed because nothing is said of them again. */
  readonly missing: Readonly<Record<SideName, readonly ItemId[]>>;
  /** `side uid` -> what that side refused: not tried again until the values change. */
  readonly refused: Readonly<Record<string, Refusal>>;
  /** Items with our mark that the server lacked when the state was lost: held, whatever the later runs know (rules.md 5). */
  readonly wasSynced?: readonly Uid[];
  /** Canonical text of the direction and the rights that `birth` and `atBirth` were taken under: others take them again (rules.md 19). */
  readonly rules?: string;
  /** Where Outlook's items were (rules.md 13): a listing from another place is not compared with this state. */
  readonly place?: string;
  /** Of the stamp in the folder, as of this state: a folder that is further has seen a state that was lost (rules.md 5). */
  readonly generation?: number;
  /** Runs of this link that came to their end. */
  readonly runs: number;
}

export interface Refusal {
  readonly reason: string;
  /** Canonical text of the refused values. */
  readonly values: string;
}

export interface LastRun {
  readonly at: string;
  /** JSON of the run's report. */
  readonly report: string;
}

export interface Settlement<K extends Kind> {
  readonly intent: string | null;
  /** The pairing whose row is replaced or forgotten; null when there was none. */
  readonly pairing: string | null;
  readonly base: Base<K> | null;
  /** Deletions carried out, for the guard's count of 24 hours (rules.md 14). */
  readonly deletions?: number;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** The state of one profile. Every method either has happened or throws M2KError StateBroken. */
export interface Store {
  memory(link: string): LinkMemory | undefined;
  remember(link: string, memory: LinkMemory): void;
  bases<K extends Kind>(link: string, kind: K): readonly Base<K>[];
  intents<K extends Kind>(link: string, kind: K): readonly Intent<K>[];
  /** Commit (a): pre-images to the undo file, then the intent. The write may only be made after this returned. */
  begin<K extends Kind>(link: string, intent: Intent<K>, preImages: readonly PreImage[]): void;
  /** Commit (b): the new base row (null: the pairing is forgotten) and the end of the intent, as one. */
  settle<K extends Kind>(link: string, change: Settlement<K>): void;
  /** Ends an intent whose write is known not to have happened. */
  abandon(link: string, intent: string): void;
  /** Forgets all that is known of the link but its pre-images. */
  forget(link: string): void;
  /** Deletions carried out by this link since `since` (ISO UTC). */
  deletionsSince(link: string, since: string): number;
  noteTrash(link: string, uid: Uid, trash: ItemId): void;
  readonly history: History;
  lastRun(): LastRun | undefined;
  noteRun(run: LastRun): void;
  close(): void;
}

