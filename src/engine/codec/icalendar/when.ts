// DTSTART, DTEND and DURATION (RFC 5545 sections 3.8.2.2-3.8.2.5) as one value.
import { daysAfter } from '../../model/calendar-days.js';
import type { Moment, When } from '../../model/time.js';
import { equal } from '../../model/canonical.js';
import { paramValues } from '../content-lines/lines.js';
import type { ContentLine } from '../content-lines/lines.js';
import { FLOATING_ZONE, canonicalZone } from '../zones/zone-names.js';
import { before, later } from '../zones/zoned-time.js';
import { property, removeProperty, setProperty } from './components.js';
import { unreadable } from './event-object.js';
import type { EventObject } from './event-object.js';
import { formatStamp, readDuration, readStamp } from './times.js';
import type { Stamp } from './times.js';
import { define, tzidOf } from './vtimezone.js';

/**
 * DTEND wins over DURATION where an object has both (Zimbra, Q53). A DTEND equal to DTSTART in an all-day event is one day, as
 * exporters that take the end for inclusive mean it.
 * @throws M2KError Unreadable for a missing or unreadable start, an end before the start, or an end of the other type.
 */
export function readWhen(object: EventObject): When {
  const line = property(object.event, 'DTSTART') ?? unreadable('when', 'no-start', '');
  return whenFrom(object, readStamp(object, line));
}

function whenFrom(object: EventObject, start: Stamp): When {
  const endLine = property(object.event, 'DTEND');
  const duration = property(object.event, 'DURATION');
  const end = endLine && readStamp(object, endLine);
  const length = !endLine && duration ? readDuration(duration.value) : null;
  if ('date' in start) {
    const days = length ? (length.weeks ?? 0) * 7 + (length.days ?? 0) + Math.ceil((length.hours ?? 0) / 24) : 1;
    if (end && !('date' in end)) unreadable('when', 'end-not-like-start', endLine.raw);
    if (end && end.date < start.date) unreadable('when', 'end-before-start', endLine.raw);
    return { allDay: true, start: start.date, end: end && end.date > start.date ? end.date : daysAfter(start.date, Math.max(1, days)) };
  }
  if (end && 'date' in end) unreadable('when', 'end-not-like-start', endLine.raw);
  const moment = end?.moment ?? (length ? later(start.moment, length) : start.moment);
  if (endLine && before(moment, start.moment)) unreadable('when', 'end-before-start', endLine.raw);
  return { allDay: false, start: start.moment, end: moment };
}

/** The form of the end (DTEND, DURATION, none) stays while it says the same. */
export function writeWhen(object: EventObject, when: When): void {
  const { event } = object;
  const lines = { start: property(event, 'DTSTART'), end: property(event, 'DTEND') };
  const stamp = (at: 'start' | 'end'): ReturnType<typeof formatStamp> => {
    if (when.allDay) return formatStamp({ date: when[at] }, lines[at]);
    const { local, zone } = when[at];
    const tzid = tzidFor(object, zone, [lines[at], lines.start]);
    define(object, tzid, { zone, from: local });
    return formatStamp({ local, tzid }, lines[at]);
  };
  setProperty(event, 'DTSTART', [stamp('start')]);
  const implied = lines.end ? null : whenFrom(object, when.allDay ? { date: when.start } : { moment: when.start });
  if (!equal(implied, when)) setProperty(event, 'DTEND', [stamp('end')]);
  if (property(event, 'DTEND')) removeProperty(event, 'DURATION');
}

/** The object's own name for the zone where it has one: a Windows TZID stays one. */
function tzidFor(object: EventObject, zone: string, lines: readonly (ContentLine | undefined)[]): string {
  const named = lines.map((line) => (line ? paramValues(line, 'TZID')[0] : undefined)).find((tzid) => tzid !== undefined && object.zones.get(tzid) === zone);
  return named ?? tzidOf(zone);
}

/**
 * Floating times are kept while nobody writes them; written, they get the floating zone, for Mail2000 refuses times without a zone
 * (M4) and a base that calls both the same sees no edit. UTC is written as Etc/UTC for the same reason.
 */
export function narrowWhen(when: When): When {
  if (when.allDay) return when;
  const narrowed = ({ local, zone }: Moment): Moment => ({ local, zone: zone === 'floating' ? FLOATING_ZONE : canonicalZone(zone) ?? zone });
  return { allDay: false, start: narrowed(when.start), end: narrowed(when.end) };
}
