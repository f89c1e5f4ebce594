// What the host tells of the computer, its Windows and its Outlook. Types only.
export interface DeskFacts {
  readonly languageMode: string;
  readonly psVersion: string;
  readonly psEdition: string;
  readonly outlookVersion: string;
  readonly profile: string;
  /** Windows id of the machine's zone (Application.TimeZones.CurrentTimeZone.ID). */
  readonly zone: string;
  /** HKCU\Control Panel\International sList; Outlook joins Categories with it and a blank. */
  readonly listSeparator: string;
  readonly culture: string;
  /** True when this host started Outlook. */
  readonly startedOutlook: boolean;
  readonly activeSync: readonly ActiveSyncAccount[];
}

/** An account of the profile that Outlook itself keeps in step by Exchange ActiveSync. */
export interface ActiveSyncAccount {
  readonly name: string;
  readonly address: string;
  /** Where its folders are; '' where Outlook names no store. */
  readonly storeId: string;
  readonly isDefault: boolean;
}

/** A program that runs in the user's session, or that an entry begins at logon. */
export interface FoundProgram {
  readonly at: 'process' | 'logon';
  readonly name: string;
}

/** As Windows keeps it; '' and null where it says nothing. What it means: engine/report/installation.ts. */
export interface InstallationFacts {
  /** Of Windows; 0 elsewhere. */
  readonly build: number;
  readonly bits: 32 | 64;
  readonly psVersion: string;
  readonly psEdition: string;
  readonly languageMode: string;
  /** Windows' number of the logon session; 0 is that of services, which has no desktop. */
  readonly session: number;
  /** Sessions with a desktop, this one among them. */
  readonly sessions: number;
  /** In which Windows speaks to this user. */
  readonly culture: string;
  /** Execution policies that an administrator has set: 'AllSigned', 'Undefined', ... */
  readonly policies: readonly string[];
  /** '16.0' of classic Outlook, and 'x86' or 'x64'. */
  readonly outlookVersion: string;
  readonly outlookBits: string;
  /** The new Outlook, which programs cannot drive. */
  readonly newOutlook: boolean;
  /** ObjectModelGuard of the Trust Center: 0 asks where the antivirus is out of date, 1 always, 2 never (OOM 6.3). */
  readonly guard: number | null;
  /** AdminSecurityMode 3 makes `prompt` count: promptoomaddressinformationaccess, 0 denies, 1 asks, 2 allows, 3 by the antivirus. */
  readonly guardMode: number | null;
  readonly guardPrompt: number | null;
  /** 0: the user switched notifications off. */
  readonly toasts: number | null;
  /** 1: an administrator did. */
  readonly toastsForbidden: number | null;
}

export interface TaskFacts {
  readonly path: string;
  readonly enabled: boolean;
  /** TASK_STATE: 0 unknown, 1 disabled, 2 queued, 3 ready, 4 running. */
  readonly state: number;
  /** ISO 8601 UTC; '' for never. */
  readonly lastRun: string;
  readonly nextRun: string;
  readonly xml: string;
}
