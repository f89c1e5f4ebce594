import test from 'ava';
import { eventText } from '../../../../src/engine/codec/icalendar/event-text.js';
import { DEPENDENTS } from '../../../../src/engine/codec/icalendar/event-rows.js';
import type { M2KError } from '../../../../src/engine/errors.js';
import type { EventFields } from '../../../../src/engine/model/event.js';
import { uid } from '../../../../src/engine/model/ids.js';
import { sample } from '../../../../src/engine/side/contract/samples.js';

const now = '2026-11-22T09:00:00.000Z';
const object = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:u', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const START = 'DTSTART;TZID=Asia/Taipei:20261122T090000';
const read = (...lines: readonly string[]): EventFields => eventText.parse(object(...lines)).fields;
const write = (lines: readonly string[], fields: Partial<EventFields>): string => {
  const over = object(...lines);
  const chosen = new Set(Object.keys(fields) as (keyof EventFields)[]);
  return eventText.format({ item: { kind: 'event', uid: uid('u'), fields: { ...eventText.parse(over).fields, ...fields } }, chosen, over, now });
};
const lineOf = (text: string, name: string): string | undefined => text.slice(text.indexOf('BEGIN:VEVENT')).split('\r\n').find((line) => new RegExp(`^${name}[;:]`).test(line));
const moment = (local: string, zone = 'Asia/Taipei'): { local: string; zone: string } => ({ local, zone });

test('DATE-TIME without an end is zero length, DATE without one is a day, DTEND equal to DTSTART too, DTEND wins over DURATION', (t) => {
  t.deepEqual(read(START).when, { allDay: false, start: moment('2026-11-22T09:00:00'), end: moment('2026-11-22T09:00:00') });
  t.deepEqual(read('DTSTART;VALUE=DATE:20260228').when, { allDay: true, start: '2026-02-28', end: '2026-03-01' });
  t.deepEqual(read('DTSTART:20260228', 'DTEND;VALUE=DATE:20260228').when, { allDay: true, start: '2026-02-28', end: '2026-03-01' });
  t.deepEqual(read('DTSTART;VALUE=DATE:20260228', 'DURATION:P1W').when, { allDay: true, start: '2026-02-28', end: '2026-03-07' });
  t.deepEqual(read(START, 'DURATION:PT5H', 'DTEND;TZID=Asia/Taipei:20261122T100000').when, { allDay: false, start: moment('2026-11-22T09:00:00'), end: moment('2026-11-22T10:00:00') });
});

test('a day of DURATION is a day on the clock and 24 hours are hours, over a change of the clock', (t) => {
  const at = 'DTSTART;TZID=Europe/Berlin:20260328T120000';
  const end = (duration: string): unknown => { const { when } = read(at, `DURATION:${duration}`); return when.allDay || when.end.local; };
  t.is(end('P1D'), '2026-03-29T12:00:00');
  t.is(end('PT24H'), '2026-03-29T13:00:00');
});

