// Who may do what to a collection, and how that reads as RFC 3744 privileges. Add, change and remove are apart, as in Mail2000's own
// grant form; SabreDAV checks bind on the collection, write-content on the member, unbind on the collection.
import type { CollectionRecord, Right, UserRecord } from './records.js';
import { caldav, dav } from './xml/names.js';

export const readOnly: readonly Right[] = ['read'];
export const readWrite: readonly Right[] = ['read', 'add', 'change', 'remove'];
export const everything: readonly Right[] = [...readWrite, 'rename'];

/** Grantee that stands for everybody who can log in. */
export const authenticated = 'authenticated';

/** The user's rights on a collection: as owner all, by proxy of the owner, by grants to himself or to everybody. */
export function rightsOf(collection: CollectionRecord, user: UserRecord, owner: UserRecord | undefined): ReadonlySet<Right> {
  if (collection.owner === user.email) return new Set(everything);
  const proxy = owner?.delegates[user.email];
  return new Set([
    ...(collection.grants[authenticated] ?? []), ...(collection.grants[user.email] ?? []),
    ...(proxy === 'write' ? readWrite : proxy === 'read' ? readOnly : []),
  ]);
}

/** Whether a user with these rights knows that the collection exists. */
export const knows = (rights: ReadonlySet<Right>): boolean => rights.has('read') || rights.has('freeBusy');

const privilegeOf: Readonly<Record<Right, string>> = {
  freeBusy: caldav('read-free-busy'), read: dav('read'), add: dav('bind'), change: dav('write-content'), remove: dav('unbind'), rename: dav('write-properties'),
};

/** The privilege that a right is in RFC 3744, in Clark notation. */
export const privilege = (right: Right): string => privilegeOf[right];

/** Privileges for current-user-privilege-set; `write` only where all its parts are held (RFC 3744 section 3.12). */
export function privilegesOf(rights: ReadonlySet<Right>, owns: boolean): readonly string[] {
  const single = (['freeBusy', ...everything] as const).filter((right) => rights.has(right)).map(privilege);
  const whole = everything.every((right) => rights.has(right));
  return [
    ...(owns ? [dav('all'), dav('write-acl'), dav('read-acl')] : []), ...(whole ? [dav('write'), dav('unlock')] : []),
    ...single, ...(knows(rights) ? [dav('read-current-user-privilege-set')] : []),
  ];
}
