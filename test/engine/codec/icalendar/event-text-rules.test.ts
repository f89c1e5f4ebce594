// What the texts for a server depend on: its profile's rules (M4, 1.6, RFC 6638).
import test from 'ava';
import { eventText, eventTextFor } from '../../../../src/engine/codec/icalendar/event-text.js';
import type { EventFields } from '../../../../src/engine/model/event.js';
import { EVENT_FIELDS } from '../../../../src/engine/model/field-specs.js';
import { uid } from '../../../../src/engine/model/ids.js';
import { PROFILES } from '../../../../src/engine/dav/profile.js';
import { anEvent } from '../../../support/an-event.js';

const NOW = '2026-11-22T09:00:00Z';
const ALL = new Set(Object.keys(EVENT_FIELDS) as (keyof EventFields)[]);
const mail2000 = eventTextFor(PROFILES.mail2000);
const scheduling = eventTextFor({ ...PROFILES.generic, schedules: true });
const text = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:u', 'SUMMARY:a', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const START = 'DTSTART;TZID=Asia/Taipei:20261201T090000';
const write = (codec: typeof eventText, over: string, fields: Partial<EventFields>): string =>
  codec.format({ item: { kind: 'event', uid: uid('u'), fields: { ...codec.parse(over).fields, ...fields } }, chosen: new Set(Object.keys(fields) as (keyof EventFields)[]), over, now: NOW });
const linesOf = (body: string, name: string): readonly string[] => body.replace(/\r\n[ \t]/g, '').replace(name === 'BEGIN' ? '' : /BEGIN:VTIMEZONE[^]*END:VTIMEZONE/, '').split('\r\n').filter((line) => line.split(/[;:]/)[0] === name);

for (const [form, start, end, zone] of [['UTC', 'DTSTART:20261201T010000Z', 'DTEND:20261201T020000Z', 'Etc/UTC'], ['floating', 'DTSTART:20261201T090000', 'DTEND:20261201T100000', 'Asia/Taipei']] as const) {
  test(`Mail2000 refuses ${form} times (M4): any change of their event gives them a zone with the same meaning`, (t) => {
    const over = text(start, end), body = write(mail2000, over, { subject: 'b' });
    t.regex(linesOf(body, 'DTSTART').join(), new RegExp(`^DTSTART;TZID=${zone}:`));
    t.regex(linesOf(body, 'DTEND').join(), new RegExp(`^DTEND;TZID=${zone}:`));
    t.is(linesOf(body, 'BEGIN').filter((line) => line === 'BEGIN:VTIMEZONE').length, 1);
    t.deepEqual(mail2000.narrow(mail2000.parse(body).fields).when, mail2000.narrow(mail2000.parse(over).fields).when);
    t.deepEqual(linesOf(body, 'SEQUENCE'), [], 'the same time is no new revision');
    t.deepEqual(linesOf(write(eventText, over, { subject: 'b' }), 'DTSTART'), [start], 'a server that takes them keeps them');
  });
}

test('Mail2000 ignores URL (1.6): it is neither read from there, nor written, nor an edit, and a line that is there stays', (t) => {
  const over = text(START, 'URL:https://old.example');
  t.is(mail2000.parse(over).fields.url, '');
  t.is(mail2000.narrow(anEvent({ url: 'https://new.example' })).url, '');
  t.deepEqual(linesOf(write(mail2000, over, { url: 'https://new.example', subject: 'b' }), 'URL'), ['URL:https://old.example']);
});

const MEETING = { organizer: { email: 'me@example.com', name: '' }, attendees: { 'mei@example.com': { name: '', role: 'required', answer: 'none' } as const } };

test('rule 26: where the server schedules every text says that the client does', (t) => {
  const body = scheduling.format({ item: { kind: 'event', uid: uid('u'), fields: anEvent(MEETING) }, chosen: ALL, now: NOW });
  t.deepEqual(linesOf(body, 'ORGANIZER'), ['ORGANIZER;SCHEDULE-AGENT=CLIENT:mailto:me@example.com']);
  t.regex(linesOf(body, 'ATTENDEE').join(), /;SCHEDULE-AGENT=CLIENT:mailto:mei@example\.com$/);
  const again = write(scheduling, body, { subject: 'b', attendees: { ...MEETING.attendees, 'hua@example.com': { name: '', role: 'optional', answer: 'none' } } });
  t.is(linesOf(again, 'ATTENDEE').filter((line) => line.includes('SCHEDULE-AGENT=CLIENT')).length, 2);
});

