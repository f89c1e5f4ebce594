// Which objects of a collection are one series: its master, and the occurrences that are events of their own (rules.md 11). Pure.
import { detachedFrom } from '../codec/icalendar/detached.js';
import type { DetachedFrom } from '../codec/icalendar/detached.js';
import { UNKNOWN_VERSION, version } from '../model/ids.js';
import type { ItemId, Version } from '../model/ids.js';
import type { Found, Part, Ref } from './side.js';

/** A master's own version, and the objects of its occurrences. */
export interface Group {
  readonly version: Version;
  readonly parts: readonly Ref[];
}

/** By the master's id; a master that is alone need not be there. */
export type Groups = ReadonlyMap<ItemId, Group>;

const DETACHED = 'detached:';

export const partName = (date: string): string => `${DETACHED}${date}`;
export const dateOfPart = ({ part }: Part): string | null => (part.startsWith(DETACHED) ? part.slice(DETACHED.length) : null);

const GROUPED = 'parts ';

/** Changes when any of the objects does, and names them: the core hands it back with the next listing. The master's own while it is alone. */
export function groupVersion({ version: master, parts }: Group): Version {
  if (parts.length === 0 || master === UNKNOWN_VERSION) return master;
  if (parts.some((part) => part.version === UNKNOWN_VERSION)) return UNKNOWN_VERSION;
  return version(`${GROUPED}${JSON.stringify([master, [...parts].sort((a, b) => (a.id < b.id ? -1 : 1)).map((part) => [part.id, part.version])])}`);
}

/** The objects that a version names. */
export function groupOf(known: Version): Group {
  if (!known.startsWith(GROUPED)) return { version: known, parts: [] };
  const [master, parts] = JSON.parse(known.slice(GROUPED.length)) as readonly [Version, readonly (readonly [ItemId, Version])[]];
  return { version: master, parts: parts.map(([id, partVersion]) => ({ id, version: partVersion })) };
}

export const seriesOf = (found: Found<'event'>): DetachedFrom | null => (found.parts[0] ? detachedFrom(found.parts[0].text) : null);

interface GroupedCursor {
  readonly inner: string;
  readonly groups: readonly (readonly [ItemId, Version])[];
}

/** What was listed, which may not be settled yet. */
export const formatGroups = (inner: string, groups: Groups): string =>
  JSON.stringify({ inner, groups: [...groups].map(([id, group]) => [id, groupVersion(group)] as const) } satisfies GroupedCursor);

/** Null when it is not ours: then every object is looked at. */
export function parseGroups(text: string | undefined): { readonly inner: string; readonly groups: Groups } | null {
  try {
    const { inner, groups } = JSON.parse(text ?? '') as Partial<GroupedCursor>;
    return typeof inner === 'string' && groups !== undefined ? { inner, groups: new Map(groups.map(([id, known]) => [id, groupOf(known)])) } : null;
  } catch {
    return null;
  }
}
