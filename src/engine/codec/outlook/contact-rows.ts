// Every contact field and its members of ContactItem (OOM 5.1), written in the order of OOM 5.2: the name before the e-mails, FileAs after all.
import { canonicalLine, canonicalLines } from '../../model/canonical.js';
import { PHONETIC_SLOTS, PHONE_SLOTS, USER_SLOTS, type ContactFields, type ContactKind, type Gender, type PhoneSlot, type PhoneticSlot, type UserSlot } from '../../model/contact.js';
import type { Sensitivity } from '../../model/event.js';
import type { DateText } from '../../model/time.js';
import type { Members } from '../../../ps-host/item-record.js';
import { isWireDate, wireDate } from '../../../ps-host/wire-value.js';
import { M2KError } from '../../errors.js';
import type { Row, Rows } from '../row.js';
import { canonicalNames, canonicalSlots, canonicalTexts } from '../contact/canonical-contact.js';
import { canonicalMembers } from '../contact/kinds.js';
import type { Shelf } from '../shelf.js';
import { addressRow, mailingRow } from './contact-addresses.js';
import { certificatesRow } from './contact-certificates.js';
import { contactEmails } from './contact-emails.js';
import { fileAsRow } from './contact-file-as.js';
import { contactName } from './contact-name.js';
import { photoRow } from './contact-photo.js';
import { addressProperty, namesRow, setMember, textMember, textRow, wordRow, type ContactItem } from './contact-item.js';

/** 1 January 4501 is Outlook's "no date" (OOM 5.3). */
export const NO_DATE = '4501-01-01';

/** Outlook takes no earlier date (OOM 5.3), and no later one (OOM 3.2): what lies beyond is none, seen from another zone. */
const FIRST_DATE = '1601-01-01', LAST_DATE = '4500-08-31';

const PHONE_MEMBERS: Readonly<Record<PhoneSlot, string>> = {
  assistant: 'AssistantTelephoneNumber', business: 'BusinessTelephoneNumber', business2: 'Business2TelephoneNumber',
  businessFax: 'BusinessFaxNumber', callback: 'CallbackTelephoneNumber', car: 'CarTelephoneNumber',
  companyMain: 'CompanyMainTelephoneNumber', home: 'HomeTelephoneNumber', home2: 'Home2TelephoneNumber', homeFax: 'HomeFaxNumber',
  isdn: 'ISDNNumber', mobile: 'MobileTelephoneNumber', other: 'OtherTelephoneNumber', otherFax: 'OtherFaxNumber', pager: 'PagerNumber',
  primary: 'PrimaryTelephoneNumber', radio: 'RadioTelephoneNumber', telex: 'TelexNumber', ttyTdd: 'TTYTDDTelephoneNumber',
};
const PHONETIC_MEMBERS: Readonly<Record<PhoneticSlot, string>> = { given: 'YomiFirstName', family: 'YomiLastName', company: 'YomiCompanyName' };
const USER_MEMBERS: Readonly<Record<UserSlot, string>> = { user1: 'User1', user2: 'User2', user3: 'User3', user4: 'User4' };

export const SLOT_MEMBER_NAMES: readonly string[] = [PHONE_MEMBERS, PHONETIC_MEMBERS, USER_MEMBERS].flatMap((members) => Object.values(members));

const KIND: Row<ContactItem, ContactKind> = { read: () => 'person', write: () => undefined };
const MEMBERS: Row<ContactItem, readonly string[]> = { read: () => [], write: () => undefined, narrow: canonicalMembers };

/** By OlSensitivity and OlGender. */
export const SENSITIVITIES: readonly Sensitivity[] = ['normal', 'personal', 'private', 'confidential'];
const GENDERS: readonly Gender[] = ['', 'female', 'male'];

export const contactRows = ({ listSeparator, files }: { readonly listSeparator: string; readonly files: Shelf }): Rows<ContactItem, ContactFields> => ({
  kind: KIND,
  name: contactName,
  phonetics: slotsRow(PHONETIC_SLOTS, PHONETIC_MEMBERS),
  nicknames: namesRow('NickName', listSeparator, separately),
  company: textRow('CompanyName', canonicalLine),
  emails: contactEmails,
  phones: slotsRow(PHONE_SLOTS, PHONE_MEMBERS),
  businessAddress: addressRow('business'),
  homeAddress: addressRow('home'),
  otherAddress: addressRow('other'),
  mailingAddress: mailingRow,
  im: firstRow('IMAddress'),
  department: textRow('Department', canonicalLine),
  jobTitle: textRow('JobTitle', canonicalLine),
  role: textRow('Profession', canonicalLine),
  office: textRow('OfficeLocation', canonicalLine),
  manager: textRow('ManagerName', canonicalLine),
  assistant: textRow('AssistantName', canonicalLine),
  spouse: textRow('Spouse', canonicalLine),
  children: namesRow('Children', listSeparator, separately),
  note: textRow('Body', canonicalLines),
  webPage: webPage(),
  homePage: textRow('PersonalHomePage', canonicalLine),
  freeBusy: textRow('InternetFreeBusyAddress', canonicalLine),
  birthday: dateRow('Birthday'),
  anniversary: dateRow('Anniversary'),
  gender: wordRow('Gender', GENDERS),
  categories: namesRow('Categories', listSeparator, canonicalNames),
  sensitivity: wordRow('Sensitivity', SENSITIVITIES),
  userFields: slotsRow(USER_SLOTS, USER_MEMBERS),
  certificates: certificatesRow,
  members: MEMBERS,
  fileAs: fileAsRow,
  photo: photoRow(files),
});

