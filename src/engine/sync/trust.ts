// Whether the state may be compared with what Outlook shows, and whether this desk is the one that syncs the folder (rules.md 5, 8, 13): pure.
import type { LinkMemory } from '../state/state.js';
import type { SideSeen } from './snapshot.js';
import type { Stamp } from '../side/side.js';

type Shown = Pick<SideSeen, 'place' | 'stamp'>;

/** place: another profile, store or data file. generation: the folder has seen a later state than this one, which was restored or is another desk's. */
export type Distrust = 'place' | 'generation';

/** Not null: the items are paired anew by their identifiers, nothing is deleted, and every difference is a clash. */
export function distrustOf(memory: LinkMemory | undefined, { place, stamp }: Shown): Distrust | null {
  if (memory === undefined) return null;
  if (memory.place !== undefined && place !== undefined && memory.place !== place) return 'place';
  return stamp !== undefined && stamp !== null && stamp.generation > (memory.generation ?? 0) ? 'generation' : null;
}

const HANDOVER_MS = 24 * 3_600_000;
const RENEW_MS = HANDOVER_MS / 2;

/** The other desk that synced this folder within the last day; null: this one may write. */
export function otherDesk({ stamp }: Shown, { desk, now }: { readonly desk: string; readonly now: number }): string | null {
  if (stamp === undefined || stamp === null || stamp.desk === desk) return null;
  return now - Date.parse(stamp.at) < HANDOVER_MS ? stamp.desk : null;
}

/** The stamp to leave after a run; null when the one that is there will do: not every run should write to the mailbox. */
export function nextStamp({ stamp }: Shown, about: { readonly desk: string; readonly now: number; readonly wrote: boolean; readonly generation: number }): Stamp | null {
  const { desk, now, wrote, generation } = about;
  if (stamp === undefined) return null;
  const fresh = stamp !== null && stamp.desk === desk && now - Date.parse(stamp.at) < RENEW_MS;
  return fresh && !wrote ? null : { desk, generation: Math.max(generation, stamp?.generation ?? 0) + 1, at: new Date(now).toISOString() };
}
