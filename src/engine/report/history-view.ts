// An entry of the history for people and scripts: what was there before, and where. Pure.
import { readable } from '../model/readable.js';
import type { KeptImage } from '../state/state.js';
import type { HistoryEntry } from './views.js';

export function historyView(image: KeptImage, collectionName: string): HistoryEntry {
  const { id, at, run, link, kind, title, side, why, cell, uid, changed, fields, restoredAt } = image;
  const values = fields as unknown as Readonly<Record<string, unknown>>;
  const shown = changed.map((field) => ({ field, value: readable(values[field]) })).filter(({ value }) => why !== 'deleted' || value !== '');
  return { id, at, run, link, collectionName, kind, title, side, why, cell, uid, values: shown, restoredAt: restoredAt ?? null };
}
