import test from 'ava';
import { body, card, newCard, read, written } from './over.js';

test('e-mails are read in order of preference, then of the card', (t) => {
  t.deepEqual(read(card(['EMAIL:a', 'EMAIL;TYPE=INTERNET,PREF:b', 'EMAIL:c'])).emails, ['b', 'a', 'c']);
  t.deepEqual(read(card(['EMAIL:a', 'EMAIL;PREF=2:b', 'EMAIL;PREF=1:c'], '4.0')).emails, ['c', 'b', 'a']);
});

test('an address that is there twice is read once, an empty one and one of another network not at all', (t) => {
  t.deepEqual(read(card(['EMAIL;TYPE=HOME:a', 'EMAIL;TYPE=WORK:a', 'EMAIL:', 'EMAIL;TYPE=X400:c=tw', 'EMAIL;TLX:123'])).emails, ['a']);
});

test('a changed address keeps its line, types, group and label; the others are not touched', (t) => {
  const lines = ['EMAIL;TYPE=HOME:a', 'item1.EMAIL;type=INTERNET;X-Q=1:b', 'item1.X-ABLabel:stage', 'EMAIL;TYPE=X400:c=tw', 'EMAIL:d'];
  t.deepEqual(body(written(card(lines), { emails: ['a', 'new', 'd'] })), [lines[0], 'item1.EMAIL;TYPE=INTERNET;X-Q=1:new', ...lines.slice(2)]);
});

test('an address taken away takes its label along', (t) => {
  t.deepEqual(body(written(card(['EMAIL:a', 'item1.EMAIL:b', 'item1.X-ABLabel:stage']), { emails: ['a'] })), ['EMAIL:a']);
});

test('a further address is put after the last and its label', (t) => {
  t.deepEqual(body(written(card(['item1.EMAIL:a', 'item1.X-ABLabel:stage', 'X-LAST:1']), { emails: ['a', 'b'] })), ['item1.EMAIL:a', 'item1.X-ABLabel:stage', 'EMAIL;TYPE=INTERNET:b', 'X-LAST:1']);
});

test('another order changes the places of lines', (t) => {
  t.deepEqual(body(written(card(['EMAIL;TYPE=HOME:a', 'X-BETWEEN:1', 'EMAIL;TYPE=WORK:b']), { emails: ['b', 'a'] })), ['EMAIL;TYPE=WORK:b', 'X-BETWEEN:1', 'EMAIL;TYPE=HOME:a']);
});

test('a mark of preference goes to the address that is first now', (t) => {
  t.deepEqual(body(written(card(['EMAIL;TYPE=HOME,PREF:a', 'EMAIL;TYPE=WORK:b']), { emails: ['b', 'a'] })), ['EMAIL;TYPE=WORK;TYPE=PREF:b', 'EMAIL;TYPE=HOME:a']);
  t.deepEqual(body(written(card(['EMAIL;PREF=1:a', 'EMAIL;PREF=2:b'], '4.0'), { emails: ['b', 'a'] })), ['EMAIL;PREF=1:b', 'EMAIL:a']);
  t.deepEqual(read(written(card(['EMAIL;PREF;INTERNET:a', 'EMAIL;INTERNET:b']), { emails: ['b', 'a'] })).emails, ['b', 'a']);
});

test('vCard 4.0 has no type for internet mail', (t) => {
  t.true(newCard('4.0', { emails: ['a@example.com'] }).includes('\r\nEMAIL:a@example.com\r\n'));
  t.true(newCard('3.0', { emails: ['a@example.com'] }).includes('\r\nEMAIL;TYPE=INTERNET:a@example.com\r\n'));
});
