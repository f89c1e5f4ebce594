// Contacts between both codecs, without pictures: vCard text to the steps of a new ContactItem, and a contact's record to vCard text.
import { newMeans } from '../../src/engine/codec/means.js';
import { cardText } from '../../src/engine/codec/vcard/card-text.js';
import { contactCodec } from '../../src/engine/codec/outlook/contact.js';
import { fieldSpecs } from '../../src/engine/model/field-specs.js';
import { uid } from '../../src/engine/model/ids.js';
import type { FieldName } from '../../src/engine/model/item.js';
import { sampleContact } from '../../src/engine/side/contract/samples.js';
import type { ItemRecord } from '../../src/ps-host/item-record.js';
import { wireDate } from '../../src/ps-host/wire-value.js';
import type { Work } from '../rate.js';

const SAMPLES = 200;
const GOAL = 10_000;
const NOW = '2026-11-22T09:00:00.000Z';
const ALL = new Set(Object.keys(fieldSpecs('contact')) as FieldName<'contact'>[]);
const means = newMeans();
const cards = cardText('3.0', means);
const outlook = contactCodec({ zone: 'Taipei Standard Time', listSeparator: ',' }, means);

interface CardSample {
  readonly text: string;
  readonly record: ItemRecord;
}

/** What a contact's members hold once the steps of a new one are done. */
function recordOf(text: string): ItemRecord {
  const steps = outlook.steps({ fields: cards.parse(text).fields, chosen: ALL, current: null });
  const blank = Object.fromEntries(outlook.members.plain.map((name) => [name, unset(name)] as const));
  const plain = { ...blank, ...Object.fromEntries(steps.flatMap((step) => (step.do === 'set' ? [[step.name, step.to] as const] : []))) };
  return { id: 'E', version: '', parent: 'F', messageClass: 'IPM.Contact', plain, picture: null, properties: {}, user: {} };
}

const unset = (name: string) => (name === 'Birthday' || name === 'Anniversary' ? wireDate('4501-01-01T00:00:00') : ['Gender', 'Sensitivity', 'SelectedMailingAddress'].includes(name) ? 0 : '');

export function cardWork(): readonly Work[] {
  const samples = Array.from({ length: SAMPLES }, (_, n): CardSample => {
    const text = cards.format({ item: sampleContact(n), chosen: ALL, now: NOW });
    return { text, record: recordOf(text) };
  });
  return [
    { name: 'cards: vCard to Outlook', count: SAMPLES, goal: GOAL, run: () => { for (const { text } of samples) toOutlook(text); } },
    { name: 'cards: Outlook to vCard', count: SAMPLES, goal: GOAL, run: () => { for (const { record } of samples) toServer(record); } },
  ];
}

function toOutlook(text: string): void {
  outlook.steps({ fields: cards.parse(text).fields, chosen: ALL, current: null });
}

function toServer(record: ItemRecord): void {
  cards.format({ item: { kind: 'contact', uid: uid(record.id), fields: outlook.read(record) }, chosen: ALL, now: NOW });
}
