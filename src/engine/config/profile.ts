// Where a profile keeps what is its own.
import { join } from 'node:path';

export const DEFAULT_PROFILE = 'default';

/** Names become folder names on Windows: nothing that could leave the root or be a device. */
export const isProfileName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name) && !/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name);

export const profileFolder = (root: string, profile: string): string => join(root, 'profiles', profile);

/** Desk-rules 4: payloads for the host lie here and are deleted by it on reading. */
export const ipcFolder = (profile: string): string => join(profile, 'ipc');

/** Desk-rules 5: a DPAPI CurrentUser text that only PowerShell writes. */
export const secretPath = (profile: string): string => join(profile, 'credentials', 'server.secret');

/** Pictures of contacts and files of events, named by their SHA-256. The folder has the name it had when there were pictures only. */
export const shelfFolder = (profile: string): string => join(profile, 'photos');
