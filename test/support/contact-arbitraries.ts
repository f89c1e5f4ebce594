// Contacts of every sort for the laws: names of both worlds, separators, line ends, emoji, what no text format can hold.
import fc from 'fast-check';
import { PHONE_SLOTS, PHONETIC_SLOTS, USER_SLOTS, type Address, type ContactFields, type PersonName, type Phones, type Photo } from '../../src/engine/model/contact.js';
import type { DateText } from '../../src/engine/model/time.js';
import { HUA, MEI, MING, SIGNED_DATA } from './certificates.js';

const TELLING = [
  '王', '小明', '歐陽', 'さくら', '김', 'Smith', 'van der Harten', 'Ludwig', 'a;b', 'a,b', 'back\\slash', 'C:\\new', '\\', 'co:lon', '"quoted"', '^caret^',
  '=41', 'two\nlines', 'two\r\nlines', ' blanks ', 'tab\there', '👩‍👩‍👧', '資訊中心'.repeat(12), 'x'.repeat(76), '\u0000nul', '\ud800', '\ufeffmark', 'next\u0085line', 'END:VCARD',
];

const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 5, arbitrary: fc.constantFrom(...TELLING) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...TELLING), fc.constantFrom(...TELLING)).map(([a, b]) => `${a}\n${b}`) },
);

const name: fc.Arbitrary<PersonName> = fc.record({ prefix: text, given: text, middle: text, family: text, suffix: text, full: text });

const nameWithoutParts: fc.Arbitrary<PersonName> = text.map((full) => ({ prefix: '', given: '', middle: '', family: '', suffix: '', full }));

const email = fc.oneof(fc.constantFrom('a@example.com', 'b@example.com', 'c@example.com', 'd@example.com', '王@例子.台灣', 'A@example.com'), text);

const number = fc.oneof(fc.constantFrom('+886-2-2771-1234', '0912 345 678', '(02) 2771-1234 #12', 'tel:1'), text);

const address: fc.Arbitrary<Address> = fc.record({ street: text, city: text, region: text, postalCode: text, country: text, poBox: text });

export const arbitraryPhones: fc.Arbitrary<Phones> = fc.dictionary(fc.constantFrom(...PHONE_SLOTS), number, { noNullPrototype: true });

/** From year 1 on: earlier than Outlook can hold, and the day that it takes for none. */
export const arbitraryDate: fc.Arbitrary<DateText> = fc.oneof(
  fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom('2000-02-29', '1600-12-31', '1601-01-01', '4501-01-01', '1604-02-29'),
);

const texts = fc.array(text, { maxLength: 4 });
const slots = <Slot extends string>(names: readonly Slot[]) => fc.dictionary(fc.constantFrom(...names), text, { noNullPrototype: true }) as fc.Arbitrary<{ readonly [Each in Slot]?: string }>;

const photo: fc.Arbitrary<Photo | null> = fc.option(fc.record({
  sha256: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)), octets: fc.constantFrom(12, 6_000_000), format: fc.constantFrom('jpeg' as const, 'png' as const, 'other' as const),
}));

const fields: fc.Arbitrary<ContactFields> = fc.record({
  kind: fc.constant('person' as const),
  fileAs: fc.oneof(text, fc.constantFrom('王', 'Smith, 小明', 'the boss')),
  phonetics: slots(PHONETIC_SLOTS),
  nicknames: texts,
  mailingAddress: fc.constantFrom(null, 'business' as const, 'home' as const, 'other' as const),
  im: fc.array(fc.oneof(text, fc.constantFrom('xmpp:a@b', 'skype:nana', 'sip:王@例子.台灣')), { maxLength: 3 }),
  role: text,
  office: text,
  manager: text,
  assistant: text,
  spouse: text,
  children: texts,
  homePage: text,
  freeBusy: text,
  anniversary: fc.option(arbitraryDate),
  gender: fc.constantFrom('' as const, 'female' as const, 'male' as const),
  categories: texts,
  sensitivity: fc.constantFrom('normal' as const, 'personal' as const, 'private' as const, 'confidential' as const),
  userFields: slots(USER_SLOTS),
  photo: fc.constant(null),
  certificates: fc.array(fc.constantFrom(MEI, MING, HUA, SIGNED_DATA, 'aGVsbG8=', ''), { maxLength: 3 }),
  members: fc.array(fc.constantFrom('mailto:a@example.com', 'MAILTO:A@example.com', 'urn:uuid:1', 'ldap://x'), { maxLength: 3 }),
  name: fc.oneof(name, nameWithoutParts),
  emails: fc.array(email, { maxLength: 5 }),
  phones: arbitraryPhones,
  businessAddress: fc.option(address),
  homeAddress: fc.option(address),
  otherAddress: fc.option(address),
  company: text,
  department: text,
  jobTitle: text,
  note: text,
  webPage: fc.oneof(fc.constantFrom('https://example.com/a,b;c?d=e', 'http://例子.台灣/'), text),
  birthday: fc.option(arbitraryDate),
});

/** With pictures that no shelf holds: for narrowing only. */
export const arbitraryPictured: fc.Arbitrary<ContactFields> = fc.tuple(fields, photo).map(([held, shown]) => ({ ...held, photo: shown }));

/** Distribution lists. */
export const arbitraryList: fc.Arbitrary<ContactFields> = fields.map((held) => ({ ...held, kind: 'list' as const }));

/** One in a few is a company that has its name twice, as exporters write it. */
export const arbitraryContactFields: fc.Arbitrary<ContactFields> = fc.oneof(
  { weight: 4, arbitrary: fields },
  { weight: 1, arbitrary: fields.map((held) => ({ ...held, name: { prefix: '', given: '', middle: '', family: '', suffix: '', full: held.company || held.emails[0] || '' } })) },
);
