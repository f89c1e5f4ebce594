// A field's value as short text for plans and reports: no language in it, no loss that would make two different values look alike at a glance.
import { canonicalText } from './canonical.js';
import type { Attachment } from './event.js';
import type { Exception, Exceptions } from './exception.js';
import { isSet } from './recurrence.js';
import type { Recurrence, WideRule } from './recurrence.js';
import type { Moment, When } from './time.js';

const LONGEST = 120;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

const clock = ({ local }: Moment): string => local.slice(0, 16).replace('T', ' ');

/** The end is shown without its date where it is the start's; an all-day end is the last day, as people say it. */
function ofWhen(when: When): string {
  if (when.allDay) {
    const last = new Date(Date.parse(`${when.end}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    return last <= when.start ? when.start : `${when.start} – ${last}`;
  }
  const { start, end } = when, sameDay = start.local.slice(0, 10) === end.local.slice(0, 10);
  const zones = start.zone === end.zone ? start.zone : `${start.zone} / ${end.zone}`;
  return `${clock(start)} – ${sameDay ? clock(end).slice(11) : clock(end)} ${zones}`;
}

/** In the words of RFC 5545, which is what an engineer will look for. */
function ofRule(rule: Recurrence): string {
  if (isSet(rule)) return cut([...rule.rules.map(ofWideRule), ...rule.more, ...rule.except.map((one) => `– ${ofWideRule(one)}`), ...rule.later.map(({ from }) => `${from} …`), ...(rule.end.kind === 'until' ? [`– ${rule.end.until}`] : [])].join(' + '));
  const by = (name: string, values: readonly unknown[]): string => (values.length === 0 ? '' : ` ${name} ${values.join(',')}`);
  const end = rule.end.kind === 'never' ? '' : rule.end.kind === 'count' ? ` ×${String(rule.end.count)}` : ` – ${rule.end.until}`;
  return `${rule.freq}${rule.interval === 1 ? '' : `/${String(rule.interval)}`}${by('on', rule.byDay)}${by('day', rule.byMonthDay)}${by('month', rule.byMonth)}${rule.position === null ? '' : ` #${String(rule.position)}`}${end}`;
}

function ofWideRule({ freq, interval, byDay, byMonthDay, byMonth, byYearDay, byWeekNo, positions }: WideRule): string {
  const by = (name: string, values: readonly unknown[]): string => (values.length === 0 ? '' : ` ${name} ${values.join(',')}`);
  return `${freq}${interval === 1 ? '' : `/${String(interval)}`}${by('on', byDay.map(({ number, day }) => `${number ?? ''}${day}`))}${by('day', byMonthDay)}${by('month', byMonth)}${by('day of the year', byYearDay)}${by('week', byWeekNo)}${by('#', positions)}`;
}
/** Names of files, by their size. */
const isFile = (value: object): value is Attachment => 'sha256' in value && 'name' in value;
const ofFile = ({ name, octets }: Attachment): string => `${name} (${octets < 1_048_576 ? `${String(Math.ceil(octets / 1024))} KB` : `${(octets / 1_048_576).toFixed(1)} MB`})`;

const isWhen = (value: object): value is When => 'allDay' in value;
const isRule = (value: object): value is Recurrence => 'freq' in value;

/** `2026-03-05 –` is a deleted occurrence; a changed one is followed by what it says. */
const ofExceptions = (exceptions: Exceptions): string =>
  Object.entries(exceptions).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, exception]) => `${date} ${'deleted' in exception ? '–' : Object.values(exception.changes).map(readable).join(' ')}`).join(', ');

const isExceptions = (value: object): value is Exceptions => Object.values(value as Record<string, unknown>).some((held) => isException(held));
const isException = (held: unknown): held is Exception => typeof held === 'object' && held !== null && ('deleted' in held || 'changes' in held);

export function readable(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return cut(value.map(readable).join(', '));
  if (typeof value !== 'object') return cut(typeof value === 'string' ? value : canonicalText(value));
  if (isWhen(value)) return ofWhen(value);
  if (isRule(value)) return ofRule(value);
  if (isFile(value)) return ofFile(value);
  if (isExceptions(value)) return cut(ofExceptions(value));
  const { full, ...parts } = value as { readonly full?: string };
  return cut(full !== undefined && full !== '' ? full : Object.values(parts).map(readable).filter(Boolean).join(' '));
}
