// What happened on each side since both agreed: pure. Follows moved ids, tells the user's copies from the items, proves what is gone.
import { M2KError } from '../errors.js';
import { isPast } from '../model/past.js';
import type { ItemId, Kind, SideName, Uid } from '../model/ids.js';
import { titleOf } from '../model/title.js';
import type { Found } from '../side/side.js';
import { CODEC_VERSION, UNSTORED } from '../state/state.js';
import type { Base, BaseSide, Intent } from '../state/state.js';
import { noMoves } from './across.js';
import type { Across } from './across.js';
import { editedFields, expected, filled } from './expected.js';
import { mayWrite } from './link.js';
import type { Link } from './link.js';
import { tornBy } from './recover.js';
import type { Torn } from './recover.js';
import type { Known, Seen, SideSeen } from './snapshot.js';
import type { Difference, Doubt, Fresh, PairView, SideView } from './view.js';

/** Rules.md 13: an absence proves a deletion when a second complete listing at least this much later shows it too. */
export const ABSENCE_MS = 10 * 60_000;

export interface DiffInput<K extends Kind> {
  readonly link: Link<K>;
  readonly known: Known<K>;
  readonly seen: Seen<K>;
  readonly now: number;
  /** What went to or came from other links; nothing when absent (rules.md 10). */
  readonly across?: Across<K>;
}

export function diff<K extends Kind>(input: DiffInput<K>): Difference<K> {
  const outlook = assign(input, 'outlook'), server = assign(input, 'server');
  const pairs: PairView<K>[] = [];
  for (const base of input.known.bases) {
    const leaving = input.across?.leaving.get(base.pairing)?.how;
    if (leaving === 'moving' || leaving === 'waiting') continue;
    const intent = input.known.intents.find((one) => one.uid === base.uid);
    pairs.push(pairView(input, { base, intent, now: { outlook: outlook.byPairing.get(base.pairing), server: server.byPairing.get(base.pairing) } }));
  }
  const begun = unfinished(input, outlook.fresh, server.fresh);
  const left = (fresh: readonly Fresh<K>[]): readonly Fresh<K>[] => fresh.filter(({ found }) => !begun.some(({ base }) => base.uid === found.uid));
  return {
    pairs: [...pairs, ...begun], fresh: { outlook: left(outlook.fresh), server: left(server.fresh) },
    doubts: [...outlook.doubts, ...server.doubts, ...unreadable(input)],
  };
}

/** A create whose write happened but was not committed: both items are there, and neither's half-written fields are anybody's edit. */
function unfinished<K extends Kind>(input: DiffInput<K>, outlook: readonly Fresh<K>[], server: readonly Fresh<K>[]): readonly PairView<K>[] {
  return input.known.intents.filter((intent) => intent.pairing === null).flatMap((intent) => {
    const mine = outlook.find(({ found, isCopy }) => found.uid === intent.uid && !isCopy)?.found, theirs = server.find(({ found }) => found.uid === intent.uid)?.found;
    if (mine === undefined || theirs === undefined) return [];
    const base: Base<K> = {
      pairing: UNSTORED, kind: intent.kind, uid: intent.uid, fields: intent.agreed, codec: CODEC_VERSION,
      outlook: freshSide(mine), server: freshSide(theirs), origin: intent.writes[0]?.side === 'server' ? 'outlook' : 'server',
      ...(mine.mark === undefined ? {} : { mark: mine.mark }),
    };
    return [pairView(input, { base, intent, now: { outlook: mine, server: theirs } })];
  });
}

const freshSide = ({ id, version, parts, unkept }: Found<Kind>): BaseSide => ({ id, version, parts, habits: {}, rewrites: {}, ...(unkept === undefined ? {} : { unkept }) });

interface Assigned<K extends Kind> {
  readonly byPairing: ReadonlyMap<string, Found<K>>;
  readonly fresh: readonly Fresh<K>[];
  readonly doubts: readonly Doubt[];
}

/** Which pairing each item that was read belongs to: by id, else by UID where the old id is gone. */
function assign<K extends Kind>({ link, known, seen, across = noMoves() }: DiffInput<K>, side: SideName): Assigned<K> {
  const { found, listed } = seen[side], byPairing = new Map<string, Found<K>>(), loose: Found<K>[] = [];
  const byId = new Map(known.bases.map((base) => [base[side].id, base]));
  const vanished = new Map(known.bases.filter((base) => !listed.has(base[side].id)).map((base) => [base.uid, base]));
  for (const item of found.values()) {
    const base = byId.get(item.id);
    if (base !== undefined) byPairing.set(base.pairing, item);
    else loose.push(item);
  }
  const rest = loose.filter((item) => {
    const base = vanished.get(item.uid);
    if (base === undefined || byPairing.has(base.pairing)) return true;
    byPairing.set(base.pairing, item);
    return false;
  });
  const spokenOf = (id: ItemId): boolean => (side === 'outlook' ? across.arrivals.has(id) || across.taken.has(id) : across.rehomed.has(id));
  return { byPairing, ...sortOut(rest.filter(({ id }) => !spokenOf(id)), { side, known, kind: link.kind, copies: across.copies }) };
}

