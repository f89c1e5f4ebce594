// An ordinary event and contact, of which a test names only what it is about.
import type { ContactFields } from '../../src/engine/model/contact.js';
import type { EventFields } from '../../src/engine/model/event.js';
import { CONTACT_FIELDS } from '../../src/engine/model/field-specs.js';

export const anEvent = (fields: Partial<EventFields> = {}): EventFields => ({
  subject: '部門會議', when: { allDay: true, start: '2026-02-03', end: '2026-02-04' }, rule: null, exceptions: {}, location: '', body: '', reminder: null, categories: [],
  sensitivity: 'normal', busyStatus: 'busy', importance: 'normal', url: '', attachments: [], organizer: null, attendees: {}, cancelled: false, ...fields,
});

export const aContact = (fields: Partial<ContactFields> = {}): ContactFields => ({
  ...NO_FIELDS, name: { prefix: '', given: '小明', middle: '', family: '王', suffix: '', full: '' }, emails: ['xiaoming@example.com.tw'], phones: { mobile: '0912-345-678' }, ...fields,
});

/** A contact that says nothing. */
export const NO_FIELDS = Object.fromEntries(Object.entries(CONTACT_FIELDS).map(([name, spec]) => [name, (spec as { readonly empty: unknown }).empty])) as unknown as ContactFields;