test('TZIDs are IANA names of any age, Windows names, names behind a prefix, or what their VTIMEZONE says', (t) => {
  const zone = (tzid: string, ...definition: readonly string[]): string => {
    const { when } = eventText.parse(object(`DTSTART;TZID="${tzid}":20260701T090000`).replace('BEGIN:VEVENT', [...definition, 'BEGIN:VEVENT'].join('\r\n'))).fields;
    return when.allDay ? '' : when.start.zone;
  };
  t.is(zone('Asia/Calcutta'), 'Asia/Kolkata');
  t.is(zone('europe/berlin'), 'Europe/Berlin');
  t.is(zone('Tokyo Standard Time'), 'Asia/Tokyo');
  t.is(zone('/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires'), 'America/Argentina/Buenos_Aires');
  t.is(zone('/mozilla.org/20050126_1/Europe/Vienna'), 'Europe/Vienna');
  t.is(zone('GMT'), 'UTC');
  const standard = ['BEGIN:STANDARD', 'DTSTART:16010101T000000', 'TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'END:STANDARD', 'END:VTIMEZONE'];
  t.is(zone('(UTC+08:00) Taipei', 'BEGIN:VTIMEZONE', 'TZID:(UTC+08:00) Taipei', ...standard), 'Asia/Taipei');
  t.is(zone('Mine', 'BEGIN:VTIMEZONE', 'TZID:Mine', 'X-LIC-LOCATION:Asia/Manila', ...standard), 'Asia/Manila');
});

test('an unknown zone is unreadable and never floating', (t) => {
  const error = t.throws<M2KError>(() => read('DTSTART;TZID=Somewhere:20260701T090000'));
  t.is(error.code, 'Unreadable');
  t.like(error.data, { field: 'when', reason: 'zone-unknown', excerpt: 'Somewhere' });
});

for (const [name, lines, reason] of [
  ['no start', ['SUMMARY:x'], 'no-start'],
  ['an end before the start', [START, 'DTEND;TZID=Asia/Taipei:20261122T080000'], 'end-before-start'],
  ['a date as end of a time', [START, 'DTEND;VALUE=DATE:20261123'], 'end-not-like-start'],
  ['an impossible date', ['DTSTART;VALUE=DATE:20260230'], 'time-unreadable'],
  ['an impossible time', ['DTSTART:20260228T250000Z'], 'time-unreadable'],
  ['a negative duration', [START, 'DURATION:-PT1H'], 'time-unreadable'],
  ['an RDATE that is a date of a timed event', [START, 'RDATE;VALUE=DATE:20261123'], 'rule-not-held'],
  ['an RDATE of another length', [START, 'DURATION:PT1H', 'RDATE;TZID=Asia/Taipei;VALUE=PERIOD:20261123T090000/PT2H'], 'rule-not-held'],
  ['two occurrences a day', [START, 'RRULE:FREQ=DAILY', 'RDATE;TZID=Asia/Taipei:20261123T140000'], 'rule-not-held'],
  ['a second rule of hours', [START, 'RRULE:FREQ=DAILY', 'RRULE:FREQ=HOURLY'], 'rule-not-held'],
] as const) {
  test(`unreadable, so that the item is held: ${name}`, (t) => {
    const error = t.throws<M2KError>(() => read(...lines));
    t.is(error.code, 'Unreadable');
    t.is(error.data.reason, reason);
  });
}

test('a text without an event or without a UID is unreadable', (t) => {
  t.is((t.throws<M2KError>(() => eventText.parse('BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR\r\n'))).data.reason, 'not-an-event');
  t.is((t.throws<M2KError>(() => eventText.parse(object(START).replace('UID:u', 'X:u')))).data.reason, 'no-uid');
});

test('times are written with TZID and VTIMEZONE, UTC as Etc/UTC, floating ones in the floating zone, never without (M4)', (t) => {
  for (const [zone, tzid] of [['Europe/Paris', 'Europe/Paris'], ['UTC', 'Etc/UTC'], ['floating', 'Asia/Taipei']] as const) {
    const when = { allDay: false, start: moment('2026-11-23T09:00:00', zone), end: moment('2026-11-23T10:00:00', zone) } as const;
    const text = write([START], { when });
    t.is(lineOf(text, 'DTSTART'), `DTSTART;TZID=${tzid}:20261123T090000`);
    t.is(lineOf(text, 'DTEND'), `DTEND;TZID=${tzid}:20261123T100000`);
    t.true(text.includes(`BEGIN:VTIMEZONE\r\nTZID:${tzid}\r\n`));
  }
});

test('a zone that the object defines is used by the name it has there, and not defined twice', (t) => {
  const over = object('DTSTART;TZID=Tokyo Standard Time:20261122T090000').replace('BEGIN:VEVENT', 'BEGIN:VTIMEZONE\r\nTZID:Tokyo Standard Time\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT');
  const { fields } = eventText.parse(over);
  const at = (hour: string, zone: string): EventFields => ({ ...fields, when: { allDay: false, start: moment(`2026-11-22T${hour}:00:00`, zone), end: moment('2026-11-22T18:00:00', zone) } });
  const format = (text: string, changed: EventFields): string => eventText.format({ item: { kind: 'event', uid: uid('u'), fields: changed }, chosen: new Set(['when']), over: text, now });
  const moved = format(over, at('10', 'Asia/Tokyo'));
  t.is(lineOf(moved, 'DTEND'), 'DTEND;TZID=Tokyo Standard Time:20261122T180000');
  t.is(moved.match(/BEGIN:VTIMEZONE/g)?.length, 1);
  const elsewhere = format(moved, at('10', 'Europe/Paris'));
  t.is(elsewhere.match(/BEGIN:VTIMEZONE/g)?.length, 2);
  t.is(format(elsewhere, at('11', 'Europe/Paris')).match(/BEGIN:VTIMEZONE/g)?.length, 2);
});

test('a definition of other years is replaced when the event moves to a year in which it shows another clock, and stays while it shows the same', (t) => {
  const rule = (name: string, start: string, from: string, to: string, by: string): string => `BEGIN:${name}\r\nDTSTART:${start}\r\nTZOFFSETFROM:${from}\r\nTZOFFSETTO:${to}\r\nRRULE:FREQ=YEARLY;${by}\r\nEND:${name}\r\n`;
  const until2006 = `BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n${rule('DAYLIGHT', '19870405T020000', '-0500', '-0400', 'BYMONTH=4;BYDAY=1SU')}${rule('STANDARD', '19671029T020000', '-0400', '-0500', 'BYMONTH=10;BYDAY=-1SU')}END:VTIMEZONE\r\n`;
  const over = object('DTSTART;TZID=America/New_York:20050320T090000').replace('BEGIN:VEVENT', `${until2006}BEGIN:VEVENT`), { fields } = eventText.parse(over);
  const on = (day: string): string => eventText.format({ item: { kind: 'event', uid: uid('u'), fields: { ...fields, when: { allDay: false, start: moment(`${day}T09:00:00`, 'America/New_York'), end: moment(`${day}T10:00:00`, 'America/New_York') } } }, chosen: new Set(['when']), over, now });
  t.true(on('2005-03-21').includes(until2006));
  const moved = on('2026-03-20');
  t.regex(moved, /BYMONTH=3;BYDAY=2SU/);
  t.notRegex(moved, /BYMONTH=4;BYDAY=1SU/);
  t.is(moved.match(/BEGIN:VTIMEZONE/g)?.length, 1);
});

test('a field without a value leaves no empty property behind', (t) => {
  const text = write([START, 'SUMMARY:a', 'LOCATION:b', 'DESCRIPTION:c', 'CATEGORIES:d', 'CATEGORIES:e', 'RRULE:FREQ=DAILY'], { subject: '', location: '', body: '', categories: [], rule: null });
  for (const name of ['SUMMARY', 'LOCATION', 'DESCRIPTION', 'CATEGORIES', 'RRULE']) t.is(lineOf(text, name), undefined);
});

test('floating times stay floating while nobody writes another time', (t) => {
  const lines = ['DTSTART:20261122T090000', 'DTEND:20261122T100000', 'SUMMARY:a'];
  const { when } = read(...lines);
  const text = write(lines, { subject: 'b', when });
  t.is(lineOf(text, 'DTSTART'), 'DTSTART:20261122T090000');
});

test('rule 21: DURATION stays while it says the same, and gives way to DTEND when the end changes', (t) => {
  const lines = [START, 'DURATION:PT1H'];
  const moved = write(lines, { when: { allDay: false, start: moment('2026-11-23T09:00:00'), end: moment('2026-11-23T10:00:00') } });
  t.is(lineOf(moved, 'DURATION'), 'DURATION:PT1H');
  t.is(lineOf(moved, 'DTEND'), undefined);
  const longer = write(lines, { when: { allDay: false, start: moment('2026-11-22T09:00:00'), end: moment('2026-11-22T11:00:00') } });
  t.is(lineOf(longer, 'DURATION'), undefined);
  t.is(lineOf(longer, 'DTEND'), 'DTEND;TZID=Asia/Taipei:20261122T110000');
});

test('rule 21: UNTIL follows the zone and the kind of the start', (t) => {
  const lines = [START, 'RRULE:FREQ=DAILY;UNTIL=20261130T010000Z'];
  const { rule } = read(...lines);
  t.deepEqual(rule?.end, { kind: 'until', until: '2026-11-30T09:00:00' });
  const tokyo = write(lines, { when: { allDay: false, start: moment('2026-11-22T09:00:00', 'Asia/Tokyo'), end: moment('2026-11-22T09:00:00', 'Asia/Tokyo') } });
  t.is(lineOf(tokyo, 'RRULE'), 'RRULE:FREQ=DAILY;UNTIL=20261130T000000Z');
  const allDay = write(lines, { when: { allDay: true, start: '2026-11-22', end: '2026-11-23' } });
  t.is(lineOf(allDay, 'RRULE'), 'RRULE:FREQ=DAILY;UNTIL=20261130');
  t.is(lineOf(allDay, 'DTSTART'), 'DTSTART;VALUE=DATE:20261122');
});

const CHANGED: EventFields = {
  subject: 'new', when: { allDay: false, start: moment('2026-11-24T09:00:00'), end: moment('2026-11-24T10:00:00') },
  rule: { freq: 'daily', interval: 2, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'never' } },
  exceptions: {}, location: 'new', body: 'new', reminder: 5, categories: ['new'], sensitivity: 'private', busyStatus: 'free', importance: 'high', url: 'https://example.com/new', attachments: [],
  organizer: { email: 'new@example.com', name: '' }, attendees: {}, cancelled: true,
};
for (const [field, dependents] of Object.entries(DEPENDENTS) as [keyof EventFields, readonly string[]][]) {
  for (const dependent of dependents) {
    test(`rule 21: ${dependent} goes when ${field} changes, and only then`, (t) => {
      const lines = [START, `${dependent}:1`];
      t.is(lineOf(write(lines, { [field]: CHANGED[field] }), dependent), undefined);
      t.is(lineOf(write(lines, { [field]: read(...lines)[field] }), dependent), `${dependent}:1`);
      t.is(lineOf(write(lines, field === 'subject' ? { body: 'x' } : { subject: 'x' }), dependent), `${dependent}:1`);
    });
  }
}

