import test from 'ava';
import fc from 'fast-check';
import { formatLine, madeLine } from '../../../../src/engine/codec/content-lines/format.js';
import { paramValues, parseLines } from '../../../../src/engine/codec/content-lines/lines.js';
import type { ContentLine } from '../../../../src/engine/codec/content-lines/lines.js';
import { escapeText, splitValue, unescapeText } from '../../../../src/engine/codec/content-lines/text.js';
import { runs } from '../../../support/law-runs.js';

const only = (text: string): ContentLine => {
  const [line, ...more] = parseLines(text);
  if (line === undefined || more.length > 0) throw new Error(`not one line: ${text}`);
  return line;
};

test('a line gives its group, name, parameters and value', (t) => {
  t.deepEqual(only('item1.x-Label;TYPE=home,"a,b;c:d";x=1:one: two\r\n'), {
    raw: 'item1.x-Label;TYPE=home,"a,b;c:d";x=1:one: two\r\n',
    group: 'item1', name: 'X-LABEL', value: 'one: two',
    params: [{ name: 'TYPE', values: ['home', 'a,b;c:d'] }, { name: 'X', values: ['1'] }],
  });
});

test('vCard 2.1 parameters without a name are marked as bare', (t) => {
  t.deepEqual(only('TEL;HOME;voice:02-1234').params, [{ name: 'HOME', values: [], bare: true }, { name: 'VOICE', values: [], bare: true }]);
  t.is(formatLine(only('TEL;HOME;VOICE:02-1234')), 'TEL;HOME;VOICE:02-1234\r\n');
});

test('parameters that are spelled alike are read once, however many spellings there are', (t) => {
  const first = only('TEL;TYPE=WORK,VOICE:1').params;
  t.is(only('item1.EMAIL;TYPE=WORK,VOICE:2').params, first);
  t.is(madeLine({ name: 'TEL', params: [{ name: 'TYPE', values: ['WORK', 'VOICE'] }], value: '3' }).params, first);
  for (let n = 0; n < 2500; n += 1) t.deepEqual(only(`A;X=${n};Y=${n}:v`).params, [{ name: 'X', values: [String(n)] }, { name: 'Y', values: [String(n)] }]);
  t.deepEqual(only('TEL;TYPE=WORK,VOICE:1').params, first);
  const long = `ATTENDEE;CN=${'Lin '.repeat(50)}:mailto:lin@example.org`;
  t.not(only(long).params, only(long).params);
});

test('carets of RFC 6868 are decoded and encoded', (t) => {
  const line = only("A;CN=\"x^ny^'z^^w^t\":v");
  t.deepEqual(paramValues(line, 'CN'), ['x\ny"z^w^t']);
  t.is(formatLine(line), "A;CN=x^ny^'z^^w^^t:v\r\n");
});

test('CRLF, LF, CR, folds of blank and tab, a byte order mark and blank lines are taken, and raws join to the text', (t) => {
  const text = '\uFEFFBEGIN:A\nB:one\r\n  two\r\n\tthree\rC:x\n\nD;broken="y:z\r\nno colon\r\nEND:A';
  const lines = parseLines(text);
  t.deepEqual(lines.map((line) => [line.name, line.value]), [
    ['BEGIN', 'A'], ['B', 'one twothree'], ['C', 'x'], ['', ''], ['D', 'z'], ['', 'no colon'], ['END', 'A'],
  ]);
  t.is(lines.map((line) => line.raw).join(''), text);
});

test('soft line breaks of QUOTED-PRINTABLE continue the line, but never over the end of the card', (t) => {
  const text = 'NOTE;CHARSET=BIG5;ENCODING=QUOTED-PRINTABLE:=A4=A4=\r\n=A4=E5\r\nTITLE;QUOTED-PRINTABLE:a=\r\nEND:VCARD\r\nURL:x=\r\nFN:y\r\n';
  const lines = parseLines(text);
  t.deepEqual(lines.map((line) => line.value), ['=A4=A4=A4=E5', 'a=', 'VCARD', 'x=', 'y']);
  t.is(lines.map((line) => line.raw).join(''), text);
});

test('a soft break keeps the blanks that follow it and goes on however many lines follow, folded or not; a fold may cut an escape in two', (t) => {
  const values = (text: string): readonly string[] => parseLines(text).map((line) => line.value);
  t.deepEqual(values('NOTE;QUOTED-PRINTABLE:Head=\r\n  of=\r\n\tsales\r\nFN:x'), ['Head  of\tsales', 'x']);
  t.deepEqual(values('NOTE;QUOTED-PRINTABLE:a=\r\nb=\r\n c\r\n d\r\nFN:x'), ['ab cd', 'x']);
  t.deepEqual(values('NOTE;ENCODING=QUOTED-PRINTABLE:=E6=B8=AC=\r\n E8=A9=A6\r\nFN:x'), ['=E6=B8=AC=E8=A9=A6', 'x']);
});

test('lines are folded at 75 octets and never inside a character', (t) => {
  const value = `${'a'.repeat(66)}會議🎂${'議'.repeat(60)}`;
  const text = formatLine({ name: 'SUMMARY', value });
  for (const line of text.split('\r\n')) t.true(Buffer.byteLength(line) <= 75, line);
  t.is(only(text).value, value);
  t.is(formatLine({ name: 'X', value: 'b'.repeat(73) }), `X:${'b'.repeat(73)}\r\n`);
  t.is(formatLine({ name: 'X', value: 'b'.repeat(74) }), `X:${'b'.repeat(73)}\r\n b\r\n`);
});

test('a raw line end in a value is refused as a bug', (t) => {
  t.throws(() => formatLine({ name: 'X', value: 'a\nb' }), { message: /X: a line end was not escaped/ });
});

test('TEXT: escapes both ways, lists and structures split at unescaped separators', (t) => {
  t.is(escapeText('a\\b;c,d\r\ne'), 'a\\\\b\\;c\\,d\\ne');
  t.is(unescapeText('a\\\\nb\\Nc\\:d\\te'), 'a\\nb\nc:d\\te');
  t.deepEqual(splitValue('a\\,b,c\\\\,d', ','), ['a\\,b', 'c\\\\', 'd']);
});

test('law: any line that is written is read back as it was, and any text survives parsing byte for byte', (t) => {
  const word = fc.stringMatching(/^[A-Z][A-Z0-9-]{0,8}$/);
  const text = fc.string({ unit: 'grapheme', maxLength: 90 });
  const safe = text.map((value) => value.replace(/[\u0000-\u001F\u007F\uFEFF]/g, '').trim());
  fc.assert(fc.property(word, fc.array(fc.record({ name: word, values: fc.array(safe, { minLength: 1, maxLength: 3 }) }), { maxLength: 3 }), text, (name, params, value) => {
    const read = only(formatLine({ name, params, value: escapeText(value) })), { raw, ...line } = read;
    t.deepEqual(madeLine({ name, params, value: escapeText(value) }), read);
    t.deepEqual({ ...line, value: unescapeText(line.value) }, { group: '', name, params, value: value.replace(/\r\n?/g, '\n') });
    t.true(raw.endsWith('\r\n'));
  }), runs(1000));
  fc.assert(fc.property(fc.array(fc.constantFrom('A', ':', ';', '=', '"', ' ', '\t', '\r', '\n', '\uFEFF', 'ENCODING=QUOTED-PRINTABLE', '議')), (pieces) => {
    t.is(parseLines(pieces.join('')).map((line) => line.raw).join(''), pieces.join(''));
  }), runs(1000));
});