test('rule 26: an event whose invitations the server handles is not written there', (t) => {
  const over = text(START, 'ORGANIZER:mailto:me@example.com', 'ATTENDEE:mailto:mei@example.com');
  t.throws(() => write(scheduling, over, { subject: 'b' }), { message: /server-would-send/ });
  t.notThrows(() => write(eventText, over, { subject: 'b' }));
});

test('an attendee\'s line changes alone, and only in what changed', (t) => {
  const chair = 'ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED;X-NUM-GUESTS=0:mailto:Boss@Example.com', room = 'ATTENDEE;CUTYPE=ROOM;CN="Room; 3":mailto:room@example.com', urn = 'ATTENDEE;CN=x:urn:uuid:1';
  const over = text(START, chair, room, urn), { attendees } = eventText.parse(over).fields;
  t.deepEqual(attendees, { 'boss@example.com': { name: '', role: 'required', answer: 'accepted' }, 'room@example.com': { name: 'Room; 3', role: 'resource', answer: 'none' } });
  const body = write(eventText, over, { attendees: { ...attendees, 'boss@example.com': { name: '', role: 'required', answer: 'declined' } } });
  t.deepEqual(linesOf(body, 'ATTENDEE'), ['ATTENDEE;PARTSTAT=DECLINED;ROLE=CHAIR;X-NUM-GUESTS=0:mailto:Boss@Example.com', room, urn]);
  const fewer = write(eventText, over, { attendees: { 'room@example.com': attendees['room@example.com']! } });
  t.deepEqual(linesOf(fewer, 'ATTENDEE'), [room, urn]);
});

test('PRIORITY is high from 1 to 4, low from 6 to 9, and stays as it is while it says the same', (t) => {
  const importance = (line: string): string => eventText.parse(text(START, line)).fields.importance;
  t.deepEqual(['PRIORITY:0', 'PRIORITY:3', 'PRIORITY:5', 'PRIORITY:6', 'X-MICROSOFT-CDO-IMPORTANCE:2', 'PRIORITY:x'].map(importance), ['normal', 'high', 'normal', 'low', 'high', 'normal']);
  t.deepEqual(linesOf(write(eventText, text(START, 'PRIORITY:3'), { importance: 'high' }), 'PRIORITY'), ['PRIORITY:3']);
  t.deepEqual(linesOf(write(eventText, text(START, 'PRIORITY:3'), { importance: 'low' }), 'PRIORITY'), ['PRIORITY:9']);
});

test('what was called off and is on again is confirmed, or tentative as it says', (t) => {
  const status = (...lines: readonly string[]): readonly string[] => linesOf(write(eventText, text(START, 'STATUS:CANCELLED', ...lines), { cancelled: false }), 'STATUS');
  t.deepEqual([status(), status('X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE', 'TRANSP:OPAQUE')], [['STATUS:CONFIRMED'], ['STATUS:TENTATIVE']]);
});

test('a new revision has one number in all VEVENTs of its object, above any that was there; what is none changes no number', (t) => {
  const override = (sequence: string): readonly string[] => ['BEGIN:VEVENT', 'UID:u', 'RECURRENCE-ID;TZID=Asia/Taipei:20261202T090000', 'DTSTART;TZID=Asia/Taipei:20261202T110000', 'SUMMARY:once', ...(sequence === '' ? [] : [`SEQUENCE:${sequence}`]), 'END:VEVENT'];
  const over = text(START, 'RRULE:FREQ=DAILY;COUNT=5', 'SEQUENCE:2').replace('END:VCALENDAR', [...override('7'), ...override('').map((line) => line.replaceAll('20261202', '20261203')), 'END:VCALENDAR'].join('\r\n'));
  t.deepEqual(linesOf(write(eventText, over, { location: 'b' }), 'SEQUENCE'), ['SEQUENCE:8', 'SEQUENCE:8', 'SEQUENCE:8']);
  t.deepEqual(linesOf(write(eventText, over, { body: 'b' }), 'SEQUENCE'), ['SEQUENCE:2', 'SEQUENCE:7']);
});
