// What the server has, laid into what the user chose: new collections get defaults, known ones keep every choice.
import { collectionId } from '../config/collection-id.js';
import type { CollectionSettings, Settings } from '../config/settings.js';
import type { Collection } from '../dav/discovery.js';

/**
 * Defaults after connecting: the user's own calendars and books are on, both ways, each in a folder of its own (mission M4: the default calendar
 * is not touched unless the user says so); what others share or the company publishes waits to be chosen.
 */
const fresh = (found: Collection): CollectionSettings => ({
  href: found.href, kind: found.kind, name: found.displayName, scope: found.scope, rights: rightsIn(found),
  enabled: found.scope === 'personal', direction: 'both', defaultFolder: false, clash: 'server', folder: null,
});

const rightsIn = ({ rights: { add, change, remove } }: Collection): CollectionSettings['rights'] => ({ add, change, remove });

/** Collections that are on stay even when the server does not name them now: what is gone is told by their link, never silently dropped. */
export function withDiscovered(settings: Settings, found: readonly Collection[]): Settings {
  const ids = new Map(found.map((collection) => [collectionId(collection.href), collection]));
  const kept = Object.entries(settings.collections).filter(([id, { enabled }]) => enabled || ids.has(id));
  const known = new Map(kept);
  const seen = [...ids].map(([id, collection]): readonly [string, CollectionSettings] => {
    const before = known.get(id);
    return [id, before === undefined ? fresh(collection) : { ...before, href: collection.href, name: collection.displayName, scope: collection.scope, rights: rightsIn(collection) }];
  });
  return { ...settings, collections: Object.fromEntries([...known, ...seen]) };
}
