// Every contact field and its members of ContactItem (OOM 5.1), written in the order of OOM 5.2: the name before the e-mails.
import { canonicalLine, canonicalLines } from '../../model/canonical.js';
import { PHONE_SLOTS, type Address, type ContactFields, type Phones, type PhoneSlot } from '../../model/contact.js';
import type { DateText } from '../../model/time.js';
import { isWireDate, wireDate } from '../../../ps-host/protocol.js';
import { M2KError } from '../../errors.js';
import type { Row, Rows } from '../row.js';
import { canonicalAddress, canonicalPhones } from '../vcard/canonical-contact.js';
import { contactEmails } from './contact-emails.js';
import { contactName } from './contact-name.js';
import { setMember, textMember, type ContactItem } from './contact-item.js';

/** 1 January 4501 is Outlook's "no date" (OOM 5.3). */
export const NO_DATE = '4501-01-01';

/** Outlook takes no earlier date (OOM 5.3). */
const FIRST_DATE = '1601-01-01';

const PHONE_MEMBERS: Readonly<Record<PhoneSlot, string>> = {
  assistant: 'AssistantTelephoneNumber', business: 'BusinessTelephoneNumber', business2: 'Business2TelephoneNumber',
  businessFax: 'BusinessFaxNumber', callback: 'CallbackTelephoneNumber', car: 'CarTelephoneNumber',
  companyMain: 'CompanyMainTelephoneNumber', home: 'HomeTelephoneNumber', home2: 'Home2TelephoneNumber', homeFax: 'HomeFaxNumber',
  isdn: 'ISDNNumber', mobile: 'MobileTelephoneNumber', other: 'OtherTelephoneNumber', otherFax: 'OtherFaxNumber', pager: 'PagerNumber',
  primary: 'PrimaryTelephoneNumber', radio: 'RadioTelephoneNumber', telex: 'TelexNumber', ttyTdd: 'TTYTDDTelephoneNumber',
};

/** The members end so, after Business, Home or Other. The whole address is never set: Outlook would split it by the country's rules (OOM 5.2). */
const ADDRESS_PARTS: Readonly<Record<keyof Address, string>> = {
  street: 'AddressStreet', city: 'AddressCity', region: 'AddressState',
  postalCode: 'AddressPostalCode', country: 'AddressCountry', poBox: 'AddressPostOfficeBox',
};

const ADDRESS_PART_NAMES = Object.keys(ADDRESS_PARTS) as (keyof Address)[];

export const PHONE_MEMBER_NAMES: readonly string[] = PHONE_SLOTS.map((slot) => PHONE_MEMBERS[slot]);

export const ADDRESS_MEMBER_NAMES: readonly string[] =
  ['Business', 'Home', 'Other'].flatMap((place) => ADDRESS_PART_NAMES.map((part) => place + ADDRESS_PARTS[part]));

export const CONTACT_ROWS: Rows<ContactItem, ContactFields> = {
  name: contactName,
  emails: contactEmails,
  phones: phones(),
  businessAddress: address('Business'),
  homeAddress: address('Home'),
  otherAddress: address('Other'),
  company: text('CompanyName', canonicalLine),
  department: text('Department', canonicalLine),
  jobTitle: text('JobTitle', canonicalLine),
  note: text('Body', canonicalLines),
  webPage: webPage(),
  birthday: birthday(),
};

function text(member: string, canonical: (held: string) => string): Row<ContactItem, string> {
  const read = (item: ContactItem): string => canonical(textMember(item, member));
  return {
    read,
    write: (item, value) => { if (read(item) !== value) setMember(item, member, value); },
    narrow: canonical,
  };
}

function phones(): Row<ContactItem, Phones> {
  const rows = PHONE_SLOTS.map((slot) => [slot, text(PHONE_MEMBERS[slot], canonicalLine)] as const);
  return {
    read: (item) => canonicalPhones(Object.fromEntries(rows.map(([slot, row]) => [slot, row.read(item)]))),
    write: (item, value) => rows.forEach(([slot, row]) => row.write(item, value[slot] ?? '')),
    narrow: canonicalPhones,
  };
}

function address(place: 'Business' | 'Home' | 'Other'): Row<ContactItem, Address | null> {
  const rows = ADDRESS_PART_NAMES.map((part) => [part, text(place + ADDRESS_PARTS[part], part === 'street' ? canonicalLines : canonicalLine)] as const);
  return {
    read: (item) => canonicalAddress(Object.fromEntries(rows.map(([part, row]) => [part, row.read(item)])) as unknown as Address),
    write: (item, value) => rows.forEach(([part, row]) => row.write(item, value?.[part] ?? '')),
    narrow: canonicalAddress,
  };
}

/** BusinessHomePage "should be the same" (OOM 5.2), whether or not Outlook sees to it: it follows unless the user made it differ. */
function webPage(): Row<ContactItem, string> {
  const page = text('WebPage', canonicalLine);
  return {
    ...page,
    write(item, value) {
      const paired = ['', textMember(item, 'WebPage')].includes(textMember(item, 'BusinessHomePage'));
      page.write(item, value);
      if (paired) text('BusinessHomePage', canonicalLine).write(item, value);
    },
  };
}

/** Each assignment makes Outlook create the birthday's event anew (OOM 5.3), so only a date that differs is set. */
function birthday(): Row<ContactItem, DateText | null> {
  const narrow = (date: DateText | null): DateText | null => (date !== null && date >= FIRST_DATE && date < NO_DATE ? date : null);
  const read = (item: ContactItem): DateText | null => {
    const held = item.plain['Birthday'];
    if (!isWireDate(held)) throw new M2KError('Unreadable', { reason: 'not-a-date', side: 'outlook', field: 'Birthday' });
    return narrow(held.date.slice(0, 10));
  };
  return {
    read,
    write: (item, date) => { if (read(item) !== date) setMember(item, 'Birthday', wireDate(`${date ?? NO_DATE}T00:00:00`)); },
    narrow,
  };
}
