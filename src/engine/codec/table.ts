// Runs a table of rows: all fields read, chosen fields written, all fields narrowed.
import type { Row, Rows } from './row.js';

const names = <Fields extends object>(rows: Rows<never, Fields>): readonly (keyof Fields & string)[] =>
  Object.keys(rows) as (keyof Fields & string)[];

export function readFields<Outside, Fields extends object>(rows: Rows<Outside, Fields>, from: Outside): Fields {
  const fields: Partial<Fields> = {};
  for (const name of names<Fields>(rows)) fields[name] = rows[name].read(from);
  return fields as Fields;
}

/** Writes the fields of `chosen`, in the order of the table. */
export function writeFields<Outside, Fields extends object>(
  rows: Rows<Outside, Fields>, to: Outside, write: { readonly fields: Fields; readonly chosen: ReadonlySet<keyof Fields & string> },
): void {
  for (const name of names<Fields>(rows)) {
    if (write.chosen.has(name)) rows[name].write(to, write.fields[name]);
  }
}

export function narrowFields<Outside, Fields extends object>(rows: Rows<Outside, Fields>, fields: Fields): Fields {
  const held = { ...fields };
  for (const name of names<Fields>(rows)) held[name] = narrowed(rows[name], fields[name]);
  return held;
}

/** `fields` where they are chosen, `before` elsewhere. */
export function withChosen<Fields extends object>(before: Fields, fields: Fields, chosen: Iterable<keyof Fields>): Fields {
  const target = { ...before };
  for (const name of chosen) target[name] = fields[name];
  return target;
}

export const narrowed = <Outside, Value>(row: Row<Outside, Value>, value: Value): Value => (row.narrow ? row.narrow(value) : value);

export const fieldNames = <Fields extends object>(rows: Rows<never, Fields>): ReadonlySet<keyof Fields & string> => new Set(names(rows));
