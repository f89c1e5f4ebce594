// The table: each field of an event and the AppointmentItem members that carry it (OOM 3.1), in the order in which Outlook wants them.
import { M2KError } from '../../errors.js';
import { canonicalLine, canonicalLines } from '../../model/canonical.js';
import type { BusyStatus, EventFields, Importance, Sensitivity } from '../../model/event.js';
import type { Uid } from '../../model/ids.js';
import type { ItemRecord } from '../../../ps-host/item-record.js';
import type { Step } from '../../../ps-host/protocol.js';
import type { WireValue } from '../../../ps-host/wire-value.js';
import type { Row, Rows } from '../row.js';
import { ofSeries } from '../attachments/files.js';
import { fileSteps, narrowFiles, readFiles } from './appointment-files.js';
import { readWhen, whenSteps } from './appointment-when.js';
import type { SeriesFields } from './appointment-exceptions.js';
import { ruleSteps, readRule } from './appointment-rule.js';
import { NO_MEETING, noteOf, readMeeting } from './meeting-record.js';
import type { Meeting } from './meeting-record.js';
import { bodyPeople, meetingSteps, narrowMeeting, selfOf, wordsOf } from './meeting-steps.js';
import type { MeetingWrite } from './meeting-steps.js';
import { prefixFor, withoutPeople, withPeople } from './meeting-text.js';
import type { AppointmentDesk, OutlookDesk } from './outlook-codec.js';
import type { Shelf } from '../shelf.js';

/** An item being read, or the steps of a write being collected. `record` is null for a new item. */
export interface Appointment {
  readonly record: ItemRecord | null;
  readonly desk: AppointmentDesk;
  readonly steps: Step[];
  /** All fields of the write: a pattern depends on its start. Null while reading. */
  readonly fields: SeriesFields | null;
  /** Who a new item is. */
  readonly uid?: Uid;
  readonly former?: ItemRecord;
}

/** User property: an appointment has no member for it (peers 1.3 row 61). */
export const URL_PROPERTY = 'M2KSyncUrl';

/** All but the exceptions, which these rows read and write once their series is known and saved. OOM 3.1's order, the one OCDS writes in: times, texts, recurrence, then what Outlook may reset while those are written. */
export function appointmentRows(desk: AppointmentDesk & { readonly files: Shelf }): Rows<Appointment, SeriesFields> {
  return {
    when: { read: (from) => readWhen(recordOf(from), desk), write: (to, when) => void to.steps.push(...whenSteps(when, to.record, desk)) },
    subject: {
      read(from) {
        const prefix = (noteOf(recordOf(from))?.prefix ?? '').trimEnd(), subject = textIn(from, 'Subject');
        return canonicalLine(prefix !== '' && subject.startsWith(prefix) ? subject.slice(prefix.length) : subject);
      },
      write: (to, subject) => set(to, 'Subject', prefixFor(subject, to.fields?.cancelled === true, wordsOf(desk)) + subject),
      narrow: shortLine,
    },
    location: textRow('Location', shortLine),
    body: {
      read: (from) => narrowBody(textIn(from, 'Body')),
      write(to, body) {
        const text = withPeople(body, to.fields === null ? '' : bodyPeople(meetingWrite(to))), formatted = formattedAs(text, to.former, desk.files);
        if (formatted === null) set(to, 'Body', text.replace(/\n/g, '\r\n'));
        else to.steps.push({ do: 'rtf', to: formatted });
      },
      narrow: narrowBody,
    },
    organizer: { read: (from) => meetingIn(from).organizer, write: writtenWithAttendees, narrow: (organizer) => narrowMeeting({ ...NO_MEETING, organizer }, desk).organizer },
    attendees: {
      read: (from) => meetingIn(from).attendees,
      write: (to) => void to.steps.push(...meetingSteps(meetingWrite(to))),
      narrow: (attendees) => narrowMeeting({ ...NO_MEETING, attendees }, desk).attendees,
    },
    cancelled: { read: (from) => meetingIn(from).cancelled, write: writtenWithAttendees },
    rule: { read: (from) => readRule(recordOf(from), desk), write: (to, rule) => void to.steps.push(...ruleSteps(rule, to.fields)) },
    sensitivity: codeRow('sensitivity', 'Sensitivity', SENSITIVITIES),
    reminder: {
      // ReminderSet is always written: a new item follows the user's default reminder (OOM 3.1).
      read: (from) => (recordOf(from).plain['ReminderSet'] === true ? Math.max(0, numberIn(from, 'ReminderMinutesBeforeStart')) : null),
      write(to, minutes) {
        set(to, 'ReminderSet', minutes !== null);
        if (minutes !== null) set(to, 'ReminderMinutesBeforeStart', minutes);
      },
    },
    categories: categoriesRow(desk),
    busyStatus: busyStatusRow(desk),
    importance: codeRow('importance', 'Importance', IMPORTANCES),
    url: {
      read(from) {
        const url = recordOf(from).user?.[URL_PROPERTY];
        return typeof url === 'string' ? canonicalLine(url) : '';
      },
      write(to, url) {
        if (url !== '' || typeof to.record?.user?.[URL_PROPERTY] === 'string') to.steps.push({ do: 'user', name: URL_PROPERTY, to: url });
      },
      narrow: canonicalLine,
    },
    // After the text: writing that is what Outlook does to it and to what stands in it (OOM 3.1).
    attachments: {
      read: (from) => readFiles(recordOf(from)),
      write: (to, files) => void to.steps.push(...fileSteps(files, to.record, desk.files)),
      narrow: (files) => narrowFiles(ofSeries(files)),
    },
  };
}

