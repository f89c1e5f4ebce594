// Reading many objects: multiget in batches that shrink when the server cannot, and a GET for every row that is in doubt.
import type { TextCodec } from '../codec/text-codec.js';
import { multigetBody, uidQueryBody } from '../dav/bodies.js';
import type { DataWanted } from '../dav/bodies.js';
import type { DavClient } from '../dav/client.js';
import { hrefKey } from '../dav/hrefs.js';
import { textProp } from '../dav/multistatus.js';
import type { Multistatus, Row } from '../dav/multistatus.js';
import { caldav, carddav, dav } from '../dav/names.js';
import type { ServerProfile } from '../dav/profile.js';
import { M2KError } from '../errors.js';
import type { ItemId, Kind, Uid, Version } from '../model/ids.js';
import { foundIn, versionOf } from './server-side-text.js';
import type { StoredText } from './server-side-text.js';
import type { Fetched } from './side.js';

export interface TextRow {
  readonly id: ItemId;
  /** Null: proven gone. */
  readonly text: StoredText | null | M2KError;
}

/** Hrefs in one multiget: what Thunderbird and Evolution ask for. */
const MOST_AT_ONCE = 100;

export interface TextReader {
  /** Null on 404 and 410: gone, proven. */
  get(href: string): Promise<StoredText | null>;
  /** Whether listings have ETags: as a listing told, else asked of this object once. */
  tagged(href: string): Promise<boolean>;
  /** What a listing saw. */
  learn(tagged: boolean): void;
  /** Every id is answered once: with its text, with null when proven gone, or with the error of this one item. */
  texts(ids: readonly ItemId[]): AsyncIterable<TextRow>;
  /** Objects with that UID, wherever they are in the collection. Empty proves little: indexes lag (reference M11, T20). */
  withUid(uid: Uid): Promise<readonly StoredText[]>;
}

export interface ReaderOptions<K extends Kind> {
  readonly client: DavClient;
  readonly collection: string;
  readonly codec: TextCodec<K>;
  readonly profile: ServerProfile;
}

export function textReader<K extends Kind>({ client, collection, codec, profile }: ReaderOptions<K>): TextReader {
  // 3.0 is what the bare name means (RFC 6352 section 5.1.1); Xandikos 0.2.8 answers 500 to a parameter (2026-11-22).
  const accept = codec.kind === 'event' ? 'text/calendar' : profile.vcard === '4.0' ? 'text/vcard;version=4.0' : 'text/vcard';
  const wanted: DataWanted = codec.kind === 'event' ? { kind: 'event' } : { kind: 'contact', vcardVersion: profile.vcard };
  const data = codec.kind === 'event' ? caldav('calendar-data') : carddav('address-data');
  /** Learnt within a run: halved on failures, doubled on successes. */
  let batch = profile.multiget;
  let multigetWorks = true;

  let tags: boolean | null = null;

  async function tagged(href: string): Promise<boolean> {
    if (tags === null) {
      const { self, members } = await client.propfind(href, { depth: 0, props: [dav('getetag')] });
      const row = self ?? members[0];
      tags = row !== undefined && textProp(row, dav('getetag')) !== null;
    }
    return tags;
  }

  const textIn = (row: Row): StoredText | null => {
    const text = row.props.get(data)?.text;
    return row.status === null && text ? { href: row.href, text, etag: textProp(row, dav('getetag')), tagged: tags ?? row.props.has(dav('getetag')) } : null;
  };

  async function get(href: string): Promise<StoredText | null> {
    const got = await client.get(href, accept);
    return got && { href, text: got.text, etag: got.etag, tagged: await tagged(href) };
  }

  /** A server that fails on one object must not keep the others from us. */
  async function getOrError(href: string): Promise<StoredText | null | M2KError> {
    try {
      return await get(href);
    } catch (error) {
      if (error instanceof M2KError && error.data.status !== undefined && (error.code === 'Refused' || error.data.reason === 'server-error')) {
        return new M2KError('Unreadable', { ...error.data, side: 'server', item: href }, { cause: error });
      }
      throw error;
    }
  }

  /** Null when the server cannot answer so much, or at all. */
  async function multiget(ids: readonly ItemId[]): Promise<Multistatus | null> {
    try {
      const answer = await client.report(collection, { depth: 1, body: multigetBody(wanted, ids) });
      batch = Math.min(MOST_AT_ONCE, Math.max(batch, ids.length * 2));
      return answer;
    } catch (error) {
      const failure = multigetFailure(error);
      if (failure === 'other') throw error;
      multigetWorks = failure === 'too much';
      // A missing href makes sabre 1.8 refuse them all (reference Q43).
      batch = Math.max(1, Math.min(batch, Math.floor(ids.length / 2)));
      return null;
    }
  }

  /** Every one of a batch, in halves where the server cannot. */
  async function readBatch(ids: readonly ItemId[]): Promise<readonly TextRow[]> {
    const answer = multigetWorks ? await multiget(ids) : null;
    if (answer === null && multigetWorks && ids.length > 1) {
      const half = Math.ceil(ids.length / 2);
      return [...await readBatch(ids.slice(0, half)), ...await readBatch(ids.slice(half))];
    }
    const rows = new Map((answer?.members ?? []).map((row) => [hrefKey(row.href), row]));
    const texts: TextRow[] = [];
    for (const id of ids) {
      const row = rows.get(hrefKey(id));
      const given = row ? textIn(row) : null;
      // Missing, 404, refused or empty: only a GET tells which (reference Q38, Q59; rule 12).
      texts.push({ id, text: given ? { ...given, href: id } : await getOrError(id) });
    }
    return texts;
  }

  /** The next batches are on their way while one is being read: as many at once as the profile allows. */
  async function* texts(ids: readonly ItemId[]): AsyncIterable<TextRow> {
    const left = [...new Set(ids)];
    const ahead: Promise<readonly TextRow[]>[] = [];
    const ask = (): void => {
      while (left.length > 0 && ahead.length < profile.parallel) {
        const next = readBatch(left.splice(0, multigetWorks ? batch : 1));
        // Its failure is met when it is its turn.
        next.catch(() => undefined);
        ahead.push(next);
      }
    };
    ask();
    while (ahead.length > 0) {
      const rows = await ahead.shift();
      ask();
      yield* rows ?? [];
    }
  }

  return {
    get, texts, tagged,
    learn: (seen) => { tags = seen; },
    async withUid(uid) {
      const answer = await client.report(collection, { depth: 1, body: uidQueryBody(wanted, uid) });
      const found: StoredText[] = [];
      for (const row of answer.members.filter((member) => member.status === null)) {
        const text = textIn(row) ?? await get(row.href);
        if (text && uidIn(text) === uid) found.push(text);
      }
      return found;
    },
  };

  function uidIn({ text }: StoredText): Uid | null {
    try {
      return codec.parse(text).uid;
    } catch {
      return null;
    }
  }
}

