// Carries out one action: intent and pre-images first, then the writes, then the base row (rules.md 2). Knows no table and no policy.
import type { Clock } from '../clock.js';
import { consequenceOf, M2KError } from '../errors.js';
import { other, UNKNOWN_VERSION } from '../model/ids.js';
import type { ItemId, Kind, SideName } from '../model/ids.js';
import type { Fields } from '../model/item.js';
import { titleOf } from '../model/title.js';
import type { Found, Part, Side } from '../side/side.js';
import { CODEC_VERSION, UNSTORED } from '../state/state.js';
import type { Base, BaseSide, Intent, PreImage, Store } from '../state/state.js';
import type { Action, Write } from './action.js';
import { seenSide, shownSide, writtenSide } from './agreement.js';
import { fieldNamesOf, trusted } from './expected.js';
import type { Link } from './link.js';

export interface Hands<K extends Kind> {
  readonly link: Link<K>;
  readonly store: Store;
  readonly clock: Clock;
  /** A new unguessable id, for pairings and intents. */
  readonly newId: () => string;
  /** Milliseconds by which the server's clock is ahead of ours, once it was asked (rules.md 20). */
  readonly skewMs?: () => number | null;
  /** This computer, as people know it (rules.md 8). */
  readonly desk?: string;
  /** The run's name in the history. */
  readonly run: string;
  /** Moves an Outlook item from one link's folder to another's; its new id, null where it is not in the first any more (rules.md 10). */
  readonly move?: Mover;
}

export type Mover = (item: { readonly id: ItemId; readonly from: string; readonly to: string }) => Promise<ItemId | null>;

type WriteAction<K extends Kind> = Action<K> & { readonly kind: 'write' };

/** The writes made before a failure, so that what was agreed of them is kept. */
interface Progress<K extends Kind> {
  readonly written: Map<SideName, Found<K>>;
  outlook: Found<K> | null;
}

/** Errors after which it is certain that nothing was written. */
const NOTHING_WRITTEN = new Set(['Stale', 'AlreadyThere', 'Refused', 'Unreadable', 'Unauthorized']);
const isCertain = (error: unknown): boolean => isOpenItem(error) || (error instanceof M2KError && NOTHING_WRITTEN.has(error.code) && error.data.mayBeDone !== true);

/** The user has the item open and unsaved: Outlook is not busy, this item is (rules.md 31). */
const isOpenItem = (error: unknown): boolean => error instanceof M2KError && error.code === 'Busy' && error.data.reason === 'open-unsaved';

/** After which errors the next item is tried. */
export const isOfItem = (error: unknown): boolean => consequenceOf(error) === 'next item';

/** Fields that a side was found to rewrite for ever (rules.md 4). */
export interface Habit {
  readonly side: SideName;
  readonly fields: readonly string[];
}

/** Gives the habits that came to light. Throws what the side threw; the state is then as true as can be known. */
export async function apply<K extends Kind>(action: Action<K>, hands: Hands<K>): Promise<readonly Habit[]> {
  switch (action.kind) {
    case 'hold': return [];
    case 'forget': settle(hands, { intent: action.intent, base: action.base, next: null }); return [];
    case 'note': settle(hands, { intent: action.intent, base: action.base, next: await marked(action, hands) }); return [];
    case 'move': await move(action, hands); return [];
    case 'write': return write(action, hands);
  }
}

/** The new pairing is committed before the old one is forgotten: with both, the old one is found to be over. */
async function move<K extends Kind>({ id, from, to, next, was }: Action<K> & { readonly kind: 'move' }, hands: Hands<K>): Promise<void> {
  const moved = await hands.move?.({ id, from, to }) ?? null;
  if (moved === null) throw new M2KError('Stale', { side: 'outlook', item: id });
  if (next !== null) settle(hands, { intent: null, base: null, next: { ...next, outlook: { ...next.outlook, id: moved } } });
  if (was !== null) hands.store.settle(was.link, { intent: null, pairing: was.pairing, base: null, at: new Date(hands.clock.now()).toISOString() });
}

async function marked<K extends Kind>(action: Action<K> & { readonly kind: 'note' }, { link }: Hands<K>): Promise<Base<K>> {
  if (action.mark === null) return action.next;
  const { id, version, mark } = await link.outlook.mark(action.mark, action.next.uid);
  return { ...action.next, outlook: { ...action.next.outlook, id, version }, ...(mark === undefined ? {} : { mark }) };
}

