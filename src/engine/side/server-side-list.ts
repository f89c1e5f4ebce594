// Listing a collection: sync-token, else ctag, else every ETag; and whether the listing proves what it lacks (rules 12, 15).
import type { Clock } from '../clock.js';
import { syncCollectionBody } from '../dav/bodies.js';
import type { DavClient } from '../dav/client.js';
import { hrefKey } from '../dav/hrefs.js';
import { textProp } from '../dav/multistatus.js';
import type { Multistatus, Row } from '../dav/multistatus.js';
import { cs, dav } from '../dav/names.js';
import type { ServerProfile } from '../dav/profile.js';
import { everyElement } from '../dav/xml.js';
import { M2KError } from '../errors.js';
import { itemId, UNKNOWN_VERSION } from '../model/ids.js';
import type { ItemId, Version } from '../model/ids.js';
import { formatCursor, parseCursor } from './server-side-cursor.js';
import type { Cursor } from './server-side-cursor.js';
import { etagVersion } from './server-side-text.js';
import type { Listed, Listing, ListingMemory } from './side.js';

export interface ListContext {
  readonly client: DavClient;
  readonly collection: string;
  readonly profile: ServerProfile;
  readonly clock: Clock;
  /** Told whether this listing had ETags. */
  learn(tagged: boolean): void;
  /** The version of members that have no ETag, from their text. */
  hash(ids: readonly ItemId[]): Promise<ReadonlyMap<ItemId, Version>>;
}

/** Why a listing proves nothing about what it lacks. */
export type Because = 'token-invalid' | 'collection-replaced' | 'all-versions-changed' | 'cut-off' | 'row-error' | 'unsteady';

interface CollectionFacts {
  readonly token: string | null;
  readonly ctag: string | null;
  readonly birth: string;
}

interface Rows {
  readonly items: readonly Listed[];
  readonly because: Because | null;
}

const DAY_MS = 86_400_000;

/** @throws M2KError Unavailable ('collection-gone', 'collection-forbidden', ...), Busy, Unauthorized. */
export async function listCollection(context: ListContext, memory?: ListingMemory): Promise<Listing> {
  const facts = await factsOf(context);
  const now = context.clock.now();
  const cursor = parseCursor(memory?.cursor);
  const due = cursor === null || now - cursor.fullAt >= context.profile.fullListingDays * DAY_MS;
  if (memory !== undefined && cursor !== null && cursor.birth !== facts.birth) return full({ context, facts, memory, because: 'collection-replaced' });
  if (memory === undefined || cursor === null || due) return full({ context, facts, ...(memory ? { memory } : {}), because: null });
  if (cursor.token !== null && facts.token !== null) {
    try {
      const changes = await changesSince(context, cursor.token);
      return listing(merged(alive(memory, cursor), changes), { ...facts, token: changes.token, fullAt: cursor.fullAt }, memory);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return full({ context, facts, memory, because: 'token-invalid' });
    }
  }
  if (cursor.ctag !== null && cursor.ctag === facts.ctag) {
    return listing({ items: [...alive(memory, cursor)].map(([id, version]) => ({ id, version })), because: null }, { ...facts, fullAt: cursor.fullAt }, memory);
  }
  return full({ context, facts, memory, because: null });
}

/** Read before the members: whatever changes in between comes again with the next token. */
async function factsOf({ client, collection, profile }: ListContext): Promise<CollectionFacts> {
  const props = [dav('resourcetype'), dav('sync-token'), dav('supported-report-set'), cs('getctag'), dav('owner'), dav('creationdate')];
  const { self, members } = await client.propfind(collection, { depth: 0, props }).catch((error: unknown) => { throw collectionFailure(error); });
  const row = self ?? members[0];
  if (!row?.props.has(dav('resourcetype'))) throw new M2KError('Unavailable', { reason: 'collection-gone', item: collection });
  const reports = row.props.get(dav('supported-report-set'));
  const syncs = profile.syncCollection && reports !== undefined && [...everyElement(reports)].some((element) => element.name === dav('sync-collection'));
  const owner = [...everyElement(row.props.get(dav('owner')) ?? { name: dav('owner'), attributes: {}, children: [], text: '' })].at(-1)?.text.trim() ?? '';
  return {
    token: syncs ? textProp(row, dav('sync-token')) : null, ctag: textProp(row, cs('getctag')),
    birth: `${hrefKey(owner)} ${textProp(row, dav('creationdate')) ?? ''}`,
  };
}

