// `collections`: what can be synced and what is chosen (mission M2); asks the server only when told to.
import { secretPath } from '../../config/profile.js';
import { M2KError } from '../../errors.js';
import type { ExtraCollection, Settings } from '../../config/settings.js';
import { EXIT } from '../../sync/outcome.js';
import { accountOf } from '../account.js';
import { collectionViews } from '../collection-views.js';
import type { Command, CommandContext } from '../command-context.js';
import { withDiscovered } from '../discovered.js';
import { newMemory } from '../look-around.js';
import { openServer } from '../server.js';
import { readServerMemory, writeServerMemory } from '../server-memory.js';

export const collections: Command<'collections'> = async (context, request) => {
  const now = context.settings.read();
  accountOf(now);
  const added = request.add === undefined ? [] : [{ url: request.add, ...(request.scope === undefined ? {} : { scope: request.scope }) }];
  const settings = request.refresh === true || added.length > 0 ? await refreshed(context, now, added) : now;
  return { value: { collections: collectionViews(settings) }, exitCode: EXIT.inStep };
};

async function refreshed(context: CommandContext, before: Settings, added: readonly ExtraCollection[]): Promise<Settings> {
  const { parts, profile, settings, words } = context;
  const account = accountOf(before);
  context.tell({ t: 'progress', phase: 'discover', done: 0, total: 0, text: words.say('phase.discover', account) });
  const desk = await parts.openDesk(profile);
  try {
    const server = openServer(account, await desk.readSecret(secretPath(profile)), { clock: parts.clock, signal: context.signal });
    try {
      const extras = [...(before.extras ?? []).filter(({ url }) => !added.some((extra) => extra.url === url)), ...added];
      const discovery = await server.discover(extras);
      const missing = discovery.dropped.find(({ url }) => added.some((extra) => extra.url === url));
      if (missing) throw new M2KError('Settings', { reason: 'not-granted', item: missing.url });
      const now = parts.clock.now(), memory = newMemory(account, discovery.places, { before: readServerMemory(profile, account), now });
      writeServerMemory(profile, memory);
      const seen = { found: discovery.collections, whole: true, learnt: memory.learnt, now };
      return settings.change((current) => withDiscovered(extras.length === 0 ? current : { ...current, extras }, seen));
    } finally {
      server.close();
    }
  } finally {
    await desk.close();
  }
}
