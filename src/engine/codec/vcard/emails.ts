// EMAIL (RFC 6350 section 6.4.2): as many as there are, in order of preference.
import { canonicalLine, equal } from '../../model/canonical.js';
import { madeLine } from '../content-lines/format.js';
import type { ContentLine } from '../content-lines/lines.js';
import { escapeText } from '../content-lines/text.js';
import type { Row } from '../row.js';
import { canonicalTexts } from '../contact/canonical-contact.js';
import { addLine, linesNamed, putLines, removeLine, replaceLine, type Card } from './card.js';
import { preferenceOf, textOf, typeParam, typesOf, withValue } from './value.js';

/** Not e-mail: RFC 2426 section 3.3.2's X400, and telex, which Outlook exports under this name. */
const OTHER_NETWORKS = ['X400', 'TLX'];

const addressOf = (line: ContentLine): string => canonicalLine(textOf(line));

export const emailsRow: Row<Card, readonly string[]> = {
  read: (card) => canonicalTexts(preferred(card).map(addressOf)),
  write(card, emails) {
    const lines = preferred(card);
    const dropped = lines.filter((line) => !emails.includes(addressOf(line)));
    const missing = emails.filter((email) => !lines.some((line) => addressOf(line) === email));
    dropped.forEach((line, at) => {
      const email = missing[at];
      if (email === undefined) removeLine(card, line);
      else replaceLine(card, line, withValue(line, escapeText(email)));
    });
    for (const email of missing.slice(dropped.length)) addLine(card, newLine(card, email));
    if (!equal(emailsRow.read(card), emails)) reorder(card, emails);
  },
  narrow: canonicalTexts,
};

const newLine = (card: Card, email: string) =>
  ({ name: 'EMAIL', params: card.version === '4.0' ? [] : typeParam(['INTERNET']), value: escapeText(email) });

const preferred = (card: Card): readonly ContentLine[] =>
  linesNamed(card, 'EMAIL')
    .filter((line) => addressOf(line) !== '' && !OTHER_NETWORKS.some((network) => typesOf(line).has(network)))
    .sort((a, b) => preferenceOf(a) - preferenceOf(b));

/** The lines change places among themselves; if any was marked as preferred, the first now is, and no other. */
function reorder(card: Card, emails: readonly string[]): void {
  const lines = preferred(card);
  const places = lines.map((line) => card.lines.indexOf(line)).sort((a, b) => a - b);
  const marked = lines.some((line) => preferenceOf(line) <= 100);
  const ordered = [...lines].sort((a, b) => emails.indexOf(addressOf(a)) - emails.indexOf(addressOf(b)));
  putLines(card, ordered.map((line, at) => [places[at] ?? 0, withPreference(card, line, marked && at === 0)]));
}

function withPreference(card: Card, line: ContentLine, first: boolean): ContentLine {
  if (!first && preferenceOf(line) > 100) return line;
  const params = line.params
    .filter((param) => param.name !== 'PREF')
    .map((param) => (param.name === 'TYPE' ? { ...param, values: param.values.flatMap((value) => value.split(',')).filter((type) => type.trim().toUpperCase() !== 'PREF') } : param))
    .filter((param) => param.name !== 'TYPE' || param.values.length > 0);
  const preference = card.version === '4.0' ? [{ name: 'PREF', values: ['1'] }] : typeParam(['PREF']);
  return madeLine({ group: line.group, name: line.name, params: first ? [...params, ...preference] : params, value: line.value });
}
