import test from 'ava';
import fc from 'fast-check';
import { uid } from '../../../src/engine/model/ids.js';
import { formatMark, marksOf, parseMark, parseMarkCell } from '../../../src/engine/side/outlook-mark.js';
import { uidOfGlobalId } from '../../../src/engine/codec/outlook/global-object-id.js';
import { runs } from '../../support/law-runs.js';

const text = fc.string({ unit: 'binary' }).map((one) => one.toWellFormed());
const marks = fc.record({ uid: text.filter((one) => one !== '').map(uid), token: text, link: text, part: fc.constantFrom('expanded:2027-03-02', 'x|~') }, { requiredKeys: ['uid', 'token', 'link'] });

test('rule 7: a mark is read back as it was written, and is found by its UID and by no other', (t) => {
  fc.assert(fc.property(marks, marks, (mark, other) => {
    const spelled = formatMark(mark);
    t.deepEqual(parseMark(spelled), mark);
    t.true(spelled.startsWith(marksOf(mark.uid).begins));
    t.is(spelled.startsWith(marksOf(other.uid).begins), mark.uid === other.uid);
  }), runs(1000));
});

test('a mark needs no quotes in a filter and holds no wildcard', (t) => {
  fc.assert(fc.property(marks, (mark) => t.regex(formatMark(mark), /^[A-Za-z0-9.~-]*(?:\|[A-Za-z0-9.~-]*){2,3}$/)), runs(1000));
});

test('what is no mark is none', (t) => {
  for (const other of ['', 'a', 'a|b', 'a|b|c|d|e', '|b|c', 'a b|c|d', 'a~|b|c', '~FF|b|c', "a'|b|c"]) t.is(parseMark(other), undefined, other);
});

test('a cell of 255 characters may have been cut: its mark is read from the item', (t) => {
  const mark = { uid: uid('u'.repeat(250)), token: 't', link: 'l' };
  t.is(formatMark(mark).length, 254);
  t.deepEqual(parseMarkCell(formatMark(mark)), mark);
  t.is(parseMarkCell(formatMark({ ...mark, link: 'l2' }).slice(0, 255)), undefined);
});

const GLOBAL = '040000008200E00074C5B7101A82E008';
const withData = (data: string, date = '00000000'): string => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length / 2);
  return `${GLOBAL}${date}0010E4C6A3F28BDB0000000000000000${length.toString('hex')}${data}`.toUpperCase();
};
const foreign = (id: string): string => withData(Buffer.from(`vCal-Uid\u0001\0\0\0${id}\0`, 'utf8').toString('hex'));

test('rule 7: an event that came with a UID of its own keeps it, one born in Outlook has its global id', (t) => {
  t.is(uidOfGlobalId(foreign('abc@example.com')), uid('abc@example.com'));
  t.is(uidOfGlobalId(foreign('會議-1').toLowerCase()), uid('會議-1'));
  t.is(uidOfGlobalId(withData('AABB')), uid(withData('AABB')));
  t.is(uidOfGlobalId(withData('AABB', '07EA0B16')), uid(withData('AABB')), 'the date of an exception is not part of the series');
  for (const other of ['', '00', 'xyz', GLOBAL, foreign('').slice(0, 70)]) t.is(uidOfGlobalId(other), undefined, other);
});
