// Rights that the server refused, learnt from its refusals where its privilege sets do not tell (rules.md 22). Pure.
import type { ToldRights } from '../config/settings.js';
import type { LinkOutcome } from '../sync/outcome.js';

export type Right = keyof ToldRights;

/** One right as refusals taught it. */
export interface Lesson {
  /** ISO 8601 UTC of the last refusal. */
  readonly at: string;
  /** Proven: 403 with need-privileges, or a plain 403 on two items and again in a later run. */
  readonly missing: boolean;
}

export type LearntRights = Readonly<Partial<Record<Right, Lesson>>>;

const RIGHT_FOR = { create: 'add', update: 'change', delete: 'remove' } as const;

/** A right that was refused is tried again after so long: administrators grant it without telling us. */
const DAYS = 7;
const DAY_MS = 86_400_000;

const alive = ({ at }: Lesson, now: number): boolean => now - Date.parse(at) < DAYS * DAY_MS;

/** What one link's outcome teaches. `told`: the collection has a privilege set, so that a plain 403 speaks of its item only. */
export function learn(before: LearntRights, outcome: Pick<LinkOutcome, 'items'>, { told, now }: { readonly told: boolean; readonly now: number }): LearntRights {
  const known = Object.fromEntries(Object.entries(before).filter(([, lesson]) => alive(lesson, now))) as LearntRights;
  return outcome.items.reduce((learnt, { code, reason, side, result, writes }) => {
    if (result !== 'failed' || code !== 'Refused' || side !== 'server') return learnt;
    const right = writes.find((write) => write.side === 'server')?.kind;
    if (right === undefined || (reason !== 'no-right' && (reason !== 'http-403' || told))) return learnt;
    const refused = outcome.items.filter((item) => item.reason === 'http-403' && item.writes.some((write) => write.side === 'server' && write.kind === right)).length;
    const proven = reason === 'no-right' || known[RIGHT_FOR[right]] !== undefined;
    return proven || refused >= 2 ? { ...learnt, [RIGHT_FOR[right]]: { at: new Date(now).toISOString(), missing: proven } } : learnt;
  }, known);
}

/** The least of what the server tells and what it refused. */
export function withLearnt(rights: ToldRights, learnt: LearntRights, now: number): ToldRights {
  const missing = (right: Right): boolean => learnt[right] !== undefined && learnt[right].missing && alive(learnt[right], now);
  return { add: missing('add') ? false : rights.add, change: missing('change') ? false : rights.change, remove: missing('remove') ? false : rights.remove };
}
