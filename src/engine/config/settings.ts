// What the user chose, as data. No secrets. The file is settings-file.ts, what is allowed is schema.ts.
import type { Kind } from '../model/ids.js';
import type { Language } from '../words/text.js';

export const PRESETS = ['mail2000', 'generic'] as const;
export const SCOPES = ['personal', 'shared', 'public', 'local', 'group', 'ldap'] as const;
export const DIRECTIONS = ['both', 'toOutlook'] as const;
export const CLASHES = ['server', 'outlook', 'newer'] as const;
export const SOURCES = ['home', 'proxy', 'listing', 'company', 'given'] as const;
export const RIGHTS_FROM = ['told', 'assumed', 'refused'] as const;
export const ATTENDEES = ['auto', 'recipients', 'text', 'off'] as const;
export const BUSY_ONLY = ['never', 'toServer', 'toOutlook', 'both'] as const;
export const LANGUAGES = ['zh-TW', 'en-US'] as const;
export const START_OUTLOOK = ['never', 'always'] as const;
export const UPDATES = ['user', 'administrator'] as const;
export const LOG_LEVELS = ['error', 'warning', 'info', 'debug'] as const;

export type Preset = (typeof PRESETS)[number];
export type Scope = (typeof SCOPES)[number];

export interface Account {
  /** The e-mail address, which is the user name too. */
  readonly address: string;
  /** As the user gave it: `mail.example.com`, with `:port` where it is not 443. */
  readonly host: string;
  /** Absent: the user did not say; mail2000, unless an administrator says otherwise. */
  readonly preset?: Preset;
  readonly caldavUrl?: string;
  readonly carddavUrl?: string;
  /** Without TLS the password crosses the network unprotected: only when the user said so. */
  readonly allowHttp?: boolean;
  /** SHA-256 of the only certificate that is accepted from the server. */
  readonly certificateSha256?: string;
  /** 'direct', 'system' (as Windows is set for the address), or 'http://proxy:3128'. Absent: 'system'. */
  readonly proxy?: string;
}

/** Where a collection's items are in Outlook, once a run has made or adopted the folder. */
export interface FolderSettings {
  readonly entryId: string;
  readonly storeId: string;
  readonly name: string;
  /** What the collection was called on the server when the folder had this name (mission M13). */
  readonly of?: string;
}

/** null: the server did not say. */
export interface ToldRights {
  readonly add: boolean | null;
  readonly change: boolean | null;
  readonly remove: boolean | null;
}

export interface CollectionSettings {
  readonly href: string;
  readonly kind: Kind;
  readonly name: string;
  readonly scope: Scope;
  /** As the server last told them, or as its refusals taught them. */
  readonly rights: ToldRights;
  /** Where the rights are from: the server's privilege set, what is assumed where it has none, or its refusals. */
  readonly rightsFrom?: (typeof RIGHTS_FROM)[number];
  /** ISO 8601 UTC: since when they are so. */
  readonly rightsAt?: string;
  /** '#RRGGBB' */
  readonly color?: string;
  /** How it came to be known. */
  readonly source?: (typeof SOURCES)[number];
  readonly enabled: boolean;
  readonly direction: (typeof DIRECTIONS)[number];
  /** Joined to Outlook's own default calendar or contacts folder instead of a folder of its own (mission M4). */
  readonly defaultFolder: boolean;
  readonly clash: (typeof CLASHES)[number];
  /** Calendars: events that Outlook made for birthdays and anniversaries of contacts are synced like all others. */
  readonly birthdays?: boolean;
  /** Company books: shares one Outlook folder with all books that have this; nobody is in it twice. */
  readonly merged?: boolean;
  readonly folder: FolderSettings | null;
  /** What becomes of attendees in Outlook (rules.md 27); 'auto' when absent. */
  readonly attendees?: (typeof ATTENDEES)[number];
  /** Directions in which only the time and whether it is taken cross (rules.md 24); 'never' when absent. */
  readonly busyOnly?: (typeof BUSY_ONLY)[number];
  /** Whether reminders come to Outlook and go from there (rules.md 28); absent: those of personal calendars. */
  readonly reminders?: boolean;
  /** Days that new items are made for on the other side (rules.md 16); absent or -1: all. */
  readonly pastDays?: number;
  readonly futureDays?: number;
  /** The default-folder option was switched: items that are still in these folders are on their way to `folder` (rules.md 23). */
  readonly movingFrom?: readonly FolderSettings[];
}

/** A calendar or book that no listing of the server names: on Mail2000 all that others share (reference: visibility of the three calendar kinds). */
export interface ExtraCollection {
  /** URL or path on the account's server. */
  readonly url: string;
  /** Whose it is, where it was given so (Add-M2KSyncCollection -Owner). */
  readonly owner?: string;
  readonly scope?: Scope;
}

export interface Settings {
  readonly language?: Language;
  /** '%USERNAME%@example.com': the address that the sign-in window is filled in with. */
  readonly addressTemplate?: string;
  /** Whether the task may start Outlook where it is closed (desk-rules.md 8); 'never' when absent. */
  readonly startOutlook?: (typeof START_OUTLOOK)[number];
  /** The icon at logon. */
  readonly tray?: boolean;
  /** Who may install; policy's alone. */
  readonly updates?: (typeof UPDATES)[number];
  /** What goes into the log; 'info' when absent. */
  readonly logLevel?: (typeof LOG_LEVELS)[number];
  readonly account?: Account;
  readonly extras?: readonly ExtraCollection[];
  /** By the id that people use (collection-id.ts). */
  readonly collections: Readonly<Record<string, CollectionSettings>>;
}

export const NO_SETTINGS: Settings = { collections: {} };
