// What the sync laws play with: two kinds of items, and two lossy sides for each, as the real ones are.
import fc from 'fast-check';
import type { ContactFields } from '../../src/engine/model/contact.js';
import type { EventFields } from '../../src/engine/model/event.js';
import type { Exception, Exceptions } from '../../src/engine/model/exception.js';
import { datesAmong } from '../../src/engine/model/occurrences.js';
import type { Kind, SideName } from '../../src/engine/model/ids.js';
import type { Fields } from '../../src/engine/model/item.js';
import { aContact } from './an-event.js';

export interface Cast<K extends Kind> {
  readonly kind: K;
  /** Each loses something on fields of its own and on a field that both lose on; the two commute, so that "equal meaning" has a meaning. */
  readonly narrow: Readonly<Record<SideName, (fields: Fields<K>) => Fields<K>>>;
  readonly item: fc.Arbitrary<Fields<K>>;
  /** One field of an item. */
  readonly change: fc.Arbitrary<Partial<Fields<K>>>;
  /** The item, told from all others: keeps likeness (rules.md 9) out of laws that are not about it. */
  named<Held extends Partial<Fields<K>>>(fields: Held, name: string): Held;
}

const without = (list: readonly string[], ...lost: readonly string[]): readonly string[] => list.filter((one) => !lost.includes(one));

/** No side shows an exception of no occurrence. Outlook cuts what an occurrence says as it cuts the series. */
function shown({ when, rule, exceptions }: EventFields, text: (held: string) => string): Exceptions {
  const dates = datesAmong(Object.keys(exceptions), { when, rule });
  return Object.fromEntries(Object.entries(exceptions).filter(([date]) => dates.has(date)).map(([date, one]): readonly [string, Exception] =>
    [date, 'changes' in one && one.changes.location !== undefined ? { changes: { ...one.changes, location: text(one.changes.location) } } : one]));
}

/** Files in the one order both sides give them; the one or the other does not take some. */
const files = (held: EventFields['attachments'], lost: string): EventFields['attachments'] =>
  held.filter(({ name }) => name !== lost).toSorted((a, b) => (`${a.name}\n${a.sha256}` < `${b.name}\n${b.sha256}` ? -1 : 1));

export const narrowOutlook = (fields: EventFields): EventFields => ({
  ...fields, location: fields.location.slice(0, 4), categories: without(fields.categories, 'z'), subject: fields.subject.trimEnd(), attachments: files(fields.attachments, 'b.exe'),
  exceptions: shown(fields, (text) => text.slice(0, 4)),
});
export const narrowServer = (fields: EventFields): EventFields => ({
  ...fields, location: fields.location.slice(0, 8), categories: without(fields.categories, 'y'), sensitivity: fields.sensitivity === 'personal' ? 'normal' : fields.sensitivity,
  reminder: fields.reminder === null ? null : Math.min(fields.reminder, 60), attachments: files(fields.attachments, 'c.iso'), exceptions: shown(fields, (text) => text.slice(0, 8)),
});

const exception: fc.Arbitrary<Exception> = fc.constantFrom<Exception>({ deleted: true }, { changes: { subject: 'once' } }, { changes: { location: 'a long room', reminder: null } });
/** Dates of which some are occurrences, whatever the start and the rule. */
const exceptions: fc.Arbitrary<Exceptions> = fc.dictionary(fc.constantFrom('2026-02-11', '2026-02-12', '2026-02-15'), exception, { maxKeys: 2, noNullPrototype: true });

