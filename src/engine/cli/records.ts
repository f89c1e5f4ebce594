// The engine's contract with whoever started it (the module's cmdlets, Task Scheduler, a script): one request line in, record lines out.
// JSON, one object a line, ASCII with \u escapes, ended by exactly one `result` or `error` (design.md 6).
//
// No line grows with the number of items: ConvertFrom-Json of Windows PowerShell 5.1 takes 2,097,152 characters and no more. So every item is
// a record of its own and results hold summaries.
import type { OptionRow, OptionValue } from '../config/options.js';
import type { PolicyValue } from '../config/policy.js';
import type { Interval } from '../config/schedule.js';
import type { CollectionSettings, Preset, Scope } from '../config/settings.js';
import type { DeskStatus } from './commands/all-status.js';
import type { LogEntry, LogLevel } from '../log/entry.js';
import type { HistoryEntry, Problem, RunSummary, StatusView } from '../report/views.js';
import type { Kind } from '../model/ids.js';
import type { CheckView } from '../report/check.js';
import type { InstallationRow } from '../report/installation.js';
import type { ItemOutcome } from '../sync/outcome.js';
import type { Acceptance } from '../sync/run-options.js';
import type { SpokenCode } from '../words/errors.js';
import type { Language } from '../words/text.js';

export const RECORDS_VERSION = 1;

interface RequestCommon {
  readonly v: typeof RECORDS_VERSION;
  /** A profile's name; 'default' unless the user has several. */
  readonly profile?: string;
  /** What the user asked for; else what was chosen when connecting. */
  readonly language?: Language;
  /** What the shell speaks ('zh-TW', 'de-DE'): for a user who chose nothing. */
  readonly culture?: string;
  /** True: every text value of the records begins with '=', for ConvertFrom-Json of PowerShell 6 and later takes texts that look like dates for dates. */
  readonly marked?: boolean;
}

export type Request = RequestCommon & (
  | { readonly command: 'connect'; readonly address: string; readonly host: string; readonly secret: string; readonly preset?: Preset; readonly caldavUrl?: string; readonly carddavUrl?: string; readonly allowHttp?: boolean; readonly certificateSha256?: string; readonly proxy?: string;
      /** True: the engine has its PowerShell host store the secret. Cmdlets store it themselves once the result has come (desk-rules.md 5). */
      readonly keepSecret?: boolean }
  | { readonly command: 'disconnect' }
  /**
   * `add`: URL or path of a calendar or book that others share and no listing names; `owner`: whose, with `name` where it is not the default one. Looked
   * at before it is kept. `remove`: an URL, path, owner or id of what was so added.
   */
  | { readonly command: 'collections'; readonly refresh?: boolean; readonly add?: string; readonly owner?: string; readonly name?: string; readonly scope?: Scope; readonly remove?: string }
  /** The probe; `write`: with throw-away events. */
  | { readonly command: 'check-server'; readonly write?: boolean }
  /** The side contract on this computer's Outlook; `only`: cases whose name holds this text. */
  | { readonly command: 'check-outlook'; readonly only?: string }
  /** What an installation needs of this computer; `write`: with a task and a file that are gone afterwards; `outlook`: with the cases of check-outlook. */
  | { readonly command: 'check-installation'; readonly write?: boolean; readonly outlook?: boolean; /** In which the cmdlets speak. */ readonly strings?: Language }
  | { readonly command: 'select'; readonly collection: string; readonly enabled?: boolean; readonly direction?: CollectionSettings['direction']; readonly defaultFolder?: boolean; readonly clash?: CollectionSettings['clash'];
      readonly birthdays?: boolean; readonly merged?: boolean;
      /** True: join the collection to a folder anew, forgetting what was known of the one before. */
      readonly relink?: boolean;
      /** With `enabled` false: what sync brought to Outlook goes from there. */
      readonly removeItems?: boolean } & Partial<Pick<CollectionSettings, 'attendees' | 'busyOnly' | 'reminders' | 'pastDays' | 'futureDays'>>
  | { readonly command: 'sync'; readonly whatIf?: boolean; readonly accept?: readonly Acceptance[]; readonly scheduled?: boolean; readonly retry?: boolean }
  /** Items that the last run left undone, as `item` records. */
  | { readonly command: 'failures' }
  /** `since`: ISO 8601 UTC. `run`: as an entry names it. */
  | { readonly command: 'history'; readonly since?: string; readonly run?: string }
  /** By the ids of entries, or all of a run. */
  | { readonly command: 'restore'; readonly ids?: readonly number[]; readonly run?: string; readonly whatIf?: boolean }
  | { readonly command: 'status' }
  /** The user's scheduled task. `all`: with 'unregister', those of other users too, as far as this one may. */
  | { readonly command: 'task'; readonly action: 'get' | 'register' | 'unregister'; readonly all?: boolean }
  | { readonly command: 'schedule'; readonly intervalMinutes?: Interval; readonly atLogOn?: boolean }
  /** The names of the user's profiles. */
  | { readonly command: 'profiles' }
  /** Everything of ours off Outlook's items, and all that is kept of the profile. Items stay. */
  | { readonly command: 'forget-all' }
  /** The heartbeat of every user of this computer, as far as this one may read them. */
  | { readonly command: 'all-status' }
  /** Another password for the account as it is; without `secret` the one that is stored is taken away. `keepSecret` as for connect. */
  | { readonly command: 'secret'; readonly secret?: string; readonly keepSecret?: boolean }
  /** What runs left in the log, as `log` records: the newest `last` of that level or graver. `since`: ISO 8601 UTC. */
  | { readonly command: 'log'; readonly since?: string; readonly level?: LogLevel; readonly last?: number }
  /** What may be given to others. */
  | { readonly command: 'diagnostic' }
  /** What may be set, what holds and who said so. */
  | { readonly command: 'options' }
  | { readonly command: 'set-option'; readonly name: string; readonly value: OptionValue | null }
  | { readonly command: 'pause'; readonly paused: boolean }
  /** What the Run entry starts in the user's session. */
  | { readonly command: 'logon' }
  /** What the task starts: every profile of the user in turn. */
  | { readonly command: 'scheduled' }
);

