// One link of a run: looked at and planned, later carried out. The stages of run.ts for a single link.
import { M2KError } from '../errors.js';
import type { ItemId, Kind, SideName, Uid, Version } from '../model/ids.js';
import type { Listed } from '../side/side.js';
import { uid } from '../model/ids.js';
import type { Base, LinkMemory, Refusal } from '../state/state.js';
import { noMoves } from './across.js';
import type { Across } from './across.js';
import type { Action } from './action.js';
import { apply, isOfItem } from './apply.js';
import type { Habit, Hands } from './apply.js';
import { outcomeOf, stopOf } from './describe.js';
import { diff } from './diff.js';
import { sideNames } from './expected.js';
import { guard } from './guard.js';
import type { Stop } from './guard.js';
import type { ItemOutcome, LinkOutcome } from './outcome.js';
import { plan } from './plan.js';
import type { FreshContext } from './plan-fresh.js';
import { refusedValues } from './plan-pair.js';
import { withRestored } from './restore.js';
import type { RunOptions } from './run-options.js';
import { birthOf, look } from './look.js';
import type { Looked } from './look.js';
import { nextStamp, otherDesk } from './trust.js';

const DAY_MS = 86_400_000;
const HOLDS_ALL: ReadonlySet<Stop['reason']> = new Set(['first-run', 'clock-off', 'other-desk']);

export interface Prepared<K extends Kind = Kind> extends Looked<K> {
  readonly actions: readonly Action<K>[];
  readonly stops: readonly Stop[];
  readonly passed: readonly string[];
}

/** One link as if there were no other. */
export const prepare = async <K extends Kind>(hands: Hands<K>, options: RunOptions): Promise<Prepared<K>> => planned(await look(hands, options), options);

/** DIFF, PLAN, GUARD. Writes nothing. */
export function planned<K extends Kind>(looked: Looked<K>, options: RunOptions, across: Across<K> = noMoves()): Prepared<K> {
  const { hands, known, distrust, memory, seen, now, reset } = looked, { link, store } = hands;
  const skewMs = hands.skewMs?.() ?? null, marks = [...seen.outlook.listed.values()].some((item) => item.mark !== undefined);
  const difference = diff({ link, known, seen, now, across });
  const context: FreshContext<K> = {
    link, memory, skewMs: skewMs ?? 0, reset, at: new Date(now).toISOString(), repair: distrust !== null || (memory === undefined && known.bases.length === 0 && marks), newUid: () => uid(hands.newId()), across,
    created: new Map(sideNames.flatMap((side) => [...seen[side].listed.values()].flatMap((item): readonly (readonly [ItemId, string])[] => (item.created === undefined ? [] : [[item.id, item.created]])))),
  };
  const plans = withRestored(plan(difference, context), { difference, context, wishes: options.restore ?? [] });
  const usable = (side: SideName): number => [...seen[side].listed.values()].filter((item) => item.unusable === undefined).length;
  const guarded = guard({
    plan: plans, paired: known.bases.filter((base) => base.putAway !== true).length, listed: { outlook: usable('outlook'), server: usable('server') },
    carriedOut: store.deletionsSince(link.id, new Date(now - DAY_MS).toISOString()), accepted: memory?.accepted === true, accept: options.accept, skewMs,
    otherDesk: otherDesk(seen.outlook, { desk: hands.desk ?? '', now }),
  });
  return { ...looked, actions: guarded.actions, stops: guarded.stops, passed: guarded.passed };
}

/** The plan as an outcome: what would be done. */
export function shown(prepared: Prepared): LinkOutcome {
  const { link } = prepared.hands;
  return report(prepared, { items: prepared.actions.flatMap((action) => outcomeOf(action, { link, result: 'planned' }) ?? []), stopped: prepared.stops, bases: prepared.known.bases });
}

