// The side contract on Outlook: outlook-side, the wire, Host.psm1, the lab's Outlook.
import test from 'ava';
import type { TestFn } from 'ava';
import { outlookBenches, type Benches } from '../ps-host/outlook-bench.js';
import { runContract } from './run-contract.js';

const teardowns: (() => unknown)[] = [];
let benches: Benches;

test.before(() => {
  benches = outlookBenches({ teardown: (close) => teardowns.push(close) });
});
test.after.always(async () => {
  for (const close of teardowns) await close();
});

/** One host serves all cases, one after the other. */
const serially = test.serial as unknown as TestFn;

for (const kind of ['event', 'contact'] as const) {
  runContract(serially, { title: 'Outlook', kind, able: ['unreadable', 'uidUnique', 'provesGone', 'calls'], open: () => benches.open(kind) });
}
