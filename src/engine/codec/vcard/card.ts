// A vCard as its content lines: what is not changed stays byte for byte. Knows lines and groups, no property's meaning.
import { M2KError } from '../../errors.js';
import { madeLine, type LineToFormat } from '../content-lines/format.js';
import { parseLines, type ContentLine } from '../content-lines/lines.js';
import { NO_PARAMS } from '../content-lines/params.js';

export type CardVersion = '2.1' | '3.0' | '4.0';

/** What the rows read and write. A line is never changed, it is replaced. */
export interface Card {
  version: CardVersion;
  lines: ContentLine[];
  /** A card inside the card (vCard 2.1 AGENT); its lines have name '' here, so that no row takes them for the card's own. */
  readonly nested: boolean;
  /** Of linesNamed; changeLines and addLine keep it true. */
  byName?: Map<string, readonly ContentLine[]> | undefined;
}

export const unreadable = (reason: string, excerpt: string, field?: string): M2KError =>
  new M2KError('Unreadable', { reason, side: 'server', excerpt: excerpt.slice(0, 60), ...(field === undefined ? {} : { field }) });

/** @throws M2KError Unreadable unless the text is one whole vCard (RFC 6352 section 5.1) of a version we know, or one whole list of SOGo's. */
export function parseCard(text: string): Card {
  const lines = outermost(parseLines(text));
  const marks = lines.filter((line) => line.name === 'BEGIN' || line.name === 'END').map((line) => `${line.name}:${line.value.trim().toUpperCase()}`);
  const form = marks[0] === 'BEGIN:VLIST' ? 'VLIST' : 'VCARD';
  if (marks[0] !== `BEGIN:${form}`) throw unreadable('not-a-card', text);
  if (marks[1] !== `END:${form}`) throw unreadable('truncated-card', text.slice(-60));
  if (marks.length > 2) throw unreadable('several-cards', marks.join(' '));
  if (form === 'VLIST') return { version: '3.0', lines, nested: false };
  const version = lines.find((line) => line.name === 'VERSION')?.value.trim() ?? '3.0';
  if (version !== '2.1' && version !== '3.0' && version !== '4.0') throw unreadable('card-version', version, 'VERSION');
  return { version, lines, nested: lines.some((line) => line.name === '' && /^BEGIN:VCARD/i.test(line.value)) };
}

/** SOGo's own form of a distribution list (peers.md row 92; text/x-vlist): FN, and a CARD line a member. It is read, never written. */
export const isVlist = (card: Card): boolean => linesNamed(card, 'BEGIN').some((line) => line.value.trim().toUpperCase() === 'VLIST');

export const cardSource = (card: Card): string => card.lines.map((line) => line.raw).join('');

const NONE: readonly ContentLine[] = [];

/** In the order of the card. */
export function linesNamed(card: Card, ...names: readonly string[]): readonly ContentLine[] {
  card.byName ??= Map.groupBy(card.lines, (line) => line.name);
  if (names.length === 1) return card.byName.get(names[0] ?? '') ?? NONE;
  let found: readonly ContentLine[] = NONE, groups = 0;
  for (const name of names) {
    const lines = card.byName.get(name);
    if (lines === undefined) continue;
    found = lines;
    groups += 1;
  }
  return groups < 2 ? found : card.lines.filter((line) => names.includes(line.name));
}

/** Every change of the lines but addLine's goes by here. */
function changeLines(card: Card, lines: ContentLine[]): void {
  card.lines = lines;
  card.byName = undefined;
}

/** Puts a line after the last one of its name and that one's group, else before the card's end. */
export function addLine(card: Card, line: LineToFormat): ContentLine {
  const made = madeLine(line), before = linesNamed(card, made.name);
  card.lines = card.lines.toSpliced(placeFor(card, made.name), 0, made);
  card.byName?.set(made.name, [...before, made]);
  return made;
}

export function replaceLine(card: Card, line: ContentLine, by: LineToFormat): ContentLine {
  const made = madeLine(by);
  putLines(card, [[card.lines.indexOf(line), made]]);
  return made;
}

/** Lines at these places, in the stead of what stood there. */
export function putLines(card: Card, lines: readonly (readonly [number, ContentLine])[]): void {
  const changed = [...card.lines];
  for (const [at, line] of lines) changed[at] = line;
  changeLines(card, changed);
}

/** Removes a line and what in its group says something of it alone (Apple's X-ABLabel, X-ABADR). */
export function removeLine(card: Card, line: ContentLine): void {
  const group = line.group.toUpperCase();
  changeLines(card, card.lines.filter((other) => other !== line
    && !(group !== '' && other.group.toUpperCase() === group && (other.name === 'X-ABLABEL' || other.name === 'X-ABADR'))));
}

function placeFor(card: Card, name: string): number {
  const last = linesNamed(card, name).at(-1);
  if (last === undefined) return card.lines.findLastIndex((line) => line.name === 'END');
  let place = card.lines.lastIndexOf(last);
  const group = card.lines[place]?.group.toUpperCase();
  while (group && card.lines[place + 1]?.group.toUpperCase() === group) place += 1;
  return place + 1;
}

/** Hides the lines of a card within the card; their bytes stay. */
function outermost(lines: readonly ContentLine[]): ContentLine[] {
  let depth = 0;
  return lines.map((line) => {
    if (line.name === 'BEGIN') depth += 1;
    const hidden = depth > 1;
    if (line.name === 'END') depth -= 1;
    return hidden ? { raw: line.raw, group: '', name: '', params: NO_PARAMS, value: `${line.name}:${line.value}` } : line;
  });
}
