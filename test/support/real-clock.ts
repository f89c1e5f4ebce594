// The Clock of tests that drive real processes.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../src/engine/clock.js';

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}),
};
