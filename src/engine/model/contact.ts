// What a contact says, as both sides mean it. Every value is plain JSON; absent text is ''.
import type { Sensitivity } from './event.js';
import type { DateText } from './time.js';

/** `list`: a distribution list, whose `members` count; of its other fields only the name, note, categories and sensitivity do. */
export type ContactKind = 'person' | 'list';

/** `full` is the name as one text (vCard FN); '' where a side derives it from the parts. */
export interface PersonName {
  readonly prefix: string;
  readonly given: string;
  readonly middle: string;
  readonly family: string;
  readonly suffix: string;
  readonly full: string;
}

/** How names are spoken (Outlook's Yomi members): a slot that is missing says nothing. */
export const PHONETIC_SLOTS = ['given', 'family', 'company'] as const;
export type PhoneticSlot = (typeof PHONETIC_SLOTS)[number];
export type Phonetics = { readonly [Slot in PhoneticSlot]?: string };

/** Outlook's nineteen telephone members, without the word Number. */
export const PHONE_SLOTS = [
  'assistant', 'business', 'business2', 'businessFax', 'callback', 'car', 'companyMain', 'home', 'home2', 'homeFax',
  'isdn', 'mobile', 'other', 'otherFax', 'pager', 'primary', 'radio', 'telex', 'ttyTdd',
] as const;

export type PhoneSlot = (typeof PHONE_SLOTS)[number];

/** A slot that is missing holds no number. */
export type Phones = { readonly [Slot in PhoneSlot]?: string };

/** Outlook's User1 to User4. */
export const USER_SLOTS = ['user1', 'user2', 'user3', 'user4'] as const;
export type UserSlot = (typeof USER_SLOTS)[number];
export type UserFields = { readonly [Slot in UserSlot]?: string };

/** A postal address; `street` may have several lines, ended by LF. */
export interface Address {
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
  readonly poBox: string;
}

/** In the order in which one is taken for the mailing address where nobody chose. */
export const ADDRESS_PLACES = ['business', 'home', 'other'] as const;
export type AddressPlace = (typeof ADDRESS_PLACES)[number];

export type Gender = '' | 'female' | 'male';

/** A picture by what it is: its octets are on a shelf (codec/shelf.ts), not in the model. */
export interface Photo {
  /** SHA-256 of its octets, hexadecimal, lower case. */
  readonly sha256: string;
  readonly octets: number;
  readonly format: 'jpeg' | 'png' | 'gif' | 'bmp' | 'tiff' | 'other';
}

export interface ContactFields {
  readonly kind: ContactKind;
  readonly name: PersonName;
  /** What it is filed under, where that is more than a formula of the name and the company. */
  readonly fileAs: string;
  readonly phonetics: Phonetics;
  readonly nicknames: readonly string[];
  /** In order of preference. */
  readonly emails: readonly string[];
  readonly phones: Phones;
  readonly businessAddress: Address | null;
  readonly homeAddress: Address | null;
  readonly otherAddress: Address | null;
  /** Of the addresses that are there; null without any. */
  readonly mailingAddress: AddressPlace | null;
  /** Addresses of instant messages, in order of preference: URIs (`xmpp:ann@example.com`) or whatever the user wrote. */
  readonly im: readonly string[];
  readonly company: string;
  readonly department: string;
  readonly jobTitle: string;
  readonly role: string;
  readonly office: string;
  readonly manager: string;
  readonly assistant: string;
  readonly spouse: string;
  readonly children: readonly string[];
  /** Plain text, lines ended by LF. */
  readonly note: string;
  readonly webPage: string;
  readonly homePage: string;
  /** URL of the free-busy times. */
  readonly freeBusy: string;
  readonly birthday: DateText | null;
  readonly anniversary: DateText | null;
  readonly gender: Gender;
  readonly categories: readonly string[];
  readonly sensitivity: Sensitivity;
  readonly userFields: UserFields;
  readonly photo: Photo | null;
  /** X.509 certificates that mail to this person is encrypted with: DER in base64, in the order of their texts. */
  readonly certificates: readonly string[];
  /** Of a list: `mailto:<address in lower case>`, or the URI of a member that is no card of the book. */
  readonly members: readonly string[];
}
