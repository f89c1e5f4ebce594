import test from 'ava';
import { PassThrough } from 'node:stream';
import { directionOf } from '../../../src/engine/cli/collection-views.js';
import { withDiscovered } from '../../../src/engine/cli/discovered.js';
import type { Seen } from '../../../src/engine/cli/discovered.js';
import { exitCodeOf } from '../../../src/engine/cli/exit-code.js';
import { folderNames } from '../../../src/engine/cli/folder-names.js';
import { jsonLine } from '../../../src/engine/cli/json-line.js';
import { nearest } from '../../../src/engine/cli/line/nearest.js';
import { askPassword } from '../../../src/engine/cli/line/password.js';
import { lineReader } from '../../../src/engine/cli/lines.js';
import { linkRules } from '../../../src/engine/cli/link-rules.js';
import type { Io } from '../../../src/engine/cli/parts.js';
import { originOf } from '../../../src/engine/cli/origin.js';
import { stallWatch } from '../../../src/engine/cli/stall.js';
import { UsageError } from '../../../src/engine/cli/usage-error.js';
import type { CollectionSettings } from '../../../src/engine/config/settings.js';
import type { Collection } from '../../../src/engine/dav/discovery.js';
import { M2KError } from '../../../src/engine/errors.js';
import { wordsIn } from '../../../src/engine/words/catalogue.js';

const collection = (over: Partial<CollectionSettings> = {}): CollectionSettings => ({
  href: '/cal/me/default/', kind: 'event', name: '個人行事曆', scope: 'personal', rights: { add: true, change: true, remove: true },
  enabled: true, direction: 'both', defaultFolder: false, clash: 'server', folder: null, ...over,
});
const NO_RIGHTS = { add: false, change: false, remove: false };

test('desk 6: every way to fail has its exit code', (t) => {
  const codes = Object.fromEntries((['Unauthorized', 'Unavailable', 'Busy', 'Held', 'Refused', 'LockHeld', 'Settings', 'Cancelled', 'StateBroken'] as const).map((code) => [code, exitCodeOf(new M2KError(code))]));
  t.deepEqual(codes, { Unauthorized: 5, Unavailable: 75, Busy: 75, Held: 4, Refused: 3, LockHeld: 6, Settings: 2, Cancelled: 130, StateBroken: 1 });
  t.is(exitCodeOf(new UsageError('x', 'y')), 2);
  t.is(exitCodeOf(new TypeError('bug')), 1);
});

test('desk 7: a run is ended after five minutes in which nothing moved, and any progress begins them anew', async (t) => {
  const sleeps: (() => void)[] = [];
  const watch = stallWatch({ now: () => 0, sleep: () => new Promise((resolve) => { sleeps.push(resolve); }) });
  let stalled: unknown;
  watch.stalled.catch((error: unknown) => { stalled = error; });
  const step = async (): Promise<void> => { sleeps.shift()?.(); await new Promise(setImmediate); };
  for (let at = 0; at < 19; at += 1) await step();
  watch.progress();
  for (let at = 0; at < 19; at += 1) await step();
  t.is(stalled, undefined);
  await step();
  await step();
  t.like(stalled, { code: 'Unavailable', data: { reason: 'stalled', minutes: 5 } });
});

test('lines are whole whatever the chunks, in the middle of a character too; a BOM and CR are dropped; the end is null', async (t) => {
  const input = new PassThrough();
  const reader = lineReader(input);
  const bytes = Buffer.from('\uFEFF{"a":"行"}\r\nsecond\nrest');
  for (const byte of bytes) input.write(Buffer.from([byte]));
  input.end();
  t.deepEqual([await reader.next(), await reader.next(), await reader.next(), await reader.next()], ['{"a":"行"}', 'second', 'rest', null]);
});

test('a record line is ASCII whatever it says, and reads back the same', (t) => {
  const line = jsonLine({ text: '行事曆 👍 \u007F\u2028' });
  t.regex(line, /^[\x20-\x7E]*\n$/);
  t.deepEqual(JSON.parse(line), { text: '行事曆 👍 \u007F\u2028' });
});

test('a password typed on a terminal is never echoed, backspace takes a whole character, Ctrl+C cancels', async (t) => {
  const terminal = () => {
    const stdin = Object.assign(new PassThrough(), { isTTY: true, modes: [] as boolean[], setRawMode(raw: boolean) { this.modes.push(raw); } });
    let shown = '';
    const stderr = Object.assign(new PassThrough(), { isTTY: true });
    stderr.on('data', (text: Buffer) => { shown += text.toString(); });
    const io: Io = { stdin, stdout: { write: () => true }, stderr, onStop: () => () => undefined };
    return { io, stdin, shown: () => shown };
  };
  const first = terminal();
  const answer = askPassword(first.io, 'Password: ');
  first.stdin.write('ab王\u007Fc\r');
  t.is(await answer, 'abc');
  t.is(first.shown(), 'Password: \n');
  t.deepEqual(first.stdin.modes, [true, false]);
  const second = terminal();
  const cancelled = askPassword(second.io, 'Password: ');
  second.stdin.write('ab\u0003');
  await t.throwsAsync(cancelled, { instanceOf: M2KError, message: /Cancelled/ });
  t.deepEqual(second.stdin.modes, [true, false]);
});

