// The reminder of an appointment, and when it is past (rules.md 28).
import type { EventFields } from '../../model/event.js';
import type { Moment } from '../../model/time.js';
import { zoneOfWindowsId } from '../zones/zone-names.js';
import { instantOf } from '../zones/zoned-time.js';
import type { AppointmentDesk } from './outlook-codec.js';

/**
 * What is past reads as none, whatever it is set to: Outlook clears the reminder of an appointment when the user dismisses it, which takes
 * none away from the server; and one that is long over must not ring when the item is written. `rule` as Outlook holds it: a finite one ends
 * by a date.
 */
export function reminderBeside(minutes: number | null, { when, rule }: Pick<EventFields, 'when' | 'rule'>, desk: AppointmentDesk): number | null {
  if (minutes === null || desk.now === undefined || (rule !== null && rule.end.kind !== 'until')) return minutes;
  const last = rule?.end.kind === 'until' ? rule.end.until : null;
  const start: Moment = when.allDay
    ? { local: `${(last ?? when.start).slice(0, 10)}T00:00:00`, zone: zoneOfWindowsId(desk.zone) ?? 'UTC' }
    : { local: last ?? when.start.local, zone: when.start.zone };
  return instantOf(start) - minutes * 60_000 < desk.now ? null : minutes;
}
