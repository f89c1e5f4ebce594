// Outlook's three e-mail slots: address, type and the name it is shown by.
import { M2KError } from '../../errors.js';
import { canonicalLine, equal } from '../../model/canonical.js';
import type { Row } from '../row.js';
import { canonicalTexts } from '../contact/canonical-contact.js';
import type { Members } from '../../../ps-host/item-record.js';
import { addressProperty, setMember, textMember, type ContactItem } from './contact-item.js';

const SLOTS = ['Email1', 'Email2', 'Email3'] as const;

export const EMAIL_MEMBERS: readonly string[] = SLOTS.flatMap((slot) => [`${slot}Address`, `${slot}AddressType`, `${slot}DisplayName`]);

/** PidLidEmail1OriginalDisplayName and its like (OOM 2.5): of an Exchange address, where the SMTP address is. */
const ORIGINALS = ['80840', '80940', '80A40'] as const;

export const EMAIL_PROPERTIES: NonNullable<Members['properties']> = SLOTS.map((slot, at) => ({
  as: `${slot}Original`, schema: addressProperty(`${ORIGINALS[at] ?? ''}01F`),
  when: { member: `${slot}AddressType`, is: 'EX' },
}));

/**
 * @throws M2KError Unreadable for an Exchange address whose SMTP address nothing tells (OOM 5.2): the X.500 name must not leave Outlook, and
 * leaving the slot out would read as if the user had deleted that e-mail.
 */
export const contactEmails: Row<ContactItem, readonly string[]> = {
  read: (item) => canonicalTexts(SLOTS.map((slot) => addressIn(item, slot))),
  write(item, emails) {
    if (equal(contactEmails.read(item), emails)) return;
    const shownAs = usersDisplayNames(item);
    SLOTS.forEach((slot, at) => {
      const before = addressIn(item, slot);
      const email = emails[at] ?? '';
      if (canonicalLine(before) === email) return;
      setMember(item, `${slot}Address`, email);
      if (email === '') setMember(item, `${slot}DisplayName`, '');
      const shown = shownAs.get(email) ?? (emails.includes(before) ? undefined : shownAs.get(before));
      if (email !== '' && shown !== undefined) item.steps.push({ do: 'set', name: `${slot}DisplayName`, to: shown });
    });
  },
  narrow: (emails) => canonicalTexts(emails).slice(0, SLOTS.length),
};

function addressIn(item: ContactItem, slot: (typeof SLOTS)[number]): string {
  const address = textMember(item, `${slot}Address`), type = textMember(item, `${slot}AddressType`);
  if (address === '' || type.toUpperCase() !== 'EX' && !/^\/o=/i.test(address)) return address;
  const original = item.properties?.[`${slot}Original`];
  const smtp = typeof original === 'string' ? /[^\s<>()"]+@[^\s<>()"]+/.exec(original)?.[0] : undefined;
  if (smtp === undefined) throw new M2KError('Unreadable', { reason: 'exchange-address', side: 'outlook', field: 'emails' });
  return smtp;
}

/**
 * Display names that the user chose, by address. Setting an address makes Outlook write its own, made of FullName and the address
 * (OOM 5.2), so the user's is set again after it; one that Outlook made is left to Outlook.
 */
function usersDisplayNames(item: ContactItem): ReadonlyMap<string, string> {
  const own = textMember(item, 'FullName');
  return new Map(SLOTS.flatMap((slot) => {
    const address = addressIn(item, slot);
    if (address === '') return [];
    const shown = textMember(item, `${slot}DisplayName`);
    const made = shown === '' || shown === own || shown.toLowerCase().includes(address.toLowerCase());
    return made ? [] : [[address, shown] as const];
  }));
}
