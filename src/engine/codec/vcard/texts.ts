// Rows for properties that are one text: TITLE, ROLE, NOTE, URL, FBURL, and the two parts of ORG that Outlook has.
import { canonicalLine } from '../../model/canonical.js';
import type { LineToFormat } from '../content-lines/format.js';
import type { ContentLine } from '../content-lines/lines.js';
import { NO_PARAMS } from '../content-lines/params.js';
import { escapeText } from '../content-lines/text.js';
import type { Row } from '../row.js';
import { addLine, linesNamed, removeLine, replaceLine, type Card } from './card.js';
import { componentsOf, formatComponents, textOf, typeParam, typesOf, withValue } from './value.js';

/** The first line that says something is meant; further ones stay, and come up when it is emptied. */
export const textRow = (name: string, canonical: (text: string) => string): Row<Card, string> => ({
  read: (card) => canonical(textOf(saying(linesNamed(card, name)) ?? NOTHING)),
  write: (card, text) => writeValue(card, { made: { name, value: '' }, line: saying(linesNamed(card, name)), value: escapeText(text) }),
  narrow: canonical,
});

/** ORG is company;department;further units, which stay. SORT-AS spells the old company for sorting. */
export const organisationRow = (at: 0 | 1): Row<Card, string> => ({
  read: (card) => canonicalLine(organisation(card)[at] ?? ''),
  write(card, text) {
    const [line] = linesNamed(card, 'ORG');
    const units = [...organisation(card)];
    while (units.length <= at) units.push('');
    units[at] = text;
    while (units.at(-1) === '') units.pop();
    if (line && units.length > 0) replaceLine(card, line, withValue(line, formatComponents(units), at === 0 ? ['SORT-AS'] : []));
    else writeValue(card, { made: { name: 'ORG', value: '' }, line, value: formatComponents(units) });
  },
  narrow: canonicalLine,
});

/** A page of work before an untyped one: Outlook's WebPage is the business one (MS-OXVCARD "URL"). */
export const webPageRow: Row<Card, string> = pageRow((card) => {
  const lines = pages(card).filter((line) => !typesOf(line).has('HOME'));
  return lines.find((line) => typesOf(line).has('WORK')) ?? lines[0];
}, { name: 'URL', value: '' });

export const homePageRow: Row<Card, string> = pageRow((card) => pages(card).find((line) => typesOf(line).has('HOME')), { name: 'URL', params: typeParam(['HOME']), value: '' });

export const freeBusyRow: Row<Card, string> = pageRow((card) => linesNamed(card, 'FBURL').find((line) => textOf(line).trim() !== ''), { name: 'FBURL', value: '' });

/** URIs have no escapes but of the backslash. */
function pageRow(lineIn: (card: Card) => ContentLine | undefined, made: LineToFormat): Row<Card, string> {
  return {
    read: (card) => canonicalLine(textOf(lineIn(card) ?? NOTHING)),
    write: (card, page) => writeValue(card, { made, line: lineIn(card), value: page.replaceAll('\\', '\\\\') }),
    narrow: canonicalLine,
  };
}

const NOTHING: ContentLine = { raw: '', group: '', name: '', params: NO_PARAMS, value: '' };

const saying = (lines: readonly ContentLine[]): ContentLine | undefined => lines.find((line) => textOf(line).trim() !== '') ?? lines[0];

const organisation = (card: Card): readonly string[] => linesNamed(card, 'ORG').map(componentsOf)[0] ?? [];

const pages = (card: Card): readonly ContentLine[] => linesNamed(card, 'URL').filter((line) => textOf(line).trim() !== '');

function writeValue(card: Card, { made, line, value }: { readonly made: LineToFormat; readonly line: ContentLine | undefined; readonly value: string }): void {
  if (value === '') {
    if (line) removeLine(card, line);
  } else if (line) {
    replaceLine(card, line, withValue(line, value));
  } else {
    addLine(card, { ...made, value });
  }
}
