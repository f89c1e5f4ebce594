// The engine's contract with whoever started it (the module's cmdlets, Task Scheduler, a script): one request line in, record lines out.
// JSON, one object a line, ASCII with \u escapes, ended by exactly one `result` or `error` (design.md 6).
import type { ErrorCode } from '../errors.js';
import type { Acceptance } from '../sync/run-options.js';
import type { ItemOutcome, RunOutcome } from '../sync/outcome.js';

export const RECORDS_VERSION = 1;

export type Language = 'zh-TW' | 'en-US';

interface RequestCommon {
  readonly v: typeof RECORDS_VERSION;
  /** A profile's name; 'default' unless the user has several. */
  readonly profile?: string;
  readonly language?: Language;
}

export type Request = RequestCommon & (
  | { readonly command: 'connect'; readonly address: string; readonly host: string; readonly secret: string; readonly preset?: 'mail2000' | 'generic'; readonly caldavUrl?: string; readonly carddavUrl?: string; readonly allowHttp?: boolean }
  | { readonly command: 'disconnect' }
  | { readonly command: 'collections'; readonly refresh?: boolean }
  | { readonly command: 'select'; readonly collection: string; readonly enabled?: boolean; readonly direction?: 'both' | 'toOutlook'; readonly defaultFolder?: boolean; readonly clash?: 'server' | 'outlook' | 'newer' }
  | { readonly command: 'sync'; readonly whatIf?: boolean; readonly accept?: readonly Acceptance[]; readonly scheduled?: boolean }
  | { readonly command: 'status' }
);

export type CommandName = Request['command'];

export interface CollectionRecord {
  /** Stable within the profile: what Set-M2KSyncCollection takes. */
  readonly id: string;
  readonly href: string;
  readonly kind: 'event' | 'contact';
  readonly name: string;
  readonly scope: 'personal' | 'shared' | 'public' | 'local' | 'group' | 'ldap';
  readonly rights: { readonly add: boolean | null; readonly change: boolean | null; readonly remove: boolean | null };
  readonly enabled: boolean;
  readonly direction: 'both' | 'toOutlook';
  /** Why the direction is not the user's to choose. */
  readonly directionFixed?: 'no-rights' | 'policy';
  readonly folder: string | null;
  readonly clash: 'server' | 'outlook' | 'newer';
}

export interface StatusRecord {
  readonly connected: boolean;
  readonly address: string | null;
  readonly host: string | null;
  readonly stateFolder: string;
  readonly lastRun: RunOutcome | null;
  readonly lastSuccess: string | null;
  readonly putAway: number;
  readonly running: boolean;
}

export interface ResultValues {
  readonly connect: { readonly address: string; readonly host: string; readonly collections: readonly CollectionRecord[]; readonly secretPath: string };
  readonly disconnect: { readonly address: string | null };
  readonly collections: { readonly collections: readonly CollectionRecord[] };
  readonly select: { readonly collection: CollectionRecord };
  readonly sync: { readonly run: RunOutcome; readonly summary: string };
  readonly status: StatusRecord;
}

export type EngineRecord =
  | { readonly t: 'hello'; readonly v: typeof RECORDS_VERSION; readonly version: string }
  | { readonly t: 'progress'; readonly phase: string; readonly done: number; readonly total: number; readonly text: string }
  | { readonly t: 'item'; readonly item: ItemOutcome; readonly text: string }
  | { readonly t: 'warning'; readonly id: string; readonly text: string }
  | { [C in CommandName]: { readonly t: 'result'; readonly command: C; readonly value: ResultValues[C]; readonly exitCode: number } }[CommandName]
  | ErrorRecord;

export interface ErrorRecord {
  readonly t: 'error';
  /** Stable: 'M2K.Unauthorized', 'M2K.Unavailable.host-not-found'. */
  readonly id: string;
  readonly code: ErrorCode | 'Bug' | 'Usage';
  /** A sentence that says what happened and one that says what to do next, in the request's language. */
  readonly message: string;
  readonly remedy: string;
  readonly target: string | null;
  readonly exitCode: number;
}
