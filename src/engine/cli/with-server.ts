// The account's server for one command: the desk is asked for the way and the secret, and both are closed whatever happens.
import { secretPath } from '../config/profile.js';
import type { Account, Settings } from '../config/settings.js';
import { accountOf } from './account.js';
import type { CommandContext } from './command-context.js';
import { openServer } from './server.js';
import type { Server } from './server.js';
import { readPolicy } from './policy-values.js';
import { wayOf } from './way.js';

/** Says that it looks around: what follows asks the server. @throws M2KError Settings, and whatever the work throws */
export async function withServer<Result>(context: CommandContext, settings: Settings, work: (server: Server, account: Account) => Promise<Result>): Promise<Result> {
  const { parts, profile, words, signal } = context;
  accountOf(settings);
  const desk = await parts.openDesk(profile);
  try {
    const { account, ...way } = await wayOf(desk, settings, await readPolicy(context, desk));
    context.tell({ t: 'progress', phase: 'discover', done: 0, total: 0, text: words.say('phase.discover', account) });
    const server = openServer(account, await desk.readSecret(secretPath(profile)), { clock: parts.clock, signal, ...way });
    try {
      return await work(server, account);
    } finally {
      server.close();
    }
  } finally {
    await desk.close();
  }
}
