// The codec of events as iCalendar text: reads the mapped properties, and writes them over the server's own text.
import { unescapeText } from '../content-lines/text.js';
import { equal } from '../../model/canonical.js';
import type { EventFields } from '../../model/event.js';
import { uid } from '../../model/ids.js';
import { NO_EXCEPTIONS } from '../../model/exception.js';
import { isSet } from '../../model/recurrence.js';
import type { Recurrence } from '../../model/recurrence.js';
import type { When } from '../../model/time.js';
import { canonicalFiles, datesOfFiles, standingFiles } from '../attachments/files.js';
import { named } from '../named-errors.js';
import { MOST_OCTETS, shelfInMemory, type Shelf } from '../shelf.js';
import type { Row as CodecRow } from '../row.js';
import { narrowed, narrowFields, readFields } from '../table.js';
import type { ParsedText, TextCodec, TextToFormat } from '../text-codec.js';
import { paramValues } from '../content-lines/lines.js';
import { managedFiles } from './attachments.js';
import { childrenOf, property, removeProperty, setProperty, textOf, valueOf } from './components.js';
import type { Component } from './components.js';
import { newObjectText, parseObject, unreadable } from './event-object.js';
import type { EventObject } from './event-object.js';
import { DEPENDENTS, EVENT_ROWS } from './event-rows.js';
import type { SeriesFields } from './event-rows.js';
import { filesOfOverrides, narrowExceptions, readExceptions } from './exceptions.js';
import { seriesBefore, writeExceptions } from './exceptions-write.js';
import { narrowEnd } from './rule.js';
import { assertOurs, forbidInviting } from './scheduling.js';
import { basic } from './times.js';
import { narrowWhen } from './when.js';

/** What of a server the texts for it depend on; a part of its profile. */
export interface EventTextRules {
  /** URL is kept. False: it is not the server's to say, and never taken from there (reference 1.6: present, ignored on write). */
  readonly keepsUrl: boolean;
  /** DTSTART in UTC and without a zone are taken. False: they are refused (M4) and get a zone with the next change of their event. */
  readonly utcTimes: boolean;
  readonly floatingTimes: boolean;
  /** Of one attached file; larger ones the server refuses or drops, 0: it keeps none. They stay where they are. */
  readonly attachmentOctets: number;
  /** The server invites attendees by itself (RFC 6638): texts must forbid it (rules.md 26). */
  readonly schedules: boolean;
}

export const HOLDS_ALL: EventTextRules = { keepsUrl: true, utcTimes: true, floatingTimes: true, attachmentOctets: MOST_OCTETS, schedules: false };

/** What a text is read and written by: the server's rules, and where files lie. */
interface Ways {
  readonly rules: EventTextRules;
  readonly files: Shelf;
}

export const eventTextFor = (rules: EventTextRules, files: Shelf = shelfInMemory()): TextCodec<'event'> => ({
  kind: 'event', contentType: 'text/calendar; charset=utf-8', extension: '.ics',
  parse: (text) => parse(text, { rules, files }), format: (input) => format(input, { rules, files }), narrow: (fields) => narrow(fields, rules),
});

/** For a server that holds all there is; files are this codec's alone. */
export const eventText = eventTextFor(HOLDS_ALL);

type Field = keyof EventFields;
type Row = keyof SeriesFields;
const ROWS = Object.keys(EVENT_ROWS) as Row[];

/** A change of one of these is a new revision for calendar clients (RFC 5546 section 2.1.4). */
const RAISES_SEQUENCE: ReadonlySet<Field> = new Set<Field>(['when', 'rule', 'exceptions', 'location']);

function parse(text: string, { rules, files }: Ways): ParsedText<'event'> {
  const object = parseObject(text, { now: '', last: null, files, mostOctets: rules.attachmentOctets });
  const id = unescapeText(valueOf(object.event, 'UID'));
  if (id === '') unreadable('uid', 'no-uid', valueOf(object.event, 'SUMMARY'));
  const fields = named(unescapeText(valueOf(object.event, 'SUMMARY')), () => readAll(object));
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(valueOf(object.event, 'LAST-MODIFIED')) ?? [];
  const unkept = managedFiles(object.event);
  return { uid: uid(id), fields: known(fields, rules), ...(unkept.length === 0 ? {} : { unkept }), ...(y === undefined ? {} : { modified: `${y}-${mo}-${d}T${h}:${mi}:${s}Z` }) };
}

