import test from 'ava';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE, tell, wordsIn, wordsOf } from '../../../src/engine/words/catalogue.js';
import { ERROR_WORDS } from '../../../src/engine/words/errors.js';
import { HOLD_WORDS } from '../../../src/engine/words/holds.js';
import { fill } from '../../../src/engine/words/text.js';
import { chosenLanguage, languageOf } from '../../../src/engine/words/language.js';

const names = (text: string): readonly string[] => [...new Set([...text.matchAll(/\{([A-Za-z]+)\}/g)].map((match) => match[1] ?? ''))].sort();

const pairs = [
  ...Object.entries(CATALOGUE),
  ...[...Object.entries(ERROR_WORDS), ...Object.entries(HOLD_WORDS)].flatMap(([key, words]) => [[`${key} message`, words.message], [`${key} remedy`, words.remedy]] as const),
];

test('every sentence exists in both languages and names the same facts in both', (t) => {
  for (const [key, { en, zh }] of pairs) {
    t.true(en.trim() !== '' && zh.trim() !== '', key);
    t.deepEqual(names(zh), names(en), key);
  }
});

test('Chinese sentences use full-width punctuation between Chinese words and no simplified characters', (t) => {
  for (const [key, { zh }] of pairs) {
    t.notRegex(zh, /\p{Script=Han}[,;:?!](?!\/)/u, key);
    t.notRegex(zh, /[这来为时会对说发现认识设务网络邮录击项码删进还没开关东车门见觉马习买卖么个们国学应该过从两问间听写无错误请输户联页选择显请计划备权]/u, key);
  }
});

test('every failure says what to do next, and every hold names the command that lets it pass or says that none is needed', (t) => {
  for (const [key, words] of [...Object.entries(ERROR_WORDS), ...Object.entries(HOLD_WORDS)]) t.true(words.remedy.en.length > 0 && words.remedy.zh.length > 0, key);
  t.regex(HOLD_WORDS['first-run'].remedy.en, /Start-M2KSync -Accept \{id\}/);
  t.regex(HOLD_WORDS.deletions.remedy.zh, /Start-M2KSync -Accept \{id\}/);
});

/** Why an added collection was not kept; a host's code for a folder, which becomes 'folder-gone'. */
const NOT_FOR_PEOPLE = new Set(['no-collection', 'folder', 'store']);

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|ps1|psm1)$/.test(entry.name) ? [path] : [];
  });
}

test('every reason that the engine can give for a failure has words of its own', (t) => {
  const root = join(import.meta.dirname, '../../../../src');
  const texts = sources(root).map((path) => readFileSync(path, 'utf8'));
  const given = (pattern: RegExp): readonly string[] => texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
  const reasons = new Set([
    ...given(/\breason: '([a-z0-9-]+)'/g), ...given(/\breason = '([a-z0-9-]+)'/gi), ...given(/\bunreadable\((?:'[a-z]+', )?'([a-z0-9-]+)'/g), ...given(/\brefuse\('([a-z0-9-]+)'/g),
  ]);
  const spoken = new Set([...Object.keys(ERROR_WORDS).map((key) => key.split('.')[1]), ...Object.keys(HOLD_WORDS)]);
  t.true(reasons.size > 40);
  t.deepEqual([...reasons].filter((reason) => !spoken.has(reason) && !NOT_FOR_PEOPLE.has(reason)), []);
});

test('a reason without words of its own falls back to those of its code, and a hold reason needs no code', (t) => {
  t.is(wordsOf('Unavailable', 'something-new'), ERROR_WORDS.Unavailable);
  t.is(wordsOf('Held', 'deletions'), HOLD_WORDS.deletions);
  t.is(wordsOf('first-run'), HOLD_WORDS['first-run']);
  t.is(wordsOf('nonsense'), ERROR_WORDS.Bug);
});

test('sides are called by their names and a sentence begins with a capital', (t) => {
  t.is(tell(wordsIn('en-US'), { code: 'Busy' }, { side: 'server' }).message, 'The server is busy and did not answer in time.');
  t.is(tell(wordsIn('zh-TW'), { code: 'Busy' }, { side: 'outlook' }).message, 'Outlook忙碌中，未能及時回應。');
});

test('a fact is filled in as it is, even when it looks like a placeholder or a replacement pattern', (t) => {
  t.is(fill('{a} {b}', { a: '{b} $& $1', b: 2 }), '{b} $& $1 2');
  t.is(fill('{a}', {}), '?');
});

test('any Chinese is answered in Traditional Chinese, all else in English', (t) => {
  t.is(languageOf('zh_TW.UTF-8'), 'zh-TW');
  t.is(languageOf('zh-Hant'), 'zh-TW');
  t.is(languageOf('de-DE'), 'en-US');
  t.is(chosenLanguage(undefined, 'zh-TW', 'en-US'), 'zh-TW');
  t.is(chosenLanguage(undefined), 'en-US');
});
