// The codec of events as Outlook appointments: which members are read, what they mean, which writes in which order.
import { M2KError } from '../../errors.js';
import type { EventFields } from '../../model/event.js';
import { NO_EXCEPTIONS, OCCURRENCE_FIELDS } from '../../model/exception.js';
import type { Exceptions, OccurrenceField, OccurrenceFields } from '../../model/exception.js';
import type { DateText, When } from '../../model/time.js';
import type { ItemRecord } from '../../../ps-host/item-record.js';
import type { Step } from '../../../ps-host/protocol.js';
import { named } from '../named-errors.js';
import { shelfInMemory } from '../shelf.js';
import { narrowFields, readFields, writeFields } from '../table.js';
import { canonicalFiles, ownFiles, standingFiles } from '../attachments/files.js';
import { ATTACHMENT_MEMBERS, filesByDate, narrowFiles, occurrenceFiles, shelvedRecord, unkeptFiles } from './appointment-files.js';
import { heldExceptions, originalDate, readExceptions } from './appointment-exceptions.js';
import { occurrenceSteps, restores } from './appointment-occurrences.js';
import { withoutPastReminders } from './appointment-reminder.js';
import { appointmentRows, subjectBeside, URL_PROPERTY } from './appointment-rows.js';
import type { Appointment } from './appointment-rows.js';
import { narrowSeries } from './appointment-rule.js';
import { INSTANT_MEMBERS, narrowOccurrenceWhen, WHEN_MEMBERS } from './appointment-when.js';
import { NOTE } from './meeting-record.js';
import { bodyPeople } from './meeting-steps.js';
import { standsUnder } from './meeting-text.js';
import type { AppointmentDesk, OutlookCodec, OutlookWrite } from './outlook-codec.js';
import { PATTERN_MEMBERS } from './recurrence-record.js';

type Field = keyof EventFields;

/** What is read of a changed occurrence. */
const OCCURRENCE_MEMBERS = [...WHEN_MEMBERS, 'Subject', 'Location', 'Body', 'ReminderSet', 'ReminderMinutesBeforeStart', 'BusyStatus'];

