// When a zone's clock changes, and whether it does so by a yearly rule.
import { Temporal } from 'temporal-polyfill';
import type { WallTime, ZoneId } from '../../model/time.js';

export interface Change {
  /** On the clock before the change, as VTIMEZONE wants it (RFC 5545 section 3.6.5). */
  readonly local: WallTime;
  /** Seconds east of UTC. */
  readonly before: number;
  readonly after: number;
}

/** A change that happens once, or every year by a rule without an end. */
export interface Observance extends Change {
  readonly rule: string | null;
}

/**
 * Years looked at beyond those wanted, and the years that a rule must have held: weekdays come back to a date after 11 years at
 * most, so that a rule which is none (Egypt's day after the last Thursday of October) shows itself within 13.
 */
const YEARS_OF_A_RULE = 13;

const known = new Map<string, readonly Observance[]>();

/**
 * What holds in a zone from the first year on; at least one. Irregular changes (Morocco's follow the moon) are listed to the last year
 * and some more. Answers are kept: most events of a calendar are in one zone and a few years.
 */
export function observances(zone: ZoneId, years: { readonly from: number; readonly to: number }): readonly Observance[] {
  const key = `${zone} ${years.from} ${years.to}`;
  const found = known.get(key) ?? observed(zone, years);
  known.set(key, found);
  return found;
}

function observed(zone: ZoneId, years: { readonly from: number; readonly to: number }): readonly Observance[] {
  const last = years.to + YEARS_OF_A_RULE;
  const groups = new Map<string, Change[]>();
  for (const change of changes(zone, years.from, last)) {
    const key = `${change.before} ${change.after}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((group) => split(group, last));
}

function changes(zone: ZoneId, from: number, to: number): readonly Change[] {
  const start = Temporal.PlainDate.from({ year: from, month: 1, day: 1 }).toZonedDateTime({ timeZone: zone });
  const found: Change[] = [];
  const first = start.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  if (first) found.push(changeAt(first));
  else found.push({ local: `${Math.min(from, 1970)}-01-01T00:00:00`, before: seconds(start), after: seconds(start) });
  for (let next = start.getTimeZoneTransition('next'); next && next.year <= to; next = next.getTimeZoneTransition('next')) found.push(changeAt(next));
  return found;
}

const seconds = (at: Temporal.ZonedDateTime): number => at.offsetNanoseconds / 1e9;

function changeAt(at: Temporal.ZonedDateTime): Change {
  const before = seconds(at.subtract({ seconds: 1 }));
  const local = at.toPlainDateTime().add({ seconds: before - seconds(at) });
  return { local: local.toString({ smallestUnit: 'second' }), before, after: seconds(at) };
}

/** The yearly rule that the last changes follow, if they go on to the last year; each change before it stands for itself. */
function split(group: readonly Change[], last: number): readonly Observance[] {
  const once = (part: readonly Change[]): readonly Observance[] => part.map((change) => ({ ...change, rule: null }));
  for (const [from, first] of group.entries()) {
    const run = group.slice(from);
    if (run.length < YEARS_OF_A_RULE || Number(run.at(-1)?.local.slice(0, 4)) !== last) break;
    const rule = yearlyRule(run.map((change) => change.local));
    if (rule !== null) return [...once(group.slice(0, from)), { ...first, rule }];
  }
  return once(group);
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function yearlyRule(onsets: readonly WallTime[]): string | null {
  const days = onsets.map((onset) => Temporal.PlainDateTime.from(onset));
  const [first] = days;
  if (!first || !days.every((day, at) => day.year === first.year + at && day.month === first.month && day.dayOfWeek === first.dayOfWeek
    && day.toPlainTime().equals(first.toPlainTime()))) return null;
  const rule = (byDay: string): string => `FREQ=YEARLY;BYMONTH=${first.month};${byDay}`;
  const weekday = WEEKDAYS[first.dayOfWeek - 1] ?? '';
  if (days.every((day) => day.day > day.daysInMonth - 7)) return rule(`BYDAY=-1${weekday}`);
  const nth = Math.ceil(first.day / 7);
  if (days.every((day) => Math.ceil(day.day / 7) === nth)) return rule(`BYDAY=${nth}${weekday}`);
  const low = Math.min(...days.map((day) => day.day));
  if (Math.max(...days.map((day) => day.day)) !== low + 6) return null;
  return rule(`BYMONTHDAY=${[0, 1, 2, 3, 4, 5, 6].map((more) => low + more).join(',')};BYDAY=${weekday}`);
}
