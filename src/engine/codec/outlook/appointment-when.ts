// Start, End and their zones (OOM 3.2, 3.3, 9).
import { M2KError } from '../../errors.js';
import type { DateText, Moment, WallTime, When, ZoneId } from '../../model/time.js';
import { isWireDate, wireDate } from '../../../ps-host/wire-value.js';
import type { ItemRecord } from '../../../ps-host/item-record.js';
import type { Step } from '../../../ps-host/protocol.js';
import { FLOATING_ZONE, canonicalZone, windowsIdOf, zoneOfWindowsId } from '../zones/zone-names.js';
import { comesTwice, exactlyIn, inZone, sameClocks, sameInstant, shownTime } from '../zones/zoned-time.js';
import type { OutlookDesk } from './outlook-codec.js';

export const WHEN_MEMBERS = ['Start', 'End', 'StartInStartTimeZone', 'EndInEndTimeZone', 'AllDayEvent', 'IsRecurring'] as const;

/** Of the item alone: its series and occurrences are told by the clock. */
export const INSTANT_MEMBERS = ['StartUTC', 'EndUTC'] as const;

const SIDES = { start: ['Start', 'StartInStartTimeZone', 'StartTimeZone', 'StartUTC'], end: ['End', 'EndInEndTimeZone', 'EndTimeZone', 'EndUTC'] } as const;
const DAY_MS = 86_400_000;

/**
 * An item whose zone has no name here (a custom zone, or none in old items) is read by its instants, in one zone for every desk: the machine's
 * would turn into another with the machine, and what nobody touched into an edit. A series without a zone has the machine's clock; one
 * with an unknown zone is not read, for its later occurrences may shift against it.
 * @throws M2KError Unreadable.
 */
export function readWhen(record: ItemRecord, desk: OutlookDesk): When {
  if (record.plain['AllDayEvent'] === true) {
    const start = allDayDate(record, 'start');
    const end = allDayDate(record, 'end');
    return { allDay: true, start, end: end > start ? end : dateAt(Date.parse(start) + DAY_MS) };
  }
  return { allDay: false, start: readMoment(record, desk, 'start'), end: readMoment(record, desk, 'end') };
}

function readMoment(record: ItemRecord, desk: OutlookDesk, side: 'start' | 'end'): Moment {
  const [local, own, zoneMember, instant] = SIDES[side], recurs = record.plain['IsRecurring'] === true;
  const windows = record.zones?.[zoneMember] ?? '', utc = record.plain[instant], exact: Moment | null = isWireDate(utc) ? { local: minute(utc.date), zone: 'UTC' } : null;
  const zone = zoneOfWindowsId(windows);
  if (zone !== null) {
    const shown = { local: minute(dateOf(record, own)), zone };
    return recurs ? shown : once(shown, exact);
  }
  const machine = zoneOfWindowsId(desk.zone);
  if (machine === null || (windows !== '' && recurs)) {
    throw new M2KError('Unreadable', { field: 'when', reason: 'zone-unknown', excerpt: windows || desk.zone });
  }
  const seen = { local: minute(dateOf(record, local)), zone: machine };
  return recurs ? seen : inZone(once(seen, exact), FLOATING_ZONE);
}

/** A clock that comes twice does not say which of the two it is, and which one Outlook takes for it nobody knows (OOM 3.2): such a time is told in UTC, as it is written. */
function once(shown: Moment, utc: Moment | null): Moment {
  if (!comesTwice(shown)) return shown;
  return utc !== null && inZone(utc, shown.zone).local === shown.local ? utc : inZone(shown, 'UTC');
}

/**
 * Midnight on the machine's clock, else in the item's own zone, else the nearest one: an item made in another zone and seen from here
 * begins at that zone's midnight (OOM 3.3).
 */
function allDayDate(record: ItemRecord, side: 'start' | 'end'): DateText {
  const [local, own] = SIDES[side];
  const seen = [dateOf(record, local), ...(isWireDate(record.plain[own]) ? [dateOf(record, own)] : [])];
  const exact = seen.find((time) => time.endsWith('T00:00:00'));
  return exact?.slice(0, 10) ?? dateAt(Math.round(Date.parse(`${seen[0]}Z`) / DAY_MS) * DAY_MS);
}

const dateAt = (ms: number): DateText => new Date(ms).toISOString().slice(0, 10);

/** 4501 is Outlook's "no date" (OOM 3.2). */
function dateOf(record: ItemRecord, name: string): WallTime {
  const value = record.plain[name];
  if (!isWireDate(value) || value.date >= '4501') throw new M2KError('Unreadable', { field: 'when', reason: 'no-start', excerpt: name });
  return value.date.slice(0, 19);
}

/** Outlook's form shows minutes, its series store minutes (OOM 3.2): seconds are dropped on both ways, whatever the store does with them. */
const minute = (time: WallTime): WallTime => `${time.slice(0, 16)}:00`;

/**
 * `when` as `narrowWhen` gives it. Zone before time on each side, start before end: a new zone keeps the wall clock and moves the
 * instant, a new start moves the end (OOM 3.2). All-day events are set on the machine's clock and in its zone, the flag last (3.3).
 * @throws M2KError Refused where Outlook has no such date or zone.
 */
