// Events between both codecs: iCalendar text to the steps of a new appointment, and an appointment's record to iCalendar text.
import { eventText } from '../../src/engine/codec/icalendar/event-text.js';
import { appointmentCodec } from '../../src/engine/codec/outlook/appointment.js';
import { fieldSpecs } from '../../src/engine/model/field-specs.js';
import { uid } from '../../src/engine/model/ids.js';
import type { FieldName } from '../../src/engine/model/item.js';
import type { ItemRecord } from '../../src/ps-host/item-record.js';
import type { Work } from '../rate.js';
import { plainEvents, recurringEvents } from './event-samples.js';
import type { EventSample } from './event-samples.js';

const codec = appointmentCodec({ zone: 'Taipei Standard Time', listSeparator: ',' });
const ALL = new Set(Object.keys(fieldSpecs('event')) as FieldName<'event'>[]);
const NOW = '2026-11-22T09:00:00.000Z';

export const eventWork = (): readonly Work[] => [...both('plain', plainEvents(), 5000), ...both('recurring', recurringEvents(), 1000)];

const both = (kind: string, samples: readonly EventSample[], goal: number): readonly Work[] => [
  { name: `events, ${kind}: iCalendar to Outlook`, count: samples.length, goal, run: () => { for (const { text } of samples) toOutlook(text); } },
  { name: `events, ${kind}: Outlook to iCalendar`, count: samples.length, goal, run: () => { for (const { record } of samples) toServer(record); } },
];

function toOutlook(text: string): void {
  const { fields } = eventText.parse(text);
  codec.steps({ fields, chosen: ALL, current: null });
}

function toServer(record: ItemRecord): void {
  eventText.format({ item: { kind: 'event', uid: uid(record.id), fields: codec.read(record) }, chosen: ALL, now: NOW });
}
