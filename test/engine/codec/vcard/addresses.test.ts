import test from 'ava';
import type { Address } from '../../../../src/engine/model/contact.js';
import { body, card, newCard, read, written } from './over.js';

const NOWHERE: Address = { street: '', city: '', region: '', postalCode: '', country: '', poBox: '' };
const TAIPEI: Address = { ...NOWHERE, street: '信義路五段7號\n89樓', city: '台北市', postalCode: '110' };

test('work, home and neither are three addresses; further ones of a kind are left alone', (t) => {
  const fields = read(card(['ADR;TYPE=HOME:;;h;;;;', 'ADR;TYPE=WORK:;;w;;;;', 'ADR;TYPE=WORK:;;w2;;;;', 'ADR;TYPE=DOM,POSTAL:;;o;;;;']));
  t.is(fields.homeAddress?.street, 'h');
  t.is(fields.businessAddress?.street, 'w');
  t.is(fields.otherAddress?.street, 'o');
});

test('an address that says nothing is none', (t) => t.is(read(card(['ADR;TYPE=HOME:;;;;;;'])).homeAddress, null));

test('a street has lines', (t) => {
  const text = written(card([]), { homeAddress: TAIPEI });
  t.deepEqual(body(text), ['ADR;TYPE=HOME:;;信義路五段7號\\n89樓;台北市;;110;']);
  t.deepEqual(read(text).homeAddress, TAIPEI);
});

test('the extended address is kept when the rest changes', (t) => {
  t.deepEqual(body(written(card(['ADR;TYPE=HOME:1;Flat\\; B;old;;;;']), { homeAddress: TAIPEI })), ['ADR;TYPE=HOME:;Flat\\; B;信義路五段7號\\n89樓;台北市;;110;']);
});

test('rule 21: the LABEL of a changed address goes, those of others stay', (t) => {
  const lines = ['ADR;TYPE=HOME:;;h;;;;', 'LABEL;TYPE=HOME:h', 'ADR;TYPE=WORK:;;w;;;;', 'LABEL;TYPE=WORK:w'];
  t.deepEqual(body(written(card(lines), { homeAddress: TAIPEI })), ['ADR;TYPE=HOME:;;信義路五段7號\\n89樓;台北市;;110;', ...lines.slice(2)]);
  t.deepEqual(body(written(card(lines), { homeAddress: null })), lines.slice(2));
  t.deepEqual(body(written(card(lines), { jobTitle: 'x' })), [...lines, 'TITLE:x']);
});

test('rule 21: parameters that state the old place go with it, others stay', (t) => {
  const line = 'ADR;GEO="geo:1,2";LABEL="h\\nx";TZ=Asia/Taipei;CC=tw;PID=1.1;TYPE=home:;;h;;;;;;;room';
  t.deepEqual(body(written(card([line], '4.0'), { homeAddress: TAIPEI })), ['ADR;PID=1.1;TYPE=home:;;信義路五段7號\\n89樓;台北市;;110;']);
});

test('an address taken away takes along what its group says of it alone', (t) => {
  const lines = ['item1.ADR;type=HOME:;;h;;;;', 'item1.X-ABADR:tw', 'item1.X-ABLabel:villa', 'item2.X-ABADR:jp'];
  t.deepEqual(body(written(card(lines), { homeAddress: null })), ['item2.X-ABADR:jp']);
});

test('an address that is neither work nor home says so where no type would mean work', (t) => {
  t.true(newCard('3.0', { otherAddress: TAIPEI }).includes('\r\nADR;TYPE=POSTAL:'));
  t.true(newCard('4.0', { otherAddress: TAIPEI }).includes('\r\nADR:'));
});
