// All collections a user can reach, from homes, delegations, public places and configured URLs.
import { M2KError } from '../errors.js';
import { collectionOf, COLLECTION_PROPS } from './collection.js';
import type { Collection, Place, Scope } from './collection.js';
import { companyHomes, findPrincipal, isNothingThere } from './homes.js';
import type { Account, Home } from './homes.js';
import { hrefKey, resolveHref } from './hrefs.js';

export type { Account } from './homes.js';
export type { Collection, Scope } from './collection.js';

/** An URL or path that discovery cannot find: shared calendars and company books are in no home on Mail2000 (reference 1.4). */
export interface ExtraCollection {
  readonly url: string;
  /** Absent: told by the owner, else public (calendars) or group (books). */
  readonly scope?: Scope;
}

export interface Discovery {
  readonly collections: readonly Collection[];
  /** Places that were asked for and are not there or not ours to see, and why. */
  readonly dropped: readonly { readonly url: string; readonly reason: string; readonly status?: number }[];
}

interface Places {
  readonly collections: Map<string, Collection>;
  readonly dropped: Discovery['dropped'][number][];
}

/**
 * @throws M2KError Unauthorized (wrong password), Unavailable with the reason (unreachable host, or 'not-a-dav-server' when neither calendars nor
 * address books are served there), Busy.
 */
export async function discover(account: Account, extras: readonly ExtraCollection[] = []): Promise<Discovery> {
  const places: Places = { collections: new Map(), dropped: [] };
  const failures: M2KError[] = [];
  const principals: (string | null)[] = [];
  for (const kind of ['event', 'contact'] as const) {
    try {
      const principal = await findPrincipal(account, kind);
      principals.push(principal.href);
      for (const home of principal.homes) await lookInto(account, { ...home, principal: principal.href }, places);
      for (const home of kind === 'contact' ? await companyHomes(account) : []) await lookInto(account, { ...home, principal: principal.href }, places);
    } catch (error) {
      if (!isNothingThere(error)) throw error;
      failures.push(error as M2KError);
    }
  }
  const [failure] = failures;
  if (failure && failures.length === 2) throw failure;
  for (const extra of extras) await lookAt(account, extra, { principal: principals.find((href) => href !== null) ?? null, places });
  return { collections: [...places.collections.values()], dropped: places.dropped };
}

async function lookInto(account: Account, home: Home & { readonly principal: string | null }, places: Places): Promise<void> {
  const url = account.client.origin + home.href;
  try {
    const { members, self } = await account.client.propfind(home.href, { depth: 1, props: COLLECTION_PROPS });
    for (const row of [...members, ...(self ? [self] : [])]) {
      const collection = collectionOf(row, { ...scopeIn(account, home), principal: home.principal, url });
      if (collection && collection.kind === home.kind) add(places, collection);
    }
  } catch (error) {
    if (!isNothingThere(error)) throw error;
  }
}

/** In the own home Cyrus and SOGo list what others share (reference Q24, Q35), there the owner tells; Mail2000's has only what is ours (1.4). */
const scopeIn = ({ profile }: Account, { scope }: Home): Pick<Place, 'scope' | 'otherwise'> =>
  scope === 'personal' && profile.roots === null ? { scope: null, otherwise: 'personal' } : { scope, otherwise: null };

function add({ collections }: Places, collection: Collection): void {
  const key = hrefKey(collection.href);
  if (!collections.has(key)) collections.set(key, collection);
}

async function lookAt(account: Account, extra: ExtraCollection, at: { readonly principal: string | null; readonly places: Places }): Promise<void> {
  const { client } = account;
  try {
    const href = resolveHref(extra.url, client.origin);
    const { self, members } = await client.propfind(href, { depth: 0, props: COLLECTION_PROPS });
    const row = self ?? members[0];
    const collection = row && collectionOf(row, { scope: extra.scope ?? null, otherwise: null, principal: at.principal, url: client.origin + href });
    // What an administrator says of a book outweighs what DAV cannot tell.
    if (collection && extra.scope !== undefined) at.places.collections.set(hrefKey(collection.href), collection);
    else if (collection) add(at.places, collection);
    else await lookIntoExtra(account, { ...extra, href }, at);
  } catch (error) {
    if (error instanceof M2KError && !isNothingThere(error)) throw error;
    at.places.dropped.push({ url: extra.url, reason: 'not-granted', ...statusOf(error) });
  }
}

/** The URL may be a home: the company's book lists one collection a department (reference 1.2). */
async function lookIntoExtra(
  account: Account, extra: ExtraCollection & { readonly href: string }, { principal, places }: { readonly principal: string | null; readonly places: Places },
): Promise<void> {
  const before = places.collections.size;
  for (const kind of ['event', 'contact'] as const) {
    await lookInto(account, { kind, href: extra.href, scope: extra.scope ?? null, principal }, places);
  }
  if (places.collections.size === before) places.dropped.push({ url: extra.url, reason: 'no-collection' });
}

const statusOf = (error: unknown): { readonly status?: number } =>
  error instanceof M2KError && error.data.status !== undefined ? { status: error.data.status } : {};
