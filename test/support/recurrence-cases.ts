// Rules of every kind that RFC 5545 knows, and what Outlook is given for them: the lab's Outlook expands its patterns by itself, thousands in a call.
import fc from 'fast-check';
import { appointmentCodec } from '../../src/engine/codec/outlook/appointment.js';
import { eventText } from '../../src/engine/codec/icalendar/event-text.js';
import { M2KError } from '../../src/engine/errors.js';
import { fieldSpecs } from '../../src/engine/model/field-specs.js';
import type { EventFields } from '../../src/engine/model/event.js';
import { isDeleted } from '../../src/engine/model/exception.js';
import { ruleDates } from '../../src/engine/model/occurrences.js';
import { copyFields } from '../../src/engine/side/expanded-parts.js';
import { isWireDate } from '../../src/ps-host/wire-value.js';
import type { Step } from '../../src/ps-host/protocol.js';
import type { WireValue } from '../../src/ps-host/wire-value.js';
import { rfcDates } from './rfc-dates.js';

export interface RuleCase {
  readonly rule: string;
  /** More properties: RRULE, RDATE, EXRULE. */
  readonly more: readonly string[];
  readonly start: string;
  readonly deleted: readonly string[];
  /** A row that Outlook can hold (OOM 4.4): it must not be held back. A count of 29 Februaries may reach 2100, which Outlook would count. */
  readonly expressible: boolean;
}

/** What became of a case: its dates in Outlook before a date, by a pattern or by single appointments, or why it is held. */
export type Outcome = { readonly dates: readonly string[]; readonly as: 'pattern' | 'singles' } | { readonly held: string };

const codec = appointmentCodec({ zone: 'Taipei Standard Time', listSeparator: ',' });
const ALL = new Set(Object.keys(fieldSpecs('event')) as (keyof EventFields)[]);
const DAY = fc.constantFrom('SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA');
const days = (least: number, most: number): fc.Arbitrary<string> => fc.uniqueArray(DAY, { minLength: least, maxLength: most }).map((list) => list.join());
const number = (low: number, high: number): fc.Arbitrary<number> => fc.integer({ min: low, max: high });
const every = (n: number): string => (n === 1 ? '' : `;INTERVAL=${n}`);
const month = number(1, 12), nth = fc.constantFrom(1, 2, 3, 4, -1);