export function whenSteps(when: When, current: ItemRecord | null, desk: OutlookDesk): readonly Step[] {
  const set = (name: string, time: WallTime): Step => ({ do: 'set', name, to: wireDate(inStore(time)) });
  const zone = (name: 'StartTimeZone' | 'EndTimeZone', to: string): Step => ({ do: 'zone', name, to });
  if (when.allDay) {
    const elsewhere = ([, , name]: (typeof SIDES)['start' | 'end']): readonly Step[] =>
      current !== null && current.zones?.[name] !== desk.zone ? [zone(name, desk.zone)] : [];
    return [
      ...elsewhere(SIDES.start), ...elsewhere(SIDES.end), set('Start', `${when.start}T00:00:00`), set('End', `${when.end}T00:00:00`),
      { do: 'set', name: 'AllDayEvent', to: true },
    ];
  }
  return [
    ...(current?.plain['AllDayEvent'] === true ? [{ do: 'set', name: 'AllDayEvent', to: false } as const] : []),
    zone('StartTimeZone', windowsId(when.start)), set('StartInStartTimeZone', when.start.local),
    zone('EndTimeZone', windowsId(when.end)), set('EndInEndTimeZone', when.end.local),
  ];
}

function windowsId({ zone }: Moment): string {
  const id = windowsIdOf(zone);
  if (id === null) throw new M2KError('Refused', { field: 'when', reason: 'zone-not-held', excerpt: zone });
  return id;
}

/**
 * The zone that Start, OriginalDate and GetOccurrence are in.
 * @throws M2KError Refused where it is none of CLDR's: an occurrence could not be told from its neighbour.
 */
export function machineZone({ zone }: OutlookDesk): ZoneId {
  const known = zoneOfWindowsId(zone);
  if (known === null) throw new M2KError('Refused', { field: 'when', reason: 'zone-not-held', excerpt: zone });
  return known;
}

/** That of all occurrences of a series. */
const occurrenceZone = (series: When, desk: OutlookDesk): ZoneId => (series.allDay ? machineZone(desk) : series.start.zone);

/** A time of one occurrence: it is in the zone of its series (OOM 4.5: no exception overrides the zone), or of the machine for an all-day series. */
export function narrowOccurrenceWhen(when: When, series: When, desk: OutlookDesk): When {
  if (when.allDay) return when;
  const zone = occurrenceZone(series, desk);
  const held = (moment: Moment): Moment => { const exact = exactlyIn(plain(moment), zone); return { ...exact, local: minute(exact.local) }; };
  return { allDay: false, start: held(when.start), end: held(when.end) };
}

/** Whether an occurrence has that time, as narrowed: it has one zone, and a clock that comes twice there would be an hour off. */
export function occurrenceWhenIsHeld(when: When, series: When, desk: OutlookDesk): boolean {
  if (when.allDay) return true;
  const zone = occurrenceZone(series, desk);
  return [when.start, when.end].every((moment) => moment.zone === zone && !comesTwice(moment));
}

/** OOM 3.2: 1 April 1601 to 31 August 4500. */
function inStore(time: WallTime): WallTime {
  if (time < '1601-04-01' || time >= '4500-09-01') throw new M2KError('Refused', { field: 'when', reason: 'date-not-held', excerpt: time });
  return time;
}

/**
 * A zone becomes the world-wide one of its Windows id (Europe/Brussels -> Romance Standard Time -> Europe/Paris) while that one shows
 * the same clock; else a single event goes to UTC with its instants, and a series keeps its zone and is refused: in UTC it would shift.
 * A wall clock that the zone skips is the one it shows, one that it shows twice goes to UTC as well (`once`). A series has one zone: its end is told in that of its start.
 */
export function narrowWhen(when: When, recurs: boolean): When {
  if (when.allDay) return when;
  const start = narrowMoment(when.start, recurs);
  const end = recurs ? exactlyIn(plain(when.end), start.zone) : narrowMoment(when.end, false);
  return { allDay: false, start, end: { ...end, local: minute(end.local) } };
}

const plain = ({ local, zone }: Moment): Moment => ({ local, zone: zone === 'floating' ? FLOATING_ZONE : canonicalZone(zone) ?? zone });

function narrowMoment(moment: Moment, recurs: boolean): Moment {
  const { local, zone } = shownTime({ ...plain(moment), local: minute(moment.local) });
  const outlooks = outlookZone(zone);
  const year = Number(local.slice(0, 4));
  const same = outlooks !== null && (recurs ? sameClocks(zone, outlooks, { from: year, to: year + 10 }) : sameInstant({ local, zone }, { local, zone: outlooks }));
  if (same && (recurs || !comesTwice({ local, zone: outlooks }))) return { local, zone: outlooks };
  return recurs ? { local, zone } : inZone({ local, zone }, 'UTC');
}

const outlookZone = (zone: ZoneId): ZoneId | null => {
  const id = windowsIdOf(zone);
  return id === null ? null : zoneOfWindowsId(id);
};

/** Whether the zone of a series as narrowed is one that Outlook has, its start is on the clock as it was asked for, and its end on the clock at all. */
export const seriesIsHeld = (when: When, narrowed: When): boolean => when.allDay || narrowed.allDay
  || (outlookZone(narrowed.start.zone) === narrowed.start.zone && narrowed.start.local === minute(when.start.local) && narrowed.end.zone === narrowed.start.zone);
