// What is on the server in this run: the remembered places looked at anew, or, once a day and when a place is gone, found again.
import type { Clock } from '../clock.js';
import type { Account, Settings } from '../config/settings.js';
import type { Collection, ExtraCollection, Places } from '../dav/discovery.js';
import { hrefKey, resolveHref } from '../dav/hrefs.js';
import { enabledIn } from './links.js';
import type { Server } from './server.js';
import { accountKey } from './server-memory.js';
import type { ServerMemory } from './server-memory.js';

export interface Look {
  readonly found: readonly Collection[];
  /** Every place was looked at: what is not in `found` is not there. */
  readonly whole: boolean;
  readonly memory: ServerMemory;
}

/** Places hardly ever move; new ones are found within a day, or at once by `collections --refresh`. */
const FOUND_FOR_MS = 24 * 60 * 60 * 1000;

interface Around {
  readonly server: Pick<Server, 'discover' | 'survey' | 'origin'>;
  readonly account: Account;
  readonly memory: ServerMemory | null;
  readonly clock: Clock;
}

/** One request a home or a given address that holds a collection which is on; a whole discovery when that is due. @throws as `discover` */
export async function lookAround({ server, account, memory, clock }: Around, settings: Settings): Promise<Look> {
  const now = clock.now();
  if (memory !== null && now - Date.parse(memory.foundAt) < FOUND_FOR_MS) {
    const wanted = wantedOf(settings, { places: memory.places, origin: server.origin });
    const { collections, lost } = await server.survey(wanted.places, wanted.extras);
    if (lost.length === 0) return { found: collections, whole: false, memory };
  }
  const { collections, places } = await server.discover(settings.extras ?? []);
  return { found: collections, whole: true, memory: newMemory(account, places, { before: memory, now }) };
}

export const newMemory = (account: Account, places: Places, { before, now }: { readonly before: ServerMemory | null; readonly now: number }): ServerMemory => ({
  v: 1, of: accountKey(account), foundAt: new Date(now).toISOString(), places, learnt: before?.learnt ?? {}, ...(before?.traits === undefined ? {} : { traits: before.traits }),
});

function wantedOf(settings: Settings, { places, origin }: { readonly places: Places; readonly origin: string }): { readonly places: Places; readonly extras: readonly ExtraCollection[] } {
  const on = enabledIn(settings).map(([, { href }]) => hrefKey(href));
  const holds = (href: string): boolean => on.some((key) => key === hrefKey(href) || key.startsWith(`${hrefKey(href)}/`));
  const homes = places.homes.filter(({ href }) => holds(href));
  const inHomes = new Set(on.filter((key) => homes.some(({ href }) => key.startsWith(`${hrefKey(href)}/`))));
  const extras = (settings.extras ?? []).filter(({ url, scope }) => {
    const key = keyOf(url, origin);
    // What the administrator says of a collection is part of it, though a home lists it too.
    return key !== null && holds(key) && (scope !== undefined || !inHomes.has(key));
  });
  return { places: { ...places, homes }, extras };
}

function keyOf(url: string, origin: string): string | null {
  try {
    return hrefKey(resolveHref(url, origin));
  } catch {
    return null;
  }
}
