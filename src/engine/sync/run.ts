// A run: every link is looked at before any is written to (rules.md 10). SNAPSHOT, DIFF, PLAN, GUARD, then APPLY and COMMIT.
import type { Clock } from '../clock.js';
import type { Store } from '../state/state.js';
import { endsRun, exitCodeOf, forbidsWriting, stopOf } from './describe.js';
import type { Link } from './link.js';
import { across } from './across.js';
import type { Mover } from './apply.js';
import { carryOut, planned, shown } from './link-run.js';
import type { Prepared } from './link-run.js';
import { look } from './look.js';
import type { Looked } from './look.js';
import type { LinkOutcome, RunOutcome } from './outcome.js';
import type { RunOptions } from './run-options.js';

export interface RunParts {
  readonly store: Store;
  readonly clock: Clock;
  /** A new unguessable id, for pairings, intents and the UIDs of copies. */
  readonly newId: () => string;
  /** Moves an Outlook item between the folders of two links (rules.md 10). */
  readonly move?: Mover;
  /** This computer, as people know it. */
  readonly desk?: string;
  /** Milliseconds by which the server's clock is ahead of ours, once it was asked. */
  readonly skewMs?: () => number | null;
}

/** Every failure is in the outcome, of a side as of the state: an end that the exit code tells. */
export async function run(links: readonly Link[], parts: RunParts, options: RunOptions): Promise<RunOutcome> {
  const started = new Date(parts.clock.now()).toISOString(), outcomes: LinkOutcome[] = [], seen: Looked[] = [];
  let looking = true, ended = false;
  for (const [index, link] of links.entries()) {
    options.tell?.({ kind: 'phase', phase: 'list', link: link.id, title: link.title, done: index, total: links.length });
    if (!looking) continue;
    const looked = await attempt(() => look({ link, ...parts, run: started }, options));
    if ('value' in looked) seen.push(looked.value);
    else { outcomes.push(failed(link, looked.error)); looking = !endsRun(looked.error); ended = forbidsWriting(looked.error); }
  }
  const unseen = new Set(links.map(({ id }) => id).filter((id) => !seen.some(({ hands }) => hands.link.id === id)));
  const moves = across(seen, unseen), ready = seen.map((looked) => planned(looked, options, moves.get(looked.hands.link.id)));
  for (const prepared of destinationsFirst(ready)) {
    if (options.whatIf || ended) { outcomes.push(shown(prepared)); continue; }
    const { outcome, error } = await carryOut(prepared, options);
    outcomes.push(outcome);
    ended = error !== undefined && endsRun(error);
  }
  const ordered = links.flatMap((link) => outcomes.filter((outcome) => outcome.link === link.id));
  return { started, ended: new Date(parts.clock.now()).toISOString(), whatIf: options.whatIf, links: ordered, exitCode: exitCodeOf(ordered) };
}

/** What leaves one link waits for another to have it; a circle of links needs one more run. */
function destinationsFirst(ready: readonly Prepared[]): readonly Prepared[] {
  const visited = new Set<Prepared>(), order: Prepared[] = [];
  const visit = (one: Prepared): void => {
    if (visited.has(one)) return;
    visited.add(one);
    const goals = new Set(one.actions.map(({ after }) => after));
    ready.filter(({ hands }) => goals.has(hands.link.id)).forEach(visit);
    order.push(one);
  };
  ready.forEach(visit);
  return order;
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
