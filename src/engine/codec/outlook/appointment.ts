// The codec of events as Outlook appointments: which members are read, what they mean, which writes in which order.
import type { EventFields } from '../../model/event.js';
import type { ItemRecord, Step } from '../../../ps-host/protocol.js';
import { named } from '../named-errors.js';
import { narrowFields, readFields, writeFields } from '../table.js';
import { narrowSeries } from './appointment-rule.js';
import { appointmentRows } from './appointment-rows.js';
import { WHEN_MEMBERS } from './appointment-when.js';
import type { OutlookCodec, OutlookDesk, OutlookWrite } from './outlook-codec.js';
import { PATTERN_MEMBERS } from './recurrence-record.js';

type Field = keyof EventFields;

export function appointmentCodec(desk: OutlookDesk): OutlookCodec<'event'> {
  const rows = appointmentRows(desk);
  const narrow = (fields: EventFields): EventFields => ({ ...narrowFields(rows, fields), ...narrowSeries(fields) });

  /**
   * Start and End of a recurring master cannot be set (0xAF620009, OOM 3.2) and a pattern is replaced, never edited (4.8): with a new
   * time or rule the pattern is cleared and saved first, and made anew also when only the time was chosen.
   * @throws M2KError Refused: Outlook cannot hold the rule, the zone or the date; nothing was written.
   */
  function steps({ fields, chosen, current }: OutlookWrite<'event'>): readonly Step[] {
    const moves = chosen.has('when') || chosen.has('rule');
    const clears = moves && current !== null && recurs(current);
    const list: Step[] = clears ? [{ do: 'clearPattern' }, { do: 'save' }] : [];
    const all: ReadonlySet<Field> = clears ? new Set<Field>([...chosen, 'rule']) : chosen;
    writeFields(rows, { record: current, desk, steps: list, fields }, { fields: { ...narrow(fields), rule: fields.rule }, chosen: all });
    return list;
  }

  return {
    kind: 'event', itemType: 1, messageClass: 'IPM.Appointment',
    members: {
      plain: [...WHEN_MEMBERS, 'Subject', 'Location', 'Body', 'Sensitivity', 'ReminderSet', 'ReminderMinutesBeforeStart', 'Categories', 'BusyStatus'],
      zones: ['StartTimeZone', 'EndTimeZone'],
      pattern: PATTERN_MEMBERS,
    },
    read: (record) => named(typeof record.plain['Subject'] === 'string' ? record.plain['Subject'] : '', () => readFields(rows, { record, desk, steps: [], fields: null })),
    steps,
    narrow,
  };
}

const recurs = (record: ItemRecord): boolean => record.plain['IsRecurring'] === true || (record.pattern ?? null) !== null;
