// What the Outlook side needs of a codec for one kind of item: which members to read, what they mean, which writes in which order.
import type { ItemRecord, Members } from '../../../ps-host/item-record.js';
import type { DeskFacts } from '../../../ps-host/desk-facts.js';
import type { Step } from '../../../ps-host/protocol.js';
import type { Answer, Role } from '../../model/event.js';
import type { Kind, Uid } from '../../model/ids.js';
import type { FieldName, Fields } from '../../model/item.js';
import type { Shelf } from '../shelf.js';

/** What of the machine the meaning of an item depends on. */
export interface OutlookDesk {
  /** Windows id of the machine's zone: Start and End are in it, whatever StartTimeZone says (OOM 3.2). */
  readonly zone: string;
  /** Categories and lists of names are joined by it and a blank (OOM 3.1, 7.6). */
  readonly listSeparator: string;
  /** Outlook's major version: 12 is 2007, 14 is 2010, 15 is 2013, 16 is all later ones (OOM 1.1); the newest when absent. */
  readonly major?: number;
}

export const outlookDesk = ({ zone, listSeparator, outlookVersion }: Pick<DeskFacts, 'zone' | 'listSeparator' | 'outlookVersion'>): OutlookDesk =>
  ({ zone, listSeparator, major: Number.parseInt(outlookVersion, 10) });

/** What becomes of attendees in Outlook (rules.md 27): 'auto' is that rule, 'off' leaves them on the server alone. */
export type MeetingMode = 'auto' | 'recipients' | 'text' | 'off';

/** Words that stand in items, in the user's language. */
export interface MeetingWords {
  /** Above the attendees in the text of an item. */
  readonly heading: string;
  readonly organizer: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly answers: Readonly<Record<Answer, string>>;
  /** Before the subject of an event that was called off, as Outlook's own. */
  readonly cancelled: string;
}

/** What the meaning of an appointment depends on beside. */
export interface AppointmentDesk extends OutlookDesk {
  /** Milliseconds since 1970 at the beginning of the run: reminders before it are past (rules.md 28). Without it none is. */
  readonly now?: number;
  /** The user's own e-mail address: whose meetings are the user's. */
  readonly self?: string;
  /** 'auto' when absent. */
  readonly meetings?: MeetingMode;
  readonly words?: MeetingWords;
  /** Where the octets of attached files lie; for this codec alone when absent. */
  readonly files?: Shelf;
}

export interface OutlookWrite<K extends Kind> {
  readonly fields: Fields<K>;
  readonly chosen: ReadonlySet<FieldName<K>>;
  /** The item as it is now; null for a new one. Some writes depend on it (a pattern must be cleared before times change). */
  readonly current: ItemRecord | null;
  /** Who a new item is. */
  readonly uid?: Uid;
  /** The item as it once was, of which this write brings something back: what fields do not say (formatting) is taken from it. */
  readonly former?: ItemRecord;
}

export interface OutlookCodec<K extends Kind> {
  readonly kind: K;
  /** OlItemType for folders and Items.Add. */
  readonly itemType: 1 | 2;
  readonly messageClass: 'IPM.Appointment' | 'IPM.Contact';
  /** A second class that the codec reads and writes: distribution lists among contacts (OOM 5.5). */
  readonly otherClass?: 'IPM.DistList';
  /** The class of a new item; `messageClass` where it is absent. */
  classOf?(fields: Fields<K>): string;
  readonly members: Members;
  /** The record as it is kept: octets put on the shelf. Absent: as it is. */
  shelved?(record: ItemRecord): ItemRecord;
  /** Fields whose write destroys what they do not say, and what is read of the item before it to be able to bring that back. Absent: none. */
  readonly keeps?: { readonly fields: ReadonlySet<FieldName<K>>; readonly members: Members };
  /** Names of files that belong to the item and are in neither its fields nor its record. Absent: none are. */
  unkept?(record: ItemRecord): readonly string[];
  /** @throws M2KError Unreadable, with the field, when the item says something the model cannot hold (rule: never silently changed). */
  read(record: ItemRecord): Fields<K>;
  /** In the order Outlook wants (OOM 3.1, 4.8, 5.2); the caller adds the mark and the last save. */
  steps(write: OutlookWrite<K>): readonly Step[];
  narrow(fields: Fields<K>): Fields<K>;
  /** Whether one item can be what the fields say; absent: always. Where not, `steps` refuses. */
  holds?(fields: Fields<K>): boolean;
}
