// One person of the office. Every property reads and writes the store, so that processes sharing a data file agree.
import type { UserRecord } from './records.js';
import type { Store } from './store.js';

export class OfficeUser {
  readonly #store: Store;
  readonly email: string;

  /** Throws for an unknown e-mail address. */
  constructor(store: Store, email: string) {
    this.#store = store;
    this.email = email;
    this.#mustExist();
  }

  get record(): UserRecord {
    const record = this.#store.read('user', this.email) as UserRecord | undefined;
    if (record) return record;
    const known = (this.#store.all('user') as readonly UserRecord[]).map(({ email }) => email);
    throw new Error(`The office has no user ${this.email}. Known: ${known.join(', ')}`);
  }

  get name(): string { return this.record.name; }
  set name(name: string) { this.#change({ name }); }

  get password(): string { return this.record.password; }
  set password(password: string) { this.#change({ password }); }

  get appPassword(): string | undefined { return this.record.appPassword; }
  set appPassword(appPassword: string | undefined) { this.#change({ appPassword }); }

  /** Lets another user act for this one (calendar-proxy), or no longer. */
  delegate(email: string, to: 'read' | 'write' | 'nothing'): void {
    const { [email]: _before, ...others } = this.record.delegates;
    this.#change({ delegates: to === 'nothing' ? others : { ...others, [email]: to } });
  }

  #mustExist(): UserRecord {
    return this.record;
  }

  #change(change: Partial<UserRecord>): void {
    this.#store.write('user', this.email, { ...this.record, ...change });
  }
}
