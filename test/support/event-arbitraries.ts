// Events for laws: every value is one that both sides can hold in some form, so that no write is refused; lossy values are among them.
import fc from 'fast-check';
import { canonicalLines } from '../../src/engine/model/canonical.js';
import { dayOf } from '../../src/engine/model/calendar-days.js';
import type { Answer, Attachment, BusyStatus, EventFields, Importance, Role, Sensitivity } from '../../src/engine/model/event.js';
import type { Exception, Exceptions, OccurrenceChanges } from '../../src/engine/model/exception.js';
import { EVENT_FIELDS } from '../../src/engine/model/field-specs.js';
import { firstDates, ruleDates } from '../../src/engine/model/occurrences.js';
import { WEEKDAYS } from '../../src/engine/model/recurrence.js';
import type { Rule, RuleEnd, Weekday } from '../../src/engine/model/recurrence.js';
import type { DateText, When } from '../../src/engine/model/time.js';
import { arbitraryFiles } from './attached-files.js';

/** Taiwan's own, zones that share a Windows id, one that none has, half hours, no rules, both hemispheres, an old spelling. */
export const ZONES = [
  'Asia/Taipei', 'Asia/Shanghai', 'Asia/Tokyo', 'Asia/Kolkata', 'Asia/Calcutta', 'Europe/Berlin', 'Europe/Brussels', 'Europe/Paris', 'Europe/London',
  'America/New_York', 'America/Los_Angeles', 'America/Santiago', 'Australia/Sydney', 'Australia/Adelaide', 'UTC',
] as const;
const SINGLE_ZONES = [...ZONES, 'floating', 'Asia/Hong_Kong', 'Antarctica/Troll', 'Africa/Casablanca', 'America/Scoresbysund'] as const;

const DAY_MS = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
const weekday = (date: DateText): Weekday => WEEKDAYS[new Date(date).getUTCDay()] ?? 'SU';
const monthDays = (date: DateText): number => new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();

const instants = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 }).map((minutes) => minutes * 60_000);

export function arbitraryWhen(options: { readonly recurs: boolean }): fc.Arbitrary<When> {
  const allDay = fc.record({ at: instants, days: fc.integer({ min: 1, max: options.recurs ? 1 : 20 }) }).map(({ at, days }): When =>
    ({ allDay: true, start: iso(at).slice(0, 10), end: iso(at + days * DAY_MS).slice(0, 10) }));
  const zone = options.recurs ? fc.constantFrom(...ZONES) : fc.constantFrom(...SINGLE_ZONES);
  // Ends 15 hours later at the least where the zones differ, so that the end is not before the start; hours 0 and 12 avoid gaps for series.
  const timed = fc.record({ at: instants, minutes: fc.integer({ min: 0, max: 3000 }), seconds: fc.nat(59), zone, endZone: fc.option(fc.constantFrom(...SINGLE_ZONES), { freq: 4 }) })
    .map(({ at, minutes, seconds, zone: start, endZone }): When => {
      const far = !options.recurs && endZone !== null;
      const from = options.recurs ? Math.floor(at / DAY_MS) * DAY_MS + (9 + (at / 60_000) % 10) * 3_600_000 : at;
      const exact = options.recurs ? 0 : seconds * 1000;
      return {
        allDay: false,
        start: { local: iso(from + exact), zone: start },
        end: { local: iso(from + exact + (options.recurs ? minutes % 720 : minutes + (far ? 30 * 60 : 0)) * 60_000), zone: far ? endZone : start },
      };
    });
  return fc.oneof(allDay, { arbitrary: timed, weight: 3 });
}