/** APPLY and COMMIT. One bad item never stops the rest; `stopped` has what did. */
export async function carryOut(prepared: Prepared, options: RunOptions): Promise<{ readonly outcome: LinkOutcome; readonly error?: unknown }> {
  const { hands, known, actions } = prepared, { link, store } = hands;
  const memory = prepared.memory ?? birth(prepared);
  if (prepared.stops.some((stop) => HOLDS_ALL.has(stop.reason))) return { outcome: shown(prepared) };
  if (prepared.distrust !== null) store.forget(link.id);
  if (known.memory === undefined || prepared.distrust !== null) store.remember(link.id, memory);
  const items: ItemOutcome[] = [], touched = new Set<ItemId>(), refused = new Map(Object.entries(memory.refused));
  let failure: unknown;
  for (const [index, action] of actions.entries()) {
    if (waits(action, hands)) continue;
    options.tell?.({ kind: 'phase', phase: 'apply', link: link.id, title: link.title, done: index, total: actions.length });
    const { error, habits } = options.signal?.aborted === true ? { error: new M2KError('Cancelled'), habits: [] } : await attempt(action, hands);
    const ends = error !== undefined && !isOfItem(error);
    if (error === undefined) settled(action, touched, refused);
    else noteRefusal(action, error, refused);
    const back = await takenBack(action, error, hands);
    const told = options.signal?.aborted === true && ends ? null : outcomeOf(action, { link, result: error === undefined ? 'done' : 'failed', error, habits });
    const outcome = told === null || back === null ? told : { ...told, movedBack: back };
    if (outcome !== null) { items.push(outcome); options.tell?.({ kind: 'item', outcome }); }
    if (ends) { failure = error; break; }
  }
  if (failure === undefined) closeIntents(prepared);
  const bases = store.bases(link.id, link.kind);
  store.remember(link.id, { ...memory, accepted: true, ...(prepared.seen.outlook.place === undefined ? {} : { place: prepared.seen.outlook.place }), refused: Object.fromEntries(refused), wasSynced: wasSyncedIn(prepared.actions), runs: memory.runs + (failure === undefined ? 1 : 0), ...cursorsAfter(prepared, { bases, touched, failed: failure !== undefined, memory }) });
  if (failure === undefined) await leaveStamp(prepared, items.some((item) => item.result === 'done'));
  return { outcome: report(prepared, { items, stopped: [...prepared.stops, ...(failure === undefined ? [] : [stopOf(failure)])], bases }), ...(failure === undefined ? {} : { error: failure }) };
}

/** The state says it first: one that is ahead of the folder is trusted, one behind is not. A stamp that cannot be left is left another time. */
async function leaveStamp({ hands: { link, store, clock, desk = '' }, seen }: Prepared, wrote: boolean): Promise<void> {
  const memory = store.memory(link.id), stamp = memory === undefined ? null : nextStamp(seen.outlook, { desk, now: clock.now(), wrote, generation: memory.generation ?? 0 });
  if (stamp === null || memory === undefined) return;
  store.remember(link.id, { ...memory, generation: stamp.generation });
  try {
    await link.outlook.stamp?.(stamp);
  } catch (error) {
    if (!(error instanceof M2KError)) throw error;
  }
}

/** Rules.md 10: nothing is deleted at the source before the destination is committed; what could not be is looked at again in the next run. */
const waits = ({ after, uid: item }: Action, { store, link }: Hands<Kind>): boolean => after !== undefined && !store.bases(after, link.kind).some((base) => base.uid === item);

/** The folder to which an item went back that its destination refused; null for every other. One that cannot go back now stays, and is asked for again. */
async function takenBack(action: Action, error: unknown, { move, link }: Hands<Kind>): Promise<string | null> {
  const refused = error instanceof M2KError && (error.code === 'Refused' || error.code === 'AlreadyThere');
  if (!refused || action.kind !== 'write' || action.movedFrom === undefined || action.outlook === null) return null;
  const { movedFrom: { link: to, title }, outlook: { id } } = action;
  try {
    return (await move?.({ id, from: link.id, to }) ?? null) === null ? null : title;
  } catch (failure) {
    // Whatever it is, the next call meets it too; the refusal is what this item is told of.
    if (failure instanceof M2KError) return null;
    throw failure;
  }
}

async function attempt(action: Action, hands: Hands<Kind>): Promise<{ readonly error?: unknown; readonly habits: readonly Habit[] }> {
  try {
    return { habits: await apply(action, hands) };
  } catch (error) {
    return { error, habits: [] };
  }
}

