// A calendar on a server that refuses overrides (mail2000-and-dav M8): a changed occurrence is an EXDATE of its series and an event of its own,
// and both are one item to everyone else (rules.md 11). Wraps the side that reads and writes single objects.
import { changedDates, detachedFields, detachedUid, joinDetached, markDetached, withoutDetached } from '../codec/icalendar/detached.js';
import type { DetachedFrom } from '../codec/icalendar/detached.js';
import { filesShown, ofOccurrence, ofSeries } from '../codec/attachments/files.js';
import type { TextCodec } from '../codec/text-codec.js';
import { M2KError } from '../errors.js';
import { equal } from '../model/canonical.js';
import type { EventFields } from '../model/event.js';
import { fieldSpecs } from '../model/field-specs.js';
import { itemId, UNKNOWN_VERSION } from '../model/ids.js';
import type { ItemId, Uid, Version } from '../model/ids.js';
import { dateOfPart, formatGroups, groupOf, groupVersion, parseGroups, partName, seriesOf } from './detached-parts.js';
import type { Group, Groups } from './detached-parts.js';
import type { Change, Creation, Fetched, Found, Listing, ListingMemory, Part, Ref, Side } from './side.js';

type Field = keyof EventFields;
type Row = Fetched<'event'>;
/** What an occurrence has from its series: written to it when that changes, or for its own files. */
const OF_THE_SERIES: ReadonlySet<Field> = new Set(['categories', 'sensitivity', 'attachments']);
const FIELDS = Object.keys(fieldSpecs('event')) as readonly Field[];

