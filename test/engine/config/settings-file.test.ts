import test from 'ava';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectionId } from '../../../src/engine/config/collection-id.js';
import { isProfileName } from '../../../src/engine/config/profile.js';
import { settingsFile } from '../../../src/engine/config/settings-file.js';
import type { CollectionSettings } from '../../../src/engine/config/settings.js';
import { M2KError } from '../../../src/engine/errors.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'm2k-settings-'));

const calendar: CollectionSettings = {
  href: '/cal/a.b/default/', kind: 'event', name: '行事曆', scope: 'personal', rights: { add: true, change: null, remove: false },
  enabled: true, direction: 'both', defaultFolder: false, clash: 'server', folder: null,
};

test('settings are what was written, in a file that only the user may read', (t) => {
  const file = settingsFile(folder());
  file.change((now) => ({ ...now, language: 'zh-TW', account: { address: 'a@example.com', host: 'mail.example.com', preset: 'mail2000' }, collections: { 'x.y-1': calendar } }));
  t.deepEqual(settingsFile(join(file.path, '..')).read().collections, { 'x.y-1': calendar });
  file.change(({ account: _gone, ...rest }) => rest);
  t.is(file.read().account, undefined);
});

const refused: readonly (readonly [string, string, string, string])[] = [
  ['{"language":"fr"}', 'value', 'language', 'zh-TW, en-US'],
  ['{"collections":{"c-1":{"clash":"loudest"}}}', 'value', '', ''],
  [JSON.stringify({ collections: { 'c-1': { ...calendar, clash: 'loudest' } } }), 'value', 'collections.c-1.clash', 'server, outlook, newer'],
  [JSON.stringify({ collections: { 'c-1': { ...calendar, enabled: 'yes' } } }), 'value', 'collections.c-1.enabled', 'true, false'],
  ['{"interval":3}', 'value', 'interval', 'language, addressTemplate, startOutlook, tray, updates, logLevel, account, extras, collections'],
  ['{"language":', 'not-json', '', ''],
];

for (const [text, reason, key, allowed] of refused) {
  test(`settings with ${key || reason} = ${text.slice(-30)} stop with the key and what is allowed, and the file stays as it is`, (t) => {
    const file = settingsFile(folder());
    writeFileSync(file.path, text);
    const error = t.throws(() => file.read(), { instanceOf: M2KError });
    t.is(error.code, 'Settings');
    t.is(error.data.reason, reason);
    t.is(error.data['file'], file.path);
    if (key !== '') t.deepEqual([error.data['key'], error.data['allowed']], [key, allowed]);
    t.throws(() => file.change((now) => now), { instanceOf: M2KError });
    t.is(readFileSync(file.path, 'utf8'), text);
  });
}

test('a change that is not allowed is not written', (t) => {
  const file = settingsFile(folder());
  file.change((now) => ({ ...now, collections: { c: calendar } }));
  const before = readFileSync(file.path, 'utf8');
  t.throws(() => file.change((now) => ({ ...now, collections: { c: { ...calendar, clash: 'loudest' as never } } })), { instanceOf: M2KError });
  t.is(readFileSync(file.path, 'utf8'), before);
});

test('a collection keeps its id when the host or the trailing slash changes, and no two share one', (t) => {
  t.is(collectionId('https://a.example/cal/x%40y/default/'), collectionId('/cal/x%40y/default'));
  t.regex(collectionId('/cal/u/default/'), /^default-[0-9a-f]{8}$/);
  t.not(collectionId('/cal/u/default/'), collectionId('/cal/v/default/'));
  t.regex(collectionId('/cal/u/%E8%A1%8C%E4%BA%8B/'), /^collection-[0-9a-f]{8}$/);
  t.regex(collectionId('/cal/u/%E8%zz/'), /-[0-9a-f]{8}$/);
});

test('a profile name can neither leave the root nor be a Windows device', (t) => {
  for (const name of ['default', 'Work-2', 'a_b']) t.true(isProfileName(name), name);
  for (const name of ['', '..', 'a/b', 'a\\b', 'con', 'LPT1', 'a b', '-x', 'x'.repeat(65)]) t.false(isProfileName(name), name);
});
