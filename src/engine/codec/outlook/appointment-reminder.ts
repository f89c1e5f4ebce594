// When the reminders of an appointment are past (rules.md 28).
import type { EventFields } from '../../model/event.js';
import type { Exception } from '../../model/exception.js';
import type { Moment } from '../../model/time.js';
import { zoneOfWindowsId } from '../zones/zone-names.js';
import { instantOf } from '../zones/zoned-time.js';
import type { AppointmentDesk } from './outlook-codec.js';

/**
 * What is past reads as none, whatever it is set to: Outlook clears the reminder of an appointment when the user dismisses it, which takes
 * none away from the server; and one that is long over must not ring when the item is written. Of a series that is over, which Outlook ends by
 * a date, no occurrence has a reminder.
 */
export function withoutPastReminders(fields: EventFields, desk: AppointmentDesk): EventFields {
  const { when, rule, reminder, exceptions } = fields, { now } = desk;
  if (now === undefined || (rule !== null && rule.end.kind !== 'until')) return fields;
  const last = rule?.end.kind === 'until' ? rule.end.until : null;
  const start: Moment = when.allDay
    ? { local: `${(last ?? when.start).slice(0, 10)}T00:00:00`, zone: zoneOfWindowsId(desk.zone) ?? 'UTC' }
    : { local: last ?? when.start.local, zone: when.start.zone };
  if (instantOf(start) - (last === null ? reminder ?? 0 : 0) * 60_000 >= now) return fields;
  return { ...fields, reminder: null, exceptions: Object.fromEntries(Object.entries(exceptions).flatMap(silent)) };
}

function silent([date, exception]: readonly [string, Exception]): readonly (readonly [string, Exception])[] {
  if (!('changes' in exception)) return [[date, exception]];
  const { reminder: _reminder, ...changes } = exception.changes;
  return Object.keys(changes).length === 0 ? [] : [[date, { ...exception, changes }]];
}
