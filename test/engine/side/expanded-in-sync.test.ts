// Rule 11: series that no RecurrencePattern holds, between the lab's Mail2000 and the lab's Outlook, where they are single appointments that follow the server.
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { inZone } from '../../../src/engine/codec/zones/zoned-time.js';
import { memoryStore } from '../../support/memory-store.js';
import { outlookBenches } from '../../ps-host/outlook-bench.js';
import { CHANGE, DAYS, done, event, ground, object, SERIES, START, startOf, startsOf } from './expanded-ground.js';

const benches = outlookBenches({ teardown: test.after.always });

test.serial('rule 11: a series that no pattern holds is single appointments in Outlook, which follow the server and never go to it', async (t) => {
  t.timeout(240_000);
  const at = await ground(t, benches), original = object(event(...SERIES));
  at.put(original);
  const first = await at.sync();
  done(t, first, 'made');
  t.is(first.items.length, 1, 'the series counts as one');
  t.deepEqual((await at.singles()).map(startOf), startsOf(DAYS));
  t.true((await at.singles()).every(({ fields }) => fields.rule === null && fields.subject === '月結' && fields.location === '三樓'));
  await at.quiet('made');

  const copies = await at.singles();
  await at.lab('$args[0].Lab.AdvanceClock(5.0)');
  await at.lab(`${CHANGE} $i.Subject = 'mine'; $i.Save()`, copies[1]!.id);
  await at.lab(`${CHANGE} $i.Delete()`, copies[3]!.id);
  await at.lab(`${CHANGE} $i.Start = [datetime]'2027-04-30 09:00'; $i.Categories = 'Red'; $i.Save()`, copies[4]!.id);
  const undone = await at.sync();
  done(t, undone, 'undone');
  t.like(undone.items[0], { writes: [{ side: 'outlook', kind: 'update' }], lost: [{ side: 'outlook' }] });
  t.deepEqual((await at.singles()).map(startOf), startsOf(DAYS));
  t.true((await at.singles()).every(({ fields }) => fields.subject === '月結' && fields.categories.length === 0));
  t.deepEqual([at.texts(), at.writes()], [[original], 0], 'the server heard nothing');
  t.true(at.store.images.some(({ why, side }) => why === 'lost' && side === 'outlook'), 'what the user wrote is in the undo store');
  await at.quiet('undone');

  at.put(object(event(...SERIES.map((line) => line.replace('三樓', '四樓')), 'X-N:2'), event('SUMMARY:年結', 'LOCATION:四樓', 'RECURRENCE-ID;TZID=Asia/Taipei:20271230T100000', 'DTSTART;TZID=Asia/Taipei:20271231T090000', 'DTEND;TZID=Asia/Taipei:20271231T120000')));
  done(t, await at.sync(), 'changed');
  t.deepEqual((await at.singles()).filter(({ fields }) => fields.subject === '年結').map(startOf), ['2027-12-31T09:00:00']);
  t.true((await at.singles()).every(({ fields }) => fields.location === '四樓'));
  await at.quiet('changed');

  at.now = Date.parse('2027-04-01T00:00:00Z');
  const moved = await at.sync();
  done(t, moved, 'a month later');
  t.deepEqual([moved.items.length, moved.items[0]?.lost, (await at.singles()).map(startOf).at(-1)], [1, [], '2028-06-29T10:00:00']);
  t.is((await at.singles()).length, DAYS.length + 1);
  await at.quiet('a month later');

  await at.lab(`${CHANGE} [void] $i.Copy()`, (await at.singles())[5]!.id);
  done(t, await at.sync(), 'the user copied a copy');
  t.is((await at.singles()).length, DAYS.length + 2);
  t.is(at.texts().length, 2, 'which is an event of the user\'s own');
  t.true(at.texts().every((text) => !/UID:series-1-/.test(text)));
  await at.quiet('the user copied a copy');

  at.remove();
  done(t, await at.sync(), 'deleted');
  t.is((await at.singles()).length, 1);
  await at.quiet('deleted');
});

test.serial('rule 11: a series turns into single appointments and back with its rule, and the user edits what Outlook can hold', async (t) => {
  t.timeout(240_000);
  const at = await ground(t, benches), held = ['SUMMARY:月結', ...START, 'RRULE:FREQ=MONTHLY;BYMONTHDAY=-1'].map((line) => line.replaceAll('20270130', '20270131'));
  at.put(object(event(...held)));
  done(t, await at.sync(), 'a pattern');
  t.is((await at.singles()).length, 1);
  at.put(object(event(...SERIES)));
  done(t, await at.sync(), 'no pattern any more');
  t.deepEqual((await at.singles()).map(startOf), startsOf(DAYS));
  await at.quiet('no pattern any more');
  at.put(object(event(...held, 'X-N:2')));
  done(t, await at.sync(), 'a pattern again');
  const [series, ...others] = await at.singles();
  t.deepEqual([series?.fields.rule?.freq, others], ['monthly', []]);
  await at.quiet('a pattern again');
  await at.lab('$args[0].Lab.AdvanceClock(5.0)');
  await at.lab(`${CHANGE} $i.Location = 'Room'; $i.Save()`, series!.id);
  done(t, await at.sync(), 'edited');
  t.true(at.texts()[0]?.includes('LOCATION:Room'));
});

