// Rules.md 10: which items went from one link of the profile to another, in Outlook or on the server. Pure; what is done about it is plan-moves.ts.
import type { ItemId, Kind, Uid } from '../model/ids.js';
import type { Found, Side } from '../side/side.js';
import type { Base } from '../state/state.js';
import type { HoldReason } from './action.js';
import { mayWrite } from './link.js';
import type { Looked } from './look.js';

/** An Outlook item that the user moved into this link's folder. */
export interface Arrival<K extends Kind> {
  readonly found: Found<K>;
  readonly from: { readonly link: string; readonly title: string; readonly server: Side<K> };
  readonly base: Base<K>;
  /** The server's item in the collection that it left, where it was read in this run. */
  readonly server: Found<K> | undefined;
  /** back: the destination takes nothing, or the item is half written. */
  readonly verdict: 'move' | 'back' | HoldReason;
}

/** An item that is in this link's collection now; its Outlook item is still in the folder of another. */
export interface Rehomed<K extends Kind> {
  readonly found: Found<K>;
  /** Where the Outlook item is. */
  readonly from: { readonly link: string; readonly title: string; readonly id: ItemId };
  /** Whose pairing it was. */
  readonly was: string;
  readonly base: Base<K>;
}

/** gone: the item is paired elsewhere, or stays there as a copy. waiting: nothing in this run. moving: once link `to` has paired it. */
export type Leaving<K extends Kind> = { readonly how: 'gone' | 'waiting' } | { readonly how: 'moving'; readonly to: string; readonly base: Base<K>; readonly server: Found<K> | undefined; readonly serverGone: boolean };

/** What one link needs to know of the others. */
export interface Across<K extends Kind> {
  /** Outlook items here that are copies of one that stays in another folder. */
  readonly copies: ReadonlySet<ItemId>;
  readonly arrivals: ReadonlyMap<ItemId, Arrival<K>>;
  /** By the server's id here. */
  readonly rehomed: ReadonlyMap<ItemId, Rehomed<K>>;
  /** Outlook items here that another link will speak of, or that nobody can speak of in this run. */
  readonly taken: ReadonlySet<ItemId>;
  /** By pairing. */
  readonly leaving: ReadonlyMap<string, Leaving<K>>;
}

export const noMoves = <K extends Kind>(): Writable<K> => ({ copies: new Set(), arrivals: new Map(), rehomed: new Map(), taken: new Set(), leaving: new Map() });

interface Writable<K extends Kind> extends Across<K> {
  readonly copies: Set<ItemId>;
  readonly arrivals: Map<ItemId, Arrival<K>>;
  readonly rehomed: Map<ItemId, Rehomed<K>>;
  readonly taken: Set<ItemId>;
  readonly leaving: Map<string, Leaving<K>>;
}

interface Place { readonly at: One; readonly id: ItemId; readonly token: string; readonly paired: boolean }

/** One link with what is asked of it again and again, and what comes out. */
interface One extends Looked {
  readonly id: string;
  readonly ids: ReadonlySet<ItemId>;
  readonly uids: ReadonlySet<Uid>;
  readonly shown: ReadonlyMap<Uid, ItemId>;
  readonly busy: ReadonlySet<Uid>;
  readonly out: Writable<Kind>;
}

const oneOf = (looked: Looked): One => ({
  ...looked, id: looked.hands.link.id, ids: new Set(looked.known.bases.map((base) => base.outlook.id)), uids: new Set(looked.known.bases.map((base) => base.uid)),
  shown: new Map([...looked.seen.outlook.found.values()].map((item) => [item.uid, item.id])), busy: new Set(looked.known.intents.map((intent) => intent.uid)),
  out: noMoves(),
});

/** @param unseen links of the run that could not be looked at: what bears their mark elsewhere waits for them */
export function across(all: readonly Looked[], unseen: ReadonlySet<string>): ReadonlyMap<string, Across<Kind>> {
  const ones = all.map(oneOf), marked = placesByUid(ones, unseen), fresh = freshOnServers(ones);
  for (const from of ones) {
    for (const base of from.known.bases) {
      const places = (marked.get(base.uid) ?? []).filter(({ at, token }) => at !== from && at.hands.link.kind === base.kind && (base.mark === undefined || base.mark.token === token));
      const there = (fresh.get(base.uid) ?? []).filter(({ at }) => at !== from && at.hands.link.kind === base.kind);
      if (places.length > 0 || there.length > 0) follow({ from, base, places, there });
    }
  }
  return new Map(ones.map(({ id, out }) => [id, out]));
}

