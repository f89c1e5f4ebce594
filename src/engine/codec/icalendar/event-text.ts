// The codec of events as iCalendar text: reads the mapped properties, and writes them over the server's own text.
import { unescapeText } from '../content-lines/text.js';
import { equal } from '../../model/canonical.js';
import type { EventFields } from '../../model/event.js';
import { uid } from '../../model/ids.js';
import { named } from '../named-errors.js';
import { narrowFields, readFields } from '../table.js';
import type { ParsedText, TextCodec, TextToFormat } from '../text-codec.js';
import { removeProperty, setProperty, textOf, valueOf } from './components.js';
import { newObjectText, parseObject, unreadable } from './event-object.js';
import type { EventObject } from './event-object.js';
import { DEPENDENTS, EVENT_ROWS } from './event-rows.js';
import { narrowEnd } from './rule.js';
import { basic } from './times.js';

export const eventText: TextCodec<'event'> = { kind: 'event', contentType: 'text/calendar; charset=utf-8', extension: '.ics', parse, format, narrow };

type Field = keyof EventFields;

/** A change of one of these is a new revision for calendar clients (RFC 5546 section 2.1.4). */
const RAISES_SEQUENCE: ReadonlySet<Field> = new Set<Field>(['when', 'rule', 'location']);

function parse(text: string): ParsedText<'event'> {
  const object = parseObject(text);
  const id = unescapeText(valueOf(object.event, 'UID'));
  if (id === '') unreadable('uid', 'no-uid', valueOf(object.event, 'SUMMARY'));
  const fields = named(unescapeText(valueOf(object.event, 'SUMMARY')), () => readFields(EVENT_ROWS, object));
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(valueOf(object.event, 'LAST-MODIFIED')) ?? [];
  return { uid: uid(id), fields, ...(y === undefined ? {} : { modified: `${y}-${mo}-${d}T${h}:${mi}:${s}Z` }) };
}

/**
 * Fields that already say what is wanted are not rewritten, so that their lines, forms and dependents stay. METHOD goes from every
 * text that is to be sent: Mail2000 answers it with 415 (M7) and RFC 4791 section 4.1 forbids it.
 */
function format({ item, chosen, over, now }: TextToFormat<'event'>): string {
  if (chosen.size === 0 && over !== undefined) return over;
  const object = parseObject(over ?? newObjectText(item.uid), { now, last: lastTime(item.fields) });
  removeProperty(object.calendar, 'METHOD');
  const changed = over === undefined ? writeAll(object, item.fields) : writeChanged(object, item.fields, chosen);
  if (changed.size > 0) stamp(object, changed, over === undefined);
  return textOf(object.text);
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

function writeChanged(object: EventObject, fields: EventFields, chosen: ReadonlySet<Field>): ReadonlySet<Field> {
  const changed = new Set<Field>();
  // UNTIL is in UTC or a date by what `when` is: with a new start the same rule has another text.
  const untilMoves = (name: Field): boolean => name === 'rule' && changed.has('when') && fields.rule?.end.kind === 'until';
  const names = chosen.has('when') ? new Set([...chosen, 'rule' as const]) : chosen;
  for (const name of Object.keys(EVENT_ROWS) as Field[]) {
    if (!names.has(name) || (says(object, fields, name) && !untilMoves(name))) continue;
    write(object, fields, name);
    changed.add(name);
    for (const dependent of DEPENDENTS[name]) removeProperty(object.event, dependent);
  }
  return changed;
}

/** Whether the text says it already, under this side's narrow. @throws M2KError Unreadable when the text's own value is not held. */
function says(object: EventObject, fields: EventFields, name: Field): boolean {
  if (name === 'when') EVENT_ROWS.rule.read(object);
  const held = { ...fields, when: EVENT_ROWS.when.read(object), [name]: EVENT_ROWS[name].read(object) };
  return equal(narrow(held)[name], narrow({ ...fields, ...(name === 'rule' ? { when: held.when } : {}) })[name]);
}

function write(object: EventObject, fields: EventFields, name: Field): void {
  const row = EVENT_ROWS[name] as { write(to: EventObject, value: unknown): void };
  row.write(object, narrow(fields)[name]);
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
function narrow(fields: EventFields): EventFields {
  const { rule, ...rest } = narrowFields(EVENT_ROWS, fields);
  return { ...rest, rule: rule && { ...rule, end: narrowEnd(rule.end, rest.when) } };
}
