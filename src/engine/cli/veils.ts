// What does not cross a link: all but the time where the user wants it so (rules.md 24), reminders of calendars that are not the user's own (28).
import type { CollectionSettings } from '../config/settings.js';
import type { EventFields } from '../model/event.js';
import type { SideName } from '../model/ids.js';
import { veiled } from '../side/veil.js';
import type { Side } from '../side/side.js';

type Hiding = Pick<CollectionSettings, 'scope' | 'busyOnly' | 'reminders'>;

/** All that tells more than when somebody is busy. `subject` stands in its place. */
const bare = (subject: string): Partial<EventFields> => ({
  subject, location: '', body: '', reminder: null, categories: [], sensitivity: 'private', importance: 'normal', url: '', attachments: [], organizer: null, attendees: {}, cancelled: false,
});

const hidesOn = (name: SideName, busyOnly: Hiding['busyOnly']): boolean => busyOnly === 'both' || busyOnly === (name === 'server' ? 'toServer' : 'toOutlook');

/** What stands on a side in the place of what does not cross to it. */
export const hiddenOn = (name: SideName, { scope, busyOnly, reminders = scope === 'personal', busy }: Hiding & { readonly busy: string }): Partial<EventFields> =>
  ({ ...(name === 'outlook' && !reminders ? { reminder: null } : {}), ...(hidesOn(name, busyOnly) ? bare(busy) : {}) });

/** @param busy the subject of an event of which only the time may be known, in the user's language. */
export function withVeils(side: Side<'event'>, name: SideName, { scope, busyOnly = 'never', reminders = scope === 'personal', busy }: Hiding & { readonly busy: string }): Side<'event'> {
  const hides = hidesOn(name, busyOnly);
  const quiet = name === 'outlook' && !reminders ? veiled(side, { instead: { reminder: null }, tells: false }) : side;
  return hides ? veiled(quiet, { instead: bare(busy), tells: busyOnly !== 'both' }) : quiet;
}
