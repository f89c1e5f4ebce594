// A side over an empty folder of the lab's Outlook, through the whole wire, for the side contract and the tests of outlook-side.
import { realClock } from '../support/real-clock.js';
import { randomUUID } from 'node:crypto';
import { appointmentCodec } from '../../src/engine/codec/outlook/appointment.js';
import { contactCodec } from '../../src/engine/codec/outlook/contact.js';
import { outlookDesk } from '../../src/engine/codec/outlook/outlook-codec.js';
import type { OutlookCodec, OutlookDesk } from '../../src/engine/codec/outlook/outlook-codec.js';
import type { Kind } from '../../src/engine/model/ids.js';
import type { OtherHands, SideBench } from '../../src/engine/side/contract/bench.js';
import { sample } from '../../src/engine/side/contract/samples.js';
import { heldSample, secondHands } from '../../src/engine/side/contract/second-side.js';
import { ensureFolder, folderFacts } from '../../src/engine/side/outlook-folders.js';
import { outlookSide } from '../../src/engine/side/outlook-side.js';
import { expandedSide } from '../../src/engine/side/outlook-side-expanded.js';
import type { ExpandedOptions } from '../../src/engine/side/outlook-side-expanded.js';
import type { Side } from '../../src/engine/side/side.js';
import type { FolderRef, HostCall } from '../../src/ps-host/protocol.js';
import { copyOf, labSource, mainShell, newMailbox, startDesk, type Desk, type Ending, type Shell } from './desk.js';

export const CODECS: { readonly [K in Kind]: (desk: OutlookDesk) => OutlookCodec<K> } = { event: appointmentCodec, contact: contactCodec };

export interface OutlookBench<K extends Kind> extends SideBench<K> {
  readonly desk: Desk;
  readonly folder: FolderRef;
  readonly call: HostCall;
  /** Another desk's side over the same folder. */
  readonly theirs: Side<K>;
  /** As the product has it: what no pattern holds is shown as single appointments, of the time around `now`. Items are settled at once. */
  expanded(known: ExpandedOptions['known'], now: () => number): Side<'event'>;
}

export interface Benches {
  /** `settings`: JSON of the lab's settings for this desk. */
  open<K extends Kind>(kind: K, settings?: string): Promise<OutlookBench<K>>;
}

export interface BenchOptions {
  readonly shell?: Shell;
  readonly storeKind?: 'Exchange' | 'Pst';
}

/** One host for many benches, each on a mailbox of its own: to be used one after the other (test.serial). */
export function outlookBenches(t: Ending, options: BenchOptions = {}): Benches {
  const desk = startDesk(t, options.shell ?? mainShell());
  const template = newMailbox(options.storeKind ?? 'Exchange', '{}');
  return {
    async open(kind, settings = '{}') {
      let calls = 0;
      // LastModificationTime may have the resolution of a second: whoever writes, writes later than what was before.
      const later: HostCall = async (operation, request) => {
        if (operation === 'writeItem') await desk.lab('$args[0].Lab.AdvanceClock(2.0)');
        return desk.host.call(operation, request);
      };
      const call: HostCall = (operation, request) => {
        calls += 1;
        return later(operation, request);
      };
      const facts = await call('open', { outlook: labSource(copyOf(template), settings), start: false });
      const { entryId, storeId } = await ensureFolder(call, kind, { name: null });
      const codec = CODECS[kind](outlookDesk(facts));
      const side = (link: string, through: HostCall) => outlookSide({
        call: through, clock: realClock, folder: { entryId, storeId }, link, codec, newToken: randomUUID, newUid: randomUUID,
      });
      const theirs = side('theirs', later);
      return {
        desk, call, theirs, folder: { entryId, storeId }, side: side('ours', call), calls: () => calls,
        expanded: (known, now) => {
          const ofEvents = appointmentCodec(facts);
          return expandedSide({ codec: ofEvents, known, now }, (partOf) => outlookSide({
            call, clock: { now: () => Date.now() + 86_400_000 }, folder: { entryId, storeId }, link: 'ours', codec: ofEvents, newToken: randomUUID, newUid: randomUUID, partOf,
          }));
        },
        sample: (n) => heldSample(codec, n), otherHands: hands(desk, theirs, { entryId, storeId }),
      };
    },
  };
}

export function hands<K extends Kind>(desk: Desk, side: Side<K>, folder: FolderRef): OtherHands<K> {
  return {
    ...secondHands(side),
    async putUnreadable() {
      const { id } = await side.create({ item: sample(side.kind, 77) });
      await desk.lab("[void]$args[0].Lab.Faults.Add($args[1])", JSON.stringify({ kind: 'unreadable', member: '*.Body', item: id }));
      return id;
    },
    count: async () => (await folderFacts(desk.host.call, folder)).count,
  };
}
