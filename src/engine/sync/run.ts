// A run: every link is looked at before any is written to (rules.md 10). SNAPSHOT, DIFF, PLAN, GUARD, then APPLY and COMMIT.
import type { Clock } from '../clock.js';
import type { Store } from '../state/state.js';
import { endsRun, exitCodeOf, forbidsWriting, stopOf } from './describe.js';
import type { Link } from './link.js';
import { carryOut, planned, prepare } from './link-run.js';
import type { Prepared } from './link-run.js';
import type { LinkOutcome, RunOutcome } from './outcome.js';
import type { RunOptions } from './run-options.js';

export interface RunParts {
  readonly store: Store;
  readonly clock: Clock;
  /** A new unguessable id, for pairings, intents and the UIDs of copies. */
  readonly newId: () => string;
  /** Milliseconds by which the server's clock is ahead of ours, once it was asked. */
  readonly skewMs?: () => number | null;
}

/** Every failure is in the outcome, of a side as of the state: an end that the exit code tells. */
export async function run(links: readonly Link[], parts: RunParts, options: RunOptions): Promise<RunOutcome> {
  const started = new Date(parts.clock.now()).toISOString(), outcomes: LinkOutcome[] = [], ready: Prepared[] = [];
  let looking = true, ended = false;
  for (const [index, link] of links.entries()) {
    options.tell?.({ kind: 'phase', phase: 'list', link: link.id, title: link.title, done: index, total: links.length });
    if (!looking) continue;
    const looked = await attempt(() => prepare({ link, ...parts, run: started }, options));
    if ('value' in looked) ready.push(looked.value);
    else { outcomes.push(failed(link, looked.error)); looking = !endsRun(looked.error); ended = forbidsWriting(looked.error); }
  }
  for (const prepared of ready) {
    if (options.whatIf || ended) { outcomes.push(planned(prepared)); continue; }
    const { outcome, error } = await carryOut(prepared, options);
    outcomes.push(outcome);
    ended = error !== undefined && endsRun(error);
  }
  const ordered = links.flatMap((link) => outcomes.filter((outcome) => outcome.link === link.id));
  return { started, ended: new Date(parts.clock.now()).toISOString(), whatIf: options.whatIf, links: ordered, exitCode: exitCodeOf(ordered) };
}

async function attempt<Value>(work: () => Promise<Value>): Promise<{ readonly value: Value } | { readonly error: unknown }> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}

const failed = (link: Link, error: unknown): LinkOutcome => ({
  link: link.id, kind: link.kind, title: link.title, listed: { outlook: null, server: null }, paired: 0, putAway: 0, items: [], stopped: [stopOf(error)],
});
