// The last look before anything is written: pure. Holds deletions that are too many, a first run nobody has seen, and everything while the clock is off
// (rules.md 9, 14). Every hold has an id by which it is let pass.
import { createHash } from 'node:crypto';
import type { Kind, SideName } from '../model/ids.js';
import { other } from '../model/ids.js';
import type { Action, Plan } from './action.js';
import { deletesOn, isDeletion } from './action.js';
import type { Acceptance } from './run-options.js';

export interface Stop {
  readonly code: 'Held';
  readonly reason: 'first-run' | 'deletions' | 'side-empty' | 'clock-off' | 'other-desk';
  /** What `accept` names. Another set of deletions has another id, so that nobody lets pass what nobody has seen. */
  readonly id: string;
  readonly count: number;
  readonly limit?: number;
  readonly side?: SideName;
  /** Of a first run: items that are on both sides, that are on one side and would be made on the other, and that nobody can tell. */
  readonly paired?: number;
  readonly toOutlook?: number;
  readonly toServer?: number;
  readonly doubtful?: number;
  /** Of a clock: how far the server's is ahead of this computer's. */
  readonly hours?: number;
  /** Of another desk: its name. */
  readonly detail?: string;
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
  /** Another computer that synced this folder within the last day. */
  readonly otherDesk: string | null;
  /** Milliseconds by which the server's clock is ahead of ours; null when it did not say. */
  readonly skewMs: number | null;
}

export interface Guarded<K extends Kind> {
  readonly actions: readonly Action<K>[];
  readonly stops: readonly Stop[];
  /** Ids of holds that were let pass. */
  readonly passed: readonly string[];
}

export const deletionLimit = (paired: number): number => Math.max(10, Math.min(50, Math.floor(paired / 10)));

/** Times decide who wins, what is past and what is 24 hours old: a clock this far off decides nothing. */
const CLOCK_MS = 86_400_000, HOUR_MS = 3_600_000;

const holdId = (...what: readonly string[]): string => createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 8);
const uidsOf = <K extends Kind>(actions: readonly Action<K>[]): readonly string[] => actions.map(({ uid }) => uid ?? '').sort();

export function guard<K extends Kind>(input: GuardInput<K>): Guarded<K> {
  const { plan, paired, listed, accept, skewMs } = input, passed: string[] = [];
  const stands = (stop: Stop | null, sort?: Acceptance): stop is Stop => {
    if (stop === null) return false;
    if (accept.has(stop.id)) passed.push(stop.id);
    return !accept.has(stop.id) && (sort === undefined || !accept.has(sort));
  };
  const clock: Stop | null = Math.abs(skewMs ?? 0) > CLOCK_MS && plan.actions.length > 0
    ? { code: 'Held', reason: 'clock-off', id: holdId(plan.link, 'clock-off'), count: plan.actions.length, hours: Math.round((skewMs ?? 0) / HOUR_MS) } : null;
  if (stands(clock)) return { actions: plan.actions.map((action) => hold(action, clock)), stops: [clock], passed };
  const desk: Stop | null = input.otherDesk === null ? null
    : { code: 'Held', reason: 'other-desk', id: holdId(plan.link, 'other-desk', input.otherDesk), count: plan.actions.length, detail: input.otherDesk };
  if (stands(desk)) return { actions: plan.actions.map((action) => hold(action, desk)), stops: [desk], passed };
  const first: Stop | null = !input.accepted && listed.outlook > paired
    ? { code: 'Held', reason: 'first-run', id: holdId(plan.link, 'first-run'), count: plan.actions.length, ...sightOf(plan) } : null;
  if (stands(first, 'firstRun')) return { actions: plan.actions.map((action) => hold(action, first)), stops: [first], passed };
  const deletions = plan.actions.filter(isDeletion), stop = deletions.length === 0 ? null : tooMany(input, deletions);
  if (!stands(stop, 'deletions')) return { actions: plan.actions.map((action) => withFilesKept(action, { plan, accept, passed })), stops: [], passed };
  return { actions: plan.actions.map((action) => (isDeletion(action) ? hold(action, stop) : action)), stops: [stop], passed };
}

/** rules.md 9: what a first run prints. */
function sightOf<K extends Kind>({ actions }: Plan<K>): Required<Pick<Stop, 'paired' | 'toOutlook' | 'toServer' | 'doubtful'>> {
  const creates = (side: SideName): number => actions.filter((action) => action.kind === 'write' && action.writes.some((write) => write.kind === 'create' && write.side === side)).length;
  return {
    paired: actions.filter((action) => action.kind !== 'hold' && action.cell.startsWith('new,new')).length, toOutlook: creates('outlook'), toServer: creates('server'),
    doubtful: actions.filter((action) => action.kind === 'hold' && action.why === 'doubtful-pair').length,
  };
}

function tooMany<K extends Kind>({ plan, paired, listed, carriedOut }: GuardInput<K>, deletions: readonly Action<K>[]): Stop | null {
  const empty = (['outlook', 'server'] as const).find((side) => paired > 0 && listed[side] === 0 && deletions.some((action) => deletesOn(action, other(side))));
  if (empty !== undefined) return { code: 'Held', reason: 'side-empty', id: holdId(plan.link, 'side-empty', empty, ...uidsOf(deletions)), count: deletions.length, side: empty };
  const count = deletions.length + carriedOut, limit = deletionLimit(paired);
  return count > limit ? { code: 'Held', reason: 'deletions', id: holdId(plan.link, 'deletions', ...uidsOf(deletions)), count, limit } : null;
}

/** rules.md 30: files that nothing could bring back are named before their item is deleted, which waits for the user. */
function withFilesKept<K extends Kind>(action: Action<K>, { plan, accept, passed }: Pick<GuardInput<K>, 'plan' | 'accept'> & { readonly passed: string[] }): Action<K> {
  const write = action.kind === 'write' ? action.writes.find(({ kind }) => kind === 'delete') : undefined;
  const names = write === undefined ? [] : write.before?.unkept ?? action.base?.[write.side].unkept ?? [];
  if (write === undefined || names.length === 0) return action;
  const id = holdId(plan.link, 'files-unkept', action.uid ?? '', ...names);
  if (accept.has(id)) {
    passed.push(id);
    return action;
  }
  return { kind: 'hold', cell: action.cell, base: action.base, uid: action.uid, title: action.title, why: 'files-unkept', side: write.side, ids: [], detail: names.join(', '), id, held: action };
}

/** What may be said of an action that will not be done: notes and forgets wait without a word. */
function hold<K extends Kind>(action: Action<K>, { reason, side = null }: { readonly reason: Stop['reason']; readonly side?: SideName | null }): Action<K> {
  if (action.kind === 'hold') return action;
  return { kind: 'hold', cell: action.cell, base: action.base, uid: action.uid, title: action.title, why: reason, side, ids: [], held: action };
}
