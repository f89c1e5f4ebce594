// Who meets, in Outlook: rules 26 to 28.
import test from 'ava';
import { appointmentCodec } from '../../../../src/engine/codec/outlook/appointment.js';
import { globalIdOf, uidOfGlobalId } from '../../../../src/engine/codec/outlook/global-object-id.js';
import type { AppointmentDesk } from '../../../../src/engine/codec/outlook/outlook-codec.js';
import type { EventFields } from '../../../../src/engine/model/event.js';
import { EVENT_FIELDS } from '../../../../src/engine/model/field-specs.js';
import { uid } from '../../../../src/engine/model/ids.js';
import type { ItemRecord, RecipientRecord } from '../../../../src/ps-host/item-record.js';
import { anEvent } from '../../../support/an-event.js';
import { membersSet } from '../../../support/members-set.js';
import { applySteps } from '../../../support/outlook-record.js';

const SELF = 'xiaoming@example.com.tw';
const DESK = { zone: 'Taipei Standard Time', listSeparator: ',', self: SELF };
const ALL = new Set(Object.keys(EVENT_FIELDS) as (keyof EventFields)[]);
const MEI = { email: 'mei@example.org', name: '林美' };
const ME = { email: SELF, name: '王小明' };
const hua = { name: '華', role: 'optional', answer: 'accepted' } as const;
const meeting = (fields: Partial<EventFields> = {}): EventFields => anEvent({ body: '議程', organizer: MEI, attendees: { [SELF]: { name: '', role: 'required', answer: 'none' }, 'hua@example.org': hua }, ...fields });

const made = (fields: EventFields, desk: AppointmentDesk = DESK): ItemRecord => applySteps(null, appointmentCodec(desk).steps({ fields, chosen: ALL, current: null, uid: uid('m1@example.org') }), { ...DESK, endDate: 'as set' });
const set = (fields: EventFields, desk: AppointmentDesk = DESK): Readonly<Record<string, unknown>> => membersSet(appointmentCodec(desk).steps({ fields, chosen: ALL, current: null, uid: uid('m1@example.org') }));
const read = (record: ItemRecord, desk: AppointmentDesk = DESK): EventFields => appointmentCodec(desk).read(record);
const mailed = (recipients: readonly RecipientRecord[], plain = {}): ItemRecord => {
  const record = made(anEvent());
  return { ...record, plain: { ...record.plain, MeetingStatus: 3, ResponseStatus: 3, ...plain }, people: { organizer: { name: '林美', address: 'Mei@Example.org' }, recipients } };
};
const me: RecipientRecord = { name: 'Xiaoming', address: SELF, type: 1, response: 0 };

test('rule 27: somebody else\'s meeting has its people as recipients and is a received one, with the organiser kept', (t) => {
  const steps = set(meeting());
  t.like(steps, { MeetingStatus: 3, organizer: 'mei@example.org', Body: '議程' });
  t.deepEqual(steps['Recipients'], [`1 ${SELF}`, '2 華 <hua@example.org>']);
});

test('rule 27: the user\'s own meeting that was made on the server stands as text under the body, outside the body\'s comparison', (t) => {
  const fields = meeting({ organizer: ME }), steps = set(fields);
  t.is(steps['Recipients'], undefined);
  t.is(steps['MeetingStatus'], undefined);
  t.is(steps['Body'], `議程\r\n\r\n-- M2KSync: Attendees --\r\n\u2022 Organizer: 王小明 <${SELF}>\r\n\u2022 華 <hua@example.org> (optional, accepted)\r\n\u2022 ${SELF} (required, no answer)`);
  t.is(read(made(fields)).body, '議程');
  t.deepEqual(read(made(fields)).attendees, fields.attendees);
});

test('rule 27: the option recipients makes them recipients of an unsent meeting, text makes them text, off leaves them to the server', (t) => {
  t.is(set(meeting({ organizer: ME }), { ...DESK, meetings: 'recipients' })['MeetingStatus'], 1);
  t.is(set(meeting(), { ...DESK, meetings: 'text' })['Recipients'], undefined);
  t.regex(String(set(meeting(), { ...DESK, meetings: 'text' })['Body']), /M2KSync: Attendees/);
  const off = { ...DESK, meetings: 'off' as const };
  t.deepEqual([set(meeting(), off)['Recipients'], set(meeting(), off)['Body']], [undefined, '議程']);
  t.deepEqual(appointmentCodec(off).narrow(meeting()).attendees, {});
});

test('rule 27: off leaves the recipients of Outlook\'s own meetings alone', (t) => {
  const codec = appointmentCodec({ ...DESK, meetings: 'off' });
  t.deepEqual(codec.read(mailed([me])).attendees, {});
  t.false(codec.steps({ fields: anEvent({ cancelled: true }), chosen: new Set(['cancelled']), current: mailed([me]) }).some((step) => step.do === 'recipients'));
});

test('rule 27: what came by mail is data for the server: organiser, people, and the user\'s own answer', (t) => {
  const { organizer, attendees } = read(mailed([me, { name: '華', address: 'hua@example.org', type: 2, response: 4 }, { name: 'Everybody', address: '', type: 1, response: 0 }]));
  t.deepEqual(organizer, MEI);
  t.deepEqual(attendees, { [SELF]: { name: 'Xiaoming', role: 'required', answer: 'accepted' }, 'hua@example.org': { ...hua, answer: 'declined' } });
});