export type CommandName = Request['command'];

/** The only line that may follow the request: finish the item in hand, commit, end with exit code 130. A closed stdin says the same. */
export interface CancelLine {
  readonly t: 'cancel';
}

export interface CollectionView extends Omit<CollectionSettings, 'folder' | 'movingFrom'> {
  /** Stable within the profile: what Set-M2KSyncCollection takes. */
  readonly id: string;
  /** Why the direction is not the user's to choose. */
  readonly directionFixed?: 'no-rights' | 'policy';
  /** The Outlook folder's name once a run has made or adopted it. */
  readonly folder: string | null;
}

/** One case of the side contract: a sentence about behaviour, and why it does not hold here. */
export interface OutlookCheck {
  readonly kind: Kind;
  readonly name: string;
  readonly ok: boolean;
  readonly why: string;
}

export interface ResultValues {
  readonly connect: { readonly address: string; readonly host: string; readonly collections: readonly CollectionView[]; /** Where the secret is to be stored: a text of ConvertFrom-SecureString. */ readonly secretPath: string };
  readonly disconnect: { readonly address: string | null };
  readonly collections: { readonly collections: readonly CollectionView[] };
  readonly 'check-server': CheckView;
  readonly 'check-outlook': { readonly cases: readonly OutlookCheck[] };
  /** `report`: JSON without host, address and names. */
  readonly 'check-installation': { readonly rows: readonly InstallationRow[]; readonly cases: readonly OutlookCheck[]; readonly report: string };
  readonly select: { readonly collection: CollectionView };
  /** `problems` are those of whole links; an item's own comes with its record. */
  readonly sync: { readonly run: RunSummary; readonly summary: string; readonly problems: readonly Problem[] };
  readonly failures: { readonly count: number };
  readonly history: { readonly count: number };
  /** `asked`: how many items were to come back. What came back are the records whose cell is 'restore'. */
  readonly restore: { readonly run: RunSummary; readonly summary: string; readonly problems: readonly Problem[]; readonly asked: number };
  readonly status: StatusView;
  readonly task: { readonly task: TaskView; readonly removed: number };
  readonly schedule: { readonly task: TaskView; readonly removed: number };
  readonly profiles: { readonly profiles: readonly string[] };
  readonly 'forget-all': { readonly items: number; readonly stamps: number; readonly left: number; readonly folder: string };
  /** `denied`: users whose folder may not be read. */
  readonly 'all-status': { readonly desks: readonly DeskStatus[]; readonly denied: number };
  readonly secret: { readonly address: string; readonly host: string; readonly kept: boolean; readonly secretPath: string };
  readonly log: { readonly count: number; readonly folder: string };
  /** JSON; no host, address, name or text. */
  readonly diagnostic: { readonly report: string };
  readonly options: { readonly options: readonly OptionView[] };
  /** The one that was set. */
  readonly 'set-option': { readonly options: readonly OptionView[] };
  readonly pause: { readonly pausedAt: string | null };
  readonly logon: { readonly registered: boolean; readonly enabled: boolean };
  readonly scheduled: { readonly profiles: readonly ScheduledProfile[] };
}

export interface OptionView {
  readonly name: string;
  /** What holds; null: nothing does, or each collection has its own. */
  readonly value: OptionValue | null;
  readonly text: string;
  readonly from: PolicyValue['from'] | 'user' | 'default';
  /** Policy decides it: it cannot be set. */
  readonly managed: boolean;
  readonly set: OptionRow['set'];
  readonly allowed: string;
  readonly title: string;
  readonly help: string;
}

export interface TaskView {
  readonly registered: boolean;
  /** In the scheduler. */
  readonly path: string | null;
  readonly enabled: boolean;
  readonly running: boolean;
  /** What holds under policy; the task's own may be of before. */
  readonly intervalMinutes: number;
  readonly atLogOn: boolean;
  /** ISO 8601 UTC */
  readonly pausedAt: string | null;
  readonly taskInterval: number | null;
  readonly nextRun: string | null;
  readonly lastRun: string | null;
}

export interface ScheduledProfile {
  readonly profile: string;
  readonly exitCode: number;
  /** 'M2K.Unavailable.paused': what ended it; null when it came to its end. */
  readonly error: string | null;
}

export type EngineRecord =
  | { readonly t: 'hello'; readonly v: typeof RECORDS_VERSION; readonly version: string }
  | { readonly t: 'progress'; readonly phase: string; readonly done: number; readonly total: number; readonly text: string }
  | { readonly t: 'item'; readonly item: ItemOutcome; readonly text: string; readonly problem: Problem | null }
  | { readonly t: 'history'; readonly entry: HistoryEntry; readonly text: string }
  | { readonly t: 'log'; readonly entry: LogEntry }
  | { readonly t: 'warning'; readonly id: string; readonly text: string }
  | { [C in CommandName]: { readonly t: 'result'; readonly command: C; readonly value: ResultValues[C]; readonly exitCode: number } }[CommandName]
  | ErrorRecord;

/** Ends a run that could not go on. The exit code of the process is the same. */
export interface ErrorRecord extends Problem {
  readonly t: 'error';
  readonly code: SpokenCode;
  readonly exitCode: number;
}

export type ResultRecord = Extract<EngineRecord, { readonly t: 'result' }>;