/** `objects` makes the side of single objects with the codec it is given. */
export function detachedSide(codec: TextCodec<'event'>, objects: (codec: TextCodec<'event'>) => Side<'event'>): Side<'event'> {
  const marks = new Map<Uid, DetachedFrom>();
  const inner = objects({ ...codec, format: (input) => {
    const text = codec.format(input), mark = marks.get(input.item.uid);
    return mark ? markDetached(text, mark) : text;
  } });
  let groups: Groups | null = null;
  /** Objects that a listing had to read: for it alone, since what is fetched later must be what is there then. */
  const read = new Map<ItemId, Row>();

  async function* rows(ids: readonly ItemId[]): AsyncIterable<Row> {
    const unread = ids.filter((id) => !read.has(id));
    for (const id of ids) { const row = read.get(id); if (row) yield row; }
    if (unread.length > 0) yield* inner.fetch(unread);
  }

  async function list(memory?: ListingMemory): Promise<Listing> {
    read.clear();
    const before = memory ? parseGroups(memory.cursor) : null;
    const groupsBefore = new Map<ItemId, Group>([...memory?.known ?? []].map(([id, known]) => [id, groupOf(known)]));
    for (const [id, group] of before?.groups ?? []) groupsBefore.set(id, group);
    const known = new Map([...groupsBefore].flatMap(([id, group]) => [[id, group.version] as const, ...group.parts.map((part) => [part.id, part.version] as const)]));
    const listing = await inner.list(memory && before ? { cursor: before.inner, known } : undefined);
    const here = new Map(listing.items.map((item) => [item.id, item]));
    const owner = new Map<ItemId, ItemId>([...groupsBefore].flatMap(([id, { parts }]) => parts.map((part) => [part.id, id] as const)));
    await adopt(listing, { owner, known: before === null ? new Set(owner.keys()) : new Set(known.keys()) });
    const found = new Map<ItemId, { readonly version: Version; readonly parts: Ref[] }>();
    for (const [part, master] of owner) {
      const [item, of] = [here.get(part), here.get(master)];
      if (!item || !of) continue;
      const group = found.get(master) ?? { version: of.version, parts: [] };
      group.parts.push({ id: part, version: item.version });
      found.set(master, group);
    }
    groups = found;
    read.clear();
    const items = listing.items.filter(({ id }) => { const master = owner.get(id); return master === undefined || !here.has(master); })
      .map((item) => ({ ...item, version: groupVersion(found.get(item.id) ?? { version: item.version, parts: [] }) }));
    return { ...listing, items, ...(listing.cursor === undefined ? {} : { cursor: formatGroups(listing.cursor, found) }) };
  }

  /** Objects never seen before are read: an occurrence that another desk, or a run that was cut short, took out belongs to its series. */
  async function adopt(listing: Listing, { owner, known }: { readonly owner: Map<ItemId, ItemId>; readonly known: ReadonlySet<ItemId> }): Promise<void> {
    const fresh = listing.items.filter(({ id, unusable }) => unusable === undefined && !known.has(id)).map(({ id }) => id);
    for await (const row of inner.fetch(fresh)) read.set(row.ok ? row.item.id : row.id, row);
    const loose = fresh.flatMap((id) => { const row = read.get(id), from = row?.ok ? seriesOf(row.item) : null; return from ? [{ id, series: from.series }] : []; });
    if (loose.length === 0) return;
    const rest = listing.items.map(({ id }) => id).filter((id) => !read.has(id) && !owner.has(id));
    const uids = new Map<Uid, ItemId>();
    for await (const row of rows([...fresh, ...rest])) if (row.ok && row.item.fields.rule !== null) uids.set(row.item.uid, row.item.id);
    for (const { id, series } of loose) { const master = uids.get(series); if (master !== undefined) owner.set(id, master); }
  }

  async function* fetch(ids: readonly ItemId[]): AsyncIterable<Row> {
    if (groups === null) await list();
    const partsOf = (id: ItemId): readonly Ref[] => groups?.get(id)?.parts ?? [];
    const parts = new Map<ItemId, Row>();
    const wanted = ids.flatMap(partsOf).map(({ id }) => id);
    if (wanted.length > 0) for await (const row of rows(wanted)) parts.set(row.ok ? row.item.id : row.id, row);
    for await (const row of rows(ids)) yield row.ok ? joined(row.item, partsOf(row.item.id).map(({ id }) => parts.get(id))) : row;
  }

  /** Parts that are gone are gone (404): their occurrence is deleted, as the EXDATE of the series says. */
  function joined(master: Found<'event'>, rowsOfParts: readonly (Row | undefined)[]): Row {
    const broken = rowsOfParts.find((row) => row && !row.ok && !row.missing);
    if (broken && !broken.ok) return { ...broken, id: master.id };
    return { ok: true, item: compose(master, rowsOfParts.flatMap((row) => (row?.ok ? [row.item] : []))) };
  }

  function compose(master: Found<'event'>, detached: readonly Found<'event'>[]): Found<'event'> {
    const dated = detached.flatMap((found) => { const from = seriesOf(found); return from ? [{ date: from.date, found }] : []; }).sort((a, b) => (a.date < b.date ? -1 : 1));
    const parts: Part[] = [...master.parts, ...dated.map(({ date, found }) => ({ id: found.id, version: found.version, part: partName(date), text: found.parts[0]?.text ?? '' }))];
    const modified = [master, ...detached].flatMap((found) => found.modified ?? []).sort().at(-1);
    return {
      ...master, parts, version: groupVersion({ version: master.version, parts: detached }), ...(modified === undefined ? {} : { modified }),
      fields: joinDetached(master.fields, new Map(dated.map(({ date, found }) => [date, found.fields]))),
    };
  }

  const single = (series: EventFields, uidOfSeries: Uid, date: string): { readonly uid: Uid; readonly fields: EventFields } => {
    const uid = detachedUid(uidOfSeries, series.when, date);
    return { uid, fields: detachedFields(series, date, series.exceptions[date] ?? { deleted: true }) };
  };

  async function makePart(item: Creation<'event'>['item'], date: string, over: readonly Part[] | undefined): Promise<Found<'event'>> {
    const { uid, fields } = single(item.fields, item.uid, date), former = over?.find((part) => dateOfPart(part) === date);
    marks.set(uid, { series: item.uid, date });
    const made = { kind: 'event' as const, uid, fields };
    try {
      return await inner.create({ item: made, ...(former ? { over: [{ ...former, part: 'master' }] } : {}) });
    } catch (error) {
      // Left by a write that was cut short: it is this very occurrence's.
      if (!(error instanceof M2KError) || error.code !== 'AlreadyThere' || typeof error.data.item !== 'string') throw error;
      return inner.update({ ref: { id: itemId(error.data.item), version: UNKNOWN_VERSION }, item: made, fields: new Set(FIELDS), parts: [] });
    }
  }

  /** What says no more than its series, or names no occurrence, is not taken out of it. */
  const masterFields = (fields: EventFields, held: EventFields): EventFields => withoutDetached({ ...fields, exceptions: held.exceptions, attachments: held.attachments });

  /** The occurrences first, the series last: cut short in between, they are found by their marks. */
  async function create({ item, over, ...rest }: Creation<'event'>): Promise<Found<'event'>> {
    const fields = codec.narrow(item.fields), made: Found<'event'>[] = [];
    for (const date of changedDates(fields)) made.push(await makePart({ ...item, fields }, date, over));
    const master = await inner.create({ ...rest, item: { ...item, fields: masterFields(item.fields, fields) }, ...(over ? { over: over.filter((part) => dateOfPart(part) === null) } : {}) });
    return remember(compose(master, made));
  }

  /** New and changed occurrences, then the series, then those that are occurrences of it again: no step takes one away that is wanted. */
  async function update(change: Change<'event'>): Promise<Found<'event'>> {
    const current = await partsAt(change.ref, change.parts);
    const [master] = current, item = { ...change.item, fields: codec.narrow(change.item.fields) };
    if (!master) throw new M2KError('Stale', { reason: 'gone', side: 'server', item: change.ref.id });
    const filesBefore = change.fields.has('attachments') && current.length > 1 ? codec.parse(master.text).fields.attachments : [];
    const dates = new Set(changedDates(item.fields)), kept: Found<'event'>[] = [], former = current.filter((part) => dateOfPart(part) !== null);
    for (const date of dates) {
      const part = former.find((one) => dateOfPart(one) === date);
      kept.push(part ? await updatePart(item, { date, part, chosen: change.fields, before: filesBefore }) : await makePart(item, date, undefined));
    }
    // A file alone takes an occurrence out of its series.
    const overrides = /^RECURRENCE-ID/im.test(master.text) || change.fields.has('attachments'), ref = { id: change.ref.id, version: groupOf(change.ref.version).version };
    const fields = new Set<Field>(overrides ? [...change.fields, 'exceptions'] : change.fields);
    const written = await inner.update({ ref, item: { ...change.item, fields: masterFields(change.item.fields, item.fields) }, fields, parts: [master] });
    for (const part of former) if (!dates.has(dateOfPart(part) ?? '')) await inner.delete(part, [{ ...part, part: 'master' }]);
    return remember(compose(written, kept));
  }

  async function updatePart(item: Change<'event'>['item'], { date, part, chosen, before }: { readonly date: string; readonly part: Part; readonly chosen: ReadonlySet<Field>; readonly before: EventFields['attachments'] }): Promise<Found<'event'>> {
    const parsed = codec.parse(part.text), { fields } = single(item.fields, item.uid, date);
    marks.set(parsed.uid, { series: item.uid, date });
    const now = codec.narrow(parsed.fields), attachments = filesShown(ofOccurrence(item.fields.attachments, date), { now: now.attachments, before, after: ofSeries(item.fields.attachments) });
    const wanted = { ...codec.narrow(fields), attachments };
    const own = FIELDS.filter((name) => (OF_THE_SERIES.has(name) ? chosen.has(name) : true) && !equal(now[name], wanted[name]));
    if (own.length === 0) return { id: part.id, version: part.version, uid: parsed.uid, fields: parsed.fields, parts: [{ ...part, part: 'master' }] };
    return inner.update({ ref: part, item: { kind: 'event', uid: parsed.uid, fields: wanted }, fields: new Set(own), parts: [{ ...part, part: 'master' }] });
  }

  /** The parts as they were at that version; read anew where what is given is of another. Only a master that is gone has none. */
  async function partsAt(ref: Ref, given: readonly Part[]): Promise<readonly Part[]> {
    const [master, ...rest] = given;
    if (master && ref.version !== UNKNOWN_VERSION && groupVersion({ version: master.version, parts: rest }) === ref.version) return given;
    return partsNow(ref.id);
  }

  async function partsNow(id: ItemId): Promise<readonly Part[]> {
    for await (const row of fetch([id])) if (row.ok) return row.item.parts; else if (!row.missing) throw row.error;
    return [];
  }

  function remember(found: Found<'event'>): Found<'event'> {
    const parts = found.parts.filter((part) => dateOfPart(part) !== null);
    groups = new Map([...groups ?? [], [found.id, { version: found.parts[0]?.version ?? UNKNOWN_VERSION, parts: parts.map(({ id, version }) => ({ id, version })) }]]);
    return found;
  }

  return {
    name: 'server', kind: 'event', narrow: (fields) => inner.narrow(fields), list, fetch, create, update,
    /** The series first (rules.md 11): what is left of it when it is cut short are events that stand for themselves. */
    async delete(ref, parts) {
      const all = await partsAt(ref, parts);
      await inner.delete({ id: ref.id, version: groupOf(ref.version).version }, []);
      for (const part of all.filter((one) => dateOfPart(one) !== null)) await inner.delete(part, []);
      return {};
    },
    locate: (id, uid) => inner.locate(id, uid),
    mark: (ref) => Promise.resolve(ref),
  };
}
