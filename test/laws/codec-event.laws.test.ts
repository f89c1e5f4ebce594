import test from 'ava';
import fc from 'fast-check';
import { parseLines } from '../../src/engine/codec/content-lines/lines.js';
import { eventTextFor, HOLDS_ALL } from '../../src/engine/codec/icalendar/event-text.js';
import { formatRule } from '../../src/engine/codec/icalendar/rule.js';
import { appointmentCodec } from '../../src/engine/codec/outlook/appointment.js';
import type { AppointmentDesk, MeetingMode } from '../../src/engine/codec/outlook/outlook-codec.js';
import { datesOf } from '../../src/engine/codec/outlook/recurrence-dates.js';
import { patternOf, skippedDates } from '../../src/engine/codec/outlook/recurrence.js';
import { ruleOf } from '../../src/engine/codec/outlook/recurrence-rule.js';
import { equal } from '../../src/engine/model/canonical.js';
import type { EventFields } from '../../src/engine/model/event.js';
import { EVENT_FIELDS } from '../../src/engine/model/field-specs.js';
import { WEEKDAYS } from '../../src/engine/model/recurrence.js';
import type { Rule } from '../../src/engine/model/recurrence.js';
import { uid } from '../../src/engine/model/ids.js';
import { SHELF } from '../support/attached-files.js';
import { arbitraryChosen, arbitraryEventFields, SELF } from '../support/event-arbitraries.js';
import { applySteps } from '../support/outlook-record.js';
import type { RecordOptions } from '../support/outlook-record.js';
import { rfcDates } from '../support/rfc-dates.js';
import { runs } from '../support/law-runs.js';

const RUNS = runs(1000);
const eventText = eventTextFor(HOLDS_ALL, SHELF);
const ALL: ReadonlySet<keyof EventFields> = new Set(Object.keys(EVENT_FIELDS) as (keyof EventFields)[]);
const now = '2026-11-22T09:00:00.000Z';

const textOf = (fields: EventFields): string => eventText.format({ item: { kind: 'event', uid: uid('u'), fields }, chosen: ALL, now });
const DESKS = [{ zone: 'Taipei Standard Time', listSeparator: ',' }, { zone: 'Pacific Standard Time', listSeparator: ';' }] as const;
const desks = fc.record({ desk: fc.record({ desk: fc.constantFrom(...DESKS), meetings: fc.constantFrom<MeetingMode>('auto', 'recipients', 'text', 'off'), now: fc.constantFrom(undefined, Date.UTC(2020, 0, 1)) })
  .map(({ desk, meetings, now: at }): AppointmentDesk => ({ ...desk, meetings, self: SELF, files: SHELF, ...(at === undefined ? {} : { now: at }) })), endDate: fc.constantFrom('as set' as const, 'last occurrence' as const) });
const merged = (one: EventFields, another: EventFields, chosen: ReadonlySet<keyof EventFields>): EventFields =>
  ({ ...one, ...Object.fromEntries([...chosen].map((name) => [name, another[name]])) });

test.serial('law: what is written to the server is read back as narrow says', (t) => {
  fc.assert(fc.property(arbitraryEventFields(), (fields) => {
    t.deepEqual(eventText.parse(textOf(fields)).fields, eventText.narrow(fields));
  }), RUNS);
});

test.serial('law: what is written to Outlook is read back as narrow says', (t) => {
  fc.assert(fc.property(arbitraryEventFields(), desks, (fields, { desk, endDate }) => {
    const codec = appointmentCodec(desk);
    const record = applySteps(null, codec.steps({ fields, chosen: ALL, current: null }), { zone: desk.zone, endDate });
    t.deepEqual(codec.read(record), codec.narrow(fields));
  }), RUNS);
});

