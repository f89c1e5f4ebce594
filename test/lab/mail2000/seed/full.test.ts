import test from 'ava';
import { eventsOf, occurrencesIn } from '../../../../lab/mail2000/reports/time-range.js';
import { judgeCalendar } from '../../../../lab/mail2000/objects/calendar-object.js';
import { judgeCard } from '../../../../lab/mail2000/objects/card-object.js';
import { backendAnswer } from '../../../../lab/mail2000/objects/backend.js';
import { officeSeed, smallOffice } from '../../../../lab/mail2000/office-seed.js';
import { quirksOf } from '../../../../lab/mail2000/quirks.js';

const quirks = quirksOf();
const members = [officeSeed(), smallOffice()].flatMap(({ collections }) => collections.flatMap(({ tree, members: all = {} }) => Object.entries(all).map(([name, text]) => ({ tree, name, text }))));

test('every seeded object is one that Mail2000 itself would take unrepaired', (t) => {
  for (const { tree, name, text } of members) {
    const verdict = tree === 'calendars' ? judgeCalendar(text, { quirks, components: ['VEVENT'], strict: true }) : judgeCard(text, { quirks, strict: true });
    t.true(verdict.accepted && verdict.text === text, name);
    if (tree === 'calendars') t.is(backendAnswer(text, quirks), 'stores', name);
  }
});

test('seeded lines are CRLF and at most 75 octets', (t) => {
  for (const { name, text } of members) for (const line of text.split('\r\n')) t.true(Buffer.byteLength(line) <= 75 && !line.includes('\n'), `${name}: ${line}`);
});

test('the office has every scope of calendars and books, a dozen events and ten contacts', (t) => {
  const { collections } = officeSeed();
  t.deepEqual(new Set(collections.map(({ tree, scope }) => `${tree} ${scope}`)), new Set(['calendars personal', 'calendars public', 'addressbooks personal', 'addressbooks local', 'addressbooks group', 'addressbooks ldap']));
  t.is(Object.keys(collections[0]?.members ?? {}).length, 12);
  t.is(Object.keys(collections.find(({ tree }) => tree === 'addressbooks')?.members ?? {}).length, 10);
});

test('the yearly event of 29 February has occurrences only on that day', (t) => {
  const text = Object.values(officeSeed().collections[0]?.members ?? {}).find((one) => one.includes('結婚紀念日')) ?? '';
  const range = { start: Date.UTC(2024, 0, 1), end: Date.UTC(2033, 0, 1) };
  t.deepEqual(eventsOf(text).flatMap((one) => occurrencesIn(one, range)).map(({ start }) => start.toString()), ['2024-02-29', '2028-02-29', '2032-02-29']);
});

test('the week of the appointments can be chosen', (t) => {
  t.regex(officeSeed('2027-03-01').collections[0]?.members?.['1762300101.ics'] ?? '', /DTSTART;TZID=Asia\/Taipei:20270301T093000/);
  t.throws(() => officeSeed('2027-03-02'), { message: /begins on a Monday/ });
});
