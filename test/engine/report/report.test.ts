import test from 'ava';
import { anonymous } from '../../../src/engine/report/anonymous.js';
import { itemText } from '../../../src/engine/report/item-text.js';
import { itemProblem, linkProblems } from '../../../src/engine/report/problem.js';
import { runText, summaryText } from '../../../src/engine/report/run-text.js';
import { memoryOf, summaryOf } from '../../../src/engine/report/summary.js';
import { table } from '../../../src/engine/report/table.js';
import { cut, width } from '../../../src/engine/report/width.js';
import type { ItemOutcome, LinkOutcome, RunOutcome } from '../../../src/engine/sync/outcome.js';
import { wordsIn } from '../../../src/engine/words/catalogue.js';

const en = wordsIn('en-US');
const zh = wordsIn('zh-TW');

const item = (over: Partial<ItemOutcome>): ItemOutcome => ({
  link: 'default-1', kind: 'event', uid: 'u1', title: 'Lunch', cell: 'edited,same', result: 'done',
  writes: [{ side: 'server', kind: 'update', fields: ['subject'], changes: [{ field: 'subject', from: 'Lunch', to: 'Brunch' }] }], lost: [], ...over,
});

const run = (link: Partial<LinkOutcome>, over: Partial<RunOutcome> = {}): RunOutcome => ({
  started: '2026-11-22T01:00:00Z', ended: '2026-11-22T01:00:05Z', whatIf: false, exitCode: 0, ...over,
  links: [{ link: 'default-1', kind: 'event', title: '行事曆', listed: { outlook: 3, server: 3 }, paired: 3, putAway: 0, items: [], stopped: [], ...link }],
});

test('Chinese takes two columns, marks none, and a cut never splits a character', (t) => {
  t.is(width('行事曆 ok'), 9);
  t.is(width('e\u0301'), 1);
  t.is(width('👍'), 2);
  t.is(cut('行事曆行事曆', 6), '行事…');
  t.is(cut('abc', 3), 'abc');
});

test('the columns of a table line up whatever the script, and a line end in a cell does not break it', (t) => {
  const lines = table(['名稱', 'B'], [['行事曆', '1'], ['a\nb', '2']]).split('\n');
  t.is(lines.length, 4);
  t.deepEqual(lines.map((line) => width(line.slice(0, line.length - 1))), [8, 8, 8, 8].map((columns, at) => (at === 1 ? width(lines[1] ?? '') - 1 : columns)));
  t.is(table(['x'], []), '');
});

test('an item says what was written where, and why it was not', (t) => {
  t.is(itemText(en, item({})), 'Lunch: change on the server (done) subject: Lunch -> Brunch');
  const failed = item({ result: 'failed', code: 'Refused', reason: 'no-right', side: 'server' });
  t.regex(itemText(en, failed), /^Lunch: .*\(failed\) You may not change "Lunch" on the server\.$/);
  t.like(itemProblem(zh, failed), { id: 'M2K.Refused.no-right', code: 'Refused', target: 'Lunch' });
  t.is(itemProblem(zh, item({})), null);
});

test('a held item or link has an id under Held whatever spelled it', (t) => {
  t.is(itemProblem(en, item({ result: 'held', code: 'doubtful-pair' }))?.id, 'M2K.Held.doubtful-pair');
  t.is(itemProblem(en, item({ result: 'held', code: 'Held', reason: 'doubtful-pair' }))?.id, 'M2K.Held.doubtful-pair');
  // What the guard holds for a whole link is told once, with the link.
  t.is(itemProblem(en, item({ result: 'held', code: 'Held', reason: 'deletions' })), null);
  const [problem] = linkProblems(en, { title: 'Cal', stopped: [{ code: 'deletions', count: 40, limit: 10 }] });
  t.is(problem?.id, 'M2K.Held.deletions');
  t.regex(problem?.message ?? '', /^40 deletions are more than the 10 /);
  t.is(linkProblems(en, { title: 'Cal', stopped: [{ code: 'Unavailable', reason: 'timed-out' }] })[0]?.id, 'M2K.Unavailable.timed-out');
});

test('the summary counts what was done, and a plan says that nothing was touched', (t) => {
  const items = [item({}), item({ result: 'held', code: 'doubtful-pair', writes: [] }), item({ result: 'failed', code: 'Refused' })];
  t.is(summaryText(en, summaryOf(run({ items }))), '1 done, 1 held, 1 failed.');
  t.is(summaryText(en, summaryOf(run({}))), 'In step: 3 items, nothing to do.');
  const plan = run({ items: [item({ result: 'planned' }), item({ result: 'planned', writes: [{ side: 'outlook', kind: 'delete', fields: [], changes: [] }] })] }, { whatIf: true });
  t.is(summaryText(en, summaryOf(plan)), 'Plan: 1 writes to Outlook, 1 to the server, 1 of them deletions. Nothing was touched.');
  t.is(summaryText(zh, summaryOf(run({}, { whatIf: true }))), '計畫：沒有需要處理的變更。尚未更動任何資料。');
});

test('a summary has no items, so that it stays small whatever their number', (t) => {
  const items = Array.from({ length: 5000 }, () => item({}));
  t.true(JSON.stringify(summaryOf(run({ items }))).length < 1000);
  t.is(memoryOf(run({ items: [...items, item({ result: 'failed' })] })).open.length, 1);
});

test('a run as text names each link, why it stopped and what to do, and each item with its change', (t) => {
  const outcome = run({ items: [item({})], stopped: [{ code: 'first-run', id: '1a2b3c4d' }] });
  const text = runText(en, summaryOf(outcome), outcome.links[0]?.items ?? []);
  t.regex(text, /行事曆: 3 in Outlook, 3 on the server, 3 in step/);
  t.regex(text, /Start-M2KSync -Accept 1a2b3c4d/);
  t.regex(text, /Lunch +done .*subject: Lunch -> Brunch/);
});

test('a server\'s own words lose what tells whose server it is, and nothing else', (t) => {
  const account = { host: 'mail.example.com.tw:8443', address: 'xiaoming@example.com.tw' }, hidden = (text: string): string => anonymous(text, account);
  for (const kept of ['Apache/2.4.57 (Debian) mod_ssl/3.0', '1, 3, access-control, calendar-access, addressbook', '3.2.1', 'SabreDAV/1.8.12']) t.is(hidden(kept), kept);
  for (const [text, left] of [
    ['nginx web3.EXAMPLE.com.tw', 'nginx ***'], ['1, <http://dav.example.org/ns/1>, calendar-access', '1, <***>, calendar-access'], ['Xiaoming/1', '***'], ['x/1 (10.0.0.17)', 'x/1 (***)'],
    ['it@other.example', '***'], ['dav2.corp (build 7)', '*** (build 7)'],
  ] as const) t.is(hidden(text), left);
});
