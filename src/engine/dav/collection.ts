// A calendar or an address book as its PROPFIND row tells it. Pure.
import type { Kind } from '../model/ids.js';
import { hrefKey, resolveHref } from './hrefs.js';
import { textProp } from './multistatus.js';
import type { Row } from './multistatus.js';
import { caldav, carddav, cs, dav, ical } from './names.js';
import { OWN_RIGHTS, rightsOf, UNKNOWN_RIGHTS } from './rights.js';
import type { CollectionRights } from './rights.js';
import { childOf, childrenOf, everyElement } from './xml.js';

/** Calendars are personal, shared or public; address books personal, local, group or ldap (mission.md M14). */
export type Scope = 'personal' | 'shared' | 'public' | 'local' | 'group' | 'ldap';

/**
 * How a collection came to be known: the user's own home, the home of somebody who made the user a delegate (caldav-proxy), the server's list of all
 * homes, the company's books of Mail2000, or an address that a person or administrator gave.
 */
export type Source = 'home' | 'proxy' | 'listing' | 'company' | 'given';

/** What tells whether anything in a collection changed, and whether it is still the same one. */
export interface CollectionState {
  readonly ctag: string | null;
  readonly syncToken: string | null;
  /** Local names of supported reports: 'sync-collection', 'calendar-multiget' ... */
  readonly reports: readonly string[];
  /** Path of the owner's principal. */
  readonly owner: string | null;
  /** DAV:creationdate as the server writes it: with the owner it tells a collection from another one of the same name (rule 15). */
  readonly created: string | null;
}

export interface Collection extends CollectionState {
  /** Path on the client's origin, as the server spells it. */
  readonly href: string;
  readonly kind: Kind;
  readonly source: Source;
  readonly displayName: string;
  /** '#RRGGBB', null when not said. */
  readonly color: string | null;
  readonly scope: Scope;
  readonly rights: CollectionRights;
  /** The rights are those of a privilege set that this answer had, not what is assumed without one: the proof that rule 22 asks for. */
  readonly rightsTold: boolean;
  /** 'VEVENT', 'VTODO'; empty when not said. */
  readonly components: readonly string[];
  /** Bytes an object may have; null when not said. */
  readonly maxSize: number | null;
  readonly vcardVersions: readonly ('3.0' | '4.0')[];
}

export const STATE_PROPS = [dav('resourcetype'), dav('sync-token'), dav('supported-report-set'), cs('getctag'), dav('owner'), dav('creationdate')] as const;

export const COLLECTION_PROPS = [
  ...STATE_PROPS, dav('displayname'), dav('current-user-privilege-set'), cs('source'), ical('calendar-color'), caldav('supported-calendar-component-set'), caldav('max-resource-size'),
  carddav('max-resource-size'), carddav('supported-address-data'),
] as const;

/** Where a row was found. */
export interface FoundAt {
  readonly source: Source;
  /** What lies here has this scope; null: the owner tells. */
  readonly scope: Scope | null;
  /** The scope where the owner is not told either. */
  readonly otherwise: Scope | null;
  /** The user's own principal. */
  readonly principal: string | null;
  readonly url: string;
}

/** Null when the row is no calendar for events and no address book: resourcetype alone decides (reference Q23, Q62). */
export function collectionOf(row: Row, place: FoundAt): Collection | null {
  const types = row.props.get(dav('resourcetype'))?.children.map((child) => child.name) ?? [];
  const kind: Kind | null = types.includes(caldav('calendar')) ? 'event' : types.includes(carddav('addressbook')) ? 'contact' : null;
  const components = childrenOf(row.props.get(caldav('supported-calendar-component-set')), caldav('comp'))
    .map((comp) => comp.attributes['name']?.toUpperCase() ?? '').filter((name) => name !== '');
  if (row.status !== null || kind === null || (kind === 'event' && components.length > 0 && !components.includes('VEVENT'))) return null;
  const state = stateOf(row, place.url), { owner } = state;
  const said = rightsOf(row.props.get(dav('current-user-privilege-set')));
  const scope = place.scope ?? scopeByOwner(kind, owner, { place, said });
  const subscribed = types.includes(cs('subscribed')) || row.props.has(cs('source'));
  return {
    ...state, href: row.href, kind, source: place.source, scope, components,
    displayName: textProp(row, dav('displayname')) ?? lastSegment(row.href),
    color: colorOf(textProp(row, ical('calendar-color'))),
    rights: rightsIn(said, scope, subscribed), rightsTold: said !== null,
    maxSize: Number(textProp(row, kind === 'event' ? caldav('max-resource-size') : carddav('max-resource-size'))) || null,
    vcardVersions: versionsOf(row),
  };
}

