// The steps that bring a saved series' occurrences to what the model says, in an order that Outlook's neighbour rule takes (OOM 4.6, 4.7).
import type { EventFields } from '../../model/event.js';
import { isDeleted, OCCURRENCE_FIELDS } from '../../model/exception.js';
import type { OccurrenceField, OccurrenceFields } from '../../model/exception.js';
import { equal } from '../../model/canonical.js';
import type { DateText, When } from '../../model/time.js';
import { wireDate } from '../../../ps-host/wire-value.js';
import type { Step } from '../../../ps-host/protocol.js';
import { occurrenceOf, plainOccurrence } from '../occurrence.js';
import { nominalWhen, sameWhen } from '../zones/occurrence-time.js';
import { inZone } from '../zones/zoned-time.js';
import { machineZone } from './appointment-when.js';
import type { OutlookDesk } from './outlook-codec.js';

export interface OccurrenceWrite {
  /** The series as it was before this write; without exceptions where they were all lost with the pattern. */
  readonly before: EventFields;
  /** As narrowed. */
  readonly after: EventFields;
  /** Fields of the series that this write sets. */
  readonly chosen: ReadonlySet<keyof EventFields>;
  readonly desk: OutlookDesk;
  /** Writes fields of an occurrence, but its time. */
  readonly rowSteps: (own: OccurrenceFields, names: readonly OccurrenceField[]) => readonly Step[];
  /** What is attached to occurrences and taken away from them. */
  readonly files: ReadonlyMap<DateText, readonly Step[]>;
}

/** Object models bring no deleted occurrence back (OOM 4.5): such a series is made anew. */
export const restores = (before: EventFields, after: EventFields): boolean =>
  Object.entries(before.exceptions).some(([date, exception]) => isDeleted(exception) && !isDeleted(after.exceptions[date]));

interface Move { readonly date: DateText; readonly from: string; readonly to: string; readonly steps: readonly Step[] }

/**
 * Deletions first, then what moves to an earlier time in ascending order, then what moves to a later one in descending order: no step passes a
 * neighbour where the result does not (OOM 4.7, as OCDS does it). What an exception takes from its series is written to it again when the series
 * changes: whether Outlook passes it on is not documented.
 */
export function occurrenceSteps(write: OccurrenceWrite): readonly Step[] {
  const { before, after, desk } = write, start = (date: DateText): { readonly at: ReturnType<typeof wireDate>; readonly date: ReturnType<typeof wireDate> } =>
    ({ at: wireDate(machineClock(nominalWhen(after.when, date), desk)), date: wireDate(`${date}T00:00:00`) });
  const deletions = Object.keys(after.exceptions).sort().filter((date) => isDeleted(after.exceptions[date]) && !isDeleted(before.exceptions[date]));
  const moves = changedDates(write).map((date) => moveOf(date, write)).filter(({ steps }) => steps.length > 0);
  const earlier = moves.filter(({ from, to }) => to <= from), later = moves.filter(({ from, to }) => to > from).reverse();
  return [
    ...deletions.map((date): Step => ({ do: 'deleteOccurrence', ...start(date) })),
    ...[...earlier, ...later].map(({ date, steps }): Step => ({ do: 'changeOccurrence', ...start(date), steps })),
  ];
}

const changedDates = ({ before, after, files }: OccurrenceWrite): readonly DateText[] =>
  [...new Set([...Object.keys(before.exceptions), ...Object.keys(after.exceptions), ...files.keys()])].filter((date) => !isDeleted(after.exceptions[date]) && !isDeleted(before.exceptions[date])).sort();

function moveOf(date: DateText, { before, after, chosen, desk, rowSteps, files }: OccurrenceWrite): Move {
  const [was, wanted] = [before.exceptions[date], after.exceptions[date]];
  const own = wanted && 'changes' in wanted ? occurrenceOf(after, date, wanted.changes) : plainOccurrence(after, date);
  const shown = occurrenceOf(after, date, was && 'changes' in was ? was.changes : {});
  const names = OCCURRENCE_FIELDS.filter((name) => name !== 'when' && (!equal(own[name], shown[name]) || (was !== undefined && chosen.has(name))));
  const time = sameWhen(own.when, shown.when) ? [] : timeSteps(own.when, { shown: shown.when, series: after.when, desk });
  return { date, from: instantOf(shown.when, desk), to: instantOf(own.when, desk), steps: [...time, ...rowSteps(own, names), ...files.get(date) ?? []] };
}

/** The zone of an occurrence is its series'; one whose series is all-day, and every all-day one, is told on the machine's clock. */
function timeSteps(when: When, { shown, series, desk }: { readonly shown: When; readonly series: When; readonly desk: OutlookDesk }): readonly Step[] {
  const set = (name: string, time: string): Step => ({ do: 'set', name, to: wireDate(time) });
  if (when.allDay) return [set('Start', `${when.start}T00:00:00`), set('End', `${when.end}T00:00:00`), { do: 'set', name: 'AllDayEvent', to: true }];
  const timed: readonly Step[] = shown.allDay ? [{ do: 'set', name: 'AllDayEvent', to: false }] : [];
  if (series.allDay) return [...timed, set('Start', inZone(when.start, machineZone(desk)).local), set('End', inZone(when.end, machineZone(desk)).local)];
  return [...timed, set('StartInStartTimeZone', inZone(when.start, series.start.zone).local), set('EndInEndTimeZone', inZone(when.end, series.start.zone).local)];
}

function machineClock(when: When, desk: OutlookDesk): string {
  return when.allDay ? `${when.start}T00:00:00` : inZone(when.start, machineZone(desk)).local;
}

const instantOf = (when: When, desk: OutlookDesk): string =>
  inZone(when.allDay ? { local: `${when.start}T00:00:00`, zone: machineZone(desk) } : when.start, 'UTC').local;
