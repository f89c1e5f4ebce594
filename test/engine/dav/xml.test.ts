import test from 'ava';
import { childOf, childrenOf, escapeXml, parseXml, parseXmlOfRows } from '../../../src/engine/dav/xml.js';

test('names are the same whatever the prefix, and a prefix may be declared anew inside', (t) => {
  const texts = ['<d:a xmlns:d="DAV:"><d:b>x</d:b></d:a>', '<a xmlns="DAV:"><b>x</b></a>', '<x:a xmlns:x="DAV:"><y:b xmlns:y="DAV:" xmlns:x="urn:other">x</y:b></x:a>'];
  for (const text of texts) {
    const root = parseXml(text);
    t.is(root.name, '{DAV:}a');
    t.is(childOf(root, '{DAV:}b')?.text, 'x');
  }
});

test('entities, character references and CDATA give the text that was meant, CR of SabreDAV included', (t) => {
  t.is(parseXml('<a>1&#13;\n2 &lt;b&gt; &amp;amp; &#x1F600;&quot;&apos;<![CDATA[<&amp;>]]></a>').text, '1\r\n2 <b> &amp; 😀"\'<&amp;>');
});

test('characters that XML forbids are dropped, raw or by reference', (t) => {
  t.is(parseXml('\uFEFF<a>x\u0000\u0001y&#0;&#x1b;z\uFFFE</a>').text, 'xyz');
});

test('a DOCTYPE is refused: no entity is ever expanded from a document', (t) => {
  t.throws(() => parseXml('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), { message: /DOCTYPE/ });
  t.notThrows(() => parseXml('<a><![CDATA[<!DOCTYPE x>]]></a>'));
});

test('text that was cut off, or is no XML, is an error and not a shorter document', (t) => {
  const whole = '<d:m xmlns:d="DAV:"><d:r><d:h>/a</d:h></d:r><d:r><d:h>/b</d:h></d:r></d:m>';
  for (let length = 0; length < whole.length; length += 1) t.throws(() => parseXml(whole.slice(0, length)), undefined, whole.slice(0, length));
  for (const text of ['<html><br></html>', '{"json":1}', '<a/><b/>', '<a>&</a>']) t.throws(() => parseXml(text), undefined, text);
});

test('escaped text reads back the same', (t) => {
  const hostile = `<&>"' ]]> &amp; \r\n 漢字 😀`;
  t.is(parseXml(`<a b="${escapeXml(hostile.replace(/\r\n/, ''))}">${escapeXml(hostile)}</a>`).text, hostile);
});

test('rows are given one by one in their order and are not in the root; an element of the same name deeper down is none', (t) => {
  const text = '<d:m xmlns:d="DAV:"><d:r><d:h>/a</d:h><d:r>deep</d:r></d:r><x:r xmlns:x="urn:other">no row</x:r><d:t>7</d:t><r xmlns="DAV:"><h>/b</h></r></d:m>';
  const rows: string[] = [];
  const root = parseXmlOfRows(text, { row: '{DAV:}r', take: (row) => { rows.push(`${childOf(row, '{DAV:}h')?.text} ${childrenOf(row, '{DAV:}r').length}`); } });
  t.deepEqual(rows, ['/a 1', '/b 0']);
  t.deepEqual(root.children.map(({ name }) => name), ['{urn:other}r', '{DAV:}t']);
});

test('what loses nothing is borne: entities of HTML, attributes without value, prefixes nobody declared, ]]> in text, text after the end', (t) => {
  t.is(parseXml('<a>x&nbsp;y]]>z</a>\nWarning: so says PHP').text, 'x&nbsp;y]]>z');
  t.deepEqual(parseXml('<a b><q:c>1</q:c></a>').children.map(({ text }) => text), ['1']);
});
