// Clocks that change: gaps and overlaps as RFC 5545 section 3.3.5 reads them, occurrences across a change, and what an instant says in both.
import test from 'ava';
import { nominalWhen, originalDate } from '../../../../src/engine/codec/zones/occurrence-time.js';
import { instantOf, inZone, shownTime } from '../../../../src/engine/codec/zones/zoned-time.js';
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
