// What the store keeps: users, principals that are nobody's, collections, members.
import type { Tree } from './paths.js';

/** `freeBusy` without `read`: the collection is there, and looks empty (RFC 4791 section 6.1.1). */
export type Right = 'freeBusy' | 'read' | 'add' | 'change' | 'remove' | 'rename';

export interface UserRecord {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  /** Application password of sites with single sign-on (research 1.3). */
  readonly appPassword?: string | undefined;
  /** Who acts for this user (calendar-proxy): e-mail to how far. */
  readonly delegates: Readonly<Record<string, 'read' | 'write'>>;
}

/** A principal without a person: the company's books, the public calendars. */
export interface PseudoPrincipalRecord {
  readonly tree: Tree;
  readonly name: string;
  readonly displayName: string;
  readonly homes: readonly string[];
}

/** Calendars: personal, public (shared is a personal one with grants). Books: personal, local, group, ldap. */
export type Scope = 'personal' | 'public' | 'local' | 'group' | 'ldap';

export interface CollectionRecord {
  readonly tree: Tree;
  readonly home: string;
  readonly name: string;
  readonly scope: Scope;
  /** E-mail of the owner; none for the company's own. */
  readonly owner?: string;
  readonly displayName: string;
  readonly color?: string | undefined;
  /** Component types a calendar takes. */
  readonly components: readonly string[];
  readonly grants: Readonly<Record<string, readonly Right[]>>;
  /** ISO instant. */
  readonly created: string;
}

export interface MemberRecord {
  readonly collection: string;
  readonly name: string;
  readonly text: string;
  readonly uid: string | undefined;
  /** The collection's revision at which this member was last written or removed. */
  readonly revision: number;
  readonly gone: boolean;
  /** Milliseconds since 1970. */
  readonly modified: number;
}
