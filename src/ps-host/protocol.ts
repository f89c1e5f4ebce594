// What the engine may ask of the PowerShell host, and what it answers. Types and error codes; no I/O.
//
// A request is a JSON file under the profile's ipc folder, named in one fixed command (desk-rules.md 4); a reply is one base64 line on stdout.

import type { DeskFacts, FoundProgram, InstallationFacts, TaskFacts } from './desk-facts.js';
import type { ItemRecord, Members } from './item-record.js';
import type { CommandSource, OutlookSource } from './sources.js';
import type { WireDate, WireValue } from './wire-value.js';

/** Where an Outlook folder is. EntryIDs only mean something with their store (OOM 3.5). */
export interface FolderRef {
  readonly entryId: string;
  readonly storeId: string;
}

export interface FolderFacts extends FolderRef {
  readonly name: string;
  readonly path: string;
  readonly count: number;
  /** OlItemType: 1 appointments, 2 contacts. */
  readonly itemType: number;
  readonly storeName: string;
  /** '' where the store has no file; ISO time of the file's creation (rules.md 13). */
  readonly storeFile: string;
  readonly storeCreated: string;
  readonly profile: string;
  /** It lies in Deleted Items. */
  readonly deleted: boolean;
  /** The store answers and its folder can be read. */
  readonly connected: boolean;
}

/** Finds items by how the text of a property begins. `column` is its namespace with type suffix; `begins` holds no wildcard (%). */
export interface MarkQuery {
  readonly column: string;
  readonly begins: string;
}

/**
 * A column of Folder.GetTable: `add` is what Columns.Add is given (built-in name or namespace), `as` is our name for it.
 * Named dates are local, namespace dates UTC, binary is given as hex (OOM 2.4). `exact` gives a date as text with seven decimals,
 * as versions are spelled.
 */
export interface Column {
  readonly add: string;
  readonly as: string;
  readonly exact?: true;
}

/** One write to an item, done in the order given. The order is the codec's knowledge (OOM 3.1, 4.8); the host only does it. */
export type Step =
  | { readonly do: 'set'; readonly name: string; readonly to: WireValue }
  | { readonly do: 'zone'; readonly name: 'StartTimeZone' | 'EndTimeZone'; readonly to: string }
  | { readonly do: 'clearPattern' }
  | { readonly do: 'pattern'; readonly set: readonly { readonly name: string; readonly to: WireValue }[] }
  | { readonly do: 'user'; readonly name: string; readonly to: string }
  /** Makes the recipients be these, by address; one of type 0 (organiser) is left alone. `add` is what Recipients.Add is given. Nothing is sent. */
  | { readonly do: 'recipients'; readonly to: readonly { readonly add: string; readonly address: string; readonly type: number }[] }
  /** By PropertyAccessor, where no member does it; `schema` is one of the host's list. Binary (type 0102) is given in hexadecimal, a list of binaries (1102) in base64. */
  | { readonly do: 'property'; readonly schema: string; readonly to: boolean | number | string | readonly string[] }
  | OccurrenceStep
  /** Base64 of a picture's octets; null takes it away. */
  | { readonly do: 'picture'; readonly to: string | null }
  /** The user property becomes `text`, a blank and the SHA-256 of the picture as it is stored: to be done after a save. */
  | { readonly do: 'seal'; readonly name: string; readonly text: string; readonly pictures: readonly string[] }
  /** Attaches a file of these octets (base64) by value, under a name that Windows takes. One that Outlook does not take is left out. */
  | { readonly do: 'attach'; readonly name: string; readonly octets: string }
  /** Takes away the file of that name whose octets have that hash. */
  | { readonly do: 'detach'; readonly name: string; readonly sha256: string }
  /** Base64 of the formatted text, of which Body is the plain one. */
  | { readonly do: 'rtf'; readonly to: string }
  /** Members of a distribution list: `add` as Outlook resolves them (`Name <address>`), `remove` by address in any case. */
  | { readonly do: 'members'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly do: 'save' };

