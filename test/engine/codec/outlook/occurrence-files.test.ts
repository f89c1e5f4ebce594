// Files of one changed occurrence (OOM 3.1: occurrences have their own attachments; 4.5: ARO flag 0040).
import test from 'ava';
import { appointmentCodec } from '../../../../src/engine/codec/outlook/appointment.js';
import type { Attachment, EventFields } from '../../../../src/engine/model/event.js';
import { EVENT_FIELDS } from '../../../../src/engine/model/field-specs.js';
import { anEvent } from '../../../support/an-event.js';
import { aFile, SHELF } from '../../../support/attached-files.js';
import { applySteps } from '../../../support/outlook-record.js';
import { unkeptFiles } from '../../../../src/engine/codec/outlook/appointment-files.js';
import type { AttachmentRecord, ItemRecord } from '../../../../src/ps-host/item-record.js';
import { wireDate } from '../../../../src/ps-host/wire-value.js';

const file = (name: string, more: Partial<AttachmentRecord> = {}): AttachmentRecord => ({ name, type: 1, size: 5, hidden: false, flags: 0, octets: null, ...more });
const record = (series: readonly AttachmentRecord[], ...occurrences: readonly (readonly AttachmentRecord[])[]): ItemRecord => ({
  id: 'E', version: '', parent: 'F', messageClass: 'IPM.Appointment', plain: {}, user: {}, attachments: series,
  exceptions: [{ deleted: true, original: wireDate('2026-12-01T00:00:00') }, ...occurrences.map((attachments) => ({ deleted: false as const, original: wireDate('2026-12-08T00:00:00'), plain: {}, zones: {}, attachments }))],
});

test('OOM 4.5: what a changed occurrence has attached and no field holds is told by name; not the series\' own, files that are read, pictures of its text, or links', (t) => {
  const agenda = file('agenda.txt', { sha256: 'a' });
  t.deepEqual(unkeptFiles(record([agenda], [file('agenda.txt'), file('minutes.docx'), file('read.txt', { sha256: 'b' })], [file('image.png', { flags: 4 }), file('hidden.png', { hidden: true }), file('there.txt', { type: 4 }), file('mail', { type: 5 })])), ['minutes.docx', 'mail']);
  t.deepEqual(unkeptFiles(record([agenda, file('film.mp4')], [file('agenda.txt'), file('film.mp4')])), ['film.mp4']);
  t.deepEqual(unkeptFiles(record([agenda])), []);
});

const codec = appointmentCodec({ zone: 'Taipei Standard Time', listSeparator: ',', files: SHELF });
const ALL = new Set(Object.keys(EVENT_FIELDS) as (keyof EventFields)[]);
const OPTIONS = { zone: 'Taipei Standard Time', endDate: 'as set' as const };
const daily = { freq: 'daily' as const, interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'count' as const, count: 5 } };
const of = (one: Attachment, occurrence: string): Attachment => ({ ...one, occurrence });
const agenda = aFile('agenda.txt', 'a'), own = aFile('own.txt', 'o');
const wrote = (current: ItemRecord | null, fields: EventFields, chosen: ReadonlySet<keyof EventFields> = ALL): ItemRecord => codec.shelved!(applySteps(current, codec.steps({ fields, chosen, current }), OPTIONS));
const shown = ({ exceptions = [] }: ItemRecord): readonly string[] => exceptions.map((one) => `${one.original.date.slice(0, 10)}: ${one.deleted ? '-' : (one.attachments ?? []).map(({ name }) => name).sort().join(' ')}`);

test('OOM 4.5: a file of one occurrence is attached to it, read back as its own, and taken from it; one that says nothing else becomes an exception by it', (t) => {
  const fields = anEvent({ rule: daily, attachments: [agenda, of(own, '2026-02-04')] }), record = wrote(null, fields);
  t.deepEqual([record.attachments?.map(({ name }) => name), shown(record)], [['agenda.txt'], ['2026-02-04: agenda.txt own.txt']]);
  t.deepEqual(codec.read(record).attachments, [agenda, of(own, '2026-02-04')]);
  t.deepEqual(codec.unkept?.(record), []);
  t.deepEqual(codec.steps({ fields: codec.read(record), chosen: new Set(['attachments']), current: record }), []);
  t.deepEqual(codec.read(wrote(record, { ...fields, attachments: [agenda] }, new Set(['attachments']))).attachments, [agenda]);
});

test('OOM 4.8: a new time makes the pattern anew, and its occurrences get their files back', (t) => {
  const fields = anEvent({ rule: daily, attachments: [agenda, of(own, '2026-02-04')] }), record = wrote(null, fields);
  const when = { allDay: false as const, start: { local: '2026-02-02T15:00:00', zone: 'Asia/Taipei' }, end: { local: '2026-02-02T16:00:00', zone: 'Asia/Taipei' } };
  const moved = wrote(record, { ...fields, when, attachments: [] }, new Set(['when']));
  t.deepEqual([codec.read(moved).when, codec.read(moved).attachments], [when, [agenda, of(own, '2026-02-04')]]);
});

test('rule 21: a file that the series has no more goes from occurrences that have it, too; it would read as theirs', (t) => {
  const fields = anEvent({ rule: daily, attachments: [agenda, of(own, '2026-02-04')] }), record = wrote(null, fields);
  const less = wrote(record, { ...fields, attachments: [of(own, '2026-02-04')] }, new Set(['attachments']));
  t.deepEqual([codec.read(less).attachments, shown(less)], [[of(own, '2026-02-04')], ['2026-02-04: own.txt']]);
});

test('an Outlook that shows none of the series\' files in its exceptions has not deleted them', (t) => {
  const fields = anEvent({ rule: daily, attachments: [agenda], exceptions: { '2026-02-04': { changes: { subject: 'b' } } } }), record = wrote(null, fields);
  const none: ItemRecord = { ...record, exceptions: (record.exceptions ?? []).map((one) => (one.deleted ? one : { ...one, attachments: [] })) };
  t.deepEqual(codec.read(none), codec.read(record));
});
