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

/** Until V8 has compiled what is asked most: 0.3 s left a third of the second and a half to it (Node 24.21, 2026-11-30). */
const WARM_MS = 2000;
const MEASURED_MS = 1500;

/** Runs without measuring first, so that the code is compiled, then for a second and a half. */
export function rateOf({ name, count, goal, run }: Work): Rate {
  repeat(run, WARM_MS);
  const { times, ms } = repeat(run, MEASURED_MS);
  return { name, goal, perSecond: (times * count * 1000) / ms };
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