/**
 * Deletes one occurrence of a saved series, or does `steps` to it (set) and saves it; the master is fetched anew after it (OOM 4.6, 4.7).
 * `at`: its start by the pattern on the machine's clock, as GetOccurrence wants it; `date`: the same day in the zone of the series.
 */
export type OccurrenceStep =
  | { readonly do: 'deleteOccurrence'; readonly at: WireDate; readonly date: WireDate }
  | { readonly do: 'changeOccurrence'; readonly at: WireDate; readonly date: WireDate; readonly steps: readonly Step[] };

/** No values: `{}`. */
export type Nothing = Readonly<Record<string, never>>;

/** Operation -> [request, reply]. The host dispatches by this list and no other name. */
export interface Operations {
  /**
   * Opens Outlook's root object by the named function and reports the desk. `startedBefore`: an earlier host of this run started Outlook,
   * so that this one may quit it (desk-rules.md 8).
   */
  open: [{ readonly outlook: OutlookSource; readonly start: boolean; readonly startedBefore?: boolean }, DeskFacts];
  /** Throws when Outlook is gone: tells "dead" from "empty" (OOM 7.2). */
  ping: [Nothing, { readonly profile: string }];
  getSecret: [{ readonly path: string }, { readonly secret: string }];
  /** The registry's values as they are (engine/config/policy.ts knows what they mean). */
  getPolicy: [Nothing, { readonly values: readonly { readonly from: 'machinePolicy' | 'userPolicy' | 'machineDefault'; readonly name: string; readonly value: string | number }[] }];
  /** The proxy that Windows has for an address, 'http://proxy:3128'; '' where the way is direct. */
  getProxy: [{ readonly url: string }, { readonly proxy: string }];
  /** `name` has {0} for the SID of the user, who is told too (engine/task/spread.ts). */
  getTask: [{ readonly scheduler: CommandSource; readonly folder: string; readonly name: string }, { readonly sid: string; readonly machine: string; readonly task: TaskFacts | null }];
  writeTask: [{ readonly scheduler: CommandSource; readonly folder: string; readonly name: string; readonly xml: string }, TaskFacts];
  /** `all`: every task of the folder that the user may delete. */
  removeTasks: [{ readonly scheduler: CommandSource; readonly folder: string; readonly name: string; readonly all: boolean }, { readonly removed: number }];
  /** What of this computer an installation depends on, read and not judged. */
  getInstallation: [{ readonly facts: CommandSource }, InstallationFacts];
  /** Programs whose name, command or description is like a pattern of .NET, whatever the case. */
  findPrograms: [{ readonly programs: CommandSource; readonly like: string }, { readonly found: readonly FoundProgram[] }];
  writeEvent: [{ readonly log: CommandSource; readonly id: number; readonly kind: string; readonly text: string }, { readonly written: boolean }];
  /** Finds or makes a folder of that item type: the default one, or `name` under it. */
  ensureFolder: [{ readonly itemType: 1 | 2; readonly name: string | null; readonly create: boolean }, FolderFacts & { readonly made: boolean }];
  getFolder: [FolderRef, FolderFacts];
  /** AlreadyThere where another folder beside it has that name; Refused where Outlook takes no such name there. */
  renameFolder: [FolderRef & { readonly name: string }, FolderFacts];
  /** One page of a table read once: `cursor` null starts it; the reply's `next` is null at the end. Rows in the order of `columns`. */
  listFolder: [
    { readonly folder: FolderRef; readonly columns: readonly Column[]; readonly cursor: number | null },
    { readonly rows: readonly (readonly WireValue[])[]; readonly next: number | null; readonly count: number },
  ];
  /** EntryIDs of the events that Outlook itself made for birthdays and anniversaries (OOM 5.3), as the contacts of the mailbox name them. */
  personalEvents: [{ readonly columns: readonly string[] }, { readonly ids: readonly string[] }];
  readItems: [
    { readonly folder: FolderRef; readonly ids: readonly string[]; readonly members: Members },
    { readonly items: readonly ({ readonly ok: true; readonly item: ItemRecord } | ({ readonly ok: false; readonly id: string } & WireFailure))[]; readonly left: readonly string[] },
  ];
  /**
   * id null makes a new item by Items.Add(messageClass), unless an item of the folder is found by `unless` (null asks nothing).
   * Else compares the version. Then does the steps, saves where they say so, lets go, fetches anew and reads (SaveAndReload, OOM 3.6).
   */
  writeItem: [
    {
      readonly folder: FolderRef; readonly id: string | null; readonly version: string | null; readonly messageClass: string;
      readonly unless: MarkQuery | null; readonly steps: readonly Step[]; readonly members: Members;
    },
    ItemRecord,
  ];
  /**
   * `trash`: the item's id in Deleted Items, found by id, else by mark; null when it could not be found there. Already gone is success.
   */
  deleteItem: [{ readonly folder: FolderRef; readonly id: string; readonly version: string | null; readonly mark: MarkQuery | null }, { readonly trash: string | null }];
  /** Moves an item that lies in Deleted Items back into the folder, found by id, else by mark; null when it is not there. */
  reviveItem: [{ readonly folder: FolderRef; readonly id: string; readonly mark: MarkQuery | null }, { readonly id: string | null }];
  /** Looks by id, then by mark: in the folder, in Deleted Items, in every other folder of that item type (rules.md 13). */
  locateItem: [{ readonly folder: FolderRef; readonly id: string; readonly mark: MarkQuery | null }, { readonly at: 'deleted' | 'absent' | 'elsewhere' | 'here'; readonly id: string | null }];
  /** Moves an item of `folder` into the folder `to`; null when it is in `folder` no more. */
  moveItem: [{ readonly folder: FolderRef; readonly id: string; readonly to: FolderRef }, { readonly id: string | null }];
  /** The text kept in the folder's hidden item; '' for none yet. Refused where the store keeps none. */
  readStamp: [{ readonly folder: FolderRef }, { readonly text: string }];
  writeStamp: [{ readonly folder: FolderRef; readonly text: string }, Nothing];
  /** Takes user properties off every item, and our hidden item out of every folder. `left`: items that could not be saved. */
  clearMarks: [{ readonly names: readonly string[]; readonly columns: readonly string[] }, { readonly items: number; readonly stamps: number; readonly left: number }];
  /** Leaves a post in the Inbox. Nothing is sent. */
  postNotice: [{ readonly subject: string; readonly body: string }, Nothing];
  /** A new folder in a data file for trials, which the profile gets where it has it not yet. `file`: full path of an m2ksync-check.pst. */
  trialFolder: [{ readonly file: string; readonly itemType: 1 | 2; readonly name: string }, FolderFacts];
  /** Takes that data file out of the profile; the file itself is the caller's to delete. */
  removeTrial: [{ readonly file: string }, Nothing];
  quit: [Nothing, Nothing];
}

