// Octets within a line: PHOTO and KEY, in the three versions' spellings (RFC 2426 section 2.4.1, RFC 6350 section 6.2.4, vCard 2.1's BASE64).
import type { LineToFormat } from '../content-lines/format.js';
import { paramValues, type ContentLine } from '../content-lines/lines.js';
import type { Card } from './card.js';
import { encodingOf, typeParam } from './value.js';

/** The octets that a line holds; null where it holds an address, or nothing at all. */
export function octetsOf(line: ContentLine): Buffer | null {
  const text = line.value.trim();
  const data = /^data:[^,]*?;base64\\?,(.*)$/is.exec(text)?.[1];
  const encoding = encodingOf(line);
  const coded = data ?? (encoding === 'B' || encoding === 'BASE64' ? text : null);
  if (coded === null || paramValues(line, 'VALUE').some((value) => value.toLowerCase() === 'uri') && data === undefined) return null;
  const octets = Buffer.from(coded.replace(/\s/g, ''), 'base64');
  return octets.length === 0 ? null : octets;
}

interface Binary {
  readonly group?: string;
  readonly name: string;
  readonly octets: Uint8Array;
  /** For 4.0. */
  readonly media: string;
  /** For 3.0, which has no media types. */
  readonly types: readonly string[];
}

/** The comma of a data: URI must not be escaped: readers would take the backslash for a part of it. */
export function binaryLine(card: Card, { group = '', name, octets, media, types }: Binary): LineToFormat {
  const base64 = Buffer.from(octets).toString('base64');
  if (card.version === '4.0') return { group, name, value: `data:${media};base64,${base64}` };
  return { group, name, params: [{ name: 'ENCODING', values: ['b'] }, ...typeParam(types)], value: base64 };
}
