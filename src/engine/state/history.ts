// The undo file: pre-images written before every write, found again for those who want something back (rules.md 2, 30).
import type { DatabaseSync } from 'node:sqlite';
import { stateErrors, transaction } from './database.js';
import type { History, HistoryQuery, KeptImage, PreImage } from './state.js';

type Row = Readonly<Record<string, unknown>>;

export function keep(undo: DatabaseSync, image: PreImage): void {
  const { link, at, side, uid, kind, why, cell, title, parts, run, fields, changed, before } = image;
  undo.prepare('INSERT INTO images (link, at, side, uid, kind, why, cell, title, parts, run, fields, changed, before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(link, at, side, uid, kind, why, cell, title, JSON.stringify(parts), run, JSON.stringify(fields), JSON.stringify(changed), before === undefined ? null : JSON.stringify(before));
}

export function historyOver(undo: DatabaseSync, path: string): History {
  return {
    find: (query) => stateErrors(path, () => {
      const { where, values } = conditions(query);
      return undo.prepare(`SELECT * FROM images ${where} ORDER BY id DESC`).all(...values).map((row) => imageOf(row as Row));
    }),
    noteRestored: (ids, at) => {
      stateErrors(path, () => { transaction(undo, () => { for (const id of ids) undo.prepare('UPDATE images SET restored = ? WHERE id = ?').run(at, id); }); });
    },
    trim: ({ before, bytes }) => { stateErrors(path, () => { transaction(undo, () => { trim(undo, before, bytes); }); }); },
  };
}

function conditions({ since, run, ids }: HistoryQuery): { readonly where: string; readonly values: readonly (string | number)[] } {
  const given: readonly (readonly [string, readonly (string | number)[]])[] = [
    ...(since === undefined ? [] : [['at >= ?', [since]] as const]),
    ...(run === undefined ? [] : [['run = ?', [run]] as const]),
    ...(ids === undefined ? [] : [[`id IN (${ids.map(() => '?').join(', ')})`, ids] as const]),
  ];
  return { where: given.length === 0 ? '' : `WHERE ${given.map(([text]) => text).join(' AND ')}`, values: given.flatMap(([, values]) => values) };
}

function imageOf(row: Row): KeptImage {
  const text = (name: string): string => String(row[name]);
  const json = (name: string): unknown => JSON.parse(text(name));
  return {
    id: Number(row['id']), link: text('link'), at: text('at'), side: text('side'), uid: text('uid'), kind: text('kind'), why: text('why'), cell: text('cell'), title: text('title'),
    parts: json('parts'), run: text('run'), fields: json('fields'), changed: json('changed'),
    ...(row['before'] === null ? {} : { before: json('before') }), ...(row['trash'] === null ? {} : { trash: text('trash') }),
    ...(row['restored'] === null ? {} : { restoredAt: text('restored') }),
  } as KeptImage;
}

function trim(undo: DatabaseSync, before: string, bytes: number): void {
  undo.prepare('DELETE FROM images WHERE at < ?').run(before);
  // The newest are counted first: the row at which the sum passes the limit goes, and all that are older.
  undo.prepare(`DELETE FROM images WHERE id IN (
    SELECT id FROM (SELECT id, sum(octet_length(parts) + octet_length(fields) + coalesce(octet_length(before), 0)) OVER (ORDER BY id DESC) AS total FROM images) WHERE total > ?)`).run(bytes);
}