/** A rule that Outlook and RFC 5545 give the same dates, beginning on the start. */
export function arbitraryHeldRule(when: When): fc.Arbitrary<Rule> {
  const date = when.allDay ? when.start : when.start.local.slice(0, 10);
  const [day, month] = [Number(date.slice(8)), Number(date.slice(5, 7))];
  const own = weekday(date);
  const none = { byDay: [], byMonthDay: [], byMonth: [], position: null } as const;
  const last = day === monthDays(date);
  const nth = [...(day <= 28 ? [Math.ceil(day / 7)] : []), ...(day > monthDays(date) - 7 ? [-1] : [])];
  const monthly = [
    ...(day <= 28 ? [{ ...none, byMonthDay: [day] }, none] : []),
    ...(last ? [{ ...none, byMonthDay: [-1] }, { ...none, byMonthDay: [28, 29, 30, 31].slice(0, Math.max(2, day - 27)), position: -1 }] : []),
    ...(last ? [{ ...none, byDay: WEEKDAYS, position: -1 }] : []),
    ...nth.map((position) => ({ ...none, byDay: [own], position })),
  ];
  const inMonth = monthly.filter((parts) => month !== 2 || day <= 28 || parts.byMonthDay.length + parts.byDay.length > 0)
    .map((parts) => ({ ...parts, byMonth: [month] }));
  const weekly = fc.subarray([...WEEKDAYS]).map((days) => WEEKDAYS.filter((name) => name === own || days.includes(name)));
  const parts = fc.oneof(
    fc.record({ freq: fc.constant('daily' as const), interval: fc.integer({ min: 1, max: 40 }), parts: fc.constant(none) }),
    fc.record({ freq: fc.constant('weekly' as const), interval: fc.constant(1), parts: weekly.map((byDay) => ({ ...none, byDay })) }),
    fc.record({ freq: fc.constant('weekly' as const), interval: fc.integer({ min: 1, max: 9 }), parts: fc.constantFrom(none, { ...none, byDay: [own] }) }),
    fc.record({ freq: fc.constant('daily' as const), interval: fc.constant(1), parts: weekly.map((byDay) => ({ ...none, byDay })) }),
    ...(monthly.length === 0 ? [] : [fc.record({ freq: fc.constant('monthly' as const), interval: fc.constantFrom(1, 2, 3, 5, 12, 24), parts: fc.constantFrom(...monthly) })]),
    ...(inMonth.length === 0 ? [] : [fc.record({ freq: fc.constant('yearly' as const), interval: fc.integer({ min: 1, max: 4 }), parts: fc.constantFrom(...inMonth) })]),
  );
  const until = (days: number): RuleEnd => ({ kind: 'until', until: when.allDay ? iso(Date.parse(date) + days * DAY_MS).slice(0, 10) : iso(Date.parse(`${when.start.local}Z`) + days * DAY_MS) });
  const end = fc.oneof(fc.constant<RuleEnd>({ kind: 'never' }), fc.integer({ min: 1, max: 60 }).map((count): RuleEnd => ({ kind: 'count', count })), fc.nat(700).map(until));
  return fc.record({ parts, end }).map(({ parts: { freq, interval, parts: by }, end: ends }) => ({ freq, interval, ...by, end: ends }));
}

/** Exceptions that Outlook can hold: moved within the days up to the next occurrence, and only where nothing else can be in the way. */
export function arbitraryExceptions(when: When, rule: Rule): fc.Arbitrary<Exceptions> {
  const dates: DateText[] = [];
  for (const date of ruleDates(rule, when)) if (dates.push(date) > 12) break;
  const room = dates.map((date, at) => (at + 1 < dates.length ? dayOf(dates[at + 1] ?? date) - dayOf(date) : 1));
  const texts = fc.record({ subject: fc.constantFrom('moved', '改期', 'x'.repeat(300)), location: fc.constantFrom('', 'elsewhere'), body: fc.constantFrom('', 'a\nb'), reminder: fc.constantFrom(null, 5), busyStatus: fc.constantFrom<BusyStatus>('free', 'outOfOffice') }, { requiredKeys: [] });
  const times = (at: number): fc.Arbitrary<OccurrenceChanges> => fc.record({ hour: fc.integer({ min: 3, max: 19 }), length: fc.integer({ min: 0, max: 240 }), days: fc.nat(Math.max(0, (room[at] ?? 1) - 1)) }).map(({ hour, length, days }) => {
    const date = iso((dayOf(dates[at] ?? '') + days) * DAY_MS).slice(0, 10);
    if (when.allDay) return { when: { allDay: true, start: date, end: iso((dayOf(date) + 2) * DAY_MS).slice(0, 10) } };
    const start = Date.parse(`${date}T00:00:00Z`) + hour * 3_600_000;
    return { when: { allDay: false, start: { local: iso(start), zone: when.start.zone }, end: { local: iso(start + length * 60_000), zone: when.start.zone } } };
  });
  const one = (at: number): fc.Arbitrary<Exception | null> => fc.oneof(
    fc.constant(null), fc.constant<Exception>({ deleted: true }),
    fc.tuple(texts, fc.option(times(at))).map(([changes, time]): Exception | null => (Object.keys(changes).length === 0 && time === null ? null : { changes: { ...changes, ...time } })),
  );
  const some = fc.tuple(...dates.map((_, at) => one(at))).map((list): Exceptions => Object.fromEntries(list.flatMap((exception, at) => (exception ? [[dates[at] ?? '', exception]] : []))));
  return fc.oneof(fc.constant<Exceptions>({}), some);
}

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('', '會議：預算; 討論, 第 2 次', 'a\\nb\\;,"', ' x\r\ny\n', '🎂'.repeat(140)));
const categories = fc.array(fc.oneof(fc.constantFrom('紅色', 'Red', 'red', 'a, b', 'c;d', ''), fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 4 });

