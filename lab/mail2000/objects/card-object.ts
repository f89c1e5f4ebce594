// Judges a body for an address book as SabreDAV's CardDAV plug-in does (RFC 6352 section 5.1): one card, FN present, UID added if missing.
import { randomUUID } from 'node:crypto';
import { carddav } from '../xml/names.js';
import { BrokenText, lineOf, parseComponents } from './content-lines.js';
import type { Component } from './content-lines.js';
import type { Judging } from './calendar-object.js';
import { convertCard, versionStored } from './card-versions.js';
import { accept, rejectData } from './verdict.js';
import type { Verdict } from './verdict.js';

function parse(text: string): Component | string {
  try {
    const [card, ...more] = parseComponents(text, true);
    if (card?.name !== 'VCARD' || more.length > 0) return 'This collection can only support vCard objects.';
    return card;
  } catch (error) {
    if (error instanceof BrokenText) return `This resource only supports valid vCard data. Parse error: ${error.message}`;
    throw error;
  }
}

export function judgeCard(text: string, { quirks, strict }: Pick<Judging, 'quirks' | 'strict'>): Verdict {
  const refused = (message: string): Verdict => rejectData(carddav('valid-address-data'), message, quirks);
  const card = parse(text);
  if (typeof card === 'string') return refused(card);
  if (!lineOf(card, 'VERSION')) return refused('Validation error in vCard: VERSION MUST appear exactly once in a VCARD component');
  const formattedName = lineOf(card, 'FN')?.value.trim() ?? '';
  if (formattedName === '') return refused('Validation error in vCard: The FN property must appear in the VCARD component exactly 1 time');
  const version = versionStored(quirks);
  const fixed = version === undefined ? text : convertCard(text, version);
  const present = lineOf(card, 'UID')?.value.trim() ?? '';
  if (present !== '') return accept(fixed, present);
  if (strict) return refused('Validation error in vCard: UID is missing');
  const uid = `sabre-vobject-${randomUUID()}`;
  return accept(fixed.replace(/^END:VCARD/im, `UID:${uid}\r\nEND:VCARD`), uid);
}
