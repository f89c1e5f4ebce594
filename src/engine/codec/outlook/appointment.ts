// The codec of events as Outlook appointments: which members are read, what they mean, which writes in which order.
import { M2KError } from '../../errors.js';
import type { EventFields } from '../../model/event.js';
import { NO_EXCEPTIONS, OCCURRENCE_FIELDS } from '../../model/exception.js';
import type { Exceptions, OccurrenceField, OccurrenceFields } from '../../model/exception.js';
import type { When } from '../../model/time.js';
import type { ItemRecord, Step } from '../../../ps-host/protocol.js';
import { named } from '../named-errors.js';
import { narrowFields, readFields, writeFields } from '../table.js';
import { heldExceptions, readExceptions } from './appointment-exceptions.js';
import { occurrenceSteps, restores } from './appointment-occurrences.js';
import { appointmentRows } from './appointment-rows.js';
import type { Appointment } from './appointment-rows.js';
import { narrowSeries } from './appointment-rule.js';
import { narrowOccurrenceWhen, WHEN_MEMBERS } from './appointment-when.js';
import type { OutlookCodec, OutlookDesk, OutlookWrite } from './outlook-codec.js';
import { PATTERN_MEMBERS } from './recurrence-record.js';

type Field = keyof EventFields;

/** What is read of a changed occurrence. */
const OCCURRENCE_MEMBERS = [...WHEN_MEMBERS, 'Subject', 'Location', 'Body', 'ReminderSet', 'ReminderMinutesBeforeStart', 'BusyStatus'];

export function appointmentCodec(desk: OutlookDesk): OutlookCodec<'event'> {
  const rows = appointmentRows(desk);
  const from = (record: ItemRecord): Appointment => ({ record, desk, steps: [], fields: null });

  function read(record: ItemRecord): EventFields {
    const series = readFields(rows, from(record));
    const occurrence = (own: ItemRecord): OccurrenceFields =>
      Object.fromEntries(OCCURRENCE_FIELDS.map((name) => [name, rows[name].read(from(own))])) as unknown as OccurrenceFields;
    return { ...series, exceptions: readExceptions(record, series, { desk, occurrence }) };
  }

  const narrowOccurrence = (own: OccurrenceFields, series: When): OccurrenceFields => Object.fromEntries(OCCURRENCE_FIELDS.map((name) => {
    const row = rows[name] as { narrow?(value: unknown): unknown };
    return [name, name === 'when' ? narrowOccurrenceWhen(own.when, series, desk) : row.narrow ? row.narrow(own[name]) : own[name]];
  })) as unknown as OccurrenceFields;

  /** `exceptions` null: Outlook refuses them. A series that cannot be held keeps its own: its item is never written. */
  function held(fields: EventFields): Omit<EventFields, 'exceptions'> & { readonly exceptions: Exceptions | null } {
    const { exceptions, ...own } = fields, { held: isHeld, skipped, ...timing } = narrowSeries(own), series = { ...narrowFields(rows, own), ...timing };
    if (series.rule === null) return { ...series, exceptions: NO_EXCEPTIONS };
    const all = { ...fields, exceptions: { ...exceptions, ...Object.fromEntries(skipped.map((date) => [date, { deleted: true } as const])) } };
    return { ...series, exceptions: isHeld ? heldExceptions(all, { series, narrow: narrowOccurrence, desk }) : exceptions };
  }

  const narrow = (fields: EventFields): EventFields => {
    const found = held(fields);
    return { ...found, exceptions: found.exceptions ?? fields.exceptions };
  };

  /**
   * Start and End of a recurring master cannot be set (0xAF620009, OOM 3.2) and a pattern is replaced, never edited (4.8): with a new
   * time or rule the pattern is cleared and saved first, and made anew with all its exceptions. These are written when the series is saved (4.6).
   * @throws M2KError Refused: Outlook cannot hold the rule, the exceptions, the zone or the date; nothing was written.
   */
  function steps({ fields, chosen, current }: OutlookWrite<'event'>): readonly Step[] {
    const { exceptions, ...series } = held(fields);
    if (exceptions === null) throw new M2KError('Refused', { field: 'exceptions', reason: 'exceptions-not-held' });
    const recurs = current !== null && isRecurring(current), before = recurs ? read(current) : null;
    const after = { ...series, exceptions: chosen.has('exceptions') || before === null ? exceptions : narrow({ ...fields, exceptions: before.exceptions }).exceptions };
    const clears = recurs && (chosen.has('when') || chosen.has('rule') || (before !== null && restores(before, after)));
    const list: Step[] = clears ? [{ do: 'clearPattern' }, { do: 'save' }] : [];
    const all: ReadonlySet<Field> = clears ? new Set<Field>([...chosen, 'rule']) : chosen;
    writeFields(rows, { record: current, desk, steps: list, fields }, { fields: { ...series, rule: fields.rule }, chosen: all as ReadonlySet<keyof typeof series> });
    const bare = { ...after, exceptions: NO_EXCEPTIONS };
    const own = after.rule === null ? [] : occurrenceSteps({ before: before !== null && !clears ? before : bare, after, chosen, desk, rowSteps });
    return own.length === 0 ? list : [...list, { do: 'save' }, ...own];
  }

  function rowSteps(own: OccurrenceFields, names: readonly OccurrenceField[]): readonly Step[] {
    const to: Appointment = { record: null, desk, steps: [], fields: null };
    for (const name of names) (rows[name] as { write(to: Appointment, value: unknown): void }).write(to, own[name]);
    return to.steps;
  }

  return {
    kind: 'event', itemType: 1, messageClass: 'IPM.Appointment',
    members: {
      plain: [...WHEN_MEMBERS, 'Subject', 'Location', 'Body', 'Sensitivity', 'ReminderSet', 'ReminderMinutesBeforeStart', 'Categories', 'BusyStatus'],
      zones: ['StartTimeZone', 'EndTimeZone'],
      pattern: PATTERN_MEMBERS, occurrence: OCCURRENCE_MEMBERS,
    },
    read: (record) => named(typeof record.plain['Subject'] === 'string' ? record.plain['Subject'] : '', () => read(record)),
    steps,
    narrow,
  };
}

const isRecurring = (record: ItemRecord): boolean => record.plain['IsRecurring'] === true || (record.pattern ?? null) !== null;
