// How another client of a server writes: as Mail2000's users see it, an event that was answered 500 is there all the same.
import type { TextCodec } from '../../src/engine/codec/text-codec.js';
import type { DavClient } from '../../src/engine/dav/client.js';
import { equal } from '../../src/engine/model/canonical.js';
import type { Kind } from '../../src/engine/model/ids.js';

/** @throws M2KError where the item does not say so afterwards */
export async function putAsOthers<K extends Kind>(client: DavClient, href: string, { body, codec }: { readonly body: string; readonly codec: TextCodec<K> }): Promise<void> {
  await client.put(href, { body, contentType: codec.contentType, ifMatch: null, ifNoneMatch: null }).catch(async (error: unknown) => {
    // M2: an event with attendees is stored and answered 500.
    const stored = await client.get(href, '*/*');
    if (stored === null || !equal(codec.parse(stored.text).fields, codec.parse(body).fields)) throw error;
  });
}
