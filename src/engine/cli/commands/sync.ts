// `sync`: one run of the profile, or its plan.
import { linkProblems } from '../../report/problem.js';
import { summaryText } from '../../report/run-text.js';
import { summaryOf } from '../../report/summary.js';
import type { RunOutcome } from '../../sync/outcome.js';
import type { Command, CommandContext, Ended } from '../command-context.js';
import { oneRun } from '../one-run.js';

export const sync: Command<'sync'> = async (context, request) =>
  ended(context, await oneRun(context, { whatIf: request.whatIf === true, accept: request.accept ?? [], scheduled: request.scheduled === true, retry: request.retry === true }));

export function ended({ words }: CommandContext, outcome: RunOutcome): Ended<'sync'> {
  const run = summaryOf(outcome);
  return { value: { run, summary: summaryText(words, run), problems: outcome.links.flatMap((link) => linkProblems(words, link)) }, exitCode: outcome.exitCode };
}
