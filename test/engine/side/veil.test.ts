// Fields that do not cross a link (rules 24, 28), and days that new items are made for (rule 16).
import test from 'ava';
import { withVeils } from '../../../src/engine/cli/veils.js';
import { linkRules } from '../../../src/engine/cli/link-rules.js';
import type { CollectionSettings } from '../../../src/engine/config/settings.js';
import type { EventFields } from '../../../src/engine/model/event.js';
import { uid } from '../../../src/engine/model/ids.js';
import { settle, sync, syncWorld } from '../../support/sync-world.js';
import type { SyncWorld } from '../../support/sync-world.js';
import { BOTH_WAYS } from '../../support/sync-world.js';
import { anEvent } from '../../support/an-event.js';

type Hiding = Partial<Pick<CollectionSettings, 'scope' | 'busyOnly' | 'reminders'>>;

/** A world whose link hides what such a collection hides. */
function hiding(options: Hiding): SyncWorld {
  const world = syncWorld(), how = { scope: 'personal' as const, busy: 'Busy', ...options };
  return Object.assign(world, { link: { ...world.link, outlook: withVeils(world.link.outlook, 'outlook', how), server: withVeils(world.link.server, 'server', how) } });
}
const put = (world: SyncWorld, side: 'outlook' | 'server', id: string, fields: EventFields): unknown => world[side].otherHands.put({ kind: 'event', uid: uid(id), fields });
const only = (world: SyncWorld, side: 'outlook' | 'server', id: string): EventFields => [...world[side].world.values()].find((held) => held.uid === uid(id))!.fields;
const idOf = (world: SyncWorld, side: 'outlook' | 'server', id: string) => [...world[side].world].find(([, held]) => held.uid === uid(id))![0];
const secret = anEvent({ subject: 'Doctor', location: 'clinic', body: 'blood test', attendees: { 'a@x': { name: '', role: 'required', answer: 'none' } } });
const quiet = async (world: SyncWorld): Promise<boolean> => {
  const before = world.attempts.length;
  await sync(world);
  return world.attempts.length === before;
};

test('rule 24: busy only to the server sends the time alone, never brings the placeholder back, and is quiet', async (t) => {
  const world = hiding({ busyOnly: 'toServer' });
  await put(world, 'outlook', 'o', secret);
  await settle(world);
  t.like(only(world, 'server', 'o'), { subject: 'Busy', location: '', body: '', attendees: {}, when: secret.when });
  await world.outlook.otherHands.edit(idOf(world, 'outlook', 'o'), { subject: 'Surgeon', when: { allDay: true, start: '2026-02-04', end: '2026-02-05' } });
  await settle(world);
  t.like(only(world, 'server', 'o'), { subject: 'Busy', when: { allDay: true, start: '2026-02-04', end: '2026-02-05' } });
  await world.server.otherHands.edit(idOf(world, 'server', 'o'), { subject: 'renamed there', when: { allDay: true, start: '2026-02-06', end: '2026-02-07' } });
  await settle(world);
  t.like(only(world, 'outlook', 'o'), { subject: 'Surgeon', body: 'blood test', when: { allDay: true, start: '2026-02-06', end: '2026-02-07' } });
  t.true(await quiet(world));
});

test('rule 24: the other direction hides nothing, and what was born there is never overwritten', async (t) => {
  const world = hiding({ busyOnly: 'toServer' });
  await put(world, 'server', 's', secret);
  await settle(world);
  t.like(only(world, 'outlook', 's'), { subject: 'Doctor', body: 'blood test' });
  await world.outlook.otherHands.edit(idOf(world, 'outlook', 's'), { subject: 'mine' });
  await settle(world);
  t.is(only(world, 'server', 's').subject, 'Doctor');
  t.true(await quiet(world));
});

test('rule 24: busy only to Outlook hides there and not on the server', async (t) => {
  const world = hiding({ busyOnly: 'toOutlook' });
  await put(world, 'server', 's', secret);
  await put(world, 'outlook', 'o', { ...secret, subject: 'Dentist', when: { allDay: true, start: '2026-02-08', end: '2026-02-09' } });
  await settle(world);
  t.deepEqual([only(world, 'outlook', 's').subject, only(world, 'server', 's').subject, only(world, 'server', 'o').subject], ['Busy', 'Doctor', 'Dentist']);
});

test('rule 24: at first sight hidden values are no clash and nothing of them is written', async (t) => {
  const world = hiding({ busyOnly: 'both' });
  await put(world, 'server', 'x', secret);
  await put(world, 'outlook', 'x', { ...secret, subject: 'another', body: 'other' });
  const outcome = await sync(world);
  t.true(outcome !== 'crashed' && outcome.items.every((item) => item.lost.length === 0));
  await settle(world);
  t.deepEqual([only(world, 'outlook', 'x').body, only(world, 'server', 'x').body], ['other', 'blood test']);
});

const weekly = { freq: 'weekly', interval: 1, byDay: ['MO'], byMonthDay: [], byMonth: [], position: null, end: { kind: 'count', count: 4 } } as const;
const series = (exceptions: EventFields['exceptions'], subject = 'Therapy'): EventFields => anEvent({ subject, when: { allDay: true, start: '2026-02-02', end: '2026-02-03' }, rule: weekly, exceptions });
const moved = { allDay: true, start: '2026-02-11', end: '2026-02-12' } as const;

