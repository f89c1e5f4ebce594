// Writing one object: conditional, never sent twice, and counted as done only when the server shows it (rule 25).
import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { TextCodec } from '../codec/text-codec.js';
import type { DavClient, Put } from '../dav/client.js';
import { outcomeUnknown } from '../dav/failures.js';
import { hrefKey, isUnreserved, memberHref, resolveHref } from '../dav/hrefs.js';
import type { ServerProfile } from '../dav/profile.js';
import { M2KError } from '../errors.js';
import { fieldSpecs } from '../model/field-specs.js';
import { itemId, UNKNOWN_VERSION } from '../model/ids.js';
import type { Kind, Uid } from '../model/ids.js';
import type { FieldName } from '../model/item.js';
import type { TextReader } from './server-side-fetch.js';
import { etagVersion, foundIn, ifMatchOf, says, versionOf } from './server-side-text.js';
import type { StoredText } from './server-side-text.js';
import type { Change, Creation, Found, Part, Ref } from './side.js';

export interface WriterOptions<K extends Kind> {
  readonly client: DavClient;
  readonly collection: string;
  readonly codec: TextCodec<K>;
  readonly profile: ServerProfile;
  readonly clock: Clock;
  readonly reader: TextReader;
  /** Names for objects whose UID is no name; random when absent. Without extension. */
  readonly newName?: () => string;
}

export interface Writer<K extends Kind> {
  create(creation: Creation<K>): Promise<Found<K>>;
  update(change: Change<K>): Promise<Found<K>>;
  remove(ref: Ref, parts: readonly Part[]): Promise<void>;
}

export function textWriter<K extends Kind>(options: WriterOptions<K>): Writer<K> {
  const { client, collection, codec, profile, clock, reader } = options;
  const now = (): string => new Date(clock.now()).toISOString();
  const randomName = options.newName ?? randomUUID;
  const hrefNamed = (name: string): string => memberHref(collection, name + codec.extension);
  const ownHref = (uid: Uid): string => hrefNamed(profile.names === 'random' ? randomName() : nameFor(uid));

  async function create({ item, over }: Creation<K>): Promise<Found<K>> {
    const former = over?.[0]?.text;
    const chosen: ReadonlySet<FieldName<K>> = new Set(Object.keys(fieldSpecs(item.kind)) as FieldName<K>[]);
    const body = codec.format({ item, chosen, now: now(), ...(former === undefined ? {} : { over: former }) });
    if (!profile.refusesSameUid) await refuseIfThere(item.uid);
    const href = ownHref(item.uid);
    try {
      return await putNew(href, body, item.uid);
    } catch (error) {
      if (!(error instanceof M2KError) || error.code !== 'AlreadyThere') throw error;
      const holder = await holderOf(item.uid, error.data['href'] ?? href);
      if (holder !== null) throw alreadyThere(holder, error);
      // The name is taken by another object, so nothing was stored: another name is no second try of the same write.
      return putNew(hrefNamed(randomName()), body, item.uid);
    }
  }

  async function putNew(href: string, body: string, uid: Uid): Promise<Found<K>> {
    if (!profile.ifNoneMatch && await reader.get(href) !== null) throw new M2KError('AlreadyThere', { reason: 'href-taken', item: href });
    const put = await client.put(href, { body, contentType: codec.contentType, ifMatch: null, ifNoneMatch: profile.ifNoneMatch ? '*' : null })
      .catch(async (error: unknown) => verified({ error, href, body, uid, before: null }));
    if ('text' in put) return foundIn(put, codec);
    const at = put.location !== null && hrefKey(put.location).startsWith(`${hrefKey(collection)}/`) ? put.location : href;
    if (put.etag !== null && !profile.rewrites && at === href) {
      const tagged = await afterSending(() => reader.tagged(href));
      return foundIn({ href, text: body, etag: put.etag, tagged }, codec);
    }
    return afterSending(async () => {
      const stored = await reader.get(at) ?? (await reader.withUid(uid))[0];
      if (!stored) throw unknownOutcome(href);
      return foundIn(stored, codec);
    });
  }

  async function update({ ref, item, fields }: Change<K>): Promise<Found<K>> {
    const current = await currentOf(ref);
    const body = codec.format({ item, chosen: fields, over: current.text, now: now() });
    const put = await putOver(current, body).catch(async (error: unknown) => verified({ error, href: ref.id, body, uid: null, before: current.text }));
    if ('text' in put) return foundIn(put, codec);
    if (put.etag !== null && !profile.rewrites) return foundIn({ href: ref.id, text: body, etag: put.etag, tagged: current.tagged }, codec);
    return afterSending(async () => {
      const stored = await reader.get(ref.id);
      if (!stored) throw new M2KError('Stale', { reason: 'gone', side: 'server', item: ref.id });
      return foundIn(stored, codec);
    });
  }

  async function putOver(current: StoredText, body: string): Promise<Put> {
    const request = { body, contentType: codec.contentType, ifNoneMatch: null };
    try {
      return await client.put(current.href, { ...request, ifMatch: etagVersion(current.etag) });
    } catch (error) {
      if (!(error instanceof M2KError) || error.data.status !== 412 || !isWeak(current)) throw error;
      await currentOf({ id: itemId(current.href), version: versionOf(current) });
      return client.put(current.href, { ...request, ifMatch: null });
    }
  }

  /** Parts after the first are removed after it (rule 11: the master goes first). */
  async function remove(ref: Ref, parts: readonly Part[]): Promise<void> {
    await removeOne(ref);
    for (const part of parts.filter(({ id }) => id !== ref.id)) await removeOne(part);
  }

  async function removeOne(ref: Ref): Promise<void> {
    const ifMatch = (profile.ifMatchDelete ? ifMatchOf(ref.version) : null) ?? await etagJustBefore(ref);
    if (ifMatch === GONE) return;
    try {
      await client.delete(ref.id, { ifMatch, noReply: profile.schedules });
    } catch (error) {
      if (!(error instanceof M2KError) || (error.code !== 'Stale' && !outcomeUnknown(error))) throw error;
      // If-Match fails on what is not there, too (RFC 9110 section 13.1.1).
      const there = await afterSending(() => reader.get(ref.id).catch((failure: unknown) => nothingSaid(failure, undefined)));
      if (there === null) return;
      if (error.code !== 'Stale') throw unknownOutcome(ref.id, error);
      if (!there || !isWeak(there)) throw error;
      sameVersion(there, ref);
      await client.delete(ref.id, { ifMatch: null, noReply: profile.schedules });
    }
  }

  async function etagJustBefore(ref: Ref): Promise<string | null | typeof GONE> {
    const stored = await reader.get(ref.id);
    if (stored === null) return GONE;
    sameVersion(stored, ref);
    return etagVersion(stored.etag);
  }

  async function currentOf(ref: Ref): Promise<StoredText> {
    const stored = await reader.get(ref.id);
    if (stored === null) throw new M2KError('Stale', { reason: 'gone', side: 'server', item: ref.id });
    sameVersion(stored, ref);
    return stored;
  }

  async function refuseIfThere(uid: Uid): Promise<void> {
    const holder = await livingHolder(uid);
    if (holder !== null) throw alreadyThere(holder);
  }

  /** A search may still show what is gone (M11): the object itself says whether it is there. */
  async function livingHolder(uid: Uid): Promise<string | null> {
    for (const { href } of await reader.withUid(uid).catch(ignoreUnsupported)) if (await reader.get(href) !== null) return href;
    return null;
  }

  /** The href that holds the UID, null when nobody does. `hint`: where the server or the name says it is. */
  async function holderOf(uid: Uid, hint: unknown): Promise<string | null> {
    const href = resolveHref(String(hint), client.origin + collection);
    const there = await reader.get(href);
    if (there && uidOf(there, codec) === uid) return href;
    return livingHolder(uid);
  }

  /**
   * After a 5xx or a time-out: what the server holds, if it says all we sent; a new object by href, then by UID. Never sent again.
   * A server that answers and does not hold it failed on this item alone; one that does not answer ends the run.
   */
  async function verified(sent: { readonly error: unknown; readonly href: string; readonly body: string; readonly uid: Uid | null; readonly before: string | null }): Promise<StoredText> {
    if (!outcomeUnknown(sent.error)) throw sent.error;
    const there = await afterSending(() => reader.get(sent.href).catch((error: unknown) => nothingSaid(error, null)));
    if (there && says(there, sent, codec)) return there;
    const { uid } = sent;
    const elsewhere = uid === null || there ? [] : await afterSending(() => reader.withUid(uid).catch((error: unknown) => nothingSaid(error, [])));
    const same = elsewhere.find((stored) => says(stored, sent, codec));
    if (!same) throw unknownOutcome(sent.href, sent.error);
    return same;
  }

  return { create, update, remove };
}

