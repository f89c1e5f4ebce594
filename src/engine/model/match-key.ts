// What makes two items without a common UID look like one (rules.md 9): several keys, any of which may match.
import { canonicalText } from './canonical.js';
import type { ContactFields } from './contact.js';
import type { EventFields } from './event.js';
import type { Kind } from './ids.js';
import { instantOf } from './instant.js';
import type { Fields } from './item.js';

/** NFKC folds full-width forms; case and blanks do not count. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
const digits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

/** Instants, whatever the zones; an all-day event has dates. */
function ofEvent({ subject, when, rule }: EventFields): readonly string[] {
  if (subject === '') return [];
  if (when.allDay) return [canonicalText([plain(subject), when, rule])];
  const until = rule?.end.kind === 'until' ? instantOf({ local: rule.end.until, zone: when.start.zone }) : null;
  return [canonicalText([plain(subject), instantOf(when.start), instantOf(when.end), rule && { ...rule, end: until === null ? rule.end : { kind: 'until', until } }])];
}

function ofContact({ name, emails, phones }: ContactFields): readonly string[] {
  const called = plain(name.full || `${name.family}${name.given}`);
  if (called === '') return [];
  const ways = [...emails.map(plain), ...Object.values(phones).map(digits)].filter((way) => way !== '');
  return [...new Set(ways)].map((way) => canonicalText([called, way]));
}

/** Empty when the item says too little to be recognised. `shared`: the same in the terms of both sides, for times and rules. */
export function matchKeys<K extends Kind>(kind: K, fields: Fields<K>, shared: Fields<K> = fields): readonly string[] {
  return kind === 'event' ? ofEvent({ ...(shared as EventFields), subject: (fields as EventFields).subject }) : ofContact(fields as ContactFields);
}
