// The server side over the lab's Mail2000 as a bench of the side contract.
import type { OfficeCollection } from '../../lab/mail2000/office-collection.js';
import type { Quirks } from '../../lab/mail2000/quirks.js';
import { eventTextFor } from '../../src/engine/codec/icalendar/event-text.js';
import type { TextCodec } from '../../src/engine/codec/text-codec.js';
import { cardText } from '../../src/engine/codec/vcard/card-text.js';
import { PROFILES } from '../../src/engine/dav/profile.js';
import type { ServerProfile } from '../../src/engine/dav/profile.js';
import type { Kind } from '../../src/engine/model/ids.js';
import type { SideBench } from '../../src/engine/side/contract/bench.js';
import { sample } from '../../src/engine/side/contract/samples.js';
import { serverSide } from '../../src/engine/side/server-side.js';
import { labAccount, xiaoming } from './lab-account.js';
import type { LabAccount } from './lab-account.js';
import { officeHands } from './office-hands.js';
import { realClock } from './real-clock.js';

export function codecOf<K extends Kind>(kind: K, profile: ServerProfile = PROFILES.mail2000): TextCodec<K> {
  const codecs: { readonly [Each in Kind]: TextCodec<Each> } = { event: eventTextFor(profile), contact: cardText('3.0') };
  return codecs[kind];
}

export interface LabBench<K extends Kind> extends SideBench<K>, LabAccount {
  readonly place: OfficeCollection;
  /** Path of the collection, as in the office. */
  readonly collection: string;
}

export interface LabBenchOptions {
  readonly quirks?: Partial<Quirks>;
  readonly profile?: ServerProfile;
}

export async function labBench<K extends Kind>(kind: K, { quirks = {}, profile = PROFILES.mail2000 }: LabBenchOptions = {}): Promise<LabBench<K>> {
  const account = await labAccount({ quirks });
  const place = account.lab.office.addCollection({
    tree: kind === 'event' ? 'calendars' : 'addressbooks', home: xiaoming, name: 'bench', scope: 'personal', owner: xiaoming, displayName: 'Bench',
  });
  const collection = place.path.replaceAll('@', account.lab.quirks.hrefAt);
  const codec = codecOf(kind, profile);
  const side = serverSide({ client: account.client, collection, codec, profile, clock: realClock });
  let made = 0;
  const otherHands = officeHands(codec, place, (extension) => `${collection}foreign-${(made += 1)}${extension}`);
  return { ...account, side, otherHands, place, collection, sample: (n) => sample(kind, n), calls: () => account.client.requests() };
}
