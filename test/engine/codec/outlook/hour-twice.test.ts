// The hour that the end of daylight saving time repeats: Outlook's reading of such a clock is documented nowhere (OOM 3.2, last row), so it is never asked for one.
import test from 'ava';
import { eventText } from '../../../../src/engine/codec/icalendar/event-text.js';
import { appointmentCodec } from '../../../../src/engine/codec/outlook/appointment.js';
import { comesTwice, exactlyIn, instantOf, later } from '../../../../src/engine/codec/zones/zoned-time.js';
import type { EventFields } from '../../../../src/engine/model/event.js';
import { EVENT_FIELDS } from '../../../../src/engine/model/field-specs.js';
import { uid } from '../../../../src/engine/model/ids.js';
import type { Rule } from '../../../../src/engine/model/recurrence.js';
import type { When } from '../../../../src/engine/model/time.js';
import { wireDate } from '../../../../src/ps-host/wire-value.js';
import { anEvent } from '../../../support/an-event.js';
import { applySteps } from '../../../support/outlook-record.js';

const ALL = new Set(Object.keys(EVENT_FIELDS) as (keyof EventFields)[]);
const DESK = { zone: 'W. Europe Standard Time', listSeparator: ',' };
const codec = appointmentCodec(DESK);
const BERLIN = 'Europe/Berlin';
const at = (start: string, end: string, zone = BERLIN): When => ({ allDay: false, start: { local: start, zone }, end: { local: end, zone } });
const text = (...lines: readonly string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:u', 'SUMMARY:a', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const instants = ({ when }: EventFields): readonly string[] => (when.allDay ? [] : [when.start, when.end].map((moment) => new Date(instantOf(moment)).toISOString().slice(11, 16)));

test('a clock comes twice in the hour that is repeated, and in no gap', (t) => {
  const twice = (local: string, zone = BERLIN): boolean => comesTwice({ local, zone });
  t.deepEqual(['2026-10-25T01:59:59', '2026-10-25T02:00:00', '2026-10-25T02:59:59', '2026-10-25T03:00:00'].map((local) => twice(local)), [false, true, true, false]);
  t.deepEqual([twice('2026-03-29T02:30:00'), twice('2026-04-05T01:45:00', 'Australia/Lord_Howe'), twice('2026-04-05T01:15:00', 'Australia/Lord_Howe')], [false, true, false]);
  const second = { local: '2026-10-25T01:30:00', zone: 'UTC' }, first = { local: '2026-10-25T02:30:00', zone: BERLIN };
  t.deepEqual([exactlyIn(second, BERLIN), exactlyIn({ ...second, local: '2026-10-25T00:30:00' }, BERLIN), later(first, { hours: 1 }), later(first, { days: 1 })],
    [second, first, second, { local: '2026-10-26T02:30:00', zone: BERLIN }]);
});

for (const [name, lines, wanted] of [
  ['the first of the two, as RFC 5545 reads a clock', ['DTSTART;TZID=Europe/Berlin:20261025T023000', 'DTEND;TZID=Europe/Berlin:20261025T024500'], ['00:30', '00:45']],
  ['an event over both', ['DTSTART;TZID=Europe/Berlin:20261025T023000', 'DURATION:PT1H'], ['00:30', '01:30']],
  ['the second of the two', ['DTSTART:20261025T013000Z', 'DTEND:20261025T023000Z'], ['01:30', '02:30']],
] as const) {
  test(`OOM 3.2: ${name} is written to Outlook in UTC, and stays as it is on the server`, (t) => {
    const held = text(...lines), { fields } = eventText.parse(held), steps = codec.steps({ fields, chosen: ALL, current: null });
    t.deepEqual(instants(fields), wanted);
    const zones = steps.flatMap((step) => (step.do === 'zone' ? [step.to] : [])), clocks = steps.flatMap((step) => (step.do === 'set' && /InStart|InEnd/.test(step.name) ? [(step.to as { date: string }).date] : []));
    t.deepEqual([zones, clocks.map((local) => local.slice(11, 16))], [['UTC', 'UTC'], wanted]);
    const back = codec.read(applySteps(null, steps, { zone: DESK.zone, endDate: 'as set' }));
    t.deepEqual(back.when, codec.narrow(fields).when);
    t.is(eventText.format({ item: { kind: 'event', uid: uid('u'), fields: { ...fields, subject: 'b' } }, chosen: new Set(['subject', 'when']), over: held, now: '2026-10-01T00:00:00Z' }).includes(lines[0]), true);
  });
}

for (const [utc, said] of [['2026-10-25T00:30:00', '20261025T003000'], ['2026-10-25T01:30:00', '20261025T013000']] as const) {
  test(`OOM 3.2: Outlook's 02:30 that is ${utc.slice(11, 16)} UTC reaches the server as that, whoever reads the clock`, (t) => {
    const shown = applySteps(null, codec.steps({ fields: anEvent({ when: at('2026-10-25T01:30:00', '2026-10-25T04:00:00') }), chosen: ALL, current: null }), { zone: DESK.zone, endDate: 'as set' });
    const record = { ...shown, plain: { ...shown.plain, Start: wireDate('2026-10-25T02:30:00'), StartInStartTimeZone: wireDate('2026-10-25T02:30:00'), StartUTC: wireDate(utc) } }, fields = codec.read(record);
    t.deepEqual(codec.narrow(fields), fields, 'what was read is no edit of what was agreed');
    const made = eventText.format({ item: { kind: 'event', uid: uid('u'), fields }, chosen: ALL, now: '2026-10-01T00:00:00Z' });
    t.regex(made, new RegExp(`DTSTART;TZID=Etc/UTC:${said}\r\n`));
    t.regex(made, /DTEND;TZID=Europe\/Berlin:20261025T040000\r\n/);
    const nameless = { ...record, zones: { StartTimeZone: '', EndTimeZone: '' } };
    t.deepEqual([instants(codec.read(nameless))[0], (codec.read(nameless).when as { start: { zone: string } }).start.zone], [utc.slice(11, 16), 'Asia/Taipei']);
  });
}

const DAILY: Rule = { freq: 'daily', interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'until', until: '2026-11-01T02:30:00' } };

test('a series is told by its clock on both sides; one whose length only UTC tells, and a changed occurrence in the hour, no pattern holds', (t) => {
  const holds = (fields: Partial<EventFields>): boolean | undefined => codec.holds?.(anEvent({ rule: DAILY, ...fields }));
  const nights = at('2026-10-20T02:30:00', '2026-10-20T03:30:00');
  t.true(holds({ when: nights }));
  t.true(holds({ when: nights, exceptions: { '2026-10-24': { changes: { when: at('2026-10-24T12:00:00', '2026-10-24T13:00:00') } } } }));
  t.false(holds({ when: nights, exceptions: { '2026-10-25': { changes: { when: at('2026-10-25T02:15:00', '2026-10-25T03:15:00') } } } }));
  t.false(holds({ when: nights, exceptions: { '2026-10-25': { changes: { when: at('2026-10-25T01:30:00', '2026-10-25T02:30:00', 'UTC') } } } }));
  const { fields } = eventText.parse(text('DTSTART;TZID=Europe/Berlin:20261025T023000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=5'));
  t.false(codec.holds?.(fields));
});
