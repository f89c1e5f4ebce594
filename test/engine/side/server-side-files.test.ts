// What becomes of an event whose files a server does not take (reference T14): over HTTP, against the lab's server.
import test from 'ava';
import { PROFILES } from '../../../src/engine/dav/profile.js';
import type { Attachment, EventFields } from '../../../src/engine/model/event.js';
import { uid } from '../../../src/engine/model/ids.js';
import type { FieldName } from '../../../src/engine/model/item.js';
import type { Found } from '../../../src/engine/side/side.js';
import { serverSide } from '../../../src/engine/side/server-side.js';
import { eventTextFor } from '../../../src/engine/codec/icalendar/event-text.js';
import { shelvedFile } from '../../../src/engine/codec/attachments/files.js';
import { shelfInMemory } from '../../../src/engine/codec/shelf.js';
import type { ServerProfile } from '../../../src/engine/dav/profile.js';
import { anEvent } from '../../support/an-event.js';
import { realClock } from '../../support/real-clock.js';
import { bench, writes } from './server-bench.js';

async function begun(t: Parameters<typeof bench>[0], maxSize: number, profile: ServerProfile = PROFILES.mail2000) {
  const opened = await bench(t, { maxSize }, profile), shelf = shelfInMemory();
  const side = serverSide({ client: opened.client, collection: opened.collection, codec: eventTextFor(profile, shelf), profile, clock: realClock });
  const file = (name: string, octets: number): Attachment => shelvedFile(shelf, name, Buffer.alloc(octets, name));
  const update = (found: Found<'event'>, fields: Partial<EventFields>): Promise<Found<'event'>> =>
    side.update({ ref: found, item: { kind: 'event', uid: found.uid, fields: { ...found.fields, ...fields } }, fields: new Set(Object.keys(fields) as FieldName<'event'>[]), parts: found.parts });
  return { opened, side, file, update, text: () => opened.place.list()[0]?.text ?? '' };
}
const names = (found: Found<'event'>): readonly string[] => found.fields.attachments.map(({ name }) => name);

for (const profile of [PROFILES.mail2000, PROFILES.sabre]) {
  test(`an event that is too large for its files is there without them, and later with those that it takes (${profile.name})`, async (t) => {
    const { opened, side, file, update, text } = await begun(t, 6000, profile);
    const made = await side.create({ item: { kind: 'event', uid: uid('a'), fields: anEvent({ location: '3F', attachments: [file('large.bin', 8000)] }) } });
    t.deepEqual([names(made), made.fields.location, writes(opened)], [[], '3F', 2]);
    const small = await update(made, { attachments: [file('small.bin', 900)] });
    t.deepEqual(names(small), ['small.bin']);
    const both = await update(small, { subject: 'b', attachments: [file('small.bin', 900), file('large.bin', 8000)] });
    t.deepEqual([names(both), both.fields.subject], [['small.bin'], 'b']);
    const before = text();
    t.deepEqual(names(await update(both, { attachments: [file('large.bin', 8000)] })), ['small.bin'], 'nothing else is to be written');
    t.is(text(), before);
  });
}

test('what is too large without any file is refused as ever', async (t) => {
  const { side, opened } = await begun(t, 600);
  await t.throwsAsync(side.create({ item: { kind: 'event', uid: uid('a'), fields: anEvent({ body: 'x'.repeat(2000) }) } }), { message: /max-resource-size/ });
  t.is(writes(opened), 1);
});

test('rule 11: an occurrence that becomes an event of its own has the files of its series while that has them', async (t) => {
  const { side, file, update, opened } = await begun(t, 1_000_000);
  const daily = { freq: 'daily' as const, interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'count' as const, count: 5 } };
  const fields = anEvent({ rule: daily, exceptions: { '2026-02-04': { changes: { subject: 'once' } } }, attachments: [file('agenda.txt', 10)] });
  const made = await side.create({ item: { kind: 'event', uid: uid('s'), fields } });
  const filesOf = (): readonly string[] => opened.place.list().map(({ text }) => `${/SUMMARY:(.*?)\r/.exec(text)?.[1]}: ${[...text.replace(/\r\n /g, '').matchAll(/;FILENAME=([^;:]*)/g)].map(([, name]) => name).join()}`).toSorted();
  t.deepEqual(filesOf(), ['once: agenda.txt', '部門會議: agenda.txt']);
  const changed = await update(made, { attachments: [], exceptions: { '2026-02-04': { changes: { subject: 'twice' } } } });
  t.deepEqual(filesOf(), ['twice: ', '部門會議: ']);
  t.deepEqual(names(changed), []);
  const own = { ...file('own.txt', 20), occurrence: '2026-02-05' };
  const filed = await update(changed, { attachments: [file('plan.txt', 10), own] });
  t.deepEqual(filesOf(), ['twice: plan.txt', '部門會議: plan.txt', '部門會議: own.txt,plan.txt'].toSorted(), 'a file alone takes an occurrence out of its series');
  t.deepEqual(filed.fields.attachments.at(-1), own);
  t.deepEqual(filed.fields.exceptions, changed.fields.exceptions);
  await update(filed, { attachments: [file('plan.txt', 10)] });
  t.deepEqual([filesOf(), opened.place.list().some(({ text }) => /EXDATE[^\r]*20260205/.test(text))], [['twice: plan.txt', '部門會議: plan.txt'], false], 'and with it, it is one of its series again');
});

test('rule 11: an occurrence that its series has caught up with takes place as one of it, and is not deleted', async (t) => {
  const { side, update, opened } = await begun(t, 1_000_000);
  const daily = { freq: 'daily' as const, interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'count' as const, count: 5 } };
  const made = await side.create({ item: { kind: 'event', uid: uid('s'), fields: anEvent({ rule: daily, exceptions: { '2026-02-04': { changes: { subject: 'moved' } } } }) } });
  const now = await update(made, { subject: 'moved', exceptions: made.fields.exceptions });
  t.deepEqual([now.fields.exceptions, opened.place.list().length, /EXDATE/.test(opened.place.list()[0]?.text ?? '')], [{}, 1, false]);
});

test('rule 25: a write of files alone that failed is not taken for one whose files the server dropped', async (t) => {
  const { side, file, update, opened } = await begun(t, 1_000_000);
  const made = await side.create({ item: { kind: 'event', uid: uid('a'), fields: anEvent({ location: 'x' }) } });
  opened.lab.faults.add({ method: 'PUT', fault: { kind: 'answer', status: 503, when: 'before' } });
  t.like(await t.throwsAsync(update(made, { attachments: [file('a.txt', 10)] })), { code: 'Busy', data: { reason: 'outcome-unknown' } });
});
