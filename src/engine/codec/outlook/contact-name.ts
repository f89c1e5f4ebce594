// The parts of a name. FullName follows them (OOM 5.2); FileAs is the user's and is never touched.
import type { PersonName } from '../../model/contact.js';
import type { Row } from '../row.js';
import { canonicalName, hasParts } from '../contact/canonical-contact.js';
import { setMember, textMember, type ContactItem } from './contact-item.js';

const PARTS = { prefix: 'Title', given: 'FirstName', middle: 'MiddleName', family: 'LastName', suffix: 'Suffix' } as const;

const PART_NAMES = Object.keys(PARTS) as (keyof typeof PARTS)[];

export const NAME_MEMBERS: readonly string[] = [...Object.values(PARTS), 'FullName'];

/**
 * A name that is one text without parts is held as FirstName. Setting FullName instead would make Outlook split it by rules that
 * depend on an option of the user (OOM 5.2), and the guess would come back as the user's edit of the server's card.
 */
export const contactName: Row<ContactItem, PersonName> = {
  read: (item) => canonicalName({
    prefix: textMember(item, PARTS.prefix), given: textMember(item, PARTS.given), middle: textMember(item, PARTS.middle),
    family: textMember(item, PARTS.family), suffix: textMember(item, PARTS.suffix), full: textMember(item, 'FullName'),
  }),
  write(item, name) {
    const before = contactName.read(item);
    for (const part of PART_NAMES) if (before[part] !== name[part]) setMember(item, PARTS[part], name[part]);
    if (!hasParts(before) && !hasParts(name)) setMember(item, 'FullName', '');
  },
  narrow(name) {
    const { full, ...parts } = canonicalName(name);
    return hasParts({ ...parts, full }) ? { ...parts, full: '' } : { ...parts, given: full, full: '' };
  },
};
