// ADR (RFC 6350 section 6.3.1): the first one of work, of home and of neither; others stay as they are. Which of them is the mailing address.
import { canonicalLine, equal } from '../../model/canonical.js';
import { ADDRESS_PLACES, type Address, type AddressPlace, type ContactFields } from '../../model/contact.js';
import type { ContentLine } from '../content-lines/lines.js';
import type { Row } from '../row.js';
import { canonicalAddress, canonicalMailing } from '../contact/canonical-contact.js';
import { addLine, linesNamed, removeLine, replaceLine, type Card } from './card.js';
import { withoutPreference } from './im.js';
import { componentsOf, formatComponents, once, preferenceOf, textOf, typeParam, typesOf, withValue } from './value.js';

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
    const extended = line ? componentsOf(line)[1] ?? '' : '';
    if (address === null && (place !== 'WORK' || extended.trim() === '')) {
      if (line) removeLine(card, line);
      return;
    }
    const { poBox, street, city, region, postalCode, country } = address ?? NOWHERE;
    const value = formatComponents([poBox, extended, street, city, region, postalCode, country]);
    if (line) replaceLine(card, line, withValue(line, value, DEPENDENTS));
    else addLine(card, { name: 'ADR', params: newTypes(card, place), value });
  },
  narrow: canonicalAddress,
});

const NOWHERE: Address = { street: '', city: '', region: '', postalCode: '', country: '', poBox: '' };

/** The office is the second part of the work address (MS-OXVCARD "ADR"). */
export const officeRow: Row<Card, string> = {
  read: (card) => officeIn(lineFor(card, 'WORK')),
  write(card, office) {
    const line = lineFor(card, 'WORK'), [poBox = '', , ...rest] = line ? componentsOf(line) : [];
    const value = formatComponents([poBox, office, ...(rest.length > 0 ? rest : ['', '', '', '', ''])]);
    if (line === undefined) addLine(card, { name: 'ADR', params: newTypes(card, 'WORK'), value });
    else if (office === '' && addressOf(line) === null) removeLine(card, line);
    else replaceLine(card, line, withValue(line, value));
  },
  narrow: canonicalLine,
};

const officeIn = (line: ContentLine | undefined): string => (line === undefined ? '' : canonicalLine(componentsOf(line)[1] ?? ''));

const PLACES: Readonly<Record<AddressPlace, Place>> = { business: 'WORK', home: 'HOME', other: 'other' };

/** Outlook's own property (MS-OXVCARD): OlMailingAddress as a number. It counts where no line says PREF. */
const OL_DEFAULT = 'X-MS-OL-DEFAULT-POSTAL-ADDRESS';
const BY_NUMBER: readonly (AddressPlace | null)[] = [null, 'home', 'business', 'other'];

/** The order of lines says nothing; one that is preferred does. */
export const mailingRow: Row<Card, AddressPlace | null> = {
  read(card) {
    if (!linesNamed(card, 'ADR').some((line) => preferenceOf(line) <= 100)) return chosenByNumber(card);
    const preferred = ADDRESS_PLACES.filter((place) => { const line = lineFor(card, PLACES[place]); return line !== undefined && addressOf(line) !== null && preferenceOf(line) <= 100; })
      .sort((a, b) => rank(card, a) - rank(card, b));
    return preferred[0] ?? chosenByNumber(card);
  },
  // By completeMailing, when all addresses are there.
  write: () => undefined,
};

const chosenByNumber = (card: Card): AddressPlace | null => BY_NUMBER[Number(linesNamed(card, OL_DEFAULT).map(textOf)[0] ?? '0')] ?? null;

function prefer(card: Card, place: AddressPlace | null): void {
  for (const one of ADDRESS_PLACES) {
    const line = lineFor(card, PLACES[one]);
    if (line && preferenceOf(line) <= 100) replaceLine(card, line, withoutPreference(line));
  }
  const [number] = linesNamed(card, OL_DEFAULT);
  if (number) replaceLine(card, number, withValue(number, String(BY_NUMBER.indexOf(place))));
  const line = place === null ? undefined : lineFor(card, PLACES[place]);
  if (line === undefined) return;
  const { group, name, value, params } = line;
  replaceLine(card, line, { group, name, value, params: [...params, ...(card.version === '4.0' ? [{ name: 'PREF', values: ['1'] }] : typeParam(['PREF']))] });
}

const rank = (card: Card, place: AddressPlace): number => { const line = lineFor(card, PLACES[place]); return line ? preferenceOf(line) : 101; };

/** Written only where it is not the one that the addresses themselves give: what nobody chose is the first that is there. */
export function completeMailing(card: Card, target: ContactFields): void {
  if (target.mailingAddress === null && linesNamed(card, 'ADR', OL_DEFAULT).length === 0) return;
  const held = (place: Place): Address | null => addressOf(lineFor(card, place));
  const now = canonicalMailing({ businessAddress: held('WORK'), homeAddress: held('HOME'), otherAddress: held('other'), mailingAddress: mailingRow.read(card) });
  if (now !== target.mailingAddress) prefer(card, target.mailingAddress);
}

const addressOf = (line: ContentLine | undefined): Address | null => (line === undefined ? null : addressIn(line));

const addressIn = once((line): Address | null => {
  const [poBox = '', , street = '', city = '', region = '', postalCode = '', country = ''] = componentsOf(line);
  return canonicalAddress({ street, city, region, postalCode, country, poBox });
});

/** A line of work that has nothing but the office is meant where no other says more. */
function lineFor(card: Card, place: Place): ContentLine | undefined {
  const all = linesNamed(card, 'ADR');
  if (all.length === 0) return undefined;
  const lines = all.filter((line) => placeOf(line) === place);
  return lines.find((line) => addressOf(line) !== null) ?? (place === 'WORK' ? lines.find((line) => officeIn(line) !== '') : undefined);
}

function placeOf(line: ContentLine): Place {
  const types = typesOf(line);
  return types.has('WORK') ? 'WORK' : types.has('HOME') ? 'HOME' : 'other';
}

/** Without TYPE an address of vCard 3.0 would be a work one (RFC 2426 section 3.2.1), though few read it so. */
const newTypes = (card: Card, place: Place) => typeParam(place !== 'other' ? [card.version === '4.0' ? place.toLowerCase() : place] : card.version === '4.0' ? [] : ['POSTAL']);
