// Which fields count in a person and which in a distribution list: the same on both sides.
import { canonicalLine, equal } from '../../model/canonical.js';
import { CONTACT_FIELDS } from '../../model/field-specs.js';
import type { ContactFields } from '../../model/contact.js';
import { composedName } from './composed-name.js';
import { canonicalName, hasParts, NO_NAME } from './canonical-contact.js';

/** What a DistListItem has (OOM 5.5) and a group card needs (RFC 6350 section 6.1.4). */
const OF_LISTS: ReadonlySet<string> = new Set<keyof ContactFields>(['kind', 'name', 'note', 'categories', 'sensitivity', 'members']);

/** A list has one name and no parts of it; a person has no members. */
export function ofItsKind(fields: ContactFields): ContactFields {
  if (fields.kind === 'person') return fields.members.length === 0 ? fields : { ...fields, members: [] };
  const name = canonicalName(fields.name);
  const full = name.full || (hasParts(name) ? composedName(name) : '');
  const empty = Object.entries(CONTACT_FIELDS).filter(([field]) => !OF_LISTS.has(field)).map(([field, spec]) => [field, (spec as { readonly empty: unknown }).empty] as const);
  const held: ContactFields = { ...fields, ...Object.fromEntries(empty), name: { ...NO_NAME, full } };
  return equal(held, fields) ? fields : held;
}

/** Sorted, for neither side has an order; `mailto:` in lower case, for an address is the same in any case; any other URI as it is. */
export function canonicalMembers(members: readonly string[]): readonly string[] {
  return [...new Set(members.map(canonicalLine).filter(Boolean).map((member) => (/^mailto:/i.test(member) ? member.toLowerCase() : member)))].sort();
}
