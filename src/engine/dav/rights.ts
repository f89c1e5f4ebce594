// DAV:current-user-privilege-set of a collection as rights (RFC 3744 section 5.4). Pure.
import { dav } from './names.js';
import type { XmlElement } from './xml.js';
import { childrenOf } from './xml.js';

/** null: the server does not say. A missing right is proven only by false (rule 22). */
export interface CollectionRights {
  readonly read: boolean | null;
  readonly add: boolean | null;
  readonly change: boolean | null;
  readonly remove: boolean | null;
  readonly rename: boolean | null;
}

export const UNKNOWN_RIGHTS: CollectionRights = { read: null, add: null, change: null, remove: null, rename: null };
export const OWN_RIGHTS: CollectionRights = { read: true, add: true, change: true, remove: true, rename: true };

/**
 * Null where nothing is said: the set is missing, or empty (SOGo gives that on shared books, reference Q24).
 * Aggregates may stand without their parts and parts without their aggregate. write-properties alone gives no right to items (Cyrus, Q73).
 */
export function rightsOf(set: XmlElement | undefined): CollectionRights | null {
  const held = new Set(childrenOf(set, dav('privilege')).flatMap((privilege) => privilege.children.map((child) => child.name)));
  if (held.size === 0) return null;
  const has = (...names: readonly string[]): boolean => [...names, 'all'].some((name) => held.has(dav(name)));
  return {
    read: has('read'),
    add: has('bind', 'write'),
    change: has('write-content', 'write'),
    remove: has('unbind', 'write'),
    rename: has('write-properties', 'write'),
  };
}
