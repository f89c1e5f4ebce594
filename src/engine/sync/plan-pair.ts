// What to do about a known pairing: pure. Reads the decision table and turns its verdict into writes.
import { canonicalText } from '../model/canonical.js';
import type { Kind, SideName } from '../model/ids.js';
import { other } from '../model/ids.js';
import type { Fields } from '../model/item.js';
import { titleOf } from '../model/title.js';
import type { Found } from '../side/side.js';
import { UNSTORED } from '../state/state.js';
import type { Base, LinkMemory } from '../state/state.js';
import type { Action, Loser, Write } from './action.js';
import { nextBase, seenSide } from './agreement.js';
import { decide } from './decide.js';
import type { Change } from './decide.js';
import { expected, fieldNamesOf, filled, isBaseless, narrowOf, sideNames, trusted, unmet } from './expected.js';
import { leaderOf, linkFor, mayWrite } from './link.js';
import type { ClashPolicy, Link, LinkRules } from './link.js';
import { merge } from './merge.js';
import type { PairView, SideView } from './view.js';

export interface PlanContext<K extends Kind> {
  readonly link: Link<K>;
  readonly memory: LinkMemory | undefined;
  /** Milliseconds by which the server's clock is ahead of ours. */
  readonly skewMs: number;
  /** ISO 8601 UTC of this run. */
  readonly at: string;
}

const changeOf = <K extends Kind>(view: SideView<K>): Change => (view.state === 'edited' || view.state === 'gone' ? view.state : 'same');
export const foundIn = <K extends Kind>(view: SideView<K>): Found<K> | undefined => (view.state === 'same' || view.state === 'edited' ? view.found : undefined);

export function planPair<K extends Kind>(view: PairView<K>, given: PlanContext<K>): Action<K> | null {
  const link = linkFor(given.link, filled(view.base.kind, view.base.fields)), context = { ...given, link };
  const { base } = view, cell = `${view.outlook.state},${view.server.state}`;
  const common = { cell, base, uid: base.uid, title: titleOf(base.kind, filled(base.kind, base.fields)), intent: view.intent };
  const blocked = sideNames.find((side) => view[side].state === 'unknown' || view[side].state === 'absent' || view[side].state === 'putAway');
  if (blocked !== undefined) return unsure(view, { common, blocked, at: context.at });
  const verdict = decide({ outlook: changeOf(view.outlook), server: changeOf(view.server), origin: link === given.link ? base.origin : 'server' }, link.rules);
  switch (verdict.do) {
    case 'nothing': return isBaseless(base) ? mergeAction(view, { common, context, ...led(context.link.rules) }) : noteIfMoved(view, { common, context });
    case 'merge': return mergeAction(view, { common, context });
    case 'restore': return mergeAction(view, { common, context, leader: other(verdict.side) });
    case 'recreate': return permitted(recreate(view, { common, context, side: verdict.side }), context);
    case 'delete': return permitted(remove(view, { common, side: verdict.side }), context);
    case 'forget': case 'unpair': return { ...common, kind: 'forget' };
    case 'rights-unknown': return rightsUnknown(common, verdict.side);
  }
}

interface Titled<K extends Kind> { readonly cell: string; readonly base: Base<K>; readonly uid: Base<K>['uid']; readonly title: string; readonly intent: string | null }

/** Not to be decided: unreadable, absent without proof, or put away (rules.md 12, 13). */
function unsure<K extends Kind>(view: PairView<K>, { common, blocked, at }: { readonly common: Titled<K>; readonly blocked: SideName; readonly at: string }): Action<K> | null {
  const one = view[blocked];
  // The other side's id may have moved meanwhile: what is known of it is kept. What an open intent wanted is not agreed before it is written.
  const base = { ...view.stored, ...Object.fromEntries(sideNames.flatMap((side) => { const found = foundIn(view[side]); return found === undefined || view[side].state !== 'same' ? [] : [[side, seenSide(side, found, view.base[side])]]; })) };
  if (one.state === 'unknown') return { ...common, kind: 'hold', why: one.why, side: blocked, ids: [base[blocked].id], ...(one.error === undefined ? {} : { error: one.error }) };
  if (one.state === 'absent') {
    return one.first ? { ...common, kind: 'note', mark: null, intent: null, next: { ...base, absentSince: at } } : { ...common, kind: 'hold', why: 'absent-unproven', side: blocked, ids: [base[blocked].id] };
  }
  if (view[other(blocked)].state === 'gone') return { ...common, kind: 'forget' };
  return base.putAway === true ? null : { ...common, kind: 'note', mark: null, intent: null, next: { ...base, putAway: true } };
}

