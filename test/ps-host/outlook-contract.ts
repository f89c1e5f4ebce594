// Registers the side contract on Outlooks of the lab for both kinds of item.
import type { TestFn } from 'ava';
import { runContract } from '../contract/run-contract.js';
import { outlookBenches, type Benches, type BenchOptions, type OutlookBench } from './outlook-bench.js';

/** `expanded`: appointments by the side that the product has. `desks`: title and settings (JSON) of each; all are served by one host, one after the other. */
export function contractOnOutlook(test: TestFn, desks: Readonly<Record<string, string>>, options: BenchOptions & { readonly expanded?: true } = {}): void {
  const endings: (() => unknown)[] = [];
  let benches: Benches;
  test.before(() => {
    benches = outlookBenches({ teardown: (close) => void endings.push(close) }, options);
  });
  test.after.always(async () => {
    for (const end of endings) await end();
  });
  const serially = test.serial as unknown as TestFn;
  for (const [title, settings] of Object.entries(desks)) {
    for (const kind of ['event', 'contact'] as const) {
      const open = async (): Promise<OutlookBench<typeof kind>> => {
        const bench = await benches.open(kind, settings);
        return options.expanded === true && kind === 'event' ? { ...bench, side: bench.expanded(() => new Map(), Date.now) as unknown as typeof bench.side } : bench;
      };
      runContract(serially, { title, kind, able: ['unreadable', 'uidUnique', 'provesGone', 'calls'], open });
    }
  }
}
