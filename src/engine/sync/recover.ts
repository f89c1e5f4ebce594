// An open intent says that a write was begun and its end is not known (rules.md 2, 3): pure.
// The item it was writing is never a source for the fields it was writing.
import { equal } from '../model/canonical.js';
import type { Kind } from '../model/ids.js';
import type { FieldName } from '../model/item.js';
import type { Found, Side } from '../side/side.js';
import type { Intent } from '../state/state.js';
import { filled } from './expected.js';

export interface Torn<K extends Kind> {
  /** Fields that still must be written. */
  readonly rewrite: ReadonlySet<FieldName<K>>;
  /** Of these, the ones that hold neither the old value nor the one being written: to be kept in the undo store and reported. */
  readonly foreign: ReadonlySet<FieldName<K>>;
}

/** null: this side was not being written. Nothing to rewrite: the write had happened. */
export function tornBy<K extends Kind>(intent: Intent<K>, side: Side<K>, now: Found<K>): Torn<K> | null {
  const write = intent.writes.find((one) => one.side === side.name && one.kind !== 'delete');
  if (write === undefined) return null;
  const wanted = side.narrow(intent.agreed);
  const rewrite = write.fields.filter((name) => !equal(wanted[name], now.fields[name]));
  // An item that was being made held nothing before: what a side shows of an empty item.
  const before = write.before ?? side.narrow(filled(intent.kind, {}));
  return { rewrite: new Set(rewrite), foreign: new Set(rewrite.filter((name) => !equal(before[name], now.fields[name]))) };
}
