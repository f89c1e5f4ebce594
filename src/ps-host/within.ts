// Time limits by the Clock, so that tests need not wait.
import type { Clock } from '../engine/clock.js';

export interface Limit {
  readonly clock: Clock;
  readonly ms: number;
  readonly late: () => Error;
}

/** The work's result, or `late()` when it takes longer. The work goes on; whoever gives up on it must stop it. */
export async function within<T>(limit: Limit, work: Promise<T>): Promise<T> {
  const done = new AbortController();
  const timer = limit.clock.sleep(limit.ms, done.signal).then((): never => {
    throw limit.late();
  });
  try {
    return await Promise.race([work, timer]);
  } finally {
    done.abort();
  }
}
