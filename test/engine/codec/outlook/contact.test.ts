import test from 'ava';
import { contactCodec } from '../../../../src/engine/codec/outlook/contact.js';
import { M2KError } from '../../../../src/engine/errors.js';
import { PHONE_SLOTS, type ContactFields } from '../../../../src/engine/model/contact.js';
import { CONTACT_FIELDS } from '../../../../src/engine/model/field-specs.js';
import type { ItemRecord } from '../../../../src/ps-host/item-record.js';
import { type Step } from '../../../../src/ps-host/protocol.js';
import { wireDate, type WireValue } from '../../../../src/ps-host/wire-value.js';
import { afterSteps, newContactRecord, withMembers } from '../../../support/contact-record.js';

const codec = contactCodec({ zone: 'Taipei Standard Time', listSeparator: ',' });
const NOTHING = codec.read(newContactRecord(codec.members));
const NAME = NOTHING.name;

const item = (plain: Readonly<Record<string, WireValue>>): ItemRecord => withMembers(newContactRecord(codec.members), plain);

const stepsFor = (fields: Partial<ContactFields>, current: ItemRecord | null = null): readonly Step[] =>
  codec.steps({ fields: { ...NOTHING, ...fields }, chosen: new Set(Object.keys(fields) as (keyof ContactFields)[]), current });

/** As `member = value`, in their order. */
const sets = (steps: readonly Step[]): readonly string[] => steps.map((step) => (step.do === 'set' ? `${step.name} = ${JSON.stringify(step.to)}` : step.do));

test('a new contact without anything to say needs no steps', (t) => {
  t.deepEqual(codec.steps({ fields: NOTHING, chosen: new Set(Object.keys(CONTACT_FIELDS) as (keyof ContactFields)[]), current: null }), []);
});

test('each member is asked for once, and the whole addresses never', (t) => {
  t.is(new Set(codec.members.plain).size, codec.members.plain.length);
  for (const member of ['BusinessAddress', 'HomeAddress', 'OtherAddress', 'MailingAddress']) t.false(codec.members.plain.includes(member));
});

test('every phone slot has a member of its own, both ways', (t) => {
  const phones = Object.fromEntries(PHONE_SLOTS.map((slot, at) => [slot, String(at)]));
  const steps = stepsFor({ phones });
  t.is(new Set(steps.map((step) => (step.do === 'set' ? step.name : ''))).size, PHONE_SLOTS.length);
  t.deepEqual(codec.read(afterSteps(item({}), steps, { homePageFollows: true })).phones, phones);
});

test('a name is written by its parts, and FullName is left to Outlook', (t) => {
  t.deepEqual(sets(stepsFor({ name: { ...NAME, family: '王', given: '小明', full: '王小明' } })), ['FirstName = "小明"', 'LastName = "王"']);
});

test('a name in one text is written as first name, so that Outlook does not split it', (t) => {
  const steps = stepsFor({ name: { ...NAME, full: 'Ludwig van Beethoven' } });
  t.deepEqual(sets(steps), ['FirstName = "Ludwig van Beethoven"']);
  t.deepEqual(codec.read(afterSteps(item({}), steps, { homePageFollows: true })).name, { ...NAME, given: 'Ludwig van Beethoven' });
});

test('a name that Outlook has without parts can be read and taken away', (t) => {
  const current = item({ FullName: '王小明' });
  t.deepEqual(codec.read(current).name, { ...NAME, given: '王小明' });
  t.deepEqual(sets(stepsFor({ name: NAME }, current)), ['FullName = ""']);
});

test('a name that only repeats the company is none', (t) => {
  t.deepEqual(sets(stepsFor({ name: { ...NAME, full: 'Acme' }, company: 'Acme' })), ['CompanyName = "Acme"']);
});

test('e-mails fill the three slots in their order; a fourth has no place', (t) => {
  t.deepEqual(sets(stepsFor({ emails: ['a@x', 'b@x', 'c@x', 'd@x'] })), ['Email1Address = "a@x"', 'Email2Address = "b@x"', 'Email3Address = "c@x"']);
  t.deepEqual(codec.narrow({ ...NOTHING, emails: ['a@x', 'b@x', 'c@x', 'd@x'] }).emails, ['a@x', 'b@x', 'c@x']);
});

test('an empty slot before others is no e-mail, and is not filled while nothing changes', (t) => {
  const current = item({ Email2Address: 'b@x', Email2AddressType: 'SMTP' });
  t.deepEqual(codec.read(current).emails, ['b@x']);
  t.deepEqual(stepsFor({ emails: ['b@x'] }, current), []);
});

