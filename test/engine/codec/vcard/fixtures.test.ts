// Cards as the programs in their names write them, each beside what it says, what Outlook shows of it, or why it is left alone.
import { readdirSync, readFileSync } from 'node:fs';
import test from 'ava';
import { parseLines } from '../../../../src/engine/codec/content-lines/lines.js';
import { M2KError } from '../../../../src/engine/errors.js';
import { uid } from '../../../../src/engine/model/ids.js';
import type { ContactFields } from '../../../../src/engine/model/contact.js';
import { ALL_FIELDS, codecs, fieldsIn, outlookSideOf, type CardFixture } from '../../../support/card-fixtures.js';
import { afterSteps, newContactRecord, newListRecord } from '../../../support/contact-record.js';

const FOLDER = new URL('../../../../../test/fixtures/contacts/', import.meta.url);
const NAMES = readdirSync(FOLDER).filter((file) => file.endsWith('.vcf')).map((file) => file.slice(0, -'.vcf'.length));
const NOW = '2026-11-22T09:00:00Z';
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

test('there are sixty cards and more', (t) => t.true(NAMES.length >= 60));

for (const name of NAMES) {
  const text = read(`${name}.vcf`), fixture = JSON.parse(read(`${name}.json`)) as CardFixture;
  const { card, outlook } = codecs();

  if (fixture.unreadable !== undefined) {
    test(`${name} is left alone, with the reason`, (t) => {
      t.like(t.throws(() => card.parse(text), { instanceOf: M2KError }), { code: 'Unreadable', data: { reason: fixture.unreadable ?? '' } });
    });
    continue;
  }

  const fields = fieldsIn(fixture), id = uid(fixture.uid ?? '');
  const item = (held: ContactFields) => ({ kind: 'contact' as const, uid: id, fields: held });
  const parsed = { uid: id, fields, ...(fixture.modified === undefined ? {} : { modified: fixture.modified }) };
  const note = 'a new note; with, marks\nand a line';

  test(`${name} says what is written beside it, and Outlook shows what is`, (t) => {
    t.deepEqual(card.parse(text), parsed);
    t.deepEqual(JSON.parse(JSON.stringify(outlookSideOf(text).outlook)), fixture.outlook);
  });

  test(`${name} stays byte for byte when nothing of it changes, by way of Outlook too`, (t) => {
    t.is(card.format({ item: item(card.parse(text).fields), chosen: ALL_FIELDS, over: text, now: NOW }), text);
    const record = fields.kind === 'list' ? newListRecord(outlook.members) : newContactRecord(outlook.members);
    const shown = afterSteps(record, outlook.steps({ fields: card.parse(text).fields, chosen: ALL_FIELDS, current: null }), { homePageFollows: false });
    t.deepEqual(outlook.read(shown), outlook.narrow(fields));
    t.deepEqual(outlook.steps({ fields: card.parse(text).fields, chosen: ALL_FIELDS, current: shown }), []);
  });

  if (fixture.refused !== undefined) {
    test(`${name} is not written over, with the reason`, (t) => {
      const error = t.throws(() => card.format({ item: item({ ...fields, note }), chosen: new Set(['note' as const]), over: text, now: NOW }), { instanceOf: M2KError });
      t.like(error, { code: 'Refused', data: { reason: fixture.refused ?? '' } });
    });
    continue;
  }

  test(`${name} keeps every other value when one changes`, (t) => {
    const changed = card.format({ item: item({ ...fields, note }), chosen: new Set(['note' as const]), over: text, now: NOW });
    t.deepEqual(card.parse(changed), { ...parsed, fields: { ...fields, note }, ...(parsed.modified === undefined ? {} : { modified: NOW }) });
  });

  if (!/^VERSION:2\.1/im.test(text)) {
    test(`${name} keeps every other line byte for byte when one changes`, (t) => {
      const others = (source: string) => parseLines(source).filter((line) => !['NOTE', 'REV'].includes(line.name)).map((line) => line.raw);
      const changed = card.format({ item: item({ ...fields, note }), chosen: new Set(['note' as const]), over: text, now: NOW });
      t.deepEqual(others(changed), others(text));
    });
  }
}
