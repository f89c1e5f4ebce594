// N and FN (RFC 6350 sections 6.2.1, 6.2.2).
import { canonicalLine, equal } from '../../model/canonical.js';
import type { ContactFields, PersonName } from '../../model/contact.js';
import { escapeText } from '../content-lines/text.js';
import type { Row } from '../row.js';
import { canonicalName, hasParts, standIns } from '../contact/canonical-contact.js';
import { composedName } from '../contact/composed-name.js';
import { isFormula } from '../contact/file-as.js';
import { addLine, linesNamed, removeLine, replaceLine, type Card } from './card.js';
import { fileAsSource, isGroup } from './people.js';
import { linesOf } from './sources.js';
import { componentsOf, formatComponents, textOf, withValue } from './value.js';

const PARTS = ['family', 'given', 'middle', 'prefix', 'suffix'] as const;

/**
 * The server's full name is never empty while there are parts: vCard demands an FN and servers refuse an empty one
 * (mail2000-and-dav 2.7). Dependents: SORT-STRING, SORT-AS and a FILE-AS made of the name, which spell the old names for sorting.
 */
export const nameRow: Row<Card, PersonName> = {
  read(card) {
    const [family = '', given = '', middle = '', prefix = '', suffix = ''] = componentsOfN(card);
    return { family, given, middle, prefix, suffix, full: formattedName(card) };
  },
  write(card, name) {
    const before = nameRow.read(card);
    // Apple repeats the name of a group as its family name.
    const parts = isGroup(card) && linesNamed(card, 'N').length > 0 ? { ...name, family: name.full } : name;
    if (PARTS.some((part) => canonicalLine(before[part]) !== parts[part])) writeParts(card, parts);
    if (name.full !== '' && canonicalLine(before.full) !== name.full) writeFormattedName(card, name.full);
    if (!equal([before.family, before.given], [name.family, name.given])) {
      for (const line of linesNamed(card, 'SORT-STRING')) removeLine(card, line);
      for (const line of linesOf(card, fileAsSource)) if (isFormula(textOf(line), { name: before, company: '', emails: [], phones: {} })) removeLine(card, line);
    }
  },
  narrow(name) {
    const spelled = canonicalName(name);
    return { ...spelled, full: spelled.full || composedName(spelled) };
  },
};

/** Gives a card an FN where it has none, and a nameless contact the one that stands in for its name. */
export function completeFormattedName(card: Card, fields: ContactFields): void {
  const shown = canonicalLine(formattedName(card));
  const candidates = hasParts(fields.name) || fields.name.full !== '' ? [fields.name.full] : standIns(fields);
  if (!candidates.includes(shown)) writeFormattedName(card, candidates[0] ?? '?');
}

const formattedName = (card: Card): string => linesNamed(card, 'FN').map(textOf).find((text) => text.trim() !== '') ?? '';

const componentsOfN = (card: Card): readonly string[] => linesNamed(card, 'N').map(componentsOf)[0] ?? [];

function writeFormattedName(card: Card, full: string): void {
  const lines = linesNamed(card, 'FN');
  const line = lines.find((candidate) => textOf(candidate).trim() !== '') ?? lines[0];
  if (line) replaceLine(card, line, withValue(line, escapeText(full)));
  else addLine(card, { name: 'FN', value: escapeText(full) });
}

/** What follows the five parts (RFC 9554) stays. */
function writeParts(card: Card, name: PersonName): void {
  const [line] = linesNamed(card, 'N');
  const value = formatComponents([...PARTS.map((part) => name[part]), ...componentsOfN(card).slice(PARTS.length)]);
  if (line) replaceLine(card, line, withValue(line, value, ['SORT-AS']));
  else addLine(card, { name: 'N', value });
}