const text = fc.constantFrom('', 'a', 'b ', 'lunch', '會議', 'review $(x)');
const FILES: EventFields['attachments'] = [['a.txt', '1'], ['a.txt', '2'], ['b.exe', '1'], ['c.iso', '3']].map(([name = '', sha256 = '']) => ({ name, sha256, octets: 1 }));
const attendee = fc.record({
  name: fc.constantFrom('', 'B'), role: fc.constantFrom('required' as const, 'optional' as const), answer: fc.constantFrom('none' as const, 'accepted' as const),
});
export const arbitraryEvent: fc.Arbitrary<EventFields> = fc.record({
  subject: text, location: fc.constantFrom('', 'room', 'a long room'), body: text,
  when: fc.integer({ min: 1, max: 9 }).map((day) => ({ allDay: true as const, start: `2026-02-0${String(day)}`, end: `2026-02-1${String(day)}` })),
  rule: fc.constantFrom(null, { freq: 'daily' as const, interval: 2, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'never' as const } }),
  exceptions, reminder: fc.constantFrom(null, 0, 15, 600), categories: fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'w'), { maxLength: 3 }),
  sensitivity: fc.constantFrom('normal' as const, 'private' as const, 'personal' as const), busyStatus: fc.constantFrom('busy' as const, 'free' as const),
  importance: fc.constantFrom('normal' as const, 'high' as const), url: fc.constantFrom('', 'https://a.example'),
  organizer: fc.constantFrom(null, { email: 'a@x', name: '' }, { email: 'b@x', name: 'B' }), attendees: fc.dictionary(fc.constantFrom('a@x', 'b@x', 'c@x'), attendee, { maxKeys: 3, noNullPrototype: true }),
  cancelled: fc.boolean(), attachments: fc.subarray([...FILES], { maxLength: 2 }),
});

/** One field of what an arbitrary gives. */
const oneOf = <Held extends object>(held: fc.Arbitrary<Held>, names: readonly (keyof Held)[]): fc.Arbitrary<Partial<Held>> =>
  fc.oneof(...names.map((name) => held.map((fields): Partial<Held> => ({ [name]: fields[name] } as unknown as Partial<Held>))));

export const EVENTS: Cast<'event'> = {
  kind: 'event', narrow: { outlook: narrowOutlook, server: narrowServer }, item: arbitraryEvent,
  change: oneOf(arbitraryEvent, ['subject', 'location', 'body', 'when', 'rule', 'exceptions', 'exceptions', 'reminder', 'categories', 'sensitivity', 'busyStatus', 'importance', 'url', 'attachments', 'organizer', 'attendees', 'cancelled']),
  named: (fields, name) => (fields.subject === undefined ? fields : { ...fields, subject: `${fields.subject} ${name}` }),
};

const phone = fc.option(fc.constantFrom('1', '2', '+886 3'), { nil: undefined, freq: 2 });
const arbitraryContact: fc.Arbitrary<ContactFields> = fc.record({
  given: fc.constantFrom('', '小明', 'Ann'), company: fc.constantFrom('', '開放文心', 'Acme'), emails: fc.uniqueArray(fc.constantFrom('a@x', 'b@x', 'c@x', 'hidden@x'), { maxLength: 3 }),
  mobile: phone, home: phone, telex: phone, radio: phone, note: text,
  home_: fc.option(fc.constant({ street: '路', city: '臺北', region: '', postalCode: '', country: '', poBox: '' })), birthday: fc.option(fc.constant('2000-02-29')),
}).map(({ given, mobile, home, telex, radio, home_, ...rest }) => aContact({
  ...rest, name: { prefix: '', given, middle: '', family: '王', suffix: '', full: '' }, homeAddress: home_,
  phones: Object.fromEntries(Object.entries({ mobile, home, telex, radio }).filter(([, number]) => number !== undefined)),
}));

const slotsWithout = (phones: ContactFields['phones'], ...lost: readonly string[]): ContactFields['phones'] =>
  Object.fromEntries(Object.entries(phones).filter(([slot]) => !lost.includes(slot)));

export const CONTACTS: Cast<'contact'> = {
  kind: 'contact', item: arbitraryContact,
  narrow: {
    outlook: (fields) => ({ ...fields, phones: slotsWithout(fields.phones, 'radio'), emails: without(fields.emails, 'hidden@x'), note: fields.note.trimEnd() }),
    server: (fields) => ({ ...fields, phones: slotsWithout(fields.phones, 'telex'), emails: without(fields.emails, 'c@x'), company: fields.company.slice(0, 3) }),
  },
  change: oneOf(arbitraryContact, ['name', 'company', 'emails', 'phones', 'note', 'homeAddress', 'birthday']),
  named: (fields, name) => (fields.name === undefined ? fields : { ...fields, name: { ...fields.name, family: `王${name}` } }),
};
