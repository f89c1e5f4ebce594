// What a contact says, as both sides mean it. Every value is plain JSON; absent text is ''.
import type { DateText } from './time.js';

/** `full` is the name as one text (vCard FN); '' where a side derives it from the parts. */
export interface PersonName {
  readonly prefix: string;
  readonly given: string;
  readonly middle: string;
  readonly family: string;
  readonly suffix: string;
  readonly full: string;
}

/** Outlook's nineteen telephone members, without the word Number. */
export const PHONE_SLOTS = [
  'assistant', 'business', 'business2', 'businessFax', 'callback', 'car', 'companyMain', 'home', 'home2', 'homeFax',
  'isdn', 'mobile', 'other', 'otherFax', 'pager', 'primary', 'radio', 'telex', 'ttyTdd',
] as const;

export type PhoneSlot = (typeof PHONE_SLOTS)[number];

/** A slot that is missing holds no number. */
export type Phones = { readonly [Slot in PhoneSlot]?: string };

/** A postal address; `street` may have several lines, ended by LF. */
export interface Address {
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
  readonly poBox: string;
}

export interface ContactFields {
  readonly name: PersonName;
  /** In order of preference. */
  readonly emails: readonly string[];
  readonly phones: Phones;
  readonly businessAddress: Address | null;
  readonly homeAddress: Address | null;
  readonly otherAddress: Address | null;
  readonly company: string;
  readonly department: string;
  readonly jobTitle: string;
  /** Plain text, lines ended by LF. */
  readonly note: string;
  readonly webPage: string;
  readonly birthday: DateText | null;
}
