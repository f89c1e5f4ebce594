// What the server side needs of a codec for one kind of text (iCalendar, vCard): pure, no network.
import type { Kind, Uid } from '../model/ids.js';
import type { FieldName, Fields, Item } from '../model/item.js';

export interface ParsedText<K extends Kind> {
  readonly uid: Uid;
  readonly fields: Fields<K>;
  /** Names of files that belong to the item and are not in its text: its deletion may take them along. */
  readonly unkept?: readonly string[];
  /** LAST-MODIFIED or REV as ISO 8601 UTC, where the text has one. */
  readonly modified?: string;
}

export interface TextToFormat<K extends Kind> {
  readonly item: Item<K>;
  /** The fields to write; with `over` all else stays byte for byte where the parser allows. */
  readonly chosen: ReadonlySet<FieldName<K>>;
  /** The server's own text of this item; without it a new text is made and `chosen` must hold every field. */
  readonly over?: string;
  /** ISO 8601 UTC, for DTSTAMP, LAST-MODIFIED and REV. */
  readonly now: string;
}

export interface TextCodec<K extends Kind> {
  readonly kind: K;
  /** 'text/calendar; charset=utf-8' or 'text/vcard; charset=utf-8' */
  readonly contentType: string;
  readonly extension: '.ics' | '.vcf';
  /** @throws M2KError Unreadable, with field and excerpt. */
  parse(text: string): ParsedText<K>;
  format(input: TextToFormat<K>): string;
  narrow(fields: Fields<K>): Fields<K>;
  /** Pictures that a text only points to. Absent: none does. */
  readonly pictures?: {
    /** Addresses (http, https) that were never asked. Throws what `parse` does. */
    missing(text: string): readonly string[];
    /** What an address gave. */
    keep(address: string, octets: Uint8Array): void;
  };
  /** Whether a text names other items, and so is read after them. Absent: none does. */
  waits?(text: string): boolean;
}
