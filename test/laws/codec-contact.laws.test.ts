// What holds for every contact: nothing is lost but what a side cannot hold, and nothing is touched but what was chosen.
import test from 'ava';
import fc from 'fast-check';
import { contactCodec } from '../../src/engine/codec/outlook/contact.js';
import { cardText } from '../../src/engine/codec/vcard/card-text.js';
import { parseLines } from '../../src/engine/codec/content-lines/lines.js';
import { CONTACT_FIELDS } from '../../src/engine/model/field-specs.js';
import { equal } from '../../src/engine/model/canonical.js';
import type { ContactFields } from '../../src/engine/model/contact.js';
import { uid } from '../../src/engine/model/ids.js';
import type { ItemRecord } from '../../src/ps-host/item-record.js';
import { arbitraryContactFields, arbitraryList, arbitraryPictured } from '../support/contact-arbitraries.js';
import { afterSteps, newContactRecord, newListRecord, withMembers, type Couplings } from '../support/contact-record.js';
import { runs } from '../support/law-runs.js';

type FieldName = keyof ContactFields;

const RUNS = runs(1000);
const NOW = '2026-11-22T09:00:00Z';
const FIELD_NAMES = Object.keys(CONTACT_FIELDS) as FieldName[];
const ALL: ReadonlySet<FieldName> = new Set(FIELD_NAMES);

/** The properties that a field may touch, its dependents included (rules.md 21). FN of a nameless contact stands for company, e-mail or number. */
const PROPERTIES: Readonly<Record<FieldName, readonly string[]>> = {
  kind: ['KIND', 'X-ADDRESSBOOKSERVER-KIND'], fileAs: ['X-EVOLUTION-FILE-AS'], phonetics: ['X-PHONETIC-FIRST-NAME', 'X-PHONETIC-LAST-NAME', 'X-PHONETIC-ORG'],
  nicknames: ['NICKNAME'], mailingAddress: ['ADR', 'X-ABLABEL'], im: ['IMPP', 'X-MS-IMADDRESS'], role: ['ROLE'], office: ['ADR', 'X-ABLABEL'], manager: ['X-MANAGER'], assistant: ['X-ASSISTANT'],
  spouse: ['X-SPOUSE', 'RELATED'], children: ['X-MS-CHILD', 'RELATED'], homePage: ['URL', 'X-ABLABEL'], freeBusy: ['FBURL'], anniversary: ['X-ANNIVERSARY', 'ANNIVERSARY'],
  gender: ['GENDER', 'X-GENDER'], categories: ['CATEGORIES'], sensitivity: ['CLASS', 'X-CLASS', 'X-M2KSYNC-SENSITIVITY'], userFields: ['X-MS-TEXT'], photo: ['PHOTO'], certificates: ['KEY'], members: ['MEMBER', 'X-ADDRESSBOOKSERVER-MEMBER'],
  name: ['N', 'FN', 'SORT-STRING', 'X-EVOLUTION-FILE-AS'], emails: ['EMAIL', 'X-ABLABEL', 'FN', 'X-EVOLUTION-FILE-AS'], phones: ['TEL', 'X-ABLABEL', 'FN', 'X-EVOLUTION-FILE-AS'],
  businessAddress: ['ADR', 'LABEL', 'X-ABLABEL'], homeAddress: ['ADR', 'LABEL', 'X-ABLABEL'], otherAddress: ['ADR', 'LABEL', 'X-ABLABEL'],
  company: ['ORG', 'FN', 'X-EVOLUTION-FILE-AS'], department: ['ORG'], jobTitle: ['TITLE'], note: ['NOTE'], webPage: ['URL', 'X-ABLABEL'], birthday: ['BDAY'],
};

const outlook = contactCodec({ zone: 'Taipei Standard Time', listSeparator: ',' });
const item = (fields: ContactFields) => ({ kind: 'contact' as const, uid: uid('u-1'), fields });

