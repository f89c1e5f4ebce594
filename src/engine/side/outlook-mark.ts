// The mark that we write into an Outlook item (rules.md 7): its spelling in the user property, and how an item is found by it.
import { uid } from '../model/ids.js';
import type { Uid } from '../model/ids.js';
import type { MarkQuery } from '../../ps-host/protocol.js';
import type { Mark } from './side.js';

/** Name of the user property: letters and digits only, for `[ ] _ #` are not allowed (OOM 2.6). */
export const MARK_PROPERTY = 'M2KSync';

/** The same property as a table column and in a filter: user properties live in PS_PUBLIC_STRINGS; 001f is text (OOM 2.5). */
export const MARK_COLUMN = `http://schemas.microsoft.com/mapi/string/{00020329-0000-0000-C000-000000000046}/${MARK_PROPERTY}/0x0000001f`;

/** Tables cut text here (OOM 2.4): a mark as long as this may have lost its end. */
const TABLE_TEXT = 255;

/**
 * `uid|token|link`, and `|part` of an item that is one of several, each in letters, digits, `-` and `.`; every other byte of its UTF-8 as ~XX. So the text needs no quotes in a DASL filter,
 * holds no wildcard, and is not changed by anything on its way.
 */
export const formatMark = (mark: Mark): string => [mark.uid, mark.token, mark.link, ...(mark.part === undefined ? [] : [mark.part])].map(escaped).join('|');

/** Undefined for text that is no mark. */
export function parseMark(text: string): Mark | undefined {
  const texts = text.split('|'), [id, token, link, part] = texts.map(unescaped);
  if (!id || token === undefined || link === undefined || texts.length > 4 || (texts.length === 4 && !part)) return undefined;
  return { uid: uid(id), token, link, ...(part === undefined ? {} : { part }) };
}

/** As parseMark, for the cell of a table; undefined also where the table may have cut it: the item itself has the whole mark. */
export const parseMarkCell = (text: string): Mark | undefined => (text.length >= TABLE_TEXT ? undefined : parseMark(text));

/** Finds whatever bears this UID, whoever marked it. */
export const marksOf = (id: Uid): MarkQuery => ({ column: MARK_COLUMN, begins: `${escaped(id)}|` });

const escaped = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(/[!'()*_~]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll('%', '~');

function unescaped(text: string): string | undefined {
  if (!/^(?:[A-Za-z0-9.-]|~[0-9A-F]{2})*$/.test(text)) return undefined;
  try {
    return decodeURIComponent(text.replaceAll('~', '%'));
  } catch {
    return undefined;
  }
}
