// Rules.md B6: several rules, RDATE, EXRULE and overrides for all that follow: a Rule of the same dates if there is one, else the set of the dates.
import test from 'ava';
import { eventText } from '../../../../src/engine/codec/icalendar/event-text.js';
import { occurrenceOf } from '../../../../src/engine/codec/occurrence.js';
import type { EventFields } from '../../../../src/engine/model/event.js';
import { uid } from '../../../../src/engine/model/ids.js';
import { firstDates } from '../../../../src/engine/model/occurrences.js';
import type { Rule } from '../../../../src/engine/model/recurrence.js';

const START = 'DTSTART;TZID=Asia/Taipei:20261201T100000'; // A Tuesday.
const text = (...lines: readonly string[]): string => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:u\r\nSUMMARY:a\r\n${lines.map((line) => `${line}\r\n`).join('')}END:VEVENT\r\nEND:VCALENDAR\r\n`;
const read = (...lines: readonly string[]): EventFields => eventText.parse(text(START, ...lines)).fields;
const dates = ({ rule, when }: EventFields, most = 6): readonly string[] => (rule === null ? [] : firstDates(rule, when, most).map((date) => date.slice(2)));
const rule = (parts: Partial<Rule>): Rule => ({ freq: 'weekly', interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'never' }, ...parts });
const until = (end: string): Rule['end'] => ({ kind: 'until', until: `${end}T10:00:00` });

for (const [name, lines, wanted] of [
  ['two weekly rules', ['RRULE:FREQ=WEEKLY;BYDAY=TU', 'RRULE:FREQ=WEEKLY;BYDAY=TH'], rule({ byDay: ['TU', 'TH'] })],
  ['the same rule twice', ['RRULE:FREQ=WEEKLY;BYDAY=TU', 'RRULE:FREQ=WEEKLY;BYDAY=TU'], rule({ byDay: ['TU'] })],
  ['an RDATE that the rule has anyway', ['RRULE:FREQ=WEEKLY;BYDAY=TU', 'RDATE;TZID=Asia/Taipei:20261208T100000'], rule({ byDay: ['TU'] })],
  ['RDATEs a week apart', ['RDATE;TZID=Asia/Taipei:20261215T100000,20261208T100000'], rule({ byDay: ['TU'], end: until('2026-12-15') })],
  ['an RDATE that goes on with a finite rule', ['RRULE:FREQ=DAILY;COUNT=3', 'RDATE:20261204T020000Z'], rule({ freq: 'daily', end: until('2026-12-04') })],
  ['RDATEs on the first of every month', ['RDATE;TZID=Asia/Taipei:20270101T100000,20270201T100000'], rule({ freq: 'monthly', byMonthDay: [1], end: until('2027-02-01') })],
  ['RDATEs on the first Tuesday of every month', ['RDATE;TZID=Asia/Taipei:20270105T100000,20270202T100000,20270302T100000'], rule({ freq: 'monthly', byDay: ['TU'], position: 1, end: until('2027-03-02') })],
  ['the clock of the start said again', ['RRULE:FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;BYMINUTE=0'], rule({ byDay: ['TU'] })],
] as const) {
  test(`a rule of the same dates: ${name}`, (t) => { t.deepEqual(read(...lines).rule, wanted); });
}

for (const [name, lines, wanted] of [
  ['two rules of different kinds', ['RRULE:FREQ=WEEKLY;BYDAY=TU', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=10'], ['26-12-01', '26-12-08', '26-12-10', '26-12-15', '26-12-22', '26-12-29']],
  ['an RDATE beside an endless rule', ['RRULE:FREQ=WEEKLY;BYDAY=TU', 'RDATE;TZID=Asia/Taipei:20261202T100000'], ['26-12-01', '26-12-02', '26-12-08', '26-12-15', '26-12-22', '26-12-29']],
  ['an EXRULE', ['RRULE:FREQ=DAILY', 'EXRULE:FREQ=WEEKLY;BYDAY=SA,SU'], ['26-12-01', '26-12-02', '26-12-03', '26-12-04', '26-12-07', '26-12-08']],
  ['the first and third Tuesday', ['RRULE:FREQ=MONTHLY;BYDAY=1TU,3TU'], ['26-12-01', '26-12-15', '27-01-05', '27-01-19', '27-02-02', '27-02-16']],
  ['a start off the rule', ['RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3'], ['26-12-01', '26-12-03', '26-12-10']],
  ['the 100th day of a year', ['RRULE:FREQ=YEARLY;BYYEARDAY=100'], ['26-12-01', '27-04-10', '28-04-09', '29-04-10', '30-04-10', '31-04-10']],
  ['Monday of week 20', ['RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'], ['26-12-01', '27-05-17', '28-05-15', '29-05-14', '30-05-13', '31-05-12']],
  ['weeks that begin on Sunday', ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU'], ['26-12-01', '26-12-13', '26-12-15', '26-12-27', '26-12-29', '27-01-10']],
  ['the last but one day of a month', ['RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2'], ['26-12-01', '26-12-30', '27-01-28', '27-02-25', '27-03-30', '27-04-29']],
  ['a fifth Friday', ['RRULE:FREQ=MONTHLY;BYDAY=5FR'], ['26-12-01', '27-01-29', '27-04-30', '27-07-30', '27-10-29', '27-12-31']],
] as const) {
  test(`rule B6: no Rule has these dates, the set has: ${name}`, (t) => {
    const fields = read(...lines);
    t.is(fields.rule?.freq, 'set');
    t.deepEqual(dates(fields), wanted);
    t.deepEqual(eventText.narrow(fields), fields);
  });
}

test('an RDATE at another hour is an occurrence at that hour, and can be deleted and changed', (t) => {
  const fields = read('DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=TU', 'RDATE;TZID=Asia/Tokyo:20261203T150000,20261204T160000', 'EXDATE;TZID=Asia/Taipei:20261204T150000');
  t.deepEqual(dates(fields, 4), ['26-12-01', '26-12-03', '26-12-04', '26-12-08']);
  t.deepEqual(fields.exceptions, { '2026-12-04': { deleted: true } });
  t.deepEqual(occurrenceOf(fields, '2026-12-03', {}).when, { allDay: false, start: { local: '2026-12-03T14:00:00', zone: 'Asia/Taipei' }, end: { local: '2026-12-03T15:00:00', zone: 'Asia/Taipei' } });
  t.is(occurrenceOf(fields, '2026-12-08', {}).when.allDay ? '' : (occurrenceOf(fields, '2026-12-08', {}).when as { start: { local: string } }).start.local, '2026-12-08T10:00:00');
});

test('what an override says of all that follow in a series without an end is part of its recurrence', (t) => {
  const override = (id: string, ...lines: readonly string[]): string => ['END:VEVENT', 'BEGIN:VEVENT', 'UID:u', `RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Taipei:${id}`, ...lines].join('\r\n');
  const fields = read('DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=TU', 'EXDATE;TZID=Asia/Taipei:20261229T100000',
    override('20261215T100000', 'SUMMARY:b', 'DTSTART;TZID=Asia/Taipei:20261216T120000', 'DURATION:PT30M'), override('20270105T100000', 'SUMMARY:c', 'DTSTART;TZID=Asia/Taipei:20270105T100000', 'DURATION:PT1H'));
  const shown = (date: string): readonly string[] => { const { subject, when } = occurrenceOf(fields, date, {}); return [subject, when.allDay ? '' : `${when.start.local} ${when.end.local.slice(11)}`]; };
  t.deepEqual([shown('2026-12-08'), shown('2026-12-15'), shown('2026-12-22'), shown('2027-01-12')],
    [['a', '2026-12-08T10:00:00 11:00:00'], ['b', '2026-12-16T12:00:00 12:30:00'], ['b', '2026-12-23T12:00:00 12:30:00'], ['c', '2027-01-12T10:00:00 11:00:00']]);
  t.deepEqual(fields.exceptions, { '2026-12-29': { deleted: true } });
});

const write = (over: string, fields: Partial<EventFields>): string =>
  eventText.format({ item: { kind: 'event', uid: uid('u'), fields: { ...eventText.parse(over).fields, ...fields } }, chosen: new Set(Object.keys(fields) as (keyof EventFields)[]), over, now: '2026-11-22T09:00:00Z' });

test('a set that did not change keeps its lines, one that is made anew reads back, and a Rule takes its place whole', (t) => {
  const lines = ['RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=4', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=10', 'RDATE;TZID=Asia/Taipei:20261203T150000', 'EXRULE:FREQ=MONTHLY;BYMONTHDAY=15'] as const, whole = text(START, ...lines), { fields } = eventText.parse(whole);
  const other = write(whole, { ...fields, subject: 'b' });
  t.true(lines.every((line) => other.includes(`${line}\r\n`)) && other.includes('SUMMARY:b'));
  const anew = eventText.format({ item: { kind: 'event', uid: uid('u'), fields }, chosen: new Set(Object.keys(fields) as (keyof EventFields)[]), now: '2026-11-22T09:00:00Z' });
  t.deepEqual(eventText.parse(anew).fields, fields);
  const off = read('RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3'), offAnew = eventText.format({ item: { kind: 'event', uid: uid('u'), fields: off }, chosen: new Set(Object.keys(off) as (keyof EventFields)[]), now: '2026-11-22T09:00:00Z' });
  t.deepEqual(eventText.parse(offAnew).fields, off);
  const plain = write(whole, { rule: rule({ byDay: ['TU'] }) });
  t.deepEqual(eventText.parse(plain).fields.rule, rule({ byDay: ['TU'] }));
  t.notRegex(plain, /RDATE|EXRULE/);
});