const version = fc.constantFrom('3.0' as const, '4.0' as const);
const chosenFields = fc.subarray(FIELD_NAMES).map((names): ReadonlySet<FieldName> => new Set(names));
const couplings: fc.Arbitrary<Couplings> = fc.record({ homePageFollows: fc.boolean(), fileAs: fc.constantFrom('lastFirst' as const, 'company' as const) });
const newText = (fields: ContactFields, as: '3.0' | '4.0') => cardText(as).format({ item: item(fields), chosen: ALL, now: NOW });
const anyContact = fc.oneof({ weight: 4, arbitrary: arbitraryContactFields }, arbitraryList, arbitraryPictured);
const picked = (fields: ContactFields, chosen: ReadonlySet<FieldName>) => Object.fromEntries([...chosen].map((name) => [name, fields[name]]));

/** A card as another client leaves it: groups with labels, lines that nobody here knows, other folds and line ends. */
const decorated = fc.tuple(arbitraryContactFields, version, fc.array(fc.constantFrom(
  'X-NOBODY;X-P="a:b;c":kept \\, as it is\r\n', 'NICKNAME:Ming\r\n', 'PHOTO:data:image/png;base64,AAAA\r\n BBBB\r\n', 'item9.X-ABDATE:2001-02-03\nitem9.X-ABLABEL:wedding\n',
  'x-lower;weird:\u{1F4DE}\r\n', 'IMPP:xmpp:a@b\r\n',
))).map(([fields, as, strange]) => {
  const lines = parseLines(newText(fields, as)).map((line, at) =>
    (['TEL', 'EMAIL', 'ADR', 'URL'].includes(line.name) && at % 2 === 0 ? `item${at}.${line.raw}item${at}.X-ABLABEL:label ${at}\r\n` : line.raw));
  strange.forEach((line, at) => lines.splice(4 + (at * 5) % (lines.length - 5), 0, line));
  return lines.join('');
});

/** An item, and the Outlook that made it. */
const made = fc.tuple(arbitraryContactFields, couplings).map(([fields, how]) =>
  ({ how, current: afterSteps(newContactRecord(outlook.members), outlook.steps({ fields, chosen: ALL, current: null }), how) }));
const record = made.map(({ current }) => current);

test('a new card reads as what the server can hold of the contact', (t) => {
  fc.assert(fc.property(arbitraryContactFields, version, (fields, as) => {
    const read = cardText(as).parse(newText(fields, as));
    return equal(read, { uid: 'u-1', fields: cardText(as).narrow(fields), modified: NOW });
  }), RUNS);
  t.pass();
});

test('a card written over reads as its chosen fields new and all others old', (t) => {
  fc.assert(fc.property(decorated, arbitraryContactFields, chosenFields, (over, fields, chosen) => {
    const codec = cardText('3.0');
    const expected = codec.narrow({ ...codec.parse(over).fields, ...picked(fields, chosen) });
    return equal(codec.parse(codec.format({ item: item(fields), chosen, over, now: NOW })).fields, expected);
  }), RUNS);
  t.pass();
});

test('rule 21: one field written touches its own lines, their dependents and REV, and no others', (t) => {
  fc.assert(fc.property(decorated, arbitraryContactFields, fc.constantFrom(...FIELD_NAMES), (over, fields, name) => {
    const own = [...PROPERTIES[name], 'REV'];
    const others = (text: string) => parseLines(text).filter((line) => !own.includes(line.name)).map((line) => line.raw);
    const text = cardText('3.0').format({ item: item(fields), chosen: new Set([name]), over, now: '2027-01-01T00:00:00Z' });
    return equal(others(text), others(over));
  }), RUNS);
  t.pass();
});

test('a card of which nothing is chosen, or nothing differs, stays byte for byte', (t) => {
  fc.assert(fc.property(decorated, arbitraryContactFields, (over, fields) => {
    const codec = cardText('4.0');
    const same = codec.format({ item: item(codec.parse(over).fields), chosen: ALL, over, now: '2027-01-01T00:00:00Z' });
    return same === over && codec.format({ item: item(fields), chosen: new Set(), over, now: '2027-01-01T00:00:00Z' }) === over;
  }), RUNS);
  t.pass();
});

test('written lines end by CRLF and have at most 75 octets', (t) => {
  fc.assert(fc.property(arbitraryContactFields, version, (fields, as) => {
    const text = newText(fields, as);
    return text.endsWith('\r\n') && text.slice(0, -2).split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line));
  }), RUNS);
  t.pass();
});

