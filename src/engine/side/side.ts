// The one interface that both sides implement; the sync core knows nothing else of Outlook or of DAV.
//
// item     an event or a contact with all that belongs to it (a series is one item)
// id       where the item is on its side; may change (moved, re-created), the UID does not
// version  changes whenever the item may have changed; UNKNOWN_VERSION equals none
// part     one object the item is stored as (rules.md 11): 'master', 'detached:<recurrence-id>', 'expanded:<start>'
// mark     what we wrote into an Outlook item so that it is recognised without our state (rules.md 7)
// listing  ids and versions of everything in the collection; only a complete one proves absence
import type { ItemId, Kind, SideName, Uid, Version } from '../model/ids.js';
import type { FieldName, Fields, Item } from '../model/item.js';

export interface Ref {
  readonly id: ItemId;
  readonly version: Version;
}

export interface Mark {
  readonly uid: Uid;
  /** Random, made when the mark was: tells the user's copy of an item from the item (rules.md 7). */
  readonly token: string;
  /** The link that wrote it. */
  readonly link: string;
  /** Of an item that is only one part of what its UID names: 'expanded:<start>'. */
  readonly part?: string;
}

export interface Listed extends Ref {
  readonly mark?: Mark;
  /** ISO 8601 UTC, where the side says when the item was made. */
  readonly created?: string;
  /** The listing itself says that the item cannot be used (a mail in a calendar, an error row). */
  readonly unusable?: string;
}

/** What we leave in a folder whose store allows it (rules.md 5, 8): which desk syncs it, and how far its state was then. */
export interface Stamp {
  readonly desk: string;
  /** Counts the runs that wrote something. */
  readonly generation: number;
  /** ISO 8601 UTC. */
  readonly at: string;
}

export interface Listing {
  readonly items: readonly Listed[];
  /** False: this listing proves nothing about what it lacks; `because` says why. */
  readonly complete: boolean;
  readonly because?: string;
  /** Give it back at the next `list` to be told only what changed. Opaque. */
  readonly cursor?: string;
  /** Where the items physically are: another text means another profile, store or data file (rules.md 13). Opaque. */
  readonly place?: string;
  /** null: none yet. Absent: the side keeps none. */
  readonly stamp?: Stamp | null;
}

/** What the core remembers of the last listing. `known` holds every id it has settled, with its version. */
export interface ListingMemory {
  readonly cursor: string;
  readonly known: ReadonlyMap<ItemId, Version>;
}

/** The text an item is stored as: iCalendar or vCard text on the server, the row values as JSON in Outlook. Kept for overlay and undo. */
export interface Part extends Ref {
  readonly part: string;
  readonly text: string;
}

export interface Found<K extends Kind> extends Ref {
  readonly uid: Uid;
  readonly mark?: Mark;
  readonly fields: Fields<K>;
  /** With the values of fields that are hidden from the core (veil.ts): for making the item on the other side. */
  readonly whole?: Fields<K>;
  /** Master first. */
  readonly parts: readonly Part[];
  /**
   * The version is so young that another change may still carry the same one (Outlook's LastModificationTime has a resolution that is not
   * documented): the item is read once more at the next run before the version is believed.
   */
  readonly settling?: boolean;
  /**
   * Fields that this side must be told again although nobody changed them here: it shows them as it was told, and that no longer does. Never
   * edits. A series that is shown as single items is shown up to a date that moves on.
   */
  readonly due?: ReadonlySet<string>;
  /**
   * Names of files that belong to the item and are in neither its fields nor its parts: they stay on this side, and nothing could bring them back
   * (rules.md 30).
   */
  readonly unkept?: readonly string[];
  /** ISO 8601 UTC of the last change by a person or program, where the side says (LAST-MODIFIED, REV, LastModificationTime). */
  readonly modified?: string;
}

/** One row of an answer to `fetch`. An item that cannot be read is a row with its error, not a throw; `missing` = gone since it was listed. */
export type Fetched<K extends Kind> =
  | { readonly ok: true; readonly item: Found<K> }
  | { readonly ok: false; readonly id: ItemId; readonly error: Error; readonly missing: boolean };

/**
 * deleted: proven gone (server: 404 by GET; Outlook: in a Deleted Items folder; `id` = where it lies now).
 * absent: nowhere to be found, which proves nothing yet. elsewhere: in a folder we do not sync (put away). here: it is there after all.
 */
export type Whereabouts = { readonly at: 'deleted' | 'absent' | 'elsewhere' | 'here'; readonly id?: ItemId };

export interface Creation<K extends Kind> {
  readonly item: Item<K>;
  /** The parts of the item that this one re-creates: unmapped properties are taken from them. */
  readonly over?: readonly Part[];
  /**
   * Where the side has a place for what was deleted: an item there, known by this id or by the UID's mark, is brought back and written to
   * instead of made anew, so that it keeps what we do not map (rules.md 30).
   */
  readonly revive?: { readonly id: ItemId | null };
}

export interface Change<K extends Kind> {
  readonly ref: Ref;
  readonly item: Item<K>;
  /** Only these are written; all else in the object stays as it is. */
  readonly fields: ReadonlySet<FieldName<K>>;
  /** The item's parts as last seen, so that all of them are known without another look. */
  readonly parts: readonly Part[];
  /** The item's parts as they once were, of which this change brings something back: what fields do not say is taken from them. */
  readonly from?: readonly Part[];
}

export interface Side<K extends Kind> {
  readonly name: SideName;
  readonly kind: K;
  /** What this side can hold: after any write, a read gives `narrow` of what was written. Idempotent. */
  narrow(fields: Fields<K>): Fields<K>;
  /**
   * Whether this side only shows an item that says this, as something else than what it is: the other side leads then, and what is changed or
   * deleted here is undone. Absent: it never does.
   */
  showsOnly?(fields: Fields<K>): boolean;
  /** What of `wanted`, as this side would have to show it, is not `agreed`: as items of their own. Absent where it never `showsOnly`. */
  apart?(wanted: Fields<K>, agreed: Fields<K>): readonly Fields<K>[];
  /** Every item's id and version. Throws Unavailable, Busy, Unauthorized. */
  list(memory?: ListingMemory): Promise<Listing>;
  /** Items in any order. */
  fetch(ids: readonly ItemId[]): AsyncIterable<Fetched<K>>;
  /** Makes the item and gives it back as read after the write. Throws AlreadyThere (same UID), Refused, Busy, Unavailable, Unauthorized. */
  create(creation: Creation<K>): Promise<Found<K>>;
  /** The item with what a write of these fields would destroy and its parts do not hold yet (the formatting of a text). Throws Stale. Absent: nothing is. */
  keep?(found: Found<K>, fields: ReadonlySet<FieldName<K>>): Promise<Found<K>>;
  /** Throws Stale unless `ref.version` is current (or unknown). */
  update(change: Change<K>): Promise<Found<K>>;
  /** Throws Stale likewise; already gone is success. Gives the id under which it lies among the deleted, where there is such a place. */
  delete(ref: Ref, parts: readonly Part[]): Promise<{ readonly trash?: ItemId }>;
  /** What became of an item that a complete listing lacks. */
  locate(id: ItemId, uid: Uid): Promise<Whereabouts>;
  /** Leaves the stamp, where the side can. Throws as any write. */
  stamp?(stamp: Stamp): Promise<void>;
  /** Writes the item's UID into it where the side keeps marks (Outlook); a side without marks gives the ref back. Throws Stale. */
  mark(ref: Ref, uid: Uid): Promise<Ref & { readonly mark?: Mark }>;
}