test('rule 24: of a changed occurrence only the time crosses; one that is only called otherwise is not told at all', async (t) => {
  const world = hiding({ busyOnly: 'toServer' });
  await put(world, 'outlook', 'o', series({ '2026-02-09': { changes: { when: moved, subject: 'Surgery', location: 'bed' } }, '2026-02-16': { changes: { subject: 'Results' } }, '2026-02-23': { deleted: true } }));
  await settle(world);
  t.deepEqual(only(world, 'server', 'o').exceptions, { '2026-02-09': { changes: { when: moved } }, '2026-02-23': { deleted: true } });
  t.like(only(world, 'outlook', 'o').exceptions['2026-02-09'], { changes: { subject: 'Surgery', location: 'bed' } });
  const there = idOf(world, 'outlook', 'o'), again = { allDay: true, start: '2026-02-12', end: '2026-02-13' } as const;
  await world.outlook.otherHands.edit(there, { exceptions: { ...only(world, 'outlook', 'o').exceptions, '2026-02-09': { changes: { when: again, subject: 'Surgery', location: 'hall' } } } });
  await settle(world);
  t.deepEqual(only(world, 'server', 'o').exceptions['2026-02-09'], { changes: { when: again } });
  t.deepEqual(only(world, 'outlook', 'o').exceptions['2026-02-16'], { changes: { subject: 'Results' } });
  t.true(await quiet(world));
});

test('rule 24: what an occurrence says on the side that is told the time alone stays there when its time is changed on the other', async (t) => {
  const world = hiding({ busyOnly: 'both' });
  await put(world, 'outlook', 'o', series({}));
  await settle(world);
  await world.server.otherHands.edit(idOf(world, 'server', 'o'), { exceptions: { '2026-02-09': { changes: { subject: 'said there' } }, '2026-02-16': { changes: { location: 'there' } } } });
  await settle(world);
  t.deepEqual(only(world, 'outlook', 'o').exceptions, {});
  await world.outlook.otherHands.edit(idOf(world, 'outlook', 'o'), { exceptions: { '2026-02-09': { changes: { when: moved, subject: 'said here' } }, '2026-02-23': { deleted: true } } });
  await settle(world);
  t.deepEqual(only(world, 'server', 'o').exceptions, { '2026-02-09': { changes: { when: moved, subject: 'said there' } }, '2026-02-16': { changes: { location: 'there' } }, '2026-02-23': { deleted: true } });
  t.deepEqual(only(world, 'outlook', 'o').exceptions['2026-02-09'], { changes: { when: moved, subject: 'said here' } });
  t.true(await quiet(world));
});

test('rule 28: shared calendars have no reminders in Outlook, and Outlook\'s are not sent', async (t) => {
  const world = hiding({ scope: 'shared' });
  await put(world, 'server', 's', anEvent({ reminder: 15 }));
  await put(world, 'outlook', 'o', anEvent({ reminder: 30, subject: 'from here' }));
  await settle(world);
  t.deepEqual([only(world, 'outlook', 's').reminder, only(world, 'server', 's').reminder, only(world, 'server', 'o').reminder], [null, 15, null]);
  t.true(await quiet(world));
  const wanted = hiding({ scope: 'shared', reminders: true });
  await put(wanted, 'server', 's', anEvent({ reminder: 15 }));
  await settle(wanted);
  t.is(only(wanted, 'outlook', 's').reminder, 15);
});

const on = (start: string, end: string, rule: EventFields['rule'] = null): EventFields => anEvent({ subject: start, when: { allDay: true, start, end }, rule });
const daily = { freq: 'daily', interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null } as const;

test('rule 16: only new items within the days are made on the other side; a series counts while it goes on; what is paired stays in sync', async (t) => {
  const world = syncWorld({ rules: { ...BOTH_WAYS, window: { pastDays: 30, futureDays: 60 } } });
  const all = { past: on('2025-11-01', '2025-11-02'), now: on('2026-01-05', '2026-01-06'), far: on('2026-06-01', '2026-06-02'), long: on('2024-01-01', '2024-01-02', { ...daily, end: { kind: 'never' } }), over: on('2024-01-01', '2024-01-02', { ...daily, end: { kind: 'until', until: '2024-02-01' } }) };
  for (const [id, fields] of Object.entries(all)) await put(world, 'server', id, fields);
  await settle(world);
  t.deepEqual([...world.outlook.world.values()].map((held) => held.uid as string).sort(), ['long', 'now']);
  t.is(world.server.world.size, 5);
  await world.server.otherHands.edit(idOf(world, 'server', 'now'), { when: { allDay: true, start: '2027-01-05', end: '2027-01-06' } });
  await settle(world);
  t.like(only(world, 'outlook', 'now'), { when: { allDay: true, start: '2027-01-05' } });
  t.true(await quiet(world));
});

test('rule 16: no number, or -1, is no limit', (t) => {
  const collection = { rights: { add: true, change: true, remove: true }, scope: 'personal', kind: 'event', direction: 'both', clash: 'server' } as CollectionSettings;
  t.is(linkRules(collection).window, undefined);
  t.is(linkRules({ ...collection, pastDays: -1 }).window, undefined);
  t.deepEqual(linkRules({ ...collection, pastDays: 0 }).window, { pastDays: 0 });
});
