// The side contract: values come back as `narrow` says, whatever is in them.
import assert from 'node:assert/strict';
import { uid } from '../../model/ids.js';
import type { Item } from '../../model/item.js';
import { contractCase, create, fetchOne, plainFields, refOf, sameFields, withText } from './steps.js';

const SAMPLES = 30;

/** Each was, somewhere, code, a delimiter or a limit: PowerShell, cmd, XML, iCalendar, vCard, JSON, ANSI, line folding. */
export const HOSTILE_TEXTS: readonly string[] = [
  '"double" and \'single\' and “curly”',
  '$(Get-Date) $env:USERNAME `n `" ${x} @{a=1}',
  '& del *.* | more > x ^ %PATH%',
  '<b>&amp;</b> ]]> <!-- --> &#13; &lt;',
  'a\\nb \\, \\; a,b;c:d=e',
  'BEGIN:VEVENT END:VCALENDAR',
  '漢字かな한글 😀👩‍👩‍👧 𠮷 e\u0301',
  'x'.repeat(74) + '漢' + 'y'.repeat(300),
  '=?UTF-8?B?5Lit?= =0D=0A',
  '[]{}null',
];

export const HOSTILE_LINES = 'First\r\nSecond\rThird\n\n  indented\t\ttabs\n' + 'long '.repeat(200) + '\n$(stop) `';

/** No name for a file, an URL or a query without care. */
export const HOSTILE_UIDS: readonly string[] = [
  'with blanks', '../../etc/passwd', 'a/b/c?x=1#y', '%2F%00%zz', "quote'\"<&>", '$(Get-Date)`x`', '漢字@例え.jp', '.hidden', 'CON', 'u'.repeat(300), '{04000000-8200-E000}',
  '040000008200E00074C5B7101A82E0080000000010E4C6A3F28BDB01000000000000000010000000A1B2C3D4E5F60718293A4B5C6D7E8F90',
];

export const VALUE_CASES = [
  contractCase('narrow is idempotent, and writing then reading is narrow, over 30 samples', async (bench) => {
    const { side } = bench;
    for (let n = 0; n < SAMPLES; n += 1) {
      const item = bench.sample(n);
      const narrow = side.narrow(item.fields);
      sameFields(side.narrow(narrow), narrow, `sample ${n}`);
      sameFields((await fetchOne(bench, (await create(bench, item)).id)).fields, narrow, `sample ${n}`);
    }
  }),
  contractCase('one-line texts with quotes, code, markup, emoji and long lines come back as narrow says', async (bench) => {
    const [name] = plainFields(bench.side.kind);
    let found = await create(bench, bench.sample(1));
    for (const text of HOSTILE_TEXTS) {
      const item: Item<typeof bench.side.kind> = { kind: bench.side.kind, uid: found.uid, fields: withText(found.fields, name, text) };
      const wanted = bench.side.narrow(item.fields);
      found = await bench.side.update({ ref: refOf(found), item, fields: new Set([name]), parts: found.parts });
      sameFields(found.fields, wanted, text);
      sameFields((await fetchOne(bench, found.id)).fields, wanted, text);
    }
  }),
  contractCase('a text of many lines with CRLF, CR, tabs and empty lines comes back as narrow says', async (bench) => {
    const item = bench.sample(1);
    const fields = { ...item.fields, [bench.side.kind === 'event' ? 'body' : 'note']: HOSTILE_LINES };
    const made = await create(bench, { ...item, fields });
    sameFields((await fetchOne(bench, made.id)).fields, bench.side.narrow(fields));
  }),
  contractCase('a UID with commas, semicolons and backslashes is kept', async (bench) => {
    for (const hostile of ['with, commas; too', 'a\\,b\\nc']) {
      const made = await create(bench, { ...bench.sample(1), uid: uid(hostile) });
      assert.equal((await fetchOne(bench, made.id)).uid, hostile);
      await bench.side.delete(refOf(made), made.parts);
    }
  }),
  contractCase('a UID of any characters is kept, found and deletable', async (bench) => {
    for (const hostile of HOSTILE_UIDS) {
      const made = await create(bench, { ...bench.sample(1), uid: uid(hostile) });
      assert.equal((await fetchOne(bench, made.id)).uid, hostile);
      assert.ok((await bench.side.list()).items.some(({ id }) => id === made.id), hostile);
      await bench.side.delete(refOf(made), made.parts);
    }
    assert.equal(await bench.otherHands.count(), 0);
  }),
];
