// Outlook's three e-mail slots: address, type and the name it is shown by.
import { M2KError } from '../../errors.js';
import { canonicalLine, equal } from '../../model/canonical.js';
import type { Row } from '../row.js';
import { canonicalEmails } from '../vcard/canonical-contact.js';
import { setMember, textMember, type ContactItem } from './contact-item.js';

const SLOTS = ['Email1', 'Email2', 'Email3'] as const;

export const EMAIL_MEMBERS: readonly string[] = SLOTS.flatMap((slot) => [`${slot}Address`, `${slot}AddressType`, `${slot}DisplayName`]);

/**
 * @throws M2KError Unreadable for an Exchange address: the member holds an X.500 name, whose SMTP address only guarded members give
 * (OOM 5.2). Leaving the slot out would read as if the user had deleted that e-mail.
 */
export const contactEmails: Row<ContactItem, readonly string[]> = {
  read: (item) => canonicalEmails(SLOTS.map((slot) => addressIn(item, slot))),
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
  narrow: (emails) => canonicalEmails(emails).slice(0, SLOTS.length),
};

function addressIn(item: ContactItem, slot: (typeof SLOTS)[number]): string {
  const address = textMember(item, `${slot}Address`);
  const exchange = textMember(item, `${slot}AddressType`).toUpperCase() === 'EX' || /^\/o=/i.test(address);
  if (address !== '' && exchange) throw new M2KError('Unreadable', { reason: 'exchange-address', side: 'outlook', field: 'emails' });
  return address;
}

/**
 * Display names that the user chose, by address. Setting an address makes Outlook write its own, made of FullName and the address
 * (OOM 5.2), so the user's is set again after it; one that Outlook made is left to Outlook.
 */
function usersDisplayNames(item: ContactItem): ReadonlyMap<string, string> {
  const own = textMember(item, 'FullName');
  return new Map(SLOTS.flatMap((slot) => {
    const address = addressIn(item, slot);
    const shown = textMember(item, `${slot}DisplayName`);
    const made = shown === '' || shown === own || shown.toLowerCase().includes(address.toLowerCase());
    return made ? [] : [[address, shown] as const];
  }));
}
