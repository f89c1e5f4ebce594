// Listing a collection: sync-token, else ctag, else every ETag; and whether the listing proves what it lacks (rules 12, 15).
import type { Clock } from '../clock.js';
import type { DavClient } from '../dav/client.js';
import { stateOf, STATE_PROPS } from '../dav/collection.js';
import type { CollectionState } from '../dav/collection.js';
import { hrefKey } from '../dav/hrefs.js';
import { textProp } from '../dav/multistatus.js';
import { dav } from '../dav/names.js';
import type { ServerProfile } from '../dav/profile.js';
import { M2KError } from '../errors.js';
import { itemId, UNKNOWN_VERSION } from '../model/ids.js';
import type { ItemId, Version } from '../model/ids.js';
import { broken, changesSince, isCollection, isRefusal, listedOf } from './server-side-changes.js';
import type { Changes } from './server-side-changes.js';
import { formatCursor, parseCursor } from './server-side-cursor.js';
import type { Cursor } from './server-side-cursor.js';
import { etagVersion } from './server-side-text.js';
import type { Listed, Listing, ListingMemory } from './side.js';

export interface ListContext {
  readonly client: DavClient;
  readonly collection: string;
  readonly profile: ServerProfile;
  readonly clock: Clock;
  /** What this run has seen of the collection already, given once; null: it is asked. */
  seen?(): CollectionState | null;
  /** Told whether this listing had ETags. */
  learn(tagged: boolean): void;
  /** The version of members that have no ETag, from their text. */
  hash(ids: readonly ItemId[]): Promise<ReadonlyMap<ItemId, Version>>;
}

/** Why a listing proves nothing about what it lacks. */
export type Because = 'token-invalid' | 'collection-replaced' | 'all-versions-changed' | 'cut-off' | 'row-error' | 'unsteady';

interface CollectionFacts {
  /** Null where sync-collection is not offered, or not to be used. */
  readonly token: string | null;
  readonly ctag: string | null;
  readonly birth: string;
}

const DAY_MS = 86_400_000;

/**
 * The ladder: nothing moved by the ctag (or, without one, by the token), else the changes since the token, else every ETag, else hashes of texts.
 * @throws M2KError Unavailable ('collection-gone', 'collection-forbidden', ...), Busy, Unauthorized.
 */
export async function listCollection(context: ListContext, memory?: ListingMemory): Promise<Listing> {
  const facts = await factsOf(context);
  const now = context.clock.now();
  const cursor = parseCursor(memory?.cursor);
  const due = cursor === null || now - cursor.fullAt >= context.profile.fullListingDays * DAY_MS;
  if (memory !== undefined && cursor !== null && isAnother(cursor, facts)) return full({ context, facts, memory, cursor, because: 'collection-replaced' });
  if (memory === undefined || due) return full({ context, facts, ...(memory ? { memory } : {}), cursor, because: null });
  if (unmoved(cursor, facts)) {
    const items = [...alive(memory, cursor)].map(([id, version]) => ({ id, version }));
    return listing({ items, because: null }, { ...cursor, ...facts, token: cursor.token }, memory);
  }
  if (cursor.token === null || facts.token === null) return full({ context, facts, memory, cursor, because: null });
  try {
    const changes = await changesSince(context, cursor.token);
    return listing(merged(alive(memory, cursor), changes), { ...cursor, ...facts, token: changes.token }, memory);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return full({ context, facts, memory, cursor, because: 'token-invalid' });
  }
}

/** Another owner or creation date: another collection under the same name (rule 15). */
function isAnother({ birth, birthMoves }: Cursor, facts: CollectionFacts): boolean {
  const owner = (text: string): string => text.slice(0, text.indexOf(' '));
  return birthMoves ? owner(birth) !== owner(facts.birth) : birth !== facts.birth;
}

/**
 * A ctag changes with every member (caldav-ctag); one that was seen to stand still while members changed is not believed again. The DAV:sync-token
 * property is what a report would give at this moment (RFC 6578 section 4): the same text, the same state. It is compared, never read.
 */
function unmoved(cursor: Cursor, facts: CollectionFacts): boolean {
  if (facts.ctag !== null && !cursor.ctagLies) return cursor.ctag === facts.ctag;
  return facts.token !== null && cursor.token === facts.token;
}

/** Read before the members: whatever changes in between comes again with the next token. */
async function factsOf(context: ListContext): Promise<CollectionFacts> {
  const { ctag, owner, created, syncToken, reports } = context.seen?.() ?? await stateNow(context);
  const syncs = context.profile.syncCollection && reports.includes('sync-collection');
  return { token: syncs ? syncToken : null, ctag, birth: `${hrefKey(owner ?? '')} ${context.profile.creationDate ? created ?? '' : ''}` };
}

async function stateNow({ client, collection }: ListContext): Promise<CollectionState> {
  const { self, members, href } = await client.propfind(collection, { depth: 0, props: STATE_PROPS }).catch((error: unknown) => { throw collectionFailure(error); });
  const row = self ?? members[0];
  if (!row?.props.has(dav('resourcetype'))) throw new M2KError('Unavailable', { reason: 'collection-gone', item: collection });
  return stateOf(row, client.origin + href);
}

/** 403 and 404 on the collection itself end this link, not an item. */
function collectionFailure(error: unknown): unknown {
  if (!(error instanceof M2KError) || error.code !== 'Refused') return error;
  const reason = error.data.status === 404 || error.data.status === 410 ? 'collection-gone' : 'collection-forbidden';
  return new M2KError('Unavailable', { ...error.data, reason }, { cause: error });
}

