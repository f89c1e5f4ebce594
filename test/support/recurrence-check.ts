// Compares what the lab's Outlook makes of many rules with expansions that share nothing with it: ical.js, or dateutil in Python.
import { execFileSync } from 'node:child_process';
import type { ExecutionContext } from 'ava';
import fc from 'fast-check';
import ICAL from 'ical.js';
import type { OutlookBench } from '../ps-host/outlook-bench.js';
import { arbitraryRuleCase, before, outlookDates, textOf } from './recurrence-cases.js';
import type { RuleCase } from './recurrence-cases.js';
import { rfcDates } from './rfc-dates.js';

/** null: this expansion is not to be asked. */
export type Dates = readonly string[] | null;

/**
 * ical.js 2.2.1 gives sets of month days with a position and an interval wrong dates, and a yearly last day of a month that ends in its first
 * year none (measured 2026-11-22): the plain oracle is asked instead.
 */
const misread = ({ rule }: RuleCase): boolean => /BYMONTHDAY=\d+,.*BYSETPOS|YEARLY.*BYMONTHDAY=-1/.test(rule);

/**
 * Each rule is expanded alone: of several ical.js 2.2.1 ends with the first that ends (measured 2026-11-30), and it knows no EXRULE. A rule beside the first
 * may not have the start, which ical.js gives all the same.
 */
export function icalDates(given: RuleCase): Dates {
  // ical.js 2.2.1 takes no notice of BYWEEKNO beside BYDAY (measured 2026-11-30).
  if (/BYWEEKNO/.test(given.rule)) return null;
  const { start, more, deleted } = given, of = (line: string): readonly string[] => icalDatesOf({ ...given, rule: line.slice(line.indexOf(':') + 1), more: [], deleted: [] });
  if (more.length === 0) return icalDatesOf(given);
  const beside = more.filter((line) => line.startsWith('RRULE')).flatMap(of).filter((date) => date !== start);
  const single = more.filter((line) => line.startsWith('RDATE')).flatMap((line) => line.slice(line.indexOf(':') + 1).split(',')).map((date) => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
  const gone = new Set([...deleted, ...more.filter((line) => line.startsWith('EXRULE')).flatMap((line) => of(line).filter((date) => line.endsWith(['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(date).getUTCDay()] ?? '')))]);
  return [...new Set([...of(`:${given.rule}`), ...beside, ...single])].filter((date) => date < before(given) && !gone.has(date)).sort();
}

function icalDatesOf(one: RuleCase): readonly string[] {
  if (misread(one)) {
    const [, until] = /;UNTIL=(\d+)/.exec(one.rule) ?? [], [, count] = /;COUNT=(\d+)/.exec(one.rule) ?? [];
    return rfcDates(one.rule.replace(/;(UNTIL|COUNT)=\d+/, ''), one.start, count === undefined ? 400 : Number(count))
      .filter((date) => date < before(one) && !one.deleted.includes(date) && (until === undefined || date.replace(/-/g, '') <= until));
  }
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(textOf(one)) as never).getFirstSubcomponent('vevent') ?? undefined), iterator = event.iterator(), dates: string[] = [];
  for (;;) {
    const next = (iterator.next() as ICAL.Time | null | undefined)?.toString() ?? null;
    if (next === null || next >= before(one)) return dates;
    dates.push(next);
  }
}

const PYTHON = `
import json, sys
from datetime import datetime
from dateutil.rrule import rrulestr
found = []
for one in json.load(sys.stdin):
    start, before = datetime.fromisoformat(one['start']), datetime.fromisoformat(one['before'])
    dates = []
    lines = ['RRULE:' + one['rule']] + [line.replace(';VALUE=DATE', '') for line in one['more']]
    for date in rrulestr(chr(10).join(lines), dtstart=start, forceset=True):
        if date >= before: break
        dates.append(date.date().isoformat())
    found.append([date for date in dates if date not in one['deleted']])
json.dump(found, sys.stdout)
`;

/** Debian's python3-dateutil. It takes an UNTIL that is a date for its midnight, which is what a date begins with. */
export const dateutilDates = (cases: readonly RuleCase[]): readonly (readonly string[])[] =>
  JSON.parse(execFileSync('python3', ['-c', PYTHON], { input: JSON.stringify(cases.map((one) => ({ ...one, before: before(one) }))), encoding: 'utf8', maxBuffer: 1 << 30 })) as readonly (readonly string[])[];

/** So few that the lab answers in time on a machine that does other things meanwhile. */
const A_CALL = 250;

export async function checkDates(t: ExecutionContext, bench: OutlookBench<'event'>, { runs, expand }: { readonly runs: number; readonly expand: readonly ((cases: readonly RuleCase[]) => readonly Dates[])[] }): Promise<void> {
  let [singles, expressible] = [0, 0];
  for (let done = 0; done < runs; done += A_CALL) {
    const cases = fc.sample(arbitraryRuleCase, Math.min(A_CALL, runs - done));
    const outcomes = await outlookDates(cases, (json) => bench.desk.lab('$args[0].Lab.Expand($args[1])', json)), wanted = expand.map((by) => by(cases));
    for (const [at, one] of cases.entries()) {
      const outcome = outcomes[at];
      if (one.expressible) expressible += 1;
      if (!outcome || 'held' in outcome) { t.fail(`held (${outcome?.held ?? ''}): ${JSON.stringify(one)}`); continue; }
      if (outcome.as === 'singles') singles += 1;
      if (one.expressible && outcome.as === 'singles') t.fail(`no pattern: ${JSON.stringify(one)}`);
      for (const by of wanted) if (by[at] !== null && JSON.stringify(outcome.dates) !== JSON.stringify(by[at])) t.deepEqual(outcome.dates, by[at], JSON.stringify(one));
    }
  }
  t.true(expressible >= 0.7 * runs, `${expressible} of ${runs} were rows that Outlook can hold`);
  t.true(singles > 0 && singles < 0.3 * runs, `${singles} of ${runs} were single appointments`);
  t.log(`${runs} rules, ${expressible} rows that Outlook can hold, ${singles} as single appointments, none held`);
}
