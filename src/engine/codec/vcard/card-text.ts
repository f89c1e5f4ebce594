// Contacts as vCard text (RFC 2426, RFC 6350): read in any version, written over the server's own card.
import { equal } from '../../model/canonical.js';
import type { ContactFields } from '../../model/contact.js';
import { uid, type Uid } from '../../model/ids.js';
import { named } from '../named-errors.js';
import { narrowFields, readFields, writeFields } from '../table.js';
import type { ParsedText, TextCodec, TextToFormat } from '../text-codec.js';
import { withoutStandIn } from './canonical-contact.js';
import { cardSource, linesNamed, parseCard, unreadable, type Card } from './card.js';
import { completeFormattedName } from './name.js';
import { newCard } from './new-card.js';
import { revisionOf, writeRevision } from './revision.js';
import { CARD_ROWS } from './rows.js';
import { refuseNested, upgraded } from './upgrade.js';
import { textOf } from './value.js';
import { validated } from './validated.js';

/** `version` is what a new card is written as; a card of the server keeps its own, but 2.1 becomes 3.0 when it changes. */
export function cardText(version: '3.0' | '4.0'): TextCodec<'contact'> {
  return {
    kind: 'contact',
    contentType: 'text/vcard; charset=utf-8',
    extension: '.vcf',
    parse: parseText,
    format: (input) => (input.over === undefined ? formatNew(version, input) : formatOver(input.over, input)),
    narrow,
  };
}

function parseText(text: string): ParsedText<'contact'> {
  const card = contactCard(text);
  const modified = revisionOf(card);
  return { uid: uidOf(card), fields: fieldsOf(card), ...(modified === undefined ? {} : { modified }) };
}

function formatNew(version: '3.0' | '4.0', { item, now }: TextToFormat<'contact'>): string {
  const card = newCard({ version, uid: item.uid, now });
  writeChanges(card, narrow(item.fields));
  const text = cardSource(card);
  return version === '4.0' ? validated(text) : text;
}

/** The server's own text when nothing of what is chosen differs from it. */
function formatOver(over: string, { item, chosen, now }: TextToFormat<'contact'>): string {
  const card = contactCard(over);
  const before = fieldsOf(card);
  const picked = Object.fromEntries([...chosen].map((name) => [name, item.fields[name]]));
  const target = narrow({ ...before, ...picked });
  if (equal(before, target)) return over;
  refuseNested(card);
  writeChanges(card, target);
  writeRevision(card, now);
  return cardSource(card);
}

function writeChanges(card: Card, target: ContactFields): void {
  const before = fieldsOf(card);
  const names = Object.keys(CARD_ROWS) as (keyof ContactFields)[];
  writeFields(CARD_ROWS, card, { fields: target, chosen: new Set(names.filter((name) => !equal(before[name], target[name]))) });
  completeFormattedName(card, target);
}

const narrow = (fields: ContactFields): ContactFields => withoutStandIn(narrowFields(CARD_ROWS, fields));

const fieldsOf = (card: Card): ContactFields => narrow(readFields(CARD_ROWS, card));

/** @throws M2KError Unreadable for a group of contacts (RFC 6350 section 6.1.4, Apple's in 3.0): it is no person to show in Outlook. */
function contactCard(text: string): Card {
  const card = upgraded(parseCard(text));
  const kind = linesNamed(card, 'KIND', 'X-ADDRESSBOOKSERVER-KIND').find((line) => textOf(line).trim().toLowerCase() === 'group');
  if (kind) named(linesNamed(card, 'FN').map(textOf)[0]?.trim() ?? '', () => { throw unreadable('card-is-a-group', kind.raw, 'KIND'); });
  uidOf(card);
  return card;
}

/** @throws M2KError Unreadable without a UID: RFC 6352 section 5.1 demands one, and nothing else says who a card is. */
function uidOf(card: Card): Uid {
  const text = linesNamed(card, 'UID').map(textOf)[0]?.trim() ?? '';
  if (text === '') throw unreadable('no-uid', linesNamed(card, 'FN')[0]?.raw ?? '', 'UID');
  return uid(text);
}
