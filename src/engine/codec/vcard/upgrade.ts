// A card of vCard 2.1 as the 3.0 card that says the same. RFC 6352 section 5.1 wants 3.0 or later, and sabre's servers (Mail2000)
// refuse a 2.1 card in a PUT (sabre/vobject: "CardDAV servers are not allowed to accept vCard 2.1"), so a changed one is upgraded whole.
import { M2KError } from '../../errors.js';
import { madeLine, type LineToFormat } from '../content-lines/format.js';
import { paramValues, type ContentLine } from '../content-lines/lines.js';
import type { Param } from '../content-lines/params.js';
import { escapeText } from '../content-lines/text.js';
import { isVlist, type Card } from './card.js';
import { rejoined } from './quoted-printable.js';
import { decodedValue, encodingOf, typeParam, typesOf } from './value.js';

const STRUCTURED = new Set(['N', 'ADR', 'ORG']);
/** Of a property that is neither we cannot know what its separators mean, so they stay as they are. */
const TEXT = new Set(['FN', 'TITLE', 'ROLE', 'NOTE', 'LABEL', 'EMAIL', 'TEL', 'MAILER', 'NICKNAME']);

/** Where a value is kept, in 2.1; in 3.0 a URL is VALUE=uri and the others have no word. */
const PLACES = new Set(['INLINE', 'URL', 'CID', 'CONTENT-ID']);

const REWRITTEN = new Set(['TYPE', 'ENCODING', 'CHARSET', 'VALUE']);

/** Any other version comes back as it is. */
export function upgraded(card: Card): Card {
  if (card.version !== '2.1') return card;
  const lines = card.lines.filter((line) => line.raw.trim() !== '').map(upgradedLine);
  return { version: '3.0', lines, nested: card.nested };
}

/** @throws M2KError Refused for a card within the card: 3.0 has no such thing, and dropping it would lose it; and for SOGo's own lists. */
export function refuseUnwritable(card: Card): void {
  if (isVlist(card)) throw new M2KError('Refused', { reason: 'vlist', side: 'server' });
  if (card.nested) throw new M2KError('Refused', { reason: 'nested-card', side: 'server', field: 'AGENT' });
}

function upgradedLine(line: ContentLine): ContentLine {
  if (line.name === '' || line.name === 'BEGIN' || line.name === 'END') return line;
  const to: LineToFormat = { group: line.group, name: line.name, params: upgradedParams(line), value: upgradedValue(line) };
  const unchanged = to.value === line.value && JSON.stringify(to.params) === JSON.stringify(line.params);
  return unchanged ? line : madeLine(to);
}

function upgradedParams(line: ContentLine): readonly Param[] {
  const kept = line.params.filter((param) => !param.bare && !REWRITTEN.has(param.name));
  const types = [...typesOf(line)].filter((type) => !PLACES.has(type));
  const place = paramValues(line, 'VALUE')[0] ?? [...typesOf(line)].find((type) => PLACES.has(type)) ?? '';
  const value = PLACES.has(place.toUpperCase()) ? [] : paramValues(line, 'VALUE');
  const byAddress = place.toUpperCase() === 'URL' && line.name !== 'URL' ? ['uri'] : value;
  return [
    ...kept,
    ...(byAddress.length > 0 ? [{ name: 'VALUE', values: byAddress }] : []),
    ...(isBinary(line) ? [{ name: 'ENCODING', values: ['b'] }] : []),
    ...typeParam(types),
  ];
}

function upgradedValue(line: ContentLine): string {
  if (line.name === 'VERSION') return '3.0';
  if (isBinary(line)) return line.value.replace(/\s/g, '');
  const value = decodedValue(encodingOf(line) === 'QUOTED-PRINTABLE' ? { ...line, value: rejoined(line.raw) } : line);
  if (STRUCTURED.has(line.name)) return components(value).map((part) => escapeText(literal(part))).join(';');
  return TEXT.has(line.name) ? escapeText(literal(value)) : value.replace(/\n/g, '\\n');
}

const isBinary = (line: ContentLine): boolean => encodingOf(line) === 'BASE64' || encodingOf(line) === 'B';

/** 2.1 knows one escape, `\;`; any other backslash is a backslash. */
const components = (value: string): readonly string[] => value.split(/(?<!\\);/);
const literal = (part: string): string => part.replaceAll('\\;', ';');
