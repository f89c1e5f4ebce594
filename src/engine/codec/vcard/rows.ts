// Every contact field and its place in a vCard.
import { canonicalLine, canonicalLines } from '../../model/canonical.js';
import type { ContactFields } from '../../model/contact.js';
import { canonicalNames, canonicalTexts } from '../contact/canonical-contact.js';
import type { Means } from '../means.js';
import type { Rows } from '../row.js';
import { addressRow, mailingRow, officeRow } from './addresses.js';
import type { Card } from './card.js';
import { classRow } from './class.js';
import { anniversaryRow, birthdayRow } from './dates.js';
import { emailsRow } from './emails.js';
import { genderRow } from './gender.js';
import { kindRow, membersRow } from './group.js';
import { imRow } from './im.js';
import { certificatesRow } from './keys.js';
import { listRow } from './lists.js';
import { nameRow } from './name.js';
import { assistantRow, childrenRow, fileAsRow, managerRow, phoneticsRow, spouseRow, userFieldsRow } from './people.js';
import { phonesRow } from './phones.js';
import { photoRow } from './pictures.js';
import { freeBusyRow, homePageRow, organisationRow, textRow, webPageRow } from './texts.js';

export const cardRows = ({ files, directory }: Means): Rows<Card, ContactFields> => ({
  kind: kindRow,
  name: nameRow,
  fileAs: fileAsRow,
  phonetics: phoneticsRow,
  nicknames: listRow('NICKNAME', canonicalTexts),
  emails: emailsRow,
  phones: phonesRow,
  businessAddress: addressRow('WORK'),
  homeAddress: addressRow('HOME'),
  otherAddress: addressRow('other'),
  mailingAddress: mailingRow,
  im: imRow,
  company: organisationRow(0),
  department: organisationRow(1),
  jobTitle: textRow('TITLE', canonicalLine),
  role: textRow('ROLE', canonicalLine),
  office: officeRow,
  manager: managerRow,
  assistant: assistantRow,
  spouse: spouseRow,
  children: childrenRow,
  note: textRow('NOTE', canonicalLines),
  webPage: webPageRow,
  homePage: homePageRow,
  freeBusy: freeBusyRow,
  birthday: birthdayRow,
  anniversary: anniversaryRow,
  gender: genderRow,
  categories: listRow('CATEGORIES', canonicalNames),
  sensitivity: classRow,
  userFields: userFieldsRow,
  photo: photoRow(files),
  certificates: certificatesRow,
  members: membersRow(directory),
});
