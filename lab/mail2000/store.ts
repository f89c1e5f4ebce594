// Keeps the office in SQLite, in memory or in a file that several processes may hold open at once. Knows nothing of DAV or rights.
import { DatabaseSync } from 'node:sqlite';
import type { SQLOutputValue } from 'node:sqlite';
import type { MemberRecord } from './records.js';

export type RecordKind = 'office' | 'user' | 'principal' | 'collection';

type Row = Readonly<Record<string, SQLOutputValue>>;

const schema = `
  create table if not exists record (kind text not null, key text not null, value text not null, primary key (kind, key));
  create table if not exists revision (collection text primary key, latest integer not null);
  create table if not exists member (collection text not null, name text not null, text text not null, uid text, revision integer not null,
    gone integer not null, modified integer not null, primary key (collection, name));
  create index if not exists member_by_uid on member (uid, collection);
  create index if not exists member_by_revision on member (collection, revision);`;

function memberOf(row: Row): MemberRecord {
  return {
    collection: String(row['collection']), name: String(row['name']), text: String(row['text']), uid: typeof row['uid'] === 'string' ? row['uid'] : undefined,
    revision: Number(row['revision']), gone: row['gone'] === 1, modified: Number(row['modified']),
  };
}

export class Store {
  readonly #database: DatabaseSync;

  /** Opens or creates the file; without one the office lives in memory. */
  constructor(file?: string) {
    this.#database = new DatabaseSync(file ?? ':memory:');
    this.#database.exec('pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = normal;');
    this.#database.exec(schema);
  }

  close(): void {
    this.#database.close();
  }

  /** Runs `work` as one transaction that other processes see whole or not at all. Not nested. */
  transaction<Value>(work: () => Value): Value {
    this.#database.exec('begin immediate');
    try {
      const value = work();
      this.#database.exec('commit');
      return value;
    } catch (error) {
      this.#database.exec('rollback');
      throw error;
    }
  }

  read(kind: RecordKind, key: string): unknown {
    const row = this.#database.prepare('select value from record where kind = ? and key = ?').get(kind, key);
    return row === undefined ? undefined : JSON.parse(String(row['value']));
  }

  all(kind: RecordKind): readonly unknown[] {
    return this.#database.prepare('select value from record where kind = ? order by rowid').all(kind).map((row) => JSON.parse(String(row['value'])) as unknown);
  }

  write(kind: RecordKind, key: string, value: unknown): void {
    this.#database.prepare('insert into record values (?, ?, ?) on conflict do update set value = excluded.value').run(kind, key, JSON.stringify(value));
  }

  erase(kind: RecordKind, key: string): void {
    this.#database.prepare('delete from record where kind = ? and key = ?').run(kind, key);
    if (kind !== 'collection') return;
    for (const table of ['member', 'revision']) this.#database.prepare(`delete from ${table} where collection = ?`).run(key);
  }

  revision(collection: string): number {
    return Number(this.#database.prepare('select latest from revision where collection = ?').get(collection)?.['latest'] ?? 0);
  }

  members(collection: string): readonly MemberRecord[] {
    return this.#database.prepare('select * from member where collection = ? and gone = 0 order by name').all(collection).map(memberOf);
  }

  member(collection: string, name: string): MemberRecord | undefined {
    const row = this.#database.prepare('select * from member where collection = ? and name = ? and gone = 0').get(collection, name);
    return row && memberOf(row);
  }

  membersByUid(uid: string): readonly MemberRecord[] {
    return this.#database.prepare('select * from member where uid = ? and gone = 0').all(uid).map(memberOf);
  }

  /** Members written or removed after `revision`, oldest change first; `gone` tells which. */
  changesSince(collection: string, revision: number): readonly MemberRecord[] {
    return this.#database.prepare('select * from member where collection = ? and revision > ? order by revision').all(collection, revision).map(memberOf);
  }

  put(member: Pick<MemberRecord, 'collection' | 'name' | 'text' | 'uid'>): MemberRecord {
    return this.#change(member, false);
  }

  /** False if there was no such member. */
  remove(collection: string, name: string): boolean {
    const present = this.member(collection, name);
    if (present) this.#change({ ...present, text: '', uid: undefined }, true);
    return present !== undefined;
  }

  #change({ collection, name, text, uid }: Pick<MemberRecord, 'collection' | 'name' | 'text' | 'uid'>, gone: boolean): MemberRecord {
    return this.transaction(() => {
      this.#database.prepare('insert into revision values (?, 1) on conflict do update set latest = latest + 1').run(collection);
      const revision = this.revision(collection);
      const modified = Date.now();
      this.#database.prepare(`insert into member values (?, ?, ?, ?, ?, ?, ?) on conflict do update set
        text = excluded.text, uid = excluded.uid, revision = excluded.revision, gone = excluded.gone, modified = excluded.modified`)
        .run(collection, name, text, uid ?? null, revision, gone ? 1 : 0, modified);
      return { collection, name, text, uid, revision, gone, modified };
    });
  }
}