test('METHOD is stripped, DTSTAMP and LAST-MODIFIED are now, CREATED stays, SEQUENCE rises for time, rule and place only (M7)', (t) => {
  const lines = [START, 'CREATED:20200101T000000Z', 'SEQUENCE:3', 'DTSTAMP:20200101T000000Z'];
  for (const [field, sequence] of [['subject', 3], ['body', 3], ['when', 4], ['rule', 4], ['location', 4], ['categories', 3]] as const) {
    const text = write(lines, { [field]: CHANGED[field] });
    t.false(text.includes('METHOD'));
    t.is(lineOf(text, 'SEQUENCE'), `SEQUENCE:${sequence}`, field);
    t.is(lineOf(text, 'DTSTAMP'), 'DTSTAMP:20261122T090000Z');
    t.is(lineOf(text, 'LAST-MODIFIED'), 'LAST-MODIFIED:20261122T090000Z');
    t.is(lineOf(text, 'CREATED'), 'CREATED:20200101T000000Z');
  }
});

test('the busy status is what TRANSP and Outlook say together, then STATUS', (t) => {
  for (const [lines, status] of [
    [[], 'busy'], [['TRANSP:TRANSPARENT'], 'free'], [['STATUS:TENTATIVE'], 'tentative'], [['X-MICROSOFT-CDO-BUSYSTATUS:OOF', 'TRANSP:OPAQUE'], 'outOfOffice'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:BUSY', 'TRANSP:TRANSPARENT'], 'free'], [['X-MICROSOFT-CDO-BUSYSTATUS:FREE', 'TRANSP:OPAQUE'], 'busy'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE', 'TRANSP:OPAQUE'], 'workingElsewhere'], [['X-MICROSOFT-CDO-BUSYSTATUS:BUSY', 'STATUS:TENTATIVE'], 'busy'],
  ] as const) t.is(read(START, ...lines).busyStatus, status, lines.join());
  t.is(lineOf(write([START, 'STATUS:CANCELLED'], { busyStatus: 'tentative' }), 'STATUS'), 'STATUS:CANCELLED');
  t.is(lineOf(write([START, 'STATUS:TENTATIVE'], { busyStatus: 'busy' }), 'STATUS'), 'STATUS:CONFIRMED');
  t.is(lineOf(write([START], { busyStatus: 'free' }), 'STATUS'), undefined);
});

