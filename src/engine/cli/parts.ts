// What the engine is given from outside: this computer, its Outlook, its clock. The product and the lab each make their own; main.ts knows no difference.
import type { Clock } from '../clock.js';
import type { AppointmentDesk } from '../codec/outlook/outlook-codec.js';
import type { Means } from '../codec/means.js';
import type { PolicyValue } from '../config/policy.js';
import type { FolderSettings } from '../config/settings.js';
import type { Resolver } from '../dav/srv.js';
import type { Kind, Uid } from '../model/ids.js';
import type { SideBench } from '../side/contract/bench.js';
import type { KnownSeries } from '../side/outlook-side-expanded.js';
import type { Side } from '../side/side.js';
import type { TaskOwner } from '../task/spread.js';
import type { Program } from '../task/task-xml.js';
import type { SignIn, SignInQuestion } from '../../ps-host/sign-in.js';
import type { ActiveSyncAccount, FoundProgram, InstallationFacts, TaskFacts } from '../../ps-host/desk-facts.js';

export interface FolderWish {
  readonly kind: Kind;
  /**
   * Names under the default folder of that kind, best first: the next is for where a folder of that name is neither empty nor ours
   * (design.md 5). null: Outlook's own default folder.
   */
  readonly names: readonly string[] | null;
  /** The link whose mark makes a filled folder ours. */
  readonly link: string;
  /** Where it was in the last run; no other is taken in its place. */
  readonly known: FolderSettings | null;
  /** False for a plan: nothing is made. */
  readonly create: boolean;
  /** Whether another tool filled this folder from the same collection, so that it is ours as well; never where absent. */
  readonly filled?: (folder: FolderSettings) => Promise<boolean>;
}

/** What the user chose about appointments, and who the user is. */
export type AppointmentOptions = Pick<AppointmentDesk, 'self' | 'meetings' | 'words'>;

export interface SideWish<K extends Kind> {
  readonly kind: K;
  readonly link: string;
  readonly means?: Means;
  readonly appointments?: AppointmentOptions;
  /** Events that Outlook made for birthdays and anniversaries; hidden when absent. */
  readonly personal?: 'hidden' | 'listed';
  /** What is known of series, for those that Outlook shows as single appointments; nothing when absent. */
  readonly series?: () => ReadonlyMap<Uid, KnownSeries>;
  /** The same of another link. */
  readonly seriesOf?: (link: string) => ReadonlyMap<Uid, KnownSeries>;
}

/** The user's mailbox as Outlook shows it, open for this run. */
export interface Mailbox {
  /** Finds, adopts or makes the folder; null when it is not there and may not be made. @throws M2KError Busy, Unavailable, Refused */
  ensureFolder(wish: FolderWish): Promise<FolderSettings | null>;
  /** The first name that Outlook takes; null when it takes none. @throws M2KError Busy, Unavailable */
  renameFolder(wish: { readonly folder: FolderSettings; readonly names: readonly string[] }): Promise<FolderSettings | null>;
  /** Moves an item from one folder to another; its new id, or null when it is not in the first any more. @throws M2KError Busy, Refused, Unavailable */
  moveItem(move: { readonly from: FolderSettings; readonly id: string; readonly to: FolderSettings }): Promise<string | null>;
  /** Leaves a note in the Inbox; sends nothing (rules.md 29). @throws M2KError where the store takes none */
  post(notice: { readonly subject: string; readonly body: string }): Promise<void>;
  /** Takes all that is ours off every item and out of every folder; `left`: items that could not be saved. @throws M2KError Busy, Unavailable */
  clearMarks(): Promise<{ readonly items: number; readonly stamps: number; readonly left: number }>;
  side<K extends Kind>(folder: FolderSettings, as: SideWish<K>): Side<K>;
  /** What Outlook keeps in step by itself. */
  readonly activeSync: readonly ActiveSyncAccount[];
  /** Where the side contract can be tried (desk-rules.md 23); absent where there is no Outlook behind. */
  readonly trial?: Trial;
}

