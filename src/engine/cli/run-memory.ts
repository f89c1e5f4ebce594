// What a run takes from the memory of the server, and what it leaves there.
import type { Account } from '../config/settings.js';
import { M2KError } from '../errors.js';
import type { RunOutcome } from '../sync/outcome.js';
import { foundIn } from './found-in.js';
import { learn } from './learnt-rights.js';
import type { Look } from './look-around.js';
import { writeServerMemory } from './server-memory.js';
import type { ServerMemory } from './server-memory.js';

/** The server said when it wants to be asked again: the timer waits, a person may try. @throws M2KError Busy */
export function mayAsk(memory: ServerMemory | null, { host }: Account, now: number): void {
  const wait = memory?.notBefore === undefined ? 0 : Date.parse(memory.notBefore) - now;
  if (wait > 0) throw new M2KError('Busy', { reason: 'server-busy', host, retryAfterMs: wait });
}

export function lessons(look: Look, { links }: RunOutcome, now: number): ServerMemory['learnt'] {
  return links.reduce<ServerMemory['learnt']>((learnt, link) => {
    const lesson = learn(learnt[link.link] ?? {}, link, { told: foundIn(look.found, link.link)?.rightsTold === true, now });
    const { [link.link]: _before, ...others } = learnt;
    return Object.keys(lesson).length === 0 ? others : { ...others, [link.link]: lesson };
  }, look.memory.learnt);
}

export function keepMemory(profile: string, { before, after, busyUntil }: { readonly before: ServerMemory | null; readonly after: ServerMemory | null; readonly busyUntil: number | null }): void {
  if (after === null) return;
  const { notBefore: _over, ...rest } = after;
  const next: ServerMemory = busyUntil === null ? rest : { ...rest, notBefore: new Date(busyUntil).toISOString() };
  if (JSON.stringify(next) !== JSON.stringify(before)) writeServerMemory(profile, next);
}
