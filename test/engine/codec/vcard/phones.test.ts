import test from 'ava';
import fc from 'fast-check';
import { PHONE_SLOTS, type PhoneSlot } from '../../../../src/engine/model/contact.js';
import { body, card, newCard, read, written } from './over.js';

const EVERY = Object.fromEntries(PHONE_SLOTS.map((slot, at) => [slot, `02-2771-${1000 + at}`]));

for (const version of ['3.0', '4.0'] as const) {
  for (const slot of PHONE_SLOTS) {
    test(`the number of ${slot} comes back in its slot from a ${version} card, alone and among all others`, (t) => {
      t.deepEqual(read(newCard(version, { phones: { [slot]: '02-2771-0000' } })).phones, { [slot]: '02-2771-0000' });
      const changed = { ...EVERY, [slot]: '1' };
      t.deepEqual(read(written(newCard(version, { phones: EVERY }), { phones: changed })).phones, changed);
    });

    test(`taking the number of ${slot} away leaves the eighteen others in their slots in a ${version} card`, (t) => {
      const { [slot]: _, ...others } = EVERY;
      t.deepEqual(read(written(newCard(version, { phones: EVERY }), { phones: others })).phones, others);
    });
  }
}

const MEANINGS: readonly (readonly [string, PhoneSlot])[] = [
  ['TEL;TYPE=WORK,VOICE', 'business'], ['TEL;TYPE=voice,work', 'business'], ['TEL;type=Voice;type=Work;type=pref', 'business'], ['TEL;WORK;VOICE', 'business'],
  ['TEL;TYPE="work,voice"', 'business'], ['TEL;TYPE=FAX,WORK', 'businessFax'], ['TEL;TYPE=home,fax,pref', 'homeFax'], ['TEL;TYPE=FAX', 'otherFax'],
  ['TEL;TYPE=WORK,CELL', 'mobile'], ['TEL;TYPE=IPHONE', 'mobile'], ['TEL;TYPE=WORK,PAGER', 'pager'], ['TEL', 'other'], ['TEL;TYPE=VOICE', 'other'], ['TEL;TYPE=OTHER', 'other'],
  ['TEL;TYPE=X-SKYPE', 'other'], ['TEL;TYPE=PREF', 'primary'], ['TEL;PREF=1', 'primary'], ['TEL;TYPE=MAIN', 'companyMain'], ['TEL;TYPE=X-EVOLUTION-TELEX', 'telex'],
  ['TEL;TYPE=textphone', 'ttyTdd'], ['X-MS-TEL;TYPE=ASSISTANT', 'assistant'], ['X-MS-TEL;VOICE;CALLBACK', 'callback'], ['X-MS-TEL;RADIO', 'radio'],
];

for (const [head, slot] of MEANINGS) {
  test(`${head} is Outlook's ${slot}`, (t) => t.deepEqual(read(card([`${head}:123`])).phones, { [slot]: '123' }));
}

test('the order of types does not matter', (t) => {
  fc.assert(fc.property(fc.shuffledSubarray(['HOME', 'FAX', 'PREF', 'INTL'], { minLength: 4 }), (types) => {
    t.deepEqual(read(card([`TEL;TYPE=${types.join()}:1`])).phones, { homeFax: '1' });
  }));
});

test('a number that no slot can hold stays as it is, whatever happens to the others', (t) => {
  const lines = ['TEL;TYPE=CELL:1', 'item1.TEL;TYPE=CELL:2', 'item1.X-ABLABEL:old', 'TEL;TYPE=WORK:3', 'TEL;TYPE=PREF:4', 'TEL;TYPE=PREF:5'];
  const text = written(card(lines), { phones: { mobile: '9', business: '3', primary: '4', home: '7' } });
  t.deepEqual(body(text), ['TEL;TYPE=CELL:9', ...lines.slice(1), 'TEL;TYPE=HOME,VOICE:7']);
});

test('a number that Outlook exports under a word of its own that we do not know is none of TEL', (t) => {
  t.deepEqual(read(card(['X-MS-TEL;TYPE=SATELLITE:1'])).phones, {});
});

test('a number that had no slot comes up when the one before it is taken away', (t) => {
  t.deepEqual(read(written(card(['TEL;TYPE=CELL:1', 'TEL;TYPE=CELL:2']), { phones: {} })).phones, { mobile: '2' });
});

test('the second number of work stays the second when the first goes', (t) => {
  const text = written(card(['TEL;TYPE=WORK:1', 'TEL;TYPE=WORK:2']), { phones: { business2: '2' } });
  t.deepEqual(body(text), ['TEL;TYPE=WORK;TYPE=X-BUSINESS2:2']);
  t.deepEqual(read(written(text, { phones: { business: '1', business2: '2' } })).phones, { business: '1', business2: '2' });
});

test('a changed number keeps its group, label and other parameters', (t) => {
  const text = written(card(['item1.TEL;TYPE=WORK;PID=1.1;X-Q="a,b":1', 'item1.X-ABLABEL:desk'], '4.0'), { phones: { business: '2' } });
  t.deepEqual(body(text), ['item1.TEL;TYPE=WORK;PID=1.1;X-Q="a,b":2', 'item1.X-ABLABEL:desk']);
});

test('a number taken away takes the label of its group along, and no other line of it', (t) => {
  const text = written(card(['ITEM1.TEL;TYPE=WORK:1', 'item1.X-ABLabel:desk', 'item1.X-NOTE:mine', 'item2.X-ABLabel:other']), { phones: {} });
  t.deepEqual(body(text), ['item1.X-NOTE:mine', 'item2.X-ABLabel:other']);
});

test('a tel: URI is read as a number, stays while it is not changed and becomes text when it is', (t) => {
  const text = card(['TEL;VALUE=uri;TYPE="voice,work":tel:+886-2-2771-1234;ext=12', 'TEL;VALUE=uri;TYPE=cell:tel:+886912'], '4.0');
  t.deepEqual(read(text).phones, { business: '+886-2-2771-1234 x 12', mobile: '+886912' });
  t.deepEqual(body(written(text, { phones: { business: '+886-2-2771-1234 x 12', mobile: '(0912) 000' } })), [
    'TEL;VALUE=uri;TYPE="voice,work":tel:+886-2-2771-1234;ext=12', 'TEL;TYPE=cell:(0912) 000',
  ]);
});
