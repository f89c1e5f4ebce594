// The plan of one link: every pairing and every loose item, each with what to do about it. Pure; deletions last.
import { M2KError } from '../errors.js';
import type { Kind } from '../model/ids.js';
import type { Action, Plan } from './action.js';
import { isDeletion } from './action.js';
import type { Difference, Doubt } from './view.js';
import { noMoves } from './across.js';
import { planMoves } from './plan-moves.js';
import { planFresh } from './plan-fresh.js';
import type { FreshContext } from './plan-fresh.js';
import { planPair } from './plan-pair.js';

export function plan<K extends Kind>(difference: Difference<K>, context: FreshContext<K>): Plan<K> {
  const pairs = difference.pairs.flatMap((view) => planPair(view, context) ?? []);
  const actions = [...pairs, ...planMoves(context.across ?? noMoves<K>(), context), ...planFresh(difference.fresh, context), ...difference.doubts.map((doubt) => held<K>(doubt))].map((action) => withoutDeletions(action, context));
  return { link: context.link.id, kind: context.link.kind, actions: [...actions.filter((action) => !isDeletion(action)), ...actions.filter(isDeletion)] };
}

const held = <K extends Kind>({ side, why, ids, title, error }: Doubt): Action<K> => ({
  kind: 'hold', cell: why, base: null, uid: null, title, why, side, ids, ...(error === undefined ? {} : { error }),
  ...(error instanceof M2KError && error.data.reason !== undefined ? { detail: error.data.reason } : {}),
});

/** rules.md 5, 15: a state that knows nothing deletes nothing, nor does a run in which a side may be another than it was. */
function withoutDeletions<K extends Kind>(action: Action<K>, { repair, reset }: FreshContext<K>): Action<K> {
  if (!isDeletion(action) || (!repair && reset === null)) return action;
  const { cell, base, uid, title } = action;
  return { kind: 'hold', cell, base, uid, title, why: repair ? 'was-synced-now-gone' : 'invalid-token', side: repair ? 'outlook' : reset, ids: [], held: action };
}
