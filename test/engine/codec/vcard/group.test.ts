// Group cards: members by UID become the addresses of the book's cards, and go back to them.
import test from 'ava';
import { cardText } from '../../../../src/engine/codec/vcard/card-text.js';
import { newMeans } from '../../../../src/engine/codec/means.js';
import { uid } from '../../../../src/engine/model/ids.js';
import type { ContactFields } from '../../../../src/engine/model/contact.js';
import { body, card, NO_FIELDS, NOW } from './over.js';

const GROUP = ['FN:Team', 'X-ADDRESSBOOKSERVER-KIND:group', 'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:ANN', 'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:nobody', 'X-ADDRESSBOOKSERVER-MEMBER:mailto:Out@Side.example'];
const person = (id: string, email: string): string => card(['FN:P', `EMAIL:${email}`], '3.0', false).replace('UID:u-1', `UID:${id}`);

function book() {
  const means = newMeans(), codec = cardText('3.0', means);
  codec.parse(person('ann', 'Ann@Example.com'));
  codec.parse(person('urn:uuid:bo', 'bo@example.com'));
  const text = card(GROUP, '3.0', false);
  const over = (fields: Partial<ContactFields>) => codec.format({
    item: { kind: 'contact', uid: uid('u-1'), fields: { ...codec.parse(text).fields, ...fields } }, chosen: new Set(Object.keys(fields) as (keyof ContactFields)[]), over: text, now: NOW,
  });
  return { codec, text, over };
}

test('a member is known by its card\'s address, where the book has that card; another keeps its URI', (t) => {
  const { codec, text } = book();
  t.like(codec.parse(text).fields, { kind: 'list', name: { ...NO_FIELDS.name, full: 'Team' }, members: ['mailto:ann@example.com', 'mailto:out@side.example', 'urn:uuid:nobody'] });
});

test('members that stay keep their lines; a new one that is a card of the book is named by its UID, any other by its address', (t) => {
  const { over } = book();
  t.deepEqual(body(over({ members: ['mailto:ann@example.com', 'mailto:bo@example.com', 'mailto:new@example.com', 'urn:uuid:nobody'] })), [
    'FN:Team', 'X-ADDRESSBOOKSERVER-KIND:group', 'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:ANN', 'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:nobody',
    'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:bo', 'X-ADDRESSBOOKSERVER-MEMBER:mailto:new@example.com',
  ]);
});

test('a list born in Outlook is KIND:group in 4.0, and Apple\'s properties in 3.0 with the name that 3.0 demands', (t) => {
  const fields: ContactFields = { ...NO_FIELDS, kind: 'list', name: { ...NO_FIELDS.name, full: '業務部' }, members: ['mailto:a@x.example'] };
  const made = (version: '3.0' | '4.0') => body(cardText(version).format({ item: { kind: 'contact', uid: uid('u-9'), fields }, chosen: new Set(Object.keys(fields) as (keyof ContactFields)[]), now: NOW }));
  t.deepEqual([...made('4.0')].sort(), ['FN:業務部', 'KIND:group', 'MEMBER:mailto:a@x.example']);
  t.deepEqual([...made('3.0')].sort(), ['FN:業務部', 'N:業務部;;;;', 'X-ADDRESSBOOKSERVER-KIND:group', 'X-ADDRESSBOOKSERVER-MEMBER:mailto:a@x.example']);
});

test('a group is read after the cards that it may name', (t) => {
  const { codec, text } = book();
  t.true(codec.waits?.(text));
  t.false(codec.waits?.(person('x', 'x@x')));
  t.false(codec.waits?.(card(['KIND:individual'], '4.0')));
});

test('peers 92: a list of SOGo\'s own form waits for the cards that it names by their objects, shows their addresses, and is not written', (t) => {
  const { codec } = book();
  const text = 'BEGIN:VLIST\r\nUID:l.vlf\r\nVERSION:1.0\r\nFN:Team\r\nCARD;FN=Ann:ann.vcf\r\nCARD;EMAIL=Out@Side.example:gone.vcf\r\nEND:VLIST\r\n';
  t.true(codec.waits?.(text));
  const { uid: id, fields } = codec.parse(text);
  t.like({ id, ...fields }, { id: 'l.vlf', kind: 'list', members: ['mailto:ann@example.com', 'mailto:out@side.example'] });
  t.is(codec.format({ item: { kind: 'contact', uid: id, fields }, chosen: new Set(['members'] as const), over: text, now: NOW }), text);
  t.like(t.throws(() => codec.format({ item: { kind: 'contact', uid: id, fields: { ...fields, members: [] } }, chosen: new Set(['members'] as const), over: text, now: NOW })),
    { code: 'Refused', data: { reason: 'vlist' } });
});
