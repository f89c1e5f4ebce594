// Cards as the programs in their names write them, each beside what it says.
import { readdirSync, readFileSync } from 'node:fs';
import test from 'ava';
import { parseLines } from '../../../../src/engine/codec/content-lines/lines.js';
import { cardText } from '../../../../src/engine/codec/vcard/card-text.js';
import type { ParsedText } from '../../../../src/engine/codec/text-codec.js';
import { CONTACT_FIELDS } from '../../../../src/engine/model/field-specs.js';
import type { ContactFields } from '../../../../src/engine/model/contact.js';

const FOLDER = new URL('../../../../../test/fixtures/contacts/', import.meta.url);
const NAMES = readdirSync(FOLDER).filter((file) => file.endsWith('.vcf')).map((file) => file.slice(0, -'.vcf'.length));
const ALL: ReadonlySet<keyof ContactFields> = new Set(Object.keys(CONTACT_FIELDS) as (keyof ContactFields)[]);
const NOW = '2026-11-22T09:00:00Z';
const codec = cardText('3.0');
const textOf = (name: string): string => readFileSync(new URL(`${name}.vcf`, FOLDER), 'utf8');

test('there are cards of eight exporters', (t) => t.is(NAMES.length, 8));

for (const name of NAMES) {
  const text = textOf(name);
  const expected = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as ParsedText<'contact'>;
  const item = (fields: ContactFields) => ({ kind: 'contact' as const, uid: expected.uid, fields });

  test(`${name} says what is written beside it`, (t) => t.deepEqual(codec.parse(text), expected));

  test(`${name} stays byte for byte when nothing of it changes`, (t) => {
    t.is(codec.format({ item: item(expected.fields), chosen: ALL, over: text, now: NOW }), text);
  });

  test(`${name} keeps every other value when one changes`, (t) => {
    const fields = { ...expected.fields, jobTitle: '新職稱' };
    const changed = codec.format({ item: item(fields), chosen: new Set(['jobTitle' as const]), over: text, now: NOW });
    t.deepEqual(codec.parse(changed), { ...expected, fields, ...(expected.modified ? { modified: NOW } : {}) });
  });

  if (!name.endsWith('2.1')) {
    test(`${name} keeps every other line byte for byte when one changes`, (t) => {
      const others = (source: string) => parseLines(source).filter((line) => !['TITLE', 'REV'].includes(line.name)).map((line) => line.raw);
      const changed = codec.format({ item: item({ ...expected.fields, jobTitle: '新職稱' }), chosen: new Set(['jobTitle' as const]), over: text, now: NOW });
      t.deepEqual(others(changed), others(text));
    });
  }
}
