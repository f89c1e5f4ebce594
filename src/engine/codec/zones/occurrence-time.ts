// When one occurrence of a series takes place by its rule, and which occurrence a time belongs to.
import { equal } from '../../model/canonical.js';
import { dayOf, daysAfter } from '../../model/calendar-days.js';
import { clockOf } from '../../model/occurrences.js';
import type { DateText, Moment, When } from '../../model/time.js';
import { exactlyIn, inZone, later, sameInstant, secondsBetween, shownTime } from './zoned-time.js';

/** As long as the first one: exactly where it has times (RFC 5545 section 3.8.5.3), by days where it has dates. */
export const nominalWhen = (series: When, date: DateText): When => nominalAt(series, `${date}${clockOf(series)}`);

/** As long, from a date or a wall clock of the series' zone. */
export function nominalAt(series: When, at: DateText): When {
  if (series.allDay) return { allDay: true, start: at, end: daysAfter(at, dayOf(series.end) - dayOf(series.start)) };
  const start: Moment = shownTime({ local: at, zone: series.start.zone });
  const end = later(start, { seconds: secondsBetween(series.start, series.end) });
  return { allDay: false, start, end: exactlyIn(end, series.end.zone) };
}

/** The date of the occurrence that begins at this moment by the rule; null where none can. */
export function originalDate(series: When, at: Moment): DateText | null {
  if (series.allDay) return at.local.endsWith('T00:00:00') ? at.local.slice(0, 10) : null;
  const { local } = inZone(at, series.start.zone), date = local.slice(0, 10);
  if (local.slice(10) === clockOf(series)) return date;
  // A clock that the zone skips on that day is shown another.
  return sameInstant({ local: `${date}${clockOf(series)}`, zone: series.start.zone }, at) ? date : null;
}

/** The same time, in whatever zones it is told. */
export function sameWhen(one: When, another: When): boolean {
  if (one.allDay || another.allDay) return equal(one, another);
  return sameInstant(one.start, another.start) && sameInstant(one.end, another.end);
}
