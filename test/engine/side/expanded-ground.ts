// A series that no RecurrencePattern holds, between the lab's Mail2000 and the lab's Outlook, as single appointments (rules.md 11): the ground of the tests of it.
import type { ExecutionContext } from 'ava';
import { randomUUID } from 'node:crypto';
import { knownSeries } from '../../../src/engine/cli/known-series.js';
import type { Found, Side } from '../../../src/engine/side/side.js';
import type { Link } from '../../../src/engine/sync/link.js';
import { ALL_RIGHTS } from '../../../src/engine/sync/link.js';
import type { LinkOutcome } from '../../../src/engine/sync/outcome.js';
import type { Wish } from '../../../src/engine/sync/restore.js';
import { run } from '../../../src/engine/sync/run.js';
import { labBench } from '../../support/lab-bench.js';
import { memoryStore } from '../../support/memory-store.js';
import type { MemoryStore } from '../../support/memory-store.js';
import { realClock } from '../../support/real-clock.js';
import type { Benches } from '../../ps-host/outlook-bench.js';

const ZONE = ['BEGIN:VTIMEZONE', 'TZID:Asia/Taipei', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'END:STANDARD', 'END:VTIMEZONE'];
export const event = (...lines: readonly string[]): readonly string[] => ['BEGIN:VEVENT', 'UID:series-1', 'DTSTAMP:20270101T000000Z', ...lines, 'END:VEVENT'];
export const object = (...events: readonly (readonly string[])[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//t//t//EN', ...ZONE, ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
export const START = ['DTSTART;TZID=Asia/Taipei:20270130T100000', 'DTEND;TZID=Asia/Taipei:20270130T110000'];
/** The last day but one of every month, and once more at another hour. */
export const SERIES = ['SUMMARY:月結', 'LOCATION:三樓', ...START, 'RRULE:FREQ=MONTHLY;BYMONTHDAY=-2', 'RDATE;TZID=Asia/Taipei:20270315T140000', 'EXDATE;TZID=Asia/Taipei:20270629T100000'];
export const DAYS = ['27-01-30', '27-02-27', '27-03-15', '27-03-30', '27-04-29', '27-05-30', '27-07-30', '27-08-30', '27-09-29', '27-10-30', '27-11-29', '27-12-30', '28-01-30', '28-02-28', '28-03-30', '28-04-29', '28-05-30'];
export const startsOf = (days: readonly string[]): readonly string[] => days.map((day) => `20${day}T${day === '27-03-15' ? '14' : '10'}:00:00`);

export interface Ground {
  store: MemoryStore;
  now: number;
  readonly outlook: Side<'event'>;
  readonly put: (text: string) => void;
  readonly remove: () => void;
  readonly texts: () => readonly string[];
  readonly writes: () => number;
  readonly lab: (script: string, value?: string) => Promise<unknown>;
  /** All appointments of the folder, as they are: no wrapper between. */
  readonly singles: () => Promise<readonly Found<'event'>[]>;
  sync(restore?: readonly Wish[]): Promise<LinkOutcome>;
  quiet(step: string): Promise<void>;
}

export async function ground(t: ExecutionContext, benches: Benches): Promise<Ground> {
  const server = await labBench('event'), outlook = await benches.open('event', JSON.stringify({ MachineZone: 'Taipei Standard Time' }));
  t.teardown(() => server.close());
  const writes = (): number => (server.lab.counts()['PUT'] ?? 0) + (server.lab.counts()['DELETE'] ?? 0);
  const inner = outlook.expanded(() => knownSeries(at.store, 'l', {}), () => at.now);
  const at: Ground = {
    store: memoryStore(), now: Date.parse('2027-03-10T00:00:00Z'), writes, outlook: inner,
    put: (text) => { server.place.put('s.ics', text); }, remove: () => { server.place.remove('s.ics'); },
    texts: () => server.place.list().map(({ name }) => server.place.get(name) ?? ''), lab: (script, value) => outlook.desk.lab(script, value),
    async singles() {
      const { items } = await outlook.theirs.list(), found: Found<'event'>[] = [];
      for await (const row of outlook.theirs.fetch(items.map(({ id }) => id))) if (row.ok) found.push(row.item); else throw row.error;
      return found.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
    },
    async sync(restore = []) {
      const link: Link<'event'> = {
        id: 'l', kind: 'event', title: 'l', outlook: inner, server: server.side,
        rules: { direction: { way: 'both' }, rights: { outlook: ALL_RIGHTS, server: ALL_RIGHTS }, policy: 'server', strays: 'undo' },
      };
      const { links } = await run([link as unknown as Link], { store: at.store, clock: realClock, newId: randomUUID }, { whatIf: false, accept: new Set(['firstRun']), restore });
      return links[0]!;
    },
    async quiet(step) {
      const [before, listed] = [writes(), (await outlook.theirs.list()).items];
      const { items, stopped } = await at.sync();
      t.deepEqual([items, stopped], [[], []], `${step}: a second run has nothing to do`);
      t.deepEqual([writes(), (await outlook.theirs.list()).items], [before, listed], step);
    },
  };
  return at;
}

export const startOf = ({ fields: { when } }: Found<'event'>): string => (when.allDay ? when.start : when.start.local);
export const done = (t: ExecutionContext, { items, stopped }: LinkOutcome, step: string): void => {
  t.deepEqual([items.map(({ result, reason }) => [result, reason]).filter(([result]) => result !== 'done'), stopped], [[], []], step);
};
export const CHANGE = '$i = $args[0].Session.GetItemFromID($args[1]);';
