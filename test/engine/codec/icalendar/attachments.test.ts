import test from 'ava';
import { createHash } from 'node:crypto';
import { eventTextFor, HOLDS_ALL } from '../../../../src/engine/codec/icalendar/event-text.js';
import { shelfInMemory } from '../../../../src/engine/codec/shelf.js';
import { shelvedFile } from '../../../../src/engine/codec/attachments/files.js';
import type { Attachment, EventFields } from '../../../../src/engine/model/event.js';
import { uid } from '../../../../src/engine/model/ids.js';

const shelf = shelfInMemory();
const codec = eventTextFor(HOLDS_ALL, shelf);
const object = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:u', 'DTSTART;VALUE=DATE:20261122', 'SUMMARY:a', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const attachLines = (text: string): readonly string[] => text.replace(/\r\n /g, '').split('\r\n').filter((line) => /^attach[;:]/i.test(line));
const read = (...lines: readonly string[]): readonly Attachment[] => codec.parse(object(...lines)).fields.attachments;
const write = (lines: readonly string[], fields: Partial<EventFields>, on = codec): string => {
  const over = object(...lines), before = on.parse(over).fields;
  return on.format({ item: { kind: 'event', uid: uid('u'), fields: { ...before, ...fields } }, chosen: new Set(Object.keys(fields) as (keyof EventFields)[]), over, now: '2026-11-22T09:00:00Z' });
};
const file = (name: string, content: string): Attachment => shelvedFile(shelf, name, Buffer.from(content));
const base64 = (content: string): string => Buffer.from(content).toString('base64');

test('a file in the text is read under the name that any client gave it, its octets on the shelf', (t) => {
  const [held] = read(`ATTACH;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=note.txt:${base64('hello')}`);
  t.deepEqual(held, { name: 'note.txt', octets: 5, sha256: createHash('sha256').update('hello').digest('hex') });
  t.is(Buffer.from(shelf.take(held!.sha256)!).toString(), 'hello');
  const name = (params: string): string | undefined => read(`ATTACH;${params}:${base64('x')}`)[0]?.name;
  t.is(name('ENCODING=BASE64;VALUE=BINARY;FILENAME="\u8b70\u7a0b; 1,2.pdf"'), '\u8b70\u7a0b; 1,2.pdf');
  t.is(name('VALUE=BINARY;ENCODING=BASE64;X-LABEL=kontact.odt'), 'kontact.odt');
  t.is(name('ENCODING=BASE64;X-APPLE-FILENAME=apple.png'), 'apple.png', 'a client that leaves VALUE out');
  t.is(name('FMTTYPE=application/pdf;ENCODING=BASE64;VALUE=BINARY'), 'attachment.pdf');
  t.is(name('encoding=base64;value=binary'), 'attachment');
});

test('links stay byte for byte, whatever is written; files are none of theirs', (t) => {
  const links = ['ATTACH:https://example.com/a?b=1,2;c', 'attach;VALUE=URI;X-odd="a;b":cid:part1@example.com', 'ATTACH;MANAGED-ID=7;FILENAME=a.pdf:https://dav.example.com/7', 'ATTACH:data:text/plain;base64,aGVsbG8='];
  t.deepEqual(read(...links), []);
  const lines = [...links.slice(0, 2), `ATTACH;ENCODING=BASE64;VALUE=BINARY;FILENAME=x.txt:${base64('x')}`, ...links.slice(2)];
  t.deepEqual(attachLines(write(lines, { attachments: [], subject: 'b', body: 'c' })), links);
  t.deepEqual(attachLines(write(lines, { attachments: [file('y.txt', 'y')] })).filter((line) => links.includes(line)), links);
});

