import test from 'ava';
import { body, card, read, written } from './over.js';

test('ORG has company and department; further units stay', (t) => {
  const text = card(['ORG;SORT-AS=Acme:Acme\\, Inc.;Sales;North;Team 1']);
  t.like(read(text), { company: 'Acme, Inc.', department: 'Sales' });
  t.deepEqual(body(written(text, { company: 'Beta' })), ['ORG:Beta;Sales;North;Team 1']);
  t.deepEqual(body(written(text, { department: '' })), ['ORG;SORT-AS=Acme:Acme\\, Inc.;;North;Team 1']);
});

test('a department without a company, and neither', (t) => {
  t.deepEqual(body(written(card([]), { department: 'Sales' })), ['ORG:;Sales']);
  t.deepEqual(body(written(card(['ORG:Acme;Sales']), { company: '', department: '' })), []);
  t.deepEqual(body(written(card(['ORG:Acme;']), { company: 'Beta' })), ['ORG:Beta']);
});

test('the first note is meant, the others stay', (t) => {
  const text = card(['NOTE:one\\nline\\, two', 'NOTE:other']);
  t.is(read(text).note, 'one\nline, two');
  t.deepEqual(body(written(text, { note: 'a;b\n\\n' })), ['NOTE:a\\;b\\n\\\\n', 'NOTE:other']);
});

test('a text in quoted-printable is plain when it is written again', (t) => {
  const text = card(['TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE;LANGUAGE=zh:=E7=B6=93=E7=90=86']);
  t.is(read(text).jobTitle, '經理');
  t.deepEqual(body(written(text, { jobTitle: '總經理' })), ['TITLE;LANGUAGE=zh:總經理']);
});

test('quoted-printable without a charset is UTF-8 where it can be, else Big5', (t) => {
  t.is(read(card(['TITLE;QUOTED-PRINTABLE:=E6=B8=AC=E8=A9=A6'], '2.1')).jobTitle, '測試');
  t.is(read(card(['TITLE;QUOTED-PRINTABLE:=B4=FA=B8=D5'], '2.1')).jobTitle, '測試');
  t.is(read(card(['TITLE;CHARSET=BIG5;QUOTED-PRINTABLE:=E6=B8=AC=E8=A9=A6'], '2.1')).jobTitle, '皜祈岫');
});

test('a soft break of quoted-printable in 2.1 keeps the blank that follows it, a fold of 3.0 does not', (t) => {
  t.is(read(card(['TITLE;QUOTED-PRINTABLE:Head=', ' of=20', '\tsales=', '=3B 12=', ' north'], '2.1')).jobTitle, 'Head of sales; 12 north');
  t.is(read(card(['TITLE;ENCODING=QUOTED-PRINTABLE:=E6=B8=AC=', ' E8=A9=A6'])).jobTitle, '測試');
});

test('a page of work goes before an untyped one; one of home is another', (t) => {
  t.like(read(card(['URL;TYPE=HOME:h', 'URL:u', 'URL;TYPE=WORK:w'])), { webPage: 'w', homePage: 'h' });
  t.like(read(card(['URL;TYPE=HOME:h', 'URL:u'])), { webPage: 'u', homePage: 'h' });
  t.like(read(card(['URL;TYPE=HOME:h'])), { webPage: '', homePage: 'h' });
  t.deepEqual(body(written(card(['URL;TYPE=HOME:h']), { webPage: 'w' })), ['URL;TYPE=HOME:h', 'URL:w']);
  t.deepEqual(body(written(card(['URL:u']), { homePage: 'h' })), ['URL:u', 'URL;TYPE=HOME:h']);
});

test('a web address keeps its commas, and a colon that Apple escaped is one', (t) => {
  t.is(read(card(['URL:https\\://example.com/a,b;c'])).webPage, 'https://example.com/a,b;c');
  t.deepEqual(body(written(card([]), { webPage: 'https://example.com/a,b;c' })), ['URL:https://example.com/a,b;c']);
});

test('a page that is taken away takes its label along', (t) => {
  t.deepEqual(body(written(card(['item1.URL:u', 'item1.X-ABLabel:_$!<HomePage>!$_']), { webPage: '' })), []);
});
