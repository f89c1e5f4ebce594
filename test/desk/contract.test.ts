// Desk rule 23 on the desk: the side contract on Outlook behind COM, from Windows Node.
import test from 'ava';

import { casesFor } from '../../src/engine/side/contract/bench.js';
import { sideContract } from '../../src/engine/side/contract/contract.js';
import { ABLE } from './programs/able.js';
import { endOutlook, newDeskMailbox, runProgram } from './windows.js';

/** A minute on an idle machine; beside others it has taken ten times that. */
const PATIENCE_MS = 1_500_000;

await endOutlook();
await newDeskMailbox('C:\\users\\Public\\contract.mailbox');
const results = await runProgram('contract', { args: ['C:\\users\\Public\\contract.mailbox'], timeout: PATIENCE_MS }) as Readonly<Record<string, string>>;

for (const kind of ['event', 'contact'] as const) {
  for (const { name } of casesFor(sideContract, { kind, able: ABLE })) {
    test(`by COM, ${kind}: ${name}`, (t) => {
      t.is(results[`${kind}: ${name}`], 'kept');
    });
  }
}