test('only what comes and goes is written: a file that stays keeps its line, and a new one has a type and both names', (t) => {
  const stays = `ATTACH;X-MINE=1;ENCODING=BASE64;VALUE=BINARY;X-LABEL=stays.bin:${base64('stays')}`, goes = `ATTACH;ENCODING=BASE64;VALUE=BINARY;FILENAME=goes.bin:${base64('goes')}`;
  const text = write([stays, goes], { attachments: [file('stays.bin', 'stays'), file('new, "one".pdf', '%PDF'), file('no type', 'z')] });
  t.deepEqual(attachLines(text), [
    stays, `ATTACH;FMTTYPE=application/pdf;ENCODING=BASE64;VALUE=BINARY;FILENAME="new, ^'one^'.pdf";X-FILENAME="new, ^'one^'.pdf":${base64('%PDF')}`,
    `ATTACH;ENCODING=BASE64;VALUE=BINARY;FILENAME=no type;X-FILENAME=no type:${base64('z')}`,
  ]);
  t.deepEqual(codec.parse(text).fields.attachments.map(({ name }) => name), ['new, "one".pdf', 'no type', 'stays.bin']);
  t.is(write([stays, goes], { attachments: [file('goes.bin', 'goes'), file('stays.bin', 'stays')] }), object(stays, goes), 'in whatever order, the same files are no change');
});

test('the same content under another name, and another content under the same name, are other files', (t) => {
  const was = `ATTACH;ENCODING=BASE64;VALUE=BINARY;FILENAME=a.txt:${base64('1')}`;
  const now = codec.parse(write([was], { attachments: [file('a.txt', '2'), file('b.txt', '1')] })).fields.attachments;
  t.deepEqual(now.map(({ name, sha256 }) => `${name} ${Buffer.from(shelf.take(sha256)!).toString()}`), ['a.txt 2', 'b.txt 1']);
});

test('a file larger than the server takes is neither read nor sent nor taken away; a server that takes none keeps what it has', (t) => {
  const small = eventTextFor({ ...HOLDS_ALL, attachmentOctets: 4 }, shelf), none = eventTextFor({ ...HOLDS_ALL, attachmentOctets: 0 }, shelf);
  const large = `ATTACH;ENCODING=BASE64;VALUE=BINARY;FILENAME=large.txt:${base64('large')}`;
  t.deepEqual(small.parse(object(large)).fields.attachments, []);
  t.deepEqual(attachLines(write([large], { attachments: [file('ok', '1234'), file('too large', '12345')] }, small)).map((line) => /FILENAME=([^;:]*)/.exec(line)?.[1]), ['large.txt', 'ok']);
  t.deepEqual(attachLines(write([large], { attachments: [file('ok', '1')], subject: 'b' }, none)), [large]);
  const { fields } = codec.parse(object(large));
  t.deepEqual([codec, small, none].map((on) => on.narrow(fields).attachments.length), [1, 0, 0]);
});

test('a file that nobody has any more, and one without a single octet, cost the event nothing', (t) => {
  const lost: Attachment = { name: 'lost.txt', sha256: 'f'.repeat(64), octets: 3 };
  t.deepEqual(attachLines(write(['LOCATION:x'], { attachments: [lost, { ...lost, octets: 0 }], location: 'y' })), []);
  const empty = 'ATTACH;ENCODING=BASE64;VALUE=BINARY:';
  t.deepEqual(read(empty), []);
  t.deepEqual(attachLines(write([empty], { attachments: [] })), [empty]);
});

test('rule 30: files that the server keeps for the event are named, for they may go with it', (t) => {
  t.is(codec.parse(object('ATTACH:https://example.com/a')).unkept, undefined);
  t.deepEqual(codec.parse(object('ATTACH;MANAGED-ID=7;FILENAME=a.pdf:https://dav.example.com/7', 'ATTACH;MANAGED-ID=8:https://dav.example.com/b.doc')).unkept, ['a.pdf', 'b.doc']);
});

test('a file in a changed occurrence stays with it', (t) => {
  const text = object('RRULE:FREQ=DAILY;COUNT=3').replace('END:VCALENDAR', ['BEGIN:VEVENT', 'UID:u', 'RECURRENCE-ID;VALUE=DATE:20261123', 'DTSTART;VALUE=DATE:20261123', 'SUMMARY:once', `ATTACH;ENCODING=BASE64;VALUE=BINARY;FILENAME=own.txt:${base64('own')}`, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'));
  const { fields } = codec.parse(text);
  t.deepEqual(fields.attachments, []);
  const written = codec.format({ item: { kind: 'event', uid: uid('u'), fields: { ...fields, subject: 'b', attachments: [file('series.txt', 's')] } }, chosen: new Set(['subject', 'attachments']), over: text, now: '2026-11-22T09:00:00Z' });
  t.deepEqual(attachLines(written).map((line) => /;FILENAME=([^;:]*)/.exec(line)?.[1]), ['series.txt', 'own.txt']);
});