/** 'unsupported': no multiget here (RFC 3253 section 3.6: 403 supported-report; sabre 415); 'too much': with fewer hrefs it may do. */
function multigetFailure(error: unknown): 'unsupported' | 'too much' | 'other' {
  if (!(error instanceof M2KError)) return 'other';
  const { status, reason } = error.data;
  if (reason === 'supported-report' || status === 403 || status === 405 || status === 415 || status === 501) return 'unsupported';
  if (status === 400 || status === 404 || status === 413 || status === 414 || status === 507) return 'too much';
  return reason === 'server-error' || reason === 'timed-out' || reason === 'too-large' ? 'too much' : 'other';
}

/** What an address gives; null where it gives nothing: a picture never costs its contact (peers.md row 83). */
export type Picture = (address: string) => Promise<Uint8Array | null>;

interface Fetching<K extends Kind> {
  readonly reader: TextReader;
  readonly codec: TextCodec<K>;
  readonly picture?: Picture | undefined;
}

async function fetchPictures<K extends Kind>({ text }: StoredText, { pictures }: TextCodec<K>, picture: Picture): Promise<void> {
  let missing: readonly string[];
  try {
    missing = pictures?.missing(text) ?? [];
  } catch {
    // Why it cannot be read is said when it is read.
    return;
  }
  for (const address of missing) {
    const octets = await picture(address);
    if (octets !== null) pictures?.keep(address, octets);
  }
}

/** Rows for the core: an object that cannot be read is a row with its error. What names other objects is read when those have been. */
export async function* fetchItems<K extends Kind>({ reader, codec, picture }: Fetching<K>, ids: readonly ItemId[]): AsyncIterable<Fetched<K>> {
  const waiting: { readonly id: ItemId; readonly text: StoredText }[] = [];
  for await (const { id, text } of reader.texts(ids)) {
    if (text instanceof M2KError) yield { ok: false, id, error: text, missing: false };
    else if (text === null) yield { ok: false, id, error: new M2KError('Stale', { reason: 'gone', side: 'server', item: id }), missing: true };
    else if (waits(text, codec)) waiting.push({ id, text });
    else {
      if (picture) await fetchPictures(text, codec, picture);
      yield readRow(id, text, codec);
    }
  }
  for (const { id, text } of waiting) yield readRow(id, text, codec);
}

/** A text that is too broken to tell tells why when it is read. */
function waits<K extends Kind>({ text }: StoredText, codec: TextCodec<K>): boolean {
  try {
    return codec.waits?.(text) === true;
  } catch {
    return false;
  }
}

function readRow<K extends Kind>(id: ItemId, text: StoredText, codec: TextCodec<K>): Fetched<K> {
  try {
    return { ok: true, item: foundIn(text, codec) };
  } catch (error) {
    return { ok: false, id, error: error instanceof Error ? error : new Error(String(error)), missing: false };
  }
}

/** For members that a listing gives without ETag. */
export async function hashes(reader: TextReader, ids: readonly ItemId[]): Promise<ReadonlyMap<ItemId, Version>> {
  const found = new Map<ItemId, Version>();
  for await (const { id, text } of reader.texts(ids)) if (text !== null && !(text instanceof M2KError)) found.set(id, versionOf({ ...text, tagged: false }));
  return found;
}
