// Opens one SQLite file: WAL, full sync, migrated forward. Knows no table's meaning.
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { M2KError } from '../errors.js';
import type { Schema } from './schema.js';

/**
 * @throws M2KError StateBroken: reason 'state-newer' (written by a later release), 'state-corrupt' (not a database, or damaged),
 * 'state-unwritable' (no place, no rights); data.item is the file.
 */
export function openDatabase(folder: string, schema: Schema): DatabaseSync {
  const path = join(folder, schema.file);
  return stateErrors(path, () => {
    const database = new DatabaseSync(path);
    try {
      // FULL: a commit is on the disk before the write it announces is made (rules.md 2).
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
      const found = String(database.prepare('PRAGMA quick_check(1)').get()?.['quick_check']);
      if (found !== 'ok') throw new M2KError('StateBroken', { reason: 'state-corrupt', item: path, excerpt: found });
      migrate(database, schema, path);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function migrate(database: DatabaseSync, { steps }: Schema, path: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > steps.length) throw new M2KError('StateBroken', { reason: 'state-newer', item: path });
  for (const [index, step] of steps.slice(version).entries()) {
    transaction(database, () => database.exec(`${step}; PRAGMA user_version = ${String(version + index + 1)};`));
  }
}

export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

// SQLite result codes, https://www.sqlite.org/rescode.html
const CORRUPT = new Set([11, 26]);

/** Whatever goes wrong in SQLite is StateBroken: the run stops before it touches a side. */
export function stateErrors<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof M2KError) throw error;
    const code = (error as { readonly errcode?: number }).errcode;
    if (code === undefined) throw error;
    throw new M2KError('StateBroken', { reason: CORRUPT.has(code & 0xff) ? 'state-corrupt' : 'state-unwritable', item: path, excerpt: (error as Error).message }, { cause: error });
  }
}
