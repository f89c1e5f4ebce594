// The UID of an event that was born in Outlook, from its GlobalAppointmentID (MS-OXOCAL 2.2.1.27; rules.md 7). Pure.
import { uid } from '../model/ids.js';
import type { Uid } from '../model/ids.js';

/** Every global object id begins so. */
const ARRAY_ID = '040000008200E00074C5B7101A82E008';

/** Bytes 16-19 hold the date of an exception, zero in the series itself; data begins at byte 40, after its length. */
const DATE_AT = 16;
const LENGTH_AT = 36;
const DATA_AT = 40;

/** Before a UID that came from an iCalendar text, which Outlook keeps as the data. */
const FOREIGN = Buffer.from('vCal-Uid\u0001\0\0\0', 'latin1');

/**
 * A foreign UID where the id holds one, else the id itself as Outlook spells it in iCalendar: hexadecimal, without an exception's date.
 * Undefined for '' and for what is no global object id.
 */
export function uidOfGlobalId(hex: string): Uid | undefined {
  if (!/^(?:[0-9A-F]{2})+$/i.test(hex) || !hex.toUpperCase().startsWith(ARRAY_ID)) return undefined;
  const bytes = Buffer.from(hex, 'hex');
  if (bytes.length < DATA_AT) return undefined;
  const data = bytes.subarray(DATA_AT, DATA_AT + bytes.readUInt32LE(LENGTH_AT));
  if (data.subarray(0, FOREIGN.length).equals(FOREIGN)) {
    const [text] = data.subarray(FOREIGN.length).toString('utf8').split('\0');
    if (text) return uid(text);
  }
  bytes.fill(0, DATE_AT, DATE_AT + 4);
  return uid(bytes.toString('hex').toUpperCase());
}
