import test from 'ava';
import { appointmentCodec } from '../../../../src/engine/codec/outlook/appointment.js';
import type { M2KError } from '../../../../src/engine/errors.js';
import type { EventFields } from '../../../../src/engine/model/event.js';
import type { Recurrence, Rule } from '../../../../src/engine/model/recurrence.js';
import type { When } from '../../../../src/engine/model/time.js';
import { wireDate } from '../../../../src/ps-host/wire-value.js';
import type { ItemRecord } from '../../../../src/ps-host/item-record.js';
import type { Step } from '../../../../src/ps-host/protocol.js';
import type { WireValue } from '../../../../src/ps-host/wire-value.js';
import { applySteps } from '../../../support/outlook-record.js';

const desk = { zone: 'Taipei Standard Time', listSeparator: ',' };
const codec = appointmentCodec(desk);
const timed = (start: string, end: string, zone = 'Asia/Taipei'): When => ({ allDay: false, start: { local: start, zone }, end: { local: end, zone } });
const PLAIN: EventFields = {
  subject: 'a', when: timed('2026-11-24T09:00:00', '2026-11-24T10:00:00', 'Europe/Brussels'), rule: null, exceptions: {}, location: 'b', body: 'c\nd', reminder: null,
  categories: ['x', 'y'], sensitivity: 'private', busyStatus: 'outOfOffice',
  importance: 'normal', url: '', attachments: [], organizer: null, attendees: {}, cancelled: false,
};
const ALL = new Set(Object.keys(PLAIN) as (keyof EventFields)[]);
const rule = (parts: Partial<Rule>): Rule => ({ freq: 'daily', interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'never' }, ...parts });
const on = (date: string): When => ({ allDay: true, start: date, end: new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10) });
const steps = (fields: Partial<EventFields>, chosen: ReadonlySet<keyof EventFields> = ALL, current: ItemRecord | null = null): readonly Step[] =>
  codec.steps({ fields: { ...PLAIN, ...fields }, chosen, current });
const set = (name: string, to: WireValue): Step => ({ do: 'set', name, to });
const recordOf = (fields: Partial<EventFields>): ItemRecord => applySteps(null, steps(fields), { zone: desk.zone, endDate: 'as set' });
const patternOf = (fields: Partial<EventFields>): Record<string, WireValue> => {
  const step = steps(fields).find((found) => found.do === 'pattern');
  return Object.fromEntries((step?.do === 'pattern' ? step.set : []).map(({ name, to }) => [name, to]));
};

test('steps go zones before times, texts, reminder, then what Outlook may reset (OOM 3.1, 3.2)', (t) => {
  t.deepEqual(steps({}), [
    { do: 'zone', name: 'StartTimeZone', to: 'Romance Standard Time' }, set('StartInStartTimeZone', wireDate('2026-11-24T09:00:00')),
    { do: 'zone', name: 'EndTimeZone', to: 'Romance Standard Time' }, set('EndInEndTimeZone', wireDate('2026-11-24T10:00:00')),
    set('Subject', 'a'), set('Location', 'b'), set('Body', 'c\r\nd'), set('Sensitivity', 2), set('ReminderSet', false), set('Categories', 'x, y'), set('BusyStatus', 3),
    set('Importance', 1),
  ]);
});

test('an all-day event is set at the machine\'s midnights, in its zone, the flag last (OOM 3.3)', (t) => {
  const days = { when: { allDay: true, start: '2026-12-24', end: '2026-12-26' } as const };
  const times = [set('Start', wireDate('2026-12-24T00:00:00')), set('End', wireDate('2026-12-26T00:00:00')), set('AllDayEvent', true)];
  t.deepEqual(steps(days, new Set(['when'])), times);
  t.deepEqual(steps(days, new Set(['when']), recordOf({})), [
    { do: 'zone', name: 'StartTimeZone', to: desk.zone }, { do: 'zone', name: 'EndTimeZone', to: desk.zone }, ...times,
  ]);
});

test('only chosen fields appear, and ReminderSet always with the minutes', (t) => {
  t.deepEqual(steps({ reminder: 30 }, new Set(['reminder'])), [set('ReminderSet', true), set('ReminderMinutesBeforeStart', 30)]);
  t.deepEqual(steps({ rule: rule({}) }, new Set(['subject']), recordOf({ rule: rule({}) })), [set('Subject', 'a')]);
  t.deepEqual(steps({}, new Set(['rule']), recordOf({})), []);
});

