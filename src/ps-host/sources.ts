// Where the host's Outlook and Windows come from: its own functions, or those that the lab names.

/** The one function that gives Outlook's root object: COM on Windows; the lab names its own (desk-rules.md 17). */
export interface OutlookSource {
  /** Full path of a module to import, or null for the host's own Get-M2KOutlook. */
  readonly module: string | null;
  readonly function: string;
  readonly arguments: Readonly<Record<string, string>>;
  /** Where Outlook's list separator is not that of the host's own user: the lab. */
  readonly listSeparator?: string;
}

/** A function of the host's own that talks to a service of Windows, or the one that stands for it: the lab names its own. */
export interface CommandSource {
  /** Full path of a module to import, or null for the host's own. */
  readonly module: string | null;
  readonly function: string;
  readonly arguments: Readonly<Record<string, string>>;
}

const own = (name: string): CommandSource => ({ module: null, function: name, arguments: {} });

/** All of them as the product has them on Windows. */
export const OWN_SOURCES = {
  outlook: own('Get-M2KOutlook'), scheduler: own('Get-M2KScheduler'), eventLog: own('Write-M2KEvent'), installation: own('Get-M2KInstallation'), programs: own('Get-M2KProgram'),
} as const;
