// The account's server for one run: where it is, what is on it, and its collections as sides.
import type { Clock } from '../clock.js';
import { eventTextFor } from '../codec/icalendar/event-text.js';
import type { Means } from '../codec/means.js';
import type { TextCodec } from '../codec/text-codec.js';
import { cardText } from '../codec/vcard/card-text.js';
import type { Account } from '../config/settings.js';
import { davClient } from '../dav/client.js';
import { discover, survey } from '../dav/discovery.js';
import type { Collection, Discovery, ExtraCollection, Places, Survey } from '../dav/discovery.js';
import { dav } from '../dav/names.js';
import { ownerPath } from '../dav/homes.js';
import { probe } from '../dav/probe.js';
import type { Probed, Probing } from '../dav/probe.js';
import { PROFILES } from '../dav/profile.js';
import type { ServerProfile } from '../dav/profile.js';
import { measured } from '../dav/traits.js';
import type { ServerTraits } from '../dav/traits.js';
import { presetOf } from './account.js';
import { originOf } from './origin.js';
import type { Kind } from '../model/ids.js';
import { serverSide } from '../side/server-side.js';
import type { Side } from '../side/side.js';

export interface Server {
  readonly origin: string;
  /** @throws M2KError Unauthorized, Unavailable, Busy */
  discover(extras: readonly ExtraCollection[]): Promise<Discovery>;
  /** Looks again at places that are known. @throws likewise */
  survey(places: Places, extras: readonly ExtraCollection[]): Promise<Survey>;
  /** Milliseconds by which its clock is ahead of ours; null before it was asked. */
  skewMs(): number | null;
  /** @param found the collection as this run discovered it; absent when it could not be found */
  side<K extends Kind>(collection: { readonly href: string; readonly kind: K; readonly means: Means }, found: Collection | undefined): Side<K>;
  /** Another display name; the address stays (RFC 4918 section 15.2). @throws M2KError Refused, and likewise */
  rename(href: string, name: string): Promise<void>;
  /** @throws likewise */
  probe(probing: Probing): Promise<Probed>;
  /** Where an owner's calendar or book is, by the layout of the preset. @throws M2KError Settings where the preset has none */
  addressOf(owner: string, name: string): string;
  /** Until when (milliseconds) the server wants to be left alone; null when it did not say. */
  busyUntil(): number | null;
  close(): void;
}

export interface Opening {
  readonly clock: Clock;
  /** Aborted when the user stops the run: reading ends at once, a write that was begun is finished. */
  readonly signal?: AbortSignal;
  /** 'http://proxy:3128'; absent: the way is direct. */
  readonly proxy?: string;
  /** What was measured of this server. */
  readonly traits?: ServerTraits;
  /** Told of every picture that a card points to and that could not be had. */
  readonly onNoPicture?: (missing: { readonly address: string; readonly reason: string }) => void;
}

/** @param secret asked of the keeper once a run; it lives in this closure only. */
export function openServer(account: Account, secret: string, { clock, signal, proxy, traits, onNoPicture }: Opening): Server {
  const profile = measured(PROFILES[presetOf(account)], traits);
  const client = davClient({
    origin: originOf(account), credential: () => ({ user: account.address, password: secret }), clock, allowHttp: account.allowHttp === true,
    ...(signal === undefined ? {} : { signal }), ...(account.certificateSha256 === undefined ? {} : { pinned: account.certificateSha256 }), ...(proxy === undefined ? {} : { proxy }),
  });
  const picture = (address: string): Promise<Uint8Array | null> => client.picture(address).catch((error: unknown) => {
    onNoPicture?.({ address, reason: error instanceof Error ? error.message : String(error) });
    return null;
  });
  const urls = {
    ...(account.caldavUrl === undefined ? {} : { event: account.caldavUrl }),
    ...(account.carddavUrl === undefined ? {} : { contact: account.carddavUrl }),
  };
  const asked = { client, profile, address: account.address, urls };
  return {
    origin: client.origin,
    discover: (extras) => discover(asked, extras),
    survey: (places, extras) => survey(asked, places, extras),
    side: ({ href, kind, means }, found) => {
      const versions = found?.vcardVersions ?? [];
      const vcard = versions.includes(profile.vcard) ? profile.vcard : versions[0] ?? profile.vcard;
      return serverSide({ client, collection: href, codec: codecFor(kind, { ...profile, vcard }, means), profile: { ...profile, vcard }, clock, picture, ...(found === undefined ? {} : { seen: found }) });
    },
    rename: (href, name) => client.proppatch(href, [[dav('displayname'), name]]),
    probe: (probing) => probe(asked, probing),
    addressOf: (owner, name) => ownerPath(profile, { owner, name }),
    busyUntil: () => client.busyUntil(),
    skewMs: () => client.skewMs(),
    close: () => { client.close(); },
  };
}

function codecFor<K extends Kind>(kind: K, profile: ServerProfile, means: Means): TextCodec<K> {
  const codecs: { readonly [Each in Kind]: () => TextCodec<Each> } = { event: () => eventTextFor(profile, means.files), contact: () => cardText(profile.vcard, means) };
  return codecs[kind]();
}
