// The ways in which a network or a server fails, by chance.
import type { NetworkFault } from '../support/fault-proxy.js';
import type { Seeded } from '../support/seeded.js';

/** Any of the ways in which a network or a server fails; the costly ones seldom. */
export function anyFault(random: Seeded): NetworkFault {
  const done = random.chance(0.5);
  if (random.chance(0.004)) return { kind: 'gzipBomb' };
  if (random.chance(0.03)) return { kind: 'silence', done };
  return random.pick<() => NetworkFault>([
    () => ({ kind: 'drop', done }),
    () => ({ kind: 'drop', done: true }),
    () => ({ kind: 'delay', ms: random.below(8) }),
    () => ({ kind: 'answer', status: random.pick([500, 502, 504]), done }),
    () => ({ kind: 'answer', status: 500, done: true }),
    () => ({ kind: 'answer', status: 503, done: false, retryAfter: random.pick([1, 5, 10, 600]) }),
    () => ({ kind: 'answer', status: 429, done: false }),
    () => ({ kind: 'answer', status: 401, done: false }),
    () => ({ kind: 'truncate', share: random.next() }),
    () => ({ kind: 'drip', ms: random.below(3) + 1 }),
    () => ({ kind: 'wrongLength', by: random.pick([-1, -20, -200, 1, 50]) }),
  ])();
}
