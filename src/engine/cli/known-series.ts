// What the state knows of series, for a side that shows some of them as single appointments (side/outlook-side-expanded.ts).
import type { EventFields } from '../model/event.js';
import type { Uid } from '../model/ids.js';
import { covered } from '../side/covered.js';
import type { KnownSeries } from '../side/outlook-side-expanded.js';
import type { Store } from '../state/state.js';
import { filled } from '../sync/expected.js';

/** What an open intent wants counts as agreed, as in the core. `hidden` stands in Outlook in the place of what does not cross to it. */
export function knownSeries(store: Pick<Store, 'bases' | 'intents'>, link: string, hidden: Partial<EventFields>): ReadonlyMap<Uid, KnownSeries> {
  const wanted = new Map(store.intents(link, 'event').map(({ uid, agreed }) => [uid, agreed]));
  const known = new Map<Uid, KnownSeries>([...wanted].map(([uid, fields]) => [uid, { fields: covered<'event'>(fields, hidden), version: '' as KnownSeries['version'] }]));
  for (const { uid, fields, outlook: { version } } of store.bases(link, 'event')) {
    const of = wanted.get(uid) ?? filled('event', fields);
    if (of.rule !== null) known.set(uid, { fields: covered<'event'>(of, hidden), version });
  }
  return known;
}
