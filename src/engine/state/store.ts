// The state of one profile in two SQLite files: state.sqlite (what was agreed) and undo.sqlite (what was overwritten). rules.md 1-6.
import type { DatabaseSync } from 'node:sqlite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { M2KError } from '../errors.js';
import type { Kind } from '../model/ids.js';
import { openDatabase, stateErrors, transaction } from './database.js';
import { historyOver, keep } from './history.js';
import { STATE, UNDO } from './schema.js';
import type { Base, Intent, LinkMemory, Settlement, Store } from './state.js';

type Row = Readonly<Record<string, unknown>>;

/** @throws M2KError StateBroken. The folder is made, readable by its owner alone. */
export function openStore(folder: string): Store {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new M2KError('StateBroken', { reason: 'state-unwritable', item: folder }, { cause: error });
  }
  const state = openDatabase(folder, STATE);
  try {
    return storeOver(state, openDatabase(folder, UNDO), folder);
  } catch (error) {
    state.close();
    throw error;
  }
}

function storeOver(state: DatabaseSync, undo: DatabaseSync, folder: string): Store {
  const path = join(folder, STATE.file), undoPath = join(folder, UNDO.file);
  const read = <Value>(sql: string, ...values: string[]): readonly Value[] =>
    stateErrors(path, () => state.prepare(sql).all(...values).map((row) => JSON.parse(String((row as Row)['row'])) as Value));
  const write = (work: () => void): void => { stateErrors(path, () => { transaction(state, work); }); };
  return {
    memory: (link) => read<LinkMemory>('SELECT memory AS row FROM links WHERE link = ?', link)[0],
    remember: (link, memory) => { write(() => { state.prepare('INSERT OR REPLACE INTO links VALUES (?, ?)').run(link, JSON.stringify(memory)); }); },
    bases: <K extends Kind>(link: string) => read<Base<K>>('SELECT row FROM bases WHERE link = ? ORDER BY rowid', link),
    intents: <K extends Kind>(link: string) => read<Intent<K>>('SELECT row FROM intents WHERE link = ? ORDER BY rowid', link),
    begin: (link, intent, images) => {
      stateErrors(undoPath, () => { transaction(undo, () => { images.forEach((image) => { keep(undo, image); }); }); });
      write(() => { replaceIntent(state, link, intent); });
    },
    settle: (link, settlement) => { write(() => { settle(state, link, settlement); }); },
    abandon: (link, intent) => { write(() => { state.prepare('DELETE FROM intents WHERE link = ? AND id = ?').run(link, intent); }); },
    forget: (link) => { write(() => { for (const table of ['links', 'bases', 'intents']) state.prepare(`DELETE FROM ${table} WHERE link = ?`).run(link); }); },
    deletionsSince: (link, since) => stateErrors(path, () => Number(state.prepare('SELECT coalesce(sum(count), 0) AS n FROM deletions WHERE link = ? AND at >= ?').get(link, since)?.['n'])),
    noteTrash: (link, uid, trash) => {
      stateErrors(undoPath, () => { undo.prepare('UPDATE images SET trash = ? WHERE id = (SELECT max(id) FROM images WHERE link = ? AND uid = ?)').run(trash, link, uid); });
    },
    history: historyOver(undo, undoPath),
    lastRun: () => stateErrors(path, () => {
      const row = state.prepare('SELECT at, report FROM runs').get() as Row | undefined;
      return row === undefined ? undefined : { at: String(row['at']), report: String(row['report']) };
    }),
    noteRun: ({ at, report }) => { write(() => { state.prepare('INSERT OR REPLACE INTO runs VALUES (1, ?, ?)').run(at, report); }); },
    close: () => { state.close(); undo.close(); },
  };
}

/** One item has one open intent: a new one takes the place of what an earlier run left open. */
function replaceIntent<K extends Kind>(state: DatabaseSync, link: string, intent: Intent<K>): void {
  state.prepare('DELETE FROM intents WHERE link = ? AND uid = ?').run(link, intent.uid);
  state.prepare('INSERT INTO intents VALUES (?, ?, ?, ?)').run(link, intent.id, intent.uid, JSON.stringify(intent));
}

function settle<K extends Kind>(state: DatabaseSync, link: string, { intent, pairing, base, deletions, at }: Settlement<K>): void {
  if (intent !== null) state.prepare('DELETE FROM intents WHERE link = ? AND id = ?').run(link, intent);
  if (pairing !== null && pairing !== base?.pairing) state.prepare('DELETE FROM bases WHERE link = ? AND pairing = ?').run(link, pairing);
  if (base !== null) {
    state.prepare('INSERT INTO bases VALUES (?, ?, ?, ?) ON CONFLICT (link, pairing) DO UPDATE SET uid = excluded.uid, row = excluded.row')
      .run(link, base.pairing, base.uid, JSON.stringify(base));
  }
  if (deletions !== undefined && deletions > 0) state.prepare('INSERT INTO deletions VALUES (?, ?, ?)').run(link, at, deletions);
}
