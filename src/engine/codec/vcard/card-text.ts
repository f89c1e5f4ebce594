// Contacts as vCard text (RFC 2426, RFC 6350): read in any version, written over the server's own card.
import { equal } from '../../model/canonical.js';
import type { ContactFields } from '../../model/contact.js';
import { uid, type Uid } from '../../model/ids.js';
import { named } from '../named-errors.js';
import { narrowFields, readFields, withChosen, writeFields } from '../table.js';
import type { ParsedText, TextCodec, TextToFormat } from '../text-codec.js';
import { canonicalMailing, withoutStandIn } from '../contact/canonical-contact.js';
import { isFormula } from '../contact/file-as.js';
import { ofItsKind } from '../contact/kinds.js';
import { newMeans, type Means } from '../means.js';
import { completeMailing } from './addresses.js';
import { cardSource, linesNamed, parseCard, unreadable, type Card } from './card.js';
import { completeFormattedName } from './name.js';
import { newCard } from './new-card.js';
import { revisionOf, writeRevision } from './revision.js';
import { isGroup } from './people.js';
import { keepPicture, missingPictures } from './pictures.js';
import { cardRows } from './rows.js';
import { refuseUnwritable, upgraded } from './upgrade.js';
import { textOf } from './value.js';
import { validated } from './validated.js';

/**
 * `version` is what a new card is written as; a card of the server keeps its own, but 2.1 becomes 3.0 when it changes. `means` are shared by
 * all codecs of one run: what one card showed, another can name.
 */
export function cardText(version: '3.0' | '4.0', means: Means = newMeans()): TextCodec<'contact'> {
  const rows = cardRows(means);
  const names = Object.keys(rows) as (keyof ContactFields)[];

  function narrow(fields: ContactFields): ContactFields {
    const whole = ofItsKind(narrowFields(rows, fields)), held = withoutStandIn(whole);
    // Of the name before a stand-in goes, as in Outlook: it may be part of the formula.
    return { ...held, fileAs: isFormula(held.fileAs, whole) ? '' : held.fileAs, mailingAddress: canonicalMailing(held) };
  }

  const fieldsOf = (card: Card): ContactFields => narrow(readFields(rows, card));

  function parse(text: string): ParsedText<'contact'> {
    const card = contactCard(text), fields = fieldsOf(card), uid = uidOf(card);
    const modified = revisionOf(card);
    means.directory.learn(uid, fields);
    return { uid, fields, ...(modified === undefined ? {} : { modified }) };
  }

  const blank = fieldsOf(newCard({ version, uid: '', now: '' }));

  function formatNew({ item, now }: TextToFormat<'contact'>): string {
    const card = newCard({ version, uid: item.uid, now });
    writeChanges(card, blank, narrow(item.fields));
    const text = cardSource(card);
    return version === '4.0' ? validated(text) : text;
  }

  /** The server's own text when nothing of what is chosen differs from it. */
  function formatOver(over: string, { item, chosen, now }: TextToFormat<'contact'>): string {
    const card = contactCard(over);
    const before = fieldsOf(card);
    const target = narrow(withChosen(before, item.fields, chosen));
    if (equal(before, target)) return over;
    refuseUnwritable(card);
    writeChanges(card, before, target);
    writeRevision(card, now);
    return cardSource(card);
  }

  function writeChanges(card: Card, before: ContactFields, target: ContactFields): void {
    writeFields(rows, card, { fields: target, chosen: new Set(names.filter((name) => !equal(before[name], target[name]))) });
    completeMailing(card, target);
    completeFormattedName(card, target);
  }

  return {
    kind: 'contact', contentType: 'text/vcard; charset=utf-8', extension: '.vcf', parse, narrow,
    format: (input) => (input.over === undefined ? formatNew(input) : formatOver(input.over, input)),
    waits: namesOthers,
    pictures: {
      missing: (text) => (/^(?:[\w-]+\.)?PHOTO[;:]/im.test(text) ? missingPictures(parseCard(text), means.files) : []),
      keep: (address, octets) => { keepPicture(means.files, address, octets); },
    },
  };
}

/** A group is read after the cards that it names: it knows them by their UIDs only. */
function namesOthers(text: string): boolean {
  return /^(?:(?:X-ADDRESSBOOKSERVER-)?KIND[;:]|BEGIN:VLIST)/im.test(text) && isGroup(parseCard(text));
}

/** @throws M2KError Unreadable */
function contactCard(text: string): Card {
  const card = upgraded(parseCard(text));
  named(linesNamed(card, 'FN').map(textOf)[0]?.trim() ?? '', () => uidOf(card));
  return card;
}

/** @throws M2KError Unreadable without a UID: RFC 6352 section 5.1 demands one, and nothing else says who a card is. */
function uidOf(card: Card): Uid {
  const text = linesNamed(card, 'UID').map(textOf)[0]?.trim() ?? '';
  if (text === '') throw unreadable('no-uid', linesNamed(card, 'FN')[0]?.raw ?? '', 'UID');
  return uid(text);
}
