// How a stored text leaves the server: METHOD:REQUEST added (M7), cards in the version asked for.
import type { MemberResource } from '../resource.js';
import type { Scene } from '../reply.js';
import type { Quirks } from '../quirks.js';
import { convertCard, versionFor } from './card-versions.js';

function withMethod(text: string, methodOnGet: Quirks['methodOnGet']): string {
  const wanted = methodOnGet === true || (methodOnGet === 'attendees' && /^ATTENDEE[;:]/im.test(text));
  return wanted && !/^METHOD[;:]/im.test(text) ? text.replace(/^(BEGIN:VCALENDAR\r?\n)/i, '$1METHOD:REQUEST\r\n') : text;
}

/** Text and media type of a member; `asked` is the Accept header or the version a report asks for. */
export function contentOf({ tree, member }: MemberResource, { quirks }: Scene, asked = ''): { readonly text: string; readonly type: string } {
  if (tree === 'calendars') return { text: withMethod(member.text, quirks.methodOnGet), type: 'text/calendar; charset=utf-8' };
  const version = versionFor(quirks, asked);
  const text = version === undefined ? member.text : convertCard(member.text, version);
  // SabreDAV types cards text/x-vcard (Q45).
  return { text, type: version === '4.0' ? 'text/vcard; version=4.0; charset=utf-8' : 'text/x-vcard; charset=utf-8' };
}
