// The last look before anything is written: pure. Holds deletions that are too many, and a first run nobody has seen (rules.md 9, 14).
import type { Kind, SideName } from '../model/ids.js';
import { other } from '../model/ids.js';
import type { Action, Plan } from './action.js';
import { deletesOn, isDeletion } from './action.js';
import type { Acceptance } from './run-options.js';

export interface Stop {
  readonly code: 'Held';
  readonly reason: 'first-run' | 'deletions' | 'side-empty';
  readonly count: number;
  readonly limit?: number;
  readonly side?: SideName;
  /** Of a first run: items that are on both sides, that are on one side and would be made on the other, and that nobody can tell. */
  readonly paired?: number;
  readonly toOutlook?: number;
  readonly toServer?: number;
  readonly doubtful?: number;
}

export interface GuardInput<K extends Kind> {
  readonly plan: Plan<K>;
  /** Pairings of the link that are not put away. */
  readonly paired: number;
  /** Items listed on each side that are events or contacts. */
  readonly listed: Readonly<Record<SideName, number>>;
  /** Deletions this link carried out in the last 24 hours. */
  readonly carriedOut: number;
  /** The link's first run was accepted before. */
  readonly accepted: boolean;
  readonly accept: ReadonlySet<Acceptance>;
}

export interface Guarded<K extends Kind> {
  readonly actions: readonly Action<K>[];
  readonly stops: readonly Stop[];
}

export const deletionLimit = (paired: number): number => Math.max(10, Math.min(50, Math.floor(paired / 10)));

export function guard<K extends Kind>(input: GuardInput<K>): Guarded<K> {
  const { plan, paired, listed, accept } = input;
  if (!input.accepted && paired === 0 && listed.outlook > 0 && !accept.has('firstRun')) {
    const first: Stop = { code: 'Held', reason: 'first-run', count: plan.actions.length, ...sightOf(plan) };
    return { actions: plan.actions.map((action) => hold(action, first)), stops: [first] };
  }
  const deletions = plan.actions.filter(isDeletion);
  const stop = deletions.length === 0 || accept.has('deletions') ? null : tooMany(input, deletions);
  if (stop === null) return { actions: plan.actions, stops: [] };
  return { actions: plan.actions.map((action) => (isDeletion(action) ? hold(action, stop) : action)), stops: [stop] };
}

/** rules.md 9: what a first run prints. */
function sightOf<K extends Kind>({ actions }: Plan<K>): Required<Pick<Stop, 'paired' | 'toOutlook' | 'toServer' | 'doubtful'>> {
  const creates = (side: SideName): number => actions.filter((action) => action.kind === 'write' && action.writes.some((write) => write.kind === 'create' && write.side === side)).length;
  return {
    paired: actions.filter((action) => action.kind !== 'hold' && action.cell.startsWith('new,new')).length, toOutlook: creates('outlook'), toServer: creates('server'),
    doubtful: actions.filter((action) => action.kind === 'hold' && action.why === 'doubtful-pair').length,
  };
}

function tooMany<K extends Kind>({ paired, listed, carriedOut }: GuardInput<K>, deletions: readonly Action<K>[]): Stop | null {
  const empty = (['outlook', 'server'] as const).find((side) => paired > 0 && listed[side] === 0 && deletions.some((action) => deletesOn(action, other(side))));
  if (empty !== undefined) return { code: 'Held', reason: 'side-empty', count: deletions.length, side: empty };
  const count = deletions.length + carriedOut, limit = deletionLimit(paired);
  return count > limit ? { code: 'Held', reason: 'deletions', count, limit } : null;
}

/** What may be said of an action that will not be done: notes and forgets wait without a word. */
function hold<K extends Kind>(action: Action<K>, { reason, side = null }: { readonly reason: Stop['reason']; readonly side?: SideName | null }): Action<K> {
  if (action.kind === 'hold') return action;
  return { kind: 'hold', cell: action.cell, base: action.base, uid: action.uid, title: action.title, why: reason, side, ids: [], held: action };
}