export function appointmentCodec(of: AppointmentDesk): OutlookCodec<'event'> {
  const desk = { files: shelfInMemory(), ...of }, rows = appointmentRows(desk);
  const shelved = (record: ItemRecord): ItemRecord => shelvedRecord(record, desk.files);
  const from = (record: ItemRecord): Appointment => ({ record, desk, steps: [], fields: null });

  function read(record: ItemRecord): EventFields {
    const series = readFields(rows, from(record));
    const occurrence = (own: ItemRecord): OccurrenceFields =>
      Object.fromEntries(OCCURRENCE_FIELDS.map((name) => [name, rows[name].read(from({ ...own, user: record.user ?? {} }))])) as unknown as OccurrenceFields;
    const exceptions = readExceptions(record, series, { desk, occurrence });
    const own = [...shownIn(record, series.when)].flatMap(([date, shown]) => ownFiles(narrowFiles(shown), series.attachments, date));
    const attachments = standingFiles(canonicalFiles([...series.attachments, ...own]), { ...series, exceptions });
    return withoutPastReminders({ ...series, exceptions, attachments }, desk);
  }

  const shownIn = (record: ItemRecord, when: When): ReadonlyMap<DateText, EventFields['attachments']> => filesByDate(record, (one) => originalDate(one, when, desk));

  const narrowOccurrence = (own: OccurrenceFields, series: When): OccurrenceFields => Object.fromEntries(OCCURRENCE_FIELDS.map((name) => {
    const row = rows[name] as { narrow?(value: unknown): unknown };
    return [name, name === 'when' ? narrowOccurrenceWhen(own.when, series, desk) : row.narrow ? row.narrow(own[name]) : own[name]];
  })) as unknown as OccurrenceFields;

  /** `exceptions` null: Outlook refuses them. A series that cannot be held keeps its own: its item is never written. */
  function held(fields: EventFields): Omit<EventFields, 'exceptions'> & { readonly exceptions: Exceptions | null } {
    const { exceptions, ...own } = fields, { held: isHeld, skipped, ...timing } = narrowSeries(own), rest = narrowFields(rows, own);
    const series = { ...rest, ...timing, subject: subjectBeside(own.subject, rest.cancelled, desk) };
    if (series.rule === null) return { ...series, exceptions: NO_EXCEPTIONS };
    const all = { ...fields, exceptions: { ...exceptions, ...Object.fromEntries(skipped.map((date) => [date, { deleted: true } as const])) } };
    const kept = isHeld ? heldExceptions(all, { series, narrow: narrowOccurrence, desk }) : exceptions;
    return { ...series, exceptions: kept, attachments: standingFiles(narrowFiles(own.attachments), { ...series, exceptions: kept ?? exceptions }) };
  }

  const narrow = (fields: EventFields): EventFields => {
    const found = held(fields);
    return withoutPastReminders({ ...found, exceptions: found.exceptions ?? fields.exceptions }, desk);
  };

  function holdsSeries(fields: EventFields): boolean {
    const { exceptions: _exceptions, ...own } = fields;
    return narrowSeries(own).held && held(fields).exceptions !== null;
  }

  /**
   * Start and End of a recurring master cannot be set (0xAF620009, OOM 3.2) and a pattern is replaced, never edited (4.8): with a new
   * time or rule the pattern is cleared and saved first, and made anew with all its exceptions. These are written when the series is saved (4.6).
   * A reminder that was past may not be any more.
   * @throws M2KError Refused: Outlook cannot hold the rule, the exceptions, the zone or the date; nothing was written.
   */
  function steps({ fields, chosen, current: now, uid, former }: OutlookWrite<'event'>): readonly Step[] {
    const found = held(fields), current = now && shelved(now);
    if (found.exceptions === null) throw new M2KError('Refused', { field: 'exceptions', reason: 'exceptions-not-held' });
    const { exceptions, ...series } = withoutPastReminders({ ...found, exceptions: found.exceptions }, desk);
    const recurs = current !== null && isRecurring(current), before = recurs ? read(current) : null;
    // What is not written of occurrences stays as it is; with a pattern that is made anew it is written again.
    const stays = before === null ? {} : { ...(chosen.has('exceptions') ? {} : { exceptions: before.exceptions }), ...(chosen.has('attachments') ? {} : { attachments: before.attachments }) };
    const kept = before === null ? { ...series, exceptions } : narrow({ ...fields, ...stays }), after = { ...series, exceptions: kept.exceptions, attachments: kept.attachments };
    const clears = recurs && (chosen.has('when') || chosen.has('rule') || (before !== null && restores(before, after)));
    const list: Step[] = clears ? [{ do: 'clearPattern' }, { do: 'save' }] : [];
    const moves = (clears || chosen.has('when') || chosen.has('rule')) && desk.now !== undefined;
    const all = new Set<Field>([...chosen, ...(clears ? ['rule' as const] : []), ...(moves ? ['reminder' as const] : []), ...withMeeting({ fields, chosen, current })]);
    writeFields(rows, { record: current, desk, steps: list, fields, ...(uid === undefined ? {} : { uid }), ...(former === undefined ? {} : { former }) }, { fields: { ...series, rule: fields.rule }, chosen: all as ReadonlySet<string> as ReadonlySet<keyof typeof series> });
    const bare = { ...after, exceptions: NO_EXCEPTIONS };
    const shown = current !== null && before !== null && !clears ? shownIn(current, before.when) : new Map<DateText, EventFields['attachments']>();
    const files = occurrenceFiles({ shown, after: after.attachments, shelf: desk.files });
    const own = after.rule === null ? [] : occurrenceSteps({ before: before !== null && !clears ? before : bare, after, chosen, desk, rowSteps, files });
    return own.length === 0 ? list : [...list, { do: 'save' }, ...own];
  }

  function rowSteps(own: OccurrenceFields, names: readonly OccurrenceField[]): readonly Step[] {
    const to: Appointment = { record: null, desk, steps: [], fields: null };
    for (const name of names) (rows[name] as { write(to: Appointment, value: unknown): void }).write(to, own[name]);
    return to.steps;
  }

  /** Who meets is written as one, and what shows it with it: the text under the body, the words before the subject. */
  function withMeeting({ fields, chosen, current }: OutlookWrite<'event'>): readonly Field[] {
    if (!MEETING.some((name) => chosen.has(name)) && !(fields.cancelled && chosen.has('subject'))) return [];
    const body = current?.plain['Body'];
    const stands = typeof body !== 'string' || standsUnder(body, bodyPeople({ fields, current, desk }));
    return ['attendees', ...(chosen.has('cancelled') ? ['subject' as const] : []), ...(stands ? [] : ['body' as const])];
  }

  return {
    kind: 'event', itemType: 1, messageClass: 'IPM.Appointment',
    members: {
      plain: [...WHEN_MEMBERS, ...INSTANT_MEMBERS, 'Subject', 'Location', 'Body', 'Sensitivity', 'ReminderSet', 'ReminderMinutesBeforeStart', 'Categories', 'BusyStatus', 'Importance', 'MeetingStatus', 'ResponseStatus'],
      zones: ['StartTimeZone', 'EndTimeZone'],
      pattern: PATTERN_MEMBERS, occurrence: OCCURRENCE_MEMBERS,
      user: [NOTE, URL_PROPERTY],
      people: true, attachments: ATTACHMENT_MEMBERS,
    },
    shelved,
    unkept: unkeptFiles,
    keeps: { fields: new Set(['body']), members: { plain: ['Body'], rtf: true } },
    read: (record) => named(typeof record.plain['Subject'] === 'string' ? record.plain['Subject'] : '', () => read(shelved(record))),
    steps,
    narrow,
    holds: (fields) => fields.rule === null || holdsSeries(fields),
  };
}

const MEETING: readonly Field[] = ['organizer', 'attendees', 'cancelled'];

const isRecurring = (record: ItemRecord): boolean => record.plain['IsRecurring'] === true || (record.pattern ?? null) !== null;