test('Outlook reads back what it can hold of a contact, on a new item and on any other', (t) => {
  fc.assert(fc.property(made, arbitraryContactFields, chosenFields, ({ current, how }, fields, chosen) => {
    const expected = outlook.narrow({ ...outlook.read(current), ...picked(fields, chosen) });
    return equal(outlook.read(afterSteps(current, outlook.steps({ fields, chosen, current }), how)), expected);
  }), RUNS);
  fc.assert(fc.property(arbitraryContactFields, couplings, (fields, how) => {
    const now = afterSteps(newContactRecord(outlook.members), outlook.steps({ fields, chosen: ALL, current: null }), how);
    return equal(outlook.read(now), outlook.narrow(fields));
  }), RUNS);
  t.pass();
});

const rawRecord: fc.Arbitrary<ItemRecord> = fc.dictionary(
  fc.constantFrom(...outlook.members.plain.filter((member) => !['Birthday', 'Anniversary', 'Gender', 'Sensitivity', 'SelectedMailingAddress'].includes(member))), fc.string({ unit: 'binary', maxLength: 6 }), { noNullPrototype: true },
).map((members) => withMembers(newContactRecord(outlook.members), members));

test('an Outlook item that already says it is not written', (t) => {
  fc.assert(fc.property(fc.oneof(record, rawRecord), (current) => outlook.steps({ fields: outlook.read(current), chosen: ALL, current }).length === 0), RUNS);
  t.pass();
});

test('lines in Outlook end by CRLF', (t) => {
  fc.assert(fc.property(arbitraryContactFields, (fields) =>
    outlook.steps({ fields, chosen: ALL, current: null }).every((step) => step.do === 'property' || step.do === 'set' && !(typeof step.to === 'string' && /(?<!\r)\n|\r(?!\n)/.test(step.to)))), RUNS);
  t.pass();
});

test('narrowing twice is narrowing once, on either side', (t) => {
  for (const side of [cardText('3.0'), cardText('4.0'), outlook]) {
    fc.assert(fc.property(anyContact, (fields) => equal(side.narrow(side.narrow(fields)), side.narrow(fields))), RUNS);
  }
  t.pass();
});

test('a contact means the same whichever side it was on before', (t) => {
  const server = cardText('3.0');
  const meaning = (fields: ContactFields) => outlook.narrow(server.narrow(fields));
  fc.assert(fc.property(anyContact, (fields) =>
    equal(meaning(meaning(fields)), meaning(fields)) && equal(meaning(outlook.narrow(fields)), meaning(fields)) && equal(meaning(server.narrow(fields)), meaning(fields))), RUNS);
  t.pass();
});

test('what a side reads is what it can hold, whatever texts stand there', (t) => {
  fc.assert(fc.property(rawRecord, (current) => equal(outlook.narrow(outlook.read(current)), outlook.read(current))), RUNS);
  fc.assert(fc.property(decorated, (text) => equal(cardText('3.0').narrow(cardText('3.0').parse(text).fields), cardText('3.0').parse(text).fields)), RUNS);
  t.pass();
});

const listRecord = fc.tuple(arbitraryList, couplings).map(([fields, how]) => afterSteps(newListRecord(outlook.members), outlook.steps({ fields, chosen: ALL, current: null }), how));

test('a distribution list reads back on either side as what that side can hold of it, new or written over', (t) => {
  fc.assert(fc.property(arbitraryList, arbitraryList, version, (before, after, as) => {
    const codec = cardText(as), over = newText(before, as);
    const text = codec.format({ item: item(after), chosen: ALL, over, now: NOW });
    return equal(codec.parse(over).fields, codec.narrow(before)) && equal(codec.parse(text).fields, codec.narrow(after));
  }), RUNS);
  fc.assert(fc.property(listRecord, arbitraryList, couplings, (current, fields, how) =>
    equal(outlook.read(afterSteps(current, outlook.steps({ fields, chosen: ALL, current }), how)), outlook.narrow(fields))
    && outlook.steps({ fields: outlook.read(current), chosen: ALL, current }).length === 0), RUNS);
  t.pass();
});
