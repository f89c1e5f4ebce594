// RRULE and EXRULE (RFC 5545 section 3.3.10) with every part that tells dates.
import { clockOf } from '../../model/occurrences.js';
import { WEEKDAYS } from '../../model/recurrence.js';
import type { Frequency, NumberedDay, RuleEnd, Weekday, WideRule } from '../../model/recurrence.js';
import type { When } from '../../model/time.js';
import { inZone } from '../zones/zoned-time.js';
import { unreadable } from './event-object.js';
import { basic, dateText } from './times.js';

/** BYHOUR and the like say nothing where they say the start's own clock, as some exporters write them. RSCALE and X- parts may mean other dates. */
const CLOCK = ['BYHOUR', 'BYMINUTE', 'BYSECOND'];
const PARTS: ReadonlySet<string> = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYYEARDAY', 'BYWEEKNO', 'BYSETPOS', ...CLOCK]);
const FREQUENCIES: ReadonlySet<string> = new Set<Frequency>(['daily', 'weekly', 'monthly', 'yearly']);

/**
 * `when` is that of the same event: UNTIL is turned into its zone.
 * @throws M2KError Unreadable, reason rule-not-held: what the RFC forbids, what takes place more than once a day, and what expansions were
 * seen to read differently (BYWEEKNO without a weekday, or in every second year).
 */
export function parseWide(value: string, when: When, name = 'RRULE'): WideRule {
  const unheld = (): never => unreadable('rule', 'rule-not-held', `${name}:${value}`);
  const parts = new Map(value.trim().toUpperCase().split(';').filter((part) => part !== '').map((part) => part.split('=', 2) as [string, string | undefined]));
  const list = (part: string): readonly string[] => (parts.get(part) ?? '').split(',').map((item) => item.trim()).filter((item) => item !== '');
  const numbers = (part: string, low: number, high: number): readonly number[] => {
    const found = list(part).map((item) => (/^[+-]?\d+$/.test(item) ? Number(item) : NaN));
    return found.every((item) => item !== 0 && Math.abs(item) <= high && item >= low) ? [...new Set(found)].sort((a, b) => a - b) : unheld();
  };
  if ([...parts].some(([part, held]) => !PARTS.has(part) || held === undefined)) unheld();
  const freq = (parts.get('FREQ') ?? '').toLowerCase();
  if (!FREQUENCIES.has(freq)) unheld();
  const clock = when.allDay ? [] : clockOf(when).slice(1).split(':').map(Number);
  if (!when.allDay && CLOCK.some((part, at) => parts.has(part) && !(list(part).length === 1 && Number(list(part)[0]) === clock[at]))) unheld();
  const days = list('BYDAY').map((item) => /^([+-]?\d+)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(item) ?? unheld()).map(([, number, day]): NumberedDay => ({ number: number === undefined ? null : Number(number), day: day as Weekday }));
  const weekStart = parts.get('WKST')?.trim() ?? 'MO';
  const rule: WideRule = {
    freq: freq as Frequency,
    // INTERVAL=0 is what an exporter makes of Outlook's "every weekday", whose Interval reads 0 (OOM 4.2).
    interval: Math.max(1, /^\d+$/.test(parts.get('INTERVAL') ?? '1') ? Number(parts.get('INTERVAL') ?? '1') : unheld()),
    byDay: sortedDays(days), byMonthDay: numbers('BYMONTHDAY', -31, 31), byMonth: numbers('BYMONTH', 1, 12), byYearDay: numbers('BYYEARDAY', -366, 366),
    byWeekNo: numbers('BYWEEKNO', -53, 53), positions: numbers('BYSETPOS', -366, 366), weekStart: WEEKDAYS.includes(weekStart as Weekday) ? (weekStart as Weekday) : 'MO',
    end: parseEnd({ count: parts.get('COUNT'), until: parts.get('UNTIL') }, when, unheld),
  };
  return isPlain(rule) ? rule : unheld();
}

/** The RFC's own table of what goes with what, and readings on which expansions agree. */
function isPlain({ freq, interval, byDay, byMonthDay, byYearDay, byWeekNo, positions }: WideRule): boolean {
  const numbered = byDay.filter(({ number }) => number !== null), within = byDay.length + byMonthDay.length + byYearDay.length;
  if (numbered.some(({ number }) => number === 0 || Math.abs(number ?? 1) > (freq === 'yearly' ? 53 : 5))) return false;
  if (numbered.length > 0 && (freq === 'daily' || freq === 'weekly' || byWeekNo.length > 0)) return false;
  if (byMonthDay.length > 0 && freq === 'weekly') return false;
  if (byYearDay.length > 0 && freq !== 'yearly') return false;
  if (byWeekNo.length > 0 && (freq !== 'yearly' || interval > 1 || byDay.length === 0 || byMonthDay.length > 0)) return false;
  return positions.length === 0 || (within > 0 && freq !== 'daily');
}

const sortedDays = (days: readonly NumberedDay[]): readonly NumberedDay[] => {
  const key = ({ number, day }: NumberedDay): number => WEEKDAYS.indexOf(day) * 200 + (number ?? 0);
  return [...new Map(days.map((one) => [key(one), one])).values()].sort((a, b) => key(a) - key(b));
};

export function formatWide(rule: WideRule, when: When): string {
  const part = (name: string, values: readonly (string | number)[]): readonly string[] => (values.length === 0 ? [] : [`${name}=${values.join(',')}`]);
  return [
    `FREQ=${rule.freq.toUpperCase()}`, ...part('INTERVAL', rule.interval === 1 ? [] : [rule.interval]),
    ...part('COUNT', rule.end.kind === 'count' ? [rule.end.count] : []), ...part('UNTIL', rule.end.kind === 'until' ? [formatUntil(rule.end.until, when)] : []),
    ...part('BYMONTH', rule.byMonth), ...part('BYWEEKNO', rule.byWeekNo), ...part('BYYEARDAY', rule.byYearDay), ...part('BYMONTHDAY', rule.byMonthDay),
    ...part('BYDAY', rule.byDay.map(({ number, day }) => `${number ?? ''}${day}`)), ...part('BYSETPOS', rule.positions), ...part('WKST', rule.weekStart === 'MO' ? [] : [rule.weekStart]),
  ].join(';');
}

export const wholeDay = (until: string): string => (until.includes('T') ? until : `${until}T23:59:59`);

export function formatUntil(until: string, when: When): string {
  if (when.allDay) return basic(until.slice(0, 10));
  return `${basic(inZone({ local: wholeDay(until), zone: when.start.zone }, 'UTC').local)}Z`;
}

/** Tolerates what exporters write against section 3.3.10: a date for a timed event is that whole day, a time for an all-day one its date. */
function parseEnd(parts: { readonly count: string | undefined; readonly until: string | undefined }, when: When, unheld: () => never): RuleEnd {
  const { count, until } = parts;
  if (count !== undefined) return /^[1-9]\d{0,6}$/.test(count) && until === undefined ? { kind: 'count', count: Number(count) } : unheld();
  if (until === undefined) return { kind: 'never' };
  const [, digits = '', time, utc] = /^(\d{8})(?:T((?:[01]\d|2[0-3])[0-5]\d[0-5]\d)(Z?))?$/.exec(until.trim()) ?? unheld();
  const date = dateText(digits) ?? unheld();
  if (when.allDay) return { kind: 'until', until: date };
  if (time === undefined) return { kind: 'until', until: wholeDay(date) };
  const local = `${date}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`;
  return { kind: 'until', until: utc ? inZone({ local, zone: 'UTC' }, when.start.zone).local : local };
}