test.serial('law: a write over an existing item changes the chosen fields and no other, on both sides', (t) => {
  fc.assert(fc.property(arbitraryEventFields(), arbitraryEventFields(), arbitraryChosen(), desks, (old, fresh, chosen, { desk, endDate }) => {
    const wanted = merged(old, fresh, chosen);
    const text = eventText.format({ item: { kind: 'event', uid: uid('u'), fields: wanted }, chosen, over: textOf(old), now });
    t.deepEqual(eventText.narrow(eventText.parse(text).fields), eventText.narrow(wanted));

    const codec = appointmentCodec(desk);
    const options: RecordOptions = { zone: desk.zone, endDate };
    const current = applySteps(null, codec.steps({ fields: old, chosen: ALL, current: null }), options);
    t.deepEqual(codec.read(applySteps(current, codec.steps({ fields: wanted, chosen, current }), options)), codec.narrow(wanted));
  }), RUNS);
});

test.serial('law: narrow is idempotent, and both together are stable whichever side an event was on', (t) => {
  fc.assert(fc.property(arbitraryEventFields(), desks, (fields, { desk, endDate }) => {
    const codec = appointmentCodec(desk);
    const both = (held: EventFields): EventFields => codec.narrow(eventText.narrow(held));
    for (const narrow of [eventText.narrow, codec.narrow, both]) t.deepEqual(narrow(narrow(fields)), narrow(fields));
    t.deepEqual(both(eventText.parse(textOf(fields)).fields), both(fields));
    const record = applySteps(null, codec.steps({ fields, chosen: ALL, current: null }), { zone: desk.zone, endDate });
    t.deepEqual(both(codec.read(record)), both(fields));
  }), RUNS);
});

const OWN_LINES: { readonly [F in keyof EventFields]: readonly string[] } = {
  subject: ['SUMMARY'], when: ['DTSTART', 'DTEND', 'RRULE'], rule: ['RRULE', 'DTSTART', 'DTEND'], exceptions: ['EXDATE'], location: ['LOCATION'], body: ['DESCRIPTION', 'X-ALT-DESC'],
  reminder: [], categories: ['CATEGORIES'], sensitivity: ['CLASS', 'X-M2KSYNC-SENSITIVITY'], busyStatus: ['TRANSP', 'STATUS', 'X-MICROSOFT-CDO-BUSYSTATUS'],
  importance: ['PRIORITY'], url: ['URL'], attachments: ['ATTACH'], organizer: ['ORGANIZER'], attendees: ['ATTENDEE'], cancelled: ['STATUS', 'SUMMARY'],
};
const FOREIGN = [
  'X-ODD;X-P="a;b":kept\\, as it is\t ', 'COMMENT;X-BY="Wang, Mei":mai\r\n lto:mei@example.com', 'attach;fmttype=a/b:http://example.com/a',
  'BEGIN:VALARM\r\nACTION:EMAIL\r\nTRIGGER;RELATED=END:PT5M\r\nEND:VALARM', 'GEO:25.03;121.56', 'X-ALT-DESC;FMTTYPE=text/html:<b>x</b>',
];

test.serial('law: writing some fields leaves every other line byte for byte, and writing none leaves the text', (t) => {
  fc.assert(fc.property(arbitraryEventFields(), arbitraryEventFields(), arbitraryChosen(), fc.subarray(FOREIGN), (old, fresh, chosen, foreign) => {
    const over = textOf(old).replace('END:VEVENT', `${foreign.map((line) => `${line}\r\n`).join('')}END:VEVENT`);
    const item = { kind: 'event' as const, uid: uid('u'), fields: merged(old, fresh, chosen) };
    t.is(eventText.format({ item, chosen: new Set(), over, now }), over);

    const text = eventText.format({ item, chosen, over, now });
    const own = new Set(['DTSTAMP', 'LAST-MODIFIED', 'SEQUENCE', ...[...chosen].flatMap((name) => OWN_LINES[name])]);
    const kept = (source: string): readonly string[] => parseLines(withoutReminders(withoutOverrides(withoutZones(source)))).filter((line) => !own.has(line.name)).map((line) => line.raw);
    t.deepEqual(kept(text), kept(over));
    t.true(text.includes(zonesOf(over)), 'the definitions of zones stay');
    for (const line of text.split('\r\n')) if (!over.includes(line)) t.true(Buffer.byteLength(line) <= 75, line);
  }), RUNS);
});