test('rule 27: what came by mail keeps its recipients whatever the server says; the server\'s word is noted', (t) => {
  const codec = appointmentCodec(DESK), current = mailed([me]), fields = meeting();
  const steps = codec.steps({ fields, chosen: new Set(['attendees']), current });
  t.deepEqual(steps.map((step) => step.do), ['user']);
  t.deepEqual(codec.read(applySteps(current, steps, { ...DESK, endDate: 'as set' })).attendees, fields.attendees);
});

test('an answer that Outlook learns later wins over the one that was written, others stay', (t) => {
  const record = made(meeting()), people = record.people!;
  const answered = { ...record, people: { ...people, recipients: people.recipients.map((one) => (one.address === 'hua@example.org' ? { ...one, response: 4 } : one)) } };
  t.deepEqual(read(answered).attendees['hua@example.org'], { ...hua, answer: 'declined' });
  const fewer = { ...record, people: { ...people, recipients: people.recipients.filter((one) => one.address !== SELF) } };
  t.deepEqual(Object.keys(read(fewer).attendees), ['hua@example.org']);
});

test('an attendee whose address cannot be learnt now makes the item unreadable, never one with fewer attendees', (t) => {
  t.throws(() => read(mailed([{ ...me, address: null }])), { message: /address-unknown/ });
});

test('rule 26: no step of a meeting is anything but a set, recipients, a property, a note or a save', (t) => {
  const kinds = new Set([meeting(), meeting({ organizer: ME }), meeting({ cancelled: true })].flatMap((fields) =>
    (['auto', 'recipients', 'text', 'off'] as const).flatMap((meetings) => appointmentCodec({ ...DESK, meetings }).steps({ fields, chosen: ALL, current: null }).map((step) => step.do))));
  t.deepEqual([...kinds].sort(), ['property', 'recipients', 'set', 'user']);
});

test('a meeting that is called off says so before its subject, and the words do not come back as an edit', (t) => {
  const fields = meeting({ cancelled: true, subject: '週會' });
  t.like(set(fields), { Subject: 'Canceled: 週會', MeetingStatus: 7 });
  t.like(read(made(fields)), { subject: '週會', cancelled: true });
  t.is(set(meeting({ cancelled: true, subject: '已取消：週會' }))['Subject'], '已取消：週會');
  const again = appointmentCodec(DESK).steps({ fields: { ...fields, cancelled: false }, chosen: new Set(['cancelled']), current: made(fields) });
  t.like(membersSet(again), { Subject: '週會', MeetingStatus: 3 });
});

test('a meeting from the server bears its UID as Outlook does, so that its invitation by mail is known for the same', (t) => {
  const steps = appointmentCodec(DESK).steps({ fields: meeting(), chosen: ALL, current: null, uid: uid('m1@example.org') });
  const [id] = steps.flatMap((step) => (step.do === 'property' && step.schema.endsWith('/00030102') ? [step.to] : []));
  t.is(uidOfGlobalId(String(id)), uid('m1@example.org'));
  t.is(globalIdOf(uidOfGlobalId(globalIdOf(uid('週會')))!), globalIdOf(uid('週會')));
});

test('a changed occurrence of a series that was called off has no subject of its own because the series\' is cut for the words before it', (t) => {
  const exceptions = { '2026-11-02': { changes: { location: '302' } } };
  const fields = meeting({
    subject: '🎂'.repeat(140), cancelled: true, exceptions, when: { allDay: true, start: '2026-11-01', end: '2026-11-02' },
    rule: { freq: 'daily', interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'until', until: '2026-11-04' } },
  });
  t.deepEqual([appointmentCodec(DESK).narrow(fields).exceptions, read(made(fields)).exceptions], [exceptions, exceptions]);
  const own = { '2026-11-02': { changes: { subject: '別的' } } };
  t.deepEqual(read(made({ ...fields, exceptions: own })).exceptions, own);
});

test('rule 28: a reminder that is past is neither written nor read, and comes back with a new time', (t) => {
  const at = (day: string): EventFields => anEvent({ reminder: 15, when: { allDay: false, start: { local: `${day}T09:00:00`, zone: 'Asia/Taipei' }, end: { local: `${day}T10:00:00`, zone: 'Asia/Taipei' } } });
  const desk = { ...DESK, now: Date.parse('2026-11-22T00:50:00Z') }, codec = appointmentCodec(desk);
  t.is(set(at('2026-11-22'), desk)['ReminderSet'], undefined);
  t.like(set(at('2026-11-23'), desk), { ReminderSet: true, ReminderMinutesBeforeStart: 15 });
  t.is(read(made(at('2026-11-22')), desk).reminder, null);
  t.is(codec.narrow(at('2026-11-22')).reminder, null);
  const moved = codec.steps({ fields: at('2026-11-24'), chosen: new Set(['when']), current: made(at('2026-11-22'), desk) });
  t.like(membersSet(moved), { ReminderSet: true, ReminderMinutesBeforeStart: 15 });
});

test('rule 28: a series rings while an occurrence is to come', (t) => {
  const series = (until: string | null): EventFields => anEvent({
    reminder: 15, when: { allDay: true, start: '2026-11-01', end: '2026-11-02' },
    rule: { freq: 'daily', interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: until === null ? { kind: 'never' } : { kind: 'until', until } },
  });
  const codec = appointmentCodec({ ...DESK, now: Date.parse('2026-11-22T00:50:00Z') });
  t.deepEqual([null, '2026-11-21', '2026-11-23'].map((until) => codec.narrow(series(until)).reminder), [15, null, 15]);
});
