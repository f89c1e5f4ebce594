// A whole run, or a whole plan, as text for a terminal, a log or a mail. Pure.
import type { ItemOutcome, LinkOutcome } from '../sync/outcome.js';
import { tell } from '../words/catalogue.js';
import type { Told, Words } from '../words/catalogue.js';
import { changesText, nameOf, whyLine, writesText } from './item-text.js';
import { totalsOf } from './summary.js';
import { table } from './table.js';
import type { LinkSummary, RunSummary } from './views.js';

/** One sentence or two: the end of a run, the status, the scheduled run's log. */
export function summaryText(words: Words, run: RunSummary): string {
  const stopped = run.links.filter((link) => link.stopped.length > 0).length;
  const links = stopped === 0 ? [] : [words.say('summary.links', { count: stopped, total: run.links.length })];
  return [...itemSummary(words, run, stopped > 0), ...links].join(' ');
}

function itemSummary(words: Words, run: RunSummary, stopped: boolean): readonly string[] {
  const totals = totalsOf(run);
  if (run.whatIf) return [totals.outlook + totals.server === 0 ? words.say('summary.planEmpty') : words.say('summary.plan', totals)];
  if (totals.done + totals.held + totals.failed > 0) return [words.say('summary.counts', totals)];
  return stopped ? [] : [words.say('summary.inStep', totals)];
}

/** Why a link stopped as a whole, each with what to do. */
export const stoppedText = (words: Words, link: Pick<LinkOutcome, 'stopped' | 'title'>): readonly Told[] =>
  link.stopped.map(({ code, reason, detail, ...facts }) => tell(words, { code, reason }, { subject: link.title, item: 'link' in link ? String(link.link) : undefined, excerpt: detail, ...facts }));

function linkText(words: Words, link: LinkSummary, items: readonly ItemOutcome[]): string {
  const count = (listed: number | null): string | number => listed ?? '-';
  const head = words.say('link.listed', { title: link.title, outlook: count(link.listed.outlook), server: count(link.listed.server), paired: link.paired });
  const stopped = stoppedText(words, link).map((told) => `  ! ${told.message} ${told.remedy}`);
  const rows = items.map((item) => [
    nameOf(item), words.say(`result.${item.result}`), writesText(words, item), changesText(words, item),
  ]);
  const whys = items.flatMap((item) => whyLine(words, item) ?? []).map((line) => `  ! ${line}`);
  const header = [words.say('column.item'), '', words.say('column.what'), words.say('column.fields')];
  return [head, ...stopped, table(header, rows), ...whys].filter(Boolean).join('\n');
}

/** Every link with its items, then the summary. */
export const runText = (words: Words, run: RunSummary, items: readonly ItemOutcome[]): string =>
  [...run.links.map((link) => linkText(words, link, items.filter((item) => item.link === link.link))), summaryText(words, run)].join('\n\n');
