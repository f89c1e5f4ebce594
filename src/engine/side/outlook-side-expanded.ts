// A calendar folder that shows what no RecurrencePattern holds (OOM 4.4) as single appointments, and all of them are one item to everyone else (rules.md
// 11). Wraps the side that reads and writes single items. They are known by their marks; Outlook only shows them, the server leads.
import type { OutlookCodec } from '../codec/outlook/outlook-codec.js';
import { M2KError } from '../errors.js';
import type { EventFields } from '../model/event.js';
import { itemId, UNKNOWN_VERSION } from '../model/ids.js';
import type { ItemId, Uid, Version } from '../model/ids.js';
import { changedCopies, composed, copiesIn, copyFields, copyOf, copyUid, EVENT_FIELDS, groupId, groupMark, groupVersion, isGroup, isLong, liveDates, partOf, seriesOfGroup, unlike, wantedDates } from './expanded-parts.js';
import type { Copy } from './expanded-parts.js';
import type { Change, Creation, Fetched, Found, Listed, Listing, ListingMemory, Mark, Part, Side } from './side.js';

/** What was agreed on of an item, or what an open intent wants, and its version in Outlook then. */
export interface KnownSeries {
  readonly fields: EventFields;
  readonly version: Version;
}

export interface ExpandedOptions {
  readonly codec: OutlookCodec<'event'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Asked at every listing. */
  readonly known: () => ReadonlyMap<Uid, KnownSeries>;
  /** The same of another link, by the name in its marks. Absent: there is none. */
  readonly elsewhere?: (link: string) => ReadonlyMap<Uid, KnownSeries>;
}

type Single = Copy<Found<'event'>>;
type MarkedCopy = Copy<Listed & { readonly mark: Mark }>;