/** The user of the desk is among them. */
export const SELF = 'xiaoming@example.com.tw';
const person = fc.constantFrom(SELF, 'mei@example.org', 'Big.Boss@Example.org', '\u9673@\u4f8b.tw', "o'hara+x@example.net", 'no address', 'room@example.org');
const personNames = fc.constantFrom('', '\u738b\u5c0f\u660e', 'Wang, "Mei" <x>', 'a;b^n', 'mei@example.org', ' spaced ');
const meeting = {
  organizer: fc.option(fc.record({ email: person, name: personNames })),
  attendees: fc.dictionary(person, fc.record({
    name: personNames, role: fc.constantFrom<Role>('required', 'optional', 'resource'), answer: fc.constantFrom<Answer>('none', 'accepted', 'tentative', 'declined'),
  }), { maxKeys: 4 }),
  cancelled: fc.boolean(),
};

export function arbitraryEventFields(): fc.Arbitrary<EventFields> {
  const timing = fc.boolean().chain((recurs) => arbitraryWhen({ recurs }).chain((when) =>
    (recurs ? arbitraryHeldRule(when) : fc.constant(null)).chain((rule) => (rule ? arbitraryExceptions(when, rule) : fc.constant<Exceptions>({})).map((exceptions) => ({ when, rule, exceptions })))));
  return fc.record({
    timing, subject: text, location: text, body: text,
    reminder: fc.option(fc.oneof(fc.constantFrom(0, 15, 1080), fc.nat(50_000))),
    categories,
    sensitivity: fc.constantFrom<Sensitivity>('normal', 'personal', 'private', 'confidential'),
    busyStatus: fc.constantFrom<BusyStatus>('free', 'tentative', 'busy', 'outOfOffice', 'workingElsewhere'),
    importance: fc.constantFrom<Importance>('low', 'normal', 'high'),
    url: fc.constantFrom('', '', 'https://example.com/a?b=c,d;e\\f', ' https://example.com '),
    attachments: arbitraryFiles(), ofOccurrences: fc.array(fc.tuple(fc.nat(12), arbitraryFiles()), { maxLength: 2 }),
    ...meeting,
  }).map(({ timing, ofOccurrences, attachments, ...rest }) => ({ ...rest, ...timing, attachments: [...attachments, ...ofOccurrences.flatMap(([at, files]) => filesAt(at, files, timing))], exceptions: Object.fromEntries(Object.entries(timing.exceptions).flatMap(([date, one]) => own(date, one, rest))) }));
}

/** Files of one of the first occurrences, if there is that one. */
function filesAt(at: number, files: readonly Attachment[], { when, rule }: Pick<EventFields, 'when' | 'rule'>): readonly Attachment[] {
  const occurrence = rule === null ? undefined : firstDates(rule, when, at + 1)[at];
  return occurrence === undefined ? [] : files.map((file) => ({ ...file, occurrence }));
}

/** What an occurrence says as its series does is no change. */
function own(date: string, exception: Exception, series: Readonly<Record<string, unknown>>): readonly (readonly [string, Exception])[] {
  if ('deleted' in exception) return [[date, exception]];
  const plain = (value: unknown): unknown => (typeof value === 'string' ? canonicalLines(value).trim() : value);
  const changes = Object.entries(exception.changes).filter(([name, value]) => plain(value) !== plain(series[name]));
  return changes.length === 0 ? [] : [[date, { changes: Object.fromEntries(changes) }]];
}

/** Fields of one group are decided together (rules.md 20). */
const GROUPS: readonly (readonly (keyof EventFields)[])[] = [['when', 'rule', 'exceptions'], ['organizer', 'attendees', 'cancelled']];

/** Names of some of the fields, never none. */
export const arbitraryChosen = (): fc.Arbitrary<ReadonlySet<keyof EventFields>> =>
  fc.subarray<keyof EventFields>(Object.keys(EVENT_FIELDS) as (keyof EventFields)[], { minLength: 1 })
    .map((names) => new Set([...names, ...GROUPS.filter((group) => group.some((name) => names.includes(name))).flat()]));
