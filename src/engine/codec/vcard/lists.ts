// NICKNAME and CATEGORIES (RFC 6350 sections 6.2.3, 6.7.1): texts between commas, over as many lines as there are.
import type { ContentLine } from '../content-lines/lines.js';
import { escapeText, splitValue, unescapeText } from '../content-lines/text.js';
import type { Row } from '../row.js';
import { addLine, linesNamed, removeLine, replaceLine, type Card } from './card.js';
import { decodedValue, withValue } from './value.js';

/** A list that changes is written whole into the first line; what else says some of it goes. */
export const listRow = (name: string, canonical: (texts: readonly string[]) => readonly string[]): Row<Card, readonly string[]> => ({
  read: (card) => canonical(linesNamed(card, name).flatMap(textsIn)),
  write(card, texts) {
    const [line, ...others] = linesNamed(card, name);
    others.forEach((other) => { removeLine(card, other); });
    const value = texts.map(escapeText).join(',');
    if (line === undefined) addLine(card, { name, value });
    else if (value === '') removeLine(card, line);
    else replaceLine(card, line, withValue(line, value));
  },
  narrow: canonical,
});

const textsIn = (line: ContentLine): readonly string[] => splitValue(decodedValue(line), ',').map(unescapeText);
