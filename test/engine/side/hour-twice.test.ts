// The hour that comes twice through the wire, on an Outlook that reads its clock as either of the two: the object model reference leaves it open (OOM 3.2).
import test from 'ava';
import { instantOf } from '../../../src/engine/codec/zones/zoned-time.js';
import { uid } from '../../../src/engine/model/ids.js';
import type { When } from '../../../src/engine/model/time.js';
import { anEvent } from '../../support/an-event.js';
import { outlookBenches } from '../../ps-host/outlook-bench.js';

const benches = outlookBenches({ teardown: test.after.always });
const startOf = ({ when }: { readonly when: When }): string => (when.allDay ? when.start : new Date(instantOf(when.start)).toISOString().slice(0, 16));
const at = (local: string, zone: string): When => ({ allDay: false, start: { local: `2026-10-25T${local}:00`, zone }, end: { local: '2026-10-25T12:00:00', zone } });

/** A received meeting keeps its instant when its zone changes (OOM 3.2): so Outlook comes to show 02:30 for either. */
const RECEIVED = `$i = $args[0].Session.GetFolderFromID($args[1].folder).Items.Add(1); $z = $args[0].TimeZones; $i.MeetingStatus = 3; $i.Subject = 'night'
$i.StartTimeZone = $z.Item('UTC'); $i.StartInStartTimeZone = [datetime] $args[1].utc; $i.EndTimeZone = $z.Item('UTC'); $i.EndInEndTimeZone = [datetime] '2026-10-25 12:00'
$i.StartTimeZone = $z.Item('W. Europe Standard Time'); $i.Save(); $i.StartInStartTimeZone.ToString('HH:mm')`;

for (const reads of ['standard', 'daylight']) {
  test.serial(`OOM 3.2: neither of the two hours moves, written or read, where Outlook takes such a clock for ${reads} time`, async (t) => {
    const bench = await benches.open('event', JSON.stringify({ MachineZone: 'W. Europe Standard Time', AmbiguousTime: reads }));
    for (const [n, when, utc] of [[1, at('02:30', 'Europe/Berlin'), '2026-10-25T00:30'], [2, at('01:30', 'UTC'), '2026-10-25T01:30']] as const) {
      const found = await bench.side.create({ item: { kind: 'event', uid: uid(`n-${n}`), fields: anEvent({ when }) } });
      t.is(startOf(found.fields), utc);
      t.is(await bench.desk.lab("$args[0].Session.GetItemFromID($args[1]).StartUTC.ToString('yyyy-MM-ddTHH:mm')", found.id), utc);
    }
    for (const utc of ['2026-10-25 00:30', '2026-10-25 01:30']) t.is(await bench.desk.lab(RECEIVED, { folder: bench.folder.entryId, utc }), '02:30');
    const nights: string[] = [];
    for await (const row of bench.side.fetch((await bench.side.list()).items.map(({ id }) => id))) if (row.ok && row.item.fields.subject === 'night') nights.push(startOf(row.item.fields));
    t.deepEqual(nights.sort(), ['2026-10-25T00:30', '2026-10-25T01:30']);
  });
}
