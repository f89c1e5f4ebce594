// How often a piece of work is done in a second of this process's own time, whatever else the machine does meanwhile.
import process from 'node:process';

export interface Work {
  readonly name: string;
  /** Things done by one call of `run`. */
  readonly count: number;
  /** Things a second that are wanted; printed beside what was reached. */
  readonly goal: number;
  readonly run: () => void;
}

export interface Rate {
  readonly name: string;
  readonly goal: number;
  readonly perSecond: number;
}

const WINDOW_MS = 250;

/** V8 compiles what is asked most while it runs, for up to five seconds with these codecs (Node 24.21, 2026-11-30): no measurement ends before. */
const WARM_WINDOWS = 20;

/** The machine's other work makes single windows slow, never fast: so many that are no faster than the best say that it is the best. */
const SETTLED_WINDOWS = 12;
const MOST_WINDOWS = 80;

/** The fastest quarter of a second, once none has been faster (by a hundredth) for three seconds; 20 s at most. */
export function rateOf({ name, count, goal, run }: Work): Rate {
  let perSecond = 0, bestAt = 0;
  for (let at = 0; at < MOST_WINDOWS && at - Math.max(bestAt, WARM_WINDOWS) < SETTLED_WINDOWS; at += 1) {
    const { times, ms } = repeat(run, WINDOW_MS), now = (times * count * 1000) / ms;
    if (now > perSecond * 1.01) bestAt = at;
    perSecond = Math.max(perSecond, now);
  }
  return { name, goal, perSecond };
}

function repeat(run: () => void, forMs: number): { readonly times: number; readonly ms: number } {
  const start = process.cpuUsage();
  let times = 0, ms: number;
  do {
    run();
    times += 1;
    const { user, system } = process.cpuUsage(start);
    ms = (user + system) / 1000;
  } while (ms < forMs);
  return { times, ms };
}

/** `name   12,345 /s   (goal 5,000)` */
export const formatRate = ({ name, goal, perSecond }: Rate): string =>
  `${name.padEnd(44)} ${Math.round(perSecond).toLocaleString('en-US').padStart(9)} /s   goal ${goal.toLocaleString('en-US')}${perSecond < goal ? '   NOT REACHED' : ''}`;