test('a host may be given with port or as an URL; two servers and nonsense are refused', (t) => {
  t.is(originOf({ host: 'mail.example.com' }), 'https://mail.example.com');
  t.is(originOf({ host: 'mail.example.com:8443' }), 'https://mail.example.com:8443');
  t.is(originOf({ host: 'https://mail.example.com/webmail' }), 'https://mail.example.com');
  t.is(originOf({ host: 'mail.example.com', allowHttp: true }), 'http://mail.example.com');
  t.is(originOf({ host: 'x', caldavUrl: 'https://cal.example.com/dav/', carddavUrl: '/card/' }), 'https://cal.example.com');
  t.throws(() => originOf({ host: 'x', caldavUrl: 'https://a.example/', carddavUrl: 'https://b.example/' }), { message: /two-servers/ });
  for (const host of ['', 'mail example', 'http://']) t.throws(() => originOf({ host }), { instanceOf: M2KError }, host);
});

test('mission M4: a folder is named after its calendar, never the default one unless chosen, with names beside for when it is taken', (t) => {
  const words = wordsIn('en-US');
  t.deepEqual(folderNames(collection(), words)?.slice(0, 3), ['個人行事曆', '個人行事曆 (Mail2000)', '個人行事曆 (Mail2000) 2']);
  t.is(folderNames(collection({ defaultFolder: true }), words), null);
  t.is(folderNames(collection({ name: 'default' }), words)?.[0], 'Mail2000 personal calendar');
  t.is(folderNames(collection({ name: '北區業務(/業務部/北區業務)', kind: 'contact', scope: 'group' }), words)?.[0], '北區業務');
  t.is(folderNames(collection({ name: '/(/)', kind: 'contact', scope: 'group' }), words)?.[0], 'Address book public (group)');
  t.is(folderNames(collection({ name: 'A\\B/C' }), words)?.[0], 'A B C');
});

test('rule 19: strays are undone on calendars that follow the server and where the right to add is missing, kept on a book of one\'s own choice', (t) => {
  t.is(linkRules(collection()).strays, 'keep');
  t.is(linkRules(collection({ direction: 'toOutlook' })).strays, 'undo');
  t.is(linkRules(collection({ direction: 'toOutlook', kind: 'contact' })).strays, 'keep');
  t.is(linkRules(collection({ rights: NO_RIGHTS, kind: 'contact' })).strays, 'undo');
});

test('rule 22, mission M14: groups, LDAP books and what gives no right at all go to Outlook only; an unknown right is no missing right', (t) => {
  t.is(directionOf(collection({ rights: NO_RIGHTS })), 'toOutlook');
  t.is(directionOf(collection({ rights: { add: null, change: false, remove: false } })), 'both');
  t.is(directionOf(collection({ scope: 'ldap' })), 'toOutlook');
  t.is(directionOf(collection({ scope: 'local' })), 'both');
});

test('what was chosen survives a new look at the server; what is on and gone stays to be told of, what is off and gone is dropped', (t) => {
  const found = (href: string, displayName: string): Collection => ({
    href, displayName, kind: 'event', scope: 'personal', color: null, ctag: null, syncToken: null, reports: [], components: [], maxSize: null, vcardVersions: [], owner: null, created: null,
    source: 'home', rightsTold: true,
    rights: { read: true, add: true, change: true, remove: true, rename: true },
  });
  const seen = (all: readonly Collection[]): Seen => ({ found: all, whole: true, learnt: {}, now: 0 });
  const first = withDiscovered({ collections: {} }, seen([found('/a/', 'A'), found('/b/', 'B'), found('/c/', 'C')]));
  const [a = '', b = '', c = ''] = Object.keys(first.collections);
  const chosen = { ...first.collections, [a]: { ...first.collections[a], clash: 'newer' }, [b]: { ...first.collections[b], enabled: false } } as typeof first.collections;
  const second = withDiscovered({ collections: chosen }, seen([found('/a/', 'A2')]));
  t.deepEqual(Object.keys(second.collections), [a, c]);
  t.deepEqual(Object.keys(withDiscovered({ collections: chosen }, { ...seen([found('/a/', 'A2')]), whole: false }).collections), [a, b, c]);
  t.like(second.collections[a], { name: 'A2', clash: 'newer' });
});

test('a typing error is advised by the nearest word, nonsense by none', (t) => {
  const words = ['connect', 'collections', 'sync', 'status'];
  t.deepEqual(['conect', 'snyc', 'coll', 'STATUS', 'frobnicate'].map((given) => nearest(given, words)), ['connect', 'sync', 'collections', 'status', undefined]);
});