export type Operation = keyof Operations;
export type RequestOf<Op extends Operation> = Operations[Op][0];
export type ReplyOf<Op extends Operation> = Operations[Op][1];

/** Every code the host may give; Host.psm1 has the same list and a test compares them. */
export const HOST_ERRORS = [
  'Stale', 'NotFound', 'AlreadyThere', 'Refused', 'Unreadable', 'Busy', 'OutlookDead', 'OutlookMissing', 'OutlookClosed', 'Guarded',
  'PolicyBlocked', 'SecretUnreadable', 'BadRequest', 'HostBug',
] as const;

export type HostErrorCode = (typeof HOST_ERRORS)[number];

export interface WireFailure {
  readonly code: HostErrorCode;
  /** For logs; Outlook's own part of it is in the language of its user interface. */
  readonly message: string;
  /** A stable word that narrows the code: 'folder', 'open-unsaved', 'elevated', 'new-outlook', ... */
  readonly reason?: string;
  /** The item that is in the way (AlreadyThere). */
  readonly item?: string;
  /** Something of the write was saved before it failed: it must not simply be done again. */
  readonly part?: true;
  /** '0x80010001', where a COM call failed. */
  readonly hresult?: string;
  readonly member?: string;
}

/** Calls an operation on the host. Rejects with M2KError. What outlook-side is given; it knows no process. */
export type HostCall = <Op extends Operation>(operation: Op, request: RequestOf<Op>) => Promise<ReplyOf<Op>>;
