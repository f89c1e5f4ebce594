// A run counted. Pure.
import type { ItemOutcome, ItemResult, RunOutcome } from '../sync/outcome.js';
import type { LinkSummary, RunMemory, RunSummary, WriteCounts } from './views.js';

function countsOf(items: readonly ItemOutcome[]): LinkSummary['counts'] {
  const having = (result: ItemResult): number => items.filter((item) => item.result === result).length;
  return { done: having('done'), held: having('held'), failed: having('failed'), planned: having('planned') };
}

function writesOf(items: readonly ItemOutcome[]): WriteCounts {
  const writes = items.filter((item) => item.result === 'planned' || item.result === 'done').flatMap((item) => item.writes);
  return {
    outlook: writes.filter((write) => write.side === 'outlook').length,
    server: writes.filter((write) => write.side === 'server').length,
    deletions: writes.filter((write) => write.kind === 'delete').length,
  };
}

export const summaryOf = (run: RunOutcome): RunSummary => ({
  ...run,
  links: run.links.map(({ items, ...link }) => ({ ...link, counts: countsOf(items), writes: writesOf(items) })),
});

export const memoryOf = (run: RunOutcome): RunMemory => ({
  run: summaryOf(run),
  open: run.links.flatMap((link) => link.items.filter((item) => item.result !== 'done')),
});

/** The links' counts added up. */
export function totalsOf(run: RunSummary): Readonly<Record<ItemResult | keyof WriteCounts | 'paired', number>> {
  const sum = (of: (link: LinkSummary) => number): number => run.links.reduce((total, link) => total + of(link), 0);
  return {
    done: sum((link) => link.counts.done), held: sum((link) => link.counts.held),
    failed: sum((link) => link.counts.failed), planned: sum((link) => link.counts.planned),
    outlook: sum((link) => link.writes.outlook), server: sum((link) => link.writes.server), deletions: sum((link) => link.writes.deletions),
    paired: sum((link) => link.paired),
  };
}