test('an unknown CLASS is private, and personal only while CLASS is still private', (t) => {
  t.is(read(START, 'CLASS:X-SECRET').sensitivity, 'private');
  t.is(read(START, 'CLASS:PRIVATE', 'X-M2KSYNC-SENSITIVITY:PERSONAL').sensitivity, 'personal');
  t.is(read(START, 'CLASS:PUBLIC', 'X-M2KSYNC-SENSITIVITY:PERSONAL').sensitivity, 'normal');
});

const alarm = (action: string, trigger: string): readonly string[] => ['BEGIN:VALARM', `ACTION:${action}`, `TRIGGER${trigger}`, 'X-MOZ-LASTACK:20260101T000000Z', 'END:VALARM'];
test('the reminder is the first DISPLAY alarm at or before the start; all other alarms stay', (t) => {
  const others = [...alarm('EMAIL', ':-PT5M'), ...alarm('DISPLAY', ';VALUE=DATE-TIME:20261122T000000Z'), ...alarm('DISPLAY', ';RELATED=END:-PT5M'), ...alarm('DISPLAY', ':PT10M')];
  t.is(read(START, ...others).reminder, null);
  t.is(read(START, ...others, ...alarm('display', ':-PT90S'), ...alarm('DISPLAY', ':-P1D')).reminder, 2);
  const changed = write([START, ...others, ...alarm('DISPLAY', ':-PT15M'), ...alarm('DISPLAY', ':-P1D')], { reminder: 30 });
  t.true(changed.includes([...others, ...alarm('DISPLAY', ':-PT30M'), ...alarm('DISPLAY', ':-P1D')].join('\r\n')));
  const removed = write([START, ...others, ...alarm('DISPLAY', ':-PT15M'), ...alarm('DISPLAY', ':-P1D')], { reminder: null });
  t.true(removed.includes(others.join('\r\n')));
  t.is(removed.match(/BEGIN:VALARM/g)?.length, 4);
  t.is(read(...removed.split('\r\n').slice(4, -3)).reminder, null);
});

test('a text that was cut off anywhere is unreadable, never an event with fewer fields', (t) => {
  const item = sample('event', 1);
  const text = eventText.format({ item, chosen: new Set(Object.keys(item.fields) as never[]), now: '2026-01-01T00:00:00Z' });
  const whole = text.indexOf('END:VCALENDAR') + 'END:VCALENDAR'.length;
  for (let length = 0; length < whole; length += 1) t.throws(() => eventText.parse(text.slice(0, length)), undefined, String(length));
  t.notThrows(() => eventText.parse(text.slice(0, whole)));
});
