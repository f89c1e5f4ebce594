// The dates of an RRULE by RFC 5545 section 3.3.10, the plain way: every day of every period is tried. An oracle for laws; ical.js
// 2.2.1 cannot be one, it gives BYMONTHDAY=28,29,30,31;BYSETPOS=-1 wrong dates (measured 2026-11-22).
import { WEEKDAYS } from '../../src/engine/model/recurrence.js';

const DAY_MS = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const weekday = (ms: number): string => WEEKDAYS[new Date(ms).getUTCDay()] ?? '';

/** Knows FREQ from DAILY up, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY with numbers within a month, BYSETPOS; weeks begin on Monday. */
export function rfcDates(rule: string, start: string, count: number): readonly string[] {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const list = (name: string): readonly string[] => parts.get(name)?.split(',') ?? [];
  const freq = parts.get('FREQ');
  const from = Date.parse(start);
  const [ownMonth, ownDay] = [start.slice(5, 7), start.slice(8, 10)].map((part) => String(Number(part)));
  const bare = list('BYDAY').length + list('BYMONTHDAY').length === 0;
  const months = list('BYMONTH').length === 0 && freq === 'YEARLY' && bare ? [ownMonth] : list('BYMONTH');
  const monthDays = bare && (freq === 'MONTHLY' || freq === 'YEARLY') ? [ownDay] : list('BYMONTHDAY');
  const days = bare && freq === 'WEEKLY' ? [weekday(from)] : list('BYDAY');

  const matches = (ms: number): boolean => {
    const date = new Date(ms);
    const [day, length] = [date.getUTCDate(), new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()];
    const numbers = [String(Math.ceil(day / 7)), String(-Math.ceil((length - day + 1) / 7)), ''];
    return (months.length === 0 || months.includes(String(date.getUTCMonth() + 1)))
      && (monthDays.length === 0 || monthDays.includes(String(day)) || monthDays.includes(String(day - length - 1)))
      && (days.length === 0 || numbers.some((number) => days.includes(`${number}${weekday(ms)}`)));
  };

  const found: string[] = [];
  for (let period = 0; found.length < count && period < 6000; period += Number(parts.get('INTERVAL') ?? 1)) {
    const [first, next] = [periodStart(freq, from, period), periodStart(freq, from, period + 1)];
    const set = Array.from({ length: (next - first) / DAY_MS }, (_, day) => first + day * DAY_MS).filter(matches);
    const position = Number(parts.get('BYSETPOS') ?? 0);
    found.push(...(position === 0 ? set : set.slice(position < 0 ? position : position - 1, position === -1 ? undefined : position)).filter((ms) => ms >= from).map(iso));
  }
  return found.slice(0, count);
}

function periodStart(freq: string | undefined, from: number, period: number): number {
  const date = new Date(from);
  if (freq === 'DAILY') return from + period * DAY_MS;
  if (freq === 'WEEKLY') return from + (period * 7 - ((date.getUTCDay() + 6) % 7)) * DAY_MS;
  return freq === 'MONTHLY' ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + period, 1) : Date.UTC(date.getUTCFullYear() + period, 0, 1);
}