const zonesOf = (text: string): string => /(?:BEGIN:VTIMEZONE[^]*END:VTIMEZONE\r\n)?/.exec(text)?.[0] ?? '';
const withoutOverrides = (text: string): string => text.replace(/BEGIN:VEVENT\r\n(?:(?!END:VEVENT)[^])*?\r\nRECURRENCE-ID[^]*?END:VEVENT\r\n/g, '');
const withoutZones = (text: string): string => text.replace(/BEGIN:VTIMEZONE[^]*END:VTIMEZONE\r\n/, '');
const withoutReminders = (text: string): string => text.replace(/BEGIN:VALARM\r\nACTION:DISPLAY\r\n[^]*?END:VALARM\r\n/, '');

const oneTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

/** Any parts at all: most of these rules Outlook cannot hold. */
const anyRule: fc.Arbitrary<Rule> = fc.record({
  freq: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const, 'yearly' as const),
  interval: fc.constantFrom(1, 1, 1, 1, 2, 3, 7, 12, 14),
  byDay: fc.oneof(fc.constant([]), fc.constantFrom(...WEEKDAYS).map((day) => [day]), fc.subarray([...WEEKDAYS]), fc.constant([...WEEKDAYS])),
  byMonthDay: fc.oneof(fc.constant([]), fc.constantFrom([28], [29], [30], [31], [-1], [-2], [28, 29], [28, 29, 30], [28, 29, 30, 31], [1], [15], [13, 14], oneTo(7), oneTo(7).map((day) => day + 7), oneTo(7).map((day) => day + 21), oneTo(7).map((day) => -day), oneTo(31))),
  byMonth: fc.oneof(fc.constant([]), fc.integer({ min: 1, max: 12 }).map((month) => [month]), fc.constant([2]), fc.constantFrom([1, 6], [1, 7], [3, 6, 9, 12], [2, 8], oneTo(12), [1, 2, 3])),
  position: fc.constantFrom(null, null, 1, 2, 4, -1),
  end: fc.constant({ kind: 'never' as const }),
});
const dates = fc.integer({ min: 0, max: 40 * 365 }).map((days) => new Date(Date.UTC(1995, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

test.serial('rule B6: a rule that Outlook is given has the same dates there as RFC 5545 gives it, and comes back as the same dates', (t) => {
  let [held, tried] = [0, 0];
  fc.assert(fc.property(anyRule, dates, (rule, any) => {
    tried++;
    const pattern = patternOf(rule, any);
    if (!pattern) return;
    const [start = ''] = datesOf(pattern, any);
    const again = patternOf(rule, start);
    if (!again) return;
    held++;
    const when = { allDay: true, start, end: start } as const;
    const outlook = take(datesOf(again, start), 30);
    const skipped = new Set(skippedDates(rule, start));
    t.deepEqual(take(datesOf(again, start), 33).filter((date) => !skipped.has(date)).slice(0, 30), rfcDates(formatRule(rule, when), start, 30), formatRule(rule, when));
    const back = ruleOf(again, start, rule.end);
    t.deepEqual(outlook, rfcDates(formatRule(back, when), start, 30), `${formatRule(back, when)} for ${formatRule(rule, when)}`);
    t.true(equal(ruleOf(patternOf(back, start) ?? again, start, rule.end), back), 'read, written and read again it is the same');
  }), runs(5000));
  t.true(held * 25 > tried, `only ${held} of ${tried} rules were held`);
});

function take(source: Iterable<string>, count: number): readonly string[] {
  const found: string[] = [];
  for (const date of source) if (found.push(date) === count) break;
  return found;
}