function noteIfMoved<K extends Kind>(view: PairView<K>, { common, context: { link } }: Deciding<K>): Action<K> | null {
  const { base } = view, { absentSince, putAway } = base;
  const moved = sideNames.some((side) => view[side].state === 'same' && view[side].moved);
  if (!moved && view.intent === null && absentSince === undefined && putAway === undefined) return null;
  return { ...common, kind: 'note', mark: null, next: nextBase(base, link, { fields: filled(base.kind, base.fields), outlook: foundIn(view.outlook), server: foundIn(view.server) }) };
}

interface Deciding<K extends Kind> { readonly common: Titled<K>; readonly context: PlanContext<K>; readonly leader?: SideName }

function mergeAction<K extends Kind>(view: PairView<K>, { common, context, leader }: Deciding<K>): Action<K> | null {
  const { base } = view, { link } = context;
  const now = { outlook: foundIn(view.outlook), server: foundIn(view.server) };
  const fields = (side: SideName): Fields<K> => now[side]?.fields ?? expected(base, link[side]);
  const edited = (side: SideName): ReadonlySet<never> => (view[side].state === 'edited' ? (view[side].edited as ReadonlySet<never>) : new Set());
  const of = (side: SideName): Parameters<typeof merge<K>>[0]['sides']['outlook'] => ({ fields: fields(side), edited: edited(side), narrow: narrowOf(base, link[side]) });
  const merged = merge({
    kind: base.kind, base: trusted(base), sides: { outlook: of('outlook'), server: of('server') },
    winner: leader ?? winnerOf(link.rules.policy, now, context.skewMs), ...(leader === undefined ? {} : { leader, keeps: base.origin === other(leader) }),
  });
  const writes = sideNames.filter((side) => side !== leader).flatMap((side) => updateOf(merged.agreed, { side, link, view, now: fields(side) }));
  if (writes.length === 0) {
    return noteIfMoved({ ...view, base: { ...base, fields: merged.agreed } }, { common, context })
      ?? { ...common, kind: 'note', mark: null, next: nextBase(base, link, { fields: merged.agreed, ...now }) };
  }
  const barred = barredIn(writes, link.rules);
  if (barred !== null) return leader === undefined && barred.lacks ? mergeAction(view, { common, context, leader: barred.side }) : rightsUnknown(common, barred.side);
  const losers = losersOf(view, { lost: merged.lost, now, ...(leader === undefined ? {} : { leader }) });
  const action: Action<K> = { ...common, kind: 'write', agreed: merged.agreed, writes, losers, outlook: now.outlook ?? null, server: now.server ?? null, mark: null };
  return refusedBefore(action, context) ?? action;
}

const led = (rules: LinkRules): { readonly leader?: SideName } => {
  const leader = leaderOf(rules);
  return leader === undefined ? {} : { leader };
};

function permitted<K extends Kind>(action: Action<K>, { link }: PlanContext<K>): Action<K> {
  const barred = action.kind === 'write' ? barredIn(action.writes, link.rules) : null;
  return barred === null ? action : rightsUnknown(action, barred.side);
}

/** The first write that a right does not let pass; `lacks`: the right is known to be missing (rules.md 22). */
export function barredIn<K extends Kind>(writes: readonly Write<K>[], rules: LinkRules): { readonly side: SideName; readonly lacks: boolean } | null {
  const barred = writes.find((write) => mayWrite(rules, write) !== true);
  return barred === undefined ? null : { side: barred.side, lacks: mayWrite(rules, barred) === false };
}

export const rightsUnknown = <K extends Kind>({ cell, base, uid, title }: Pick<Action<K>, 'cell' | 'base' | 'uid' | 'title'>, side: SideName): Action<K> =>
  ({ kind: 'hold', cell, base, uid, title, why: 'rights-unknown', side, ids: [] });

/** rules.md 20: Outlook's LastModificationTime against LAST-MODIFIED by our own clock; missing or within two minutes: the server. */
const CLOSE_MS = 2 * 60_000;
export function winnerOf<K extends Kind>(policy: ClashPolicy, now: Readonly<Record<SideName, Found<K> | undefined>>, skewMs = 0): SideName {
  if (policy !== 'newer') return policy;
  const [outlook, server] = [now.outlook?.modified, now.server?.modified];
  if (outlook === undefined || server === undefined) return 'server';
  return Date.parse(outlook) - (Date.parse(server) - skewMs) > CLOSE_MS ? 'outlook' : 'server';
}

