// Rows for properties that are one text: TITLE, NOTE, URL, and the two parts of ORG that Outlook has.
import { canonicalLine } from '../../model/canonical.js';
import type { ContentLine } from '../content-lines/lines.js';
import { escapeText } from '../content-lines/text.js';
import type { Row } from '../row.js';
import { addLine, linesNamed, removeLine, replaceLine, type Card } from './card.js';
import { componentsOf, formatComponents, textOf, typesOf, withValue } from './value.js';

/** The first line that says something is meant; further ones stay, and come up when it is emptied. */
export const textRow = (name: string, canonical: (text: string) => string): Row<Card, string> => ({
  read: (card) => canonical(textOf(saying(linesNamed(card, name)) ?? NOTHING)),
  write: (card, text) => writeValue(card, { name, line: saying(linesNamed(card, name)), value: escapeText(text) }),
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
    else writeValue(card, { name: 'ORG', line, value: formatComponents(units) });
  },
  narrow: canonicalLine,
});

/** A page of work before an untyped one before one of home: Outlook's WebPage is the business one (MS-OXVCARD "URL"). URIs have no escapes but of the backslash. */
export const webPageRow: Row<Card, string> = {
  read: (card) => canonicalLine(textOf(webPageLine(card) ?? NOTHING)),
  write: (card, page) => writeValue(card, { name: 'URL', line: webPageLine(card), value: page.replaceAll('\\', '\\\\') }),
  narrow: canonicalLine,
};

const NOTHING: ContentLine = { raw: '', group: '', name: '', params: [], value: '' };

const saying = (lines: readonly ContentLine[]): ContentLine | undefined => lines.find((line) => textOf(line).trim() !== '') ?? lines[0];

const organisation = (card: Card): readonly string[] => linesNamed(card, 'ORG').map(componentsOf)[0] ?? [];

function webPageLine(card: Card): ContentLine | undefined {
  const lines = linesNamed(card, 'URL').filter((line) => textOf(line).trim() !== '');
  const typed = (type: string) => (line: ContentLine): boolean => typesOf(line).has(type);
  return lines.find(typed('WORK')) ?? lines.find((line) => !typed('HOME')(line)) ?? lines[0];
}

function writeValue(card: Card, { name, line, value }: { readonly name: string; readonly line: ContentLine | undefined; readonly value: string }): void {
  if (value === '') {
    if (line) removeLine(card, line);
  } else if (line) {
    replaceLine(card, line, withValue(line, value));
  } else {
    addLine(card, { name, value });
  }
}