test('a display name that the user chose is set again after the address, one that Outlook made is not', (t) => {
  const current = item({ FullName: 'Bob', Email1Address: 'a@x', Email1DisplayName: 'Bob at work', Email2Address: 'b@x', Email2DisplayName: 'Bob (b@x)', Email3Address: 'c@x', Email3DisplayName: 'Bob' });
  t.deepEqual(sets(stepsFor({ emails: ['A@x', 'B@x', 'C@x'] }, current)), ['Email1Address = "A@x"', 'Email1DisplayName = "Bob at work"', 'Email2Address = "B@x"', 'Email3Address = "C@x"']);
});

test('a display name goes with its address to another slot', (t) => {
  const current = item({ FullName: 'Bob', Email1Address: 'a@x', Email1DisplayName: 'Bob (a@x)', Email2Address: 'b@x', Email2DisplayName: 'Bob at home' });
  t.deepEqual(sets(stepsFor({ emails: ['b@x'] }, current)), ['Email1Address = "b@x"', 'Email1DisplayName = "Bob at home"', 'Email2Address = ""', 'Email2DisplayName = ""']);
});

test('an Exchange address never leaves Outlook: the contact is unreadable', (t) => {
  const dn = '/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=bob';
  for (const current of [item({ Email2Address: dn, Email2AddressType: 'EX' }), item({ Email1Address: dn, Email1AddressType: '' }), item({ Email3Address: 'x', Email3AddressType: 'ex' })]) {
    t.like(t.throws(() => codec.read(current), { instanceOf: M2KError }), { code: 'Unreadable', data: { reason: 'exchange-address', field: 'emails', side: 'outlook' } });
    t.throws(() => stepsFor({ emails: [] }, current), { instanceOf: M2KError });
  }
  t.deepEqual(codec.read(item({ Email1AddressType: 'EX' })).emails, []);
});

test('an address is written by its parts, the street in lines ended by CRLF, and only what differs', (t) => {
  const address = { street: '信義路五段7號\n89樓', city: '台北市', region: '', postalCode: '110', country: '', poBox: '' };
  t.deepEqual(sets(stepsFor({ homeAddress: address })), ['HomeAddressStreet = "信義路五段7號\\r\\n89樓"', 'HomeAddressCity = "台北市"', 'HomeAddressPostalCode = "110"', 'SelectedMailingAddress = 1']);
  t.deepEqual(sets(stepsFor({ homeAddress: address }, item({ HomeAddressStreet: '信義路五段7號\r\n89樓', HomeAddressCity: '台中市', HomeAddressPostalCode: '110', SelectedMailingAddress: 1 }))), ['HomeAddressCity = "台北市"']);
  t.deepEqual(sets(stepsFor({ homeAddress: null }, item({ HomeAddressCity: '台北市', OtherAddressCity: 'x', SelectedMailingAddress: 3 }))), ['HomeAddressCity = ""']);
});

test('a note has CRLF in Outlook and LF in the model', (t) => {
  t.deepEqual(sets(stepsFor({ note: 'a\nb' })), ['Body = "a\\r\\nb"']);
  t.is(codec.read(item({ Body: 'a\r\nb\r\n' })).note, 'a\nb');
  t.deepEqual(stepsFor({ note: 'a\nb' }, item({ Body: 'a\r\nb\r\n' })), []);
});

test('BusinessHomePage follows WebPage unless the user made it differ', (t) => {
  t.deepEqual(sets(stepsFor({ webPage: 'w' })), ['WebPage = "w"', 'BusinessHomePage = "w"']);
  t.deepEqual(sets(stepsFor({ webPage: '' }, item({ WebPage: 'w', BusinessHomePage: 'w' }))), ['WebPage = ""', 'BusinessHomePage = ""']);
  t.deepEqual(sets(stepsFor({ webPage: 'w' }, item({ WebPage: 'x', BusinessHomePage: 'y' }))), ['WebPage = "w"']);
});

test('a birthday is set only when it differs: each assignment makes its event anew', (t) => {
  const current = item({ Birthday: wireDate('2000-02-29T00:00:00') });
  t.is(codec.read(current).birthday, '2000-02-29');
  t.deepEqual(stepsFor({ birthday: '2000-02-29', jobTitle: '' }, current), []);
  t.deepEqual(sets(stepsFor({ birthday: '2000-02-28' }, current)), ['Birthday = {"date":"2000-02-28T00:00:00"}']);
  t.deepEqual(sets(stepsFor({ birthday: null }, current)), ['Birthday = {"date":"4501-01-01T00:00:00"}']);
  t.deepEqual(stepsFor({ birthday: null }), []);
});

