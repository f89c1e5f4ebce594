// A desk without PowerShell: the mailbox is a JSON file, secrets lie unprotected in files and say so in their name's place: this is the lab.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../../src/engine/clock.js';
import { M2KError } from '../../src/engine/errors.js';
import type { Desk, FolderWish, Mailbox } from '../../src/engine/cli/parts.js';
import type { PolicyValue } from '../../src/engine/config/policy.js';
import type { FolderSettings } from '../../src/engine/config/settings.js';
import type { FoundProgram, InstallationFacts } from '../../src/ps-host/desk-facts.js';
import type { SignIn } from '../../src/ps-host/sign-in.js';
import { memoryScheduler } from './memory-scheduler.js';
import { mailboxFile } from './memory-mailbox.js';
import type { MailboxFile, StoredFolder } from './memory-mailbox.js';
import { memoryOutlookSide } from './memory-outlook.js';

export interface MemoryDesk {
  /** The mailbox's JSON file. */
  readonly path: string;
  readonly clock: Clock;
  readonly newToken: () => string;
}

export function memoryDesk(options: MemoryDesk): Desk {
  const file = mailboxFile(options.path);
  /** What a test has put into this file beside the mailbox, in place of the registry and the like. */
  const staged = <Held>(name: string, otherwise: Held): Held => (existsSync(`${options.path}.${name}`) ? JSON.parse(readFileSync(`${options.path}.${name}`, 'utf8')) as Held : otherwise);
  return {
    readSecret: async (path) => Promise.resolve(readSecret(path)),
    writeSecret: async (path, secret) => {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(path, Buffer.from(secret, 'utf16le').toString('hex'), { mode: 0o600 });
      return Promise.resolve();
    },
    readPolicy: async () => Promise.resolve(staged<readonly PolicyValue[]>('policy.json', [])),
    proxyFor: async () => Promise.resolve(undefined),
    ...memoryScheduler(`${options.path}.task.xml`),
    // What a user would type: null, or nothing there, is a window that was closed.
    signIn: async (question) => {
      appendFileSync(`${options.path}.asked`, `${JSON.stringify(question)}\n`);
      return Promise.resolve(staged<SignIn | null>('sign-in', null));
    },
    readInstallation: async () => Promise.resolve({ ...GOOD_DESK, ...staged<Partial<InstallationFacts>>('installation', {}) }),
    findPrograms: async (like) => Promise.resolve(staged<readonly (FoundProgram & { readonly text: string })[]>('programs', []).filter(({ text }) => new RegExp(like, 'iu').test(text)).map(({ at, name }) => ({ at, name }))),
    // `"ends": false` in the file of the installation: a host that goes on without its input.
    endsWithInput: async () => Promise.resolve(staged<{ readonly ends?: boolean }>('installation', {}).ends !== false),
    writeEvent: async (event) => { appendFileSync(`${options.path}.events`, `${JSON.stringify(event)}\n`); return Promise.resolve(); },
    openMailbox: async ({ start }) => {
      if (file.read().closed === true && !start) throw new M2KError('Unavailable', { reason: 'outlook-closed', side: 'outlook' });
      return Promise.resolve(mailboxIn(file, options));
    },
    close: async () => Promise.resolve(),
  };
}

/** A desk on which all is well; what a test has put into the file beside the mailbox is laid over it. */
const GOOD_DESK: InstallationFacts = {
  build: 22631, bits: 64, psVersion: '5.1.22621.4391', psEdition: 'Desktop', session: 1, sessions: 1, culture: 'en-US', languageMode: 'FullLanguage', policies: ['Undefined', 'Undefined'], outlookVersion: '16.0', outlookBits: 'x64', newOutlook: false,
  guard: 2, guardMode: null, guardPrompt: null, toasts: null, toastsForbidden: null,
};

