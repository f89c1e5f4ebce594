// A mailbox as a JSON file, for machines with neither .NET nor PowerShell: folders of items that hold every value. Read and written whole at every step,
// so that a test or another process may edit it in between.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Kind } from '../../src/engine/model/ids.js';
import type { ActiveSyncAccount } from '../../src/ps-host/desk-facts.js';
import type { Mark } from '../../src/engine/side/side.js';

export interface StoredItem {
  readonly id: string;
  /** Counts up with every change in the file. */
  readonly version: number;
  readonly uid: string;
  readonly fields: unknown;
  /** What no field of the model names; survives updates. */
  readonly extra: string;
  readonly mark?: Mark;
  readonly created: string;
  readonly modified: string;
}

export interface StoredFolder {
  readonly id: string;
  readonly kind: Kind;
  /** Outlook's own default folder has the name that Outlook gave it. */
  readonly name: string;
  readonly isDefault: boolean;
  readonly items: readonly StoredItem[];
}

export interface Mailbox {
  /** Runs of ids and versions. */
  readonly count: number;
  readonly closed?: boolean;
  /** Outlook asks before a program reads, and nobody answers. */
  readonly guarded?: boolean;
  /** Accounts that Outlook keeps in step by itself; absent: none. */
  readonly activeSync?: readonly ActiveSyncAccount[];
  readonly folders: readonly StoredFolder[];
  readonly deleted: readonly StoredItem[];
  /** Notes in the Inbox; absent: none. */
  readonly posts?: readonly { readonly subject: string; readonly body: string }[];
}

export const NEW_MAILBOX: Mailbox = {
  count: 0, deleted: [],
  folders: [
    { id: 'calendar', kind: 'event', name: 'Calendar', isDefault: true, items: [] },
    { id: 'contacts', kind: 'contact', name: 'Contacts', isDefault: true, items: [] },
  ],
};

export interface MailboxFile {
  read(): Mailbox;
  change(next: (now: Mailbox) => Mailbox): Mailbox;
  changeFolder(id: string, next: (folder: StoredFolder, count: number) => StoredFolder): void;
  folder(id: string): StoredFolder | undefined;
}

/** @param path of the JSON file; a mailbox without items is assumed where there is none. */
export function mailboxFile(path: string): MailboxFile {
  const read = (): Mailbox => {
    try {
      return JSON.parse(readFileSync(path, 'utf8')) as Mailbox;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NEW_MAILBOX;
      throw error;
    }
  };
  const change = (next: (now: Mailbox) => Mailbox): Mailbox => {
    const mailbox = next(read());
    writeFileSync(`${path}.new`, JSON.stringify(mailbox, null, 1));
    renameSync(`${path}.new`, path);
    return mailbox;
  };
  return {
    read, change,
    changeFolder: (id, next) => {
      change((now) => ({ ...now, count: now.count + 1, folders: now.folders.map((folder) => (folder.id === id ? next(folder, now.count + 1) : folder)) }));
    },
    folder: (id) => read().folders.find((folder) => folder.id === id),
  };
}
