// The merge groups of rules.md 20, one row a field. A new model field does not compile until it has its row here.
import type { ContactFields, PersonName } from './contact.js';
import type { EventFields } from './event.js';
import type { Kind } from './ids.js';
import type { FieldSpec, FieldsByKind, FieldSpecs } from './item.js';

const alone = <Value>(group: string, empty: Value): FieldSpec<Value> => ({ group, merge: 'whole', empty });

const NO_NAME: PersonName = { prefix: '', given: '', middle: '', family: '', suffix: '', full: '' };

export const EVENT_FIELDS: FieldSpecs<EventFields> = {
  subject: alone('subject', ''),
  when: alone('when', { allDay: true, start: '1970-01-01', end: '1970-01-02' }),
  rule: alone('when', null),
  location: alone('location', ''),
  body: alone('body', ''),
  reminder: alone('reminder', null),
  categories: { group: 'categories', merge: 'list', empty: [] },
  sensitivity: alone('sensitivity', 'normal'),
  busyStatus: alone('busyStatus', 'busy'),
  importance: alone('importance', 'normal'),
  url: alone('url', ''),
  organizer: alone('meeting', null),
  attendees: { group: 'meeting', merge: 'record', empty: {} },
  cancelled: alone('meeting', false),
};

export const CONTACT_FIELDS: FieldSpecs<ContactFields> = {
  name: alone('name', NO_NAME),
  emails: { group: 'emails', merge: 'list', empty: [] },
  phones: { group: 'phones', merge: 'record', empty: {} },
  businessAddress: alone('businessAddress', null),
  homeAddress: alone('homeAddress', null),
  otherAddress: alone('otherAddress', null),
  company: alone('company', ''),
  department: alone('department', ''),
  jobTitle: alone('jobTitle', ''),
  note: alone('note', ''),
  webPage: alone('webPage', ''),
  birthday: alone('birthday', null),
};

const BY_KIND: { readonly [K in Kind]: FieldSpecs<FieldsByKind[K]> } = { event: EVENT_FIELDS, contact: CONTACT_FIELDS };

export function fieldSpecs<K extends Kind>(kind: K): FieldSpecs<FieldsByKind[K]> {
  return BY_KIND[kind];
}
