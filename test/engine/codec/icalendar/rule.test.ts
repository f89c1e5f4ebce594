import test from 'ava';
import { formatRule, parseRule } from '../../../../src/engine/codec/icalendar/rule.js';
import type { M2KError } from '../../../../src/engine/errors.js';
import type { Rule } from '../../../../src/engine/model/recurrence.js';
import type { When } from '../../../../src/engine/model/time.js';

const at = (local: string): { local: string; zone: string } => ({ local, zone: 'Europe/Berlin' });
const TIMED: When = { allDay: false, start: at('2026-03-10T09:00:00'), end: at('2026-03-10T10:00:00') };
const ALL_DAY: When = { allDay: true, start: '2026-03-10', end: '2026-03-11' };
const rule = (parts: Partial<Rule>): Rule => ({ freq: 'daily', interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'never' }, ...parts });

for (const [text, parts, written] of [
  ['FREQ=DAILY', {}, 'FREQ=DAILY'],
  ['FREQ=DAILY;INTERVAL=0', {}, 'FREQ=DAILY'],
  ['freq=weekly;interval=2;byday=we,mo,we;wkst=su', { freq: 'weekly', interval: 2, byDay: ['MO', 'WE'] }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE'],
  ['FREQ=WEEKLY;BYDAY=SU,TU;WKST=SU', { freq: 'weekly', byDay: ['SU', 'TU'] }, 'FREQ=WEEKLY;BYDAY=SU,TU'],
  ['FREQ=MONTHLY;BYDAY=+2TU', { freq: 'monthly', byDay: ['TU'], position: 2 }, 'FREQ=MONTHLY;BYDAY=2TU'],
  ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1', { freq: 'monthly', byDay: ['TU'], position: -1 }, 'FREQ=MONTHLY;BYDAY=-1TU'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', { freq: 'monthly', byDay: ['MO', 'TU', 'WE', 'TH', 'FR'], position: -1 }, 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
  ['FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1', { freq: 'monthly', byMonthDay: [28, 29, 30], position: -1 }, 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'],
  ['FREQ=YEARLY;BYMONTH=6;BYDAY=1SU;COUNT=3', { freq: 'yearly', byMonth: [6], byDay: ['SU'], position: 1, end: { kind: 'count', count: 3 } }, 'FREQ=YEARLY;COUNT=3;BYMONTH=6;BYDAY=1SU'],
  ['FREQ=YEARLY;BYMONTHDAY=31,-1', { freq: 'yearly', byMonthDay: [-1, 31] }, 'FREQ=YEARLY;BYMONTHDAY=-1,31'],
  ['FREQ=DAILY;UNTIL=20260401T070000Z', { end: { kind: 'until', until: '2026-04-01T09:00:00' } }, 'FREQ=DAILY;UNTIL=20260401T070000Z'],
  ['FREQ=DAILY;COUNT=1000', { end: { kind: 'count', count: 1000 } }, 'FREQ=DAILY;COUNT=1000'],
  ['FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=0', {}, 'FREQ=DAILY'],
  ['FREQ=YEARLY;BYYEARDAY=32', { freq: 'yearly', byMonth: [2], byMonthDay: [1] }, 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1'],
  ['FREQ=YEARLY;BYYEARDAY=-1', { freq: 'yearly', byMonth: [12], byMonthDay: [31] }, 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31'],
  ['FREQ=DAILY;UNTIL=20260401', { end: { kind: 'until', until: '2026-04-01T23:59:59' } }, 'FREQ=DAILY;UNTIL=20260401T215959Z'],
  ['FREQ=DAILY;UNTIL=20260401T090000', { end: { kind: 'until', until: '2026-04-01T09:00:00' } }, 'FREQ=DAILY;UNTIL=20260401T070000Z'],
] as const) {
  test(`held: ${text}`, (t) => {
    t.deepEqual(parseRule(text, TIMED), rule(parts as Partial<Rule>));
    t.is(formatRule(rule(parts as Partial<Rule>), TIMED), written);
  });
}

test('UNTIL of an all-day series is a date, whatever form it came in', (t) => {
  for (const until of ['20260401', '20260401T000000Z', '20260401T235959']) {
    const read = parseRule(`FREQ=DAILY;UNTIL=${until}`, ALL_DAY);
    t.deepEqual(read.end, { kind: 'until', until: '2026-04-01' });
    t.is(formatRule(read, ALL_DAY), 'FREQ=DAILY;UNTIL=20260401');
  }
});

for (const text of [
  'FREQ=HOURLY', 'FREQ=MINUTELY;INTERVAL=5', 'INTERVAL=2', 'FREQ=YEARLY;BYYEARDAY=100', 'FREQ=YEARLY;BYWEEKNO=20', 'FREQ=DAILY;BYHOUR=9,17', 'RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD',
  'FREQ=MONTHLY;BYDAY=1MO,3MO', 'FREQ=MONTHLY;BYDAY=1MO,1TU', 'FREQ=MONTHLY;BYDAY=5MO', 'FREQ=MONTHLY;BYDAY=-2FR', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,3', 'FREQ=MONTHLY;BYSETPOS=1',
  'FREQ=MONTHLY;BYDAY=2TU;BYMONTHDAY=8,9', 'FREQ=YEARLY;BYDAY=2SU', 'FREQ=YEARLY;BYMONTH=1,2;BYDAY=SU;BYSETPOS=1', 'FREQ=WEEKLY;BYDAY=2MO', 'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU', 'FREQ=DAILY;COUNT=0', 'FREQ=DAILY;COUNT=3;UNTIL=20260401', 'FREQ=DAILY;UNTIL=20260231', 'FREQ=DAILY;UNTIL=soon',
  'FREQ=MONTHLY;BYMONTHDAY=32', 'FREQ=MONTHLY;BYMONTHDAY=0', 'FREQ=YEARLY;BYMONTH=13', 'FREQ=DAILY;BYDAY=XX', 'FREQ=DAILY;INTERVAL=x', 'FREQ=DAILY;X-NEW=1', '',
]) {
  test(`rule B6: held whole and never changed: ${text || 'an empty rule'}`, (t) => {
    const error = t.throws<M2KError>(() => parseRule(text, TIMED));
    t.is(error.code, 'Unreadable');
    t.like(error.data, { field: 'rule', reason: 'rule-not-held', excerpt: `RRULE:${text}` });
  });
}

test('a position that RRULE would count over the year is refused, not written', (t) => {
  const error = t.throws<M2KError>(() => formatRule(rule({ freq: 'yearly', byMonth: [1, 2], byDay: ['SU', 'MO'], position: 1 }), TIMED));
  t.is(error.code, 'Refused');
});
