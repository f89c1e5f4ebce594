// What is asked of one Outlook item and what comes back, in Outlook's own names: no field's meaning (design section 6).
import type { WireDate, WireValue } from './wire-value.js';

/**
 * Members to read of one item. `zones` are members that hold a TimeZone object, given as its ID; `pattern` are read from
 * GetRecurrencePattern() when IsRecurring is true (never otherwise: calling it makes the item recurring, OOM 4.1);
 * `occurrence` are read, with `zones`, of every changed occurrence of its Exceptions; `user` are user properties by name. A getter that fails fails the item: it is never taken for an empty value (OOM 7.2).
 */
export interface Members {
  readonly plain: readonly string[];
  readonly zones?: readonly string[];
  readonly pattern?: readonly string[];
  readonly occurrence?: readonly string[];
  readonly user?: readonly string[];
  /** Who meets, where MeetingStatus says that it is a meeting: guarded members, which plain appointments are not asked for. */
  readonly people?: true;
  /**
   * Texts, dates and lists of binaries by namespace (OOM 2.5); where there is a `when`, only if its member holds the text `is`, or a date with a time of
   * day: the accessor is guarded, and a call more.
   */
  readonly properties?: readonly {
    readonly as: string; readonly schema: string;
    readonly when?: { readonly member: string } & ({ readonly is: string } | { readonly timed: true });
  }[];
  /** The contact's picture: a hidden attachment whose name contains one of these (OOM 5.4). */
  readonly picture?: readonly string[];
  /**
   * What is attached, and the octets of files by value: not of hidden ones, of those that belong to a formatted text, nor of more than `most`.
   * `hidden` and `flags` are the properties that tell (OOM 2.5).
   */
  readonly attachments?: { readonly most: number; readonly hidden: string; readonly flags: string };
  /** The formatted text: large, guarded, and only there from Outlook 2010 on (OOM 3.1). */
  readonly rtf?: true;
  /** The members of a distribution list; `smtp` is the property that has the address of one that has none of its own. */
  readonly list?: { readonly smtp: string };
  /** Read instead of all these for items of that message class, and of classes below it. */
  readonly ofClass?: { readonly messageClass: string; readonly members: Members };
}

/** `address` is SMTP; '' for a name that no address is known of, null where the address book that would tell could not be asked. */
export interface PersonRecord {
  readonly name: string;
  readonly address: string | null;
}

export interface RecipientRecord extends PersonRecord {
  /** OlMeetingRecipientType: 0 organiser, 1 required, 2 optional, 3 resource. */
  readonly type: number;
  /** OlResponseStatus. */
  readonly response: number;
}

export interface AttachmentRecord {
  /** FileName; DisplayName where that is none of a file. */
  readonly name: string;
  /** OlAttachmentType: 1 by value, 4 by reference, 5 an item, 6 an OLE object. */
  readonly type: number;
  /** Octets; by Outlook's count, which is more than the file's, as long as `octets` was not read. */
  readonly size: number;
  readonly hidden: boolean;
  /** PR_ATTACH_FLAGS. */
  readonly flags: number;
  /** Base64; null where it was not to be read. It crosses as a file (desk-rules.md 4). */
  readonly octets: string | null;
  /** Once the octets are on the shelf. */
  readonly sha256?: string;
}

/** A member of a distribution list. */
export interface ListMember {
  readonly name: string;
  /** As Outlook has it: an SMTP address, or an X.500 name of Exchange. */
  readonly address: string;
  /** '' where Outlook knows none. */
  readonly smtp: string;
}

/**
 * One of a pattern's Exceptions. `original` is OriginalDate: of a changed one its start on the machine's clock, of a deleted one its date
 * in the zone of the series (OOM 4.5).
 */
export type ExceptionRecord =
  | { readonly deleted: true; readonly original: WireDate }
  | { readonly deleted: false; readonly original: WireDate; readonly plain: Readonly<Record<string, WireValue>>; readonly zones: Readonly<Record<string, string>>;
      /** `octets` null also where the series has a file of that name and size. */
      readonly attachments?: readonly AttachmentRecord[] };

/** One item as read: Outlook's own names. `pattern` is null when the item does not recur; then it has no `exceptions`. */
export interface ItemRecord {
  readonly id: string;
  /** LastModificationTime as `YYYY-MM-DDTHH:MM:SS.fffffff`, local, read after the item was fetched anew. */
  readonly version: string;
  readonly parent: string;
  readonly messageClass: string;
  readonly plain: Readonly<Record<string, WireValue>>;
  readonly zones?: Readonly<Record<string, string>>;
  readonly pattern?: Readonly<Record<string, WireValue>> | null;
  readonly exceptions?: readonly ExceptionRecord[];
  readonly user?: Readonly<Record<string, WireValue>>;
  /** null: no meeting. */
  readonly people?: { readonly organizer: PersonRecord | null; readonly recipients: readonly RecipientRecord[] } | null;
  /** A list of binaries (type 1102) in base64; null where the item has no such property; a name that was not to be read is missing. */
  readonly properties?: Readonly<Record<string, string | readonly string[] | WireDate | null>>;
  /** Base64; null without one. It crosses as a file (desk-rules.md 4). */
  readonly picture?: string | null;
  readonly list?: readonly ListMember[];
  readonly attachments?: readonly AttachmentRecord[];
  /** Base64; null where there is none. It crosses as a file. */
  readonly rtf?: string | null;
  /** SHA-256 of the formatted text, once its octets are on the shelf. */
  readonly formatted?: string;
}
