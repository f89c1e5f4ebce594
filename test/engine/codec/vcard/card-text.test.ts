import test from 'ava';
import { parse as parse4 } from 'vcard4';
import { cardText } from '../../../../src/engine/codec/vcard/card-text.js';
import { M2KError } from '../../../../src/engine/errors.js';
import { uid } from '../../../../src/engine/model/ids.js';
import { body, card, newCard, NO_FIELDS, NOW, read, written } from './over.js';

const codec = cardText('3.0');

const UNREADABLE: readonly (readonly [string, string, string])[] = [
  ['a calendar', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'not-a-card'],
  ['nothing', '', 'not-a-card'],
  ['half a card', 'BEGIN:VCARD\r\nVERSION:3.0\r\nUID:1\r\nFN:x\r\n', 'truncated-card'],
  ['two cards', card([]) + card([]), 'several-cards'],
  ['a version that nobody knows', card([], '5.0'), 'card-version'],
  ['a card without UID', card([]).replace('UID:u-1\r\n', ''), 'no-uid'],
];

for (const [what, text, reason] of UNREADABLE) {
  test(`${what} is unreadable`, (t) => {
    const error = t.throws(() => codec.parse(text), { instanceOf: M2KError });
    t.like(error, { code: 'Unreadable', data: { reason, side: 'server' } });
  });
}

test('a UID is kept as it stands, whatever it is', (t) => {
  for (const [line, id] of [['UID:urn:uuid:AB-1', 'urn:uuid:AB-1'], ['UID:{A B}\\,1', '{A B},1'], ['UID;VALUE=text:x y', 'x y']] as const) {
    const text = card([]).replace('UID:u-1', line);
    t.is(codec.parse(text).uid, uid(id));
    t.true(written(text, { jobTitle: 'x' }).includes(`\r\n${line}\r\n`));
  }
});

test('a UID that is no URI is text in vCard 4.0', (t) => {
  const made = (id: string) => cardText('4.0').format({ item: { kind: 'contact', uid: uid(id), fields: NO_FIELDS }, chosen: new Set(), now: NOW });
  t.true(made('{A},1').includes('\r\nUID;VALUE=text:{A}\\,1\r\n'));
  t.true(made('urn:uuid:1').includes('\r\nUID:urn:uuid:1\r\n'));
  t.is(codec.parse(made('{A},1')).uid, uid('{A},1'));
});

test('a new card is of the version asked for, a card of the server keeps its own', (t) => {
  t.true(newCard('4.0', {}).startsWith('BEGIN:VCARD\r\nVERSION:4.0\r\n'));
  t.true(newCard('3.0', {}).startsWith('BEGIN:VCARD\r\nVERSION:3.0\r\n'));
  t.true(cardText('4.0').format({ item: { kind: 'contact', uid: uid('u-1'), fields: { ...NO_FIELDS, note: 'x' } }, chosen: new Set(['note']), over: card([]), now: NOW }).includes('VERSION:3.0'));
});

test('a new card of vCard 4.0 is what the package vcard4 reads', (t) => {
  const parsed = parse4(newCard('4.0', { name: { prefix: '', given: '小明', middle: '', family: '王', suffix: '', full: '' }, birthday: '2000-02-29', phones: { primary: '1' } }));
  t.false(Array.isArray(parsed));
  const value = (name: string) => ('getProperty' in parsed ? parsed.getProperty(name)[0]?.value : undefined);
  t.deepEqual([value('FN'), value('BDAY'), value('TEL')], ['王小明', '20000229', '1']);
});

test('REV is set by a change where the card has one, in its version\'s form', (t) => {
  t.deepEqual(written(card(['REV:20200101T000000Z']), { note: 'x' }).match(/REV.*/)?.[0], `REV:${NOW}`);
  t.deepEqual(written(card(['REV;VALUE=timestamp:20200101T000000Z'], '4.0'), { note: 'x' }).match(/REV.*/)?.[0], 'REV:20261122T090000Z');
  t.false(written(card([]), { note: 'x' }).includes('REV'));
});

test('REV is read as UTC where it says when', (t) => {
  const modified = (rev: string) => codec.parse(card([`REV:${rev}`])).modified;
  t.is(modified('20240102T030405Z'), '2024-01-02T03:04:05Z');
  t.is(modified('2024-01-02T03:04:05.5Z'), '2024-01-02T03:04:05Z');
  t.is(modified('2024-01-02T03:04:05+08:00'), '2024-01-01T19:04:05Z');
  t.is(modified('20240102T030405+08'), '2024-01-01T19:04:05Z');
  for (const rev of ['2024-01-02', '2024-01-02T03:04:05', 'yesterday', '']) t.is(modified(rev), undefined);
});

test('a line without a colon, a blank line and lines around the card stay', (t) => {
  const text = `\r\n${card(['garbage', '', 'X-A:1'])}\r\n`;
  t.is(written(text, { jobTitle: 'x' }), text.replace('END:', 'TITLE:x\r\nEND:'));
});

test('a long text is folded between characters', (t) => {
  const note = '資訊👩‍👩‍👧'.repeat(40);
  const text = written(card([]), { note });
  t.is(read(text).note, note);
  t.true(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
});

test('a 2.1 card becomes a 3.0 card when it changes: types named, encodings gone, photo kept', (t) => {
  const text = card([
    'TEL;HOME;VOICE;PREF:1', 'PHOTO;JPEG;BASE64:', ' AAAA', '    BBBB', '', 'NOTE;QUOTED-PRINTABLE:=E7=8E=8B=0D=0A,', 'LOGO;VALUE=URL;GIF:http://example.com/l.gif', 'X-OWN;CHARSET=UTF-8:a;b,c\\d',
  ], '2.1');
  t.deepEqual(body(written(text, { jobTitle: 'x' })), [
    'TEL;TYPE=HOME,VOICE,PREF:1', 'PHOTO;ENCODING=b;TYPE=JPEG:AAAABBBB', 'NOTE:王\\n\\,', 'LOGO;VALUE=uri;TYPE=GIF:http://example.com/l.gif', 'X-OWN:a;b,c\\d', 'TITLE:x',
  ]);
});

test('a card within a 2.1 card is not taken for the card, and is never lost by an upgrade', (t) => {
  const text = card(['AGENT:', 'BEGIN:VCARD', 'VERSION:2.1', 'FN:Assistant', 'TITLE:helper', 'END:VCARD'], '2.1');
  t.is(read(text).jobTitle, '');
  t.like(t.throws(() => written(text, { jobTitle: 'x' }), { instanceOf: M2KError }), { code: 'Refused', data: { reason: 'nested-card' } });
});
