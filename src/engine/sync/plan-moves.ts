// What to do about items that went from one link to another (rules.md 10): created at the destination, committed, then deleted at the source; taken back
// where the destination takes nothing. Pure.
import type { Kind, SideName } from '../model/ids.js';
import { titleOf } from '../model/title.js';
import { UNKNOWN_VERSION } from '../model/ids.js';
import { UNSTORED } from '../state/state.js';
import type { Action, Write } from './action.js';
import type { Across, Arrival, Leaving, Rehomed } from './across.js';
import { editedFields, expected, fieldNamesOf, filled, sideNames, trusted, unmet } from './expected.js';
import { merge } from './merge.js';
import { markFor } from './plan-fresh.js';
import { refusedBefore, winnerOf } from './plan-pair.js';
import type { PlanContext } from './plan-pair.js';

export const MOVED = 'moved';

export const planMoves = <K extends Kind>({ arrivals, rehomed, leaving }: Across<K>, context: PlanContext<K>): readonly Action<K>[] => [
  ...[...arrivals.values()].map((arrival) => arrive(arrival, context)),
  ...[...rehomed.values()].map((one) => bringOver(one, context)),
  ...[...leaving.values()].flatMap((one) => (one.how === 'moving' ? [leave(one)] : [])),
];

function arrive<K extends Kind>(arrival: Arrival<K>, context: PlanContext<K>): Action<K> {
  const { found, base, from, verdict } = arrival, { link } = context;
  const common = { cell: MOVED, base: null, uid: base.uid, title: titleOf(link.kind, found.whole ?? found.fields) };
  const back: Action<K> = { ...common, kind: 'move', id: found.id, from: link.id, to: from.link, titles: { from: link.title, to: from.title }, next: null, was: null };
  if (verdict === 'back') return back;
  if (verdict !== 'move') return { ...common, kind: 'hold', why: verdict, side: 'server', ids: [found.id] };
  const action = createHere(arrival, { common, context });
  return refusedBefore(action, context) === null ? action : back;
}

type Titled = { readonly cell: string; readonly base: null; readonly uid: Action['uid'] & string; readonly title: string };

/** What was edited on either side meanwhile is merged on the way. */
function createHere<K extends Kind>({ found, base, from, server }: Arrival<K>, { common, context: { link, skewMs } }: { readonly common: Titled; readonly context: PlanContext<K> }): Action<K> & { readonly kind: 'write' } {
  const there = server?.fields ?? expected(base, from.server);
  const { agreed, lost } = merge({
    kind: link.kind, base: trusted(base), winner: winnerOf(link.rules.policy, { outlook: found, server }, skewMs),
    sides: {
      outlook: { fields: found.fields, edited: editedFields(base, link.outlook, found.fields), narrow: (held) => link.outlook.narrow(held) },
      server: { fields: there, edited: server === undefined ? new Set() : editedFields(base, from.server, there), narrow: (held) => from.server.narrow(held) },
    },
  });
  const create: Write<K> = { side: 'server', kind: 'create', ref: null, fields: fieldNamesOf(link.kind), over: server?.parts ?? base.server.parts };
  const fields = unmet(agreed, { side: link.outlook, now: found.fields, base: null });
  const update: readonly Write<K>[] = fields.length === 0 ? [] : [{ side: 'outlook', kind: 'update', ref: { id: found.id, version: found.version }, fields, before: found }];
  const seen = { outlook: found, server };
  const losers = sideNames.flatMap((side: SideName) => { const one = seen[side]; return one === undefined || lost[side].length === 0 ? [] : [{ side, fields: lost[side], found: one }]; });
  return {
    ...common, uid: base.uid, kind: 'write', agreed, writes: [create, ...update], losers, outlook: found, server: null, intent: null, mark: markFor(found, base.uid),
    movedFrom: { link: from.link, title: from.title },
  };
}

function leave<K extends Kind>({ to, base, server, serverGone }: Leaving<K> & { readonly how: 'moving' }): Action<K> {
  const common = { cell: MOVED, base, uid: base.uid, title: titleOf(base.kind, filled(base.kind, base.fields)), intent: null, after: to };
  if (serverGone) return { ...common, kind: 'forget' };
  const ref = server ?? base.server;
  return {
    ...common, kind: 'write', agreed: filled(base.kind, base.fields), losers: [], outlook: null, server: null, mark: null,
    writes: [{ side: 'server', kind: 'delete', ref: { id: ref.id, version: ref.version }, fields: [], ...(server === undefined ? {} : { before: server }) }],
  };
}

/** Nothing is written to the item: it is moved with all that Outlook keeps of it, and the next run compares both sides with what they agreed on. */
function bringOver<K extends Kind>({ found, from, was, base }: Rehomed<K>, { link }: PlanContext<K>): Action<K> {
  return {
    kind: 'move', cell: MOVED, base: null, uid: base.uid, title: titleOf(link.kind, filled(base.kind, base.fields)), id: from.id, from: from.link, to: link.id, titles: { from: from.title, to: link.title },
    was: { link: was, pairing: base.pairing },
    next: { ...base, pairing: UNSTORED, outlook: { ...base.outlook, version: UNKNOWN_VERSION }, server: { id: found.id, version: UNKNOWN_VERSION, parts: found.parts, habits: {}, rewrites: {} } },
  };
}
