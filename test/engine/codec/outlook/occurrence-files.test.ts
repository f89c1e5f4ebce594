// Files of one changed occurrence (OOM 3.1: occurrences have their own attachments; 4.5: ARO flag 0040), which no field of the model has.
import test from 'ava';
import { unkeptFiles } from '../../../../src/engine/codec/outlook/appointment-files.js';
import type { AttachmentRecord, ItemRecord } from '../../../../src/ps-host/item-record.js';
import { wireDate } from '../../../../src/ps-host/wire-value.js';

const file = (name: string, more: Partial<AttachmentRecord> = {}): AttachmentRecord => ({ name, type: 1, size: 5, hidden: false, flags: 0, octets: null, ...more });
const record = (series: readonly AttachmentRecord[], ...occurrences: readonly (readonly AttachmentRecord[])[]): ItemRecord => ({
  id: 'E', version: '', parent: 'F', messageClass: 'IPM.Appointment', plain: {}, user: {}, attachments: series,
  exceptions: [{ deleted: true, original: wireDate('2026-12-01T00:00:00') }, ...occurrences.map((attachments) => ({ deleted: false as const, original: wireDate('2026-12-08T00:00:00'), plain: {}, zones: {}, attachments }))],
});

test('OOM 4.5: a changed occurrence\'s own files are told by name; not those of its series, pictures of its text, or links', (t) => {
  const agenda = file('agenda.txt', { sha256: 'a' });
  t.deepEqual(unkeptFiles(record([agenda], [file('agenda.txt'), file('minutes.docx')], [file('image.png', { flags: 4 }), file('hidden.png', { hidden: true }), file('there.txt', { type: 4 }), file('mail', { type: 5 })])), ['minutes.docx', 'mail']);
  t.deepEqual(unkeptFiles(record([agenda, file('film.mp4')], [file('agenda.txt'), file('film.mp4')])), ['film.mp4']);
  t.deepEqual(unkeptFiles(record([agenda])), []);
});
