// What the cards of test/fixtures/contacts say, by a reader that is not ours: Debian's python3-vobject. Where the two differ, it is said why.
import test from 'ava';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsIn, type CardFixture } from '../support/card-fixtures.js';
import { PHONE_SLOTS, type ContactFields } from '../../src/engine/model/contact.js';

const FOLDER = join(import.meta.dirname, '../../../test/fixtures/contacts'), SCRIPT = join(import.meta.dirname, '../../../test/support/servers/vobject-cards.py');

/** 'card field' -> why we say otherwise. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'apple-3.0 birthday': 'X-APPLE-OMIT-YEAR: a birthday without a year is none that Outlook can hold',
  'apple-company-3.0 full': 'the FN repeats the company of a nameless contact', 'google-3.0 full': 'the same', 'rfc-org-4.0 full': 'the same',
  'two-birthdays-3.0 birthday': 'the first line that has a whole date counts',
  'stand-in-3.0 full': 'the FN repeats the e-mail of a nameless contact',
  'rfc-4.0 phones': 'an extension is written as Outlook does', 'rfc-org-4.0 phones': 'the same',
  'unescaped-commas-3.0 full': 'a comma that nobody escaped is a comma', 'unescaped-commas-3.0 note': 'the same', 'unescaped-commas-3.0 jobTitle': 'the same',
};

/** Cards that vobject cannot read at all: bare lines, quoted-printable over several lines. */
const BEYOND_IT = ['android-2.1', 'android-notes-2.1', 'android-samsung-2.1', 'garbage-lines-3.0', 'outlook-2.1', 'phone-big5-2.1'];

interface Read {
  readonly error?: string;
  readonly [field: string]: unknown;
}

const said = (fields: ContactFields): Read => ({
  ...fields.name, note: fields.note, jobTitle: fields.jobTitle, role: fields.role, company: fields.company, department: fields.department, birthday: fields.birthday,
  emails: [...fields.emails].sort(), phones: PHONE_SLOTS.flatMap((slot) => fields.phones[slot] ?? []),
  addresses: Object.fromEntries((['businessAddress', 'homeAddress', 'otherAddress'] as const).filter((place) => fields[place] !== null).map((place) => [place, fields[place]])),
});

/** A slot's number is one of the card's; a card may have more than Outlook has slots. */
const same = (field: string, ours: unknown, theirs: unknown): boolean =>
  (field === 'phones' ? (ours as readonly string[]).every((number) => (theirs as readonly string[]).some((one) => one.replace(/^tel:/, '') === number)) : JSON.stringify(ours) === JSON.stringify(theirs));

test('vobject reads of every card what is written beside it, but for what is said here', (t) => {
  const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
  const names = readdirSync(FOLDER).filter((file) => file.endsWith('.vcf')).map((file) => file.slice(0, -'.vcf'.length));
  const fixtures = names.map((name) => [name, JSON.parse(read(`${name}.json`)) as CardFixture] as const).filter(([, { unreadable }]) => unreadable === undefined);
  const theirs = JSON.parse(execFileSync('/usr/bin/python3', [SCRIPT], { input: JSON.stringify(Object.fromEntries(fixtures.map(([name]) => [name, read(`${name}.vcf`)]))), encoding: 'utf8' })) as Readonly<Record<string, Read>>;
  t.deepEqual(fixtures.filter(([name]) => theirs[name]?.error !== undefined).map(([name]) => name), BEYOND_IT);
  const differ = fixtures.filter(([name]) => !BEYOND_IT.includes(name)).flatMap(([name, fixture]) => {
    const ours = said(fieldsIn(fixture));
    // The family name of a list repeats its name (Apple).
    const fields = Object.keys(theirs[name] ?? {}).filter((field) => fixture.fields?.kind !== 'list' || !['family', 'given', 'middle', 'prefix', 'suffix'].includes(field));
    return fields.filter((field) => !same(field, ours[field], theirs[name]?.[field])).map((field) => `${name} ${field}`);
  });
  t.deepEqual(differ.sort(), Object.keys(OTHERWISE).sort());
  t.true(fixtures.length - BEYOND_IT.length >= 60);
});