interface Following {
  readonly from: One;
  readonly base: Base;
  /** Where its mark is in Outlook, other than at home. */
  readonly places: readonly Place[];
  /** Where its UID is new on the server. */
  readonly there: readonly { readonly at: One; readonly found: Found<Kind> }[];
}

function follow({ from, base, places, there }: Following): void {
  const { listed } = from.seen.outlook, home = listed.has(base.outlook.id) ? base.outlook.id : from.shown.get(base.uid);
  const loose = places.filter(({ paired }) => !paired), serverGone = from.seen.server.where.get(base.pairing)?.at === 'deleted';
  const [first, ...others] = home === undefined ? loose : [];
  for (const { at, id } of home === undefined && !places.some(({ paired }) => paired) ? others : loose) at.out.copies.add(id);
  const now = home !== undefined ? { at: from, id: home } : places.some(({ paired }) => paired) ? undefined : first;
  const [moved] = serverGone && !from.busy.has(base.uid) ? there : [];
  if (moved !== undefined && now !== undefined && now.at !== moved.at && !moved.at.busy.has(base.uid)) {
    moved.at.out.rehomed.set(moved.found.id, { found: moved.found, from: { link: now.at.id, title: now.at.hands.link.title, id: now.id }, was: from.id, base });
    if (now.at !== from) now.at.out.taken.add(now.id);
    from.out.leaving.set(base.pairing, { how: 'waiting' });
  } else if (home === undefined && places.length > 0) left({ from, base, places, there }, { first: now === first ? first : undefined, serverGone });
}

/** The Outlook item is in another folder, and not in its own. */
function left({ from, base, there }: Following, { first, serverGone }: { readonly first: Place | undefined; readonly serverGone: boolean }): void {
  const { leaving } = from.out;
  if (first === undefined) { leaving.set(base.pairing, { how: from.seen.outlook.complete ? 'gone' : 'waiting' }); return; }
  const { at, id } = first, found = at.seen.outlook.found.get(id), server = from.seen.server.found.get(base.server.id);
  leaving.set(base.pairing, { how: 'waiting' });
  // Both went there: they are paired by their UID, and this pairing is over with the next run.
  if (found === undefined || there.some((one) => one.at === at)) return;
  const verdict = verdictOf({ from, base, to: at, serverGone });
  if (verdict === 'copy') { at.out.copies.add(id); leaving.set(base.pairing, { how: 'gone' }); return; }
  at.out.arrivals.set(id, { found, from: { link: from.id, title: from.hands.link.title, server: from.hands.link.server }, base, server, verdict });
  if (verdict === 'move') leaving.set(base.pairing, { how: 'moving', to: at.id, base, server, serverGone });
}

/** copy: what left may not be deleted, so that the folder gets it back and the other keeps one of its own. */
function verdictOf({ from, base, to, serverGone }: { readonly from: One; readonly base: Base; readonly to: One; readonly serverGone: boolean }): Arrival<Kind>['verdict'] | 'copy' {
  const { seen: { outlook, server }, reset } = from, adds = mayWrite(to.hands.link.rules, { side: 'server', kind: 'create' });
  if (!outlook.complete) return 'listing-incomplete';
  if (adds === null) return 'rights-unknown';
  if (!adds || from.busy.has(base.uid)) return 'back';
  if (serverGone) return 'move';
  if (reset !== null) return 'invalid-token';
  if (server.failed.has(base.server.id)) return 'unreadable';
  if (!server.listed.has(base.server.id)) return 'absent-unproven';
  const removes = mayWrite(from.hands.link.rules, { side: 'server', kind: 'delete' });
  return removes === null ? 'rights-unknown' : removes ? 'move' : 'copy';
}

/** Every marked Outlook item of the run by the UID of its mark. */
function placesByUid(ones: readonly One[], unseen: ReadonlySet<string>): ReadonlyMap<Uid, readonly Place[]> {
  const places = ones.flatMap((at) => [...at.seen.outlook.listed.values()].flatMap((item) => {
    const mark = at.seen.outlook.found.get(item.id)?.mark ?? item.mark;
    if (mark === undefined) return [];
    const paired = at.ids.has(item.id) || at.uids.has(mark.uid);
    if (!paired && unseen.has(mark.link)) at.out.taken.add(item.id);
    return [{ uid: mark.uid, at, id: item.id, token: mark.token, paired }];
  }));
  return Map.groupBy(places, ({ uid }) => uid);
}

function freshOnServers(ones: readonly One[]): ReadonlyMap<Uid, Following['there']> {
  const found = ones.flatMap((at) => [...at.seen.server.found.values()].flatMap((item) => (at.uids.has(item.uid) ? [] : [{ at, found: item }])));
  return Map.groupBy(found, (one) => one.found.uid);
}
