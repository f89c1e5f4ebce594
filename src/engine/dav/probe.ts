// First contact (reference 1.7): what a server does, by asking it. Reads only, unless it is told to write.
import { M2KError } from '../errors.js';
import { multigetBody, syncCollectionBody } from './bodies.js';
import type { DavClient } from './client.js';
import { discover } from './discovery.js';
import type { Account, Collection, Discovery, ExtraCollection } from './discovery.js';
import { hrefKey, memberHref } from './hrefs.js';
import { dav } from './names.js';
import type { Answered, ReadTraits, ServerTraits } from './traits.js';
import { writeTraits } from './probe-writing.js';

export interface Probing {
  readonly extras: readonly ExtraCollection[];
  /** Null: nothing is written. Else a name that nobody uses, for throw-away events in the user's own calendar. */
  readonly writeAs: string | null;
}

export interface Probed {
  readonly traits: ServerTraits;
  readonly discovery: Discovery;
}

/** @throws M2KError Unauthorized, Unavailable, Busy */
export async function probe(account: Account, { extras, writeAs }: Probing): Promise<Probed> {
  const { client } = account;
  const discovery = await discover(account, extras);
  const read = await readTraits(account, discovery);
  const calendar = discovery.collections.find(({ kind, scope, rights }) => kind === 'event' && scope === 'personal' && rights.add !== false && rights.remove !== false);
  const write = writeAs === null || calendar === undefined ? null : await writeTraits(client, { collection: calendar.href, name: writeAs });
  return { discovery, traits: { at: new Date(client.clock.now()).toISOString(), read, write } };
}

async function readTraits({ client }: Account, { places, collections }: Discovery): Promise<ReadTraits> {
  const [home] = places.homes;
  const options = home === undefined ? null : await tolerant(client.options(home.href));
  const words = (options?.headers['dav'] ?? '').split(',').map((word) => word.trim()).filter((word) => word !== '');
  const own = collections.filter(({ scope }) => scope === 'personal');
  return {
    dav: words, server: options?.headers['server'] ?? null, sabre: options?.headers['x-sabre-version'] ?? null,
    calendars: collections.filter(({ kind }) => kind === 'event').length, books: collections.filter(({ kind }) => kind === 'contact').length, notServed: places.notServed,
    scopes: countBy(collections.map(({ kind, scope }) => `${kind === 'event' ? 'calendar' : 'book'}.${scope}`)),
    privileges: of(collections, ({ rightsTold }) => rightsTold), ctag: of(collections, ({ ctag }) => ctag !== null),
    syncCollection: await syncs(client, collections), multigetMissing: await multigets(client, own[0] ?? collections[0]),
    vcard: [...new Set(collections.flatMap(({ vcardVersions }) => vcardVersions))], schedules: words.includes('calendar-auto-schedule'),
  };
}

const countBy = (names: readonly string[]): Readonly<Record<string, number>> =>
  names.reduce<Record<string, number>>((counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }), {});

const of = (collections: readonly Collection[], has: (one: Collection) => boolean): Answered =>
  collections.length === 0 ? 'unknown' : collections.some(has) ? 'yes' : 'no';

/** A trial with the token of the moment, which has nothing to tell: the header and the property are only hints (reference T19). */
async function syncs(client: DavClient, collections: readonly Collection[]): Promise<Answered> {
  const one = collections.find(({ syncToken, reports }) => syncToken !== null && reports.includes('sync-collection'));
  if (one?.syncToken === undefined || one.syncToken === null) return collections.length === 0 ? 'unknown' : 'no';
  const answer = await tolerant(client.report(one.href, { depth: 0, body: syncCollectionBody(one.syncToken) }));
  return answer !== null && answer.syncToken !== null ? 'yes' : 'no';
}

async function multigets(client: DavClient, collection: Collection | undefined): Promise<ReadTraits['multigetMissing']> {
  if (collection === undefined) return 'unknown';
  const missing = memberHref(collection.href, `m2ksync-no-such-${collection.kind}`);
  const listed = await tolerant(client.propfind(collection.href, { depth: 1, props: [dav('getetag')] }));
  const known = listed?.members[0]?.href;
  try {
    const { members } = await client.report(collection.href, { depth: 1, body: multigetBody({ kind: collection.kind }, [...(known === undefined ? [] : [known]), missing]) });
    return members.some((row) => hrefKey(row.href) === hrefKey(missing) && row.status === 404) ? 'row404' : 'omitted';
  } catch (error) {
    if (!(error instanceof M2KError) || error.data.status === undefined) throw error;
    return error.data.status === 404 ? 'whole404' : 'refused';
  }
}

/** Null for an answer that is a refusal. @throws when there was no answer */
export async function tolerant<Value>(asking: Promise<Value>): Promise<Value | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof M2KError && error.data.status !== undefined && error.code !== 'Unauthorized' && error.code !== 'Busy') return null;
    throw error;
  }
}
