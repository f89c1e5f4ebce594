// `connect`: logs in and looks around before anything is kept (mission M1); a wrong password, an unreachable host and a host that is no such server are
// three different errors.
import { secretPath } from '../../config/profile.js';
import type { Account, Settings } from '../../config/settings.js';
import { EXIT } from '../../sync/outcome.js';
import { collectionViews } from '../collection-views.js';
import type { Command, CommandContext, RequestFor } from '../command-context.js';
import { withDiscovered } from '../discovered.js';
import { newMemory } from '../look-around.js';
import { openServer } from '../server.js';
import { readServerMemory, writeServerMemory } from '../server-memory.js';

export const connect: Command<'connect'> = async (context, request) => {
  const account = accountIn(request);
  const { settings, words, profile } = context;
  const extras = settings.read().extras ?? [];
  context.tell({ t: 'progress', phase: 'discover', done: 0, total: 0, text: words.say('phase.discover', account) });
  const server = openServer(account, request.secret, { clock: context.parts.clock, signal: context.signal });
  try {
    const { collections, places } = await server.discover(extras);
    context.signal.throwIfAborted();
    if (request.keepSecret === true) await keepSecret(context, request.secret);
    const now = context.parts.clock.now(), before = readServerMemory(profile, account);
    const kept = settings.change((old) => withDiscovered(
      { ...forAccount(old, account), ...(request.language === undefined ? {} : { language: request.language }) }, { found: collections, whole: true, learnt: {}, now },
    ));
    writeServerMemory(profile, { ...newMemory(account, places, { before, now }), learnt: {} });
    return { value: { address: account.address, host: account.host, collections: collectionViews(kept), secretPath: secretPath(profile) }, exitCode: EXIT.inStep };
  } finally {
    server.close();
  }
};

function accountIn({ address, host, preset = 'mail2000', caldavUrl, carddavUrl, allowHttp }: RequestFor<'connect'>): Account {
  return {
    address, host, preset,
    ...(caldavUrl === undefined ? {} : { caldavUrl }), ...(carddavUrl === undefined ? {} : { carddavUrl }), ...(allowHttp === undefined ? {} : { allowHttp }),
  };
}

/** Somebody else's choices are not this user's. */
const forAccount = (now: Settings, account: Account): Settings =>
  now.account !== undefined && now.account.address.toLowerCase() !== account.address.toLowerCase() ? { ...now, account, collections: {} } : { ...now, account };

async function keepSecret({ parts, profile }: CommandContext, secret: string): Promise<void> {
  const desk = await parts.openDesk(profile);
  try {
    await desk.writeSecret(secretPath(profile), secret);
  } finally {
    await desk.close();
  }
}
