// PidLidGlobalObjectId, which Outlook shows as GlobalAppointmentID (MS-OXOCAL 2.2.1.27): the UID in it, and the id for a UID. Pure.
import { uid } from '../../model/ids.js';
import type { Uid } from '../../model/ids.js';

/** Every global object id begins so. */
const ARRAY_ID = '040000008200E00074C5B7101A82E008';

/** Bytes 16-19 hold the date of an exception, zero in the series itself; data begins at byte 40, after its length. */
const DATE_AT = 16;
const LENGTH_AT = 36;
const DATA_AT = 40;

/** Before a UID that came from an iCalendar text, which Outlook keeps as the data. */
const FOREIGN = Buffer.from('vCal-Uid\u0001\0\0\0', 'latin1');

const isGlobalId = (hex: string): boolean => /^(?:[0-9A-F]{2})+$/i.test(hex) && hex.toUpperCase().startsWith(ARRAY_ID) && hex.length >= 2 * DATA_AT;

/**
 * A foreign UID where the id holds one, else the id itself as Outlook spells it in iCalendar: hexadecimal, without an exception's date.
 * Undefined for '' and for what is no global object id.
 */
export function uidOfGlobalId(hex: string): Uid | undefined {
  if (!isGlobalId(hex)) return undefined;
  const bytes = Buffer.from(hex, 'hex');
  const data = bytes.subarray(DATA_AT, DATA_AT + bytes.readUInt32LE(LENGTH_AT));
  if (data.subarray(0, FOREIGN.length).equals(FOREIGN)) {
    const [text] = data.subarray(FOREIGN.length).toString('utf8').split('\0');
    if (text) return uid(text);
  }
  bytes.fill(0, DATE_AT, DATE_AT + 4);
  return uid(bytes.toString('hex').toUpperCase());
}

/** In hexadecimal: what a meeting with this UID bears, so that an invitation that comes by mail later is known for the same (OOM 8.3). */
export function globalIdOf(id: Uid): string {
  if (isGlobalId(id)) return id.toUpperCase();
  const data = Buffer.concat([FOREIGN, Buffer.from(`${id}\0`, 'utf8')]);
  const bytes = Buffer.alloc(DATA_AT);
  bytes.write(ARRAY_ID, 'hex');
  bytes.writeUInt32LE(data.length, LENGTH_AT);
  return Buffer.concat([bytes, data]).toString('hex').toUpperCase();
}
