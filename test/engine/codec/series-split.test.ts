// What clients do to "this and all that follow", and occurrences that are all-day in a series with times: through both codecs, the object model between them.
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { eventText } from '../../../src/engine/codec/icalendar/event-text.js';
import { appointmentCodec } from '../../../src/engine/codec/outlook/appointment.js';
import type { EventFields } from '../../../src/engine/model/event.js';
import type { Exceptions } from '../../../src/engine/model/exception.js';
import { EVENT_FIELDS } from '../../../src/engine/model/field-specs.js';
import { uid } from '../../../src/engine/model/ids.js';
import type { Rule } from '../../../src/engine/model/recurrence.js';
import type { When } from '../../../src/engine/model/time.js';
import type { ItemRecord } from '../../../src/ps-host/item-record.js';
import { anEvent } from '../../support/an-event.js';
import { applySteps } from '../../support/outlook-record.js';

const NOW = '2026-11-22T09:00:00Z', OPTIONS = { zone: 'Taipei Standard Time', endDate: 'as set' as const };
const outlook = appointmentCodec({ zone: 'Taipei Standard Time', listSeparator: ',' });
const ALL = new Set(Object.keys(EVENT_FIELDS) as (keyof EventFields)[]);
const changed = (fields: Partial<EventFields>): ReadonlySet<keyof EventFields> => new Set(Object.keys(fields) as (keyof EventFields)[]);
const shown = (current: ItemRecord | null, fields: EventFields, chosen: ReadonlySet<keyof EventFields> = ALL): ItemRecord => applySteps(current, outlook.steps({ fields, chosen, current }), OPTIONS);
const written = (fields: EventFields, over?: string, chosen: ReadonlySet<keyof EventFields> = ALL): string =>
  eventText.format({ item: { kind: 'event', uid: uid('u'), fields }, chosen, now: NOW, ...(over === undefined ? {} : { over }) });
const at = (day: string, hour: string): When => ({ allDay: false, start: { local: `${day}T${hour}:00:00`, zone: 'Asia/Taipei' }, end: { local: `${day}T${hour}:30:00`, zone: 'Asia/Taipei' } });
const daily = (end: Rule['end']): Rule => ({ freq: 'daily', interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end });

/** Each side reads back what was meant, and so says the same as the other. */
function inStep(t: ExecutionContext, fields: EventFields, { record, text }: { readonly record: ItemRecord; readonly text: string }): void {
  const series = ({ exceptions, when, rule }: EventFields) => ({ exceptions, when, rule });
  t.deepEqual(series(outlook.read(record)), series(outlook.narrow(fields)));
  t.deepEqual(outlook.read(record).exceptions, fields.exceptions);
  t.deepEqual(series(eventText.parse(text).fields), series(fields));
  t.deepEqual(series(outlook.narrow(eventText.parse(text).fields)), series(outlook.read(record)));
  t.is(written({ ...outlook.read(record), rule: fields.rule }, text, new Set(['when', 'rule', 'exceptions'])), text);
}

const EXCEPTIONS: Exceptions = {
  '2026-12-03': { changes: { subject: 'early' } }, '2026-12-04': { deleted: true }, '2026-12-08': { deleted: true }, '2026-12-09': { changes: { when: at('2026-12-09', '15'), location: 'late' } },
};
const upTo = (exceptions: Exceptions, ends: (date: string) => boolean): Exceptions => Object.fromEntries(Object.entries(exceptions).filter(([date]) => ends(date)));

test('a series that is split: the old one ends with the exceptions before the cut, the new one begins with those after it, on both sides', (t) => {
  const whole = anEvent({ when: at('2026-12-01', '10'), rule: daily({ kind: 'count', count: 14 }), exceptions: EXCEPTIONS });
  const record = shown(null, whole), text = written(whole);
  inStep(t, whole, { record, text });
  const first: Partial<EventFields> = { rule: daily({ kind: 'until', until: '2026-12-06T10:00:00' }), exceptions: upTo(EXCEPTIONS, (date) => date < '2026-12-07') };
  const old = { ...whole, ...first };
  inStep(t, old, { record: shown(record, old, changed(first)), text: written(old, text, changed(first)) });
  const rest = anEvent({ when: at('2026-12-07', '10'), rule: daily({ kind: 'count', count: 8 }), exceptions: upTo(EXCEPTIONS, (date) => date >= '2026-12-07') });
  inStep(t, rest, { record: shown(null, rest), text: written(rest) });
});

test('rule 21: what was excepted beyond the new end is no exception any more, and none again when the series goes on further', (t) => {
  const whole = anEvent({ when: at('2026-12-01', '10'), rule: daily({ kind: 'count', count: 14 }), exceptions: EXCEPTIONS }), text = written(whole);
  const cut = written({ ...whole, rule: daily({ kind: 'count', count: 6 }) }, text, new Set(['rule', 'exceptions']));
  t.deepEqual([Object.keys(eventText.parse(cut).fields.exceptions), cut.match(/BEGIN:VEVENT/g)?.length], [['2026-12-03', '2026-12-04'], 2]);
  const longer = written({ ...eventText.parse(cut).fields, rule: daily({ kind: 'count', count: 14 }) }, cut, new Set(['rule', 'exceptions']));
  t.deepEqual(Object.keys(eventText.parse(longer).fields.exceptions).sort(), ['2026-12-03', '2026-12-04']);
  const short = shown(shown(null, whole), { ...whole, rule: daily({ kind: 'count', count: 6 }) }, new Set(['rule', 'exceptions']));
  t.deepEqual(Object.keys(outlook.read(short).exceptions).sort(), ['2026-12-03', '2026-12-04']);
});

test('RECURRENCE-ID, also all-day: an all-day occurrence of a series with times, and one with a time of an all-day series, both ways', (t) => {
  const timed = anEvent({ when: at('2026-12-01', '10'), rule: daily({ kind: 'count', count: 5 }), exceptions: { '2026-12-03': { changes: { when: { allDay: true, start: '2026-12-03', end: '2026-12-04' } } } } });
  inStep(t, timed, { record: shown(null, timed), text: written(timed) });
  t.regex(written(timed), /RECURRENCE-ID;TZID=Asia\/Taipei:20261203T100000\r\n/);
  t.regex(written(timed), /DTSTART;VALUE=DATE:20261203\r\n/);
  const days = anEvent({ when: { allDay: true, start: '2026-12-01', end: '2026-12-02' }, rule: daily({ kind: 'count', count: 5 }), exceptions: { '2026-12-03': { changes: { when: at('2026-12-03', '14') } } } });
  inStep(t, days, { record: shown(null, days), text: written(days) });
  t.regex(written(days), /RECURRENCE-ID;VALUE=DATE:20261203\r\n/);
});
