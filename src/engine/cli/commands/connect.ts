// `connect`: logs in and looks around before anything is kept (mission M1); a wrong password, an unreachable host and a host that is no such server are
// three different errors.
import { secretPath } from '../../config/profile.js';
import type { Account, Settings } from '../../config/settings.js';
import { EXIT } from '../../sync/outcome.js';
import { collectionViews } from '../collection-views.js';
import type { Command, CommandContext, Ended, RequestFor } from '../command-context.js';
import { withDiscovered } from '../discovered.js';
import { newMemory } from '../look-around.js';
import type { Desk } from '../parts.js';
import { openServer } from '../server.js';
import { readServerMemory, writeServerMemory } from '../server-memory.js';
import { wayFor } from '../way.js';

export const connect: Command<'connect'> = async (context, request) => {
  const desk = await context.parts.openDesk(context.profile);
  try {
    return await connected(context, request, desk);
  } finally {
    await desk.close();
  }
};

async function connected(context: CommandContext, request: RequestFor<'connect'>, desk: Desk): Promise<Ended<'connect'>> {
  const { settings, words, profile } = context, { account, ...way } = await wayFor(desk, accountIn(request));
  const extras = settings.read().extras ?? [];
  context.tell({ t: 'progress', phase: 'discover', done: 0, total: 0, text: words.say('phase.discover', account) });
  const server = openServer(account, request.secret, { clock: context.parts.clock, signal: context.signal, ...way });
  try {
    const { collections, places } = await server.discover(extras);
    context.signal.throwIfAborted();
    if (request.keepSecret === true) await desk.writeSecret(secretPath(profile), request.secret);
    const now = context.parts.clock.now(), before = readServerMemory(profile, account);
    const kept = settings.change((old) => withDiscovered(
      { ...forAccount(old, account), ...(request.language === undefined ? {} : { language: request.language }) }, { found: collections, whole: true, learnt: {}, now },
    ));
    writeServerMemory(profile, { ...newMemory(account, places, { before, now }), learnt: {} });
    return { value: { address: account.address, host: account.host, collections: collectionViews(kept), secretPath: secretPath(profile) }, exitCode: EXIT.inStep };
  } finally {
    server.close();
  }
}

function accountIn({ address, host, preset = 'mail2000', caldavUrl, carddavUrl, allowHttp }: RequestFor<'connect'>): Account {
  return {
    address, host, preset,
    ...(caldavUrl === undefined ? {} : { caldavUrl }), ...(carddavUrl === undefined ? {} : { carddavUrl }), ...(allowHttp === undefined ? {} : { allowHttp }),
  };
}

/** Somebody else's choices are not this user's. */
const forAccount = (now: Settings, account: Account): Settings =>
  now.account !== undefined && now.account.address.toLowerCase() !== account.address.toLowerCase() ? { ...now, account, collections: {} } : { ...now, account };
