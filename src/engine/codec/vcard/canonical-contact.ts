// Spellings of a contact's values that both sides share. Knows neither vCard lines nor Outlook's members.
import { canonicalLine, canonicalLines } from '../../model/canonical.js';
import { PHONE_SLOTS, type Address, type ContactFields, type PersonName, type Phones } from '../../model/contact.js';

export const NO_NAME: PersonName = { prefix: '', given: '', middle: '', family: '', suffix: '', full: '' };

export function canonicalName(name: PersonName): PersonName {
  const { prefix, given, middle, family, suffix, full } = name;
  return {
    prefix: canonicalLine(prefix), given: canonicalLine(given), middle: canonicalLine(middle),
    family: canonicalLine(family), suffix: canonicalLine(suffix), full: canonicalLine(full),
  };
}

export const hasParts = (name: PersonName): boolean => [name.prefix, name.given, name.middle, name.family, name.suffix].some((part) => part !== '');

/** Without blanks and repeats, in the order given. */
export const canonicalEmails = (emails: readonly string[]): readonly string[] => [...new Set(emails.map(canonicalLine).filter(Boolean))];

export function canonicalPhones(phones: Phones): Phones {
  return Object.fromEntries(PHONE_SLOTS.map((slot) => [slot, canonicalLine(phones[slot] ?? '')] as const).filter(([, number]) => number !== ''));
}

/** An address that says nothing is none. */
export function canonicalAddress(address: Address | null): Address | null {
  if (address === null) return null;
  const { street, city, region, postalCode, country, poBox } = address;
  const spelled: Address = {
    street: canonicalLines(street), city: canonicalLine(city), region: canonicalLine(region),
    postalCode: canonicalLine(postalCode), country: canonicalLine(country), poBox: canonicalLine(poBox),
  };
  return Object.values(spelled).some((part) => part !== '') ? spelled : null;
}

/** What servers and phones show for a contact without a name, best first. vCard demands an FN; '?' is the last resort. */
export function standIns(fields: ContactFields): readonly string[] {
  return [fields.company, ...fields.emails, ...PHONE_SLOTS.map((slot) => fields.phones[slot] ?? ''), '?'].filter(Boolean);
}

/** A full name beside empty parts that only repeats the company, an e-mail or a number is no name: exporters put it where vCard demands an FN. */
export function withoutStandIn(fields: ContactFields): ContactFields {
  const { name } = fields;
  return !hasParts(name) && standIns(fields).includes(name.full) ? { ...fields, name: NO_NAME } : fields;
}
