// `failures`: the items that the last run left undone, each with why and what to do (mission M6). Never takes the lock, asks nobody.
import { itemText } from '../../report/item-text.js';
import { itemProblem } from '../../report/problem.js';
import { openStore } from '../../state/store.js';
import { EXIT } from '../../sync/outcome.js';
import type { Command } from '../command-context.js';
import { lastRunOf } from '../last-run.js';

export const failures: Command<'failures'> = ({ profile, words, tell }) => {
  const store = openStore(profile);
  try {
    const open = lastRunOf(store)?.open ?? [];
    for (const item of open) tell({ t: 'item', item, text: itemText(words, item), problem: itemProblem(words, item) });
    return Promise.resolve({ value: { count: open.length }, exitCode: EXIT.inStep });
  } finally {
    store.close();
  }
};