/** The formatted text of the item as it once was, where its plain text is what is written now: else a formatting would say another text. */
function formattedAs(text: string, former: ItemRecord | undefined, shelf: Shelf): string | null {
  const body = former?.plain['Body'], octets = former?.formatted === undefined ? undefined : shelf.take(former.formatted);
  return octets === undefined || typeof body !== 'string' || canonicalLines(body) !== canonicalLines(text) ? null : Buffer.from(octets).toString('base64');
}

const narrowBody = (body: string): string => canonicalLines(withoutPeople(canonicalLines(body)));

const meetingIn = (from: Appointment): Meeting => narrowMeeting(readMeeting(recordOf(from), selfOf(from.desk)), from.desk);

/** Organiser, attendees and whether it was called off are one group and one write. */
const writtenWithAttendees = (): void => undefined;

function meetingWrite({ fields, record, desk, uid }: Appointment): MeetingWrite {
  if (fields === null) throw new Error('a meeting is written without its fields');
  return { fields, current: record, desk, ...(uid === undefined ? {} : { uid }) };
}

/** By OlSensitivity, OlImportance and OlBusyStatus. */
const SENSITIVITIES: readonly Sensitivity[] = ['normal', 'personal', 'private', 'confidential'];
const IMPORTANCES: readonly Importance[] = ['low', 'normal', 'high'];
const BUSY_STATUSES: readonly BusyStatus[] = ['free', 'tentative', 'busy', 'outOfOffice', 'workingElsewhere'];

/** An Outlook before 2013 does not know who works elsewhere, and shows it as free (OOM 3.1). */
function busyStatusRow({ major = 16 }: OutlookDesk): Row<Appointment, BusyStatus> {
  const row = codeRow('busyStatus', 'BusyStatus', BUSY_STATUSES), narrow = (status: BusyStatus): BusyStatus => (major < 15 && status === 'workingElsewhere' ? 'free' : status);
  return { ...row, write: (to, status) => { row.write(to, narrow(status)); }, narrow };
}

/** 255 characters is what Outlook's form takes for Location (OOM 3.1) and its stores for subjects; the server keeps the rest. */
const MOST_CHARACTERS = 255;

const shortLine = (text: string): string => cutLine(text, MOST_CHARACTERS);

const cutLine = (text: string, most: number): string => canonicalLine(canonicalLine(text).slice(0, most).replace(/[\uD800-\uDBFF]$/, ''));

/** Of an event that was called off the words before the subject need room. */
export const subjectBeside = (subject: string, cancelled: boolean, desk: AppointmentDesk): string =>
  cutLine(subject, MOST_CHARACTERS - prefixFor(subject, cancelled, wordsOf(desk)).length);

const set = (to: Appointment, name: string, value: WireValue): void => void to.steps.push({ do: 'set', name, to: value });

function recordOf({ record }: Appointment): ItemRecord {
  if (record === null) throw new Error('an appointment is read without a record');
  return record;
}

/** Unset texts are '' or Null (OOM 3.1, Categories). */
function textIn(from: Appointment, name: string): string {
  const value = recordOf(from).plain[name];
  return typeof value === 'string' ? value : '';
}

function numberIn(from: Appointment, name: string): number {
  const value = recordOf(from).plain[name];
  return typeof value === 'number' ? value : 0;
}

const textRow = (name: string, narrow: (text: string) => string): Row<Appointment, string> => ({
  read: (from) => canonicalLine(textIn(from, name)),
  write: (to, text) => set(to, name, narrow(text)),
  narrow,
});

function codeRow<Word extends string>(field: keyof EventFields, name: string, words: readonly Word[]): Row<Appointment, Word> {
  return {
    read(from) {
      const code = numberIn(from, name);
      const word = words[code];
      if (word === undefined) throw new M2KError('Unreadable', { field, reason: 'value-unknown', excerpt: `${name} ${code}` });
      return word;
    },
    write: (to, word) => set(to, name, words.indexOf(word)),
  };
}

/**
 * One text, joined by the Windows list separator and a blank. A name cannot hold a separator: a comma or semicolon in it becomes a
 * blank, for both are separators on some desk. Outlook knows a category by its name in any case.
 */
function categoriesRow({ listSeparator }: OutlookDesk): Row<Appointment, readonly string[]> {
  const separators = [',', ';', listSeparator];
  const narrow = (names: readonly string[]): readonly string[] => {
    const byName = new Map<string, string>();
    for (const name of names) {
      const held = canonicalLine(separators.reduce((text, separator) => text.replaceAll(separator, ' '), name).replace(/ +/g, ' '));
      if (held !== '' && !byName.has(held.toLowerCase())) byName.set(held.toLowerCase(), held);
    }
    return [...byName.values()];
  };
  return {
    read: (from) => narrow(textIn(from, 'Categories').split(listSeparator)),
    write: (to, names) => set(to, 'Categories', narrow(names).join(`${listSeparator} `)),
    narrow,
  };
}
