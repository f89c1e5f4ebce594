// What to do about items that belong to no pairing: first sight, new items, strays, copies (rules.md 5, 7, 9, 19): pure.
import type { ItemId, Kind, SideName, Uid } from '../model/ids.js';
import { other } from '../model/ids.js';
import { titleOf } from '../model/title.js';
import { isWithin } from '../model/window.js';
import type { Found, Ref, Side } from '../side/side.js';
import { UNSTORED } from '../state/state.js';
import type { Base, BaseSide } from '../state/state.js';
import type { Action, Write } from './action.js';
import type { Across } from './across.js';
import { shownSide } from './agreement.js';
import { fieldNamesOf, sideNames, unmet } from './expected.js';
import { leaderOf, linkFor, mayWrite } from './link.js';
import { firstSight } from './first-sight.js';
import { merge } from './merge.js';
import { barredIn, refusedBefore, rightsUnknown, winnerOf } from './plan-pair.js';
import type { PlanContext } from './plan-pair.js';
import type { Difference, Fresh } from './view.js';

export interface FreshContext<K extends Kind> extends PlanContext<K> {
  /** The state knows nothing of this link, yet items bear our mark (rules.md 5). */
  readonly repair: boolean;
  /** The side whose listing says that it may be another than it was: nothing is deleted in this run (rules.md 15). */
  readonly reset: SideName | null;
  readonly newUid: () => Uid;
  /** What went to or came from other links; nothing when absent (rules.md 10). */
  readonly across?: Across<K>;
  /** When an item was made, ISO 8601 UTC, where its side said so. */
  readonly created: ReadonlyMap<ItemId, string>;
}

export function planFresh<K extends Kind>(fresh: Difference<K>['fresh'], context: FreshContext<K>): readonly Action<K>[] {
  const { link } = context;
  const sighted = firstSight({ kind: link.kind, shared: (fields) => link.outlook.narrow(link.server.narrow(fields)) }, fresh.outlook, fresh.server);
  return [
    ...sighted.pairs.map((pair) => pairUp(pair, context)),
    ...sighted.outlookOnly.flatMap((one) => alone(one, 'outlook', context)),
    ...sighted.serverOnly.flatMap((one) => alone(one, 'server', context)),
    ...sighted.doubtful.map(({ side, fresh: { found } }): Action<K> => ({
      kind: 'hold', why: 'doubtful-pair', cell: 'new,new', base: null, uid: found.uid, title: titleOf(context.link.kind, found.fields), side, ids: [found.id],
    })),
  ];
}

/** The UID of the server's item is everybody's; Outlook's is marked with it where it is not. */
export const markFor = <K extends Kind>(found: Found<K>, uid: Uid): Ref | null => (found.mark?.uid === uid ? null : { id: found.id, version: found.version });

interface Met<K extends Kind> { readonly outlook: Fresh<K>; readonly server: Fresh<K>; readonly by: string; readonly leader?: SideName }

