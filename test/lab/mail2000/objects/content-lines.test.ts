import test from 'ava';
import { BrokenText, logicalLines, parseComponents, parseContentLine, uidOf } from '../../../../lab/mail2000/objects/content-lines.js';

test('logical lines keep folds and line ends of every kind', (t) => {
  const text = 'A:1\r\n 2\r\n\t3\r\nB:4\nC:5\rD:6';
  t.deepEqual(logicalLines(text), ['A:1\r\n 2\r\n\t3\r\n', 'B:4\n', 'C:5\r', 'D:6']);
  t.is(logicalLines(text).join(''), text);
});

test('a line has a name without its group, parameters without quotes, and a value with its colons', (t) => {
  const line = parseContentLine('item1.adr;TYPE=HOME;X="a:b;c":;;x:y\r\n');
  t.deepEqual([line?.name, [...line?.parameters ?? []], line?.value], ['ADR', [['TYPE', 'HOME'], ['X', 'a:b;c']], ';;x:y']);
});

test('bare parameters of old cards count as types', (t) => {
  t.is(parseContentLine('TEL;HOME;VOICE:02')?.parameters.get('TYPE'), 'HOME,VOICE');
});

test('what is no content line is none', (t) => {
  for (const line of ['第二行', 'no colon', ':x', 'A B:c']) t.is(parseContentLine(line), undefined);
});

test('components nest; strictly read, broken lines and nesting are errors', (t) => {
  const text = 'BEGIN:A\r\nX:1\r\nBEGIN:B\r\nY:2\r\nEND:B\r\nEND:A\r\n';
  const [outer] = parseComponents(text, true);
  t.deepEqual([outer?.name, outer?.lines.map(({ name }) => name), outer?.components[0]?.lines.map(({ name }) => name)], ['A', ['X'], ['Y']]);
  for (const broken of [text.replace('Y:2', '二'), text.replace('END:B\r\n', ''), text.replace('END:A', 'END:C'), `X:1\r\n${text}`]) t.throws(() => parseComponents(broken, true), { instanceOf: BrokenText });
  t.is(parseComponents(text.replace('Y:2', '二'), false)[0]?.components[0]?.lines.length, 0);
});

test('the UID is the object\'s, folded or not, never its alarm\'s', (t) => {
  t.is(uidOf('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nBEGIN:VALARM\r\nUID:alarm\r\nEND:VALARM\r\nUID:ab\r\n c\r\nEND:VEVENT\r\n'), 'abc');
  t.is(uidOf('nothing'), undefined);
});
