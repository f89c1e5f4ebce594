// Request bodies (RFC 4918, 4791, 6352, 6578) as text. Pure.
import { CALDAV, CARDDAV, caldav, carddav, dav, splitName } from './names.js';
import type { PropName } from './names.js';
import { escapeXml } from './xml.js';
import type { Kind } from '../model/ids.js';

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

/** Every element declares its own namespace: valid whatever surrounds it. */
function element(name: PropName, content = '', attributes = ''): string {
  const { namespace, local } = splitName(name);
  const open = `<${local} xmlns="${escapeXml(namespace)}"${attributes}`;
  return content === '' ? `${open}/>` : `${open}>${content}</${local}>`;
}

const names = (props: readonly PropName[]): string => element(dav('prop'), props.map((name) => element(name)).join(''));

export const propfindBody = (props: readonly PropName[]): string => DECLARATION + element(dav('propfind'), names(props));

/** Depth is 0 in the header and the level in the body (RFC 6578 section 3.3). An empty token asks for everything. */
export const syncCollectionBody = (token: string): string => DECLARATION + element(dav('sync-collection'),
  element(dav('sync-token'), escapeXml(token)) + element(dav('sync-level'), '1') + names([dav('getetag')]));

export interface DataWanted {
  readonly kind: Kind;
  /** For cards: the same version in every request of an account (reference Q34). */
  readonly vcardVersion?: '3.0' | '4.0';
}

const dataProp = ({ kind, vcardVersion }: DataWanted): string =>
  kind === 'event' ? element(caldav('calendar-data'))
    : element(carddav('address-data'), '', vcardVersion === undefined ? '' : ` content-type="text/vcard" version="${vcardVersion}"`);

const etagAndData = (wanted: DataWanted): string => element(dav('prop'), element(dav('getetag')) + dataProp(wanted));

/** At least one href: GMX answers an empty multiget with 400 (reference Q63). */
export function multigetBody(wanted: DataWanted, hrefs: readonly string[]): string {
  const report = wanted.kind === 'event' ? caldav('calendar-multiget') : carddav('addressbook-multiget');
  return DECLARATION + element(report, etagAndData(wanted) + hrefs.map((href) => element(dav('href'), escapeXml(href))).join(''));
}

/**
 * Resources whose UID may be that one, with their data; the caller compares (text-match is looser than asked on many servers, reference Q7, Q67).
 * Asked for is the longest run without characters that vCard and iCalendar escape: some servers compare escaped text, some plain.
 */
export function uidQueryBody(wanted: DataWanted, uid: string): string {
  const namespace = wanted.kind === 'event' ? CALDAV : CARDDAV;
  const of = (local: string): PropName => `{${namespace}}${local}`;
  const collation = wanted.kind === 'event' ? ' collation="i;octet"' : ' collation="i;unicode-casemap" match-type="contains"';
  const run = uid.split(/[\\,;:"\s]+/).reduce((longest, part) => (part.length > longest.length ? part : longest), '');
  const uidIs = element(of('prop-filter'), element(of('text-match'), escapeXml(run), collation), ' name="UID"');
  const filter = wanted.kind === 'event'
    ? element(of('comp-filter'), element(of('comp-filter'), uidIs, ' name="VEVENT"'), ' name="VCALENDAR"')
    : uidIs;
  return DECLARATION + element(of(wanted.kind === 'event' ? 'calendar-query' : 'addressbook-query'),
    etagAndData(wanted) + element(of('filter'), filter));
}

/** Every card of a book with its ETag: a filter without conditions matches all (RFC 6352 section 10.5). */
export const everyCardBody = (props: readonly PropName[]): string =>
  DECLARATION + element(carddav('addressbook-query'), names(props) + element(carddav('filter')));

export type TextProps = readonly (readonly [PropName, string])[];

const set = (props: TextProps): string =>
  element(dav('set'), element(dav('prop'), props.map(([name, value]) => element(name, escapeXml(value))).join('')));

export const proppatchBody = (props: TextProps): string => DECLARATION + element(dav('propertyupdate'), set(props));

/** RFC 4791 section 5.3.1. */
export const mkcalendarBody = (props: TextProps): string => DECLARATION + element(caldav('mkcalendar'), set(props));

/** RFC 5689: an address book. */
export const mkcolAddressbookBody = (props: TextProps): string => DECLARATION + element(dav('mkcol'),
  element(dav('set'), element(dav('prop'),
    element(dav('resourcetype'), element(dav('collection')) + element(carddav('addressbook')))
    + props.map(([name, value]) => element(name, escapeXml(value))).join(''))));
