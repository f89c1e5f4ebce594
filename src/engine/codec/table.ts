// Runs a table of rows: all fields read, chosen fields written, all fields narrowed.
import type { Row, Rows } from './row.js';

type Entry<Outside, Fields> = readonly [keyof Fields & string, Row<Outside, Fields[keyof Fields & string]>];

interface Table<Outside, Fields> {
  readonly entries: readonly Entry<Outside, Fields>[];
  /** Every field, without a value. Thirty put one by one into an empty object make V8 keep a dictionary, which it copies a hundred times slower than this (2026-11-30). */
  readonly unread: Fields;
}

const TABLES = new WeakMap<object, unknown>();

/** Taken once of the rows, which never change: looking each up by its name took a tenth of the time of a card (2026-11-30). */
function tableOf<Outside, Fields extends object>(rows: Rows<Outside, Fields>): Table<Outside, Fields> {
  const known = TABLES.get(rows) as Table<Outside, Fields> | undefined;
  if (known !== undefined) return known;
  const entries = Object.entries(rows) as unknown as readonly Entry<Outside, Fields>[], unread: Record<string, unknown> = { ...rows };
  for (const [name] of entries) unread[name] = undefined;
  const table = { entries, unread: unread as Fields };
  TABLES.set(rows, table);
  return table;
}

const entriesOf = <Outside, Fields extends object>(rows: Rows<Outside, Fields>): readonly Entry<Outside, Fields>[] => tableOf(rows).entries;

export function readFields<Outside, Fields extends object>(rows: Rows<Outside, Fields>, from: Outside): Fields {
  const { entries, unread } = tableOf(rows), fields = { ...unread };
  for (const [name, row] of entries) fields[name] = row.read(from);
  return fields;
}

/** Writes the fields of `chosen`, in the order of the table. */
export function writeFields<Outside, Fields extends object>(
  rows: Rows<Outside, Fields>, to: Outside, write: { readonly fields: Fields; readonly chosen: ReadonlySet<keyof Fields & string> },
): void {
  for (const [name, row] of entriesOf(rows)) {
    if (write.chosen.has(name)) row.write(to, write.fields[name]);
  }
}

/** `fields` themselves where every value is held as it is. */
export function narrowFields<Outside, Fields extends object>(rows: Rows<Outside, Fields>, fields: Fields): Fields {
  let held = fields;
  for (const [name, row] of entriesOf(rows)) {
    if (row.narrow === undefined) continue;
    const value = fields[name], kept = row.narrow(value);
    if (kept === value) continue;
    if (held === fields) held = { ...fields };
    held[name] = kept;
  }
  return held;
}

/** `fields` where they are chosen, `before` elsewhere. */
export function withChosen<Fields extends object>(before: Fields, fields: Fields, chosen: Iterable<keyof Fields>): Fields {
  const target = { ...before };
  for (const name of chosen) target[name] = fields[name];
  return target;
}

export const narrowed = <Outside, Value>(row: Row<Outside, Value>, value: Value): Value => (row.narrow ? row.narrow(value) : value);

export const fieldNames = <Fields extends object>(rows: Rows<never, Fields>): ReadonlySet<keyof Fields & string> =>
  new Set(Object.keys(rows) as (keyof Fields & string)[]);
