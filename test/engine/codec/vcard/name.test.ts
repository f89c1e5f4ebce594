import test from 'ava';
import { composedName } from '../../../../src/engine/codec/contact/composed-name.js';
import type { PersonName } from '../../../../src/engine/model/contact.js';
import { body, card, newCard, read, written } from './over.js';

const NAME: PersonName = { prefix: '', given: '', middle: '', family: '', suffix: '', full: '' };

const COMPOSED: readonly (readonly [Partial<PersonName>, string])[] = [
  [{ family: '王', given: '小明' }, '王小明'],
  [{ family: '王', given: '小明', prefix: '總經理', suffix: '先生' }, '總經理 王小明 先生'],
  [{ family: '佐藤', given: 'さくら' }, '佐藤さくら'],
  [{ family: '김', given: '민준' }, '김민준'],
  [{ given: '小明' }, '小明'],
  [{ family: 'Wang', given: '小明' }, '小明 Wang'],
  [{ prefix: 'Dr.', given: 'Ludwig', middle: 'van', family: 'Beethoven', suffix: 'Jr.' }, 'Dr. Ludwig van Beethoven Jr.'],
  [{ middle: 'Q' }, 'Q'],
  [{}, ''],
];

for (const [parts, full] of COMPOSED) {
  test(`${JSON.stringify(parts)} is shown as "${full}"`, (t) => t.is(composedName({ ...NAME, ...parts }), full));
}

test('a name without a full text gets an FN made of its parts', (t) => {
  t.deepEqual(body(newCard('3.0', { name: { ...NAME, family: '王', given: '小;明' } })), ['N:王;小\\;明;;;', 'FN:王小\\;明']);
});

test('an FN that is empty or missing is read as made of the parts', (t) => {
  t.is(read(card(['N:Doe;Jo;;;', 'FN:'], '3.0', false)).name.full, 'Jo Doe');
  t.is(read(card(['N:Doe;Jo;;;'], '3.0', false)).name.full, 'Jo Doe');
});

test('a card without FN gets one at its next change', (t) => {
  t.true(written(card(['N:Doe;Jo;;;'], '3.0', false), { jobTitle: 'x' }).includes('\r\nFN:Jo Doe\r\n'));
});

test('only the full name changes: N is not touched', (t) => {
  const before = card(['N:Doe;Jo;;;;2nd;Jr', 'FN:Jo Doe'], '3.0', false);
  t.deepEqual(body(written(before, { name: { ...NAME, family: 'Doe', given: 'Jo', full: 'Jo the Doe' } })), ['N:Doe;Jo;;;;2nd;Jr', 'FN:Jo the Doe']);
});

test('what follows the five parts of N stays', (t) => {
  t.deepEqual(body(written(card(['N:Doe;Jo;;;;2nd;Jr', 'FN:Jo Doe'], '3.0', false), { name: { ...NAME, family: 'Roe', given: 'Jo' } })), ['N:Roe;Jo;;;;2nd;Jr', 'FN:Jo Roe']);
});

test('rule 21: what sorts by the old family name goes with it, and stays when only a title changes', (t) => {
  const lines = ['N;SORT-AS="Doe,Jo":Doe;Jo;;;', 'FN:Jo Doe', 'SORT-STRING:Doe'];
  t.deepEqual(body(written(card(lines, '3.0', false), { name: { ...NAME, family: 'Roe', given: 'Jo' } })), ['N:Roe;Jo;;;', 'FN:Jo Roe']);
  t.true(written(card(lines, '3.0', false), { name: { ...NAME, family: 'Doe', given: 'Jo', prefix: 'Dr.' } }).includes('SORT-STRING:Doe'));
});

test('a contact without a name shows its company, else an e-mail, else a number, and is read without a name', (t) => {
  for (const [fields, fn] of [
    [{ company: 'Acme', emails: ['a@b'] }, 'Acme'], [{ emails: ['a@b'], phones: { home: '1' } }, 'a@b'], [{ phones: { mobile: '2', home: '1' } }, '1'], [{ note: 'x' }, '?'],
  ] as const) {
    const text = newCard('3.0', fields);
    t.true(text.includes(`\r\nFN:${fn}\r\n`));
    t.deepEqual(read(text).name, NAME);
  }
});

test('what stands in for a name follows its company', (t) => {
  const text = written(newCard('3.0', { company: 'Acme' }), { company: 'Beta' });
  t.true(text.includes('\r\nFN:Beta\r\n'));
  t.deepEqual(read(text).name, NAME);
});

test('a name in one text without parts is kept as that', (t) => {
  const text = newCard('4.0', { name: { ...NAME, full: '王小明' }, company: 'Acme' });
  t.deepEqual(read(text).name, { ...NAME, full: '王小明' });
});

test('a text to file by that is made of a stand-in and the company is a formula, as it is in Outlook', (t) => {
  const text = card(['FN:0912-345-678', 'N:;;;;', 'TEL;TYPE=CELL:0912-345-678', 'ORG:Openfind', 'X-EVOLUTION-FILE-AS:0912-345-678 Openfind'], '3.0', false);
  t.deepEqual([read(text).name.full, read(text).fileAs], ['', '']);
  t.is(read(text.replace('FILE-AS:0912-345-678', 'FILE-AS:The')).fileAs, 'The Openfind');
});
