// What went wrong with an item or a link as a Problem: an id for scripts, words for people.
import type { ItemOutcome, LinkOutcome } from '../sync/outcome.js';
import type { Words } from '../words/catalogue.js';
import { nameOf, whyText } from './item-text.js';
import { stoppedText } from './run-text.js';
import type { Problem } from './views.js';

/** 'M2K.Unavailable.host-not-found'. */
export const problemId = (code: string, reason?: string): string => ['M2K', code, reason].filter(Boolean).join('.');

/** A HoldReason stands under 'Held' wherever it comes from. */
const heldId = (code: string, reason: string | undefined): string => problemId('Held', code === 'Held' ? reason : code);

export function itemProblem(words: Words, item: ItemOutcome): Problem | null {
  const told = whyText(words, item);
  if (told === null || item.code === undefined) return null;
  const id = item.result === 'held' ? heldId(item.code, item.reason) : problemId(item.code, item.reason);
  return { id, code: item.code, ...told, target: nameOf(item) };
}

export const linkProblems = (words: Words, link: Pick<LinkOutcome, 'stopped' | 'title'>): readonly Problem[] =>
  stoppedText(words, link).flatMap((told, index) => {
    const stop = link.stopped[index];
    if (stop === undefined) return [];
    const id = /^[a-z]/.test(stop.code) ? heldId(stop.code, stop.reason) : problemId(stop.code, stop.reason);
    return [{ id, code: stop.code, ...told, target: link.title }];
  });
