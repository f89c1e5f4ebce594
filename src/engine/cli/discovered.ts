// What the server has, laid into what the user chose: new collections get defaults, known ones keep every choice.
import { collectionId } from '../config/collection-id.js';
import type { CollectionSettings, Settings } from '../config/settings.js';
import type { Collection } from '../dav/discovery.js';
import { withLearnt } from './learnt-rights.js';
import type { LearntRights } from './learnt-rights.js';

/** What a look at the server has seen. */
export interface Seen {
  readonly found: readonly Collection[];
  /** Every place was looked at: collections that are off and not found are dropped. */
  readonly whole: boolean;
  /** By collection id: rights that the server refused. */
  readonly learnt: Readonly<Record<string, LearntRights>>;
  readonly now: number;
}

/**
 * Defaults after connecting: the user's own calendars and books are on, both ways, each in a folder of its own (mission M4: the default calendar
 * is not touched unless the user says so); what others share or the company publishes waits to be chosen.
 */
const CHOICES = ({ scope }: Collection): Pick<CollectionSettings, 'enabled' | 'direction' | 'defaultFolder' | 'clash' | 'folder'> =>
  ({ enabled: scope === 'personal', direction: 'both', defaultFolder: false, clash: 'server', folder: null });

/** What appears on the server after the user has chosen once is offered, never begun by itself (mission M2). */
const offered = (collection: Collection, chosenBefore: boolean): ReturnType<typeof CHOICES> => ({ ...CHOICES(collection), ...(chosenBefore ? { enabled: false } : {}) });

type Facts = Omit<CollectionSettings, keyof ReturnType<typeof CHOICES>>;

function factsOf(found: Collection, { learnt, now }: { readonly learnt: LearntRights; readonly now: number }, before: CollectionSettings | undefined): Facts {
  const told = { add: found.rights.add, change: found.rights.change, remove: found.rights.remove };
  const rights = withLearnt(told, learnt, now);
  const refused = (['add', 'change', 'remove'] as const).some((right) => rights[right] !== told[right]);
  const rightsFrom = refused ? 'refused' : found.rightsTold ? 'told' : 'assumed';
  const same = before?.rightsAt !== undefined && before.rightsFrom === rightsFrom && JSON.stringify(before.rights) === JSON.stringify(rights);
  return {
    href: found.href, kind: found.kind, name: found.displayName, scope: found.scope, rights, rightsFrom, source: found.source,
    rightsAt: same ? before.rightsAt : new Date(now).toISOString(), ...(found.color === null ? {} : { color: found.color }),
  };
}

/** Collections that are on stay even when the server does not name them now: what is gone is told by their link, never silently dropped. */
export function withDiscovered(settings: Settings, { found, whole, learnt, now }: Seen): Settings {
  const ids = new Map(found.map((collection) => [collectionId(collection.href), collection]));
  const kept = Object.entries(settings.collections).filter(([id, { enabled }]) => !whole || enabled || ids.has(id));
  const known = new Map(kept);
  const seen = [...ids].map(([id, collection]): readonly [string, CollectionSettings] => {
    const before = known.get(id);
    return [id, { ...(before ?? offered(collection, known.size > 0)), ...factsOf(collection, { learnt: learnt[id] ?? {}, now }, before) }];
  });
  return { ...settings, collections: Object.fromEntries([...known, ...seen]) };
}
