// Cards that are lists of other cards: KIND:group with MEMBER (RFC 6350 sections 6.1.4, 6.6.5), Apple's names for them in vCard 3.0.
import type { ContactKind } from '../../model/contact.js';
import { canonicalMembers } from '../contact/kinds.js';
import type { Directory } from '../contact/directory.js';
import { paramValues, type ContentLine } from '../content-lines/lines.js';
import type { Row } from '../row.js';
import { addLine, isVlist, linesNamed, removeLine, type Card } from './card.js';
import { isGroup } from './people.js';
import { textOf } from './value.js';

const KIND = 'KIND', KIND_3 = 'X-ADDRESSBOOKSERVER-KIND';
const MEMBER = 'MEMBER', MEMBER_3 = 'X-ADDRESSBOOKSERVER-MEMBER';

/** `CARD;EMAIL=a@example.com;FN=Ann:<name of the card's object>`; a card's name is its UID, with .vcf. */
const MEMBER_OF_VLIST = 'CARD';

export const kindRow: Row<Card, ContactKind> = {
  read: (card) => (isGroup(card) ? 'list' : 'person'),
  write(card, kind) {
    for (const line of linesNamed(card, KIND, KIND_3)) removeLine(card, line);
    if (kind === 'list') addLine(card, { name: card.version === '4.0' ? KIND : KIND_3, value: 'group' });
  },
};

/**
 * A member that is a card of the book is known by that card's first address, as in Outlook; what the book lacks keeps its URI.
 * A new member that is a card of the book is named by its UID, so that it stays the same person when the address changes.
 */
export const membersRow = (directory: Directory): Row<Card, readonly string[]> => ({
  read: (card) => canonicalMembers(memberLines(card).map((line) => memberOf(line, directory))),
  write(card, members) {
    const held = new Set<string>();
    for (const line of memberLines(card)) {
      const [member = ''] = canonicalMembers([memberOf(line, directory)]);
      if (members.includes(member)) held.add(member);
      else removeLine(card, line);
    }
    for (const member of members.filter((one) => !held.has(one))) addLine(card, { name: card.version === '4.0' ? MEMBER : MEMBER_3, value: uriOf(member, directory).replaceAll('\\', '\\\\') });
  },
  narrow: canonicalMembers,
});

const memberLines = (card: Card): readonly ContentLine[] => linesNamed(card, MEMBER, MEMBER_3, ...(isVlist(card) ? [MEMBER_OF_VLIST] : [])).filter((line) => textOf(line).trim() !== '');

function memberOf(line: ContentLine, directory: Directory): string {
  const written = line.name === MEMBER_OF_VLIST ? paramValues(line, 'EMAIL')[0]?.trim() ?? '' : '';
  if (written !== '') return `mailto:${written}`;
  const uri = line.name === MEMBER_OF_VLIST ? `urn:uuid:${textOf(line).trim().replace(/\.vcf$/i, '')}` : textOf(line).trim();
  const email = directory.emailOf(uri);
  return email === undefined ? uri : `mailto:${email}`;
}

function uriOf(member: string, directory: Directory): string {
  const uid = member.startsWith('mailto:') ? directory.uidOf(member.slice('mailto:'.length)) : undefined;
  if (uid === undefined) return member;
  return /^[a-z][a-z0-9+.-]*:/i.test(uid) ? uid : `urn:uuid:${uid}`;
}
