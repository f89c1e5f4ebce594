// `collections`: what can be synced and what is chosen (mission M2); asks the server only when told to.
import { secretPath } from '../../config/profile.js';
import { M2KError } from '../../errors.js';
import type { ExtraCollection, Settings } from '../../config/settings.js';
import { EXIT } from '../../sync/outcome.js';
import { accountOf } from '../account.js';
import { collectionViews } from '../collection-views.js';
import type { Command, CommandContext } from '../command-context.js';
import { withDiscovered } from '../discovered.js';
import { openServer } from '../server.js';

export const collections: Command<'collections'> = async (context, request) => {
  const now = context.settings.read();
  accountOf(now);
  const added = request.add === undefined ? [] : [{ url: request.add, ...(request.scope === undefined ? {} : { scope: request.scope }) }];
  const settings = request.refresh === true || added.length > 0 ? await refreshed(context, now, added) : now;
  return { value: { collections: collectionViews(settings) }, exitCode: EXIT.inStep };
};

async function refreshed(context: CommandContext, now: Settings, added: readonly ExtraCollection[]): Promise<Settings> {
  const { parts, profile, settings, words } = context;
  const account = accountOf(now);
  context.tell({ t: 'progress', phase: 'discover', done: 0, total: 0, text: words.say('phase.discover', account) });
  const desk = await parts.openDesk(profile);
  try {
    const server = openServer(account, await desk.readSecret(secretPath(profile)), parts.clock);
    try {
      const extras = [...(now.extras ?? []).filter(({ url }) => !added.some((extra) => extra.url === url)), ...added];
      const discovery = await server.discover(extras);
      const missing = discovery.dropped.find(({ url }) => added.some((extra) => extra.url === url));
      if (missing) throw new M2KError('Settings', { reason: 'not-granted', item: missing.url });
      return settings.change((current) => withDiscovered(extras.length === 0 ? current : { ...current, extras }, discovery.collections));
    } finally {
      server.close();
    }
  } finally {
    await desk.close();
  }
}
