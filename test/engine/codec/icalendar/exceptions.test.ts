import test from 'ava';
import { eventText } from '../../../../src/engine/codec/icalendar/event-text.js';
import type { M2KError } from '../../../../src/engine/errors.js';
import type { EventFields } from '../../../../src/engine/model/event.js';
import { uid } from '../../../../src/engine/model/ids.js';
import type { When } from '../../../../src/engine/model/time.js';

const now = '2026-11-22T09:00:00Z';
const START = ['DTSTART;TZID=Asia/Taipei:20261201T100000', 'DTEND;TZID=Asia/Taipei:20261201T110000'], DAILY = 'RRULE:FREQ=DAILY;COUNT=20';
const event = (...lines: readonly string[]): string => `BEGIN:VEVENT\r\nUID:u\r\n${lines.map((line) => `${line}\r\n`).join('')}END:VEVENT\r\n`;
const override = (id: string, ...lines: readonly string[]): string => event(`RECURRENCE-ID${id}`, 'SUMMARY:a', ...lines);
const calendar = (...events: readonly string[]): string => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`;
const series = (...lines: readonly string[]): string => event('SUMMARY:a', ...START, DAILY, ...lines);
const exceptionsIn = (text: string): EventFields['exceptions'] => eventText.parse(text).fields.exceptions;
const write = (over: string, fields: Partial<EventFields>): string =>
  eventText.format({ item: { kind: 'event', uid: uid('u'), fields: { ...eventText.parse(over).fields, ...fields } }, chosen: new Set(Object.keys(fields) as (keyof EventFields)[]), over, now });
const at = (start: string, end: string, zone = 'Asia/Taipei'): When => ({ allDay: false, start: { local: start, zone }, end: { local: end, zone } });
const unfolded = (text: string): readonly string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n');

test('EXDATE takes occurrences away in any zone and form; a value that meets none takes nothing', (t) => {
  for (const line of ['EXDATE;TZID=Asia/Taipei:20261202T100000,20261204T100000', 'EXDATE:20261202T020000Z\r\nEXDATE:20261204T020000Z', 'EXDATE;TZID=Asia/Tokyo:20261202T110000,20261204T110000', 'EXDATE;VALUE=DATE:20261202,20261204', 'EXDATE;TZID=Asia/Taipei:20261202T100000,20261204T100000,20261205T090000,20270301T100000']) {
    t.deepEqual(exceptionsIn(calendar(series(line))), { '2026-12-02': { deleted: true }, '2026-12-04': { deleted: true } }, line);
  }
  const allDay = event('SUMMARY:a', 'DTSTART;VALUE=DATE:20261201', DAILY, 'EXDATE;VALUE=DATE:20261202', 'EXDATE:20261203T000000Z');
  t.deepEqual(Object.keys(exceptionsIn(calendar(allDay))), ['2026-12-02', '2026-12-03']);
});

test('an override says what differs from its series; the same time in another zone is no difference', (t) => {
  const text = calendar(series(), override(';TZID=Asia/Taipei:20261203T100000', 'DTSTART;TZID=Asia/Taipei:20261203T150000', 'DTEND;TZID=Asia/Taipei:20261203T160000', 'LOCATION:x'),
    override(':20261205T020000Z', 'DTSTART:20261205T020000Z', 'DTEND:20261205T030000Z'), override(';TZID=Asia/Tokyo:20261206T110000', 'DTSTART;TZID=Asia/Taipei:20261206T100000', 'DURATION:PT2H'));
  t.deepEqual(exceptionsIn(text), {
    '2026-12-03': { changes: { when: at('2026-12-03T15:00:00', '2026-12-03T16:00:00'), location: 'x' } }, '2026-12-06': { changes: { when: at('2026-12-06T10:00:00', '2026-12-06T12:00:00') } },
  });
});

test('RANGE=THISANDFUTURE changes all that follow up to the next such override', (t) => {
  const own = override(';RANGE=THISANDFUTURE;TZID=Asia/Taipei:20261218T100000', 'DTSTART;TZID=Asia/Taipei:20261218T120000', 'DTEND;TZID=Asia/Taipei:20261218T123000');
  t.deepEqual(exceptionsIn(calendar(series('EXDATE;TZID=Asia/Taipei:20261219T100000'), own)), {
    '2026-12-18': { changes: { when: at('2026-12-18T12:00:00', '2026-12-18T12:30:00') } }, '2026-12-19': { deleted: true }, '2026-12-20': { changes: { when: at('2026-12-20T12:00:00', '2026-12-20T12:30:00') } },
  });
  const moved = write(calendar(series(), own), { location: 'y' });
  t.notRegex(moved, /RANGE=/);
  t.deepEqual(Object.keys(exceptionsIn(moved)), ['2026-12-18', '2026-12-19', '2026-12-20']);
});

for (const [name, text, reason] of [
  ['an override of a day without an occurrence', calendar(series(), override(';TZID=Asia/Taipei:20270301T100000', ...START)), 'override-of-no-occurrence'],
  ['an override of another hour', calendar(series(), override(';TZID=Asia/Taipei:20261203T090000', ...START)), 'override-of-no-occurrence'],
  ['an override without a series', calendar(event('SUMMARY:a', ...START), override(';TZID=Asia/Taipei:20261201T100000', ...START)), 'override-of-no-occurrence'],
  ['one occurrence twice', calendar(series(), override(':20261203T020000Z', ...START), override(';TZID=Asia/Taipei:20261203T100000', ...START)), 'occurrence-twice'],
  ['an occurrence deleted and changed', calendar(series('EXDATE:20261203T020000Z'), override(':20261203T020000Z', ...START)), 'occurrence-twice'],
  ['several events in one object', calendar(series(), event('SUMMARY:b', ...START)), 'several-events'],
] as const) {
  test(`rule B6: what might be other dates to another reader is held: ${name}`, (t) => {
    t.is((t.throws<M2KError>(() => exceptionsIn(text))).data.reason, reason);
  });
}

test('an invitation to a single occurrence, which comes without its series, is a single event', (t) => {
  const text = calendar(override(';TZID=Asia/Taipei:20261203T100000', 'DTSTART;TZID=Asia/Taipei:20261203T100000'));
  t.is(eventText.parse(text).fields.rule, null);
  t.true(write(text, { subject: 'b' }).includes('RECURRENCE-ID;TZID=Asia/Taipei:20261203T100000'));
});

const KEPT = ['ATTENDEE;PARTSTAT=DECLINED:mailto:a@example.com', 'X-ODD:kept', 'BEGIN:VALARM', 'ACTION:EMAIL', 'TRIGGER:-PT1H', 'END:VALARM'];
const RICH = calendar(series('EXDATE;TZID=Asia/Taipei:20261202T100000'), override(';TZID=Asia/Taipei:20261203T100000', 'DTSTART;TZID=Asia/Taipei:20261203T150000', 'DTEND;TZID=Asia/Taipei:20261203T160000', ...KEPT));

test('a change of the series reaches overrides that said the same, and no other line of them', (t) => {
  const text = write(RICH, { subject: 'b', categories: ['c'] });
  t.is(text.match(/SUMMARY:b/g)?.length, 2);
  t.is(text.match(/CATEGORIES:c/g)?.length, 2);
  t.true(text.includes(KEPT.slice(0, 2).join('\r\n')) && text.includes(KEPT.slice(2).join('\r\n')));
  t.deepEqual(exceptionsIn(text), exceptionsIn(RICH));
});

test('rule 21: with a new start EXDATE and RECURRENCE-ID get its hour, and what has its own time keeps it', (t) => {
  const text = write(RICH, { when: at('2026-12-01T11:00:00', '2026-12-01T12:00:00') });
  t.true(unfolded(text).includes('EXDATE;TZID=Asia/Taipei:20261202T110000'));
  t.true(unfolded(text).includes('RECURRENCE-ID;TZID=Asia/Taipei:20261203T110000'));
  t.true(unfolded(text).includes('DTSTART;TZID=Asia/Taipei:20261203T150000'));
  const dates = write(RICH, { when: { allDay: true, start: '2026-12-01', end: '2026-12-02' } });
  t.true(unfolded(dates).includes('EXDATE;VALUE=DATE:20261202') && unfolded(dates).includes('RECURRENCE-ID;VALUE=DATE:20261203'));
});

test('a new exception is made from its series, a former one is taken away, a deleted one loses its override', (t) => {
  const text = write(RICH, { exceptions: { '2026-12-03': { deleted: true }, '2026-12-05': { changes: { subject: 'once' } } } });
  t.deepEqual(exceptionsIn(text), { '2026-12-03': { deleted: true }, '2026-12-05': { changes: { subject: 'once' } } });
  t.false(text.includes('PARTSTAT=DECLINED'));
  t.is(unfolded(text).filter((line) => line.startsWith('RRULE')).length, 1);
  t.true(unfolded(text).includes('DTSTART;TZID=Asia/Taipei:20261205T100000'));
  t.is(write(RICH, { exceptions: exceptionsIn(RICH) }), RICH);
  t.deepEqual(unfolded(write(RICH, { rule: null, exceptions: {} })).filter((line) => /^(EXDATE|RECURRENCE-ID|RRULE)/.test(line)), []);
});
