// Small cards for the tests of single rows.
import { cardText } from '../../../../src/engine/codec/vcard/card-text.js';
import type { ContactFields } from '../../../../src/engine/model/contact.js';
import { CONTACT_FIELDS } from '../../../../src/engine/model/field-specs.js';
import { NO_FIELDS } from '../../../support/an-event.js';
import { uid } from '../../../../src/engine/model/ids.js';

export const NOW = '2026-11-22T09:00:00Z';

export { NO_FIELDS };

const HEAD = ['N:Doe;Jo;;;', 'FN:Jo Doe', 'UID:u-1'];

/** A card of these lines; `head` false leaves N and FN to them. */
export const card = (lines: readonly string[], version = '3.0', head = true): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...(head ? HEAD : ['UID:u-1']), ...lines, 'END:VCARD', ''].join('\r\n');

export const read = (text: string): ContactFields => cardText('3.0').parse(text).fields;

/** The card with these fields written. */
export const written = (text: string, fields: Partial<ContactFields>): string =>
  cardText('3.0').format({
    item: { kind: 'contact', uid: uid('u-1'), fields: { ...NO_FIELDS, ...fields } },
    chosen: new Set(Object.keys(fields) as (keyof ContactFields)[]), over: text, now: NOW,
  });

export const newCard = (version: '3.0' | '4.0', fields: Partial<ContactFields>): string =>
  cardText(version).format({
    item: { kind: 'contact', uid: uid('u-1'), fields: { ...NO_FIELDS, ...fields } },
    chosen: new Set(Object.keys(CONTACT_FIELDS) as (keyof ContactFields)[]), now: NOW,
  });

/** Physical lines between the head and END. */
export const body = (text: string): readonly string[] => text.split('\r\n').filter((line) => line !== '' && !/^(?:BEGIN|END|VERSION|UID|PRODID|REV)\b/.test(line) && !HEAD.includes(line));
