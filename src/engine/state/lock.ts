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
/** A status read holds a shared lock for a moment, which is no run: it is waited for. */
const GLANCE_MS = 500;

/** @throws M2KError LockHeld when another run has it; StateBroken when the folder cannot be used. */
export function takeLock(folder: string): Lock {
  const path = join(folder, FILE);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return stateErrors(path, () => {
    const database = new DatabaseSync(path);
    try {
      database.exec(`PRAGMA busy_timeout = ${GLANCE_MS}; BEGIN EXCLUSIVE`);
    } catch (error) {
      database.close();
      if (isBusy(error)) throw new M2KError('LockHeld', { item: path });
      throw error;
    }
    return { release: () => { if (database.isOpen) { database.exec('ROLLBACK'); database.close(); } } };
  });
}

const isBusy = (error: unknown): boolean => ((error as { readonly errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY;

/** Whether a run is going on; takes nothing that a run would have to wait for. @throws M2KError StateBroken when the lock file is none. */
export function isLocked(folder: string): boolean {
  const path = join(folder, FILE);
  if (!existsSync(path)) return false;
  return stateErrors(path, () => glance(path));
}

function glance(path: string): boolean {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout = 0');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    database.close();
  }
}
