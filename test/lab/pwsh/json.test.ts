import test from 'ava';
import { runCommand } from '../../support/shell.js';

const one = async (text: string): Promise<string> => {
  const result = await runCommand(text);
  return (result.stdout + result.stderr).trim().replaceAll('\r\n', '\n');
};

test('ConvertTo-Json goes two levels deep and warns that it has cut the rest', async (t) => {
  const text = await one('@{a=@{b=@{c=@{d=1}}}} | ConvertTo-Json -Compress');
  t.true(text.includes('{"a":{"b":{"c":"System.Collections.Hashtable"}}}'));
  t.regex(text, /WARNING: Resulting JSON is truncated/u);
});

test('ConvertTo-Json indents by two blanks and keeps the order of an ordered dictionary', async (t) => {
  t.is(await one('[ordered]@{b=1;a=@(1,"x");e=@();o=@{}} | ConvertTo-Json'),
    '{\n  "b": 1,\n  "a": [\n    1,\n    "x"\n  ],\n  "e": [],\n  "o": {}\n}');
});

test('ConvertTo-Json writes enums as numbers or names, dates as ISO text and null as null', async (t) => {
  t.is(await one('ConvertTo-Json -Compress @([DayOfWeek]::Monday, [datetime]::new(2024,1,2,3,4,5,[DateTimeKind]::Utc), $null, $true, 1.5)'),
    '[1,"2024-01-02T03:04:05Z",null,true,1.5]');
  t.is(await one('[DayOfWeek]::Monday | ConvertTo-Json -EnumsAsStrings -AsArray -Compress'), '["Monday"]');
});

test('ConvertFrom-Json reads whole numbers as Int64, fractions as Double and ISO text as DateTime', async (t) => {
  t.is(await one(`$o = '{"i":1,"f":1.5,"d":"2024-01-02T03:04:05Z","s":"2024","n":null}' | ConvertFrom-Json; ($o.i, $o.f, $o.d, $o.s | ForEach-Object { $_.GetType().Name }) -join ','`),
    'Int64,Double,DateTime,String');
  t.is(await one(`('{"d":"2024-01-02T03:04:05Z"}' | ConvertFrom-Json -DateKind String).d.GetType().Name`), 'String');
});

test('ConvertFrom-Json unrolls an array unless -NoEnumerate says not to', async (t) => {
  t.is(await one(`('[1,2]' | ConvertFrom-Json | Measure-Object).Count; ('[1,2]' | ConvertFrom-Json -NoEnumerate | Measure-Object).Count`), '2\n1');
});

test('ConvertFrom-Json refuses keys that differ in case only, and -AsHashtable takes them', async (t) => {
  t.is(await one(`try { '{"a":1,"A":2}' | ConvertFrom-Json } catch { $_.FullyQualifiedErrorId }; ('{"a":1,"A":2}' | ConvertFrom-Json -AsHashtable).Count`),
    'KeysWithDifferentCasingInJsonString,Microsoft.PowerShell.Commands.ConvertFromJsonCommand\n2');
});

test('text that is not JSON is an error of ConvertFrom-Json with its usual id', async (t) => {
  t.is(await one(`try { '{"a":' | ConvertFrom-Json } catch { $_.FullyQualifiedErrorId }`), 'System.ArgumentException,Microsoft.PowerShell.Commands.ConvertFromJsonCommand');
});

test('text of every kind comes back the same through both', async (t) => {
  const text = `"quotes"" ' $( ) backtick\`` + '` \\ \t \r\n 中文 \u{1F600} \0 end';
  const base64 = Buffer.from(text, 'utf8').toString('base64');
  t.is(await one(`$s = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64}')); $t = (@{v=$s} | ConvertTo-Json -Compress | ConvertFrom-Json).v; [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($t))`), base64);
});
