// Where a user's collections may be: principals and homes, by a preset's layout or by asking (RFC 6764, 5397).
import { M2KError } from '../errors.js';
import type { Kind } from '../model/ids.js';
import type { DavClient } from './client.js';
import type { Scope, Source } from './collection.js';
import { hrefKey, resolveHref } from './hrefs.js';
import type { Row } from './multistatus.js';
import { caldav, carddav, cs, dav } from './names.js';
import type { PropName } from './names.js';
import type { ServerProfile } from './profile.js';
import { childrenOf, everyElement } from './xml.js';

/** A collection whose members are collections. `scope` null: the owner of each tells. */
export interface Home {
  readonly kind: Kind;
  readonly href: string;
  readonly scope: Scope | null;
  readonly source: Source;
}

export interface Principal {
  readonly href: string | null;
  readonly homes: readonly Home[];
}

export interface Account {
  readonly client: DavClient;
  readonly profile: ServerProfile;
  /** The user's e-mail address, which Mail2000's paths are made of. */
  readonly address: string;
  /** Instead of the profile's roots or of well-known: an URL or path at which the kind is served. */
  readonly urls?: { readonly [K in Kind]?: string };
}

const HOME_SET: { readonly [K in Kind]: PropName } = { event: caldav('calendar-home-set'), contact: carddav('addressbook-home-set') };
const PROXIES: readonly PropName[] = [cs('calendar-proxy-read-for'), cs('calendar-proxy-write-for')];

/**
 * The user's principal and homes for one kind.
 * @throws M2KError Unavailable 'not-a-dav-server' when nothing at the likely places speaks DAV; Unauthorized, Unavailable and Busy as they come.
 */
export async function findPrincipal(account: Account, kind: Kind): Promise<Principal> {
  const { client, address } = account;
  const root = account.urls?.[kind] ?? rootOf(account.profile, kind);
  const home = root === null ? null : presetHome(root, kind, address);
  const wellKnown = `/.well-known/${kind === 'event' ? 'caldav' : 'carddav'}`;
  // The preset's layout is tried first: there is no evidence that Mail2000 answers at well-known places (reference 1.1).
  const starts = root === null ? [wellKnown, '/'] : [`${root}principals/${encodeURIComponent(address)}/`, root, wellKnown];
  let spoke = false;
  for (const start of starts) {
    const row = await rowAt(client, start, kind);
    if (row === null) continue;
    spoke = true;
    const principal = await principalFrom(account, kind, row);
    if (principal) return principal;
  }
  if (!spoke && !(home !== null && await rowAt(client, home.href, kind))) {
    throw new M2KError('Unavailable', { reason: 'not-a-dav-server', host: new URL(client.origin).host });
  }
  // Synology, mail.ru: no principal, the address given is the place itself (reference Q61, Q62).
  return { href: null, homes: home === null ? [{ kind, href: '/', scope: 'personal', source: 'home' }] : [home] };
}

const rootOf = (profile: ServerProfile, kind: Kind): string | null =>
  profile.roots === null ? null : kind === 'event' ? profile.roots.caldav : profile.roots.carddav;

/** SabreDAV's layout, as Mail2000 has it (reference 1.2). */
const presetHome = (root: string, kind: Kind, address: string): Home => ({
  kind, scope: 'personal', source: 'home', href: `${root}${treeOf(kind)}/${encodeURIComponent(address)}/`,
});

/**
 * Where somebody's collection is by the preset's layout: `calendars/<address>/<name>/`; an owner without `@` is a home of company books (`m2`).
 * @throws M2KError Settings 'no-layout' for a server whose layout is not known
 */
export function ownerPath(profile: ServerProfile, { owner, name }: { readonly owner: string; readonly name: string }): string {
  if (profile.roots === null) throw new M2KError('Settings', { reason: 'no-layout', item: owner });
  const part = encodeURIComponent(owner);
  return owner.includes('@') ? `${profile.roots.caldav}calendars/${part}/${encodeURIComponent(name)}/` : `${profile.roots.carddav}addressbooks/${part}/`;
}

