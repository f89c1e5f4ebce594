// One calendar or address book, with the direct hands on its members.
import { uidOf } from './objects/content-lines.js';
import type { CollectionRecord, MemberRecord, Right } from './records.js';
import type { Store } from './store.js';

export interface OfficeMember {
  readonly name: string;
  readonly text: string;
  readonly uid: string | undefined;
}

const memberOf = ({ name, text, uid }: MemberRecord): OfficeMember => ({ name, text, uid });

export class OfficeCollection {
  readonly #store: Store;
  /** Decoded, with trailing slash. */
  readonly path: string;

  /** Throws for an unknown path. */
  constructor(store: Store, path: string) {
    this.#store = store;
    this.path = path;
    this.#mustExist();
  }

  get record(): CollectionRecord {
    const record = this.#store.read('collection', this.path) as CollectionRecord | undefined;
    if (record === undefined) throw new Error(`The office has no collection ${this.path}`);
    return record;
  }

  get displayName(): string { return this.record.displayName; }
  set displayName(displayName: string) { this.#change({ displayName }); }

  get color(): string | undefined { return this.record.color; }
  set color(color: string | undefined) { this.#change({ color }); }

  /** Sets what an e-mail address, or `authenticated` for everybody, may do; an empty list takes it back. */
  grant(who: string, rights: readonly Right[]): void {
    const { [who]: _before, ...others } = this.record.grants;
    this.#change({ grants: rights.length === 0 ? others : { ...others, [who]: rights } });
  }

  /** Stores a text as it is under a file name. */
  put(name: string, text: string): OfficeMember {
    return memberOf(this.#store.put({ collection: this.path, name, text, uid: uidOf(text) }));
  }

  get(name: string): string | undefined {
    return this.#store.member(this.path, name)?.text;
  }

  byUid(uid: string): OfficeMember | undefined {
    const found = this.#store.membersByUid(uid).find((member) => member.collection === this.path);
    return found && memberOf(found);
  }

  /** False if there was none. */
  remove(name: string): boolean {
    return this.#store.remove(this.path, name);
  }

  list(): readonly OfficeMember[] {
    return this.#store.members(this.path).map(memberOf);
  }

  /** Goes up by one with every member written or removed. */
  get revision(): number {
    return this.#store.revision(this.path);
  }

  #mustExist(): CollectionRecord {
    return this.record;
  }

  #change(change: Partial<CollectionRecord>): void {
    this.#store.write('collection', this.path, { ...this.record, ...change });
  }
}
