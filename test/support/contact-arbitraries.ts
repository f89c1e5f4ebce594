// Contacts of every sort for the laws: names of both worlds, separators, line ends, emoji, what no text format can hold.
import fc from 'fast-check';
import { PHONE_SLOTS, type Address, type ContactFields, type PersonName, type Phones } from '../../src/engine/model/contact.js';
import type { DateText } from '../../src/engine/model/time.js';

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

const fields: fc.Arbitrary<ContactFields> = fc.record({
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

/** One in a few is a company that has its name twice, as exporters write it. */
export const arbitraryContactFields: fc.Arbitrary<ContactFields> = fc.oneof(
  { weight: 4, arbitrary: fields },
  { weight: 1, arbitrary: fields.map((held) => ({ ...held, name: { prefix: '', given: '', middle: '', family: '', suffix: '', full: held.company || held.emails[0] || '' } })) },
);
