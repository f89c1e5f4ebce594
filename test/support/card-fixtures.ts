// Cards of test/fixtures/contacts: what stands beside each is what it says, and what an Outlook that had nothing shows of it.
import { createHash } from 'node:crypto';
import { contactCodec } from '../../src/engine/codec/outlook/contact.js';
import type { ParsedText } from '../../src/engine/codec/text-codec.js';
import { newMeans } from '../../src/engine/codec/means.js';
import { cardText } from '../../src/engine/codec/vcard/card-text.js';
import { equal } from '../../src/engine/model/canonical.js';
import type { ContactFields } from '../../src/engine/model/contact.js';
import { CONTACT_FIELDS } from '../../src/engine/model/field-specs.js';
import { type Step } from '../../src/ps-host/protocol.js';
import { isWireDate } from '../../src/ps-host/wire-value.js';
import { NO_FIELDS } from './an-event.js';

export const ALL_FIELDS: ReadonlySet<keyof ContactFields> = new Set(Object.keys(CONTACT_FIELDS) as (keyof ContactFields)[]);

/** What stands in the .json beside a card. */
export interface CardFixture {
  readonly uid?: string;
  readonly modified?: string;
  /** Fields that say something. */
  readonly fields?: Partial<ContactFields>;
  /** Members that Outlook is given, by their names; a picture and the values of certificates by their SHA-256, a list's members as they are added. */
  readonly outlook?: Readonly<Record<string, unknown>>;
  /** It is read, but nothing may be written over it: why. */
  readonly refused?: string;
  /** Instead of all these: why the card is left alone. */
  readonly unreadable?: string;
}

/** All fields of a fixture, those that say nothing too. */
export const fieldsIn = ({ fields = {} }: CardFixture): ContactFields => ({ ...NO_FIELDS, ...fields, name: { ...NO_FIELDS.name, ...fields.name } });

/** The reverse of fieldsIn. */
export function sparse(fields: ContactFields): Partial<ContactFields> {
  const said = Object.fromEntries(Object.entries(fields).filter(([name, value]) => !equal(value, NO_FIELDS[name as keyof ContactFields]))) as Partial<ContactFields>;
  return said.name === undefined ? said : { ...said, name: Object.fromEntries(Object.entries(said.name).filter(([, part]) => part !== '')) as unknown as ContactFields['name'] };
}

/** Codecs that know each other, as those of one run do. */
export function codecs() {
  const means = newMeans();
  return { card: cardText('3.0', means), card4: cardText('4.0', means), outlook: contactCodec({ zone: 'Taipei Standard Time', listSeparator: ',' }, means) };
}

/** @throws M2KError Unreadable */
export function outlookSideOf(text: string): { readonly parsed: ParsedText<'contact'>; readonly outlook: Readonly<Record<string, unknown>> } {
  const { card, outlook } = codecs(), parsed = card.parse(text);
  const steps = outlook.steps({ fields: parsed.fields, chosen: ALL_FIELDS, current: null });
  return { parsed, outlook: Object.fromEntries(steps.flatMap(shown)) };
}

function shown(step: Step): readonly (readonly [string, unknown])[] {
  switch (step.do) {
    case 'set': return [[step.name, isWireDate(step.to) ? step.to.date.slice(0, 10) : step.to]];
    case 'picture': return [['picture', createHash('sha256').update(Buffer.from(step.to ?? '', 'base64')).digest('hex')]];
    case 'members': return [['members', step.add]];
    case 'property': return [['certificates', (step.to as readonly string[]).map((value) => createHash('sha256').update(Buffer.from(value, 'base64')).digest('hex'))]];
    default: return [];
  }
}
