// One link of a run: looked at and planned, later carried out. The stages of run.ts for a single link.
import { M2KError } from '../errors.js';
import { canonicalText } from '../model/canonical.js';
import type { ItemId, Kind, SideName, Uid, Version } from '../model/ids.js';
import type { Listed } from '../side/side.js';
import { uid } from '../model/ids.js';
import type { Base, LinkMemory, Refusal } from '../state/state.js';
import type { Action } from './action.js';
import { apply, isOfItem } from './apply.js';
import type { Habit, Hands } from './apply.js';
import { outcomeOf, stopOf } from './describe.js';
import { diff } from './diff.js';
import { sideNames } from './expected.js';
import { guard } from './guard.js';
import type { Link } from './link.js';
import type { Stop } from './guard.js';
import type { ItemOutcome, LinkOutcome } from './outcome.js';
import { plan } from './plan.js';
import type { FreshContext } from './plan-fresh.js';
import { refusedValues } from './plan-pair.js';
import { withRestored } from './restore.js';
import type { RunOptions } from './run-options.js';
import { snapshot } from './snapshot.js';
import type { Known, Seen } from './snapshot.js';

const DAY_MS = 86_400_000;

/** Words of the server side for a listing after which the collection may be another than it was (rules.md 15). */
const RESET: ReadonlySet<string> = new Set(['token-invalid', 'collection-replaced', 'all-versions-changed']);

export interface Prepared<K extends Kind = Kind> {
  readonly hands: Hands<K>;
  readonly known: Known<K>;
  /** What is remembered of the link, as it counts in this run; undefined in its first. */
  readonly memory: LinkMemory | undefined;
  readonly seen: Seen<K>;
  readonly actions: readonly Action<K>[];
  readonly stops: readonly Stop[];
  readonly passed: readonly string[];
}

/** SNAPSHOT, DIFF, PLAN, GUARD. Writes nothing. */
export async function prepare<K extends Kind>(hands: Hands<K>, options: RunOptions): Promise<Prepared<K>> {
  const { link, store, clock } = hands;
  const known: Known<K> = { bases: store.bases(link.id, link.kind), intents: store.intents(link.id, link.kind), memory: store.memory(link.id) };
  const seen = await snapshot(link, known), now = clock.now(), memory = current(options.retry === true ? withoutRefusals(known.memory) : known.memory, { link, seen, now });
  const skewMs = hands.skewMs?.() ?? null;
  const marks = [...seen.outlook.listed.values()].some((item) => item.mark !== undefined);
  const difference = diff({ link, known, seen, now });
  const context: FreshContext<K> = {
    link, memory, skewMs: skewMs ?? 0, reset: sideNames.find((side) => RESET.has(seen[side].because ?? '')) ?? null, at: new Date(now).toISOString(), repair: memory === undefined && known.bases.length === 0 && marks, newUid: () => uid(hands.newId()),
    created: new Map(sideNames.flatMap((side) => [...seen[side].listed.values()].flatMap((item): readonly (readonly [ItemId, string])[] => (item.created === undefined ? [] : [[item.id, item.created]])))),
  };
  const planned = withRestored(plan(difference, context), { difference, context, wishes: options.restore ?? [] });
  const usable = (side: SideName): number => [...seen[side].listed.values()].filter((item) => item.unusable === undefined).length;
  const guarded = guard({
    plan: planned, paired: known.bases.filter((base) => base.putAway !== true).length, listed: { outlook: usable('outlook'), server: usable('server') },
    carriedOut: store.deletionsSince(link.id, new Date(now - DAY_MS).toISOString()), accepted: memory?.accepted === true, accept: options.accept, skewMs,
  });
  return { hands, known, memory, seen, actions: guarded.actions, stops: guarded.stops, passed: guarded.passed };
}

const withoutRefusals = (memory: LinkMemory | undefined): LinkMemory | undefined => (memory === undefined ? undefined : { ...memory, refused: {} });

/** The plan as an outcome: what would be done. */
export function planned(prepared: Prepared): LinkOutcome {
  const { link } = prepared.hands;
  return report(prepared, { items: prepared.actions.flatMap((action) => outcomeOf(action, { link, result: 'planned' }) ?? []), stopped: prepared.stops, bases: prepared.known.bases });
}

/** APPLY and COMMIT. One bad item never stops the rest; `stopped` has what did. */
export async function carryOut(prepared: Prepared, options: RunOptions): Promise<{ readonly outcome: LinkOutcome; readonly error?: unknown }> {
  const { hands, known, actions } = prepared, { link, store } = hands;
  const memory = prepared.memory ?? birth(prepared);
  if (prepared.stops.some((stop) => stop.reason === 'first-run' || stop.reason === 'clock-off')) return { outcome: planned(prepared) };
  if (known.memory === undefined) store.remember(link.id, memory);
  const items: ItemOutcome[] = [], touched = new Set<ItemId>(), refused = new Map(Object.entries(memory.refused));
  let failure: unknown;
  for (const [index, action] of actions.entries()) {
    options.tell?.({ kind: 'phase', phase: 'apply', link: link.id, title: link.title, done: index, total: actions.length });
    const { error, habits } = options.signal?.aborted === true ? { error: new M2KError('Cancelled'), habits: [] } : await attempt(action, hands);
    const ends = error !== undefined && !isOfItem(error);
    if (error === undefined) settled(action, touched, refused);
    else noteRefusal(action, error, refused);
    const outcome = options.signal?.aborted === true && ends ? null : outcomeOf(action, { link, result: error === undefined ? 'done' : 'failed', error, habits });
    if (outcome !== null) { items.push(outcome); options.tell?.({ kind: 'item', outcome }); }
    if (ends) { failure = error; break; }
  }
  if (failure === undefined) closeIntents(prepared);
  const bases = store.bases(link.id, link.kind);
  store.remember(link.id, { ...memory, accepted: true, refused: Object.fromEntries(refused), wasSynced: wasSyncedIn(prepared.actions), runs: memory.runs + (failure === undefined ? 1 : 0), ...cursorsAfter(prepared, { bases, touched, failed: failure !== undefined, memory }) });
  return { outcome: report(prepared, { items, stopped: [...prepared.stops, ...(failure === undefined ? [] : [stopOf(failure)])], bases }), ...(failure === undefined ? {} : { error: failure }) };
}

async function attempt(action: Action, hands: Hands<Kind>): Promise<{ readonly error?: unknown; readonly habits: readonly Habit[] }> {
  try {
    return { habits: await apply(action, hands) };
  } catch (error) {
    return { error, habits: [] };
  }
}

type Birth = Pick<LinkMemory, 'birth' | 'atBirth'> & { readonly rules: string };
const birthOf = <K extends Kind>({ link, seen, now }: { readonly link: Link<K>; readonly seen: Seen<K>; readonly now: number }): Birth => ({
  birth: new Date(now).toISOString(), atBirth: [...seen.outlook.listed.keys()], rules: canonicalText([link.rules.direction, link.rules.rights]),
});

/** Under another direction or other rights what is in Outlook now is no stray (rules.md 19). */
function current<K extends Kind>(memory: LinkMemory | undefined, at: { readonly link: Link<K>; readonly seen: Seen<K>; readonly now: number }): LinkMemory | undefined {
  const birth = birthOf(at);
  return memory === undefined || memory.rules === birth.rules ? memory : { ...memory, ...birth };
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
