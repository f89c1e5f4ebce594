import { readFileSync, readdirSync } from 'node:fs';
import test from 'ava';
import { eventTextFor, HOLDS_ALL } from '../../../../src/engine/codec/icalendar/event-text.js';
import { appointmentCodec } from '../../../../src/engine/codec/outlook/appointment.js';
import { M2KError } from '../../../../src/engine/errors.js';
import type { EventFields } from '../../../../src/engine/model/event.js';
import { EVENT_FIELDS } from '../../../../src/engine/model/field-specs.js';
import { uid } from '../../../../src/engine/model/ids.js';
import { SHELF } from '../../../support/attached-files.js';
import { anEvent } from '../../../support/an-event.js';
import { membersSet } from '../../../support/members-set.js';
import { applySteps } from '../../../support/outlook-record.js';

/** Beside each text. `fields` and `outlook` name only what is not as in an empty event; `error`: the text cannot be read, and why. */
interface Expected {
  readonly uid?: string;
  readonly modified?: string;
  /** Names of files that only the server has. */
  readonly unkept?: readonly string[];
  readonly fields?: Partial<EventFields>;
  /** What an appointment on a desk in Taipei is given; absent: Outlook refuses it for the reason `refused`. */
  readonly outlook?: Readonly<Record<string, unknown>>;
  readonly refused?: string;
  readonly error?: { readonly reason: string; readonly field?: string; readonly subject?: string };
}

const FOLDER = 'test/fixtures/events/';
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.ics')).map((name) => name.slice(0, -4));
const NOW = '2026-11-22T09:00:00Z';
const ALL = new Set(Object.keys(EVENT_FIELDS) as (keyof EventFields)[]);
const DESK = { zone: 'Taipei Standard Time', listSeparator: ',', self: 'xiaoming@mail.example.tw', files: SHELF };
const eventText = eventTextFor(HOLDS_ALL, SHELF);
const codec = appointmentCodec(DESK);

const textOf = (name: string): string => readFileSync(`${FOLDER}${name}.ics`, 'utf8');
const expectedOf = (name: string): Expected => JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8')) as Expected;
const EMPTY = anEvent({ subject: '' });
const differing = (fields: EventFields): Partial<EventFields> =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(EMPTY[name as keyof EventFields])));

test('there are at least sixty fixtures, of all the styles', (t) => {
  for (const style of ['apple', 'exchange', 'google', 'mail2000', 'outlook', 'sabre', 'thunderbird', 'broken', 'other']) {
    t.true(NAMES.filter((name) => name.startsWith(`${style}-`)).length >= 3, style);
  }
  t.true(NAMES.length >= 60, String(NAMES.length));
});

for (const name of NAMES) {
  const { error, refused, ...expected } = expectedOf(name);

  if (error !== undefined) {
    test(`${name}: cannot be read, and says why`, (t) => {
      const { code, data: { reason, field, subject } } = t.throws(() => eventText.parse(textOf(name)), { instanceOf: M2KError });
      t.is(code, 'Unreadable');
      t.deepEqual<unknown, unknown>({ reason, ...(field === undefined ? {} : { field }), ...(subject === undefined ? {} : { subject }) }, error);
    });
    continue;
  }

  test(`${name}: what the text says is what the model says, and what Outlook is given`, (t) => {
    const parsed = eventText.parse(textOf(name));
    const { outlook: _outlook, ...said } = expected;
    t.deepEqual<unknown, unknown>({ ...parsed, fields: differing(parsed.fields) }, said);
    const steps = (): ReturnType<typeof codec.steps> => codec.steps({ fields: parsed.fields, chosen: ALL, current: null, uid: parsed.uid });
    if (refused === undefined) t.deepEqual(membersSet(steps()), expected.outlook);
    else t.is(t.throws(steps, { instanceOf: M2KError }).data.reason, refused);
  });

  test(`${name}: writing what it says already changes nothing but METHOD, and so does what comes back from Outlook`, (t) => {
    const { fields } = eventText.parse(textOf(name)), item = { kind: 'event' as const, uid: uid(expected.uid ?? '') };
    const unchanged = textOf(name).replace(/METHOD:[A-Z]+\r?\n/, '');
    t.is(eventText.format({ item: { ...item, fields }, chosen: ALL, over: textOf(name), now: NOW }), unchanged);
    if (refused !== undefined) return;
    const record = applySteps(null, codec.steps({ fields, chosen: ALL, current: null, uid: item.uid }), { zone: DESK.zone, endDate: 'as set' });
    t.deepEqual(codec.read(record), codec.narrow(fields));
    t.deepEqual(codec.narrow(eventText.narrow(codec.read(record))), codec.narrow(eventText.narrow(fields)), 'both ways it is the same');
  });

  test(`${name}: a new subject changes one line beside the stamps`, (t) => {
    const { uid: id, fields } = eventText.parse(textOf(name)), lines = (text: string): readonly string[] => text.split(/\r?\n/);
    const text = eventText.format({ item: { kind: 'event', uid: id, fields: { ...fields, subject: 'New' } }, chosen: new Set(['subject']), over: textOf(name), now: NOW });
    const before = new Set(lines(textOf(name)));
    const fresh = lines(text).filter((line) => !before.has(line) && !/^(DTSTAMP|LAST-MODIFIED):20261122T090000Z$/.test(line));
    t.true(/^SUMMARY(;LANGUAGE=[\w-]+)?:New$/.test(fresh.join()), fresh.join('|'));
    t.is(eventText.parse(text).fields.subject, 'New');
  });
}
