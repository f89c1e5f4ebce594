import test from 'ava';
import type { ExecutionContext } from 'ava';
import { readXml, XmlProblem } from '../../../../lab/mail2000/xml/read.js';
import { formatXml, el } from '../../../../lab/mail2000/xml/write.js';
import { dav } from '../../../../lab/mail2000/xml/names.js';

test('namespaces are resolved whatever their prefix, defaults and inner declarations too', (t) => {
  const root = readXml('<?xml version="1.0"?><x:a xmlns:x="DAV:" xmlns="urn:d"><b/><x:c xmlns:x="urn:other"/><d xmlns=""/></x:a>');
  t.deepEqual([root.name, ...root.children.map(({ name }) => name)], ['{DAV:}a', '{urn:d}b', '{urn:other}c', 'd']);
});

test('text is decoded: names, decimal, hexadecimal, CDATA; white space is kept', (t) => {
  t.is(readXml('<a> &lt;&amp;&#13;&#x738B;<![CDATA[<b>&amp;]]> </a>').text, ' <&\r王<b>&amp; ');
  t.is(readXml('<a b="&quot;1&#10;"/>').attributes['b'], '"1\n');
});

const refused = test.macro((t: ExecutionContext, text: string) => { t.throws(() => readXml(text), { instanceOf: XmlProblem }); });
test('no element is refused', refused, '  ');
test('two elements are refused', refused, '<a/><b/>');
test('an open element is refused', refused, '<a><b></a>');
test('an undeclared prefix is refused', refused, '<x:a/>');
test('an unknown entity is refused', refused, '<a>&nbsp;</a>');
test('a lone ampersand is refused', refused, '<a>a & b</a>');
test('character 0 is refused', refused, '<a>&#0;</a>');
test('a document type is refused', refused, '<!DOCTYPE a><a/>');
test('a name that JavaScript would trip over is refused', refused, '<__proto__/>');

test('what is written is read back, markup and carriage returns in it', (t) => {
  const text = 'a<b>&"\'\r\n王 ]]>';
  t.is(readXml(formatXml(el(dav('x'), text), { crEntity: true })).text, text);
});

test('characters that XML cannot carry are left out', (t) => {
  t.is(readXml(formatXml(el(dav('x'), 'a\u0000\u000bb'), { crEntity: true })).text, 'ab');
});

test('a property of an unknown namespace keeps it', (t) => {
  t.is(readXml(formatXml(el(dav('x'), el('{urn:"&}y')), { crEntity: true })).children[0]?.name, '{urn:"&}y');
});