const birth = ({ hands: { link, clock }, seen, actions }: Prepared): LinkMemory => ({
  ...birthOf({ link, seen, now: clock.now() }), accepted: true, cursors: {}, unsettled: { outlook: [], server: [] }, missing: { outlook: [], server: [] }, refused: {},
  wasSynced: wasSyncedIn(actions), runs: 0,
});

const wasSyncedIn = (actions: readonly Action[]): readonly Uid[] =>
  actions.flatMap((action) => (action.kind === 'hold' && action.why === 'was-synced-now-gone' && action.uid !== null ? [action.uid] : []));

/** Items that this run wrote: their listed versions are no longer the current ones. */
function settled(action: Action, touched: Set<ItemId>, refused: Map<string, Refusal>): void {
  if (action.kind === 'hold') return;
  for (const side of sideNames) if (action.uid !== null) refused.delete(`${side} ${action.uid}`);
  if (action.kind === 'note' && action.mark !== null) touched.add(action.mark.id);
  if (action.kind !== 'write') return;
  for (const ref of [action.outlook, action.server, action.mark, ...action.writes.map((write) => write.ref)]) if (ref !== null) touched.add(ref.id);
}

/** A refused write is not tried again until its values change. */
function noteRefusal(action: Action, error: unknown, refused: Map<string, Refusal>): void {
  if (action.kind !== 'write' || !(error instanceof M2KError) || error.code !== 'Refused') return;
  const write = action.writes.find((one) => one.side === error.data.side) ?? action.writes[0];
  if (write !== undefined) refused.set(`${write.side} ${action.uid}`, { reason: error.data.reason ?? 'refused', values: refusedValues(action.agreed, write) });
}

/** An intent that no action spoke of: its write never happened and nothing is left of it. Those spoken of were closed by their actions, or are kept on purpose. */
function closeIntents({ hands: { link, store }, known, actions }: Prepared): void {
  const spoken = new Set(actions.map((action) => action.uid));
  for (const intent of known.intents) if (!spoken.has(intent.uid) && store.intents(link.id, link.kind).some((open) => open.id === intent.id)) store.abandon(link.id, intent.id);
}

/** rules.md 15: a cursor is stored together with the ids it covers that are not settled yet. */
function cursorsAfter(
  { seen, known }: Prepared, { bases, touched, failed, memory }: { readonly bases: readonly Base[]; readonly touched: ReadonlySet<ItemId>; readonly failed: boolean; readonly memory: LinkMemory },
): Pick<LinkMemory, 'cursors' | 'unsettled' | 'missing'> {
  if (failed) return { cursors: memory.cursors, unsettled: memory.unsettled, missing: memory.missing };
  const open = (side: SideName): readonly ItemId[] => {
    const versions = new Map(bases.map((base) => [base[side].id, base[side].version]));
    // A listing made from a cursor knows the version of an unsettled item only once it was read.
    const now = (item: Listed): Version => seen[side].found.get(item.id)?.version ?? item.version;
    return [...seen[side].listed.values()].filter((item) => versions.get(item.id) !== now(item) && !touched.has(item.id)).map((item) => item.id);
  };
  const lacking = (side: SideName): readonly ItemId[] => {
    const before = new Set(known.bases.map((base) => base[side].id));
    return bases.map((base) => base[side].id).filter((id) => before.has(id) && !seen[side].listed.has(id));
  };
  const cursors = Object.fromEntries(sideNames.flatMap((side) => (seen[side].cursor === undefined ? [] : [[side, seen[side].cursor]])));
  return { cursors, unsettled: { outlook: open('outlook'), server: open('server') }, missing: { outlook: lacking('outlook'), server: lacking('server') } };
}

function report({ hands: { link }, seen, passed }: Prepared, { items, stopped, bases }: { readonly items: readonly ItemOutcome[]; readonly stopped: LinkOutcome['stopped']; readonly bases: readonly Base[] }): LinkOutcome {
  return {
    link: link.id, kind: link.kind, title: link.title, listed: { outlook: seen.outlook.listed.size, server: seen.server.listed.size },
    paired: bases.filter((base) => base.putAway !== true).length, putAway: bases.filter((base) => base.putAway === true).length, items, stopped, ...(passed.length === 0 ? {} : { passed }),
  };
}
