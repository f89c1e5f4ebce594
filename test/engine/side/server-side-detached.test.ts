// Changed occurrences on a server that refuses overrides (mail2000-and-dav M8): the lab's Mail2000 with all its quirks.
import test from 'ava';
import type { EventFields } from '../../../src/engine/model/event.js';
import type { Exceptions } from '../../../src/engine/model/exception.js';
import { PROFILES } from '../../../src/engine/dav/profile.js';
import { uid } from '../../../src/engine/model/ids.js';
import type { When } from '../../../src/engine/model/time.js';
import { serverSide } from '../../../src/engine/side/server-side.js';
import type { Found, Listing, ListingMemory, Side } from '../../../src/engine/side/side.js';
import { anEvent } from '../../support/an-event.js';
import { codecOf, labBench } from '../../support/lab-bench.js';
import { realClock } from '../../support/real-clock.js';

const at = (start: string, end: string): When => ({ allDay: false, start: { local: start, zone: 'Asia/Taipei' }, end: { local: end, zone: 'Asia/Taipei' } });
const SERIES = anEvent({ when: at('2026-12-01T10:00:00', '2026-12-01T11:00:00'), rule: { freq: 'weekly', interval: 1, byDay: ['TU'], byMonthDay: [], byMonth: [], position: null, end: { kind: 'never' } } });
const EXCEPTIONS: Exceptions = { '2026-12-08': { deleted: true }, '2026-12-15': { changes: { when: at('2026-12-16T15:00:00', '2026-12-16T16:00:00'), subject: 'moved' } }, '2026-12-22': { changes: { location: 'x' } } };

const open = async (t: { teardown(close: () => unknown): void }) => {
  const bench = await labBench('event');
  t.teardown(() => bench.close());
  return { ...bench, texts: (): readonly string[] => bench.place.list().map(({ name }) => bench.place.get(name) ?? '') };
};
const make = (side: Side<'event'>, fields: Partial<EventFields> = {}): Promise<Found<'event'>> => side.create({ item: { kind: 'event', uid: uid('s-1'), fields: { ...SERIES, exceptions: EXCEPTIONS, ...fields } } });
const change = (side: Side<'event'>, found: Found<'event'>, fields: Partial<EventFields>): Promise<Found<'event'>> =>
  side.update({ ref: found, parts: found.parts, item: { kind: 'event', uid: found.uid, fields: { ...found.fields, ...fields } }, fields: new Set(Object.keys(fields) as (keyof EventFields)[]) });
const memoryOf = ({ cursor = '', items }: Listing): ListingMemory => ({ cursor, known: new Map(items.map(({ id, version }) => [id, version])) });
const only = async (side: Side<'event'>, memory?: ListingMemory): Promise<Found<'event'>> => {
  const { items } = await side.list(memory);
  for await (const row of side.fetch(items.map(({ id }) => id))) if (row.ok && items.length === 1) return row.item;
  throw new Error(`${items.length} items`);
};

test('rule 11: changed occurrences are events of their own and days off their series, and one item to the core', async (t) => {
  const { side, texts } = await open(t), found = await make(side);
  t.deepEqual(found.fields.exceptions, EXCEPTIONS);
  t.deepEqual(found.parts.map(({ part }) => part), ['master', 'detached:2026-12-15', 'detached:2026-12-22']);
  t.deepEqual([texts().length, texts().filter((text) => text.includes('RECURRENCE-ID;') || text.includes('RECURRENCE-ID:20261215T')).length], [3, 0]);
  t.true(texts().some((text) => text.includes('EXDATE;TZID=Asia/Taipei:20261208T100000,20261215T100000,20261222T100000')));
  t.true(texts().some((text) => text.includes('UID:s-1-20261215T020000Z') && text.includes('X-M2KSYNC-SERIES:s-1')));
  const listing = await side.list();
  t.deepEqual(listing.items.map(({ id, version }) => [id, version]), [[found.id, found.version]]);
  t.deepEqual((await side.list(memoryOf(listing))).items, listing.items.map(({ id, version }) => ({ id, version })));
});

