// One value under the several names that exporters give it. All lines that say the old value say the new one afterwards.
import { canonicalLine } from '../../model/canonical.js';
import type { LineToFormat } from '../content-lines/format.js';
import { paramValues, type ContentLine } from '../content-lines/lines.js';
import { escapeText } from '../content-lines/text.js';
import type { Row } from '../row.js';
import { addLine, linesNamed, putLines, removeLine, replaceLine, type Card } from './card.js';
import { textOf, typesOf, withValue } from './value.js';

export interface Source {
  /** Property names, best first; a new line of vCard 3.0 takes the first. */
  readonly names: readonly string[];
  /** Apple's: a property in whose group an X-ABLABEL says what it is, `_$!<Spouse>!$_` or in plain words. */
  readonly labelled?: { readonly name: string; readonly label: string };
  /** TYPE of RELATED (RFC 6350 section 6.6.6), for text values only: a URI is no name. */
  readonly related?: string;
  /** Property of a new line of vCard 4.0, where it is another. */
  readonly in4?: LineToFormat;
}

/** The lines that say something, best name first. */
export function linesOf(card: Card, { names, labelled, related }: Source): readonly ContentLine[] {
  const lines: ContentLine[] = [];
  const take = (line: ContentLine): void => { if (textOf(line).trim() !== '') lines.push(line); };
  for (const name of names) linesNamed(card, name).forEach(take);
  if (labelled !== undefined) for (const line of linesNamed(card, labelled.name)) if (isLabelled(card, line, labelled.label)) take(line);
  if (related !== undefined) for (const line of linesNamed(card, 'RELATED')) if (typesOf(line).has(related) && isName(line)) take(line);
  return lines;
}

const isName = (line: ContentLine): boolean =>
  paramValues(line, 'VALUE').some((value) => value.toLowerCase() === 'text') || !/^[a-z][a-z0-9+.-]*:\S+$/i.test(textOf(line).trim());

function isLabelled(card: Card, line: ContentLine, label: string): boolean {
  if (line.group === '') return false;
  const own = linesNamed(card, 'X-ABLABEL').find((one) => one.group.toUpperCase() === line.group.toUpperCase());
  return own !== undefined && textOf(own).trim().replace(/^_\$!<(.*)>!\$_$/, '$1').toLowerCase() === label.toLowerCase();
}

export const newSourceLine = (card: Card, { names, in4 }: Source, value: string): LineToFormat =>
  card.version === '4.0' && in4 !== undefined ? { ...in4, value } : { name: names[0] ?? '', value };

/** A text. Emptied, every line of the source goes: they are names of one thing. */
export const sourceRow = (source: Source): Row<Card, string> => ({
  read: (card) => firstText(card, source),
  write(card, text) {
    const before = firstText(card, source);
    const lines = linesOf(card, source);
    if (text === '') lines.forEach((line) => { removeLine(card, line); });
    else lines.filter((line) => canonicalLine(textOf(line)) === before).forEach((line) => replaceLine(card, line, withValue(line, escapeText(text))));
    if (text !== '' && lines.length === 0) addLine(card, newSourceLine(card, source, escapeText(text)));
  },
  narrow: canonicalLine,
});

function firstText(card: Card, source: Source): string {
  const [line] = linesOf(card, source);
  return line === undefined ? '' : canonicalLine(textOf(line));
}

/** A list with one line an element. */
export const sourceListRow = (source: Source, canonical: (texts: readonly string[]) => readonly string[]): Row<Card, readonly string[]> => ({
  read: (card) => canonical(linesOf(card, source).map(textOf)),
  write(card, texts) {
    const said = new Set(linesOf(card, source).map((line) => canonicalLine(textOf(line))));
    const gone = linesOf(card, source).filter((line) => !texts.includes(canonicalLine(textOf(line))));
    const missing = texts.filter((text) => !said.has(text));
    gone.forEach((line, at) => {
      const text = missing[at];
      if (text === undefined) removeLine(card, line);
      else replaceLine(card, line, withValue(line, escapeText(text)));
    });
    for (const text of missing.slice(gone.length)) addLine(card, newSourceLine(card, source, escapeText(text)));
    reorder(card, source, texts);
  },
  narrow: canonical,
});

/** Lines change places among themselves where their order is not the list's. */
function reorder(card: Card, source: Source, texts: readonly string[]): void {
  const lines = linesOf(card, source);
  const rank = (line: ContentLine): number => texts.indexOf(canonicalLine(textOf(line)));
  const ordered = [...lines].sort((a, b) => rank(a) - rank(b));
  if (ordered.every((line, at) => line === lines[at])) return;
  const places = lines.map((line) => card.lines.indexOf(line));
  putLines(card, ordered.map((line, at) => [places[at] ?? 0, line]));
}