function readAll(object: EventObject): EventFields {
  const series = readFields(EVENT_ROWS, object);
  const exceptions = readExceptions(object, series), own = filesOfOverrides(object, series);
  return { ...series, exceptions, ...(own.length === 0 ? {} : { attachments: standingFiles(canonicalFiles([...series.attachments, ...own]), { ...series, exceptions }) }) };
}

/**
 * Fields that already say what is wanted are not rewritten, so that their lines, forms and dependents stay. METHOD goes from every
 * text that is to be sent: Mail2000 answers it with 415 (M7) and RFC 4791 section 4.1 forbids it.
 */
function format({ item: { uid: id, fields: wanted }, chosen, over, now }: TextToFormat<'event'>, { rules, files }: Ways): string {
  if (chosen.size === 0 && over !== undefined) return over;
  const fields = known(wanted, rules);
  const object = parseObject(over ?? newObjectText(id), { now, last: lastTime(fields), files, mostOctets: rules.attachmentOctets });
  if (over !== undefined && rules.schedules) assertOurs(object);
  removeProperty(object.calendar, 'METHOD');
  const changed = over === undefined ? writeAll(object, fields) : writeChanged(object, fields, { chosen, rules });
  if (rules.schedules) forbidInviting(object);
  if (changed.size > 0) stamp(object, changed, over === undefined);
  return textOf(object.text);
}

/** What the server can be told and asked at all. */
const known = (fields: EventFields, { keepsUrl, attachmentOctets }: EventTextRules): EventFields =>
  ({ ...fields, ...(keepsUrl ? {} : { url: '' }), attachments: fields.attachments.filter(({ octets }) => octets <= attachmentOctets) });

/** Whether the start has a form that the server refuses: with what it says it is written anew by any change of its event. */
function takesNoZone({ event }: EventObject, { utcTimes, floatingTimes }: EventTextRules): boolean {
  const line = property(event, 'DTSTART');
  if (!line || !/T\d{6}Z?$/i.test(line.value.trim()) || paramValues(line, 'TZID').length > 0) return false;
  return /Z$/i.test(line.value.trim()) ? !utcTimes : !floatingTimes;
}

/** The last wall clock that the zones must be defined for; null for a series without a date for its end. */
function lastTime({ when, rule, exceptions }: EventFields): string | null {
  const ends = (of: When): string => (of.allDay ? of.end : of.end.local);
  if (rule === null) return ends(when);
  if (rule.end.kind !== 'until') return null;
  return [rule.end.until, ...Object.values(exceptions).flatMap((one) => ('changes' in one && one.changes.when ? [ends(one.changes.when)] : []))].sort().at(-1) ?? null;
}

/** Into an object without a property of the event: what it then says is read only where occurrences go by it. */
function writeAll(object: EventObject, fields: EventFields): ReadonlySet<Field> {
  for (const name of ROWS) write(object, fields, name);
  const { exceptions, attachments } = narrowAll(fields);
  if (Object.keys(exceptions).length > 0 || datesOfFiles(attachments).length > 0) {
    const series = readFields(EVENT_ROWS, object);
    writeExceptions(object, seriesBefore(object, series, NO_EXCEPTIONS), { wanted: exceptions, files: attachments, after: series });
  }
  return new Set<Field>([...ROWS, 'exceptions']);
}

function writeChanged(object: EventObject, fields: EventFields, { chosen, rules }: { readonly chosen: ReadonlySet<Field>; readonly rules: EventTextRules }): ReadonlySet<Field> {
  const changed = new Set<Field>();
  const old = readAll(object), before = seriesBefore(object, old, old.exceptions);
  // UNTIL is in UTC or a date by what `when` is: with a new start the same rule has another text.
  const untilMoves = (name: Field): boolean => name === 'rule' && changed.has('when') && fields.rule?.end.kind === 'until';
  const names = chosen.has('when') ? new Set([...chosen, 'rule' as const]) : chosen;
  for (const name of ROWS) {
    if (!names.has(name) || (name === 'url' && !rules.keepsUrl) || (says(object, fields, name) && !untilMoves(name))) continue;
    write(object, fields, name);
    changed.add(name);
    for (const dependent of DEPENDENTS[name]) removeProperty(object.event, dependent);
  }
  if ((changed.size > 0 || chosen.has('exceptions')) && !changed.has('when') && takesNoZone(object, rules)) EVENT_ROWS.when.write(object, narrowWhen(EVENT_ROWS.when.read(object)));
  const after = readFields(EVENT_ROWS, object), ofOccurrences = (chosen.has('attachments') ? fields : old).attachments.filter(({ occurrence }) => occurrence !== undefined);
  const { exceptions: wanted, attachments: files } = narrowAll({ ...after, exceptions: chosen.has('exceptions') ? fields.exceptions : old.exceptions, attachments: [...after.attachments, ...ofOccurrences] });
  const was = narrowAll(old), own = chosen.has('exceptions') && !equal(was.exceptions, wanted), filed = chosen.has('attachments') && !equal(was.attachments, files);
  if (own || filed || (changed.size > 0 && hasExceptions(object))) {
    const written = writeExceptions(object, before, { wanted, files, after });
    if (own) changed.add('exceptions');
    if (filed) changed.add('attachments');
    for (const component of written) stampOverride(component, object.use.now);
  }
  return changed;
}

