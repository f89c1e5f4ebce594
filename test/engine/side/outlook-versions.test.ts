// Every version of classic Outlook from 2007 on, one round each; all other tests run on 16 (mission M15; OOM 1.6).
import test from 'ava';
import type { EventFields } from '../../../src/engine/model/event.js';
import type { Found } from '../../../src/engine/side/side.js';
import { outlookBenches, type Benches, type OutlookBench } from '../../ps-host/outlook-bench.js';

const endings: (() => unknown)[] = [];
let benches: Benches;

test.before(() => { benches = outlookBenches({ teardown: (close) => void endings.push(close) }); });
test.after.always(async () => { for (const end of endings) await end(); });

const ORGANIZER = { email: 'boss@mail.example', name: '王經理' };
const MEETING: Partial<EventFields> = {
  busyStatus: 'workingElsewhere', organizer: ORGANIZER, attendees: { 'a@mail.example': { name: '林小姐', role: 'required', answer: 'none' } },
};

async function made(bench: OutlookBench<'event'>): Promise<Found<'event'>> {
  const item = bench.sample(0);
  return bench.side.create({ item: { ...item, fields: { ...item.fields, ...MEETING } } });
}

for (const [year, version, busyStatus] of [['2007', '12.0.0.6691', 'free'], ['2010', '14.0.0.7268', 'free'], ['2013', '15.0.0.5603', 'workingElsewhere'], ['2016 and later', '16.0.0.17928', 'workingElsewhere']] as const) {
  test.serial(`M15: Outlook ${year} holds somebody else's meeting, changes it and gives it up to Deleted Items`, async (t) => {
    const bench = await benches.open('event', JSON.stringify({ Version: version }));
    const created = await made(bench);
    t.like(created.fields, { busyStatus, organizer: ORGANIZER, attendees: MEETING.attendees });
    t.deepEqual(bench.side.narrow({ ...created.fields, busyStatus: 'workingElsewhere' }).busyStatus, busyStatus);
    const changed = await bench.side.update({ ref: created, item: { kind: 'event', uid: created.uid, fields: { ...created.fields, subject: '改期' } }, fields: new Set(['subject']), parts: created.parts });
    t.is(changed.fields.subject, '改期');
    const { trash } = await bench.side.delete(changed, changed.parts);
    t.truthy(trash, 'the store\'s own Deleted Items folder was found');
    t.deepEqual((await bench.side.list()).items, []);
    t.like(await bench.side.locate(created.id, created.uid), { at: 'deleted' });
  });
}

test.serial('M15: an Outlook without a licence is read, and each write fails by itself with nothing lost', async (t) => {
  const bench = await benches.open('event');
  const created = await made(bench);
  await bench.desk.lab("$args[0].Lab.ChangeForAll('{\"Licensed\":false}')");
  const write = { ref: created, item: { kind: 'event' as const, uid: created.uid, fields: { ...created.fields, subject: '改期' } }, fields: new Set(['subject'] as const), parts: created.parts };
  t.like(await t.throwsAsync(bench.side.update(write)), { code: 'Refused' });
  t.like(await t.throwsAsync(bench.side.create({ item: bench.sample(1) })), { code: 'Refused' });
  t.like(await t.throwsAsync(bench.side.delete(created, created.parts)), { code: 'Refused' });
  t.deepEqual((await bench.side.list()).items.map(({ id, version }) => ({ id, version })), [{ id: created.id, version: created.version }]);
});
