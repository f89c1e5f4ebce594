// npm run bench -- <name>: prints figures and fails when a goal is not reached.
import process from 'node:process';
import { downloadBench } from './download.js';
import { cardWork } from './mapping/cards.js';
import { eventWork } from './mapping/events.js';
import { formatRate, rateOf } from './rate.js';
import type { Work } from './rate.js';

const BENCHES: Readonly<Record<string, () => readonly Work[]>> = {
  mapping: () => [...eventWork(), ...cardWork()],
};

const [wanted = ''] = process.argv.slice(2);
const bench = BENCHES[wanted];
if (wanted === 'download') {
  if (!await downloadBench()) process.exitCode = 1;
} else if (bench === undefined) {
  process.stderr.write(`No bench '${wanted}'. There is: ${[...Object.keys(BENCHES), 'download'].join(', ')}.\n`);
  process.exitCode = 2;
} else {
  process.stdout.write(`${wanted}: Node ${process.version}, one core\n`);
  for (const work of bench()) {
    const rate = rateOf(work);
    process.stdout.write(`${formatRate(rate)}\n`);
    if (rate.perSecond < rate.goal) process.exitCode = 1;
  }
}
