// The plan of one link: every pairing and every loose item, each with what to do about it. Pure; deletions last.
import { M2KError } from '../errors.js';
import type { Kind } from '../model/ids.js';
import type { Action, Plan } from './action.js';
import { isDeletion } from './action.js';
import type { Difference, Doubt } from './view.js';
import { planFresh } from './plan-fresh.js';
import type { FreshContext } from './plan-fresh.js';
import { planPair } from './plan-pair.js';

export function plan<K extends Kind>(difference: Difference<K>, context: FreshContext<K>): Plan<K> {
  const pairs = difference.pairs.flatMap((view) => planPair(view, context) ?? []);
  const actions = [...pairs, ...planFresh(difference.fresh, context), ...difference.doubts.map((doubt) => held<K>(doubt))].map((action) => withoutDeletions(action, context));
  return { link: context.link.id, kind: context.link.kind, actions: [...actions.filter((action) => !isDeletion(action)), ...actions.filter(isDeletion)] };
}

const held = <K extends Kind>({ side, why, ids, title, error }: Doubt): Action<K> => ({
  kind: 'hold', cell: why, base: null, uid: null, title, why, side, ids, ...(error === undefined ? {} : { error }),
  ...(error instanceof M2KError && error.data.reason !== undefined ? { detail: error.data.reason } : {}),
});

/** rules.md 5: a state that knows nothing deletes nothing. */
function withoutDeletions<K extends Kind>(action: Action<K>, { repair, link }: FreshContext<K>): Action<K> {
  if (!repair || !isDeletion(action)) return action;
  return { kind: 'hold', cell: action.cell, base: action.base, uid: action.uid, title: action.title, why: 'was-synced-now-gone', side: link.outlook.name, ids: [] };
}
