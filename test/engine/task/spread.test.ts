import test from 'ava';
import { INTERVALS } from '../../../src/engine/config/schedule.js';
import { startOffset } from '../../../src/engine/task/spread.js';

/** How often the busiest second of an interval is somebody's. */
function busiest(owners: readonly { readonly sid: string; readonly machine: string }[], minutes: number): number {
  const seconds = new Map<number, number>();
  for (const owner of owners) {
    const at = startOffset(owner, minutes);
    if (!Number.isInteger(at) || at < 0 || at >= minutes * 60) throw new Error(`outside the interval: ${at}`);
    seconds.set(at, (seconds.get(at) ?? 0) + 1);
  }
  return Math.max(...seconds.values());
}

/** No second above three times its share; where the interval has more seconds than a third of the desks, a second is one desk's, which is as even as can be. */
const most = (desks: number, minutes: number): number => Math.max(1, Math.floor(3 * desks / (minutes * 60)));

test('desk 11: of 2,000 SIDs of a domain no second of any interval has over three times its share', (t) => {
  for (const domain of ['S-1-5-21-1004336348-1177238915-682003330', 'S-1-5-21-3623811015-3361044348-30300820', 'S-1-5-21-1-2-3']) {
    for (const first of [1104, 5000, 250_000]) {
      const owners = Array.from({ length: 2000 }, (_, n) => ({ sid: `${domain}-${first + n}`, machine: '' }));
      for (const minutes of INTERVALS) t.true(busiest(owners, minutes) <= most(2000, minutes), `${domain} ${first}, ${minutes} minutes: ${busiest(owners, minutes)} of ${most(2000, minutes)}`);
    }
  }
});

test('2,000 cloned computers, whose account is the same, do not come together either', (t) => {
  const owners = Array.from({ length: 2000 }, (_, n) => ({ sid: 'S-1-5-21-7-8-9-1001', machine: `PC-${n}` }));
  // By chance alone: about twice that in the worst second of a quarter of an hour.
  t.true(busiest(owners, 15) <= 12);
  t.true(busiest(owners, 1) <= most(2000, 1));
});

test('the same desk has the same second every time, and a computer\'s name has no case', (t) => {
  const owner = { sid: 'S-1-5-21-7-8-9-1001', machine: 'PC-1' };
  t.is(startOffset(owner, 15), startOffset({ ...owner, machine: 'pc-1' }, 15));
  t.not(startOffset(owner, 15), startOffset({ ...owner, machine: 'pc-2' }, 15));
});
