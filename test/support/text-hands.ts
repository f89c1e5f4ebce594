// Other hands on texts: what a colleague's client does to an item, without the client under test.
import type { TextCodec } from '../../src/engine/codec/text-codec.js';
import { fieldSpecs } from '../../src/engine/model/field-specs.js';
import { itemId } from '../../src/engine/model/ids.js';
import type { Kind } from '../../src/engine/model/ids.js';
import type { FieldName, Item } from '../../src/engine/model/item.js';
import type { OtherHands } from '../../src/engine/side/contract/bench.js';

/** A place for texts under hrefs. */
export interface TextPlace {
  write(href: string, text: string): Promise<void>;
  read(href: string): Promise<string>;
  remove(href: string): Promise<void>;
  count(): Promise<number>;
  /** The href of a new object. */
  name(extension: string): string;
}

const NOW = '2026-01-05T01:00:00Z';

const UNREADABLE: { readonly [K in Kind]: string } = {
  event: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//\r\nBEGIN:VEVENT\r\nUID:unreadable\r\nDTSTAMP:20260105T010000Z\r\nSUMMARY:No start\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  contact: 'BEGIN:VCARD\r\nVERSION:3.0\r\nUID:unreadable\r\nX-ADDRESSBOOKSERVER-KIND:group\r\nN:Group;;;;\r\nFN:Group\r\nEND:VCARD\r\n',
};

export function textHands<K extends Kind>(codec: TextCodec<K>, place: TextPlace): OtherHands<K> {
  const every = new Set(Object.keys(fieldSpecs(codec.kind)) as FieldName<K>[]);
  return {
    async put(item) {
      const href = place.name(codec.extension);
      await place.write(href, codec.format({ item, chosen: every, now: NOW }));
      return itemId(href);
    },
    async edit(id, fields) {
      const over = await place.read(id);
      const { uid, fields: before } = codec.parse(over);
      const item: Item<K> = { kind: codec.kind, uid, fields: { ...before, ...fields } };
      await place.write(id, codec.format({ item, chosen: new Set(Object.keys(fields) as FieldName<K>[]), over, now: NOW }));
    },
    remove: (id) => place.remove(id),
    async putUnreadable() {
      const href = place.name(codec.extension);
      await place.write(href, UNREADABLE[codec.kind]);
      return itemId(href);
    },
    count: () => place.count(),
  };
}
