import test from 'ava';
import { birthdayRow } from '../../../../src/engine/codec/vcard/dates.js';
import { cardSource, parseCard } from '../../../../src/engine/codec/vcard/card.js';
import { body, card, newCard, read, written } from './over.js';

const DATES = ['BDAY:1996-04-15', 'BDAY:19960415', 'BDAY;VALUE=date:1996-04-15', 'BDAY;VALUE=date-time:1996-04-15T23:10:00Z', 'BDAY:19960415T000000+0800', 'bday;value=DATE:1996-04-15'];
const NO_DATES = [
  'BDAY:--0415', 'BDAY:--04-15', 'BDAY:1996-04', 'BDAY:1996', 'BDAY;VALUE=text:circa 1800', 'BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15', 'BDAY:1996-02-30', 'BDAY:0000-04-15',
  'BDAY;CALSCALE=chinese:19960415', 'BDAY;VALUE=text:1996-04-15', 'BDAY:',
];

for (const line of DATES) {
  test(`${line} is a day`, (t) => t.is(read(card([line])).birthday, '1996-04-15'));
}

for (const line of NO_DATES) {
  test(`${line} is no whole date and stays as it is until one is written`, (t) => {
    t.is(read(card([line])).birthday, null);
    t.deepEqual(body(written(card([line]), { birthday: null, jobTitle: 'x' })), [line, 'TITLE:x']);
    const before = parseCard(card([line]));
    birthdayRow.write(before, null);
    t.is(cardSource(before), card([line]));
    t.deepEqual(body(written(card([line]), { birthday: '2000-02-29' })), ['BDAY:2000-02-29']);
  });
}

test('a date that a year-less birthday has for a leap year is none, in another year it is one', (t) => {
  t.is(read(card(['BDAY;X-APPLE-OMIT-YEAR=1604:1999-04-15'])).birthday, '1999-04-15');
});

test('29 February is kept, and a date before 1601', (t) => {
  for (const birthday of ['2000-02-29', '1564-04-23']) t.is(read(newCard('4.0', { birthday })).birthday, birthday);
});

test('vCard 4.0 writes dates without hyphens', (t) => {
  t.true(newCard('4.0', { birthday: '2000-02-29' }).includes('\r\nBDAY:20000229\r\n'));
  t.true(newCard('3.0', { birthday: '2000-02-29' }).includes('\r\nBDAY:2000-02-29\r\n'));
});

test('a birthday that is taken away is gone', (t) => t.deepEqual(body(written(card(['BDAY:1996-04-15']), { birthday: null })), []));
