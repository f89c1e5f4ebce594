// Other hands that are a second desk's side over the same folder, and items that an Outlook can hold.
import type { OutlookCodec } from '../../codec/outlook/outlook-codec.js';
import { M2KError } from '../../errors.js';
import { fieldSpecs } from '../../model/field-specs.js';
import { UNKNOWN_VERSION } from '../../model/ids.js';
import type { ItemId, Kind } from '../../model/ids.js';
import type { FieldName, Item } from '../../model/item.js';
import type { Found, Side } from '../side.js';
import type { OtherHands } from './bench.js';
import { sample } from './samples.js';

/** Whatever a second side over the same items can do; making an item unreadable is not among it. */
export function secondHands<K extends Kind>(side: Side<K>): Omit<OtherHands<K>, 'putUnreadable'> {
  const read = async (id: ItemId): Promise<Found<K>> => {
    for await (const row of side.fetch([id])) if (row.ok) return row.item;
    throw new Error(`not readable: ${id}`);
  };
  return {
    put: async (item) => (await side.create({ item })).id,
    async edit(id, fields) {
      const found = await read(id), item = { kind: side.kind, uid: found.uid, fields: { ...found.fields, ...fields } };
      await side.update({ ref: { id, version: UNKNOWN_VERSION }, item, fields: new Set(Object.keys(fields) as FieldName<K>[]), parts: [] });
    },
    async remove(id) {
      await side.delete({ id, version: UNKNOWN_VERSION }, []);
    },
    count: async () => (await side.list()).items.length,
  };
}

/** The n-th sample, with the content of the next one that Outlook can hold: a rule that it cannot is refused by the codec (rules.md 11). */
export function heldSample<K extends Kind>(codec: OutlookCodec<K>, n: number): Item<K> {
  const chosen = new Set(Object.keys(fieldSpecs(codec.kind)) as FieldName<K>[]);
  for (let at = n; ; at += 1) {
    const { fields } = sample(codec.kind, at);
    try {
      codec.steps({ fields, chosen, current: null });
      return { ...sample(codec.kind, n), fields };
    } catch (error) {
      if (!(error instanceof M2KError && error.code === 'Refused')) throw error;
    }
  }
}
