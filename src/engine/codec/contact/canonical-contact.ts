// Spellings of a contact's values that both sides share. Knows neither vCard lines nor Outlook's members.
import { canonicalLine, canonicalLines } from '../../model/canonical.js';
import { ADDRESS_PLACES, PHONE_SLOTS, type Address, type AddressPlace, type ContactFields, type PersonName, type Phones } from '../../model/contact.js';
import { daysInMonth } from '../../model/calendar-days.js';
import type { DateText } from '../../model/time.js';

export const NO_NAME: PersonName = { prefix: '', given: '', middle: '', family: '', suffix: '', full: '' };

export function canonicalName(name: PersonName): PersonName {
  const { prefix, given, middle, family, suffix, full } = name;
  return {
    prefix: canonicalLine(prefix), given: canonicalLine(given), middle: canonicalLine(middle),
    family: canonicalLine(family), suffix: canonicalLine(suffix), full: canonicalLine(full),
  };
}

export const hasParts = (name: PersonName): boolean => [name.prefix, name.given, name.middle, name.family, name.suffix].some((part) => part !== '');

/** E-mails, nicknames, children: without blanks and repeats, in the order given. */
export function canonicalTexts(texts: readonly string[]): readonly string[] {
  const lines = texts.map(canonicalLine).filter((line) => line !== '');
  return lines.length < 2 ? lines : [...new Set(lines)];
}

export const canonicalPhones = (phones: Phones): Phones => canonicalSlots(PHONE_SLOTS, phones);

/** One line a slot; a slot that says nothing is missing. */
export function canonicalSlots<Slot extends string>(slots: readonly Slot[], held: { readonly [Each in Slot]?: string }): { readonly [Each in Slot]?: string } {
  const said: { [Each in Slot]?: string } = {};
  for (const slot of slots) {
    const text = canonicalLine(held[slot] ?? '');
    if (text !== '') said[slot] = text;
  }
  return said;
}

/** Outlook knows a category by its name in any case; a name cannot hold what separates names on some desk (OOM 7.6). */
export function canonicalNames(names: readonly string[], separators: readonly string[] = []): readonly string[] {
  if (names.length === 0) return names;
  const byName = new Map<string, string>();
  for (const name of names) {
    const held = canonicalLine(separators.reduce((text, separator) => text.replaceAll(separator, ' '), name)).replace(/ +/g, ' ').trim();
    if (held !== '' && !byName.has(held.toLowerCase())) byName.set(held.toLowerCase(), held);
  }
  return [...byName.values()];
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

/** A mailing address must be one that is there; where none is chosen, the first is. */
export function canonicalMailing(fields: Pick<ContactFields, 'businessAddress' | 'homeAddress' | 'otherAddress' | 'mailingAddress'>): AddressPlace | null {
  const there = ADDRESS_PLACES.filter((place) => canonicalAddress(fields[`${place}Address`]) !== null);
  return there.find((place) => place === fields.mailingAddress) ?? there[0] ?? null;
}

/** Null for a day that the calendar lacks, and for year 0, which stands for "no year" with some exporters. */
export function realDate(date: DateText): DateText | null {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? []).map(Number);
  return year > 0 && month > 0 && month < 13 && day > 0 && day <= daysInMonth(year, month) ? date : null;
}

/** What servers and phones show for a contact without a name, best first. vCard demands an FN; '?' is the last resort. */
export function standIns(fields: Pick<ContactFields, 'company' | 'emails' | 'phones'>): readonly string[] {
  return [fields.company, ...fields.emails, ...PHONE_SLOTS.map((slot) => fields.phones[slot] ?? ''), '?'].filter(Boolean);
}

/** A full name beside empty parts that only repeats the company, an e-mail or a number is no name: exporters put it where vCard demands an FN. */
export function withoutStandIn(fields: ContactFields): ContactFields {
  const { name } = fields;
  return !hasParts(name) && standIns(fields).includes(name.full) ? { ...fields, name: NO_NAME } : fields;
}