function pairUp<K extends Kind>(pair: Met<K>, context: FreshContext<K>): Action<K> {
  const outlook = pair.outlook.found, server = pair.server.found, none = new Set<never>(), link = linkFor(context.link, outlook.fields, server.fields);
  const leader = pair.leader ?? leaderOf(link.rules);
  const side = (name: SideName, found: Found<K>): Parameters<typeof merge<K>>[0]['sides']['outlook'] => ({ fields: found.fields, edited: none, narrow: (held) => link[name].narrow(held) });
  const { agreed, lost } = merge({
    kind: link.kind, base: {}, sides: { outlook: side('outlook', outlook), server: side('server', server) },
    winner: leader ?? winnerOf(link.rules.policy, { outlook, server }, context.skewMs), ...(leader === undefined ? {} : { leader }),
  });
  const common = { cell: `new,new ${pair.by}`, uid: server.uid, title: titleOf(link.kind, agreed), intent: null };
  const found = { outlook, server };
  const writes = sideNames.filter((name) => name !== leader).flatMap((name): readonly Write<K>[] => {
    const fields = unmet(agreed, { side: link[name], now: found[name].fields, base: null });
    return fields.length === 0 ? [] : [{ side: name, kind: 'update', ref: { id: found[name].id, version: found[name].version }, fields, before: found[name] }];
  });
  const barred = barredIn(writes, link.rules);
  if (barred !== null) return leader === undefined && barred.lacks ? pairUp({ ...pair, leader: barred.side }, context) : rightsUnknown({ ...common, base: null }, barred.side);
  const mark = markFor(outlook, server.uid);
  if (writes.length === 0) {
    const shown = (of: Side<K>, seen: Found<K>): BaseSide => shownSide(of, { agreed, found: seen, before: undefined });
    const next: Base<K> = {
      pairing: UNSTORED, kind: link.kind, uid: server.uid, fields: agreed, codec: 0, origin: 'both',
      outlook: shown(link.outlook, outlook), server: shown(link.server, server), ...(outlook.mark === undefined ? {} : { mark: outlook.mark }),
    };
    return { ...common, kind: 'note', base: null, next, mark };
  }
  const losers = sideNames.flatMap((name) => (lost[name].length === 0 ? [] : [{ side: name, fields: lost[name], found: found[name] }]));
  const action: Action<K> = { ...common, kind: 'write', base: null, agreed, writes, losers, outlook, server, mark };
  return refusedBefore(action, context) ?? action;
}

/** On one side only: created on the other, or a stray of a one-way link. */
function alone<K extends Kind>(fresh: Fresh<K>, at: SideName, context: FreshContext<K>): readonly Action<K>[] {
  const { found } = fresh, { link, repair, memory } = context;
  const uid = fresh.isCopy ? context.newUid() : found.uid;
  const common = { cell: at === 'outlook' ? 'new,-' : '-,new', base: null, uid, title: titleOf(link.kind, found.whole ?? found.fields) };
  // What Outlook only shows is nobody's own item there, and never the server's source.
  const wasSynced = link.outlook.showsOnly?.(found.fields) === true || repair || memory?.wasSynced?.includes(found.uid) === true;
  if (at === 'outlook' && wasSynced && found.mark !== undefined && !fresh.isCopy) return [{ ...common, kind: 'hold', cell: 'rule 5', why: 'was-synced-now-gone', side: 'outlook', ids: [found.id] }];
  if (link.rules.window !== undefined && !isWithin(link.kind, found.fields, { window: link.rules.window, now: Date.parse(context.at) })) return [];
  const target = other(at), may = mayWrite(link.rules, { side: target, kind: 'create' });
  if (may === null) return [rightsUnknown(common, target)];
  if (!may) return strays(fresh, at, { common, context });
  const write: Write<K> = { side: target, kind: 'create', ref: null, fields: fieldNamesOf(link.kind) };
  const action: Action<K> = {
    ...common, kind: 'write', agreed: found.whole ?? found.fields, writes: [write], losers: [], intent: null,
    outlook: at === 'outlook' ? found : null, server: at === 'server' ? found : null, mark: at === 'outlook' ? markFor(found, uid) : null,
  };
  return [refusedBefore(action, context) ?? action];
}

interface Straying<K extends Kind> {
  readonly common: { readonly cell: string; readonly base: null; readonly uid: Uid; readonly title: string };
  readonly context: FreshContext<K>;
}

/** rules.md 19: without our mark, made after the link's birth, not there when the link was made; an unknown birth is no stray. */
function strays<K extends Kind>({ found }: Fresh<K>, at: SideName, { common, context: { link, memory, created } }: Straying<K>): readonly Action<K>[] {
  const made = created.get(found.id);
  const isStray = found.mark === undefined && memory !== undefined && made !== undefined && Date.parse(made) > Date.parse(memory.birth) && !memory.atBirth.includes(found.id);
  if (!isStray || link.rules.strays === 'keep' || mayWrite(link.rules, { side: at, kind: 'delete' }) !== true) return [];
  const write: Write<K> = { side: at, kind: 'delete', ref: { id: found.id, version: found.version }, fields: [], before: found };
  return [{ ...common, kind: 'write', cell: 'stray', agreed: found.fields, writes: [write], losers: [], intent: null, outlook: null, server: null, mark: null }];
}
