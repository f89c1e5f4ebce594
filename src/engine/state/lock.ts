// One run a profile: a second file held by BEGIN EXCLUSIVE for the whole run; the system frees it when the process ends (rules.md 6).
import { DatabaseSync } from 'node:sqlite';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { M2KError } from '../errors.js';
import { stateErrors } from './database.js';

export interface Lock {
  release(): void;
}

const FILE = 'lock.sqlite';
const SQLITE_BUSY = 5;

/** @throws M2KError LockHeld when another run has it; StateBroken when the folder cannot be used. */
export function takeLock(folder: string): Lock {
  const path = join(folder, FILE);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return stateErrors(path, () => {
    const database = new DatabaseSync(path);
    try {
      database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      if (((error as { readonly errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY) throw new M2KError('LockHeld', { item: path });
      throw error;
    }
    return { release: () => { if (database.isOpen) { database.exec('ROLLBACK'); database.close(); } } };
  });
}

/** Whether a run is going on; takes nothing that a run would have to wait for. */
export function isLocked(folder: string): boolean {
  const path = join(folder, FILE);
  if (!existsSync(path)) return false;
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout = 0');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    return (error as { readonly errcode?: number }).errcode !== undefined;
  } finally {
    database.close();
  }
}
