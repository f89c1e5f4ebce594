// One ContactItem or DistListItem while it is read or written: its members as the host gave them, and the steps that change them.
import { M2KError } from '../../errors.js';
import { equal } from '../../model/canonical.js';
import type { Row } from '../row.js';
import type { ItemRecord } from '../../../ps-host/item-record.js';
import type { Step } from '../../../ps-host/protocol.js';
import type { WireValue } from '../../../ps-host/wire-value.js';

/** What the rows read and write. */
export interface ContactItem extends Pick<ItemRecord, 'properties' | 'picture' | 'list' | 'user'> {
  /** Outlook's own names (OOM 5.1). */
  readonly plain: Readonly<Record<string, WireValue>>;
  readonly steps: Step[];
}

/** Name of a property of PSETID_Address by its id and type, as `804D0102` (OOM 2.5). */
export const addressProperty = (tag: string): string => `http://schemas.microsoft.com/mapi/id/{00062004-0000-0000-C000-000000000046}/${tag}`;

const unreadable = (reason: string, field: string): M2KError => new M2KError('Unreadable', { reason, side: 'outlook', field });

/** @throws M2KError Unreadable when the host gave no text: a member that is missing is never taken for an empty one (OOM 7.2). */
export function textMember(item: ContactItem, member: string): string {
  const held = item.plain[member];
  if (typeof held === 'string') return held;
  // Unset Categories are Null (OOM 3.1).
  if (held === null && member === 'Categories') return '';
  throw unreadable('not-text', member);
}

/** @throws M2KError Unreadable when the host gave no number. */
export function numberMember(item: ContactItem, member: string): number {
  const held = item.plain[member];
  if (typeof held === 'number') return held;
  throw unreadable('not-a-number', member);
}

/** Sets a member unless it holds that value. Outlook ends lines by CRLF. */
export function setMember(item: ContactItem, member: string, to: WireValue): void {
  const spelled = typeof to === 'string' ? to.replaceAll('\n', '\r\n') : to;
  if (!equal(item.plain[member], spelled)) item.steps.push({ do: 'set', name: member, to: spelled });
}

export function textRow(member: string, canonical: (held: string) => string): Row<ContactItem, string> {
  const read = (item: ContactItem): string => canonical(textMember(item, member));
  return {
    read,
    write: (item, value) => { if (read(item) !== value) setMember(item, member, value); },
    narrow: canonical,
  };
}

/** Several names in one text, joined by the Windows list separator and a blank (OOM 5.2): what separates names on some desk becomes a blank in one. */
export function namesRow(member: string, listSeparator: string, canonical: (names: readonly string[], separators: readonly string[]) => readonly string[]): Row<ContactItem, readonly string[]> {
  const separators = [...new Set([',', ';', listSeparator])], anySeparator = new RegExp(`[${separators.join('').replace(/[\\\]^-]/g, '\\$&')}]`);
  const narrow = (names: readonly string[]): readonly string[] => canonical(names, separators);
  const read = (item: ContactItem): readonly string[] => narrow(textMember(item, member).split(anySeparator));
  return {
    read,
    write: (item, names) => { if (!equal(read(item), names)) setMember(item, member, names.join(`${listSeparator} `)); },
    narrow,
  };
}

export function wordRow<Word extends string>(member: string, words: readonly Word[]): Row<ContactItem, Word> {
  return {
    read(item) {
      const word = words[numberMember(item, member)];
      if (word === undefined) throw unreadable('value-unknown', member);
      return word;
    },
    write: (item, word) => { setMember(item, member, words.indexOf(word)); },
  };
}
