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

const series = (...more: readonly string[]): string => object('RRULE:FREQ=DAILY;COUNT=4', `ATTACH;ENCODING=BASE64;VALUE=BINARY;FILENAME=all.txt:${base64('all')}`).replace('END:VCALENDAR', [...more, 'END:VCALENDAR'].join('\r\n'));
const override = (id: string, ...lines: readonly string[]): readonly string[] => ['BEGIN:VEVENT', 'UID:u', `RECURRENCE-ID;VALUE=DATE${id}`, `DTSTART;VALUE=DATE:${id.slice(-8)}`, 'SUMMARY:a', ...lines, 'END:VEVENT'];
const inline = (name: string): string => `ATTACH;ENCODING=BASE64;VALUE=BINARY;FILENAME=${name}:${base64(name)}`;
const names = (files: readonly Attachment[]): readonly string[] => files.map(({ name, occurrence }) => `${occurrence ?? 'all'} ${name}`);
/** Names of files, event by event: `RECURRENCE-ID: names`. */
const filed = (text: string): readonly string[] => text.replace(/\r\n /g, '').split('BEGIN:VEVENT').slice(1)
  .map((event) => `${/RECURRENCE-ID[^:]*:(\d+)/.exec(event)?.[1] ?? 'all'}: ${[...event.matchAll(/;FILENAME=([^;:]*)/g)].map(([, name]) => name).toSorted().join(' ')}`);
const change = (over: string, fields: Partial<EventFields>): string =>
  codec.format({ item: { kind: 'event', uid: uid('u'), fields: { ...codec.parse(over).fields, ...fields } }, chosen: new Set(Object.keys(fields) as (keyof EventFields)[]), over, now: '2026-11-22T09:00:00Z' });

test('a file in a changed occurrence is that occurrence\'s own; what its series has is not, and what it lacks of that is no statement', (t) => {
  const text = series(...override(':20261123', inline('own.txt'), `ATTACH;ENCODING=BASE64;VALUE=BINARY;FILENAME=all.txt:${base64('all')}`), ...override(':20261124', 'LOCATION:x'));
  const { fields } = codec.parse(text);
  t.deepEqual(names(fields.attachments), ['all all.txt', '2026-11-23 own.txt']);
  t.deepEqual(fields.exceptions, { '2026-11-24': { changes: { location: 'x' } } });
  t.is(change(text, { subject: 'a', attachments: fields.attachments, exceptions: fields.exceptions }), text);
  t.deepEqual(codec.narrow({ ...fields, exceptions: { '2026-11-23': { deleted: true } } }).attachments.length, 1, 'a deleted occurrence has none');
  t.deepEqual(names(codec.narrow({ ...fields, rule: null, exceptions: {} }).attachments), ['all all.txt']);
});

test('files of an occurrence come and go: the first makes an override of it, with the last that goes it is one of its series again', (t) => {
  const text = series(), { fields: { attachments } } = codec.parse(text), own = { ...file('own.txt', 'o'), occurrence: '2026-11-24' };
  const one = change(text, { attachments: [...attachments, own] });
  t.deepEqual(filed(one), ['all: all.txt', '20261124: all.txt own.txt']);
  t.deepEqual(names(codec.parse(one).fields.attachments), ['all all.txt', '2026-11-24 own.txt']);
  const two = change(one, { subject: 'b', exceptions: { '2026-11-23': { changes: { location: 'x' } } } });
  t.deepEqual(filed(two), ['all: all.txt', '20261124: all.txt own.txt', '20261123: all.txt'], 'it stays when others are written');
  t.deepEqual(filed(change(two, { attachments })), ['all: all.txt', '20261123: all.txt']);
});

test('rule 21: with the files of the series go those that its occurrences have of it; their own stay, and so does what nobody can read', (t) => {
  const text = series(...override(':20261123', inline('own.txt'), 'ATTACH:https://example.com/x', `ATTACH;ENCODING=BASE64;VALUE=BINARY;FILENAME=all.txt:${base64('all')}`), ...override(':20261124', 'LOCATION:x'));
  const own = codec.parse(text).fields.attachments.filter(({ occurrence }) => occurrence !== undefined);
  const written = change(text, { attachments: [file('new.txt', 'n'), ...own] });
  t.deepEqual(filed(written), ['all: new.txt', '20261123: new.txt own.txt', '20261124: new.txt']);
  t.true(written.includes('ATTACH:https://example.com/x\r\n'));
  t.deepEqual(names(codec.parse(written).fields.attachments), ['all new.txt', '2026-11-23 own.txt']);
});

test('THISANDFUTURE: its files are those of every occurrence that follows', (t) => {
  const { attachments } = codec.parse(series(...override(';RANGE=THISANDFUTURE:20261123', inline('later.txt')), ...override(':20261125', 'LOCATION:x'))).fields;
  t.deepEqual(names(attachments), ['all all.txt', '2026-11-23 later.txt', '2026-11-24 later.txt']);
});
