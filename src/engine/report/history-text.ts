// One entry of the history in a line.
import type { Words } from '../words/catalogue.js';
import { table } from './table.js';
import type { HistoryEntry } from './views.js';

const valuesText = ({ values }: HistoryEntry): string => values.map(({ field, value }) => `${field}: ${value}`).join('; ');

/** '12  2026-11-22T09:00:00Z  Lunch: overwritten in Outlook (location: hall)'. */
export function historyText(words: Words, entry: HistoryEntry): string {
  const what = words.say(`history.${entry.why}`, { side: words.say(`side.${entry.side}`) }), values = valuesText(entry);
  return `${entry.title}: ${what}${entry.why === 'deleted' || values === '' ? '' : ` (${values})`}${entry.restoredAt === null ? '' : ` ${words.say('history.restored')}`}`;
}

export function historyTable(words: Words, entries: readonly HistoryEntry[]): string {
  if (entries.length === 0) return words.say('history.empty');
  const header = [words.say('column.id'), words.say('column.at'), words.say('column.item'), words.say('column.what'), words.say('column.was')];
  return table(header, entries.map((entry) => [String(entry.id), entry.at.slice(0, 19).replace('T', ' '), entry.title, words.say(`history.${entry.why}`, { side: words.say(`side.${entry.side}`) }), valuesText(entry)]));
}
