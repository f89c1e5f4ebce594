// The codec of events as Outlook appointments: which members are read, what they mean, which writes in which order.
import type { EventFields } from '../../model/event.js';
import type { ItemRecord, Step } from '../../../ps-host/protocol.js';
import { named } from '../named-errors.js';
import { narrowFields, readFields, writeFields } from '../table.js';
import { narrowSeries } from './appointment-rule.js';
import { reminderBeside } from './appointment-reminder.js';
import { appointmentRows, subjectBeside, URL_PROPERTY } from './appointment-rows.js';
import { WHEN_MEMBERS } from './appointment-when.js';
import { NOTE } from './meeting-record.js';
import { bodyPeople } from './meeting-steps.js';
import { standsUnder } from './meeting-text.js';
import type { AppointmentDesk, OutlookCodec, OutlookWrite } from './outlook-codec.js';
import { PATTERN_MEMBERS } from './recurrence-record.js';

type Field = keyof EventFields;

export function appointmentCodec(desk: AppointmentDesk): OutlookCodec<'event'> {
  const rows = appointmentRows(desk);
  const narrow = (fields: EventFields): EventFields => {
    const held = { ...narrowFields(rows, fields), ...narrowSeries(fields) };
    return { ...held, subject: subjectBeside(fields.subject, held.cancelled, desk), reminder: reminderBeside(held.reminder, held, desk) };
  };

  /**
   * Start and End of a recurring master cannot be set (0xAF620009, OOM 3.2) and a pattern is replaced, never edited (4.8): with a new
   * time or rule the pattern is cleared and saved first, and made anew also when only the time was chosen. A reminder that was past may
   * not be any more.
   * @throws M2KError Refused: Outlook cannot hold the rule, the zone or the date; nothing was written.
   */
  function steps({ fields, chosen, current, uid }: OutlookWrite<'event'>): readonly Step[] {
    const moves = chosen.has('when') || chosen.has('rule');
    const clears = moves && current !== null && recurs(current);
    const list: Step[] = clears ? [{ do: 'clearPattern' }, { do: 'save' }] : [];
    const all = new Set<Field>([...chosen, ...(clears ? ['rule' as const] : []), ...(moves && desk.now !== undefined ? ['reminder' as const] : []), ...withMeeting({ fields, chosen, current })]);
    writeFields(rows, { record: current, desk, steps: list, fields, ...(uid === undefined ? {} : { uid }) }, { fields: { ...narrow(fields), rule: fields.rule }, chosen: all });
    return list;
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
      plain: [...WHEN_MEMBERS, 'Subject', 'Location', 'Body', 'Sensitivity', 'ReminderSet', 'ReminderMinutesBeforeStart', 'Categories', 'BusyStatus', 'Importance', 'MeetingStatus', 'ResponseStatus'],
      zones: ['StartTimeZone', 'EndTimeZone'],
      pattern: PATTERN_MEMBERS,
      user: [NOTE, URL_PROPERTY],
      people: true,
    },
    read: (record) => named(typeof record.plain['Subject'] === 'string' ? record.plain['Subject'] : '', () => readFields(rows, { record, desk, steps: [], fields: null })),
    steps,
    narrow,
  };
}

const MEETING: readonly Field[] = ['organizer', 'attendees', 'cancelled'];

const recurs = (record: ItemRecord): boolean => record.plain['IsRecurring'] === true || (record.pattern ?? null) !== null;