const separately = (names: readonly string[], separators: readonly string[]): readonly string[] =>
  canonicalTexts(names.map((name) => separators.reduce((text, separator) => text.replaceAll(separator, ' '), canonicalLine(name)).replace(/ +/g, ' ')));

function slotsRow<Slot extends string>(slots: readonly Slot[], members: Readonly<Record<Slot, string>>): Row<ContactItem, { readonly [Each in Slot]?: string }> {
  const rows = slots.map((slot) => [slot, textRow(members[slot], canonicalLine)] as const);
  return {
    read(item) {
      const said: { [Each in Slot]?: string } = {};
      for (const [slot, row] of rows) {
        const text = row.read(item);
        if (text !== '') said[slot] = text;
      }
      return said;
    },
    write: (item, value) => { rows.forEach(([slot, row]) => { row.write(item, value[slot] ?? ''); }); },
    narrow: (value) => canonicalSlots(slots, value),
  };
}

/** Outlook has room for one. */
function firstRow(member: string): Row<ContactItem, readonly string[]> {
  const row = textRow(member, canonicalLine), narrow = (texts: readonly string[]): readonly string[] => canonicalTexts(texts).slice(0, 1);
  return { read: (item) => narrow([row.read(item)]), write: (item, texts) => { row.write(item, texts[0] ?? ''); }, narrow };
}

/** BusinessHomePage "should be the same" (OOM 5.2), whether or not Outlook sees to it: it follows unless the user made it differ. */
function webPage(): Row<ContactItem, string> {
  const page = textRow('WebPage', canonicalLine);
  return {
    ...page,
    write(item, value) {
      const paired = ['', textMember(item, 'WebPage')].includes(textMember(item, 'BusinessHomePage'));
      page.write(item, value);
      if (paired) textRow('BusinessHomePage', canonicalLine).write(item, value);
    },
  };
}

/** PidLidBirthdayLocal and PidLidWeddingAnniversaryLocal (MS-OXOCNTC, OOM 5.3): midnight of the day itself. Asked for only where the member shows a time of day. */
export const LOCAL_DAY_PROPERTIES: NonNullable<Members['properties']> = ([['Birthday', '80DE'], ['Anniversary', '80DF']] as const).map(([member, lid]) => ({
  as: `${member}Local`, schema: addressProperty(`${lid}0040`), when: { member, timed: true },
}));

/** Zones lie up to this far apart (UTC+14, UTC-12). */
const FARTHEST_MS = 26 * 3_600_000;

/**
 * The store holds an instant, midnight of the zone that the machine had then (PR_BIRTHDAY, OOM 5.3). In another zone it shows another time of day, perhaps of
 * another day: what the item says of the day itself counts, unless a program that changed the one left the other. Without it the nearest midnight is the day
 * that was set, as long as the zones are less than twelve hours apart.
 */
function dayMeant(shown: string, local: unknown): DateText {
  if (shown.startsWith('T00:00', 10)) return shown.slice(0, 10);
  const at = Date.parse(`${shown.slice(0, 19)}Z`);
  if (isWireDate(local) && Math.abs(Date.parse(`${local.date}Z`) - at) <= FARTHEST_MS) return local.date.slice(0, 10);
  return new Date(at + 43_200_000).toISOString().slice(0, 10);
}

/** Each assignment makes Outlook create the day's event anew (OOM 5.3), so only a date that differs is set. */
function dateRow(member: 'Birthday' | 'Anniversary'): Row<ContactItem, DateText | null> {
  const narrow = (date: DateText | null): DateText | null => (date !== null && date >= FIRST_DATE && date <= LAST_DATE ? date : null);
  const read = (item: ContactItem): DateText | null => {
    const held = item.plain[member];
    if (!isWireDate(held)) throw new M2KError('Unreadable', { reason: 'not-a-date', side: 'outlook', field: member });
    return narrow(dayMeant(held.date, item.properties?.[`${member}Local`]));
  };
  return {
    read,
    write: (item, date) => { if (read(item) !== date) setMember(item, member, wireDate(`${date ?? NO_DATE}T00:00:00`)); },
    narrow,
  };
}