/** `items` makes the side of single items; a copy's mark says what it is part of. */
export function expandedSide({ codec, now, known, elsewhere = () => new Map() }: ExpandedOptions, items: (partOf: (id: Uid) => string | undefined) => Side<'event'>): Side<'event'> {
  const parts = new Map<Uid, string>(), inner = items((id) => parts.get(id));
  let series: ReadonlyMap<Uid, KnownSeries> = new Map();
  let groups: ReadonlyMap<Uid, readonly MarkedCopy[]> | null = null;
  /** Items that take the place of copies, or whose place copies take: a write was cut short. By id. */
  let unfinished: ReadonlyMap<ItemId, Uid> = new Map();
  const holds = (fields: EventFields): boolean => codec.holds?.(fields) !== false;

  async function list(memory?: ListingMemory): Promise<Listing> {
    const listing = await inner.list(memory);
    series = known();
    const found = Map.groupBy(listing.items.flatMap((item): readonly (MarkedCopy & { readonly series: Uid })[] => {
      const from = item.unusable === undefined ? copyOf(item.mark) : null;
      return from && item.mark ? [{ ...from, at: { ...item, mark: item.mark } }] : [];
    }), (copy) => copy.series);
    groups = new Map([...found].filter(([of, copies]) => !areStrewn(of, copies)).map(([of, copies]) => [of, originals(copies, series.get(of)?.version)]));
    const copies = new Set([...groups.values()].flatMap((group) => group.map(({ at }) => at.id)));
    const singles = listing.items.filter(({ id }) => !copies.has(id)).map((item) => (copyOf(item.mark) && item.mark ? { ...item, mark: ofSeries(item.mark) } : item));
    unfinished = new Map(singles.flatMap(({ id, mark }) => (mark !== undefined && mark.part === undefined && groups?.has(mark.uid) === true ? [[id, mark.uid] as const] : [])));
    const whole = new Set(unfinished.values());
    const shown = [...groups].filter(([of]) => !whole.has(of)).map(([of, group]) => listedGroup(of, group));
    return { ...listing, items: [...shown, ...singles.map((item) => (unfinished.has(item.id) ? { ...item, version: UNKNOWN_VERSION } : item))] };
  }

  /** Some of the copies that another folder has of its series, taken here: they are no series here, but an event each (rules.md 10). All of them are. */
  function areStrewn(of: Uid, copies: readonly MarkedCopy[]): boolean {
    const [first] = copies, there = series.has(of) || first === undefined ? undefined : elsewhere(first.at.mark.link).get(of);
    const here = new Set(copies.map(({ date }) => date)), were = there === undefined ? 0 : copiesIn(there.version).length;
    return there !== undefined && (were > 0 ? here.size < were : datesWanted(there.fields, now()).some((date) => !here.has(date)));
  }

  /** The user's copy of a copy bears its mark, too: the one that was there before is ours. */
  function originals(copies: readonly MarkedCopy[], version: Version | undefined): readonly MarkedCopy[] {
    const before = new Set(copiesIn(version ?? UNKNOWN_VERSION).map(({ id }) => id));
    const rank = ({ at }: MarkedCopy): string => `${before.has(at.id) ? 0 : 1}${at.created ?? ''}${at.id}`;
    const byDate = [...Map.groupBy(copies, ({ date }) => date)].sort(([a], [b]) => (a < b ? -1 : 1));
    return byDate.flatMap(([, same]) => [...same].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, 1));
  }

  /** What bears the mark of a copy and is none is to everybody a copy of the series: by its UID and token (rules.md 7). */
  function ofSeries(mark: Mark): Mark {
    const of = copyOf(mark)?.series ?? mark.uid;
    return { ...mark, ...groupMark(of, mark) };
  }

  function listedGroup(of: Uid, copies: readonly MarkedCopy[]): Listed {
    const created = copies.flatMap(({ at }) => at.created ?? []).sort()[0], [first] = copies;
    const mark = first && groupMark(of, first.at.mark);
    return { id: groupId(of), version: groupVersion(copies, now()), ...(mark === undefined ? {} : { mark }), ...(created === undefined ? {} : { created }) };
  }

  async function* fetch(ids: readonly ItemId[]): AsyncIterable<Fetched<'event'>> {
    if (groups === null) await list();
    // Groups first: a user's copy of a copy has the UID of its series, and is known for a copy after it.
    for (const id of ids.filter(isGroup)) yield await group(seriesOfGroup(id));
    for await (const row of inner.fetch(ids.filter((id) => !isGroup(id)))) yield row.ok ? { ok: true, item: shownSingle(row.item) } : row;
  }

  function shownSingle(found: Found<'event'>): Found<'event'> {
    const mark = found.mark && copyOf(found.mark) ? ofSeries(found.mark) : null;
    if (mark) return { ...found, uid: mark.uid, mark };
    // Not as it is: so that the write which was cut short is asked for again. No series has the rule of a single event.
    return unfinished.has(found.id) ? { ...found, due: new Set(['rule']), fields: { ...found.fields, rule: { freq: 'set', rules: [], more: [], except: [], later: [], end: { kind: 'never' } } } } : found;
  }

  async function group(of: Uid): Promise<Fetched<'event'>> {
    const read = await readCopies(of), broken = read.find((row) => !row.ok && !row.missing);
    if (broken && !broken.ok) return { ...broken, id: groupId(of) };
    const copies = dated(read);
    if (copies.length === 0) return { ok: false, id: groupId(of), error: new M2KError('Stale', { side: 'outlook', item: groupId(of) }), missing: true };
    try {
      return { ok: true, item: compose(of, copies, series.get(of)?.fields) };
    } catch (error) {
      // With the months it may have become too many.
      if (!(error instanceof M2KError)) throw error;
      return { ok: false, id: groupId(of), error, missing: false };
    }
  }

  async function readCopies(of: Uid): Promise<readonly Fetched<'event'>[]> {
    const rows: Fetched<'event'>[] = [], wanted = (groups?.get(of) ?? []).map(({ at }) => at.id);
    if (wanted.length > 0) for await (const row of inner.fetch(wanted)) rows.push(row);
    return rows;
  }

  const dated = (rows: readonly Fetched<'event'>[]): readonly Single[] => rows.flatMap((row): readonly Single[] => {
    const from = row.ok ? copyOf(row.item.mark) : null;
    return row.ok && from ? [{ date: from.date, at: row.item }] : [];
  });

  function compose(of: Uid, copies: readonly Single[], agreed: EventFields | undefined): Found<'event'> {
    const sorted = [...copies].sort((a, b) => (a.date < b.date ? -1 : 1)), [first] = sorted, modified = sorted.flatMap(({ at }) => at.modified ?? []).sort().at(-1);
    const version = groupVersion(sorted, now()), mark = first?.at.mark && groupMark(of, first.at.mark);
    return {
      id: groupId(of), version, uid: of, ...composed(sorted, { series: agreed, codec, now: now() }), ...(mark === undefined ? {} : { mark }),
      parts: sorted.map(({ date, at }): Part => ({ id: at.id, version: at.version, part: partOf(date), text: at.parts[0]?.text ?? '' })),
      ...(modified === undefined ? {} : { modified }), ...(sorted.some(({ at }) => at.settling === true) ? { settling: true } : {}),
    };
  }

  /** Makes, changes and deletes copies until they are what the series says. @throws M2KError, with mayBeDone once something was written. */
  async function bring({ item, copies, revive }: { readonly item: Creation<'event'>['item']; readonly copies: readonly Single[]; readonly revive: boolean }): Promise<Found<'event'>> {
    const wanted = wantedDates(item.fields, now()), live = liveDates(item.fields, copies.map(({ date }) => date)), there = new Map(copies.map(({ date, at }) => [date, at]));
    const made: Single[] = [], done = progress();
    if (isLong(item.uid)) throw new M2KError('Refused', { field: 'rule', reason: 'rule-not-held', side: 'outlook' });
    for (const date of [...new Set([...wanted, ...live])].sort()) {
      const at = there.get(date), one = { kind: 'event' as const, uid: copyUid(item.uid, date), fields: copyFields(item.fields, date) };
      parts.set(one.uid, partOf(date));
      const off = at === undefined ? [] : unlike(at.fields, item.fields, { date, codec });
      if (at !== undefined && off.length === 0) made.push({ date, at });
      else made.push({ date, at: await done(() => (at === undefined ? make(one, revive) : inner.update({ ref: at, item: one, fields: new Set(off), parts: at.parts }))) });
    }
    for (const { date, at } of copies) if (!live.has(date)) await done(() => inner.delete(at, at.parts));
    return remember(compose(item.uid, made, item.fields), made);
  }

  async function make(item: Creation<'event'>['item'], revive: boolean): Promise<Found<'event'>> {
    try {
      return await inner.create({ item, ...(revive ? { revive: { id: null } } : {}) });
    } catch (error) {
      // Left by a write that was cut short: it is this very occurrence's.
      if (!(error instanceof M2KError) || error.code !== 'AlreadyThere' || typeof error.data.item !== 'string') throw error;
      return inner.update({ ref: { id: itemId(error.data.item), version: UNKNOWN_VERSION }, item, fields: new Set(EVENT_FIELDS), parts: [] });
    }
  }

  function remember(found: Found<'event'>, copies: readonly Single[]): Found<'event'> {
    groups = new Map([...groups ?? [], [found.uid, copies.flatMap(({ date, at }) => (at.mark === undefined ? [] : [{ date, at: { id: at.id, version: at.version, mark: at.mark } }]))]]);
    return found;
  }

  async function removeCopies(of: Uid, copies: readonly Copy[], done = progress()): Promise<void> {
    for (const { at } of copies) await done(() => inner.delete(at, 'parts' in at ? (at as Found<'event'>).parts : []));
    groups = new Map([...groups ?? []].filter(([uid]) => uid !== of));
  }

  async function copiesOf(of: Uid): Promise<readonly Single[]> {
    if (groups === null) await list();
    const rows = await readCopies(of), broken = rows.find((row) => !row.ok && !row.missing);
    if (broken && !broken.ok) throw broken.error;
    return dated(rows);
  }

  async function update(change: Change<'event'>): Promise<Found<'event'>> {
    const { item, ref } = change, of = item.uid, isSingle = !isGroup(ref.id);
    if (isSingle && holds(item.fields) && !unfinished.has(ref.id)) return inner.update(change);
    const copies = await copiesOf(of), done = progress();
    if (!isSingle) {
      if (copies.length === 0 || (ref.version !== UNKNOWN_VERSION && !sameCopies(copies, ref.version))) throw new M2KError('Stale', { side: 'outlook', item: ref.id });
      if (!holds(item.fields)) return bring({ item, copies, revive: false });
      const made = await done(() => inner.create({ item }));
      await removeCopies(of, copies, done);
      return made;
    }
    if (!holds(item.fields)) {
      const made = await done(() => bring({ item, copies, revive: false }));
      await done(() => inner.delete(ref, change.parts));
      return made;
    }
    await removeCopies(of, copies, done);
    return done(() => inner.update({ ...change, ref: { ...ref, version: UNKNOWN_VERSION }, fields: new Set(EVENT_FIELDS) }));
  }

  const sameCopies = (copies: readonly Single[], version: Version): boolean => {
    const then = new Map(copiesIn(version).map((ref) => [ref.id, ref.version]));
    return then.size === copies.length && copies.every(({ at }) => then.get(at.id) === at.version);
  };

  return {
    ...inner, list, fetch, update,
    showsOnly: (fields) => !holds(fields),
    apart: (wanted, agreed) => changedCopies(wanted, codec.narrow(agreed)).map((date) => copyFields(wanted, date)),
    create: async ({ item, revive, ...rest }) => (holds(item.fields) ? inner.create({ item, ...rest, ...(revive ? { revive } : {}) })
      : bring({ item, copies: await copiesOf(item.uid), revive: revive !== undefined })),
    async delete(ref, all) {
      const of = isGroup(ref.id) ? seriesOfGroup(ref.id) : unfinished.get(ref.id), done = progress();
      if (of !== undefined) await removeCopies(of, isGroup(ref.id) && ref.version !== UNKNOWN_VERSION ? copiesIn(ref.version).map((at) => ({ date: '', at })) : await copiesOf(of), done);
      return isGroup(ref.id) ? {} : done(() => inner.delete(ref, all));
    },
    /** One copy stands for all. */
    locate(id, of) {
      if (!isGroup(id)) return inner.locate(id, of);
      const then = series.get(of), [copy] = copiesIn(then?.version ?? UNKNOWN_VERSION);
      return inner.locate(copy?.id ?? itemId(''), copyUid(of, then === undefined ? '' : datesWanted(then.fields, now())[0] ?? ''));
    },
    /** A copy that was taken into another folder becomes the user's own. */
    async mark(ref, of) {
      if (!isGroup(ref.id)) return inner.mark(ref, of);
      const [copy, another] = groups?.get(seriesOfGroup(ref.id)) ?? [];
      if (copy === undefined || another !== undefined) throw new M2KError('Refused', { reason: 'rule-not-held', side: 'outlook', item: ref.id });
      groups = new Map([...groups ?? []].filter(([uid]) => uid !== seriesOfGroup(ref.id)));
      return inner.mark(copy.at, of);
    },
  };
}

function datesWanted(fields: EventFields, now: number): readonly string[] {
  try {
    return fields.rule === null ? [] : wantedDates(fields, now);
  } catch (error) {
    if (error instanceof M2KError) return [];
    throw error;
  }
}

/** Runs writes that belong together: an error after the first of them leaves something written, whatever it says. */
function progress(): <Result>(write: () => Promise<Result>) => Promise<Result> {
  let written = false;
  return async (write) => {
    try {
      const result = await write();
      written = true;
      return result;
    } catch (error) {
      if (!written || !(error instanceof M2KError)) throw error;
      throw new M2KError(error.code, { ...error.data, mayBeDone: true }, { cause: error, message: error.message });
    }
  };
}
