import { readFileSync, readdirSync } from 'node:fs';
import test from 'ava';
import { eventText } from '../../../../src/engine/codec/icalendar/event-text.js';
import type { ParsedText } from '../../../../src/engine/codec/text-codec.js';
import type { EventFields } from '../../../../src/engine/model/event.js';

const folder = 'test/fixtures/events/';
const names = readdirSync(folder).filter((name) => name.endsWith('.ics')).map((name) => name.slice(0, -4));
const textOf = (name: string): string => readFileSync(`${folder}${name}.ics`, 'utf8');
/** A model file without exceptions is one of an event without them. */
function modelOf(name: string): ParsedText<'event'> {
  const { fields, ...rest } = JSON.parse(readFileSync(`${folder}${name}.model.json`, 'utf8')) as ParsedText<'event'>;
  return { ...rest, fields: { ...fields, exceptions: (fields as Partial<EventFields>).exceptions ?? {} } };
}
const now = '2026-11-22T09:00:00Z';
const lines = (text: string): readonly string[] => text.split(/\r?\n/);

test('there are four fixtures', (t) => t.is(names.length, 4));

for (const name of names) {
  test(`${name}: what the text says is what the model says`, (t) => {
    t.deepEqual(eventText.parse(textOf(name)), modelOf(name));
  });

  test(`${name}: writing what it says already changes nothing but METHOD`, (t) => {
    const item = { kind: 'event' as const, ...modelOf(name) };
    const chosen = new Set(Object.keys(item.fields) as (keyof EventFields)[]);
    t.is(eventText.format({ item, chosen, over: textOf(name), now }), textOf(name).replace('METHOD:PUBLISH\r\n', ''));
  });

  test(`${name}: a new subject changes one line beside the stamps`, (t) => {
    const { uid, fields } = modelOf(name);
    const text = eventText.format({ item: { kind: 'event', uid, fields: { ...fields, subject: 'New' } }, chosen: new Set(['subject']), over: textOf(name), now });
    const fresh = lines(text).filter((line) => !lines(textOf(name)).includes(line));
    t.deepEqual(fresh.filter((line) => !/^(DTSTAMP|LAST-MODIFIED):20261122T090000Z$/.test(line)), [name === 'outlook-weekly' ? 'SUMMARY;LANGUAGE=zh-tw:New' : 'SUMMARY:New']);
    t.is(eventText.parse(text).fields.subject, 'New');
  });
}