test('a series is cleared and saved before its time or rule changes, and its pattern made anew (OOM 4.8, 0xAF620009)', (t) => {
  const series = { rule: rule({}), when: timed('2026-11-24T09:00:00', '2026-11-24T10:00:00') };
  const moved = steps({ ...series, when: timed('2026-11-25T09:00:00', '2026-11-25T10:00:00') }, new Set(['when']), recordOf(series));
  t.deepEqual(moved.map((step) => ('name' in step ? step.name : step.do)), [
    'clearPattern', 'save', 'StartTimeZone', 'StartInStartTimeZone', 'EndTimeZone', 'EndInEndTimeZone', 'pattern',
  ]);
  t.deepEqual(steps({ ...series, rule: null }, new Set(['rule']), recordOf(series)), [{ do: 'clearPattern' }, { do: 'save' }]);
});

test('an all-day event that gets a time loses the flag first', (t) => {
  t.deepEqual(steps({}, new Set(['when']), recordOf({ when: on('2026-12-24') }))[0], set('AllDayEvent', false));
});

for (const [name, when, parts, pattern] of [
  ['every third day', on('2026-11-24'), { interval: 3 }, { RecurrenceType: 0, Interval: 3, NoEndDate: true }],
  ['weekdays as a daily rule', on('2026-11-24'), { byDay: ['MO', 'TU', 'WE', 'TH', 'FR'] }, { RecurrenceType: 1, DayOfWeekMask: 62, Interval: 1, NoEndDate: true }],
  ['weekly without days', on('2026-11-24'), { freq: 'weekly', interval: 2 }, { RecurrenceType: 1, DayOfWeekMask: 4, Interval: 2, NoEndDate: true }],
  ['monthly on the last day', on('2026-11-30'), { freq: 'monthly', byMonthDay: [-1] }, { RecurrenceType: 2, DayOfMonth: 31, Interval: 1, NoEndDate: true }],
  ['the 30th or the last day', on('2026-11-30'), { freq: 'monthly', byMonthDay: [28, 29, 30], position: -1 }, { RecurrenceType: 2, DayOfMonth: 30, Interval: 1, NoEndDate: true }],
  ['the last of all days', on('2026-11-30'), { freq: 'monthly', byDay: ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'], position: -1 }, { RecurrenceType: 2, DayOfMonth: 31, Interval: 1, NoEndDate: true }],
  ['the last working day', on('2026-11-30'), { freq: 'monthly', byDay: ['MO', 'TU', 'WE', 'TH', 'FR'], position: -1 }, { RecurrenceType: 3, DayOfWeekMask: 62, Instance: 5, Interval: 1, NoEndDate: true }],
  ['every year: Interval is left alone', on('2026-11-24'), { freq: 'yearly' }, { RecurrenceType: 5, DayOfMonth: 24, MonthOfYear: 11, NoEndDate: true }],
  ['every second year: 24 months', on('2026-11-24'), { freq: 'yearly', interval: 2, byMonth: [11], byDay: ['TU'], position: 4 }, { RecurrenceType: 6, DayOfWeekMask: 4, Instance: 4, MonthOfYear: 11, Interval: 24, NoEndDate: true }],
  ['every 12 months is every year', on('2026-11-24'), { freq: 'monthly', interval: 12 }, { RecurrenceType: 5, DayOfMonth: 24, MonthOfYear: 11, NoEndDate: true }],
  ['29 February', on('2028-02-29'), { freq: 'yearly' }, { RecurrenceType: 5, DayOfMonth: 29, MonthOfYear: 2, Interval: 48, NoEndDate: true }],
  ['29 February of every second year', on('2028-02-29'), { freq: 'yearly', interval: 2, byMonth: [2], byMonthDay: [29] }, { RecurrenceType: 5, DayOfMonth: 29, MonthOfYear: 2, Interval: 48, NoEndDate: true }],
  ['the last day of February', on('2027-02-28'), { freq: 'yearly', byMonth: [2], byMonthDay: [-1] }, { RecurrenceType: 5, DayOfMonth: 29, MonthOfYear: 2, NoEndDate: true }],
  ['a count', on('2026-11-24'), { end: { kind: 'count', count: 5 } }, { RecurrenceType: 0, Interval: 1, Occurrences: 5 }],
  ['an end on no day of the series: its last day', on('2026-11-24'), { interval: 7, end: { kind: 'until', until: '2026-12-10' } }, { RecurrenceType: 0, Interval: 7, PatternEndDate: wireDate('2026-12-08T00:00:00') }],
] as const) {
  test(`pattern: ${name}`, (t) => {
    const found = patternOf({ when, rule: rule(parts) });
    t.deepEqual(found, { ...pattern, PatternStartDate: wireDate(`${when.allDay ? when.start : ''}T00:00:00`) } as unknown as typeof found);
  });
}

test('the members of a pattern are set in the order of OOM 4.8', (t) => {
  t.deepEqual(Object.keys(patternOf({ when: on('2026-11-24'), rule: rule({ freq: 'yearly', interval: 2, byMonth: [11], byDay: ['TU'], position: 4, end: { kind: 'count', count: 3 } }) })),
    ['RecurrenceType', 'DayOfWeekMask', 'Instance', 'MonthOfYear', 'Interval', 'PatternStartDate', 'Occurrences']);
});

test('until a time before that day\'s occurrence ends the series the day before', (t) => {
  const when = timed('2026-11-24T09:00:00', '2026-11-24T10:00:00');
  const end = (until: string): WireValue | undefined => patternOf({ when, rule: rule({ end: { kind: 'until', until } }) })['PatternEndDate'];
  t.deepEqual(end('2026-11-26T08:59:59'), wireDate('2026-11-25T00:00:00'));
  t.deepEqual(end('2026-11-26T09:00:00'), wireDate('2026-11-26T00:00:00'));
});

for (const [name, when, parts] of [
  ['the 31st of every month, which RFC 5545 skips in June', on('2026-01-31'), { freq: 'monthly', byMonthDay: [31] }],
  ['monthly from a 30th', on('2026-11-30'), { freq: 'monthly' }],
  ['29 February so often that 2100 counts', on('2028-02-29'), { freq: 'yearly', end: { kind: 'count', count: 30 } }],
  ['two days of the month', on('2026-11-13'), { freq: 'monthly', byMonthDay: [13, 14] }],
  ['the day before the last', on('2026-11-29'), { freq: 'monthly', byMonthDay: [-2] }],
  ['two months that are not evenly apart', on('2026-11-24'), { freq: 'yearly', byMonth: [6, 11], byMonthDay: [24] }],
  ['Fridays the 13th', on('2026-11-13'), { freq: 'monthly', byDay: ['FR'], byMonthDay: [13] }],
  ['weekdays every second day', on('2026-11-24'), { interval: 2, byDay: ['MO', 'TU'] }],
  ['every second week on Sunday and Tuesday', on('2026-11-24'), { freq: 'weekly', interval: 2, byDay: ['SU', 'TU'] }],
  ['the second Monday or Tuesday', on('2026-11-09'), { freq: 'monthly', byDay: ['MO', 'TU'], position: 2 }],
  ['a start that is none of its dates', on('2026-11-24'), { freq: 'weekly', byDay: ['WE'] }],
  ['an end before the start', on('2026-11-24'), { end: { kind: 'until', until: '2026-11-23' } }],
  ['more than 999 occurrences', on('2026-11-24'), { end: { kind: 'until', until: '2042-01-01' } }],
  ['more than 999 days', on('2026-11-24'), { interval: 1000 }],
  ['a zone whose Windows zone shows another clock', timed('2026-11-24T09:00:00', '2026-11-24T10:00:00', 'America/Scoresbysund'), {}],
  ['a time that its zone skips on the first day', timed('2026-03-29T02:30:00', '2026-03-29T03:30:00', 'Europe/Berlin'), {}],
] as const) {
  test(`rule B6: refused whole and never changed: ${name}`, (t) => {
    const error = t.throws<M2KError>(() => steps({ when, rule: rule(parts) }));
    t.is(error.code, 'Refused');
    t.like(error.data, { field: 'rule', reason: 'rule-not-held' });
    const narrowed = codec.narrow({ ...PLAIN, when, rule: rule(parts) });
    t.deepEqual(narrowed.rule, rule(parts as Partial<Rule>));
  });
}

test('rule B6: a series in a zone that Windows has not is refused: in UTC its later occurrences would shift', (t) => {
  const when = timed('2026-07-01T09:00:00', '2026-07-01T10:00:00', 'Antarctica/Troll');
  const error = t.throws<M2KError>(() => steps({ when, rule: rule({}) }));
  t.like(error, { code: 'Refused' });
  t.like(error.data, { field: 'when', reason: 'zone-not-held', excerpt: 'Antarctica/Troll' });
  t.deepEqual(codec.narrow({ ...PLAIN, when, rule: rule({}) }).when, when);
});

test('single events in zones without a Windows id go to UTC with their instants', (t) => {
  const when = timed('2026-07-01T09:00:00', '2026-07-01T10:00:00', 'Antarctica/Troll');
  t.deepEqual(codec.narrow({ ...PLAIN, when }).when, timed('2026-07-01T07:00:00', '2026-07-01T08:00:00', 'UTC'));
});

test('dates outside Outlook\'s calendar are refused', (t) => {
  t.is((t.throws<M2KError>(() => steps({ when: on('1601-03-31') }))).data.reason, 'date-not-held');
  t.is((t.throws<M2KError>(() => steps({ when: on('4500-09-01') }))).data.reason, 'date-not-held');
});

const RECORD = recordOf({});
const read = (plain: Record<string, WireValue>, more: Partial<ItemRecord> = {}): EventFields => codec.read({ ...RECORD, ...more, plain: { ...RECORD.plain, ...plain } });
const moments = ({ when }: EventFields): unknown => (when.allDay ? [when.start, when.end] : [when.start.local, when.start.zone, when.end.local, when.end.zone]);

test('an item without a zone, or with one nobody knows, is read on the machine\'s clock; a series with an unknown one is held', (t) => {
  const local = { Start: wireDate('2026-11-24T16:00:00'), End: wireDate('2026-11-24T17:00:00') };
  for (const id of ['', 'Customized Time Zone']) {
    t.deepEqual(moments(read(local, { zones: { StartTimeZone: id, EndTimeZone: id } })), ['2026-11-24T16:00:00', 'Asia/Taipei', '2026-11-24T17:00:00', 'Asia/Taipei']);
  }
  const error = t.throws<M2KError>(() => read({ ...local, IsRecurring: true }, { zones: { StartTimeZone: 'Customized Time Zone' } }));
  t.like(error.data, { reason: 'zone-unknown', excerpt: 'Customized Time Zone' });
});

test('an all-day event made elsewhere is read by whichever clock shows midnight, else by the nearest one (OOM 3.3)', (t) => {
  const allDay = (start: string, end: string, own: readonly [string, string] | null): unknown => moments(read({
    AllDayEvent: true, Start: wireDate(start), End: wireDate(end), StartInStartTimeZone: own && wireDate(own[0]), EndInEndTimeZone: own && wireDate(own[1]),
  }));
  t.deepEqual(allDay('2026-11-24T00:00:00', '2026-11-25T00:00:00', ['2026-11-23T17:00:00', '2026-11-24T17:00:00']), ['2026-11-24', '2026-11-25']);
  t.deepEqual(allDay('2026-11-24T07:00:00', '2026-11-25T07:00:00', ['2026-11-24T00:00:00', '2026-11-25T00:00:00']), ['2026-11-24', '2026-11-25']);
  t.deepEqual(allDay('2026-11-23T16:00:00', '2026-11-24T16:00:00', null), ['2026-11-24', '2026-11-25']);
  t.deepEqual(allDay('2026-11-24T00:00:00', '2026-11-24T00:00:00', null), ['2026-11-24', '2026-11-25']);
});

test('midnight to midnight without the flag stays timed, and the year 4501 is no date', (t) => {
  t.false(read({ StartInStartTimeZone: wireDate('2026-11-24T00:00:00'), EndInEndTimeZone: wireDate('2026-11-25T00:00:00') }).when.allDay);
  t.is((t.throws<M2KError>(() => read({ StartInStartTimeZone: wireDate('4501-01-01T00:00:00') }))).data.reason, 'no-start');
});

const series = (pattern: Record<string, WireValue>): Recurrence | null =>
  read({ IsRecurring: true, AllDayEvent: true, Start: wireDate('2026-11-24T00:00:00'), End: wireDate('2026-11-25T00:00:00') }, { pattern: { NoEndDate: true, ...pattern } }).rule;

test('patterns read as Outlook means them: Interval 0 of weekdays, months for years, last days, both forms of the end', (t) => {
  t.deepEqual(series({ RecurrenceType: 1, Interval: 0, DayOfWeekMask: 62 }), rule({ freq: 'weekly', byDay: ['MO', 'TU', 'WE', 'TH', 'FR'] }));
  t.deepEqual(series({ RecurrenceType: 5, Interval: 24, DayOfMonth: 24, MonthOfYear: 11 }), rule({ freq: 'yearly', interval: 2, byMonth: [11], byMonthDay: [24] }));
  t.deepEqual(series({ RecurrenceType: 5, Interval: 1, DayOfMonth: 24, MonthOfYear: 11 }), rule({ freq: 'yearly', byMonth: [11], byMonthDay: [24] }));
  t.deepEqual(series({ RecurrenceType: 5, Interval: 12, DayOfMonth: 29, MonthOfYear: 2 }), rule({ freq: 'yearly', byMonth: [2], byMonthDay: [-1] }));
  t.deepEqual(series({ RecurrenceType: 2, Interval: 12, DayOfMonth: 24 }), rule({ freq: 'yearly', byMonth: [11], byMonthDay: [24] }));
  t.deepEqual(series({ RecurrenceType: 2, Interval: 1, DayOfMonth: 29 }), rule({ freq: 'monthly', byMonthDay: [28, 29], position: -1 }));
  t.deepEqual(series({ RecurrenceType: 3, Interval: 1, DayOfWeekMask: 127, Instance: 5 }), rule({ freq: 'monthly', byMonthDay: [-1] }));
  t.deepEqual(series({ RecurrenceType: 3, Interval: 1, DayOfWeekMask: 6, Instance: 2 }), rule({ freq: 'monthly', byDay: ['MO', 'TU'], position: 2 }));
  t.deepEqual(series({ RecurrenceType: 0, Interval: 7, NoEndDate: false, PatternEndDate: wireDate('2026-12-10T00:00:00'), Occurrences: 3 })?.end, { kind: 'until', until: '2026-12-08' });
});

test('patterns that mean nothing or depend on the user\'s week are unreadable', (t) => {
  for (const pattern of [
    { RecurrenceType: 4 }, { RecurrenceType: 1, Interval: 1, DayOfWeekMask: 0 }, { RecurrenceType: 1, Interval: 2, DayOfWeekMask: 5 }, { RecurrenceType: 2, DayOfMonth: 32 },
    { RecurrenceType: 6, DayOfWeekMask: 2, Instance: 6, MonthOfYear: 1 },
  ]) t.is((t.throws<M2KError>(() => series(pattern))).data.reason, 'rule-not-held');
});

test('29 February of every year is every fourth year without 2100, 2200 and 2300, and comes back as it was', (t) => {
  const fields = { ...PLAIN, when: on('2028-02-29'), rule: rule({ freq: 'yearly' }) };
  t.deepEqual(codec.narrow(fields).exceptions, { '2100-02-28': { deleted: true }, '2200-02-28': { deleted: true }, '2300-02-28': { deleted: true } });
  t.deepEqual(codec.read(recordOf(fields)), codec.narrow(fields));
  t.deepEqual(codec.narrow({ ...fields, rule: rule({ freq: 'yearly', end: { kind: 'until', until: '2099-12-31' } }) }).exceptions, {});
});

test('codes that no enumeration has are unreadable, Null categories are none', (t) => {
  t.like((t.throws<M2KError>(() => read({ BusyStatus: 5 }))).data, { field: 'busyStatus', reason: 'value-unknown', excerpt: 'BusyStatus 5' });
  t.deepEqual(read({ Categories: null }).categories, []);
});

test('categories are joined by the list separator of the desk, and no name holds one', (t) => {
  const german = appointmentCodec({ ...desk, listSeparator: ';' });
  const fields = { ...PLAIN, categories: ['a, b', 'Red', 'red', ' '] };
  t.deepEqual(german.steps({ fields, chosen: new Set(['categories']), current: null }), [set('Categories', 'a b; Red')]);
  t.deepEqual(german.narrow(fields).categories, ['a b', 'Red']);
});

test('subjects are cut at 255 characters, never inside one', (t) => {
  t.is(codec.narrow({ ...PLAIN, subject: `${'a'.repeat(254)}🎂` }).subject, 'a'.repeat(254));
});

test('seconds are dropped on both ways', (t) => {
  t.deepEqual(codec.narrow({ ...PLAIN, when: timed('2026-11-24T09:00:59', '2026-11-24T10:00:30') }).when, timed('2026-11-24T09:00:00', '2026-11-24T10:00:00'));
  t.deepEqual(moments(read({ StartInStartTimeZone: wireDate('2026-11-24T09:00:59') })), ['2026-11-24T09:00:00', 'Europe/Paris', '2026-11-24T10:00:00', 'Europe/Paris']);
});
