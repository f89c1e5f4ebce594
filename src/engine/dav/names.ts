// Names of DAV properties and preconditions as '{namespace}local', the only form in which they are compared.

export const DAV = 'DAV:';
export const CALDAV = 'urn:ietf:params:xml:ns:caldav';
export const CARDDAV = 'urn:ietf:params:xml:ns:carddav';
/** calendarserver.org: getctag, calendar-proxy-*-for, subscribed. */
export const CS = 'http://calendarserver.org/ns/';
/** Colours, as Apple's iCal wrote them and everyone else does since. */
export const ICAL = 'http://apple.com/ns/ical/';

/** '{namespace}local' */
export type PropName = `{${string}}${string}`;

export const dav = (local: string): PropName => `{${DAV}}${local}`;
export const caldav = (local: string): PropName => `{${CALDAV}}${local}`;
export const carddav = (local: string): PropName => `{${CARDDAV}}${local}`;
export const cs = (local: string): PropName => `{${CS}}${local}`;
export const ical = (local: string): PropName => `{${ICAL}}${local}`;

export function splitName(name: PropName): { readonly namespace: string; readonly local: string } {
  const end = name.indexOf('}');
  return { namespace: name.slice(1, end), local: name.slice(end + 1) };
}
