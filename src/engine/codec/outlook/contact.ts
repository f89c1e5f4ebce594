// Contacts as Outlook's ContactItem: which members are read, what they mean, which steps write them.
import { M2KError } from '../../errors.js';
import { equal } from '../../model/canonical.js';
import type { ContactFields } from '../../model/contact.js';
import { wireDate, type ItemRecord, type WireValue } from '../../../ps-host/protocol.js';
import { narrowFields, readFields, writeFields } from '../table.js';
import { canonicalEmails, canonicalName, withoutStandIn } from '../vcard/canonical-contact.js';
import { EMAIL_MEMBERS } from './contact-emails.js';
import type { ContactItem } from './contact-item.js';
import { NAME_MEMBERS } from './contact-name.js';
import { ADDRESS_MEMBER_NAMES, CONTACT_ROWS, NO_DATE, PHONE_MEMBER_NAMES } from './contact-rows.js';
import type { OutlookCodec, OutlookDesk, OutlookWrite } from './outlook-codec.js';

const TEXT_MEMBERS: readonly string[] = [
  ...NAME_MEMBERS, ...EMAIL_MEMBERS, ...PHONE_MEMBER_NAMES, ...ADDRESS_MEMBER_NAMES,
  'CompanyName', 'Department', 'JobTitle', 'Body', 'WebPage', 'BusinessHomePage',
];

/** A contact has neither zones nor lists, so nothing of the desk matters to it. */
export function contactCodec(_desk: OutlookDesk): OutlookCodec<'contact'> {
  return {
    kind: 'contact',
    itemType: 2,
    messageClass: 'IPM.Contact',
    members: { plain: [...TEXT_MEMBERS, 'Birthday'] },
    read: (record) => narrow(readFields(CONTACT_ROWS, contactIn(record))),
    steps,
    narrow,
  };
}

/** Only what differs is written: an assignment of the same value is a change to Outlook all the same. */
function steps({ fields, chosen, current }: OutlookWrite<'contact'>): ContactItem['steps'] {
  const item: ContactItem = current === null ? { plain: BLANK, steps: [] } : contactIn(current);
  const before = narrow(readFields(CONTACT_ROWS, item));
  const target = narrow({ ...before, ...Object.fromEntries([...chosen].map((name) => [name, fields[name]])) });
  writeFields(CONTACT_ROWS, item, { fields: target, chosen: new Set([...chosen].filter((name) => !equal(before[name], target[name]))) });
  return item.steps;
}

/** @throws M2KError Unreadable for what else a contacts folder holds (OOM 5.5: IPM.DistList). A form of the user's own is IPM.Contact.Name. */
function contactIn(record: ItemRecord): ContactItem {
  if (!/^IPM\.Contact(?:\.|$)/i.test(record.messageClass)) {
    throw new M2KError('Unreadable', { reason: 'not-a-contact', side: 'outlook', item: record.id, excerpt: record.messageClass });
  }
  return { plain: record.plain, steps: [] };
}

/** A stand-in goes before name and e-mails are narrowed: it must not become a given name, nor be lost sight of with a fourth e-mail. */
function narrow(fields: ContactFields): ContactFields {
  const name = canonicalName(fields.name);
  const emails = canonicalEmails(fields.emails);
  return narrowFields(CONTACT_ROWS, withoutStandIn({ ...narrowFields(CONTACT_ROWS, fields), name, emails }));
}

/** What Items.Add gives. */
const BLANK: Readonly<Record<string, WireValue>> = {
  ...Object.fromEntries(TEXT_MEMBERS.map((member) => [member, ''])), Birthday: wireDate(`${NO_DATE}T00:00:00`),
};