const hasExceptions = ({ event, overrides }: EventObject): boolean => overrides.length > 0 || property(event, 'EXDATE') !== undefined;

/** Whether the text says it already, under this side's narrow. @throws M2KError Unreadable when the text's own value is not held. */
function says(object: EventObject, fields: EventFields, name: Row): boolean {
  if (name === 'when') EVENT_ROWS.rule.read(object);
  const held = { ...fields, when: EVENT_ROWS.when.read(object), [name]: EVENT_ROWS[name].read(object) };
  return equal(narrowOne(held, name), narrowOne(name === 'rule' ? { ...fields, when: held.when } : fields, name));
}

function write(object: EventObject, fields: EventFields, name: Row): void {
  const row = EVENT_ROWS[name] as { write(to: EventObject, value: unknown): void };
  row.write(object, narrowOne(fields, name));
}

const utc = (now: string): string => `${basic(now.slice(0, 19))}Z`;

/** One number for all VEVENTs of the object, above every one of them (RFC 5546 section 2.1.4, peers 1.3 row 32). */
function raiseSequence({ event, overrides, calendar }: EventObject): void {
  const numberOf = (component: Component): number => Number.parseInt(valueOf(component, 'SEQUENCE') || '0', 10) || 0;
  const events = childrenOf(calendar, 'VEVENT').filter((component) => component === event || valueOf(component, 'UID') === valueOf(event, 'UID'));
  const next = Math.max(...[event, ...overrides].map(numberOf)) + 1;
  for (const component of events) setProperty(component, 'SEQUENCE', [{ value: String(next) }]);
}

function stamp(object: EventObject, changed: ReadonlySet<Field>, isNew: boolean): void {
  const { event } = object;
  const instant = utc(object.use.now);
  setProperty(event, 'DTSTAMP', [{ value: instant }]);
  if (isNew) setProperty(event, 'CREATED', [{ value: instant }]);
  setProperty(event, 'LAST-MODIFIED', [{ value: instant }]);
  if (isNew) setProperty(event, 'SEQUENCE', [{ value: '0' }]);
  else if ([...changed].some((name) => RAISES_SEQUENCE.has(name))) raiseSequence(object);
}

function stampOverride(component: Component, now: string): void {
  for (const name of ['DTSTAMP', 'LAST-MODIFIED']) setProperty(component, name, [{ value: utc(now) }]);
}

const narrowOne = (fields: SeriesFields, name: Row): unknown =>
  (name === 'rule' ? narrowRule(fields.rule, narrowWhen(fields.when)) : narrowed(EVENT_ROWS[name] as CodecRow<EventObject, unknown>, fields[name]));

/** `until` depends on the zone of `when`, given as narrowed. */
const narrowRule = (rule: Recurrence | null, when: When): Recurrence | null =>
  (rule === null || isSet(rule) ? rule : { ...rule, end: narrowEnd(rule.end, when) });

const narrowAll = (fields: EventFields): EventFields => narrow(fields, { ...HOLDS_ALL, attachmentOctets: Number.POSITIVE_INFINITY });

function narrow(fields: EventFields, rules: EventTextRules): EventFields {
  const { exceptions, ...own } = known(fields, rules), held = narrowFields(EVENT_ROWS, own);
  const series = { ...held, rule: narrowRule(held.rule, held.when) }, kept = narrowExceptions(series, exceptions);
  return { ...series, exceptions: kept, attachments: standingFiles(canonicalFiles(own.attachments), { ...series, exceptions: kept }) };
}
