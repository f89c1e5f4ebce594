// What people call an item: for plans, reports and the undo list.
import type { ContactFields } from './contact.js';
import type { EventFields } from './event.js';
import type { Kind } from './ids.js';
import type { Fields } from './item.js';

const ofContact = ({ name, company, emails }: ContactFields): string =>
  name.full || [name.prefix, name.given, name.middle, name.family, name.suffix].filter(Boolean).join(' ') || company || emails[0] || '';

export function titleOf<K extends Kind>(kind: K, fields: Fields<K>): string {
  return kind === 'event' ? (fields as EventFields).subject : ofContact(fields as ContactFields);
}
