// The office behind the server: people, calendars, books. The direct hands of tests and of the tour, which act as a colleague's webmail
// would: no HTTP, no rights, no validation, so that a test can also put what a client never could.
import { OfficeCollection } from './office-collection.js';
import { OfficeUser } from './office-user.js';
import { canonicalPath, collectionPath } from './paths.js';
import type { Tree } from './paths.js';
import type { CollectionRecord, PseudoPrincipalRecord, UserRecord } from './records.js';
import { Store } from './store.js';

export interface CollectionSeed extends Omit<CollectionRecord, 'created' | 'components' | 'grants'> {
  readonly components?: readonly string[];
  readonly grants?: CollectionRecord['grants'];
  /** File name to iCalendar or vCard text. */
  readonly members?: Readonly<Record<string, string>>;
}

export interface OfficeSeed {
  readonly domain: string;
  readonly users: readonly (Omit<UserRecord, 'delegates'> & Partial<Pick<UserRecord, 'delegates'>>)[];
  readonly principals?: readonly PseudoPrincipalRecord[];
  readonly collections: readonly CollectionSeed[];
}

export class Office {
  /** For the server only: everything else goes through users and collections. */
  readonly store: Store;

  /** Opens the data file, or memory; a file that already holds an office keeps it and the seed is not used. */
  constructor(seed: OfficeSeed, file?: string) {
    this.store = new Store(file);
    if (this.store.read('office', 'domain') !== undefined) return;
    this.store.write('office', 'domain', seed.domain);
    for (const user of seed.users) this.addUser(user);
    for (const principal of seed.principals ?? []) this.store.write('principal', `${principal.tree}/${principal.name}`, principal);
    for (const collection of seed.collections) this.addCollection(collection);
  }

  get domain(): string {
    return String(this.store.read('office', 'domain'));
  }

  users(): readonly OfficeUser[] {
    return (this.store.all('user') as readonly UserRecord[]).map((user) => new OfficeUser(this.store, user.email));
  }

  /** Throws for an unknown e-mail address. */
  user(email: string): OfficeUser {
    return new OfficeUser(this.store, email);
  }

  addUser(user: OfficeSeed['users'][number]): OfficeUser {
    this.store.write('user', user.email, { delegates: {}, ...user } satisfies UserRecord);
    return new OfficeUser(this.store, user.email);
  }

  principals(tree: Tree): readonly PseudoPrincipalRecord[] {
    return (this.store.all('principal') as readonly PseudoPrincipalRecord[]).filter((principal) => principal.tree === tree);
  }

  collections(): readonly OfficeCollection[] {
    return (this.store.all('collection') as readonly CollectionRecord[])
      .map((record) => new OfficeCollection(this.store, collectionPath(record.tree, record.home, record.name)));
  }

  /** By path as in `/cgi-bin/cal/caldav/calendars/x@y/default/`, or short, `calendars/x@y/default`. Throws for an unknown one. */
  collection(path: string): OfficeCollection {
    return new OfficeCollection(this.store, canonicalPath(path));
  }

  addCollection({ members = {}, ...seed }: CollectionSeed): OfficeCollection {
    const path = collectionPath(seed.tree, seed.home, seed.name);
    const components = seed.tree === 'calendars' ? ['VEVENT'] : [];
    this.store.write('collection', path, { components, grants: {}, created: new Date().toISOString(), ...seed } satisfies CollectionRecord);
    const collection = new OfficeCollection(this.store, path);
    for (const [name, text] of Object.entries(members)) collection.put(name, text);
    return collection;
  }

  removeCollection(path: string): void {
    this.store.erase('collection', canonicalPath(path));
  }

  close(): void {
    this.store.close();
  }
}