interface Rows {
  readonly items: readonly Listed[];
  readonly because: Because | null;
}

interface Full {
  readonly context: ListContext;
  readonly facts: CollectionFacts;
  readonly memory?: ListingMemory;
  /** Null for a first look. */
  readonly cursor: Cursor | null;
  readonly because: Because | null;
}

async function full({ context, facts, memory, cursor, because }: Full): Promise<Listing> {
  let rows = await everyMember(context);
  if (rows.items.length === 0 && (memory?.known.size ?? 0) > 0) {
    // An empty answer where there was something is asked for twice (reference Q60; rule 12: plausible count).
    const again = await everyMember(context);
    rows = again.items.length === 0 ? again : { ...again, because: 'unsteady' };
  }
  const reason = because ?? rows.because ?? (memory && allMoved(rows.items, memory.known) ? 'all-versions-changed' : null);
  const stoodStill = cursor !== null && memory !== undefined && cursor.ctag !== null && cursor.ctag === facts.ctag && differ(rows.items, alive(memory, cursor));
  // A member that is there unchanged proves that the collection is the same one, whatever its creation date says.
  const birthMoves = because === 'collection-replaced' && rows.items.some(({ id, version }) => version !== UNKNOWN_VERSION && memory?.known.get(id) === version);
  const token = reason === null && facts.token !== null && await tokenWorks(context, facts.token) ? facts.token : null;
  return listing({ ...rows, because: reason }, { ...facts, token, fullAt: context.clock.now(), ctagLies: stoodStill || (cursor?.ctagLies ?? false), birthMoves: birthMoves || (cursor?.birthMoves ?? false) }, memory);
}

/** The trial, with every full listing: what is advertised is not always what is served (reference Q42, T19). */
async function tokenWorks(context: ListContext, token: string): Promise<boolean> {
  try {
    return !(await changesSince(context, token)).broken;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}

/** Whether members came, went or changed since they were settled. */
function differ(items: readonly Listed[], known: ReadonlyMap<ItemId, Version>): boolean {
  return items.length !== known.size || items.some(({ id, version }) => known.get(id) !== UNKNOWN_VERSION && known.get(id) !== version);
}

/** A restored or re-created collection (rule 15). Below three common members it may as well be work. */
function allMoved(items: readonly Listed[], known: ReadonlyMap<ItemId, Version>): boolean {
  const common = items.filter(({ id }) => (known.get(id) ?? UNKNOWN_VERSION) !== UNKNOWN_VERSION);
  return common.length >= 3 && common.every(({ id, version }) => known.get(id) !== version);
}

async function everyMember(context: ListContext): Promise<Rows> {
  const props = [dav('getetag'), dav('resourcetype'), dav('getcontenttype'), dav('creationdate')];
  const answer = await context.client.propfind(context.collection, { depth: 1, props }).catch((error: unknown) => { throw collectionFailure(error); });
  const present = answer.members.filter((row) => row.status === null && !isCollection(row));
  const untagged = present.filter((row) => etagVersion(textProp(row, dav('getetag'))) === null).map((row) => itemId(row.href));
  if (present.length > 0) context.learn(untagged.length < present.length);
  const hashes = untagged.length === 0 ? new Map<ItemId, Version>() : await context.hash(untagged);
  return {
    items: present.map((row) => listedOf(row, etagVersion(textProp(row, dav('getetag'))) ?? hashes.get(itemId(row.href)) ?? UNKNOWN_VERSION)),
    // RFC 4918 section 9.1: the collection itself is in the answer; one that lacks it is not whole.
    because: answer.self?.status === 507 ? 'cut-off' : broken(answer) || answer.self === null ? 'row-error' : null,
  };
}

/** A row that failed keeps what is known of it (reference T3). Removals of what we never knew are Radicale's (Q3). */
function merged(known: ReadonlyMap<ItemId, Version>, changes: Changes): Rows {
  const items = new Map<string, Listed>([...known].map(([id, version]) => [hrefKey(id), { id, version }]));
  for (const key of changes.gone) items.delete(key);
  for (const [key, row] of changes.present) {
    const id = items.get(key)?.id ?? itemId(row.href);
    items.set(key, { ...listedOf(row, etagVersion(textProp(row, dav('getetag'))) ?? UNKNOWN_VERSION), id });
  }
  return { items: [...items.values()], because: changes.broken ? 'row-error' : null };
}

/** What was known and there at the last listing. */
function alive({ known }: ListingMemory, { gone }: Cursor): ReadonlyMap<ItemId, Version> {
  const dead = new Set(gone);
  return new Map([...known].filter(([id]) => !dead.has(id)));
}

/** After an incomplete listing nothing may be built on it: the cursor carries neither token nor ctag, so that the next one is full. */
function listing({ items, because }: Rows, cursor: Omit<Cursor, 'gone'>, memory?: ListingMemory): Listing {
  if (because !== null) return { items, complete: false, because, cursor: formatCursor({ ...cursor, token: null, ctag: null, gone: [] }) };
  const here = new Set(items.map(({ id }) => id));
  const gone = [...memory?.known.keys() ?? []].filter((id) => !here.has(id));
  return { items, complete: true, cursor: formatCursor({ ...cursor, gone }) };
}
