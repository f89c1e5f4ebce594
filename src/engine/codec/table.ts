// Runs a table of rows: all fields read, chosen fields written, all fields narrowed.
import type { Row, Rows } from './row.js';

type Entry<Outside, Fields> = readonly [keyof Fields & string, Row<Outside, Fields[keyof Fields & string]>];

const ENTRIES = new WeakMap<object, readonly unknown[]>();

/** Taken once of a table, which never changes: looking each row up by its name took a tenth of the time of a card (2026-11-30). */
function entriesOf<Outside, Fields extends object>(rows: Rows<Outside, Fields>): readonly Entry<Outside, Fields>[] {
  let entries = ENTRIES.get(rows);
  if (entries === undefined) ENTRIES.set(rows, entries = Object.entries(rows));
  return entries as readonly Entry<Outside, Fields>[];
}

export function readFields<Outside, Fields extends object>(rows: Rows<Outside, Fields>, from: Outside): Fields {
  const fields: Partial<Fields> = {};
  for (const [name, row] of entriesOf(rows)) fields[name] = row.read(from);
  return fields as Fields;
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