/** A data file of its own in Outlook, beside the user's. `file`: full path of an m2ksync-check.pst. */
export interface Trial {
  /** A side over a new folder of that file. @throws M2KError Refused when the profile takes no data file */
  bench<K extends Kind>(file: string, about: { readonly kind: K; readonly name: string }): Promise<SideBench<K>>;
  /** Takes the file out of Outlook; deleting it is the caller's. */
  remove(file: string): Promise<void>;
}

/** This computer's keeper of secrets and its Outlook; one PowerShell host process stands behind both. */
export interface Desk {
  /** @throws M2KError Unauthorized (secret-missing, secret-unreadable) */
  readSecret(path: string): Promise<string>;
  /** Only PowerShell writes it (desk-rules.md 5). */
  writeSecret(path: string, secret: string): Promise<void>;
  /** What administrators have set on this computer and for this user; empty where there is no registry. */
  readPolicy(): Promise<readonly PolicyValue[]>;
  /** The proxy that the system has for a URL; undefined: the way is direct. */
  proxyFor(url: string): Promise<string | undefined>;
  /** The user's scheduled task, and who the user is to the scheduler. */
  getTask(): Promise<TaskOwner & { readonly task: TaskFacts | null }>;
  /** In place of the one before. @throws M2KError Refused where the scheduler says no */
  writeTask(xml: string): Promise<TaskFacts>;
  /** `all`: those of other users too, as far as this one may. How many there were. */
  removeTasks(options: { readonly all: boolean }): Promise<number>;
  /** One window of Windows; null where it was closed or nobody came. */
  signIn(question: SignInQuestion): Promise<SignIn | null>;
  /** What of this computer an installation depends on. @throws M2KError PolicyBlocked where no host may run */
  readInstallation(): Promise<InstallationFacts>;
  /** Whether an idle host ends when its input does; of its own process, whatever else is asked meanwhile. */
  endsWithInput(): Promise<boolean>;
  /** Programs that run in this session, or begin at logon, and are called like a pattern of .NET. */
  findPrograms(like: string): Promise<readonly FoundProgram[]>;
  /** Into the event log of Windows; nothing happens where nobody made our source. */
  writeEvent(event: { readonly id: number; readonly kind: string; readonly text: string }): Promise<void>;
  /** @param start whether Outlook may be started. @throws M2KError Unavailable outlook-closed when it runs not and may not be started */
  openMailbox(options: { readonly start: boolean }): Promise<Mailbox>;
  close(): Promise<void>;
}

export interface EngineParts {
  readonly version: string;
  readonly clock: Clock;
  readonly newId: () => string;
  /** This computer, as its user knows it: told to the user's other computers (rules.md 8). */
  readonly computer?: string;
  /** A locale's name, 'zh-TW' or 'en_US.UTF-8'. */
  readonly systemLanguage: string;
  /** Where profiles are kept unless --profile-root says otherwise. */
  readonly profileRoot: string;
  /** Of Windows; for the address that the sign-in is filled in with. */
  readonly userName?: string;
  /** Where every user of this computer has profiles, this one's among them. */
  everyRoot(): readonly { readonly user: string; readonly root: string }[];
  /** scheduled-task.xml. */
  taskTemplate(): string;
  /** What the task is to start. @throws M2KError Settings launcher-missing where it is not installed */
  taskProgram(): Program;
  /** The domain name system; Node's own when absent. */
  readonly resolver?: Resolver;
  /** Starts nothing before it is first asked for something. @throws M2KError PolicyBlocked outlook-needs-windows */
  openDesk(profileFolder: string): Promise<Desk>;
}

/** Standard streams and signals, so that main can be run inside a test. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown };
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Ctrl+C and the like. Gives the function that stops listening. */
  onStop(stop: () => void): () => void;
}
