// An appointment that behaves as the object model does (OOM 3.1-3.3, 4.1-4.8): steps go in, an ItemRecord comes out. No COM, no store.
import { datesOf, extent } from '../../src/engine/codec/outlook/recurrence-dates.js';
import type { Pattern, PatternType } from '../../src/engine/codec/outlook/recurrence.js';
import { zoneOfWindowsId } from '../../src/engine/codec/zones/zone-names.js';
import { before, inZone, later, secondsBetween } from '../../src/engine/codec/zones/zoned-time.js';
import { equal } from '../../src/engine/model/canonical.js';
import { isWireDate, wireDate } from '../../src/ps-host/wire-value.js';
import type { AttachmentRecord, ExceptionRecord, ItemRecord, RecipientRecord } from '../../src/ps-host/item-record.js';
import type { OccurrenceStep, Step } from '../../src/ps-host/protocol.js';
import type { WireValue } from '../../src/ps-host/wire-value.js';
import type { Moment } from '../../src/engine/model/time.js';
import { attachmentsAfter, holds } from './attached-files.js';

export interface RecordOptions {
  readonly zone: string;
  /** What PatternEndDate reads after a date was set that is none of the series: the reference leaves it open. */
  readonly endDate: 'as set' | 'last occurrence';
  /** Whose mailbox it is. */
  readonly owner?: string;
}

interface State {
  readonly plain: Record<string, WireValue>;
  /** Wall clock and Windows id. */
  start: Moment;
  end: Moment;
  pattern: Record<string, WireValue> | null;
  readonly user: Record<string, WireValue>;
  recipients: readonly RecipientRecord[];
  attachments: readonly AttachmentRecord[];
  /** Sent representing: name and address. */
  organizer: { name: string; address: string } | null;
  /** ClearRecurrencePattern takes effect with the save (OOM 4.8). */
  cleared: boolean;
  saved: boolean;
  exceptions: Map<string, Occurrence>;
}

/** By the date of the original occurrence in the zone of the series: null is a deleted one; what is missing follows the series. */
type Occurrence = {
  readonly plain: Record<string, WireValue>;
  readonly start: Moment;
  readonly end: Moment;
  /** null: those of the series. */
  readonly attachments: readonly AttachmentRecord[] | null;
} | null;

export function applySteps(current: ItemRecord | null, steps: readonly Step[], options: RecordOptions): ItemRecord {
  const state = stateOf(current, options);
  for (const step of steps) {
    if (step.do === 'save') Object.assign(state, { cleared: false, saved: true });
    else if (step.do === 'clearPattern') Object.assign(state, { pattern: null, cleared: true, exceptions: new Map() });
    else if (step.do === 'deleteOccurrence' || step.do === 'changeOccurrence') changeOccurrence(state, step, options);
    else if (step.do === 'zone') setZone(state, step.name === 'StartTimeZone' ? 'start' : 'end', step.to);
    else if (step.do === 'pattern') setPattern(state, step.set);
    else if (step.do === 'set') setMember(state, step, options);
    else if (step.do === 'user') state.user[step.name] = step.to;
    else if (step.do === 'recipients') setRecipients(state, step.to);
    else if (step.do === 'property') setProperty(state, step);
    else if (step.do === 'attach' || step.do === 'detach') state.attachments = attachmentsAfter(state.attachments, step);
    else throw new Error(`not a step of an appointment: ${step.do}`);
  }
  return recordOf(state, options);
}

const iana = (windows: string): string => {
  const zone = zoneOfWindowsId(windows);
  if (zone === null) throw new Error(`0x80020009: no such zone: ${windows}`);
  return zone;
};
const toWindows = (moment: Moment, from: string, to: string): Moment => ({ local: inZone({ local: moment.local, zone: iana(from) }, iana(to)).local, zone: to });
const instant = ({ local, zone }: Moment): Moment => ({ local, zone: iana(zone) });

