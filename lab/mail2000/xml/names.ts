// XML names in Clark notation ({namespace}local) and the namespaces this server speaks.

const inNamespace = (namespace: string) => (local: string): string => `{${namespace}}${local}`;

export const dav = inNamespace('DAV:');
export const caldav = inNamespace('urn:ietf:params:xml:ns:caldav');
export const carddav = inNamespace('urn:ietf:params:xml:ns:carddav');
export const calendarServer = inNamespace('http://calendarserver.org/ns/');
export const apple = inNamespace('http://apple.com/ns/ical/');
export const sabre = inNamespace('http://sabredav.org/ns');

/** Prefixes as SabreDAV declares them on the root element. */
export const prefixes: ReadonlyMap<string, string> = new Map([
  ['DAV:', 'd'],
  ['http://sabredav.org/ns', 's'],
  ['urn:ietf:params:xml:ns:caldav', 'cal'],
  ['urn:ietf:params:xml:ns:carddav', 'card'],
  ['http://calendarserver.org/ns/', 'cs'],
  ['http://apple.com/ns/ical/', 'x1'],
]);

/** Splits `{namespace}local`; a name without braces is in no namespace. */
export function splitName(name: string): { readonly namespace: string; readonly local: string } {
  const end = name.startsWith('{') ? name.indexOf('}') : -1;
  return end < 0 ? { namespace: '', local: name } : { namespace: name.slice(1, end), local: name.slice(end + 1) };
}
