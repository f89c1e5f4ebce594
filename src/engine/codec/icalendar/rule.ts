// RRULE (RFC 5545 section 3.3.10) and the model's Rule. What the model cannot state is Unreadable: the item is held, its dates never change silently.
import { WEEKDAYS } from '../../model/recurrence.js';
import type { Rule, RuleEnd, Weekday } from '../../model/recurrence.js';
import type { When } from '../../model/time.js';
import { M2KError } from '../../errors.js';
import { inZone, shownTime } from '../zones/zoned-time.js';
import { basic, dateText } from './times.js';
import { unreadable } from './event-object.js';

/** BYYEARDAY, BYWEEKNO, BYHOUR and the like, RSCALE, X- parts: no Rule has them and no Outlook pattern holds them (OOM 4.4). */
const PARTS: ReadonlySet<string> = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS']);

/** Outlook refuses more (OOM 4.3); a series that only the server may hold would be one-sided for ever. */
const MOST_OCCURRENCES = 999;

/**
 * `when` is that of the same event: UNTIL is turned into its zone. In a Rule the parts mean what the RFC says with WKST=MO;
 * `position` is the BYSETPOS within one month, which equals the number of a single BYDAY.
 * @throws M2KError Unreadable, reason rule-not-held.
 */
export function parseRule(value: string, when: When): Rule {
  const unheld = (): never => unreadable('rule', 'rule-not-held', `RRULE:${value}`);
  const parts = new Map(value.trim().toUpperCase().split(';').filter((part) => part !== '').map((part) => part.split('=', 2) as [string, string | undefined]));
  const list = (name: string): readonly string[] => (parts.get(name) ?? '').split(',').map((item) => item.trim()).filter((item) => item !== '');
  const numbers = (name: string, low: number, high: number): readonly number[] => {
    const found = list(name).map((item) => (/^[+-]?\d+$/.test(item) ? Number(item) : NaN));
    return found.every((item) => item !== 0 && Math.abs(item) <= high && item >= low) ? [...new Set(found)].sort((a, b) => a - b) : unheld();
  };
  if ([...parts].some(([name, held]) => !PARTS.has(name) || held === undefined)) unheld();

  const freq = (parts.get('FREQ') ?? '').toLowerCase();
  if (freq !== 'daily' && freq !== 'weekly' && freq !== 'monthly' && freq !== 'yearly') unheld();
  const days = list('BYDAY').map((item) => /^([+-]?\d+)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(item) ?? unheld());
  const numbered = days.filter(([, number]) => number !== undefined);
  const positions = [...numbers('BYSETPOS', -366, 366), ...numbered.map(([, number]) => Number(number))];
  const rule: Rule = {
    freq: freq as Rule['freq'],
    // INTERVAL=0 is what an exporter makes of Outlook's "every weekday", whose Interval reads 0 (OOM 4.2).
    interval: Math.max(1, /^\d+$/.test(parts.get('INTERVAL') ?? '1') ? Number(parts.get('INTERVAL') ?? '1') : unheld()),
    byDay: sortedDays(days.map(([, , day]) => day as Weekday)),
    byMonthDay: numbers('BYMONTHDAY', -31, 31),
    byMonth: numbers('BYMONTH', 1, 12),
    position: positions[0] ?? null,
    end: parseEnd({ count: parts.get('COUNT'), until: parts.get('UNTIL') }, when, unheld),
  };
  if (positions.length > 1 || !positionIsPlain(rule, numbered.length > 0) || weekStartMatters(rule, parts.get('WKST'))) unheld();
  return rule;
}

/**
 * A single day is written with its number, as Outlook and Mail2000's webmail do (`BYDAY=2TU`).
 * @throws M2KError Refused for a position that RRULE counts over the year and the model within its months.
 */