function stateOf(current: ItemRecord | null, { zone }: RecordOptions): State {
  const fresh = { local: '2026-01-05T09:00:00', zone };
  if (current === null) {
    const plain = { MeetingStatus: 0, ResponseStatus: 0, Importance: 1, Subject: '', Location: '', Body: '', Sensitivity: 0, ReminderSet: true, ReminderMinutesBeforeStart: 15, Categories: null, BusyStatus: 2, AllDayEvent: false };
    return {
      plain, start: fresh, end: { ...fresh, local: '2026-01-05T09:30:00' }, pattern: null, user: {}, recipients: [], attachments: [], organizer: null, cleared: false, saved: false, exceptions: new Map(),
    };
  }
  const at = (name: string, zoneName: string): Moment => ({ local: (current.plain[name] as { date: string }).date, zone: current.zones?.[zoneName] ?? zone });
  const pattern = current.pattern ? { ...current.pattern } : null;
  if (pattern && pattern['NoEndDate'] === true) for (const name of ['Occurrences', 'PatternEndDate']) delete pattern[name];
  const start = at('StartInStartTimeZone', 'StartTimeZone');
  return {
    plain: { ...current.plain }, start, end: at('EndInEndTimeZone', 'EndTimeZone'), pattern, cleared: false, saved: true,
    user: { ...current.user }, recipients: current.people?.recipients ?? [], attachments: current.attachments ?? [], organizer: organizerIn(current),
    exceptions: new Map((current.exceptions ?? []).map((one) => one.deleted ? [one.original.date.slice(0, 10), null] : [toWindows({ local: one.original.date, zone }, zone, start.zone).local.slice(0, 10), occurrenceOf(one, current)])),
  };
}

function occurrenceOf({ plain, zones, attachments = [] }: ExceptionRecord & { deleted: false }, master: ItemRecord): Occurrence {
  const at = (name: string, zone: string): Moment => ({ local: (plain[name] as { date: string }).date, zone: zones[zone] ?? '' });
  const own = Object.entries(plain).filter(([name, value]) => !isWireDate(value) && name !== 'IsRecurring' && value !== master.plain[name]);
  return { plain: Object.fromEntries(own), start: at('StartInStartTimeZone', 'StartTimeZone'), end: at('EndInEndTimeZone', 'EndTimeZone'), attachments: equal(attachments, master.attachments ?? []) ? null : attachments };
}

const nominal = (state: State, date: string): { readonly start: Moment; readonly end: Moment } => {
  const seconds = secondsBetween(instant(state.start), instant(state.end)), start = { local: `${date}${state.start.local.slice(10)}`, zone: state.start.zone };
  return { start, end: toWindows({ local: later(instant(start), { seconds }).local, zone: start.zone }, start.zone, state.end.zone) };
};

/** GetOccurrence wants a saved series and the exact start; no deleted one comes back; none passes its neighbour or begins on its day (OOM 4.6, 4.7). */
function changeOccurrence(state: State, step: OccurrenceStep, options: RecordOptions): void {
  const shape = state.pattern && patternOf(state.pattern), date = step.date.date.slice(0, 10);
  if (!shape || !state.saved || state.cleared) throw new Error('GetOccurrence of an item that is not saved as a series');
  const { start, end } = nominal(state, date);
  if (toWindows(start, start.zone, options.zone).local !== step.at.date) throw new Error(`0x80004005: no occurrence at ${step.at.date}`);
  const old = state.exceptions.get(date);
  if (old === null) {
    if (step.do === 'changeOccurrence') throw new Error('a deleted occurrence does not come back');
    return;
  }
  if (step.do === 'deleteOccurrence') return void state.exceptions.set(date, null);
  const own: State = { plain: { ...state.plain, ...old?.plain }, start: old?.start ?? start, end: old?.end ?? end, pattern: null, user: {}, recipients: [], attachments: old?.attachments ?? state.attachments, organizer: null, cleared: false, saved: true, exceptions: new Map() };
  for (const one of step.steps) {
    if (one.do === 'set') setMember(own, one, options);
    // What an occurrence has of its series may have gone with it, or given way to another of its name: not there is success.
    else if (one.do === 'attach' || (one.do === 'detach' && holds(own.attachments, one))) own.attachments = attachmentsAfter(own.attachments, one);
  }
  const plain = Object.fromEntries(Object.entries(own.plain).filter(([name, value]) => value !== state.plain[name]));
  state.exceptions.set(date, { plain, start: own.start, end: own.end, attachments: equal(own.attachments, old?.attachments ?? state.attachments) ? old?.attachments ?? null : own.attachments });
  let before = '';
  for (const day of datesOf(shape, state.start.local.slice(0, 10))) {
    const exception = state.exceptions.get(day);
    if (exception === null) continue;
    const at = exception ? toWindows(exception.start, exception.start.zone, state.start.zone).local.slice(0, 10) : day;
    if (at <= before) throw new Error('0x80004005: Cannot save this item.');
    if (day > date) return;
    before = at;
  }
}

