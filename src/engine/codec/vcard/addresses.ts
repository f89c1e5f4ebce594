// ADR (RFC 6350 section 6.3.1): the first one of work, of home and of neither; others stay as they are.
import { equal } from '../../model/canonical.js';
import type { Address } from '../../model/contact.js';
import type { ContentLine } from '../content-lines/lines.js';
import type { Row } from '../row.js';
import { canonicalAddress } from './canonical-contact.js';
import { addLine, linesNamed, removeLine, replaceLine, type Card } from './card.js';
import { componentsOf, formatComponents, typeParam, typesOf, withValue } from './value.js';

type Place = 'WORK' | 'HOME' | 'other';

/**
 * Parameters that state the old address in another way. So does the LABEL property of vCard 3.0, and so do the components
 * after the seventh (RFC 9554: room, floor, street name ...); all go when the address changes (rules.md 21).
 */
const DEPENDENTS = ['LABEL', 'GEO', 'TZ', 'CC'];

export const addressRow = (place: Place): Row<Card, Address | null> => ({
  read: (card) => addressOf(lineFor(card, place)),
  write(card, address) {
    const line = lineFor(card, place);
    if (equal(addressOf(line), address)) return;
    const label = linesNamed(card, 'LABEL').find((candidate) => placeOf(candidate) === place);
    if (label) removeLine(card, label);
    if (address === null) {
      if (line) removeLine(card, line);
      return;
    }
    const { poBox, street, city, region, postalCode, country } = address;
    const extended = line ? componentsOf(line)[1] ?? '' : '';
    const value = formatComponents([poBox, extended, street, city, region, postalCode, country]);
    if (line) replaceLine(card, line, withValue(line, value, DEPENDENTS));
    else addLine(card, { name: 'ADR', params: newTypes(card, place), value });
  },
  narrow: canonicalAddress,
});

function addressOf(line: ContentLine | undefined): Address | null {
  if (line === undefined) return null;
  const [poBox = '', , street = '', city = '', region = '', postalCode = '', country = ''] = componentsOf(line);
  return canonicalAddress({ street, city, region, postalCode, country, poBox });
}

const lineFor = (card: Card, place: Place): ContentLine | undefined =>
  linesNamed(card, 'ADR').find((line) => placeOf(line) === place && addressOf(line) !== null);

function placeOf(line: ContentLine): Place {
  const types = typesOf(line);
  return types.has('WORK') ? 'WORK' : types.has('HOME') ? 'HOME' : 'other';
}

/** Without TYPE an address of vCard 3.0 would be a work one (RFC 2426 section 3.2.1), though few read it so. */
const newTypes = (card: Card, place: Place) => typeParam(place !== 'other' ? [card.version === '4.0' ? place.toLowerCase() : place] : card.version === '4.0' ? [] : ['POSTAL']);
