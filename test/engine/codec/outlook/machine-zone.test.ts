// A machine whose own zone changes between two runs: what nobody touched is no edit (OOM 3.2, 3.3, 9).
import test from 'ava';
import { appointmentCodec } from '../../../../src/engine/codec/outlook/appointment.js';
import type { EventFields } from '../../../../src/engine/model/event.js';
import { EVENT_FIELDS } from '../../../../src/engine/model/field-specs.js';
import type { When } from '../../../../src/engine/model/time.js';
import { inZone } from '../../../../src/engine/codec/zones/zoned-time.js';
import { wireDate } from '../../../../src/ps-host/wire-value.js';
import type { ItemRecord } from '../../../../src/ps-host/item-record.js';
import { anEvent } from '../../../support/an-event.js';
import { applySteps } from '../../../support/outlook-record.js';

const ALL = new Set(Object.keys(EVENT_FIELDS) as (keyof EventFields)[]);
const timed: When = { allDay: false, start: { local: '2026-07-01T09:00:00', zone: 'Asia/Taipei' }, end: { local: '2026-07-01T10:00:00', zone: 'Asia/Taipei' } };
const TAIPEI = { zone: 'Taipei Standard Time', listSeparator: ',' }, PACIFIC = { zone: 'Pacific Standard Time', listSeparator: ',' };
const made = (when: When): ItemRecord => applySteps(null, appointmentCodec(TAIPEI).steps({ fields: anEvent({ when }), chosen: ALL, current: null }), { zone: TAIPEI.zone, endDate: 'as set' });

/** The same item as Outlook shows it on a machine in California: Start and End are in the machine's zone, whatever the item's. */
function moved(record: ItemRecord): ItemRecord {
  const there = (name: string): { readonly date: string } => wireDate(inZone({ local: (record.plain[name] as { date: string }).date, zone: 'Asia/Taipei' }, 'America/Los_Angeles').local);
  return { ...record, plain: { ...record.plain, Start: there('Start'), End: there('End') } };
}
const readBoth = (record: ItemRecord): readonly [When, When] => [appointmentCodec(TAIPEI).read(record).when, appointmentCodec(PACIFIC).read(moved(record)).when];

test('an item with its zone is the same from another zone', (t) => {
  const [here, there] = readBoth(made(timed));
  t.deepEqual(there, here);
  t.deepEqual(here, timed);
});

for (const zone of ['', 'Customized Time Zone']) {
  test(`an item whose zone is '${zone}' is the same from another zone: it is told by its instants`, (t) => {
    const [here, there] = readBoth({ ...made(timed), zones: { StartTimeZone: zone, EndTimeZone: zone } });
    t.deepEqual(there, here);
    t.deepEqual(here, timed);
  });
}

test('an all-day item has the same days from another zone', (t) => {
  const [here, there] = readBoth(made({ allDay: true, start: '2026-07-01', end: '2026-07-03' }));
  t.deepEqual([here, there], [{ allDay: true, start: '2026-07-01', end: '2026-07-03' }, { allDay: true, start: '2026-07-01', end: '2026-07-03' }]);
});
