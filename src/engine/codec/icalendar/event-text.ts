// The codec of events as iCalendar text: reads the mapped properties, and writes them over the server's own text.
import { unescapeText } from '../content-lines/text.js';
import { equal } from '../../model/canonical.js';
import type { EventFields } from '../../model/event.js';
import { uid } from '../../model/ids.js';
import { named } from '../named-errors.js';
import { narrowFields, readFields } from '../table.js';
import type { ParsedText, TextCodec, TextToFormat } from '../text-codec.js';
import { paramValues } from '../content-lines/lines.js';
import { property, removeProperty, setProperty, textOf, valueOf } from './components.js';
import { newObjectText, parseObject, unreadable } from './event-object.js';
import type { EventObject } from './event-object.js';
import { DEPENDENTS, EVENT_ROWS } from './event-rows.js';
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
  /** The server invites attendees by itself (RFC 6638): texts must forbid it (rules.md 26). */
  readonly schedules: boolean;
}

const HOLDS_ALL: EventTextRules = { keepsUrl: true, utcTimes: true, floatingTimes: true, schedules: false };

export const eventTextFor = (rules: EventTextRules): TextCodec<'event'> => ({
  kind: 'event', contentType: 'text/calendar; charset=utf-8', extension: '.ics',
  parse: (text) => parse(text, rules), format: (input) => format(input, rules), narrow: (fields) => narrow(fields, rules),
});

/** For a server that holds all there is. */
export const eventText = eventTextFor(HOLDS_ALL);

type Field = keyof EventFields;

/** A change of one of these is a new revision for calendar clients (RFC 5546 section 2.1.4). */
const RAISES_SEQUENCE: ReadonlySet<Field> = new Set<Field>(['when', 'rule', 'location']);

function parse(text: string, rules: EventTextRules): ParsedText<'event'> {
  const object = parseObject(text);
  const id = unescapeText(valueOf(object.event, 'UID'));
  if (id === '') unreadable('uid', 'no-uid', valueOf(object.event, 'SUMMARY'));
  const fields = named(unescapeText(valueOf(object.event, 'SUMMARY')), () => readFields(EVENT_ROWS, object));
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(valueOf(object.event, 'LAST-MODIFIED')) ?? [];
  return { uid: uid(id), fields: known(fields, rules), ...(y === undefined ? {} : { modified: `${y}-${mo}-${d}T${h}:${mi}:${s}Z` }) };
}

/**
 * Fields that already say what is wanted are not rewritten, so that their lines, forms and dependents stay. METHOD goes from every
 * text that is to be sent: Mail2000 answers it with 415 (M7) and RFC 4791 section 4.1 forbids it.
 */
function format({ item: { uid: id, fields: wanted }, chosen, over, now }: TextToFormat<'event'>, rules: EventTextRules): string {
  if (chosen.size === 0 && over !== undefined) return over;
  const fields = known(wanted, rules);
  const object = parseObject(over ?? newObjectText(id), { now, last: lastTime(fields) });
  if (over !== undefined && rules.schedules) assertOurs(object);
  removeProperty(object.calendar, 'METHOD');
  const changed = over === undefined ? writeAll(object, fields) : writeChanged(object, fields, { chosen, rules });
  if (rules.schedules) forbidInviting(object);
  if (changed.size > 0) stamp(object, changed, over === undefined);
  return textOf(object.text);
}

const known = (fields: EventFields, { keepsUrl }: EventTextRules): EventFields => (keepsUrl ? fields : { ...fields, url: '' });

/** Whether the start has a form that the server refuses: with what it says it is written anew by any change of its event. */
function takesNoZone({ event }: EventObject, { utcTimes, floatingTimes }: EventTextRules): boolean {
  const line = property(event, 'DTSTART');
  if (!line || !/T\d{6}Z?$/i.test(line.value.trim()) || paramValues(line, 'TZID').length > 0) return false;
  return /Z$/i.test(line.value.trim()) ? !utcTimes : !floatingTimes;
}

/** The last wall clock that the zones must be defined for; null for a series without a date for its end. */
function lastTime({ when, rule }: EventFields): string | null {
  if (rule === null) return when.allDay ? when.end : when.end.local;
  return rule.end.kind === 'until' ? rule.end.until : null;
}

function writeAll(object: EventObject, fields: EventFields): ReadonlySet<Field> {
  for (const name of Object.keys(EVENT_ROWS) as Field[]) write(object, fields, name);
  return new Set(Object.keys(EVENT_ROWS) as Field[]);
}

function writeChanged(object: EventObject, fields: EventFields, { chosen, rules }: { readonly chosen: ReadonlySet<Field>; readonly rules: EventTextRules }): ReadonlySet<Field> {
  const changed = new Set<Field>();
  // UNTIL is in UTC or a date by what `when` is: with a new start the same rule has another text.
  const untilMoves = (name: Field): boolean => name === 'rule' && changed.has('when') && fields.rule?.end.kind === 'until';
  const names = chosen.has('when') ? new Set([...chosen, 'rule' as const]) : chosen;
  for (const name of Object.keys(EVENT_ROWS) as Field[]) {
    if (!names.has(name) || (name === 'url' && !rules.keepsUrl) || (says(object, fields, name) && !untilMoves(name))) continue;
    write(object, fields, name);
    changed.add(name);
    for (const dependent of DEPENDENTS[name]) removeProperty(object.event, dependent);
  }
  if (changed.size > 0 && !changed.has('when') && takesNoZone(object, rules)) EVENT_ROWS.when.write(object, narrowWhen(EVENT_ROWS.when.read(object)));
  return changed;
}

/** Whether the text says it already, under this side's narrow. @throws M2KError Unreadable when the text's own value is not held. */
function says(object: EventObject, fields: EventFields, name: Field): boolean {
  if (name === 'when') EVENT_ROWS.rule.read(object);
  const held = { ...fields, when: EVENT_ROWS.when.read(object), [name]: EVENT_ROWS[name].read(object) };
  return equal(narrow(held, HOLDS_ALL)[name], narrow({ ...fields, ...(name === 'rule' ? { when: held.when } : {}) }, HOLDS_ALL)[name]);
}

function write(object: EventObject, fields: EventFields, name: Field): void {
  const row = EVENT_ROWS[name] as { write(to: EventObject, value: unknown): void };
  row.write(object, narrow(fields, HOLDS_ALL)[name]);
}

function stamp(object: EventObject, changed: ReadonlySet<Field>, isNew: boolean): void {
  const { event } = object;
  const instant = `${basic(object.use.now.slice(0, 19))}Z`;
  setProperty(event, 'DTSTAMP', [{ value: instant }]);
  if (isNew) setProperty(event, 'CREATED', [{ value: instant }]);
  setProperty(event, 'LAST-MODIFIED', [{ value: instant }]);
  const sequence = Number.parseInt(valueOf(event, 'SEQUENCE') || '0', 10) || 0;
  if (isNew) setProperty(event, 'SEQUENCE', [{ value: '0' }]);
  else if ([...changed].some((name) => RAISES_SEQUENCE.has(name))) setProperty(event, 'SEQUENCE', [{ value: String(sequence + 1) }]);
}

/** `until` depends on the zone of `when`, so that the rule is narrowed beside it. */
function narrow(fields: EventFields, rules: EventTextRules): EventFields {
  const { rule, ...rest } = narrowFields(EVENT_ROWS, known(fields, rules));
  return { ...rest, rule: rule && { ...rule, end: narrowEnd(rule.end, rest.when) } };
}
