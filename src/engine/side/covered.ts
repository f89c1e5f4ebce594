// What is shown of an item of which some fields are hidden: constants in their place, in its series as in each of its occurrences (rules.md 24).
import { isDeleted } from '../model/exception.js';
import type { Exception, Exceptions, OccurrenceChanges } from '../model/exception.js';
import type { Kind } from '../model/ids.js';
import type { Fields } from '../model/item.js';

/** `instead`: the constants by field. An occurrence that would say nothing else than them follows its series. */
export function covered<K extends Kind>(fields: Fields<K>, instead: Partial<Fields<K>>): Fields<K> {
  const over = { ...fields, ...instead };
  return 'exceptions' in over ? { ...over, exceptions: split(over.exceptions, instead).shown } : over;
}

const changesOf = (exception: Exception | undefined): OccurrenceChanges => (exception === undefined || isDeleted(exception) ? {} : (exception as { readonly changes: OccurrenceChanges }).changes);

const only = (changes: OccurrenceChanges, wanted: (name: string) => boolean): OccurrenceChanges => Object.fromEntries(Object.entries(changes).filter(([name]) => wanted(name)));

/** Occurrences without what is hidden, and what of them is hidden, by date. */
function split(exceptions: Exceptions, hidden: object): { readonly shown: Exceptions; readonly kept: Readonly<Record<string, OccurrenceChanges>> } {
  const shown: Record<string, Exception> = {}, kept: Record<string, OccurrenceChanges> = {};
  for (const [date, exception] of Object.entries(exceptions)) {
    const open = only(changesOf(exception), (name) => !(name in hidden)), own = only(changesOf(exception), (name) => name in hidden);
    if (isDeleted(exception)) shown[date] = exception;
    else if (Object.keys(open).length > 0) shown[date] = { changes: open };
    if (Object.keys(own).length > 0) kept[date] = own;
  }
  return { shown, kept };
}

/** What a side is to hold: the occurrences as they are to be, each with what it says there that is hidden. */
export function withKept(next: Exceptions, present: Exceptions, hidden: object): Exceptions {
  const { kept } = split(present, hidden), merged: Record<string, Exception> = { ...next };
  for (const [date, own] of Object.entries(kept)) {
    const exception = next[date];
    if (!isDeleted(exception)) merged[date] = { changes: { ...changesOf(exception), ...own } };
  }
  return merged;
}
