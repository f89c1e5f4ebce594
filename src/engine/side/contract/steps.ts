// Steps and claims that the cases of the side contract share.
import assert from 'node:assert/strict';
import { M2KError } from '../../errors.js';
import type { ErrorCode } from '../../errors.js';
import { canonicalText } from '../../model/canonical.js';
import type { ItemId, Kind, Version } from '../../model/ids.js';
import type { FieldName, Fields, Item } from '../../model/item.js';
import type { Fetched, Found, Listed, Listing, ListingMemory, Ref } from '../side.js';
import type { ContractCase, SideBench } from './bench.js';

export const BOTH: readonly Kind[] = ['event', 'contact'];

/** Cases are written as rows; most bind both kinds and need nothing. */
export const contractCase = (name: string, run: ContractCase['run'], more: Partial<Pick<ContractCase, 'kinds' | 'needs'>> = {}): ContractCase => ({
  name, run, kinds: more.kinds ?? BOTH, needs: more.needs ?? [],
});

export async function fetchAll<K extends Kind>({ side }: SideBench<K>, ids: readonly ItemId[]): Promise<readonly Fetched<K>[]> {
  const rows: Fetched<K>[] = [];
  for await (const row of side.fetch(ids)) rows.push(row);
  assert.deepEqual(new Set(rows.map(idOf)), new Set(ids), 'every id is answered once');
  assert.equal(rows.length, new Set(ids).size);
  return rows;
}

const idOf = (row: Fetched<Kind>): ItemId => (row.ok ? row.item.id : row.id);

export async function fetchOne<K extends Kind>(bench: SideBench<K>, id: ItemId): Promise<Found<K>> {
  const [row] = await fetchAll(bench, [id]);
  if (!row?.ok) assert.fail(`not readable: ${row?.error.message}`);
  return row.item;
}

/** The row of the listing, which must be there. */
export async function listed<K extends Kind>({ side }: SideBench<K>, id: ItemId): Promise<Listed> {
  const row = (await side.list()).items.find((item) => item.id === id);
  assert.ok(row, `listed: ${id}`);
  return row;
}

export const versions = (listing: Listing): ReadonlyMap<ItemId, Version> => new Map(listing.items.map(({ id, version }) => [id, version]));

export function memoryOf(listing: Listing): ListingMemory {
  assert.ok(listing.cursor !== undefined, 'a listing gives a cursor');
  return { cursor: listing.cursor, known: versions(listing) };
}

/** The n-th of them, which must be there. */
export function nth<Value>(values: Iterable<Value>, n: number): Value {
  const found = [...values][n];
  assert.ok(found !== undefined, `there are more than ${n}`);
  return found;
}

export const refOf = ({ id, version }: Ref): Ref => ({ id, version });

export const create = <K extends Kind>({ side }: SideBench<K>, item: Item<K>): Promise<Found<K>> => side.create({ item });

/** Two one-line fields that every side holds and that are merged apart. */
const PLAIN: { readonly [K in Kind]: readonly [FieldName<K>, FieldName<K>] } = { event: ['subject', 'location'], contact: ['company', 'jobTitle'] };

export const plainFields = <K extends Kind>(kind: K): readonly [FieldName<K>, FieldName<K>] => PLAIN[kind];

export const withText = <K extends Kind>(fields: Fields<K>, name: FieldName<K>, text: string): Fields<K> => ({ ...fields, [name]: text });

export const onlyText = <K extends Kind>(name: FieldName<K>, text: string): Partial<Fields<K>> => ({ [name]: text }) as unknown as Partial<Fields<K>>;

/** Equal as the model means it: one canonical text. */
export function sameFields<K extends Kind>(actual: Fields<K>, expected: Fields<K>, message?: string): void {
  assert.deepEqual(JSON.parse(canonicalText(actual)), JSON.parse(canonicalText(expected)), message);
}

export async function rejects(code: ErrorCode, promise: Promise<unknown>): Promise<M2KError> {
  const error: unknown = await promise.then(() => new Error('it was done'), (reason: unknown) => reason);
  if (!(error instanceof M2KError)) throw error;
  assert.equal(error.code, code, error.message);
  return error;
}