export function formatRule(rule: Rule, when: When): string {
  const numbered = rule.position !== null && rule.byDay.length === 1 && rule.byMonthDay.length === 0;
  if (!positionIsPlain(rule, numbered)) throw new M2KError('Refused', { field: 'rule', reason: 'rule-not-held' });
  const part = (name: string, values: readonly (string | number)[]): readonly string[] => (values.length === 0 ? [] : [`${name}=${values.join(',')}`]);
  return [
    `FREQ=${rule.freq.toUpperCase()}`,
    ...part('INTERVAL', rule.interval === 1 ? [] : [rule.interval]),
    ...part('COUNT', rule.end.kind === 'count' ? [rule.end.count] : []),
    ...part('UNTIL', rule.end.kind === 'until' ? [formatUntil(rule.end.until, when)] : []),
    ...part('BYMONTH', rule.byMonth),
    ...part('BYMONTHDAY', rule.byMonthDay),
    ...part('BYDAY', numbered ? [`${rule.position}${rule.byDay[0]}`] : rule.byDay),
    ...part('BYSETPOS', rule.position !== null && !numbered ? [rule.position] : []),
  ].join(';');
}

/** `until` as it comes back: a date for all-day events, else a wall clock that the zone shows. */
export function narrowEnd(end: RuleEnd, when: When): RuleEnd {
  if (end.kind !== 'until') return end;
  if (when.allDay) return { kind: 'until', until: end.until.slice(0, 10) };
  return { kind: 'until', until: shownTime({ local: wholeDay(end.until), zone: when.start.zone }).local };
}

const wholeDay = (until: string): string => (until.includes('T') ? until : `${until}T23:59:59`);

function formatUntil(until: string, when: When): string {
  if (when.allDay) return basic(until.slice(0, 10));
  return `${basic(inZone({ local: wholeDay(until), zone: when.start.zone }, 'UTC').local)}Z`;
}

/** Tolerates what exporters write against section 3.3.10: a date for a timed event is that whole day, a time for an all-day one its date. */
function parseEnd(parts: { readonly count: string | undefined; readonly until: string | undefined }, when: When, unheld: () => never): RuleEnd {
  const { count, until } = parts;
  if (count !== undefined) {
    return /^[1-9]\d*$/.test(count) && Number(count) <= MOST_OCCURRENCES && until === undefined ? { kind: 'count', count: Number(count) } : unheld();
  }
  if (until === undefined) return { kind: 'never' };
  const [, digits = '', time, utc] = /^(\d{8})(?:T((?:[01]\d|2[0-3])[0-5]\d[0-5]\d)(Z?))?$/.exec(until.trim()) ?? unheld();
  const date = dateText(digits) ?? unheld();
  if (when.allDay) return { kind: 'until', until: date };
  if (time === undefined) return { kind: 'until', until: wholeDay(date) };
  const local = `${date}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`;
  return { kind: 'until', until: utc ? inZone({ local, zone: 'UTC' }, when.start.zone).local : local };
}

const sortedDays = (days: readonly Weekday[]): readonly Weekday[] => [...new Set(days)].sort((a, b) => WEEKDAYS.indexOf(a) - WEEKDAYS.indexOf(b));

/** Whether the RFC counts the position within one month: `1MO,3MO`, the 5th weekday, positions of weeks and years are not held. */
function positionIsPlain(rule: Rule, numbered: boolean): boolean {
  if (rule.position === null) return true;
  if (rule.position !== -1 && (rule.position < 1 || rule.position > 4)) return false;
  if (rule.freq === 'daily' || rule.freq === 'weekly') return false;
  if (rule.freq === 'yearly' && (numbered ? rule.byMonth.length === 0 : rule.byMonth.length !== 1)) return false;
  return numbered ? rule.byDay.length === 1 && rule.byMonthDay.length === 0 : rule.byDay.length + rule.byMonthDay.length > 0;
}

/** Weeks that begin on another day than Monday give other dates if the days of one Monday week fall into two of them. */
function weekStartMatters(rule: Rule, weekStart: string | undefined): boolean {
  const order = (day: Weekday): number => (WEEKDAYS.indexOf(day) + 6) % 7;
  if (rule.freq !== 'weekly' || rule.interval === 1 || weekStart === undefined || !WEEKDAYS.includes(weekStart as Weekday)) return false;
  const first = order(weekStart as Weekday);
  return rule.byDay.some((day) => order(day) < first) && rule.byDay.some((day) => order(day) >= first);
}