export function updateOf<K extends Kind>(
  agreed: Fields<K>, { side, link, view, now }: { readonly side: SideName; readonly link: Link<K>; readonly view: PairView<K>; readonly now: Fields<K> },
): readonly Write<K>[] {
  const fields = unmet(agreed, { side: link[side], now, base: view.base }), found = foundIn(view[side]);
  if (fields.length === 0) return [];
  const ref = found ?? view.base[side];
  return [{ side, kind: 'update', ref: { id: ref.id, version: ref.version }, fields, ...(found === undefined ? {} : { before: found }) }];
}

function losersOf<K extends Kind>(
  view: PairView<K>,
  { lost, now, leader }: { readonly lost: Readonly<Record<SideName, readonly Loser<K>['fields'][number][]>>; readonly now: Readonly<Record<SideName, Found<K> | undefined>>; readonly leader?: SideName },
): readonly Loser<K>[] {
  return sideNames.flatMap((side) => {
    const one = view[side], found = now[side];
    if (found === undefined) return [];
    const overruled = leader !== undefined && leader !== side && one.state === 'edited' ? [...one.edited] : [];
    const foreign = one.state === 'edited' ? [...one.foreign] : [];
    const fields = [...new Set([...lost[side], ...overruled, ...foreign])];
    return fields.length === 0 ? [] : [{ side, fields, found }];
  });
}

function recreate<K extends Kind>(view: PairView<K>, { common, context, side }: Deciding<K> & { readonly side: SideName }): Action<K> {
  const { base } = view, { link } = context, source = other(side), found = foundIn(view[source]);
  const kept = { fields: expected(base, link[side]), edited: new Set<never>(), narrow: narrowOf(base, link[side]) };
  const one = view[source];
  const leading = { fields: found?.fields ?? expected(base, link[source]), edited: one.state === 'edited' ? one.edited : new Set<never>(), narrow: narrowOf(base, link[source]) };
  const { agreed } = merge({
    kind: base.kind, base: trusted(base), winner: source, leader: source,
    sides: { [side]: kept, [source]: leading } as unknown as Parameters<typeof merge<K>>[0]['sides'],
  });
  const write: Write<K> = { side, kind: 'create', ref: null, fields: fieldNamesOf(base.kind), over: base[side].parts };
  // A write that an open intent left half done on the source is completed with it.
  const rest = updateOf(agreed, { side: source, link, view, now: leading.fields });
  const action: Action<K> = {
    ...common, kind: 'write', agreed, writes: [write, ...rest], losers: [], mark: null,
    outlook: source === 'outlook' ? (found ?? null) : null, server: source === 'server' ? (found ?? null) : null,
  };
  return refusedBefore(action, context) ?? action;
}

function remove<K extends Kind>(view: PairView<K>, { common, side }: { readonly common: Titled<K>; readonly side: SideName }): Action<K> {
  const found = foundIn(view[side]), ref = found ?? view.base[side];
  const write: Write<K> = { side, kind: 'delete', ref: { id: ref.id, version: ref.version }, fields: [], ...(found === undefined ? {} : { before: found }) };
  return { ...common, kind: 'write', agreed: filled(view.base.kind, view.base.fields), writes: [write], losers: [], outlook: null, server: null, mark: null };
}

/** What a refusal is remembered by: the very values that were refused. */
export const refusedValues = <K extends Kind>(agreed: Fields<K>, write: Write<K>): string => canonicalText([write.kind, write.fields.map((name) => [name, agreed[name]])]);

export function refusedBefore<K extends Kind>(action: Action<K> & { readonly kind: 'write' }, { memory }: PlanContext<K>): Action<K> | null {
  for (const write of action.writes) {
    const refusal = memory?.refused[`${write.side} ${action.uid}`];
    if (refusal?.values !== refusedValues(action.agreed, write)) continue;
    const { cell, base, uid, title } = action;
    return { kind: 'hold', cell, base: base?.pairing === UNSTORED ? null : base, uid, title, why: 'refused-before', side: write.side, ids: [], detail: refusal.reason };
  }
  return null;
}