const organizerIn = ({ people }: ItemRecord): State['organizer'] => (people?.organizer ? { name: people.organizer.name, address: people.organizer.address ?? '' } : null);

/** Names are what was given before the address; who stays keeps the answer. An item has to be a meeting first (OOM 3.4). */
function setRecipients(state: State, to: readonly { readonly add: string; readonly address: string; readonly type: number }[]): void {
  if (state.plain['MeetingStatus'] === 0) throw new Error('recipients of an appointment that is no meeting');
  state.recipients = to.map(({ add, address, type }) => ({
    name: add.replace(/ <[^>]*>$/, ''), address, type, response: state.recipients.find((one) => one.address === address)?.response ?? 0,
  }));
}

function setProperty(state: State, { schema, to }: { readonly schema: string; readonly to: Extract<Step, { readonly do: 'property' }>['to'] }): void {
  const organizer = state.organizer ?? { name: '', address: '' };
  if (schema.endsWith('0x0042001F')) state.organizer = { ...organizer, name: String(to) };
  if (schema.endsWith('0x0065001F')) state.organizer = { ...organizer, address: String(to) };
}

function setMember(state: State, { name, to }: { readonly name: string; readonly to: WireValue }, { zone }: RecordOptions): void {
  const side = /^Start/.test(name) ? 'start' : /^End/.test(name) ? 'end' : null;
  if (name === 'AllDayEvent') state.plain[name] = to === true && isMidnight(state, zone);
  else if (side === null || !isWireDate(to)) state.plain[name] = name === 'Body' ? `${String(to)}\r\n` : to;
  else {
    if (name === 'Start' || name === 'End') setTime(state, side, toWindows({ local: to.date, zone }, zone, state[side].zone));
    else setTime(state, side, { local: to.date, zone: state[side].zone });
    if (!isMidnight(state, zone)) state.plain['AllDayEvent'] = false;
  }
}

const isMidnight = (state: State, zone: string): boolean =>
  [state.start, state.end].every((moment) => toWindows(moment, moment.zone, zone).local.endsWith('T00:00:00'));

/** A new start keeps the duration; an end before the start is refused. */
function setTime(state: State, side: 'start' | 'end', moment: Moment): void {
  if (state.pattern !== null || state.cleared) throw new Error('0xAF620009: the start of a recurring master');
  if (side === 'end') {
    if (before(instant(moment), instant(state.start))) throw new Error('0x80020009: the end is before the start');
    state.end = moment;
    return;
  }
  const seconds = (Date.parse(`${inZone(instant(state.end), 'UTC').local}Z`) - Date.parse(`${inZone(instant(state.start), 'UTC').local}Z`)) / 1000;
  state.start = moment;
  state.end = toWindows({ local: later(instant(moment), { seconds }).local, zone: moment.zone }, moment.zone, state.end.zone);
}

/** An organiser's item keeps its wall clock; the end is moved where it would come before the start. */
function setZone(state: State, side: 'start' | 'end', zone: string): void {
  if (state.pattern !== null || state.cleared) throw new Error('0xAF620009: the zone of a recurring master');
  state[side] = { local: state[side].local, zone };
  iana(zone);
  if (before(instant(state.end), instant(state.start))) state.end = toWindows(state.start, state.start.zone, state.end.zone);
}

function setPattern(state: State, set: readonly { readonly name: string; readonly to: WireValue }[]): void {
  const pattern: Record<string, WireValue> = state.pattern ?? { NoEndDate: true };
  Object.assign(state, { saved: false, exceptions: new Map() });
  state.pattern = pattern;
  for (const { name, to } of set) {
    if (name === 'RecurrenceType') {
      for (const other of Object.keys(pattern)) delete pattern[other];
      Object.assign(pattern, { NoEndDate: true, Interval: to === 5 || to === 6 ? 12 : 1, PatternStartDate: wireDate(`${state.start.local.slice(0, 10)}T00:00:00`) });
    }
    if (name === 'Interval' && Number(pattern['RecurrenceType']) >= 5 && Number(to) % 12 !== 0) throw new Error('The recurrence pattern is not valid.');
    if (name === 'DayOfMonth' && (Number(to) < 1 || Number(to) > 31)) throw new Error('0x80020009: DayOfMonth');
    if (name === 'Occurrences' && Number(to) > 999) throw new Error('0x80020009: Occurrences');
    if (name === 'PatternEndDate' && isWireDate(to) && to.date.slice(0, 10) < state.start.local.slice(0, 10)) throw new Error('0x80020009: PatternEndDate');
    if (name === 'Occurrences' || name === 'PatternEndDate') Object.assign(pattern, { NoEndDate: false, Occurrences: null, PatternEndDate: null });
    pattern[name] = to;
  }
}

