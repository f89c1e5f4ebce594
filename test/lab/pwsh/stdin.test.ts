import test from 'ava';
import { runShell, runTyped } from '../../support/shell.js';

const lines = (text: string): string[] => text.split(/\r?\n/u).filter((line) => line !== '');

for (const [name, end] of [['LF', '\n'], ['CRLF', '\r\n'], ['CR', '\r']] as const) {
  test(`-Command - runs each line ended by ${name} and echoes nothing`, async (t) => {
    const result = await runTyped(['"one"', '1 + 1', '"three"', ''].join(end));
    t.deepEqual(lines(result.stdout), ['one', '2', 'three']);
    t.is(result.stderr, '');
    t.is(result.code, 0);
  });

  test(`a function over several lines ended by ${name} is defined by the blank line after it`, async (t) => {
    const result = await runTyped(['function f {', '  param($x)', '  "f$x"', '}', '', 'f 7', ''].join(end));
    t.deepEqual(lines(result.stdout), ['f7']);
    t.is(result.stderr, '');
  });

  test(`without the blank line a block of lines ended by ${name} swallows everything up to the end of the input and never runs`, async (t) => {
    t.is((await runTyped(['function f {', '1', '}', '"after"', ''].join(end))).stdout, '');
  });
}

test('a CR and its LF that come apart are one line end', async (t) => {
  const result = await runTyped(['if ($true) {\r', '\n"in"\r', '\n}\r', '\n"still in the block"\r', '\n\r', '\n"out"\r', '\n']);
  t.deepEqual(lines(result.stdout), ['in', 'still in the block', 'out']);
  const unended = await runTyped(['if ($true) {\r', '\n"in" }\r', '\n"more"']);
  t.is(unended.stdout, '');
});

test('a syntax error goes to stderr and the next statement runs', async (t) => {
  const result = await runTyped('foo ) bar\n"after"\n');
  t.deepEqual(lines(result.stdout), ['after']);
  t.regex(result.stderr, /Unexpected token/u);
});

test('a terminating error goes to stderr and does not end the session', async (t) => {
  const result = await runTyped('throw "first"\n"after"\nNo-SuchCommand\n"last"\n');
  t.deepEqual(lines(result.stdout), ['after', 'last']);
  t.regex(result.stderr, /first[^]*No-SuchCommand/u);
});

test('the end of the input ends the session, with -NoExit too, and drops a half-typed block', async (t) => {
  const result = await runTyped('"before"\nif ($true) {\n"never"');
  t.deepEqual(lines(result.stdout), ['before']);
});

test('a last line without its line end still runs', async (t) => {
  const result = await runTyped('"only"');
  t.deepEqual(lines(result.stdout), ['only']);
});

test('[Console]::Out.Write and Error.Write put the bytes out with nothing around them', async (t) => {
  const result = await runTyped('[Console]::Out.Write("T1")\n[Console]::Error.Write("E1")\n[Console]::Out.Write("T2")\n');
  t.is(result.stdout, 'T1T2');
  t.is(result.stderr, 'E1');
});

test('a line of one megabyte arrives whole', async (t) => {
  const result = await runTyped(`"${'x'.repeat(1_000_000)}".Length\n`);
  t.deepEqual(lines(result.stdout), ['1000000']);
});

test('output is UTF-8 without a byte order mark and without escape sequences', async (t) => {
  const result = await runTyped('"中文 \u{1F600}"\nGet-Command Get-Command\n');
  t.true(result.stdout.startsWith('中文 \u{1F600}'));
  t.false(result.stdout.includes('\u001B'));
});

test('exit in a typed line ends the session with its code and leaves the rest unread', async (t) => {
  const result = await runTyped('"a"\nexit 9\n"b"\n');
  t.is(result.code, 9);
  t.deepEqual(lines(result.stdout), ['a']);
});

test('the exit code at the end of the input is 1 when the last statement failed', async (t) => {
  t.is((await runTyped('Get-Command No-SuchCommand -ErrorAction Stop\n')).code, 1);
  t.is((await runTyped('throw 1\n"fine"\n')).code, 0);
});

test('anything behind "-Command -" is refused with 64', async (t) => {
  t.is((await runShell(['-NoProfile', '-Command', '-', '-NoExit'])).code, 64);
});
