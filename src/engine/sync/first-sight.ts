// Items without a base on both sides: which are the same (rules.md 9). Pure.
import type { Kind, Uid } from '../model/ids.js';
import type { Fields } from '../model/item.js';
import { matchKeys } from '../model/match-key.js';
import type { Fresh } from './view.js';

export interface Sighted<K extends Kind> {
  readonly pairs: readonly { readonly outlook: Fresh<K>; readonly server: Fresh<K>; readonly by: 'uid' | 'likeness' }[];
  readonly outlookOnly: readonly Fresh<K>[];
  readonly serverOnly: readonly Fresh<K>[];
  /** Items that look like several others: listed, neither copied nor merged. */
  readonly doubtful: readonly { readonly side: 'outlook' | 'server'; readonly fresh: Fresh<K> }[];
}

/** `shared`: fields in the terms that both sides have, so that a count and an end date of the same series look alike. */
export interface Terms<K extends Kind> {
  readonly kind: K;
  readonly shared: (fields: Fields<K>) => Fields<K>;
}

export function firstSight<K extends Kind>(terms: Terms<K>, outlook: readonly Fresh<K>[], server: readonly Fresh<K>[]): Sighted<K> {
  const byUid = new Map<Uid, Fresh<K>>(server.map((fresh) => [fresh.found.uid, fresh]));
  const pairs: { outlook: Fresh<K>; server: Fresh<K>; by: 'uid' | 'likeness' }[] = [];
  const loose = outlook.filter((mine) => {
    const theirs = byUid.get(mine.found.uid);
    if (theirs === undefined) return true;
    byUid.delete(mine.found.uid);
    pairs.push({ outlook: mine, server: theirs, by: 'uid' });
    return false;
  });
  const { alike, doubtful } = likeness(terms, loose, [...byUid.values()]);
  const used = new Set<Fresh<K>>([...alike.flatMap((pair) => [pair.outlook, pair.server]), ...doubtful.map((one) => one.fresh)]);
  return {
    pairs: [...pairs, ...alike], doubtful,
    outlookOnly: loose.filter((fresh) => !used.has(fresh)), serverOnly: [...byUid.values()].filter((fresh) => !used.has(fresh)),
  };
}

const own = <K extends Kind>({ found }: Fresh<K>): Fields<K> => found.whole ?? found.fields;

/** A pair only if each is the other's only match. A marked item is known by its mark alone. */
function likeness<K extends Kind>({ kind, shared }: Terms<K>, outlook: readonly Fresh<K>[], server: readonly Fresh<K>[]): {
  readonly alike: readonly { readonly outlook: Fresh<K>; readonly server: Fresh<K>; readonly by: 'likeness' }[];
  readonly doubtful: Sighted<K>['doubtful'];
} {
  const unmarked = outlook.filter((fresh) => fresh.found.mark === undefined);
  const matches = new Map<Fresh<K>, Set<Fresh<K>>>();
  const keyed = Map.groupBy(server.flatMap((fresh) => matchKeys(kind, own(fresh), shared(own(fresh))).map((key) => ({ key, fresh }))), ({ key }) => key);
  const link = (a: Fresh<K>, b: Fresh<K>): unknown => matches.set(a, (matches.get(a) ?? new Set()).add(b));
  for (const mine of unmarked) {
    for (const key of matchKeys(kind, own(mine), shared(own(mine)))) for (const { fresh } of keyed.get(key) ?? []) { link(mine, fresh); link(fresh, mine); }
  }
  const only = (fresh: Fresh<K>): Fresh<K> | undefined => (matches.get(fresh)?.size === 1 ? [...(matches.get(fresh) ?? [])][0] : undefined);
  const alike = unmarked.flatMap((mine) => {
    const theirs = only(mine);
    return theirs !== undefined && only(theirs) === mine ? [{ outlook: mine, server: theirs, by: 'likeness' as const }] : [];
  });
  const sure = new Set(alike.flatMap((pair) => [pair.outlook, pair.server]));
  const doubtful = [...matches.keys()].filter((fresh) => !sure.has(fresh))
    .map((fresh) => ({ side: unmarked.includes(fresh) ? ('outlook' as const) : ('server' as const), fresh }));
  return { alike, doubtful };
}
