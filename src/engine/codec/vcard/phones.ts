// TEL and Outlook's X-MS-TEL to and from the nineteen slots. A number that no slot can hold stays as it is.
import { canonicalLine } from '../../model/canonical.js';
import { PHONE_SLOTS, type Phones, type PhoneSlot } from '../../model/contact.js';
import type { LineToFormat } from '../content-lines/format.js';
import { paramValues, type ContentLine } from '../content-lines/lines.js';
import { escapeText } from '../content-lines/text.js';
import type { Row } from '../row.js';
import { canonicalPhones } from '../contact/canonical-contact.js';
import { addLine, linesNamed, removeLine, replaceLine, type Card } from './card.js';
import { IN_4, PHONE_ROWS, slotName, SYNONYMS } from './phone-rows.js';
import { decodedValue, oncePerParams, preferenceOf, textOf, typeParam, typesOf, withValue } from './value.js';

export const phonesRow: Row<Card, Phones> = {
  read(card) {
    const said: { [Slot in PhoneSlot]?: string } = {};
    for (const [slot, line] of slotsOf(card)) said[slot] = numberOf(line);
    return said;
  },
  write(card, phones) {
    const held = slotsOf(card);
    for (const slot of PHONE_SLOTS) {
      const number = phones[slot] ?? '';
      const line = held.get(slot);
      if (line && number === '') {
        removeLine(card, line);
        held.delete(slot);
      } else if (line && numberOf(line) !== number) {
        held.set(slot, replaceLine(card, line, withValue(line, escapeText(number), ['VALUE'])));
      } else if (!line && number !== '') {
        held.set(slot, addLine(card, newLine(card, slot, number)));
      }
    }
    nameDisplaced(card, held);
  },
  narrow: canonicalPhones,
};

/** Which line is which slot: names first, then types, in the order of the card; a line beyond a slot's count is nobody's. */
function slotsOf(card: Card): Map<PhoneSlot, ContentLine> {
  const held = new Map<PhoneSlot, ContentLine>();
  const unnamed: ContentLine[] = [];
  for (const line of linesNamed(card, 'TEL', 'X-MS-TEL')) {
    if (numberOf(line) === '') continue;
    const named = slotNamedBy(line);
    if (named === null) unnamed.push(line);
    else if (!held.has(named)) held.set(named, line);
  }
  for (const line of unnamed.filter((candidate) => candidate.name === 'TEL')) {
    const slot = slotsMeantBy(line).find((candidate) => !held.has(candidate));
    if (slot) held.set(slot, line);
  }
  return held;
}

/** TYPE that names a slot -> the row's place in the table: of several names the first row counts. */
const ROW_NAMED: ReadonlyMap<string, number> = new Map(PHONE_ROWS.flatMap(({ slot, names = [] }, at) => [slotName(slot), ...names].map((name) => [name, at] as const)));

const slotNamedBy = oncePerParams((line): PhoneSlot | null => {
  const rows = [...typesOf(line)].flatMap((type) => ROW_NAMED.get(type) ?? []);
  return PHONE_ROWS[Math.min(...rows)]?.slot ?? null;
});

/** Slots that the same types mean, in the order of the table. */
const SLOTS_MEANT = [...Map.groupBy(PHONE_ROWS.filter(({ needs }) => needs !== undefined), ({ needs = [] }) => needs.join())]
  .map(([, rows]) => ({ needs: rows[0]?.needs ?? [], slots: rows.map(({ slot }) => slot) }));

const slotsMeantBy = oncePerParams((line): readonly PhoneSlot[] => {
  const types = new Set([...typesOf(line)].map((type) => SYNONYMS[type] ?? type));
  if (preferenceOf(line) <= 100) types.add('PREF');
  return SLOTS_MEANT.find(({ needs }) => needs.every((type) => types.has(type)))?.slots ?? [];
});

/** `tel:` URIs (RFC 3966) as people write numbers; the extension as Outlook does. */
function numberOf(line: ContentLine): string {
  const uri = paramValues(line, 'VALUE').some((value) => value.toUpperCase() === 'URI') && /^tel:([^;]*)(.*)$/is.exec(decodedValue(line));
  if (!uri) return canonicalLine(textOf(line));
  const [, number = '', rest = ''] = uri;
  const extension = /;ext=([^;]+)/i.exec(rest)?.[1];
  return canonicalLine(extension === undefined ? number : `${number} x ${extension}`);
}

function newLine(card: Card, slot: PhoneSlot, number: string): LineToFormat {
  const types = PHONE_ROWS.find((row) => row.slot === slot)?.types ?? [];
  if (card.version !== '4.0') return { name: 'TEL', params: typeParam(types), value: escapeText(number) };
  const preference = types.includes('PREF') ? [{ name: 'PREF', values: ['1'] }] : [];
  const types4 = types.filter((type) => type !== 'PREF').map((type) => (IN_4[type] ?? type).toLowerCase());
  return { name: 'TEL', params: [...preference, ...typeParam(types4)], value: escapeText(number) };
}

/**
 * Which of two WORK numbers is the second goes by their order. When the first is gone, the other gets its slot's name,
 * else it would move up. A number that had no slot does move up: the user then sees it for the first time.
 */
function nameDisplaced(card: Card, held: Map<PhoneSlot, ContentLine>): void {
  const read = slotsOf(card);
  const displaced = [...held].find(([slot, line]) => read.get(slot) !== line);
  if (!displaced) return;
  const [slot, line] = displaced;
  if (typesOf(line).has(slotName(slot))) return;
  const name = card.version === '4.0' ? slotName(slot).toLowerCase() : slotName(slot);
  held.set(slot, replaceLine(card, line, { group: line.group, name: line.name, params: [...line.params, ...typeParam([name])], value: line.value }));
  nameDisplaced(card, held);
}
