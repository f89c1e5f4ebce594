// Contacts as Outlook's ContactItem and DistListItem: which members are read, what they mean, which steps write them.
import { M2KError } from '../../errors.js';
import { equal } from '../../model/canonical.js';
import type { ContactFields } from '../../model/contact.js';
import type { ItemRecord, Members } from '../../../ps-host/item-record.js';
import { wireDate, type WireValue } from '../../../ps-host/wire-value.js';
import { named } from '../named-errors.js';
import { fieldNames, narrowed, narrowFields, readFields, withChosen, writeFields } from '../table.js';
import { canonicalMailing, canonicalName, hasParts, canonicalTexts, withoutStandIn } from '../contact/canonical-contact.js';
import { isFormula } from '../contact/file-as.js';
import { ofItsKind } from '../contact/kinds.js';
import { newMeans, type Means } from '../means.js';
import { ADDRESS_MEMBER_NAMES, completeMailing, MAILING_MEMBER } from './contact-addresses.js';
import { CERTIFICATE_PROPERTIES, DISMISSED } from './contact-certificates.js';
import { EMAIL_MEMBERS, EMAIL_PROPERTIES } from './contact-emails.js';
import type { ContactItem } from './contact-item.js';
import { NAME_MEMBERS } from './contact-name.js';
import { PICTURE_NAMES, SEAL } from './contact-photo.js';
import { contactRows, LOCAL_DAY_PROPERTIES, NO_DATE, SLOT_MEMBER_NAMES } from './contact-rows.js';
import { DIST_LIST, DIST_LIST_MEMBERS, readList, shownMembers, writeList } from './dist-list.js';
import type { OutlookCodec, OutlookDesk, OutlookWrite } from './outlook-codec.js';

const TEXT_MEMBERS: readonly string[] = [
  ...NAME_MEMBERS, ...EMAIL_MEMBERS, ...SLOT_MEMBER_NAMES, ...ADDRESS_MEMBER_NAMES,
  'FileAs', 'NickName', 'CompanyName', 'Department', 'JobTitle', 'Profession', 'OfficeLocation', 'ManagerName', 'AssistantName', 'Spouse', 'Children',
  'Body', 'WebPage', 'BusinessHomePage', 'PersonalHomePage', 'InternetFreeBusyAddress', 'IMAddress', 'Categories',
];
const NUMBER_MEMBERS: readonly string[] = ['Gender', 'Sensitivity', MAILING_MEMBER];
const DATE_MEMBERS: readonly string[] = ['Birthday', 'Anniversary'];

const MEMBERS: Members = {
  plain: [...TEXT_MEMBERS, ...NUMBER_MEMBERS, ...DATE_MEMBERS], properties: [...EMAIL_PROPERTIES, ...LOCAL_DAY_PROPERTIES, ...CERTIFICATE_PROPERTIES], picture: PICTURE_NAMES, user: [SEAL, DISMISSED],
  ofClass: { messageClass: DIST_LIST, members: DIST_LIST_MEMBERS },
};

/** What Items.Add gives. */
const BLANK: ContactItem['plain'] = Object.fromEntries<WireValue>([
  ...TEXT_MEMBERS.map((member) => [member, ''] as const), ...NUMBER_MEMBERS.map((member) => [member, 0] as const),
  ...DATE_MEMBERS.map((member) => [member, wireDate(`${NO_DATE}T00:00:00`)] as const), ['DLName', ''],
]);

/** `means` are those that the cards are read with. */
export function contactCodec({ listSeparator }: OutlookDesk, { files, directory }: Means = newMeans()): OutlookCodec<'contact'> {
  const rows = contactRows({ listSeparator, files }), names = [...fieldNames(rows)], nothing = readFields(rows, { plain: BLANK, steps: [] });

  /** A stand-in goes before name and e-mails are narrowed: it must not become a given name, nor be lost sight of with a fourth e-mail. */
  function narrow(fields: ContactFields): ContactFields {
    const whole = ofItsKind(fields);
    const name = canonicalName(whole.name), held = narrowFields(rows, whole);
    if (whole.kind === 'list') return ofItsKind({ ...held, name, members: shownMembers(held.members) });
    const emails = canonicalTexts(whole.emails), shown = withoutStandIn({ ...held, name, emails });
    const spelled = { ...shown, name: narrowed(rows.name, shown.name), emails: narrowed(rows.emails, shown.emails) };
    return { ...spelled, fileAs: isFormula(held.fileAs, { ...shown, name: hasParts(shown.name) ? { ...spelled.name, full: name.full } : name }) ? '' : held.fileAs, mailingAddress: canonicalMailing(spelled) };
  }

  const readItem = (item: ContactItem, isList: boolean): ContactFields => {
    if (isList) return narrow(readList(item, listSeparator));
    const fields = readFields(rows, item);
    return narrow(isFormula(fields.fileAs, fields) ? { ...fields, fileAs: '' } : fields);
  };

  /**
   * Only what differs is written: an assignment of the same value is a change to Outlook all the same.
   * @throws M2KError Refused where a person became a list or a list a person: an Outlook item keeps its class.
   */
  function steps({ fields, chosen, current }: OutlookWrite<'contact'>): ContactItem['steps'] {
    const item: ContactItem = current === null ? { plain: BLANK, list: [], steps: [] } : contactIn(current);
    const isList = current === null ? fields.kind === 'list' : isDistList(current);
    const before = current === null ? { ...nothing, kind: fields.kind } : readItem(item, isList);
    const target = narrow(withChosen(before, fields, chosen));
    if (before.kind !== target.kind) throw new M2KError('Refused', { reason: 'kind-changed', side: 'outlook', field: 'kind' });
    if (isList) {
      writeList(item, { before, target, listSeparator, directory });
      return item.steps;
    }
    // A text of the user's own that the new name says by itself is one no more.
    const changed = names.filter((name) => (chosen.has(name) || name === 'fileAs') && !equal(before[name], target[name]));
    writeFields(rows, item, { fields: target, chosen: new Set(changed) });
    completeMailing(item, target);
    return item.steps;
  }

  return {
    kind: 'contact', itemType: 2, messageClass: 'IPM.Contact', otherClass: DIST_LIST, members: MEMBERS,
    classOf: (fields) => (fields.kind === 'list' ? DIST_LIST : 'IPM.Contact'),
    read: (record) => named(calls(record), () => readItem(contactIn(record), isDistList(record))),
    steps, narrow,
  };
}

const isDistList = ({ messageClass }: ItemRecord): boolean => /^IPM\.DistList(?:\.|$)/i.test(messageClass);

/** What an item that cannot be read calls itself. */
function calls({ plain }: ItemRecord): string {
  const text = [plain['DLName'], plain['FullName'], plain['CompanyName']].find((one) => typeof one === 'string' && one !== '');
  return typeof text === 'string' ? text : '';
}

/** @throws M2KError Unreadable for what else a contacts folder holds. A form of the user's own is IPM.Contact.Name. */
function contactIn(record: ItemRecord): ContactItem {
  if (!isDistList(record) && !/^IPM\.Contact(?:\.|$)/i.test(record.messageClass)) {
    throw new M2KError('Unreadable', { reason: 'not-a-contact', side: 'outlook', item: record.id, excerpt: record.messageClass });
  }
  const { plain, properties, picture, list, user } = record;
  return {
    plain, steps: [], ...(properties === undefined ? {} : { properties }), ...(picture === undefined ? {} : { picture }),
    ...(list === undefined ? {} : { list }), ...(user === undefined ? {} : { user }),
  };
}
