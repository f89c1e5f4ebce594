// `collections`: what can be synced and what is chosen (mission M2); asks the server only when told to.
import { seenPolicy } from '../policy-values.js';
import { collectionId } from '../../config/collection-id.js';
import type { ExtraCollection, Settings } from '../../config/settings.js';
import { hrefKey } from '../../dav/hrefs.js';
import { M2KError } from '../../errors.js';
import { EXIT } from '../../sync/outcome.js';
import { accountOf } from '../account.js';
import { collectionViews } from '../collection-views.js';
import type { Command, CommandContext, RequestFor } from '../command-context.js';
import { withDiscovered } from '../discovered.js';
import { newMemory } from '../look-around.js';
import type { Server } from '../server.js';
import { readServerMemory, writeServerMemory } from '../server-memory.js';
import { withServer } from '../with-server.js';

export const collections: Command<'collections'> = async (context, request) => {
  const now = context.settings.read();
  accountOf(now);
  const asks = request.refresh === true || request.add !== undefined || request.owner !== undefined;
  if (request.remove !== undefined) return { value: { collections: collectionViews(context.settings.change((before) => without(before, request.remove ?? '')), seenPolicy(context.root)) }, exitCode: EXIT.inStep };
  return { value: { collections: collectionViews(asks ? await refreshed(context, now, request) : now, seenPolicy(context.root)) }, exitCode: EXIT.inStep };
};

const refreshed = (context: CommandContext, before: Settings, request: RequestFor<'collections'>): Promise<Settings> => withServer(context, before, async (server, account) => {
  const { parts, profile, settings } = context, added = addedBy(request, server);
  const extras = [...(before.extras ?? []).filter(({ url }) => !added.some((extra) => extra.url === url)), ...added];
  const discovery = await server.discover(extras);
  const missing = discovery.dropped.find(({ url }) => added.some((extra) => extra.url === url));
  if (missing) throw new M2KError('Settings', { reason: 'not-granted', item: missing.url });
  const now = parts.clock.now(), memory = newMemory(account, discovery.places, { before: readServerMemory(profile, account), now });
  writeServerMemory(profile, memory);
  const seen = { found: discovery.collections, whole: true, learnt: memory.learnt, now };
  return settings.change((current) => withDiscovered(extras.length === 0 ? current : { ...current, extras }, seen));
});

function addedBy({ add, owner, name = 'default', scope }: RequestFor<'collections'>, server: Server): readonly ExtraCollection[] {
  const kind = scope === undefined ? {} : { scope };
  if (owner !== undefined) return [{ url: server.addressOf(owner, name), owner, ...kind }];
  return add === undefined ? [] : [{ url: add, ...kind }];
}

/** What was added as that address, owner or id, and the collections that were known by it alone. Outlook's folders stay. */
function without(settings: Settings, named: string): Settings {
  const pathOf = (url: string): string => hrefKey(url.replace(/^https?:\/\/[^/]+/i, ''));
  const extras = settings.extras ?? [], wanted = settings.collections[named]?.href ?? named;
  const going = extras.filter(({ url, owner }) => pathOf(url) === pathOf(wanted) || collectionId(url) === named || owner?.toLowerCase() === named.toLowerCase());
  if (going.length === 0) throw new M2KError('Settings', { reason: 'nothing-added', item: named });
  const below = (href: string): boolean => going.some(({ url }) => pathOf(href) === pathOf(url) || pathOf(href).startsWith(`${pathOf(url)}/`));
  const collections = Object.fromEntries(Object.entries(settings.collections).filter(([, { href, source }]) => source !== 'given' || !below(href)));
  return { ...settings, extras: extras.filter((extra) => !going.includes(extra)), collections };
}
