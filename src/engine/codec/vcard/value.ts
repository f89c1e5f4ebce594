// The value and the types of one line of a card, whatever encoding its exporter used.
import type { LineToFormat } from '../content-lines/format.js';
import { paramValues, type ContentLine } from '../content-lines/lines.js';
import type { Param } from '../content-lines/params.js';
import { escapeText, splitValue, unescapeText } from '../content-lines/text.js';
import { decodeQuotedPrintable } from './quoted-printable.js';

/** Parameters that say how a value is spelled; a new value does not need them. Bare ones are vCard 2.1's. */
const SPELLING = new Set(['ENCODING', 'CHARSET', 'QUOTED-PRINTABLE', 'BASE64', '8BIT', '7BIT']);

/** A line never changes, and several rows ask the same of one. */
export const once = <Value>(ask: (line: ContentLine) => Value): ((line: ContentLine) => Value) => kept((line: ContentLine) => line, ask);

/** For what the parameters alone say: lines whose parameters are spelled alike share them (paramsOf). */
export const oncePerParams = <Value>(ask: (line: ContentLine) => Value): ((line: ContentLine) => Value) => kept((line: ContentLine) => line.params, ask);

function kept<Value>(under: (line: ContentLine) => WeakKey, ask: (line: ContentLine) => Value): (line: ContentLine) => Value {
  const known = new WeakMap<WeakKey, Value>();
  return (line) => {
    const key = under(line);
    let value = known.get(key);
    if (value === undefined) known.set(key, value = ask(line));
    return value;
  };
}

/** Decoded, still escaped. */
export function decodedValue(line: ContentLine): string {
  if (line.params.length === 0) return line.value;
  const encoding = encodingOf(line);
  if (encoding === 'QUOTED-PRINTABLE') return decodeQuotedPrintable(line.value, paramValues(line, 'CHARSET')[0]);
  if (encoding === 'B' || encoding === 'BASE64') return Buffer.from(line.value, 'base64').toString('utf8');
  return line.value;
}

export const encodingOf = oncePerParams((line): string => {
  const bare = line.params.find((param) => param.bare && (param.name === 'QUOTED-PRINTABLE' || param.name === 'BASE64'));
  return bare?.name ?? paramValues(line, 'ENCODING')[0]?.toUpperCase() ?? '';
});

export const textOf = (line: ContentLine): string => unescapeText(decodedValue(line));

/** The parts of N, ADR and ORG. A comma within a part is taken as it stands: exporters forget to escape it more often than they mean a list. */
export const componentsOf = once((line): readonly string[] => splitValue(decodedValue(line), ';').map(unescapeText));

export const formatComponents = (components: readonly string[]): string => components.map(escapeText).join(';');

/** Upper case. TYPE of every appearance and spelling: `TYPE=HOME,FAX`, `TYPE="home,fax"`, `TYPE=HOME;TYPE=FAX`, vCard 2.1's `HOME;FAX`. */
export const typesOf = oncePerParams((line): ReadonlySet<string> => {
  const types = new Set<string>();
  for (const { name, values, bare } of line.params) {
    if (bare && !SPELLING.has(name)) types.add(name);
    if (name !== 'TYPE') continue;
    for (const value of values) for (const type of value.split(',')) if (type.trim() !== '') types.add(type.trim().toUpperCase());
  }
  return types;
});

/** 1 is best (RFC 6350 section 5.3); TYPE=PREF of older versions counts as 1, no preference as 101. */
export const preferenceOf = oncePerParams((line): number => {
  const stated = Number(paramValues(line, 'PREF')[0] ?? Number.NaN);
  if (stated >= 1 && stated <= 100) return stated;
  return typesOf(line).has('PREF') ? 1 : 101;
});

/** The line with a new value: group and other parameters stay, those in `without` and those of spelling go. */
export function withValue(line: ContentLine, value: string, without: readonly string[] = []): LineToFormat {
  return { group: line.group, name: line.name, params: line.params.filter((param) => !SPELLING.has(param.name) && !without.includes(param.name)), value };
}

export const typeParam = (types: readonly string[]): readonly Param[] => (types.length === 0 ? [] : [{ name: 'TYPE', values: types }]);
