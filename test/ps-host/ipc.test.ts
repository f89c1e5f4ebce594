import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { dropRequest, newRequestId, sweepIpcFolder, takeFile, writeRequest } from '../../src/ps-host/ipc.js';
import { asciiLiteral } from '../../src/ps-host/literal.js';
import { fromWire, toWire, wireDate, type WireValue } from '../../src/ps-host/wire-value.js';
import { parsePage, parseReply } from '../../src/ps-host/reply.js';
import { windowsPowerShellPath } from '../../src/ps-host/windows-powershell.js';
import { newFolder } from './support.js';

test('desk 4: a payload is readable by its owner only, its folder too', (t) => {
  const folder = join(newFolder(), 'ipc');
  sweepIpcFolder(folder);
  const id = newRequestId();
  writeRequest(folder, { id, operation: 'echo', body: { value: 'x'.repeat(200_000) } });
  t.is(statSync(folder).mode & 0o777, 0o700);
  t.deepEqual(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777), [0o600, 0o600]);
  dropRequest(folder, id);
  t.deepEqual(readdirSync(folder), []);
});

test('a request stays under what ConvertFrom-Json of 5.1 reads, whatever its longest text', (t) => {
  const folder = newFolder();
  const id = newRequestId();
  const text = '\u0000"'.repeat(600_000);
  writeRequest(folder, { id, operation: 'echo', body: { value: [text, 'short'] } });
  const json = readFileSync(join(folder, `${id}.json`), 'utf8');
  t.is(json, '{"op":"echo","request":{"value":["#1","=short"]}}');
  t.is(readFileSync(join(folder, `${id}.1.txt`), 'utf8'), text);
});

const VALUES: Readonly<Record<string, WireValue>> = {
  nothing: null, yes: true, whole: -7, part: 0.5, empty: '', sign: '=', at: '@2026-01-01T00:00:00', looksLikeADate: '2026-11-22T09:00:00Z',
  date: wireDate('2026-11-22T09:00:00'), list: [], one: ['a'], nested: { a: [{ b: null }] },
};
for (const [name, value] of Object.entries(VALUES)) {
  test(`the wire's spelling is read back as it was: ${name}`, (t) => {
    t.deepEqual(fromWire(JSON.parse(JSON.stringify(toWire(value))), noFile), value);
  });
}

const noFile = (name: string): string => { throw new Error(`no file: ${name}`); };

test('desk 4: a picture comes as a file of the ipc folder, which is gone once it was read; no other file can be named', (t) => {
  const folder = newFolder(), name = `${'a'.repeat(32)}.0.bin`;
  writeFileSync(join(folder, name), Buffer.from([1, 2, 3]));
  t.deepEqual(fromWire({ picture: `%${name}` }, (file) => takeFile(folder, file)), { picture: 'AQID' });
  t.deepEqual(readdirSync(folder), []);
  for (const odd of ['../x', 'secret.txt', `${name}/../x`]) t.throws(() => takeFile(folder, odd), { message: /not ours/ });
});

test('a lone surrogate becomes U+FFFD, for UTF-8 cannot hold it', (t) => {
  t.is(toWire('a\uD800b'), '=a\uFFFDb');
  t.is(toWire('a😀b'), '=a😀b');
});

test('a text without its sign is a bug of the host, not a value', (t) => {
  t.throws(() => fromWire('2026-11-22', noFile), { message: /text without its sign/ });
});

test('a path becomes an ASCII expression that PowerShell cannot take for anything else', (t) => {
  t.is(asciiLiteral('C:\\M2K $(x)`n;#'), "'C:\\M2K $(x)`n;#'");
  t.is(asciiLiteral("it's"), "'it''s'");
  t.is(asciiLiteral(''), "''");
  t.is(asciiLiteral('C:\\王\\a'), "('' + 'C:\\' + [char]29579 + '\\a')");
  t.is(asciiLiteral('\u2019\r\n'), "('' + [char]8217 + [char]13 + [char]10)");
  t.is(asciiLiteral('😀'), "('' + [char]55357 + [char]56832)");
});

test('a reply is the marked line of this request and nothing else', (t) => {
  const id = newRequestId();
  const base64 = Buffer.from('{"ok":true,"value":"=中"}').toString('base64');
  const page = parsePage(`WARNING: M2K1 is here\r\nM2K1 ${id} 1/1 ${base64}\r\nnoise`, id);
  t.deepEqual(page, { page: 1, pages: 1, base64 });
  t.deepEqual(parseReply(base64, noFile), { ok: true, value: '中' });
  t.is(parsePage(`M2K1 ${id} 1/1 ${base64}`, newRequestId()), undefined);
  t.is(parsePage(`M2K1 ${id} 1/1 not base64!`, id), undefined);
});

test('desk 1: the host is Windows PowerShell by full path, by Sysnative from a 32-bit process', (t) => {
  t.is(windowsPowerShellPath('C:\\Windows', false), 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
  t.is(windowsPowerShellPath('C:\\Windows', true), 'C:\\Windows\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe');
});
