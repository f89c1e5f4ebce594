// What is remembered of an account's server between runs: where its collections are, rights it refused, until when it wants to be left alone. A cache:
// a file that is missing, of another account or cannot be read costs requests and nothing else.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Account } from '../config/settings.js';
import type { Places } from '../dav/discovery.js';
import type { ServerTraits } from '../dav/traits.js';
import { presetOf } from './account.js';
import type { LearntRights } from './learnt-rights.js';

export interface ServerMemory {
  readonly v: 1;
  /** Whose server: `accountKey` of the account. */
  readonly of: string;
  /** ISO 8601 UTC: when the places were found. */
  readonly foundAt: string;
  readonly places: Places;
  /** By collection id. */
  readonly learnt: Readonly<Record<string, LearntRights>>;
  /** ISO 8601 UTC: the server asked not to be asked before. */
  readonly notBefore?: string;
  /** What the probe measured (Test-M2KServer), and when. */
  readonly traits?: ServerTraits;
}

export const serverMemoryPath = (profile: string): string => join(profile, 'server.json');

/** Places found for another address, host or base URL are worth nothing. */
export const accountKey = (account: Account): string =>
  createHash('sha256').update(JSON.stringify([account.address.toLowerCase(), account.host.toLowerCase(), presetOf(account), account.caldavUrl ?? '', account.carddavUrl ?? ''])).digest('hex').slice(0, 16);

/** Null where nothing usable is remembered of that account's server. */
export function readServerMemory(profile: string, account: Account): ServerMemory | null {
  try {
    const memory = JSON.parse(readFileSync(serverMemoryPath(profile), 'utf8')) as Omit<ServerMemory, 'v'> & { readonly v: number };
    return memory.v === 1 && memory.of === accountKey(account) && Array.isArray(memory.places.homes) ? { ...memory, v: 1 } : null;
  } catch {
    return null;
  }
}

/** Written whole, so that a run that is killed leaves the old one. */
export function writeServerMemory(profile: string, memory: ServerMemory): void {
  const path = serverMemoryPath(profile);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, `${JSON.stringify(memory, null, 1)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export const forgetServer = (profile: string): void => { rmSync(serverMemoryPath(profile), { force: true }); };
