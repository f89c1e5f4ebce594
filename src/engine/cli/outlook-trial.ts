// Benches for the side contract in a real Outlook: folders of a data file that is there for nothing else (desk-rules.md 23).
import type { Clock } from '../clock.js';
import type { OutlookCodec } from '../codec/outlook/outlook-codec.js';
import type { Kind } from '../model/ids.js';
import type { Item } from '../model/item.js';
import { heldSample, secondHands } from '../side/contract/second-side.js';
import { trialFolder } from '../side/outlook-folders.js';
import { outlookSide } from '../side/outlook-side.js';
import type { HostCall } from '../../ps-host/protocol.js';
import type { Trial } from './parts.js';

export interface TrialOptions {
  readonly call: HostCall;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly codec: <K extends Kind>(kind: K) => OutlookCodec<K>;
}

/** LastModificationTime may have the resolution of a second (OOM 3.6): who writes to an item writes later than who wrote to it before. */
const SETTLING_MS = 1_100;

/** A call that waits so, and only so: each case writes several items, and most of them once. */
function settled(call: HostCall, clock: Clock): HostCall {
  const written = new Map<string, number>();
  return async (operation, request) => {
    const of = operation === 'writeItem' || operation === 'deleteItem' ? request as { readonly id: string | null } : undefined, before = written.get(of?.id ?? '');
    if (before !== undefined) await clock.sleep(Math.max(0, before + SETTLING_MS - clock.now()));
    const reply = await call(operation, request);
    if (operation === 'writeItem') written.set((reply as { readonly id: string }).id, clock.now());
    return reply;
  };
}

/** Outlook makes an event in the user's own calendar for each birthday and anniversary, whatever data file the contact is in (OOM 5.3). */
const withoutDays = <K extends Kind>(item: Item<K>): Item<K> =>
  ('birthday' in item.fields ? { ...item, fields: { ...item.fields, birthday: null, anniversary: null } } : item);

export function outlookTrial({ call, clock, newId, codec: codecOf }: TrialOptions): Trial {
  return {
    async bench(file, { kind, name }) {
      const folder = await trialFolder(call, kind, { file, name }), codec = codecOf(kind);
      let calls = 0;
      const later = settled(call, clock);
      const counted: HostCall = (operation, request) => { calls += 1; return later(operation, request); };
      const side = (link: string, through: HostCall): ReturnType<typeof outlookSide<typeof kind>> => outlookSide({ call: through, clock, folder, link, codec, newToken: newId, newUid: newId });
      return {
        side: side('check', counted), calls: () => calls, sample: (n) => withoutDays(heldSample(codec, n)),
        otherHands: { ...secondHands(side('check-other', later)), putUnreadable: () => Promise.reject(new Error('nobody makes an item of a real Outlook unreadable')) },
      };
    },
    remove: async (file) => { await call('removeTrial', { file }); },
  };
}
