// `status`: the last run and what needs attention (mission M6). Never takes the lock, never opens Outlook, never asks the server.
import { existsSync } from 'node:fs';
import { itemProblem, linkProblems } from '../../report/problem.js';
import { summaryText } from '../../report/run-text.js';
import { openStore } from '../../state/store.js';
import { isLocked } from '../../state/lock.js';
import { EXIT } from '../../sync/outcome.js';
import type { Command } from '../command-context.js';
import { lastRunOf } from '../last-run.js';
import type { LastRunMemory } from '../last-run.js';

export const status: Command<'status'> = ({ profile, settings, words }) => {
  const { account } = settings.read();
  const last = memoryIn(profile);
  const problems = last === null ? [] : [
    ...last.run.links.flatMap((link) => linkProblems(words, link)),
    ...last.open.flatMap((item) => itemProblem(words, item) ?? []),
  ];
  return Promise.resolve({
    value: {
      connected: account !== undefined, address: account?.address ?? null, host: account?.host ?? null, stateFolder: profile,
      lastRun: last?.run ?? null, summary: last === null ? null : summaryText(words, last.run), lastSuccess: last?.lastSuccess ?? null,
      problems: problems.slice(0, MOST), putAway: last?.run.links.reduce((sum, link) => sum + link.putAway, 0) ?? 0,
      running: existsSync(profile) && isLocked(profile),
    },
    exitCode: EXIT.inStep,
  });
};

/** A result is one line, whose length has a limit (records.ts); who has more to look at sees them in the run itself. */
const MOST = 200;

function memoryIn(profile: string): LastRunMemory | null {
  const store = openStore(profile);
  try {
    return lastRunOf(store);
  } finally {
    store.close();
  }
}
