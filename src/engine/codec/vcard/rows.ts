// Every contact field and its place in a vCard.
import { canonicalLine, canonicalLines } from '../../model/canonical.js';
import type { ContactFields } from '../../model/contact.js';
import type { Rows } from '../row.js';
import { addressRow } from './addresses.js';
import { birthdayRow } from './birthday.js';
import type { Card } from './card.js';
import { emailsRow } from './emails.js';
import { nameRow } from './name.js';
import { phonesRow } from './phones.js';
import { organisationRow, textRow, webPageRow } from './texts.js';

export const CARD_ROWS: Rows<Card, ContactFields> = {
  name: nameRow,
  emails: emailsRow,
  phones: phonesRow,
  businessAddress: addressRow('WORK'),
  homeAddress: addressRow('HOME'),
  otherAddress: addressRow('other'),
  company: organisationRow(0),
  department: organisationRow(1),
  jobTitle: textRow('TITLE', canonicalLine),
  note: textRow('NOTE', canonicalLines),
  webPage: webPageRow,
  birthday: birthdayRow,
};
