// Rows for what has no property of its own in vCard 3.0, or one in 4.0 only: the people around a contact, its spoken names, Outlook's own fields.
import { PHONETIC_SLOTS, USER_SLOTS, type Phonetics, type PhoneticSlot, type UserFields, type UserSlot } from '../../model/contact.js';
import type { ContentLine } from '../content-lines/lines.js';
import { escapeText } from '../content-lines/text.js';
import { canonicalSlots, canonicalTexts } from '../contact/canonical-contact.js';
import type { Row } from '../row.js';
import { addLine, isVlist, linesNamed, removeLine, replaceLine, type Card } from './card.js';
import { linesOf, sourceListRow, sourceRow, type Source } from './sources.js';
import { textOf, typeParam, typesOf, withValue } from './value.js';

const related = (type: string) => ({ name: 'RELATED', params: [...typeParam([type]), { name: 'VALUE', values: ['text'] }], value: '' });
const apple = (label: string) => ({ name: 'X-ABRELATEDNAMES', label });

// X-MS-* is MS-OXVCARD's, X-EVOLUTION-* GNOME's, X-KADDRESSBOOK-* KDE's.
export const spouseRow = sourceRow({
  names: ['X-SPOUSE', 'X-MS-SPOUSE', 'X-EVOLUTION-SPOUSE', 'X-KADDRESSBOOK-X-SPOUSESNAME'], labelled: apple('Spouse'), related: 'SPOUSE', in4: related('spouse'),
});
export const managerRow = sourceRow({ names: ['X-MANAGER', 'X-MS-MANAGER', 'X-EVOLUTION-MANAGER', 'X-KADDRESSBOOK-X-MANAGERSNAME'], labelled: apple('Manager') });
export const assistantRow = sourceRow({ names: ['X-ASSISTANT', 'X-MS-ASSISTANT', 'X-EVOLUTION-ASSISTANT', 'X-KADDRESSBOOK-X-ASSISTANTSNAME'], labelled: apple('Assistant') });
export const childrenRow = sourceListRow({ names: ['X-MS-CHILD', 'X-CHILDREN'], labelled: apple('Child'), related: 'CHILD', in4: related('child') }, canonicalTexts);
export const fileAsSource: Source = { names: ['X-EVOLUTION-FILE-AS', 'X-MS-FILE-AS', 'X-FILE-AS'] };
export const fileAsRow = sourceRow(fileAsSource);

const PHONETIC: Readonly<Record<PhoneticSlot, Row<Card, string>>> = {
  given: sourceRow({ names: ['X-PHONETIC-FIRST-NAME', 'X-MS-YOMI-FIRST-NAME'] }),
  family: sourceRow({ names: ['X-PHONETIC-LAST-NAME', 'X-MS-YOMI-LAST-NAME'] }),
  company: sourceRow({ names: ['X-PHONETIC-ORG', 'X-MS-YOMI-COMPANY-NAME'] }),
};

export const phoneticsRow: Row<Card, Phonetics> = {
  read: (card) => canonicalSlots(PHONETIC_SLOTS, Object.fromEntries(PHONETIC_SLOTS.map((slot) => [slot, PHONETIC[slot].read(card)]))),
  write(card, phonetics) {
    for (const slot of PHONETIC_SLOTS) {
      const row = PHONETIC[slot], text = phonetics[slot] ?? '';
      if (row.read(card) !== text) row.write(card, text);
    }
  },
  narrow: (phonetics) => canonicalSlots(PHONETIC_SLOTS, phonetics),
};

const CUSTOM = 'X-MS-TEXT';

/** MS-OXVCARD's X-MS-TEXT with TYPE=CUSTOM1 to CUSTOM4; without a type, by their order. */
function userLines(card: Card): ReadonlyMap<UserSlot, ContentLine> {
  const held = new Map<UserSlot, ContentLine>();
  const lines = linesOf(card, { names: [CUSTOM] });
  if (lines.length === 0) return held;
  const untyped: ContentLine[] = [];
  for (const line of lines) {
    const types = typesOf(line), slot = USER_SLOTS.find((one) => types.has(TYPE_OF[one]));
    if (slot === undefined) untyped.push(line);
    else if (!held.has(slot)) held.set(slot, line);
  }
  for (const line of untyped) {
    const free = USER_SLOTS.find((slot) => !held.has(slot));
    if (free !== undefined) held.set(free, line);
  }
  return held;
}

const TYPE_OF: Readonly<Record<UserSlot, string>> = { user1: 'CUSTOM1', user2: 'CUSTOM2', user3: 'CUSTOM3', user4: 'CUSTOM4' };

export const userFieldsRow: Row<Card, UserFields> = {
  read: (card) => canonicalSlots(USER_SLOTS, Object.fromEntries([...userLines(card)].map(([slot, line]) => [slot, textOf(line)]))),
  write(card, fields) {
    const held = userLines(card), before = userFieldsRow.read(card);
    for (const slot of USER_SLOTS) {
      const line = held.get(slot), text = fields[slot] ?? '';
      const changed = text !== (before[slot] ?? '');
      if (line === undefined) {
        if (text !== '') addLine(card, { name: CUSTOM, params: typeParam([TYPE_OF[slot]]), value: escapeText(text) });
      } else if (text === '') {
        removeLine(card, line);
      } else if (changed || !typesOf(line).has(TYPE_OF[slot])) {
        // With its type: a line that has its slot by order only would move when another goes.
        replaceLine(card, line, { ...withValue(line, changed ? escapeText(text) : line.value, ['TYPE']), params: typeParam([TYPE_OF[slot]]) });
      }
    }
  },
  narrow: (fields) => canonicalSlots(USER_SLOTS, fields),
};

/** Whether a card is one of a group: any other KIND is a person to Outlook (a company has no item of its own there). */
export const isGroup = (card: Card): boolean => isVlist(card) || linesNamed(card, 'KIND', 'X-ADDRESSBOOKSERVER-KIND').some((line) => textOf(line).trim().toLowerCase() === 'group');
