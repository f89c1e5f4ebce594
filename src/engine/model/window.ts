// Days before and after today that items are made for on the other side (rules.md 16). Nothing else is decided by them.
import type { EventFields } from './event.js';
import type { Kind } from './ids.js';
import type { Fields } from './item.js';

/** Without a number there is no limit on that side. */
export interface Window {
  readonly pastDays?: number;
  readonly futureDays?: number;
}

const DAY_MS = 86_400_000;
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The first and the last day, null for a series that is not known to end: one that began before and goes on counts as within. */
function spanOf({ when, rule }: EventFields): { readonly first: string; readonly last: string | null } {
  const first = (when.allDay ? when.start : when.start.local).slice(0, 10);
  if (rule === null) return { first, last: when.allDay ? day(Date.parse(when.end) - DAY_MS) : when.end.local.slice(0, 10) };
  return { first, last: rule.end.kind === 'until' ? rule.end.until.slice(0, 10) : null };
}

/** @param now milliseconds since 1970. A day more each way: whose midnight it is does not matter. */
export function isWithin<K extends Kind>(kind: K, fields: Fields<K>, { window, now }: { readonly window: Window; readonly now: number }): boolean {
  if (kind !== 'event') return true;
  const { first, last } = spanOf(fields as EventFields), { pastDays, futureDays } = window;
  if (pastDays !== undefined && last !== null && last < day(now - (pastDays + 1) * DAY_MS)) return false;
  return futureDays === undefined || first <= day(now + (futureDays + 1) * DAY_MS);
}
