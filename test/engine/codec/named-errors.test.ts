import test from 'ava';
import { cardText } from '../../../src/engine/codec/vcard/card-text.js';
import { eventText } from '../../../src/engine/codec/icalendar/event-text.js';
import { M2KError } from '../../../src/engine/errors.js';

const lines = (...text: readonly string[]): string => `${text.join('\r\n')}\r\n`;

test('an event that cannot be read is called by its subject', (t) => {
  const error = t.throws(() => eventText.parse(lines('BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:週會\\, 延後', 'DTSTART;TZID=Nowhere/City:20260301T090000', 'END:VEVENT', 'END:VCALENDAR')), { instanceOf: M2KError });
  t.like(error.data, { subject: '週會, 延後', reason: 'zone-unknown' });
});

test('a card that cannot be read is called by its name', (t) => {
  const error = t.throws(() => cardText('3.0').parse(lines('BEGIN:VCARD', 'VERSION:3.0', 'FN:業務部', 'END:VCARD')), { instanceOf: M2KError });
  t.like(error.data, { subject: '業務部', reason: 'no-uid' });
});