/** Rules.md 7: the same UID twice on one side. */
function sortOut<K extends Kind>(rest: readonly Found<K>[], { side, known, kind, copies }: { readonly side: SideName; readonly known: Known<K>; readonly kind: K; readonly copies: ReadonlySet<ItemId> }): Pick<Assigned<K>, 'fresh' | 'doubts'> {
  const tokens = new Map<Uid, string | undefined>(known.bases.map((base) => [base.uid, base.mark?.token]));
  const fresh: Fresh<K>[] = [], doubts: Doubt[] = [];
  for (const found of rest) {
    const twice = tokens.has(found.uid), held = tokens.get(found.uid), mine = found.mark?.token;
    const otherDesk = held !== undefined && mine !== undefined && held !== mine;
    // The user's copy bears our mark; what has the UID without it came by mail (rules.md 9, GlobalAppointmentID).
    const byMail = held !== undefined && mine === undefined;
    if (twice && (side === 'server' || otherDesk || byMail)) {
      doubts.push({ side, why: 'same-uid-twice', ids: [found.id], title: titleOf(kind, found.fields) });
      continue;
    }
    const isCopy = twice || (side === 'outlook' && copies.has(found.id));
    if (!isCopy) tokens.set(found.uid, mine);
    fresh.push({ found, isCopy });
  }
  return { fresh, doubts };
}

interface Pair<K extends Kind> {
  readonly base: Base<K>;
  readonly intent: Intent<K> | undefined;
  readonly now: Readonly<Record<SideName, Found<K> | undefined>>;
}

function pairView<K extends Kind>(input: DiffInput<K>, { base, intent, now }: Pair<K>): PairView<K> {
  // What an open intent wanted counts as agreed: the source is compared with it, the target is never a source for it (rules.md 3).
  const wanted: Base<K> = intent === undefined ? base : { ...base, fields: intent.agreed, codec: base.codec };
  const torn = (name: SideName): Torn<K> | null => {
    const item = now[name];
    // What may not be written to cannot be completed: its content is taken as it is.
    const bound = mayWrite(input.link.rules, { side: name, kind: 'update' }) === true;
    return item === undefined || intent === undefined || !bound ? null : tornBy(intent, input.link[name], item);
  };
  const view = (name: SideName): SideView<K> => sideView(input, { base: wanted, name, item: now[name], torn: torn(name) });
  return { base: wanted, stored: base, outlook: view('outlook'), server: view('server'), intent: intent?.id ?? null };
}

interface OneSide<K extends Kind> {
  readonly base: Base<K>;
  readonly name: SideName;
  readonly item: Found<K> | undefined;
  readonly torn: Torn<K> | null;
}

function sideView<K extends Kind>(input: DiffInput<K>, { base, name, item, torn }: OneSide<K>): SideView<K> {
  const seen = input.seen[name], side = input.link[name], ref = base[name];
  if (item === undefined) return unreadView(input, { base, name, seen });
  const edited = new Set([...editedFields(base, side, item.fields)].filter((field) => torn?.rewrite.has(field) !== true && item.due?.has(field) !== true));
  const moved = item.id !== ref.id || item.version !== ref.version;
  if (edited.size === 0 && (torn === null || torn.rewrite.size === 0) && (item.due === undefined || item.due.size === 0)) return { state: 'same', ref: item, moved, found: item };
  return { state: 'edited', found: item, edited, foreign: torn?.foreign ?? new Set() };
}

function unreadView<K extends Kind>(input: DiffInput<K>, { base, name, seen }: { readonly base: Base<K>; readonly name: SideName; readonly seen: SideSeen<K> }): SideView<K> {
  const ref = base[name], failure = seen.failed.get(ref.id);
  if (name === 'outlook' && input.across?.leaving.get(base.pairing)?.how === 'gone') return { state: 'gone' };
  if (failure !== undefined) return { state: 'unknown', why: 'unreadable', error: failure };
  if (seen.listed.has(ref.id)) return { state: 'same', ref, moved: false };
  if (name === 'outlook' && base.putAway === true) return { state: 'putAway' };
  if (!seen.complete) return { state: 'unknown', why: 'listing-incomplete' };
  switch (seen.where.get(base.pairing)?.at) {
    case 'deleted': return { state: 'gone' };
    case 'elsewhere': return { state: 'putAway' };
    // Rules.md 12: only a 404 proves that the server's item is gone.
    case 'absent': return name === 'server' ? { state: 'unknown', why: 'absent-unproven' } : absence(input, base);
    default: return { state: 'unknown', why: 'listing-incomplete' };
  }
}

function absence<K extends Kind>({ link, now }: DiffInput<K>, base: Base<K>): SideView<K> {
  if (isPast(base.kind, filled(base.kind, expected(base, link.outlook)), now)) return { state: 'putAway' };
  if (base.absentSince === undefined) return { state: 'absent', first: true };
  return now - Date.parse(base.absentSince) >= ABSENCE_MS ? { state: 'gone' } : { state: 'absent', first: false };
}

/** Items that are listed, cannot be read and belong to no pairing. */
function unreadable<K extends Kind>({ known, seen }: DiffInput<K>): readonly Doubt[] {
  return (['outlook', 'server'] as const).flatMap((side) => {
    const paired = new Set(known.bases.map((base) => base[side].id));
    return [...seen[side].failed].filter(([id]) => !paired.has(id)).map(([id, error]): Doubt => ({
      side, why: 'unreadable', ids: [id], error, title: error instanceof M2KError && error.data.subject !== undefined ? error.data.subject : '',
    }));
  });
}
