// Distribution lists as Outlook's DistListItem (OOM 5.5): a name and members, each a name with an address.
import { M2KError } from '../../errors.js';
import { canonicalLine, canonicalLines, equal } from '../../model/canonical.js';
import { CONTACT_FIELDS } from '../../model/field-specs.js';
import type { ContactFields } from '../../model/contact.js';
import { canonicalNames, NO_NAME } from '../contact/canonical-contact.js';
import type { Directory } from '../contact/directory.js';
import { canonicalMembers } from '../contact/kinds.js';
import type { ListMember, Members } from '../../../ps-host/item-record.js';
import { SENSITIVITIES } from './contact-rows.js';
import { namesRow, textRow, wordRow, type ContactItem } from './contact-item.js';

/** PR_SMTP_ADDRESS (OOM 2.5). */
const SMTP = 'http://schemas.microsoft.com/mapi/proptag/0x39FE001E';

export const DIST_LIST = 'IPM.DistList';
export const DIST_LIST_MEMBERS: Members = { plain: ['DLName', 'Body', 'Categories', 'Sensitivity'], list: { smtp: SMTP } };

const EMPTY = Object.fromEntries(Object.entries(CONTACT_FIELDS).map(([field, spec]) => [field, (spec as { readonly empty: unknown }).empty])) as unknown as ContactFields;

/** Outlook shows members by their addresses: one that is known by a card only, without an address, it cannot hold. */
export const shownMembers = (members: readonly string[]): readonly string[] => canonicalMembers(members).filter((member) => /^mailto:[^\s<>;"]+@[^\s<>;"]+$/.test(member));

const rowsOf = (listSeparator: string) => ({
  name: textRow('DLName', canonicalLine), note: textRow('Body', canonicalLines),
  categories: namesRow('Categories', listSeparator, canonicalNames), sensitivity: wordRow('Sensitivity', SENSITIVITIES),
});

export function readList(item: ContactItem, listSeparator: string): ContactFields {
  const { name, note, categories, sensitivity } = rowsOf(listSeparator);
  return {
    ...EMPTY, kind: 'list', name: { ...NO_NAME, full: name.read(item) }, note: note.read(item),
    categories: categories.read(item), sensitivity: sensitivity.read(item), members: membersIn(item),
  };
}

/** @throws M2KError Unreadable for a list whose members the host did not give. */
function membersIn(item: ContactItem): readonly string[] {
  if (item.list === undefined) throw new M2KError('Unreadable', { reason: 'no-members', side: 'outlook', field: 'members' });
  return shownMembers(item.list.map((member) => `mailto:${addressOf(member)}`));
}

/** An X.500 name is no address: such a member is Exchange's, and is left alone. */
const addressOf = ({ smtp, address }: ListMember): string => (address.includes('@') ? address : smtp).toLowerCase();

interface Writing {
  readonly before: ContactFields;
  readonly target: ContactFields;
  readonly listSeparator: string;
  readonly directory: Directory;
}

/** Members that stay are not touched: their links to contacts would be lost. */
export function writeList(item: ContactItem, { before, target, listSeparator, directory }: Writing): void {
  const { name, note, categories, sensitivity } = rowsOf(listSeparator);
  if (before.name.full !== target.name.full) name.write(item, target.name.full);
  if (before.note !== target.note) note.write(item, target.note);
  if (!equal(before.categories, target.categories)) categories.write(item, target.categories);
  if (before.sensitivity !== target.sensitivity) sensitivity.write(item, target.sensitivity);
  const add = target.members.filter((member) => !before.members.includes(member)).map((member) => recipient(member.slice('mailto:'.length), directory));
  const gone = before.members.filter((member) => !target.members.includes(member)).map((member) => member.slice('mailto:'.length));
  const remove = (item.list ?? []).filter((member) => gone.includes(addressOf(member))).map(({ address }) => address);
  if (add.length + remove.length > 0) item.steps.push({ do: 'members', add, remove });
}

/** `Name <address>`, which resolves as it stands; the name without what would end it. */
function recipient(email: string, directory: Directory): string {
  const name = (directory.nameOf(email) ?? '').replace(/[<>;"]/g, ' ').replace(/\s+/g, ' ').trim();
  return name === '' || name.includes('@') ? email : `${name} <${email}>`;
}
