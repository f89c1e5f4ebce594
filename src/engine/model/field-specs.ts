// The merge groups of rules.md 20, one row a field. A new model field does not compile until it has its row here.
import { canonicalText } from './canonical.js';
import type { ContactFields, PersonName } from './contact.js';
import type { EventFields } from './event.js';
import { isDeleted, NO_EXCEPTIONS } from './exception.js';
import type { Kind } from './ids.js';
import type { Fields, FieldSpec, FieldsByKind, FieldSpecs } from './item.js';
import { exceptionsFit } from './occurrences.js';

const alone = <Value>(group: string, empty: Value): FieldSpec<Value> => ({ group, merge: 'whole', empty });

const NO_NAME: PersonName = { prefix: '', given: '', middle: '', family: '', suffix: '', full: '' };

export const EVENT_FIELDS: FieldSpecs<EventFields> = {
  subject: alone('subject', ''),
  when: alone('when', { allDay: true, start: '1970-01-01', end: '1970-01-02' }),
  rule: alone('when', null),
  exceptions: { group: 'when', merge: 'record', empty: NO_EXCEPTIONS, yields: isDeleted },
  location: alone('location', ''),
  body: alone('body', ''),
  reminder: alone('reminder', null),
  categories: { group: 'categories', merge: 'list', empty: [] },
  sensitivity: alone('sensitivity', 'normal'),
  busyStatus: alone('busyStatus', 'busy'),
  importance: alone('importance', 'normal'),
  url: alone('url', ''),
  attachments: { group: 'attachments', merge: 'list', empty: [], missed: true, fragile: true },
  organizer: alone('meeting', null),
  attendees: { group: 'meeting', merge: 'record', empty: {} },
  cancelled: alone('meeting', false),
};

const list = (group: string): FieldSpec<readonly string[]> => ({ group, merge: 'list', empty: [] });
const record = (group: string): FieldSpec<Readonly<Record<string, never>>> => ({ group, merge: 'record', empty: {} });

export const CONTACT_FIELDS: FieldSpecs<ContactFields> = {
  kind: alone('kind', 'person'),
  name: alone('name', NO_NAME),
  fileAs: alone('name', ''),
  phonetics: record('phonetics'),
  nicknames: list('nicknames'),
  emails: list('emails'),
  phones: record('phones'),
  businessAddress: alone('businessAddress', null),
  homeAddress: alone('homeAddress', null),
  otherAddress: alone('otherAddress', null),
  mailingAddress: alone('mailingAddress', null),
  im: list('im'),
  company: alone('company', ''),
  department: alone('department', ''),
  jobTitle: alone('jobTitle', ''),
  role: alone('role', ''),
  office: alone('office', ''),
  manager: alone('manager', ''),
  assistant: alone('assistant', ''),
  spouse: alone('spouse', ''),
  children: list('children'),
  note: alone('note', ''),
  webPage: alone('webPage', ''),
  homePage: alone('homePage', ''),
  freeBusy: alone('freeBusy', ''),
  birthday: alone('birthday', null),
  anniversary: alone('anniversary', null),
  gender: alone('gender', ''),
  categories: list('categories'),
  sensitivity: alone('sensitivity', 'normal'),
  userFields: record('userFields'),
  photo: { ...alone('photo', null), missed: true },
  certificates: list('certificates'),
  members: list('members'),
};

const BY_KIND: { readonly [K in Kind]: FieldSpecs<FieldsByKind[K]> } = { event: EVENT_FIELDS, contact: CONTACT_FIELDS };

export function fieldSpecs<K extends Kind>(kind: K): FieldSpecs<FieldsByKind[K]> {
  return BY_KIND[kind];
}

/**
 * An occurrence that one side deleted and the other gave a file is kept: an edit beats a delete (rules.md 17), and what tells of either are fields of
 * different groups.
 */
export function withFiledOccurrences<K extends Kind>(kind: K, base: Partial<Fields<K>>, fields: Fields<K>): Fields<K> {
  if (kind !== 'event') return fields;
  const { attachments, exceptions } = fields as EventFields, before = base as Partial<EventFields>, had = new Set((before.attachments ?? []).map(canonicalText));
  const filed = new Set(attachments.filter((file) => !had.has(canonicalText(file))).flatMap(({ occurrence }) => occurrence ?? []));
  const back = [...filed].filter((date) => isDeleted(exceptions[date]) && !isDeleted(before.exceptions?.[date]));
  if (back.length === 0) return fields;
  const kept = Object.entries(exceptions).filter(([date]) => !back.includes(date)), former = Object.entries(before.exceptions ?? {}).filter(([date]) => back.includes(date));
  return { ...fields, exceptions: Object.fromEntries([...kept, ...former]) };
}

/** Whether fields that were merged belong together: what does not is decided by policy for the whole group (rules.md 20). Names the group that does not. */
export function unfitGroup<K extends Kind>(kind: K, fields: Fields<K>): string | null {
  return kind === 'event' && !exceptionsFit(fields as EventFields) ? EVENT_FIELDS.when.group : null;
}
