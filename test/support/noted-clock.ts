// A Clock that stands still and notes how long it was asked to wait.
import type { Clock } from '../../src/engine/clock.js';

export interface NotedClock extends Clock {
  readonly slept: readonly number[];
  advance(ms: number): void;
}

export function notedClock(at = Date.parse('2026-11-22T08:00:00Z')): NotedClock {
  const slept: number[] = [];
  let now = at;
  return {
    slept,
    now: () => now,
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
    advance: (ms) => { now += ms; },
  };
}
