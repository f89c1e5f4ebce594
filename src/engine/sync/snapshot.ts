// Looks at both sides of a link: lists them, reads what may have changed, asks what became of what is missing. Writes nothing.
import { M2KError } from '../errors.js';
import type { ItemId, Kind, SideName, Uid } from '../model/ids.js';
import { UNKNOWN_VERSION } from '../model/ids.js';
import type { Found, Listed, Listing, Side, Stamp, Whereabouts } from '../side/side.js';
import type { Base, Intent, LinkMemory } from '../state/state.js';
import { isBaseless } from './expected.js';
import type { Link } from './link.js';

/** One side as it was seen in this run. */
export interface SideSeen<K extends Kind = Kind> {
  readonly listed: ReadonlyMap<ItemId, Listed>;
  readonly complete: boolean;
  readonly because?: string;
  readonly cursor?: string;
  readonly place?: string;
  readonly stamp?: Stamp | null;
  readonly found: ReadonlyMap<ItemId, Found<K>>;
  /** Listed, but not readable, or gone between listing and reading. */
  readonly failed: ReadonlyMap<ItemId, Error>;
  /** By pairing: base rows whose item a complete listing lacks. */
  readonly where: ReadonlyMap<string, Whereabouts>;
}

export type Seen<K extends Kind = Kind> = Readonly<Record<SideName, SideSeen<K>>>;

export interface Known<K extends Kind> {
  readonly bases: readonly Base<K>[];
  readonly intents: readonly Intent<K>[];
  readonly memory: LinkMemory | undefined;
}

export async function snapshot<K extends Kind>(link: Link<K>, known: Known<K>): Promise<Seen<K>> {
  const [outlook, server] = await Promise.all([listing(link.outlook, known), listing(link.server, known)]);
  return { outlook: await look(link.outlook, outlook, known), server: await look(link.server, server, known) };
}

function listing<K extends Kind>(side: Side<K>, { bases, memory }: Known<K>): Promise<Listing> {
  const cursor = memory?.cursors[side.name];
  if (cursor === undefined || memory === undefined) return side.list();
  const missing = new Set(memory.missing[side.name]);
  const settled = bases.map((base) => [base[side.name].id, base[side.name].version] as const).filter(([id]) => !missing.has(id));
  const unsettled = memory.unsettled[side.name].map((id) => [id, UNKNOWN_VERSION] as const);
  return side.list({ cursor, known: new Map([...settled, ...unsettled]) });
}

async function look<K extends Kind>(side: Side<K>, list: Listing, known: Known<K>): Promise<SideSeen<K>> {
  const listed = new Map(list.items.map((item) => [item.id, item]));
  const { found, failed } = await read(side, toRead(side.name, listed, known));
  for (const item of list.items) if (item.unusable !== undefined) failed.set(item.id, new M2KError('Unreadable', { reason: item.unusable, side: side.name, item: item.id }));
  const where = list.complete ? await locateMissing(side, { listed, found, bases: known.bases }) : new Map<string, Whereabouts>();
  return {
    listed, found, failed, where, complete: list.complete,
    ...(list.because === undefined ? {} : { because: list.because }), ...(list.cursor === undefined ? {} : { cursor: list.cursor }),
    ...(list.place === undefined ? {} : { place: list.place }), ...(list.stamp === undefined ? {} : { stamp: list.stamp }),
  };
}

/** New ids, moved versions, rows without base values, and whatever an open intent touches. */
function toRead<K extends Kind>(side: SideName, listed: ReadonlyMap<ItemId, Listed>, { bases, intents }: Known<K>): readonly ItemId[] {
  const byId = new Map(bases.map((base) => [base[side].id, base]));
  const open = new Set(intents.map((intent) => intent.uid));
  return [...listed.values()].flatMap((item) => {
    const base = byId.get(item.id);
    const settled = base !== undefined && item.version !== UNKNOWN_VERSION && base[side].version === item.version && !isBaseless(base) && !open.has(base.uid);
    return settled || item.unusable !== undefined ? [] : [item.id];
  });
}

async function read<K extends Kind>(side: Side<K>, ids: readonly ItemId[]): Promise<{ found: Map<ItemId, Found<K>>; failed: Map<ItemId, Error> }> {
  const found = new Map<ItemId, Found<K>>(), failed = new Map<ItemId, Error>();
  if (ids.length === 0) return { found, failed };
  for await (const row of side.fetch(ids)) {
    if (row.ok) found.set(row.item.id, row.item);
    else failed.set(row.id, row.missing ? new M2KError('Stale', { side: side.name, item: row.id }) : row.error);
  }
  return { found, failed };
}

/** An item that turned up under another id is followed by its UID, not looked for. */
async function locateMissing<K extends Kind>(
  side: Side<K>, seen: { readonly listed: ReadonlyMap<ItemId, Listed>; readonly found: ReadonlyMap<ItemId, Found<K>>; readonly bases: readonly Base<K>[] },
): Promise<Map<string, Whereabouts>> {
  const uids = new Set<Uid>([...seen.found.values()].map((item) => item.uid));
  const where = new Map<string, Whereabouts>();
  for (const base of seen.bases) {
    const id = base[side.name].id;
    if (seen.listed.has(id) || uids.has(base.uid) || (side.name === 'outlook' && base.putAway === true)) continue;
    where.set(base.pairing, await side.locate(id, base.uid));
  }
  return where;
}