function recordOf(state: State, { zone, endDate, owner = 'xiaoming@example.com.tw' }: RecordOptions): ItemRecord {
  const shape = state.pattern && patternOf(state.pattern);
  if (shape) {
    const first = datesOf(shape, state.start.local.slice(0, 10)).next().value as string;
    if (first !== state.start.local.slice(0, 10)) throw new Error(`Outlook would move the first occurrence to ${first}`);
  }
  const date = (moment: Moment, to: string): WireValue => wireDate(toWindows(moment, moment.zone, to).local);
  return {
    id: 'E1', version: '2026-11-22T09:00:00.0000000', parent: 'F1', messageClass: 'IPM.Appointment', ...(shape ? { exceptions: exceptionsOf(state, zone) } : {}),
    plain: {
      ...state.plain, IsRecurring: state.pattern !== null,
      Start: date(state.start, zone), End: date(state.end, zone), StartInStartTimeZone: wireDate(state.start.local), EndInEndTimeZone: wireDate(state.end.local),
      StartUTC: date(state.start, 'UTC'), EndUTC: date(state.end, 'UTC'),
    },
    user: state.user, attachments: state.attachments, people: state.plain['MeetingStatus'] === 0 ? null : { organizer: state.organizer ?? { name: owner, address: owner }, recipients: state.recipients },
    zones: { StartTimeZone: state.start.zone, EndTimeZone: state.end.zone },
    pattern: state.pattern && shape ? { ...state.pattern, ...ends(state.pattern, shape, endDate, state.start.local.slice(0, 10)) } : null,
  };
}

function exceptionsOf(state: State, zone: string): readonly ExceptionRecord[] {
  const date = (moment: Moment, to: string): WireValue => wireDate(toWindows(moment, moment.zone, to).local);
  return [...state.exceptions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, own]): ExceptionRecord => {
    if (own === null) return { deleted: true, original: wireDate(`${day}T00:00:00`) };
    const { start } = nominal(state, day);
    return {
      attachments: own.attachments ?? state.attachments,
      deleted: false, original: wireDate(toWindows(start, start.zone, zone).local), zones: { StartTimeZone: own.start.zone, EndTimeZone: own.end.zone },
      plain: { ...state.plain, ...own.plain, IsRecurring: true, Start: date(own.start, zone), End: date(own.end, zone), StartInStartTimeZone: wireDate(own.start.local), EndInEndTimeZone: wireDate(own.end.local) },
    };
  });
}

function patternOf(members: Record<string, WireValue>): Pattern {
  const number = (name: string): number => Number(members[name] ?? 0);
  const type = number('RecurrenceType') as PatternType;
  return {
    type, interval: type >= 5 ? number('Interval') / 12 : number('Interval'), dayOfWeekMask: number('DayOfWeekMask'),
    dayOfMonth: number('DayOfMonth'), monthOfYear: number('MonthOfYear'), instance: number('Instance'),
  };
}

/** Both are always there and agree; without an end they mean nothing (OOM 4.3). */
function ends(members: Record<string, WireValue>, pattern: Pattern, endDate: RecordOptions['endDate'], start: string): Record<string, WireValue> {
  if (members['NoEndDate'] === true) return { Occurrences: 0, PatternEndDate: wireDate('4500-08-31T00:00:00') };
  const set = members['PatternEndDate'];
  const until = isWireDate(set) ? set.date.slice(0, 10) : null;
  const found = extent(pattern, start, until === null ? { count: Number(members['Occurrences']) } : { until });
  if (!found) throw new Error('0x80020009: more than 999 occurrences');
  return { Occurrences: found.count, PatternEndDate: wireDate(`${endDate === 'as set' && until !== null ? until : found.last}T00:00:00`) };
}