async function write<K extends Kind>(planned: WriteAction<K>, hands: Hands<K>): Promise<readonly Habit[]> {
  const progress: Progress<K> = { written: new Map(), outlook: planned.outlook };
  if (planned.mark !== null) {
    const ref = await hands.link.outlook.mark(planned.mark, planned.uid);
    progress.outlook = planned.outlook === null ? null : { ...planned.outlook, ...ref };
  }
  const writes: Write<K>[] = [];
  for (const one of planned.writes) writes.push(await withKept(await withBefore(rebound(one, progress), hands.link[one.side]), hands.link[one.side]));
  const action = { ...planned, writes }, intent = intentOf(action, hands);
  hands.store.begin(hands.link.id, intent, preImages(action, { link: hands.link.id, run: hands.run, at: intent.at }));
  for (const [index, one] of writes.entries()) {
    try {
      await carryOut(one, { action, hands, progress });
    } catch (error) {
      if (isCertain(error)) giveUp(action, { hands, progress, intent, undone: writes.slice(index) });
      throw error;
    }
  }
  const next = agreement({ action, hands, progress });
  settle(hands, { intent: intent.id, base: action.base, next, deletions: action.after === undefined ? writes.filter((one) => one.kind === 'delete').length : 0 });
  if (action.restores !== undefined) hands.store.history.noteRestored(action.restores, intent.at);
  return [...progress.written.keys()].flatMap((side) => newHabits(side, { before: action.base, next }));
}

function newHabits<K extends Kind>(side: SideName, { before, next }: { readonly before: Base<K> | null; readonly next: Base<K> | null }): readonly Habit[] {
  const known = before?.[side].habits ?? {}, fields = Object.keys(next?.[side].habits ?? {}).filter((field) => !(field in known));
  return fields.length === 0 ? [] : [{ side, fields }];
}

/** Marking moved the Outlook item's version. */
function rebound<K extends Kind>(one: Write<K>, { outlook }: Progress<K>): Write<K> {
  if (one.side !== 'outlook' || one.ref === null || outlook === null) return one;
  return { ...one, ref: { id: outlook.id, version: outlook.version }, before: outlook };
}

/** rules.md 2: no write without the full pre-image. */
async function withBefore<K extends Kind>(one: Write<K>, side: Side<K>): Promise<Write<K>> {
  if (one.ref === null || one.before !== undefined) return one;
  for await (const row of side.fetch([one.ref.id])) {
    if (!row.ok) throw row.missing ? new M2KError('Stale', { side: side.name, item: row.id }) : row.error;
    if (row.item.version !== one.ref.version) throw new M2KError('Stale', { side: side.name, item: row.item.id });
    return { ...one, before: row.item };
  }
  throw new M2KError('Stale', { side: side.name, item: one.ref.id });
}

/** Whatever the write destroys, all of it for a deletion. */
async function withKept<K extends Kind>(one: Write<K>, side: Side<K>): Promise<Write<K>> {
  if (one.before === undefined || side.keep === undefined) return one;
  return { ...one, before: await side.keep(one.before, new Set(one.kind === 'delete' ? fieldNamesOf(side.kind) : one.fields)) };
}

function intentOf<K extends Kind>({ base, uid, agreed, writes }: WriteAction<K>, { link, clock, newId }: Hands<K>): Intent<K> {
  return {
    id: newId(), kind: link.kind, uid, pairing: base === null || base.pairing === UNSTORED ? null : base.pairing, agreed,
    writes: writes.map(({ side, kind, ref, fields, before }) => ({ side, kind, ref, fields, before: before?.fields ?? null })),
    at: new Date(clock.now()).toISOString(),
  };
}

/** Everything that the action overwrites, deletes or lets lose, with what it takes to have it back. */
function preImages<K extends Kind>(action: WriteAction<K>, about: Pick<PreImage, 'link' | 'run' | 'at'>): readonly PreImage[] {
  const { writes, losers, uid, cell, title, base } = action, kind = (one: Fields<K>): Kind => ('when' in one ? 'event' : 'contact');
  const image = (side: SideName, found: { readonly parts: readonly Part[]; readonly fields: Fields<K> }, of: Pick<PreImage, 'why' | 'changed'>): PreImage =>
    ({ ...about, ...of, side, uid, kind: kind(found.fields), cell, title: titleOf(kind(found.fields) as K, found.fields) || title, parts: found.parts, fields: found.fields });
  const lostOn = (side: SideName): readonly string[] => losers.filter((loser) => loser.side === side).flatMap((loser) => loser.fields);
  const overwritten = writes.flatMap((one): readonly PreImage[] => {
    if (one.before === undefined) return [];
    if (one.kind === 'delete') return [{ ...image(one.side, one.before, { why: 'deleted', changed: Object.keys(one.before.fields) }), ...(base === null ? {} : { before: { fields: base.fields, parts: base[other(one.side)].parts } }) }];
    const lost = lostOn(one.side);
    return [image(one.side, one.before, { why: lost.length > 0 ? 'lost' : 'overwritten', changed: [...new Set([...one.fields, ...lost])] })];
  });
  const unwritten = losers.filter((loser) => !writes.some((one) => one.side === loser.side));
  return [...overwritten, ...unwritten.map((loser) => image(loser.side, loser.found, { why: 'lost', changed: loser.fields }))];
}

