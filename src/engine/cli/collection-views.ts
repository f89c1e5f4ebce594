// Collections as the user chose them, and what their rights leave to choose.
import { decidesDirection, underPolicy } from '../config/policy.js';
import type { PolicyValue } from '../config/policy.js';
import type { CollectionSettings, Settings } from '../config/settings.js';
import type { CollectionView } from './records.js';

/** Proven to have no right at all; not knowing one is no proof (rules.md 22). */
const readOnly = ({ rights }: CollectionSettings): boolean => rights.add === false && rights.change === false && rights.remove === false;

/** Mission M14: groups and LDAP books are read-only by nature, all else by rights. */
export const mayOnlyRead = (collection: CollectionSettings): boolean =>
  collection.scope === 'group' || collection.scope === 'ldap' || readOnly(collection);

/** The direction that holds, whatever was chosen. */
export const directionOf = (collection: CollectionSettings): CollectionSettings['direction'] => (mayOnlyRead(collection) ? 'toOutlook' : collection.direction);

/** @param values policy as it was last seen */
export function collectionView(id: string, own: CollectionSettings, values: readonly PolicyValue[]): CollectionView {
  const collection = underPolicy({ collections: { [id]: own } }, values).settings.collections[id] ?? own;
  const { movingFrom: _onTheWay, ...shown } = collection;
  return {
    ...shown, id, direction: directionOf(collection), folder: collection.folder?.name ?? null,
    ...(mayOnlyRead(collection) ? { directionFixed: 'no-rights' as const } : decidesDirection(collection.kind, values) ? { directionFixed: 'policy' as const } : {}),
  };
}

export const collectionViews = (settings: Settings, values: readonly PolicyValue[]): readonly CollectionView[] =>
  Object.entries(settings.collections).map(([id, collection]) => collectionView(id, collection, values));