/** 403 and 404 on the collection itself end this link, not an item. */
function collectionFailure(error: unknown): unknown {
  if (!(error instanceof M2KError) || error.code !== 'Refused') return error;
  const reason = error.data.status === 404 || error.data.status === 410 ? 'collection-gone' : 'collection-forbidden';
  return new M2KError('Unavailable', { ...error.data, reason }, { cause: error });
}

interface Full {
  readonly context: ListContext;
  readonly facts: CollectionFacts;
  readonly memory?: ListingMemory;
  readonly because: Because | null;
}

async function full({ context, facts, memory, because }: Full): Promise<Listing> {
  let rows = await everyMember(context);
  if (rows.items.length === 0 && (memory?.known.size ?? 0) > 0) {
    // An empty answer where there was something is asked for twice (reference Q60; rule 12: plausible count).
    const again = await everyMember(context);
    rows = again.items.length === 0 ? again : { ...again, because: 'unsteady' };
  }
  const reason = because ?? rows.because ?? (memory && allMoved(rows.items, memory.known) ? 'all-versions-changed' : null);
  return listing({ ...rows, because: reason }, { ...facts, fullAt: context.clock.now() }, memory);
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
    because: answer.self?.status === 507 ? 'cut-off' : broken(answer) ? 'row-error' : null,
  };
}

const broken = ({ bad, members }: Multistatus): boolean => bad.length > 0 || members.some((row) => row.status !== null && row.status !== 404);

const isCollection = (row: Row): boolean => row.props.get(dav('resourcetype'))?.children.some((type) => type.name === dav('collection')) ?? false;

function listedOf(row: Row, version: Version): Listed {
  const component = /component\s*=\s*"?([\w-]+)/i.exec(textProp(row, dav('getcontenttype')) ?? '')?.[1]?.toUpperCase() ?? 'VEVENT';
  const created = Date.parse(textProp(row, dav('creationdate')) ?? '');
  return {
    id: itemId(row.href), version,
    ...(component === 'VEVENT' ? {} : { unusable: `component ${component}` }),
    ...(Number.isNaN(created) ? {} : { created: new Date(created).toISOString() }),
  };
}

interface Changes {
  readonly present: ReadonlyMap<string, Row>;
  readonly gone: ReadonlySet<string>;
  readonly broken: boolean;
  readonly token: string | null;
}

/** Cyrus pages with 507 on the self row (RFC 6578 section 3.6); a server that never ends is cut short and the listing proves nothing. */
const MOST_PAGES = 200;

async function changesSince({ client, collection }: ListContext, since: string): Promise<Changes> {
  const present = new Map<string, Row>();
  const gone = new Set<string>();
  let token = since;
  let failed = false;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await client.report(collection, { depth: 0, body: syncCollectionBody(token) });
    failed ||= broken(answer);
    for (const row of answer.members) {
      const key = hrefKey(row.href);
      if (row.status === 404) gone.add(key);
      else if (row.status === null && !isCollection(row)) present.set(key, row);
      // Revoked, then granted again, or deleted and made anew: the later page is right.
      if (row.status === null) gone.delete(key);
      else present.delete(key);
    }
    const more = answer.self?.status === 507 && answer.syncToken !== null && answer.syncToken !== token;
    token = answer.syncToken ?? token;
    if (!more) return { present, gone, broken: failed || answer.self?.status === 507, token };
  }
  return { present, gone, broken: true, token };
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

/** RFC 6578 section 3.2: 403 valid-sync-token; others answer 400, 409, 412, 415 or 5xx (Xandikos, reference Q10): all mean "list everything". */
const isRefusal = (error: unknown): boolean =>
  error instanceof M2KError && error.data.status !== undefined && (error.code === 'Refused' || error.code === 'Stale' || error.data.reason === 'server-error');

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
