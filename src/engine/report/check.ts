// What a probe found, row by row of the mission; and without names, for a report to others. Pure.
import type { OutlookCheck } from '../cli/records.js';
import type { Preset } from '../config/settings.js';
import type { ServerTraits } from '../dav/traits.js';
import type { Key, Words } from '../words/catalogue.js';
import { anonymous } from './anonymous.js';
import type { Account } from './anonymous.js';
import { table } from './table.js';

export type Verdict = 'yes' | 'partly' | 'no' | 'unknown';

export interface CheckRow {
  /** Of the mission: 'M2'. */
  readonly row: string;
  readonly verdict: Verdict;
  readonly feature: string;
  /** Why it is so. */
  readonly why: string;
}

export interface CheckView {
  readonly host: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly rows: readonly CheckRow[];
  /** All that was measured as JSON, without host, addresses and names. */
  readonly report: string;
}

type Fact = readonly [row: string, verdict: Verdict, feature: Key, why: Key];

const many = (traits: ServerTraits, ...names: readonly string[]): number => names.reduce((sum, name) => sum + (traits.read.scopes[name] ?? 0), 0);

function facts(traits: ServerTraits): readonly Fact[] {
  const { read, write } = traits;
  const served = (kind: 'event' | 'contact'): boolean => !read.notServed.includes(kind);
  const others = many(traits, 'calendar.shared', 'calendar.public', 'book.local', 'book.group', 'book.ldap');
  return [
    ['M1', 'yes', 'check.connect', 'check.connected'],
    ['M2', served('event') && served('contact') ? 'yes' : 'partly', 'check.collections', served('event') ? (served('contact') ? 'check.both' : 'check.noBooks') : 'check.noCalendars'],
    ['M3', !served('contact') ? 'no' : read.books > 0 ? 'yes' : 'partly', 'check.contacts', !served('contact') ? 'check.noBooks' : read.books > 0 ? 'check.books' : 'check.bookless'],
    ['M4', many(traits, 'calendar.personal') > 0 ? 'yes' : 'no', 'check.personal', many(traits, 'calendar.personal') > 0 ? 'check.personalFound' : 'check.personalNone'],
    ['M10', write === null ? 'unknown' : write.cleaned ? 'yes' : 'partly', 'check.twoWay', write === null ? 'check.notWritten' : write.cleaned ? (write.falseErrors ? 'check.falseErrors' : 'check.written') : 'check.leftBehind'],
    ['M11', write === null ? 'unknown' : write.overrides === 'yes' ? 'yes' : 'partly', 'check.recurrence', write === null ? 'check.notWritten' : write.overrides === 'yes' ? 'check.overrides' : 'check.noOverrides'],
    ['M12', read.privileges === 'yes' ? 'yes' : read.privileges === 'no' ? 'partly' : 'unknown', 'check.rights', read.privileges === 'yes' ? 'check.rightsTold' : 'check.rightsLearnt'],
    ['M14', others > 0 ? 'yes' : 'unknown', 'check.shared', others > 0 ? 'check.sharedFound' : 'check.sharedByAddress'],
    ['B4', read.syncCollection === 'yes' || read.ctag === 'yes' ? 'yes' : 'partly', 'check.changes', read.syncCollection === 'yes' ? 'check.bySync' : read.ctag === 'yes' ? 'check.byCtag' : 'check.byEtags'],
    ['B5', write === null ? 'unknown' : write.rewrites ? 'partly' : 'yes', 'check.lossless', write === null ? 'check.notWritten' : write.rewrites ? 'check.rewrites' : 'check.asSent'],
  ];
}

export function checkView(words: Words, { traits, host, address, preset }: { readonly traits: ServerTraits; readonly host: string; readonly address: string; readonly preset: Preset }): CheckView {
  const say = (key: Key): string => (words.say as (key: Key) => string)(key);
  const rows = facts(traits).map(([row, verdict, feature, why]) => ({ row, verdict, feature: say(feature), why: say(why) }));
  return { host, at: traits.at, rows, report: JSON.stringify({ preset, ...forOthers(traits, { host, address }) }, null, 1) };
}

/** All else that was measured is numbers and words of ours. */
function forOthers(traits: ServerTraits, account: Account): ServerTraits {
  const { dav, server, sabre, vcard } = traits.read, hidden = (text: string): string => anonymous(text, account), maybe = (text: string | null): string | null => (text === null ? null : hidden(text));
  return { ...traits, read: { ...traits.read, dav: dav.map(hidden), server: maybe(server), sabre: maybe(sabre), vcard: vcard.map(hidden) } };
}

/** Only what does not hold; a line that counts all. */
export function outlookCheckText(words: Words, cases: readonly OutlookCheck[]): string {
  const { say } = words, broken = cases.filter(({ ok }) => !ok);
  const rows = broken.map(({ kind, name, why }) => [say(`kind.${kind}`), name, why]);
  const count = say('check.outlookCount', { passed: cases.length - broken.length, failed: broken.length });
  return broken.length === 0 ? count : `${table([say('column.kind'), say('column.case'), say('column.why')], rows)}\n${count}`;
}

export function checkText(words: Words, { rows }: CheckView): string {
  const { say } = words;
  return table(
    [say('column.row'), say('column.feature'), say('column.verdict'), say('column.why')],
    rows.map(({ row, verdict, feature, why }) => [row, feature, say(`verdict.${verdict}`), why]),
  );
}