/** ConvertFrom-SecureString of PowerShell outside Windows writes the hexadecimal digits of UTF-16: what a cmdlet stored can be read here. */
function readSecret(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new M2KError('Unauthorized', { reason: 'secret-missing' }, { cause: error });
  }
  if (!/^([0-9a-f]{4})+$/i.test(text)) throw new M2KError('Unauthorized', { reason: 'secret-unreadable' });
  return Buffer.from(text, 'hex').toString('utf16le');
}

const mailboxIn = (file: MailboxFile, { clock, newToken }: MemoryDesk): Mailbox => ({
  ensureFolder: async (wish) => {
    if (file.read().guarded === true) throw new M2KError('PolicyBlocked', { reason: 'outlook-guard', side: 'outlook' });
    return ensureFolder(file, wish, newToken);
  },
  renameFolder: async ({ folder, names }) => {
    const name = names.find((one) => /^[^\\/]+$/.test(one) && !file.read().folders.some((other) => other.id !== folder.entryId && other.name.toLowerCase() === one.toLowerCase()));
    if (name === undefined) return Promise.resolve(null);
    file.change((now) => ({ ...now, folders: now.folders.map((one) => (one.id === folder.entryId ? { ...one, name } : one)) }));
    return Promise.resolve({ ...folder, name });
  },
  moveItem: async ({ from, id, to }) => {
    const item = file.folder(from.entryId)?.items.find((one) => one.id === id);
    if (item === undefined) return Promise.resolve(null);
    file.change((now) => ({
      ...now, folders: now.folders.map((one) => (one.id === from.entryId ? { ...one, items: one.items.filter((other) => other.id !== id) } : one.id === to.entryId ? { ...one, items: [...one.items, item] } : one)),
    }));
    return Promise.resolve(id);
  },
  clearMarks: async () => {
    let items = 0;
    file.change((now) => ({ ...now, folders: now.folders.map((one) => ({ ...one, items: one.items.map((item) => { if (item.mark === undefined) return item; items += 1; const { mark: _ours, ...rest } = item; return rest; }) })) }));
    return Promise.resolve({ items, stamps: 0, left: 0 });
  },
  post: async (notice) => { file.change((now) => ({ ...now, posts: [...now.posts ?? [], notice] })); return Promise.resolve(); },
  activeSync: file.read().activeSync ?? [],
  side: (folder, { kind, link }) => memoryOutlookSide({ file, folder: folder.entryId, kind, link, clock, newToken }),
});

const settingsOf = (folder: StoredFolder): FolderSettings => ({ entryId: folder.id, storeId: 'memory', name: folder.name });

/** Adopts a folder that is empty or bears the link's mark (design.md 5). */
async function ensureFolder(file: MailboxFile, { kind, names, link, known, create, filled }: FolderWish, newToken: () => string): Promise<FolderSettings | null> {
  const folders = file.read().folders.filter((folder) => folder.kind === kind);
  if (known !== null) {
    const before = folders.find((folder) => folder.id === known.entryId);
    if (before && names === null && !before.isDefault) throw new M2KError('Unavailable', { reason: 'default-folder-changed', side: 'outlook' });
    if (before) return settingsOf(before);
    throw new M2KError('Unavailable', { reason: 'folder-gone', side: 'outlook' });
  }
  if (names === null) {
    const own = folders.find((folder) => folder.isDefault);
    return own ? settingsOf(own) : null;
  }
  for (const name of names) {
    const there = folders.find((folder) => folder.name === name);
    if (there && there.items.length > 0 && !there.items.some((item) => item.mark?.link === link) && await filled?.(settingsOf(there)) !== true) continue;
    if (there) return settingsOf(there);
    if (!create) return null;
    const made: StoredFolder = { id: `folder-${newToken()}`, kind, name, isDefault: false, items: [] };
    file.change((now) => ({ ...now, folders: [...now.folders, made] }));
    return settingsOf(made);
  }
  throw new M2KError('Refused', { reason: 'no-folder-name', side: 'outlook', subject: names[0] ?? '' });
}
