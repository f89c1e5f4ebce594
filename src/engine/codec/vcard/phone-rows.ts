// Outlook's nineteen numbers and the TYPEs of TEL that mean them: one row a slot, for both directions.
import type { PhoneSlot } from '../../model/contact.js';

/**
 * `types`: what a new line is written with. `needs`: types that a line must have to be taken for this slot; rows are tried
 * in their order and the first decides, so FAX stands before WORK. Without `needs` only a name does: `X-<SLOT>` or one of `names`.
 */
export interface PhoneRow {
  readonly slot: PhoneSlot;
  readonly types: readonly string[];
  readonly needs?: readonly string[];
  readonly names?: readonly string[];
}

// RFC 2426 section 3.3.1, RFC 6350 section 6.4.1 (TEXTPHONE), MS-OXVCARD "TEL" and "X-MS-TEL" (PREF is Outlook's primary number, VOICE
// its other; ASSISTANT, CALLBACK, COMPANY, RADIO, TTYTDD), MAIN from Apple, X-EVOLUTION-* from GNOME Evolution, the hyphened ones from Android.
export const PHONE_ROWS: readonly PhoneRow[] = [
  { slot: 'businessFax', types: ['WORK', 'FAX'], needs: ['FAX', 'WORK'] },
  { slot: 'homeFax', types: ['HOME', 'FAX'], needs: ['FAX', 'HOME'] },
  { slot: 'otherFax', types: ['FAX'], needs: ['FAX'], names: ['OTHER-FAX'] },
  { slot: 'pager', types: ['PAGER'], needs: ['PAGER'] },
  { slot: 'mobile', types: ['CELL', 'VOICE'], needs: ['CELL'] },
  { slot: 'car', types: ['CAR', 'VOICE'], needs: ['CAR'] },
  { slot: 'isdn', types: ['ISDN'], needs: ['ISDN'] },
  { slot: 'business', types: ['WORK', 'VOICE'], needs: ['WORK'] },
  { slot: 'business2', types: ['WORK', 'VOICE', 'X-BUSINESS2'], needs: ['WORK'] },
  { slot: 'home', types: ['HOME', 'VOICE'], needs: ['HOME'] },
  { slot: 'home2', types: ['HOME', 'VOICE', 'X-HOME2'], needs: ['HOME'] },
  { slot: 'assistant', types: ['VOICE', 'X-ASSISTANT'], names: ['ASSISTANT', 'X-EVOLUTION-ASSISTANT'] },
  { slot: 'callback', types: ['VOICE', 'X-CALLBACK'], names: ['CALLBACK', 'X-EVOLUTION-CALLBACK'] },
  { slot: 'companyMain', types: ['VOICE', 'X-COMPANYMAIN'], names: ['COMPANY', 'MAIN', 'MAIN-NUMBER', 'COMPANY-MAIN', 'X-EVOLUTION-COMPANY'] },
  { slot: 'radio', types: ['VOICE', 'X-RADIO'], names: ['RADIO', 'X-EVOLUTION-RADIO'] },
  { slot: 'telex', types: ['X-TELEX'], names: ['TELEX', 'TLX', 'X-EVOLUTION-TELEX'] },
  { slot: 'ttyTdd', types: ['X-TTYTDD'], names: ['TTYTDD', 'TTYTTD', 'TTY-TDD', 'TEXTPHONE', 'X-EVOLUTION-TTYTDD'] },
  { slot: 'primary', types: ['VOICE', 'PREF', 'X-PRIMARY'], needs: ['PREF'] },
  { slot: 'other', types: ['VOICE'], needs: [] },
];

/** The TYPE that names a slot outright, whatever else a line says and wherever it stands. */
export const slotName = (slot: PhoneSlot): string => `X-${slot.toUpperCase()}`;

/** How vCard 4.0 (RFC 6350 section 6.4.1) writes what it dropped, and what it has a word for. */
export const IN_4: Readonly<Record<string, string>> = { CAR: slotName('car'), ISDN: slotName('isdn'), [slotName('ttyTdd')]: 'TEXTPHONE' };

export const SYNONYMS: Readonly<Record<string, string>> = { IPHONE: 'CELL', MOBILE: 'CELL' };
