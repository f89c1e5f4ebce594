// The card that an item born in Outlook begins as.
import { madeLine, type LineToFormat } from '../content-lines/format.js';
import { escapeText } from '../content-lines/text.js';
import type { Card } from './card.js';
import { revisionText } from './revision.js';

const PRODUCT = '-//M2KSync//M2KSync//EN';

export interface NewCard {
  readonly version: '3.0' | '4.0';
  readonly uid: string;
  /** ISO 8601 UTC. */
  readonly now: string;
}

/** Without fields; the rows write them. VERSION first (RFC 6350 section 6.7.9); vCard 3.0 demands N (RFC 2426 section 3.1.2). */
export function newCard({ version, uid, now }: NewCard): Card {
  const lines: readonly LineToFormat[] = [
    { name: 'BEGIN', value: 'VCARD' },
    { name: 'VERSION', value: version },
    { name: 'PRODID', value: PRODUCT },
    uidLine(version, uid),
    ...(version === '3.0' ? [{ name: 'N', value: ';;;;' }] : []),
    { name: 'REV', value: revisionText(version, now) },
    { name: 'END', value: 'VCARD' },
  ];
  return { version, lines: lines.map(madeLine), nested: false };
}

/** In 4.0 a UID is a URI unless it says that it is text (RFC 6350 section 6.7.6). */
function uidLine(version: '3.0' | '4.0', uid: string): LineToFormat {
  if (version === '3.0') return { name: 'UID', value: escapeText(uid) };
  return /^[a-z][a-z0-9+.-]*:[^\s\\,;]+$/i.test(uid)
    ? { name: 'UID', value: uid }
    : { name: 'UID', params: [{ name: 'VALUE', values: ['text'] }], value: escapeText(uid) };
}