test('1 January 4501 is no birthday', (t) => {
  t.is(codec.read(item({ Birthday: wireDate('4501-01-01T00:00:00') })).birthday, null);
  t.is(codec.narrow({ ...NOTHING, birthday: '4501-01-01' }).birthday, null);
});

test('OOM 5.3: a birthday that shows another time of day since the machine\'s zone changed is the day that was set, and no birthday is none', (t) => {
  for (const [shown, day] of [['2000-02-29T00:00:00', '2000-02-29'], ['2000-02-28T21:30:00', '2000-02-29'], ['2000-02-29T01:00:00', '2000-02-29'], ['2000-02-29T11:30:00', '2000-02-29'], ['1999-12-31T16:00:00', '2000-01-01'], ['4500-12-31T17:00:00', null]] as const) {
    const current = item({ Birthday: wireDate(shown) });
    t.is(codec.read(current).birthday, day, shown);
    t.deepEqual(stepsFor({ birthday: day }, current), [], shown);
  }
});

test('OOM 5.3: where the zones lie half a day and more apart, what the item says of the day itself counts, unless it is another day\'s', (t) => {
  const shownAs = (shown: string, local: string) => ({ ...item({ Birthday: wireDate(shown), Anniversary: wireDate(shown) }), properties: { BirthdayLocal: wireDate(local), AnniversaryLocal: wireDate(local) } });
  for (const [shown, local, day] of [
    ['2000-02-28T08:00:00', '2000-02-29T00:00:00', '2000-02-29'], ['2000-02-29T16:00:00', '2000-02-29T00:00:00', '2000-02-29'], ['2000-02-27T23:00:00', '2000-02-29T00:00:00', '2000-02-29'],
    ['2000-02-28T08:00:00', '1999-01-01T00:00:00', '2000-02-28'], ['2000-02-29T00:00:00', '2000-02-28T00:00:00', '2000-02-29'],
  ] as const) {
    const { birthday, anniversary } = codec.read(shownAs(shown, local));
    t.deepEqual([birthday, anniversary], [day, day], shown);
  }
  t.is(codec.read(item({ Birthday: wireDate('4500-12-31T08:00:00') })).birthday, null);
});

test('a birthday before 1601 is none in Outlook, and is not written as one', (t) => {
  t.deepEqual(stepsFor({ birthday: '1564-04-23' }), []);
  t.is(codec.narrow({ ...NOTHING, birthday: '1564-04-23' }).birthday, null);
  t.is(codec.narrow({ ...NOTHING, birthday: '1601-01-01' }).birthday, '1601-01-01');
});

test('a field that is not chosen is not written', (t) => {
  const fields = { ...NOTHING, company: 'Acme', jobTitle: 'x', note: 'y' };
  t.deepEqual(sets(codec.steps({ fields, chosen: new Set(['jobTitle'] as const), current: null })), ['JobTitle = "x"']);
});

test('the name is written before the e-mails, whose display names Outlook makes of it', (t) => {
  const steps = sets(codec.steps({ fields: { ...NOTHING, emails: ['a@x'], name: { ...NAME, given: 'A' } }, chosen: new Set(['emails', 'name'] as const), current: null }));
  t.deepEqual(steps, ['FirstName = "A"', 'Email1Address = "a@x"']);
});

test('a member that the host did not give is never taken for an empty one', (t) => {
  for (const [member, field] of [['Body', 'Body'], ['Email1AddressType', 'Email1AddressType'], ['Birthday', 'Birthday']] as const) {
    const { [member]: _, ...plain } = item({}).plain;
    t.like(t.throws(() => codec.read({ ...item({}), plain }), { instanceOf: M2KError }), { code: 'Unreadable', data: { field } });
  }
  t.throws(() => codec.read(item({ Department: null })), { instanceOf: M2KError });
});

test('what is neither a contact nor a list is unreadable, a form of the user\'s own is a contact', (t) => {
  t.like(t.throws(() => codec.read({ ...item({}), messageClass: 'IPM.Note' }), { instanceOf: M2KError }), { code: 'Unreadable', data: { reason: 'not-a-contact' } });
  t.is(codec.read({ ...item({ CompanyName: 'Acme' }), messageClass: 'IPM.Contact.Customer' }).company, 'Acme');
});