async function principalFrom(account: Account, kind: Kind, row: Row): Promise<Principal | null> {
  if (row.props.get(dav('current-user-principal'))?.children.some((child) => child.name === dav('unauthenticated'))) {
    throw new M2KError('Unauthorized', { reason: 'unauthenticated', host: new URL(account.client.origin).host });
  }
  const current = hrefsIn(account.client, row, dav('current-user-principal'))[0];
  const own = row.props.has(HOME_SET[kind]) ? row : current === undefined ? null : await rowAt(account.client, current, kind);
  const homes = own === null ? [] : hrefsIn(account.client, own, HOME_SET[kind]);
  if (own === null || homes.length === 0) return null;
  return {
    href: current ?? own.href,
    homes: [
      ...homes.map((href): Home => ({ kind, href, scope: 'personal', source: 'home' })),
      ...await proxiedHomes(account, kind, PROXIES.flatMap((name) => hrefsIn(account.client, own, name))),
    ],
  };
}

/** The company's books as one site has them: homes of a pseudo-principal (reference 1.2). Its absence says nothing. */
export async function companyHomes({ client, profile, address }: Account): Promise<readonly Home[]> {
  if (profile.name !== 'mail2000' || profile.roots === null) return [];
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const row = await rowAt(client, `${profile.roots.carddav}principals/${encodeURIComponent(`mPA.000@${domain}`)}/`, 'contact');
  return (row ? hrefsIn(client, row, HOME_SET.contact) : []).map((href) => ({ kind: 'contact', href, scope: null, source: 'company' }));
}

/** Most homes that a list of all homes is followed into: a list of everybody at a university is no list of what concerns the user. */
const MOST_LISTED = 50;

/**
 * Homes that the collection of all homes lists (SabreDAV does unless it is told to hide them; Mail2000: not measured, reference 1.4). Own ones are known
 * already and left out; a server that refuses the list says nothing by it.
 */
export async function listedHomes({ client, profile }: Account, kind: Kind, known: readonly Home[]): Promise<readonly Home[]> {
  const root = rootOf(profile, kind);
  if (root === null) return [];
  try {
    const { members } = await client.propfind(`${root}${treeOf(kind)}/`, { depth: 1, props: [dav('resourcetype')] });
    const own = new Set(known.map(({ href }) => hrefKey(href)));
    return members.filter((row) => row.status === null && !own.has(hrefKey(row.href))).slice(0, MOST_LISTED)
      .map(({ href }): Home => ({ kind, href, scope: null, source: 'listing' }));
  } catch (error) {
    if (isNothingThere(error)) return [];
    throw error;
  }
}

const treeOf = (kind: Kind): string => (kind === 'event' ? 'calendars' : 'addressbooks');

/** Owners who made us their delegate: their homes hold shared calendars (caldav-proxy). */
async function proxiedHomes(account: Account, kind: Kind, owners: readonly string[]): Promise<readonly Home[]> {
  if (kind !== 'event') return [];
  const rows = await Promise.all([...new Set(owners)].map((owner) => rowAt(account.client, owner, kind)));
  return rows.flatMap((row) => (row ? hrefsIn(account.client, row, HOME_SET[kind]) : [])).map((href) => ({ kind, href, scope: 'shared', source: 'proxy' }));
}

/** Null where nothing that speaks DAV lets us look. */
async function rowAt(client: DavClient, href: string, kind: Kind): Promise<Row | null> {
  const props = [dav('current-user-principal'), dav('resourcetype'), HOME_SET[kind], ...(kind === 'event' ? PROXIES : [])];
  try {
    const { self, members } = await client.propfind(href, { depth: 0, props });
    return self ?? members[0] ?? null;
  } catch (error) {
    if (isNothingThere(error)) return null;
    throw error;
  }
}

/** The place does not exist or is not DAV, as against: the host cannot be reached, or the password is wrong. */
export function isNothingThere(error: unknown): boolean {
  if (!(error instanceof M2KError)) return false;
  return error.code === 'Refused' || (error.code === 'Unavailable' && ['not-a-dav-server', 'server-error'].includes(error.data.reason ?? ''));
}

/** All hrefs below the property (proxy-for may nest them in expanded responses). */
function hrefsIn(client: DavClient, row: Row, name: PropName): readonly string[] {
  const prop = row.props.get(name);
  const hrefs = prop ? [...everyElement(prop)].flatMap((element) => childrenOf(element, dav('href'))) : [];
  return hrefs.flatMap((href) => {
    try {
      return [resolveHref(href.text, client.origin + row.href)];
    } catch {
      return [];
    }
  });
}