test('rule 11: every desk knows the occurrences of a series without any state', async (t) => {
  const { side, client, collection } = await open(t), found = await make(side);
  const elsewhere = serverSide({ client, collection, codec: codecOf('event'), profile: PROFILES.mail2000, clock: realClock });
  const seen = await only(elsewhere);
  t.deepEqual([seen.id, seen.fields, seen.version], [found.id, found.fields, found.version]);
});

test('what others do to the event of an occurrence is done to the occurrence', async (t) => {
  const { side, otherHands } = await open(t), found = await make(side), listing = await side.list(), [, moved, renamed] = found.parts;
  await otherHands.edit(moved!.id, { subject: 'by others' });
  await otherHands.remove(renamed!.id);
  const again = await only(side, memoryOf(listing));
  t.deepEqual(again.fields.exceptions, { ...EXCEPTIONS, '2026-12-15': { changes: { when: at('2026-12-16T15:00:00', '2026-12-16T16:00:00'), subject: 'by others' } }, '2026-12-22': { deleted: true } });
  t.not(again.version, found.version);
});

test('an occurrence that is one of its series again loses its event after the series has it back; a changed series reaches them', async (t) => {
  const { side, texts } = await open(t), found = await make(side), { '2026-12-22': _back, ...rest } = EXCEPTIONS;
  const fewer = await change(side, found, { exceptions: rest, subject: 'renamed' });
  t.deepEqual([fewer.fields.exceptions, fewer.fields.subject], [rest, 'renamed']);
  t.is(texts().length, 2);
  const wider = await change(side, fewer, { body: 'agenda', sensitivity: 'private' });
  t.deepEqual(wider.fields.exceptions, rest);
  t.is(texts().filter((text) => text.includes('DESCRIPTION:agenda') && text.includes('CLASS:PRIVATE')).length, 2);
  t.deepEqual((await only(side)).fields, wider.fields);
});

test('rule 11: with the series all its objects go', async (t) => {
  const { side, texts } = await open(t), found = await make(side);
  await side.delete(found, found.parts);
  t.deepEqual(texts(), []);
});

test('rule 11: a write that was cut short before the series was written is taken up, not doubled', async (t) => {
  const { side, texts, place } = await open(t), cut = await make(side);
  // The series is lost, as if the run had ended before it was written.
  place.remove(decodeURIComponent(cut.id.split('/').at(-1) ?? ''));
  t.is(texts().length, 2);
  const again = await make(side);
  t.deepEqual([texts().length, again.fields.exceptions], [3, EXCEPTIONS]);
});

test('an object that holds an override is never sent back with it: the occurrence gets its own event (M8)', async (t) => {
  const { side, otherHands, place, texts } = await open(t);
  const id = await otherHands.put({ kind: 'event', uid: uid('s-2'), fields: SERIES }), name = decodeURIComponent(id.split('/').at(-1) ?? '');
  const text = place.get(name) ?? '', override = /BEGIN:VEVENT[^]*END:VEVENT\r\n/.exec(text)?.[0].replace(/^RRULE.*\r\n/m, '').replace('SUMMARY:', 'RECURRENCE-ID;TZID=Asia/Taipei:20261215T100000\r\nSUMMARY:once ') ?? '';
  place.put(name, text.replace('END:VCALENDAR', `${override}END:VCALENDAR`));
  const found = await only(side);
  t.is(Object.keys(found.fields.exceptions).join(), '2026-12-15');
  const renamed = await change(side, found, { location: 'y' });
  t.deepEqual(Object.keys(renamed.fields.exceptions), ['2026-12-15']);
  t.false(texts().some((held) => /^RECURRENCE-ID/m.test(held)));
});