const EXPRESSIBLE: readonly fc.Arbitrary<string>[] = [
  number(1, 400).map((n) => `FREQ=DAILY${every(n)}`),
  days(1, 7).map((list) => `FREQ=DAILY;BYDAY=${list}`),
  days(1, 7).map((list) => `FREQ=WEEKLY;BYDAY=${list}`),
  fc.tuple(number(1, 60), DAY).map(([n, day]) => `FREQ=WEEKLY${every(n)};BYDAY=${day}`),
  fc.tuple(number(2, 9), fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA'), { minLength: 1 })).map(([n, list]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${list.join()};WKST=MO`),
  number(1, 20).map((n) => `FREQ=WEEKLY${every(n)}`),
  fc.tuple(number(1, 30), number(1, 28)).map(([n, day]) => `FREQ=MONTHLY${every(n)};BYMONTHDAY=${day}`),
  number(1, 30).map((n) => `FREQ=MONTHLY${every(n)};BYMONTHDAY=-1`),
  fc.constantFrom('28,29', '28,29,30', '28,29,30,31').map((list) => `FREQ=MONTHLY;BYMONTHDAY=${list};BYSETPOS=-1`),
  fc.tuple(number(1, 11), nth, DAY).map(([n, at, day]) => `FREQ=MONTHLY${every(n)};BYDAY=${at}${day}`),
  fc.tuple(nth, fc.constantFrom('MO,TU,WE,TH,FR', 'SU,SA', 'TU')).map(([at, list]) => `FREQ=MONTHLY;BYDAY=${list};BYSETPOS=${at}`),
  fc.constant('FREQ=MONTHLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=-1'),
  fc.tuple(number(1, 5), month, number(1, 28)).map(([n, of, day]) => `FREQ=YEARLY${every(n)};BYMONTH=${of};BYMONTHDAY=${day}`),
  fc.tuple(number(1, 5), month).map(([n, of]) => `FREQ=YEARLY${every(n)};BYMONTH=${of};BYMONTHDAY=-1`),
  fc.tuple(number(1, 3), month, nth, DAY).map(([n, of, at, day]) => `FREQ=YEARLY${every(n)};BYMONTH=${of};BYDAY=${at}${day}`),
  number(1, 6).map((n) => `FREQ=YEARLY${every(n)};BYMONTH=2;BYMONTHDAY=29`),
  fc.tuple(fc.constantFrom('1,7', '3,6,9,12', '2,5,8,11', '1,3,5,7,9,11'), number(1, 28)).map(([list, day]) => `FREQ=YEARLY;BYMONTH=${list};BYMONTHDAY=${day}`),
  fc.tuple(number(0, 3), DAY).map(([weeks, day]) => `FREQ=MONTHLY;BYDAY=${day};BYMONTHDAY=${[1, 2, 3, 4, 5, 6, 7].map((of) => of + 7 * weeks).join()}`),
  fc.tuple(number(1, 4), DAY).map(([weeks, day]) => `FREQ=DAILY;INTERVAL=${7 * weeks};BYDAY=${day}`),
];

const INEXPRESSIBLE: readonly fc.Arbitrary<string>[] = [
  number(29, 31).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`), fc.constantFrom('1,15', '-2', '10,20,30').map((list) => `FREQ=MONTHLY;BYMONTHDAY=${list}`),
  fc.constantFrom('1MO,3MO', '2TU,4TU', '5FR', '-2WE').map((list) => `FREQ=MONTHLY;BYDAY=${list}`), fc.constantFrom('1,8', '3,6,9').map((list) => `FREQ=YEARLY;BYMONTH=${list};BYMONTHDAY=5`),
  number(61, 365).map((day) => `FREQ=YEARLY;BYYEARDAY=${day}`), number(2, 52).map((week) => `FREQ=YEARLY;BYWEEKNO=${week};BYDAY=MO`),
  number(2, 5).map((n) => `FREQ=DAILY;INTERVAL=${n};BYDAY=MO,WE`), number(2, 5).map((n) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=SU,WE;WKST=SU`), fc.constant('FREQ=MONTHLY;BYDAY=MO,WE;BYSETPOS=2'), fc.constant('FREQ=DAILY;BYMONTH=1'),
];

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const starts = fc.integer({ min: Date.UTC(1995, 0, 1) / 86_400_000, max: Date.UTC(2030, 0, 1) / 86_400_000 }).map(iso);

/** Rules and dates beside the first rule; their dates are of other kinds than its own, so that no single rule has them all. */
const BESIDE: readonly fc.Arbitrary<readonly string[]>[] = [
  fc.constant([]), fc.constant([]), number(1, 28).map((day) => [`RRULE:FREQ=MONTHLY;BYMONTHDAY=${day}`]), fc.tuple(number(1, 4), DAY).map(([nth, day]) => [`RRULE:FREQ=MONTHLY;BYDAY=${nth}${day}`]),
  fc.tuple(DAY, number(1, 28)).map(([day, of]) => [`EXRULE:FREQ=WEEKLY;BYDAY=${day}`, `RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=${of}`]),
];

const DAY_MS = 86_400_000;

/** The first date, by other means than the oracle's where that knows the rule not. */
function firstOn(shape: string, from: string): string | undefined {
  const [, day] = /BYYEARDAY=(\d+)/.exec(shape) ?? [], [, week] = /BYWEEKNO=(\d+)/.exec(shape) ?? [], year = Number(from.slice(0, 4));
  if (day !== undefined) return iso(Date.UTC(year, 0, Number(day)) / DAY_MS);
  // Every second week on a Tuesday has no date from a Wednesday on.
  if (week === undefined) {
    for (const days of [0, 1, 2, 3, 4, 5, 6]) { const [found] = rfcDates(shape, iso(Date.parse(from) / DAY_MS + days), 1); if (found !== undefined) return found; }
    return undefined;
  }
  const fourth = Date.UTC(year, 0, 4) / DAY_MS, monday = fourth - ((new Date(fourth * DAY_MS).getUTCDay() + 6) % 7);
  return iso(monday + 7 * (Number(week) - 1));
}

