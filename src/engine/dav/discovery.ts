// All collections a user can reach: where they are is found once and remembered, what is there is looked at in every run.
import { M2KError } from '../errors.js';
import type { Kind } from '../model/ids.js';
import { collectionOf, COLLECTION_PROPS } from './collection.js';
import type { Collection, FoundAt, Scope } from './collection.js';
import { diagnosed } from './diagnosis.js';
import { companyHomes, findPrincipal, isNothingThere, listedHomes } from './homes.js';
import type { Account, Home } from './homes.js';
import { hrefKey, resolveHref } from './hrefs.js';

export type { Account } from './homes.js';
export type { Collection, Scope, Source } from './collection.js';

/** An URL or path that discovery cannot find: shared calendars and company books are in no home on Mail2000 (reference 1.4). */
export interface ExtraCollection {
  readonly url: string;
  /** Absent: told by the owner, else public (calendars) or group (books). */
  readonly scope?: Scope;
}

/** What finding out takes several requests and does not change from run to run. Plain data, to be kept. */
export interface Places {
  readonly homes: readonly (Home & { readonly principal: string | null })[];
  /** The user's own principal; null where the server has none. */
  readonly principal: string | null;
  /** Kinds that this server does not serve at all: CalDAV or CardDAV is switched off, or lives elsewhere. */
  readonly notServed: readonly Kind[];
}

export interface Survey {
  readonly collections: readonly Collection[];
  /** Places that were asked for and are not there or not ours to see, and why. */
  readonly dropped: readonly { readonly url: string; readonly reason: string; readonly status?: number }[];
  /** Homes of `places` that are not there any more: the places want finding again. */
  readonly lost: readonly string[];
}

export interface Discovery extends Survey {
  readonly places: Places;
}

/**
 * @throws M2KError Unauthorized (wrong password), Unavailable with the reason (unreachable host, or 'not-a-dav-server' when neither calendars nor
 * address books are served there), Busy.
 */
export async function discover(account: Account, extras: readonly ExtraCollection[] = []): Promise<Discovery> {
  const places = await findPlaces(account);
  return { places, ...await survey(account, places, extras) };
}

/** @throws M2KError as `discover` */
export async function findPlaces(account: Account): Promise<Places> {
  const homes: Places['homes'][number][] = [];
  const failures: M2KError[] = [];
  const notServed: Kind[] = [];
  const principals: (string | null)[] = [];
  for (const kind of ['event', 'contact'] as const) {
    try {
      const { href: principal, homes: own } = await findPrincipal(account, kind);
      principals.push(principal);
      const company = kind === 'contact' ? await companyHomes(account) : [];
      const listed = await listedHomes(account, kind, [...own, ...company]);
      homes.push(...[...own, ...company, ...listed].map((home) => ({ ...home, principal })));
    } catch (error) {
      if (!isNothingThere(error)) throw await diagnosed(error, account);
      failures.push(error as M2KError);
      notServed.push(kind);
    }
  }
  const [failure] = failures;
  if (failure && failures.length === 2) throw await diagnosed(failure, account);
  return { homes, notServed, principal: principals.find((href) => href !== null) ?? null };
}

interface Looking {
  readonly account: Account;
  readonly collections: Map<string, Collection>;
  readonly dropped: Survey['dropped'][number][];
}

/** One request a home, one an extra. @throws M2KError Unauthorized, Unavailable, Busy */
export async function survey(account: Account, { homes, principal }: Places, extras: readonly ExtraCollection[] = []): Promise<Survey> {
  const looking: Looking = { account, collections: new Map(), dropped: [] };
  const lost: string[] = [];
  for (const home of homes) if (!await lookInto(looking, home) && home.source !== 'listing') lost.push(home.href);
  for (const extra of extras) await lookAt(looking, extra, principal);
  return { collections: [...looking.collections.values()], dropped: looking.dropped, lost };
}

/** `kind` null: whatever lies there. */
type Place = Omit<Places['homes'][number], 'kind'> & { readonly kind: Kind | null };

/** False when the home is not there. */
async function lookInto({ account, collections }: Looking, home: Place): Promise<boolean> {
  const url = account.client.origin + home.href;
  try {
    const { members, self } = await account.client.propfind(home.href, { depth: 1, props: COLLECTION_PROPS });
    for (const row of [...members, ...(self ? [self] : [])]) {
      const collection = collectionOf(row, { ...scopeIn(account, home), source: home.source, principal: home.principal, url });
      if (collection && collection.kind === (home.kind ?? collection.kind)) add(collections, collection);
    }
    return true;
  } catch (error) {
    if (!isNothingThere(error)) throw error;
    return false;
  }
}

/** In the own home Cyrus and SOGo list what others share (reference Q24, Q35), there the owner tells; Mail2000's has only what is ours (1.4). */
const scopeIn = ({ profile }: Account, { scope }: Pick<Home, 'scope'>): Pick<FoundAt, 'scope' | 'otherwise'> =>
  scope === 'personal' && profile.roots === null ? { scope: null, otherwise: 'personal' } : { scope, otherwise: null };

function add(collections: Map<string, Collection>, collection: Collection): void {
  const key = hrefKey(collection.href);
  if (!collections.has(key)) collections.set(key, collection);
}

async function lookAt(looking: Looking, extra: ExtraCollection, principal: string | null): Promise<void> {
  const { account: { client }, collections, dropped } = looking;
  try {
    const href = resolveHref(extra.url, client.origin);
    const { self, members } = await client.propfind(href, { depth: 0, props: COLLECTION_PROPS });
    const row = self ?? members[0];
    const collection = row && collectionOf(row, { source: 'given', scope: extra.scope ?? null, otherwise: null, principal, url: client.origin + href });
    // What an administrator says of a book outweighs what DAV cannot tell.
    if (collection && extra.scope !== undefined) collections.set(hrefKey(collection.href), collection);
    else if (collection) add(collections, collection);
    else await lookIntoExtra(looking, { ...extra, href }, principal);
  } catch (error) {
    if (error instanceof M2KError && !isNothingThere(error)) throw error;
    dropped.push({ url: extra.url, reason: 'not-granted', ...statusOf(error) });
  }
}

/** The URL may be a home: the company's book lists one collection a department (reference 1.2). */
async function lookIntoExtra(looking: Looking, extra: ExtraCollection & { readonly href: string }, principal: string | null): Promise<void> {
  const before = looking.collections.size;
  await lookInto(looking, { kind: null, href: extra.href, scope: extra.scope ?? null, source: 'given', principal });
  if (looking.collections.size === before) looking.dropped.push({ url: extra.url, reason: 'no-collection' });
}

const statusOf = (error: unknown): { readonly status?: number } =>
  error instanceof M2KError && error.data.status !== undefined ? { status: error.data.status } : {};
