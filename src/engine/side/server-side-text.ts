// One stored text as the core sees it: version, fields, part. Shared by reading and writing on the server side.
import { createHash } from 'node:crypto';
import type { TextCodec } from '../codec/text-codec.js';
import { M2KError } from '../errors.js';
import { equal } from '../model/canonical.js';
import { fieldSpecs } from '../model/field-specs.js';
import { itemId, UNKNOWN_VERSION, version } from '../model/ids.js';
import type { Kind, Version } from '../model/ids.js';
import type { Fields } from '../model/item.js';
import type { Found } from './side.js';

export interface StoredText {
  /** As the server spelled it. */
  readonly href: string;
  readonly text: string;
  /** As received; null when there was none. */
  readonly etag: string | null;
  /** False where listings have no ETags: then versions are hashes everywhere, for a listed version must equal the one that was read. */
  readonly tagged: boolean;
}

/**
 * The version of a text: its ETag without what a proxy does to it when it compresses (`W/` by nginx, `-gzip` by Apache), quoted where the
 * server forgot (reference Q54, Q56); without an ETag a hash of the text (Q55). ETags are never taken for content (Q18).
 */
export function versionOf(stored: Pick<StoredText, 'etag' | 'tagged' | 'text'>): Version {
  return (stored.tagged ? etagVersion(stored.etag) : null) ?? version(`sha256:${createHash('sha256').update(stored.text).digest('hex')}`);
}

/** Null when there is no ETag. */
export function etagVersion(etag: string | null): Version | null {
  const bare = etag?.trim().replace(/^W\//i, '').replace(/^"(.*)"$/s, '$1').replace(/[-;]gzip$/, '') ?? '';
  return bare === '' ? null : version(`"${bare}"`);
}

/** What If-Match may carry; null where the version is no ETag and the caller has to compare for itself. */
export const ifMatchOf = (known: Version): string | null => (known !== UNKNOWN_VERSION && known.startsWith('"') ? known : null);

/** @throws M2KError Unreadable, with the href. */
export function foundIn<K extends Kind>(stored: StoredText, codec: TextCodec<K>): Found<K> {
  const parsed = readable(stored, codec);
  const ref = { id: itemId(stored.href), version: versionOf(stored) };
  return {
    ...ref, uid: parsed.uid, fields: parsed.fields, parts: [{ ...ref, part: 'master', text: stored.text }],
    ...(parsed.unkept === undefined ? {} : { unkept: parsed.unkept }), ...(parsed.modified === undefined ? {} : { modified: parsed.modified }),
  };
}

function readable<K extends Kind>(stored: StoredText, codec: TextCodec<K>): ReturnType<TextCodec<K>['parse']> {
  try {
    return codec.parse(stored.text);
  } catch (cause) {
    const data = cause instanceof M2KError ? cause.data : { reason: 'parse', excerpt: cause instanceof Error ? cause.message.slice(0, 80) : '' };
    throw new M2KError('Unreadable', { ...data, side: 'server', item: stored.href }, { cause });
  }
}

/**
 * Rule 25: the server holds what was sent, in the UID and in every mapped field. What servers drop (files) may be lacking where the stamp of this very
 * write is there, on another text than before it: two writes of one second bear the same stamp.
 */
export function says<K extends Kind>(stored: StoredText, { body: sent, before }: { readonly body: string; readonly before: string | null }, codec: TextCodec<K>): boolean {
  try {
    const [there, ours] = [codec.parse(stored.text), codec.parse(sent)];
    const firm = ([name]: readonly [string, unknown]): boolean => (fieldSpecs(codec.kind) as Readonly<Record<string, { readonly fragile?: true }>>)[name]?.fragile !== true;
    const held = (fields: Fields<K>): object => Object.fromEntries(Object.entries(codec.narrow(fields)).filter(firm));
    if (there.uid !== ours.uid || !equal(held(there.fields), held(ours.fields))) return false;
    return equal(codec.narrow(there.fields), codec.narrow(ours.fields)) || (stored.text !== before && ours.modified !== undefined && there.modified === ours.modified);
  } catch {
    return false;
  }
}