/** Four of five are rows that Outlook can hold, beginning on one of their dates. */
export const arbitraryRuleCase: fc.Arbitrary<RuleCase> = fc.record({
  held: fc.nat(4).map((n) => n > 0), good: fc.oneof(...EXPRESSIBLE), bad: fc.oneof(...INEXPRESSIBLE), from: starts, beside: fc.oneof(...BESIDE), dates: fc.uniqueArray(number(1, 3000), { maxLength: 3 }),
  end: fc.oneof(fc.constant(''), number(1, 60).map((count) => `;COUNT=${count}`), number(0, 990).map((later) => `until ${later}`)), gone: fc.uniqueArray(number(0, 12), { maxLength: 3 }),
}).map(({ held, good, bad, from, end, gone, beside, dates }) => {
  const wanted = held ? good : bad, found = firstOn(wanted, from), [shape, start] = found === undefined ? ['FREQ=DAILY', from] : [wanted, found];
  const rest = /BYYEARDAY|BYWEEKNO|WKST=SU/.test(shape) ? [] : rfcDates(shape, start, 13);
  const more = held ? [] : [...beside, ...(dates.length > 0 ? [`RDATE;VALUE=DATE:${dates.map((later) => basic(iso(Date.parse(start) / DAY_MS + later))).join()}`] : [])];
  const until = end.startsWith('until ') ? `;UNTIL=${iso(Date.parse(start) / 86_400_000 + Number(end.slice(6))).replace(/-/g, '')}` : end;
  return { rule: shape + until, more, start, deleted: gone.flatMap((at) => rest[at] ?? []).sort(), expressible: held && !/BYMONTHDAY=29;COUNT/.test(shape + until) };
});

const basic = (date: string): string => date.replace(/-/g, '');

export const textOf = ({ rule, more, start, deleted }: RuleCase): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:u', 'SUMMARY:a', `DTSTART;VALUE=DATE:${basic(start)}`, `RRULE:${rule}`, ...more,
  ...(deleted.length > 0 ? [`EXDATE;VALUE=DATE:${deleted.map(basic).join()}`] : []), 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

/** Ten years from the start. */
export const before = ({ start }: RuleCase): string => `${Number(start.slice(0, 4)) + 10}-01-01`;

type Expand = (json: string) => Promise<WireValue>;

/** What is written of it as one item; its dates as single appointments, of all ten years; or why it is held. */
function stepsOf(one: RuleCase): readonly Step[] | { readonly singles: readonly string[] } | string {
  try {
    const { fields } = eventText.parse(textOf(one));
    if (codec.holds?.(fields) !== false) return codec.steps({ fields, chosen: ALL, current: null });
    return { singles: singlesOf(fields, before(one)) };
  } catch (error) {
    if (!(error instanceof M2KError)) throw error;
    return error.data.reason ?? error.code;
  }
}

function singlesOf(fields: EventFields, limit: string): readonly string[] {
  const found: string[] = [];
  for (const date of fields.rule === null ? [] : ruleDates(fields.rule, fields.when)) {
    if (date >= limit) break;
    if (isDeleted(fields.exceptions[date])) continue;
    const { when, rule } = codec.narrow(copyFields(fields, date));
    if (!when.allDay || rule !== null) throw new Error(`${date}: a copy that is no single all-day event`);
    found.push(when.start);
  }
  return found;
}

/** `expand` is the lab's own expansion: Application.Lab.Expand. */
export async function outlookDates(cases: readonly RuleCase[], expand: Expand): Promise<readonly Outcome[]> {
  const steps = cases.map(stepsOf);
  const asked = cases.flatMap((one, at) => {
    const list = steps[at];
    const pattern = list === undefined || typeof list === 'string' || 'singles' in list ? undefined : list.find((step) => step.do === 'pattern');
    return pattern?.do === 'pattern' ? [{ at, start: `${one.start}T00:00:00`, minutes: 1440, before: before(one), set: pattern.set.map(({ name, to }) => [name, isWireDate(to) ? `@${to.date}` : to]) }] : [];
  });
  const answers = JSON.parse(String(await expand(JSON.stringify(asked)))) as readonly { readonly dates?: readonly string[]; readonly error?: string }[];
  const byCase = new Map(asked.map(({ at }, index) => [at, answers[index]]));
  return cases.map((_, at): Outcome => {
    const list = steps[at];
    if (list === undefined || typeof list === 'string') return { held: list ?? '' };
    if ('singles' in list) return { dates: list.singles, as: 'singles' };
    const answer = byCase.get(at), gone = new Set(list.flatMap((step) => (step.do === 'deleteOccurrence' ? [step.date.date.slice(0, 10)] : [])));
    if (!answer?.dates) throw new Error(`${JSON.stringify(cases[at])}: ${answer?.error ?? 'no answer'}`);
    return { dates: answer.dates.filter((date) => !gone.has(date)), as: 'pattern' };
  });
}
