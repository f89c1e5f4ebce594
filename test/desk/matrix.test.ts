// Desk rules 7-9, rules 2, 3: whatever breaks between the engine and Outlook, nothing is lost and nothing doubled.
import test from 'ava';

import { BREAKS } from './programs/breaks.js';
import type { Broken } from './programs/matrix.js';
import { endOutlook, newDeskMailbox, runProgram } from './windows.js';

/** A minute on an idle machine; beside others it has taken ten times that. */
const PATIENCE_MS = 1_500_000;

await endOutlook();
await newDeskMailbox('C:\\users\\Public\\matrix.mailbox');
const results = await runProgram('matrix', { timeout: PATIENCE_MS }) as unknown as Readonly<Record<string, Broken>>;

for (const { name } of BREAKS) {
  test(`rule 2, 3: ${name}, and nothing is lost or doubled`, (t) => {
    const { broke, problems } = results[name] ?? { broke: '', problems: ['it was not run'] };
    t.log(broke);
    t.deepEqual(problems, []);
  });
}