/** @param url where the row was answered */
export const stateOf = (row: Row, url: string): CollectionState => ({
  ctag: textProp(row, cs('getctag')), syncToken: textProp(row, dav('sync-token')), reports: reportsOf(row), owner: ownerOf(row, url), created: textProp(row, dav('creationdate')),
});

/** Company books are one-way whatever the server would allow (reference D5, mission.md M14); a subscription is somebody else's file. */
function rightsIn(said: CollectionRights | null, scope: Scope, subscribed: boolean): CollectionRights {
  const given = said ?? (scope === 'personal' ? OWN_RIGHTS : UNKNOWN_RIGHTS);
  const readOnly = subscribed || scope === 'group' || scope === 'ldap';
  const rights = readOnly ? { ...given, add: false, change: false, remove: false } : given;
  // Renaming what is not ours would rename it for everyone (SOGo, reference Q25; D17).
  return scope === 'personal' ? rights : { ...rights, rename: false };
}

/**
 * Reference D3. Mail2000's company books are owned by `m<number>` or `mPA.<number>@<domain>`; whether group, local or LDAP is not told over DAV, but only
 * a local one may be writable. Where principals are named after addresses, one that is not belongs to no person.
 */
function scopeByOwner(kind: Kind, owner: string | null, { place, said }: { readonly place: FoundAt; readonly said: CollectionRights | null }): Scope {
  if (owner !== null && place.principal !== null && hrefKey(owner) === hrefKey(place.principal)) return 'personal';
  const company = said?.add || said?.change || said?.remove ? 'local' : 'group';
  if (owner === null || place.principal === null) return place.otherwise ?? (kind === 'event' ? 'public' : company);
  const name = lastSegment(owner);
  if (kind === 'contact') return /^m(PA\.)?\d+(@|$)/i.test(name) ? company : 'local';
  return /^public(@|$)/i.test(name) || (lastSegment(place.principal).includes('@') && !name.includes('@')) ? 'public' : 'shared';
}

function ownerOf(row: Row, url: string): string | null {
  const href = childOf(row.props.get(dav('owner')), dav('href'))?.text.trim();
  try {
    return href ? resolveHref(href, url) : null;
  } catch {
    return null;
  }
}

/** Any descendant: Xandikos leaves the inner `report` out (reference Q11). */
function reportsOf(row: Row): readonly string[] {
  const set = row.props.get(dav('supported-report-set'));
  const leaves = set ? [...everyElement(set)].filter((element) => element.children.length === 0) : [];
  return leaves.map((leaf) => leaf.name.replace(/^\{.*\}/, ''));
}

function versionsOf(row: Row): readonly ('3.0' | '4.0')[] {
  const types = row.props.get(carddav('supported-address-data'))?.children ?? [];
  const versions = types.map((type) => type.attributes['version'] ?? '3.0');
  return (['3.0', '4.0'] as const).filter((version) => versions.includes(version));
}

const colorOf = (text: string | null): string | null => /^#[0-9a-f]{6}/i.exec(text ?? '')?.[0].toUpperCase() ?? null;

const lastSegment = (href: string): string => {
  const segment = href.replace(/\/$/, '').split('/').at(-1) ?? href;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
