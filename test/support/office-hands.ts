// A colleague at a collection of the lab's Mail2000, past the wire.
import type { OfficeCollection } from '../../lab/mail2000/office-collection.js';
import type { TextCodec } from '../../src/engine/codec/text-codec.js';
import type { Kind } from '../../src/engine/model/ids.js';
import type { OtherHands } from '../../src/engine/side/contract/bench.js';
import { textHands } from './text-hands.js';

/** @param name the href of a new object with that extension */
export function officeHands<K extends Kind>(codec: TextCodec<K>, place: OfficeCollection, name: (extension: string) => string): OtherHands<K> {
  const nameIn = (href: string): string => decodeURIComponent(href.split('/').at(-1) ?? '');
  return textHands(codec, {
    write: async (href, text) => { place.put(nameIn(href), text); }, read: async (href) => place.get(nameIn(href)) ?? '', remove: async (href) => { place.remove(nameIn(href)); },
    count: async () => place.list().length, name,
  });
}
