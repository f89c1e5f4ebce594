// The three postal addresses of a contact, by their parts, and which of them is the mailing address (OOM 5.1, 5.2).
import { canonicalLine, canonicalLines } from '../../model/canonical.js';
import type { Address, AddressPlace, ContactFields } from '../../model/contact.js';
import { canonicalAddress } from '../contact/canonical-contact.js';
import type { Row } from '../row.js';
import { numberMember, setMember, textRow, type ContactItem } from './contact-item.js';

/** The members end so, after Business, Home or Other. The whole address is never set: Outlook would split it by the country's rules (OOM 5.2). */
const PARTS: Readonly<Record<keyof Address, string>> = {
  street: 'AddressStreet', city: 'AddressCity', region: 'AddressState',
  postalCode: 'AddressPostalCode', country: 'AddressCountry', poBox: 'AddressPostOfficeBox',
};
const PART_NAMES = Object.keys(PARTS) as (keyof Address)[];
const PLACES: Readonly<Record<AddressPlace, string>> = { business: 'Business', home: 'Home', other: 'Other' };

export const ADDRESS_MEMBER_NAMES: readonly string[] = Object.values(PLACES).flatMap((place) => PART_NAMES.map((part) => place + PARTS[part]));

export function addressRow(place: AddressPlace): Row<ContactItem, Address | null> {
  const rows = PART_NAMES.map((part) => [part, textRow(PLACES[place] + PARTS[part], part === 'street' ? canonicalLines : canonicalLine)] as const);
  return {
    read: (item) => canonicalAddress(Object.fromEntries(rows.map(([part, row]) => [part, row.read(item)])) as unknown as Address),
    write: (item, value) => { rows.forEach(([part, row]) => { row.write(item, value?.[part] ?? ''); }); },
    narrow: canonicalAddress,
  };
}

/** By OlMailingAddress; none is taken for the first that is there (canonicalMailing). */
const BY_NUMBER: readonly (AddressPlace | null)[] = [null, 'home', 'business', 'other'];

export const MAILING_MEMBER = 'SelectedMailingAddress';

export const mailingRow: Row<ContactItem, AddressPlace | null> = {
  read: (item) => BY_NUMBER[numberMember(item, MAILING_MEMBER)] ?? null,
  write: (item, place) => { setMember(item, MAILING_MEMBER, BY_NUMBER.indexOf(place)); },
};

/** Outlook takes the first address that is filled in for the mailing address: said outright whenever addresses are written. */
export function completeMailing(item: ContactItem, { mailingAddress }: ContactFields): void {
  const written = item.steps.some((step) => step.do === 'set' && ADDRESS_MEMBER_NAMES.includes(step.name));
  const said = item.steps.some((step) => step.do === 'set' && step.name === MAILING_MEMBER);
  if (written && !said && mailingAddress !== null) mailingRow.write(item, mailingAddress);
}
