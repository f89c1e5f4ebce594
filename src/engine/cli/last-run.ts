// What is kept of the last run for the status: the summary, what was not done, and when all was well.
import { memoryOf } from '../report/summary.js';
import type { RunMemory } from '../report/views.js';
import type { Store } from '../state/state.js';
import { EXIT } from '../sync/outcome.js';
import type { RunOutcome } from '../sync/outcome.js';

export interface LastRunMemory extends RunMemory {
  /** ISO 8601 UTC. */
  readonly lastSuccess: string | null;
}

export function lastRunOf(store: Pick<Store, 'lastRun'>): LastRunMemory | null {
  const last = store.lastRun();
  return last === undefined ? null : (JSON.parse(last.report) as LastRunMemory);
}

export function noteRun(store: Store, run: RunOutcome): void {
  const lastSuccess = run.exitCode === EXIT.inStep ? run.ended : lastRunOf(store)?.lastSuccess ?? null;
  const memory: LastRunMemory = { ...memoryOf(run), lastSuccess };
  store.noteRun({ at: run.ended, report: JSON.stringify(memory) });
}