test.serial('rules 5 and 11: without its state a desk knows the copies by their marks; nothing goes to the server, nothing is made twice', async (t) => {
  t.timeout(240_000);
  const at = await ground(t, benches), original = object(event(...SERIES));
  at.put(original);
  done(t, await at.sync(), 'made');
  const before = await at.singles();
  at.store = memoryStore();
  done(t, await at.sync(), 'without a state');
  t.deepEqual((await at.singles()).map(({ id, version }) => [id, version]), before.map(({ id, version }) => [id, version]));
  t.deepEqual([at.texts(), at.writes()], [[original], 0]);
  await at.quiet('without a state');
  for (const { id } of before) await at.lab(`${CHANGE} $i.Delete()`, id);
  done(t, await at.sync(), 'all deleted in Outlook');
  t.deepEqual([(await at.singles()).map(startOf), at.texts()], [startsOf(DAYS), [original]]);
  at.store = memoryStore();
  at.remove();
  const held = await at.sync();
  t.deepEqual(held.items.map(({ result, reason }) => [result, reason]), [['held', 'was-synced-now-gone']]);
  t.deepEqual([at.texts(), (await at.singles()).length], [[], DAYS.length]);
});

test.serial('rules 3 and 11: a write that Outlook broke off is completed, each copy once', async (t) => {
  t.timeout(240_000);
  const at = await ground(t, benches);
  at.put(object(event(...SERIES)));
  await at.lab("[void]$args[0].Lab.Faults.Add($args[1])", JSON.stringify({ kind: 'exit', member: 'AppointmentItem.Save', skip: 6, after: true, times: 1 }));
  t.deepEqual((await at.sync()).items.map(({ result }) => result), ['failed']);
  t.is((await at.singles()).length, 7);
  done(t, await at.sync(), 'again');
  t.deepEqual((await at.singles()).map(startOf), startsOf(DAYS));
  await at.quiet('again');
});

const shownFor = async (t: ExecutionContext, ...events: readonly (readonly string[])[]): Promise<readonly string[]> => {
  const at = await ground(t, benches);
  at.put(object(...events));
  done(t, await at.sync(), 'made');
  await at.quiet('made');
  const singles = await at.singles();
  t.true(singles.every(({ fields }) => fields.rule === null));
  return singles.map(({ fields: { subject, when } }) => `${subject} ${when.allDay ? when.start : inZone(when.start, 'UTC').local.slice(2, 16)}`);
};

test.serial('rule B6: what one item cannot be for another reason than its rule is single appointments, too', async (t) => {
  t.timeout(240_000);
  t.deepEqual(await shownFor(t, event('SUMMARY:a', 'DTSTART;TZID=Antarctica/Troll:20270327T100000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3')),
    ['a 27-03-27T10:00', 'a 27-03-28T08:00', 'a 27-03-29T08:00'], 'a zone that Windows has not, over its change');
  t.deepEqual(await shownFor(t, event('SUMMARY:a', ...START, 'RRULE:FREQ=WEEKLY;COUNT=3'), event('SUMMARY:b', 'RECURRENCE-ID;TZID=Asia/Taipei:20270130T100000', 'DTSTART;TZID=Asia/Taipei:20270207T080000', 'DURATION:PT1H')),
    ['a 27-02-06T02:00', 'b 27-02-07T00:00', 'a 27-02-13T02:00'], 'an occurrence moved past its neighbour');
  const later = await shownFor(t, event('SUMMARY:a', ...START, 'RRULE:FREQ=MONTHLY;BYMONTHDAY=28'), event('SUMMARY:b', 'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Taipei:20270428T100000', 'DTSTART;TZID=Asia/Taipei:20270429T150000', 'DURATION:PT2H'));
  t.deepEqual([later.slice(0, 5), later.at(-1)], [['a 27-01-30T02:00', 'a 27-02-28T02:00', 'a 27-03-28T02:00', 'b 27-04-29T07:00', 'b 27-05-29T07:00'], 'b 28-05-29T07:00'], 'all that follow, without an end; a start off the rule');
});

const refusedFor = async (t: ExecutionContext, ...lines: readonly string[]): Promise<unknown> => {
  const at = await ground(t, benches);
  at.put(object(event('SUMMARY:a', ...START, ...lines)));
  const { items } = await at.sync();
  t.is((await at.singles()).length, 0);
  return items.map(({ result, reason }) => [result, reason]);
};

test.serial('rule B6: what takes place too often, or never, is held with the reason', async (t) => {
  t.timeout(240_000);
  t.deepEqual(await refusedFor(t, 'RRULE:FREQ=DAILY', 'EXRULE:FREQ=MONTHLY;BYMONTHDAY=13'), [['failed', 'too-many-occurrences']]);
  t.deepEqual(await refusedFor(t, 'RRULE:FREQ=DAILY;UNTIL=20270101T000000Z'), [['failed', 'no-occurrence']]);
});
