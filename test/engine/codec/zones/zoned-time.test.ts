// Clocks that change: gaps and overlaps as RFC 5545 section 3.3.5 reads them, occurrences across a change, and what an instant says in both.
import test from 'ava';
import { Temporal } from 'temporal-polyfill';
import { nominalWhen, originalDate } from '../../../../src/engine/codec/zones/occurrence-time.js';
import { instantOf, inZone, offsetSeconds, shownTime } from '../../../../src/engine/codec/zones/zoned-time.js';
import type { When } from '../../../../src/engine/model/time.js';

const BERLIN = 'Europe/Berlin';
const utc = (local: string, zone = BERLIN): string => new Date(instantOf({ local, zone })).toISOString().slice(0, 19);

test('a wall clock that is skipped is read with the offset before the gap; one that comes twice is the first', (t) => {
  t.is(utc('2026-03-29T02:30:00'), '2026-03-29T01:30:00');
  t.is(shownTime({ local: '2026-03-29T02:30:00', zone: BERLIN }).local, '2026-03-29T03:30:00');
  t.is(utc('2026-10-25T02:30:00'), '2026-10-25T00:30:00');
  t.is(inZone({ local: '2026-10-25T01:30:00', zone: 'UTC' }, BERLIN).local, '2026-10-25T02:30:00');
});

test('a series keeps its clock across a change, its length is exact, and the skipped occurrence is known by either clock', (t) => {
  const series: When = { allDay: false, start: { local: '2026-03-22T02:30:00', zone: BERLIN }, end: { local: '2026-03-22T03:30:00', zone: BERLIN } };
  const at = (date: string): readonly string[] => { const one = nominalWhen(series, date); return one.allDay ? [] : [one.start.local, one.end.local, utc(one.start.local)]; };
  t.deepEqual(at('2026-03-28'), ['2026-03-28T02:30:00', '2026-03-28T03:30:00', '2026-03-28T01:30:00']);
  t.deepEqual(at('2026-03-29'), ['2026-03-29T03:30:00', '2026-03-29T04:30:00', '2026-03-29T01:30:00']);
  t.deepEqual(at('2026-03-30'), ['2026-03-30T02:30:00', '2026-03-30T03:30:00', '2026-03-30T00:30:00']);
  for (const local of ['2026-03-29T02:30:00', '2026-03-29T03:30:00']) t.is(originalDate(series, { local, zone: BERLIN }), '2026-03-29', local);
  t.is(originalDate(series, { local: '2026-03-29T01:30:00', zone: 'UTC' }), '2026-03-29');
  t.is(originalDate(series, { local: '2026-03-29T04:30:00', zone: BERLIN }), null);
});

test('an event over an overlap is as long as its instants say', (t) => {
  const night: When = { allDay: false, start: { local: '2026-10-18T23:00:00', zone: BERLIN }, end: { local: '2026-10-19T05:00:00', zone: BERLIN } };
  const one = nominalWhen(night, '2026-10-24');
  t.deepEqual(one.allDay ? [] : [utc(one.start.local), utc(one.end.local), one.end.local], ['2026-10-24T21:00:00', '2026-10-25T03:00:00', '2026-10-25T04:00:00']);
});

test('times are those of Temporal in every hour around a change of the clock, on both ends of the months beside it', (t) => {
  const wall = (at: Temporal.ZonedDateTime): string => at.toPlainDateTime().toString({ smallestUnit: 'second' });
  let changes = 0;
  for (const zone of [BERLIN, 'Africa/Casablanca', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/Caracas', 'Asia/Taipei']) {
    for (let at = Temporal.ZonedDateTime.from(`1975-01-01T00:00:00[${zone}]`).getTimeZoneTransition('next'); at && at.year < 2031; at = at.getTimeZoneTransition('next'), changes++) {
      const change = at, { year, month } = change, hours = Array.from({ length: 53 }, (_, n) => change.add({ minutes: (n - 26) * 30 }));
      const ends = [0, 1].flatMap((later) => [-1, 0, 1].map((seconds) => Temporal.PlainDateTime.from({ year, month, day: 1 }).add({ months: later }).add({ seconds }).toZonedDateTime(zone)));
      for (const one of [...hours, ...ends]) {
        const local = wall(one), read = Temporal.PlainDateTime.from(local).toZonedDateTime(zone), { local: seen } = inZone({ local: wall(one.withTimeZone('UTC')), zone: 'UTC' }, zone);
        if (seen !== local || instantOf({ local, zone }) !== read.epochMilliseconds || offsetSeconds({ local, zone }) !== read.offsetNanoseconds / 1e9) t.fail(`${zone} ${local}`);
      }
    }
  }
  t.true(changes > 200, String(changes));
});
