// What may cross a link: the user's direction, the server's rights (rules.md 19, 22; mission M3, M5, M12, M14).
import type { CollectionSettings } from '../config/settings.js';
import { ALL_RIGHTS } from '../sync/link.js';
import type { LinkRules } from '../sync/link.js';
import { directionOf } from './collection-views.js';

export function linkRules(collection: CollectionSettings): LinkRules {
  const toOutlook = directionOf(collection) === 'toOutlook';
  return {
    direction: toOutlook ? { way: 'one', to: 'outlook' } : { way: 'both' },
    rights: { outlook: ALL_RIGHTS, server: collection.rights },
    policy: collection.clash,
    strays: keepsStrays(collection, toOutlook) ? 'keep' : 'undo',
    ...windowOf(collection),
  };
}

/** -1 is no limit. */
function windowOf({ pastDays = -1, futureDays = -1 }: CollectionSettings): Pick<LinkRules, 'window'> {
  if (pastDays < 0 && futureDays < 0) return {};
  return { window: { ...(pastDays < 0 ? {} : { pastDays }), ...(futureDays < 0 ? {} : { futureDays }) } };
}

/** What the user adds to a book that follows the server by the user's own choice stays; elsewhere it is undone (rules.md 19). */
const keepsStrays = (collection: CollectionSettings, toOutlook: boolean): boolean =>
  collection.rights.add !== false && (collection.kind === 'contact' || !toOutlook);