const GONE = Symbol('gone');

/** A weak ETag matches no If-Match (RFC 9110 section 8.8.3). 412 means that nothing was done, so after another look the write may go without. */
const isWeak = ({ etag }: StoredText): boolean => /^W\//i.test(etag ?? '');

/** @throws M2KError Stale unless the stored text is of the version that was acted upon. */
function sameVersion(stored: StoredText, ref: Ref): void {
  if (ref.version === UNKNOWN_VERSION || ref.version === versionOf(stored)) return;
  throw new M2KError('Stale', { reason: 'version', side: 'server', item: ref.id });
}

/** The UID where it needs no encoding (Outlook's have 112 characters and more), else a hash of it: the same one at every try. */
const nameFor = (uid: Uid): string =>
  isUnreserved(uid) && uid.length <= 200 ? uid : `m2k-${createHash('sha256').update(uid).digest('hex').slice(0, 40)}`;

function uidOf<K extends Kind>(stored: StoredText, codec: TextCodec<K>): Uid | null {
  try {
    return codec.parse(stored.text).uid;
  } catch {
    return null;
  }
}

/**
 * A look at what became of a write. Whatever goes wrong now, the write may have been done: a refused password says so of the look and not of the write
 * (found by a run that was answered 401 between a PUT and its verification: the write was taken for not done, and undid the next edit).
 */
async function afterSending<Result>(look: () => Promise<Result>): Promise<Result> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof M2KError) || error.code === 'Stale') throw error;
    throw new M2KError(error.code, { ...error.data, mayBeDone: true }, { cause: error });
  }
}

/** A server without the query cannot be asked; it may still refuse. */
const ignoreUnsupported = (error: unknown): readonly StoredText[] => nothingSaid(error, []);

/** An answer that says nothing of the object. @throws the error when there was no answer at all */
function nothingSaid<Value>(error: unknown, unknown: Value): Value {
  if (error instanceof M2KError && (error.code === 'Refused' || error.data.reason === 'server-error')) return unknown;
  throw error;
}

const alreadyThere = (href: string, cause?: unknown): M2KError => new M2KError('AlreadyThere', { side: 'server', item: href }, { cause });

const unknownOutcome = (href: string, cause?: unknown): M2KError => new M2KError('Busy', { reason: 'outcome-unknown', side: 'server', item: href }, { cause });
