// Is an item over? What is over and found nowhere in Outlook was archived, not deleted (rules.md 13).
import type { EventFields } from './event.js';
import type { Kind } from './ids.js';
import type { Fields } from './item.js';
import type { When } from './time.js';

const DAY_MS = 86_400_000;

const dateOf = (text: string): string => text.slice(0, 10);

function lastDay({ when, rule, exceptions }: EventFields): string | null {
  const ends = (of: When): string => dateOf(of.allDay ? of.end : of.end.local);
  if (rule === null) return ends(when);
  if (rule.end.kind !== 'until') return null;
  const moved = Object.values(exceptions).flatMap((exception) => ('changes' in exception && exception.changes.when ? [ends(exception.changes.when)] : []));
  return [dateOf(rule.end.until), ...moved].sort().at(-1) ?? null;
}

/** True when the last day is more than a day ago, whatever the zone; a series by count or without end never is. */
export function isPast<K extends Kind>(kind: K, fields: Fields<K>, now: number): boolean {
  if (kind !== 'event') return false;
  const last = lastDay(fields as EventFields);
  return last !== null && last < new Date(now - DAY_MS).toISOString().slice(0, 10);
}