interface Carrying<K extends Kind> { readonly action: WriteAction<K>; readonly hands: Hands<K>; readonly progress: Progress<K> }

async function carryOut<K extends Kind>(one: Write<K>, { action, hands: { link, store }, progress }: Carrying<K>): Promise<void> {
  const side = link[one.side], item = { kind: link.kind, uid: action.uid, fields: action.agreed };
  if (one.kind === 'create') progress.written.set(one.side, await side.create({ item, ...(one.over === undefined ? {} : { over: one.over }), ...(one.revive === undefined ? {} : { revive: one.revive }) }));
  else if (one.ref === null) throw new Error('an update or a deletion without the item it is for');
  else if (one.kind === 'update') progress.written.set(one.side, await side.update({ ref: one.ref, item, fields: new Set(one.fields), parts: one.before?.parts ?? [], ...(one.from === undefined ? {} : { from: one.from }) }));
  else {
    const { trash } = await side.delete(one.ref, one.before?.parts ?? []);
    if (trash !== undefined) store.noteTrash(link.id, action.uid, trash);
  }
}

/** The base row when every write was made; null after a deletion. */
function agreement<K extends Kind>({ action, hands: { link, newId }, progress }: Carrying<K>, fields: Partial<Fields<K>> = action.agreed): Base<K> | null {
  const { base } = action;
  if (action.writes.some((one) => one.kind === 'delete')) return null;
  // Made for the user alone, or one of a restoration's two creations: what it brought is a new item for the next run.
  if (base === null && action.outlook === null && action.server === null && progress.written.size < 2) return null;
  const sideOf = (side: SideName): BaseSide => {
    const written = progress.written.get(side), seen = side === 'outlook' ? progress.outlook : action.server;
    if (written !== undefined) return writtenSide(link[side], { agreed: action.agreed, found: written, before: base?.[side] });
    const failed = action.writes.some((one) => one.side === side);
    const known = seen === null ? base?.[side] : failed ? seenSide(side, seen, base?.[side]) : shownSide(link[side], { agreed: action.agreed, found: seen, before: base?.[side] });
    if (known === undefined) throw new Error('a base row needs both sides');
    return known;
  };
  const mark = progress.written.get('outlook')?.mark ?? progress.outlook?.mark ?? base?.mark;
  return {
    pairing: base === null || base.pairing === UNSTORED ? newId() : base.pairing, kind: link.kind, uid: action.uid, fields, codec: CODEC_VERSION,
    outlook: sideOf('outlook'), server: sideOf('server'), origin: base?.origin ?? (action.outlook === null ? 'server' : action.server === null ? 'outlook' : 'both'),
    ...(mark === undefined ? {} : { mark }),
  };
}

interface GivingUp<K extends Kind> { readonly hands: Hands<K>; readonly progress: Progress<K>; readonly intent: Intent<K>; readonly undone: readonly Write<K>[] }

/** A write that certainly did not happen: what the earlier write of the pair brought is agreed, the rest stays as it was. */
function giveUp<K extends Kind>(action: WriteAction<K>, { hands, progress, intent, undone }: GivingUp<K>): void {
  // Without a base row the intent is all that says which of the two items is the half-written copy: it stays open.
  if (action.base?.pairing === UNSTORED) return;
  if (progress.written.size === 0) return hands.store.abandon(hands.link.id, intent.id);
  const lacking = new Set<string>(undone.flatMap((one) => one.fields));
  const before = action.base === null ? {} : trusted(action.base);
  const fields = Object.fromEntries([
    ...Object.entries(action.agreed).filter(([name]) => !lacking.has(name)), ...Object.entries(before).filter(([name]) => lacking.has(name)),
  ]) as Partial<Fields<K>>;
  const next = agreement({ action, hands, progress }, fields);
  // Neither side is known to hold these fields: both are read again.
  const unread = (side: BaseSide): BaseSide => ({ ...side, version: UNKNOWN_VERSION });
  settle(hands, { intent: intent.id, base: action.base, next: next === null ? null : { ...next, outlook: unread(next.outlook), server: unread(next.server) } });
}

interface Settling<K extends Kind> { readonly intent: string | null; readonly base: Base<K> | null; readonly next: Base<K> | null; readonly deletions?: number }

function settle<K extends Kind>({ link, store, clock, newId }: Hands<K>, { intent, base, next, deletions }: Settling<K>): void {
  const stored = next?.pairing === UNSTORED ? { ...next, pairing: newId(), codec: CODEC_VERSION } : next;
  const pairing = base === null || base.pairing === UNSTORED ? null : base.pairing;
  store.settle(link.id, { intent, pairing, base: stored, at: new Date(clock.now()).toISOString(), ...(deletions === undefined ? {} : { deletions }) });
}
