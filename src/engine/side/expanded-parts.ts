// A series as the single appointments that Outlook is given of it (rules.md 11): their names and marks, which of its dates they are for, and what they
// say together. Pure.
import { detachedFields } from '../codec/icalendar/detached.js';
import type { OutlookCodec } from '../codec/outlook/outlook-codec.js';
import { M2KError } from '../errors.js';
import { equal } from '../model/canonical.js';
import type { EventFields } from '../model/event.js';
import { isDeleted, NO_EXCEPTIONS, OCCURRENCE_FIELDS } from '../model/exception.js';
import type { Exception } from '../model/exception.js';
import { fieldSpecs } from '../model/field-specs.js';
import { itemId, uid, UNKNOWN_VERSION, version } from '../model/ids.js';
import type { ItemId, Uid, Version } from '../model/ids.js';
import { clockOf, datesAmong, ruleDates } from '../model/occurrences.js';
import type { DateText } from '../model/time.js';
import type { Found, Mark, Ref } from './side.js';

type Field = keyof EventFields;
export const EVENT_FIELDS = Object.keys(fieldSpecs('event')) as readonly Field[];

const PART = 'expanded:';
const GROUP = 'expanded ';

export const partOf = (date: DateText): string => `${PART}${date}`;
export const copyUid = (series: Uid, date: DateText): Uid => uid(`${series}-${date.replace(/-/g, '')}`);

/** A table cuts texts at 255 characters (OOM 2.4), and a copy whose mark is cut would be taken for the user's own: 120 are for the rest of the mark. */
const MOST_OF_UID = 135;
export const isLong = (series: Uid): boolean => encodeURIComponent(series.toWellFormed()).length > MOST_OF_UID;

/** Which occurrence of which series an item is the copy of, by its mark alone; null for every other item. */
export function copyOf(mark: Mark | undefined): { readonly series: Uid; readonly date: DateText } | null {
  if (mark?.part?.startsWith(PART) !== true) return null;
  const date = mark.part.slice(PART.length), end = `-${date.replace(/-/g, '')}`;
  return mark.uid.endsWith(end) ? { series: uid(mark.uid.slice(0, -end.length)), date } : null;
}

/** All copies of a series are one item; no EntryID has a blank. */
export const groupId = (series: Uid): ItemId => itemId(`${GROUP}${series}`);
export const isGroup = (id: ItemId): boolean => id.startsWith(GROUP);
/** Its token is one for all desks: whoever made them, the copies of a series in a folder are one item. */
export const groupMark = (series: Uid, { link }: Pick<Mark, 'link'>): Mark => ({ uid: series, token: groupId(series), link });
export const seriesOfGroup = (id: ItemId): Uid => uid(id.slice(GROUP.length));

export interface Copy<At extends Ref = Ref> {
  readonly date: DateText;
  readonly at: At;
}

/** Changes when any copy does, when one comes or goes, and on the first of a month. */
export function groupVersion(copies: readonly Copy[], now: number): Version {
  if (copies.some(({ at }) => at.version === UNKNOWN_VERSION)) return UNKNOWN_VERSION;
  return version(`${GROUP}${JSON.stringify([monthOf(now, 0), ...copies.map(({ at }) => [at.id, at.version]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1))])}`);
}

/** The copies that a version names. */
export function copiesIn(known: Version): readonly Ref[] {
  if (!known.startsWith(GROUP)) return [];
  const [, ...copies] = JSON.parse(known.slice(GROUP.length)) as readonly [string, ...(readonly [ItemId, Version])[]];
  return copies.map(([id, at]) => ({ id, version: at }));
}

/** Copies are made of a quarter of a year behind and of at least a year and two months ahead; what is older stays. */
const MONTHS_BEHIND = 3;
const MONTHS_AHEAD = 15;
/** Every workday is 391. A series of more is not shown so: each copy takes Outlook a third of a second (docs/windows.md). */
const MOST_COPIES = 400;

const monthOf = (now: number, ahead: number): DateText => {
  const date = new Date(now);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1)).toISOString().slice(0, 10);
};

/**
 * The dates that there are to be copies of; at least one while the series has any, so that there is something to be seen of it.
 * @throws M2KError Refused: none, or too many.
 */
export function wantedDates({ rule, when, exceptions }: EventFields, now: number): readonly DateText[] {
  if (rule === null) throw new Error('a single event is not expanded');
  const [from, to] = [monthOf(now, -MONTHS_BEHIND), monthOf(now, MONTHS_AHEAD)], found: DateText[] = [];
  let before: DateText | undefined;
  for (const date of ruleDates(rule, when)) {
    if (isDeleted(exceptions[date])) continue;
    if (date >= to && (found.length > 0 || before !== undefined)) break;
    if (date < from) before = date;
    else found.push(date);
    if (found.length > MOST_COPIES) throw new M2KError('Refused', { field: 'rule', reason: 'too-many-occurrences' });
    if (date >= to) break;
  }
  if (found.length > 0) return found;
  if (before === undefined) throw new M2KError('Refused', { field: 'rule', reason: 'no-occurrence' });
  return [before];
}

