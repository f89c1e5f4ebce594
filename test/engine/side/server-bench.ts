// A server side over the lab's Mail2000, by the standards unless a quirk is named.
import type { ExecutionContext } from 'ava';
import { plain } from '../../../lab/mail2000/quirks.js';
import type { Quirks } from '../../../lab/mail2000/quirks.js';
import { PROFILES } from '../../../src/engine/dav/profile.js';
import type { ServerProfile } from '../../../src/engine/dav/profile.js';
import { sample } from '../../../src/engine/side/contract/samples.js';
import type { Change, Found, Listing, ListingMemory } from '../../../src/engine/side/side.js';
import { labBench } from '../../support/lab-bench.js';
import type { LabBench } from '../../support/lab-bench.js';

export async function bench(t: ExecutionContext, quirks: Partial<Quirks> = {}, profile: ServerProfile = PROFILES.generic): Promise<LabBench<'event'>> {
  const opened = await labBench('event', { quirks: { ...plain, ...quirks }, profile });
  t.teardown(() => opened.close());
  return opened;
}

/** With so many items that others put in, listed once; requests are counted from there. */
export async function withItems(t: ExecutionContext, count: number, quirks: Partial<Quirks> = {}): Promise<LabBench<'event'> & { readonly memory: ListingMemory }> {
  const opened = await bench(t, quirks);
  for (let n = 0; n < count; n += 1) await opened.otherHands.put(sample('event', n));
  const listing = await opened.side.list();
  opened.lab.resetLog();
  return { ...opened, memory: memoryOf(listing) };
}

const memoryOf = ({ cursor = '', items }: Listing): ListingMemory => ({ cursor, known: new Map(items.map(({ id, version }) => [id, version])) });

/** PUT and DELETE requests since the last reset of the log. */
export const writes = ({ lab }: LabBench<'event'>): number => (lab.counts()['PUT'] ?? 0) + (lab.counts()['DELETE'] ?? 0);

export const renamed = (found: Found<'event'>, subject: string): Change<'event'> => ({
  ref: found, item: { kind: 'event', uid: found.uid, fields: { ...found.fields, subject } }, fields: new Set(['subject']), parts: found.parts,
});