export const copyFields = (series: EventFields, date: DateText): EventFields => detachedFields(series, date, series.exceptions[date] ?? { changes: {} });

/** Dates of which the one says something else than the other, and not that nothing takes place. */
export const changedCopies = (wanted: EventFields, agreed: EventFields): readonly DateText[] =>
  Object.keys(wanted.exceptions).sort().filter((date) => !isDeleted(wanted.exceptions[date]) && !equal(wanted.exceptions[date], agreed.exceptions[date]));

/** Fields in which a copy is not what the series says of its date. */
export function unlike(copy: EventFields, series: EventFields, { date, codec }: { readonly date: DateText; readonly codec: OutlookCodec<'event'> }): readonly Field[] {
  const wanted = codec.narrow(copyFields(series, date));
  return EVENT_FIELDS.filter((name) => !equal(copy[name], wanted[name]));
}

/** The dates, of those given, on which the series takes place. */
export function liveDates({ rule, when, exceptions }: EventFields, dates: readonly DateText[]): ReadonlySet<DateText> {
  const occurs = datesAmong(dates, { rule, when });
  return new Set([...occurs].filter((date) => !isDeleted(exceptions[date])));
}

export interface Composing {
  /** What both sides agreed on; undefined where nobody here knows the series. */
  readonly series: EventFields | undefined;
  readonly codec: OutlookCodec<'event'>;
  readonly now: number;
}

type Shown = Pick<Found<'event'>, 'fields' | 'due'>;

/**
 * What the copies say together. As agreed: the series as this side shows it. What a copy says otherwise is an exception, a copy that is gone is a deleted
 * occurrence. Dates that came into view since the last run are no edit but due: the rule then ends with the last copy.
 */
export function composed(copies: readonly Copy<Found<'event'>>[], { series, codec, now }: Composing): Shown {
  const sorted = [...copies].sort((a, b) => (a.date < b.date ? -1 : 1)), first = sorted[0], last = sorted.at(-1);
  if (first === undefined || last === undefined) throw new Error('a series of no copies');
  if (series === undefined || series.rule === null || codec.holds?.(series) !== false) {
    const { fields } = first.at, until = `${last.date}${clockOf(fields.when)}`;
    const unknown: EventFields = { ...fields, rule: sorted.length === 1 ? null : { freq: 'set', rules: [], more: sorted.map(({ date }) => date), except: [], later: [], end: { kind: 'until', until } }, exceptions: NO_EXCEPTIONS };
    // Of one copy alone nothing tells a series: it may have been taken out of another folder. One item is to take their place: nothing that they say is an edit of it.
    return { fields: unknown, ...(series === undefined ? {} : { due: new Set(EVENT_FIELDS) }) };
  }
  const shown: Record<string, unknown> = { ...codec.narrow(series) }, exceptions: Record<DateText, Exception> = { ...(shown['exceptions'] as EventFields['exceptions']) };
  const live = liveDates(series, sorted.map(({ date }) => date)), there = new Set(sorted.map(({ date }) => date));
  for (const { date, at: { fields } } of sorted) {
    if (!live.has(date)) { exceptions[date] = { changes: { when: fields.when } }; continue; }
    const off = unlike(fields, series, { date, codec }), own = OCCURRENCE_FIELDS.filter((name) => off.includes(name)), was = series.exceptions[date];
    if (own.length > 0) exceptions[date] = { changes: { ...(was && 'changes' in was ? was.changes : {}), ...Object.fromEntries(own.map((name) => [name, fields[name]])) } };
    if (off.includes('rule')) exceptions[date] = { deleted: true };
    for (const name of off) if (name !== 'rule' && name !== 'exceptions' && !own.includes(name as never)) shown[name] = fields[name];
  }
  const missing = wantedDates(series, now).filter((date) => !there.has(date)), due = missing.some((date) => date > last.date);
  for (const date of missing) if (date < last.date) exceptions[date] = { deleted: true };
  const rule = due ? { ...series.rule, end: { kind: 'until', until: `${last.date}${clockOf(series.when)}` } as const } : shown['rule'];
  return { fields: { ...(shown as unknown as EventFields), rule: rule as EventFields['rule'], exceptions }, ...(due ? { due: new Set<Field>(['rule']) } : {}) };
}
