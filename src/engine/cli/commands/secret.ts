// `secret`: another password for the account as it is, tried before it is kept; or the password taken away. The account, the choices and what was synced stay.
import { rm } from 'node:fs/promises';
import { secretPath } from '../../config/profile.js';
import { EXIT } from '../../sync/outcome.js';
import { accountOf } from '../account.js';
import type { Command } from '../command-context.js';
import { readPolicy } from '../policy-values.js';
import { forgetRefusal } from '../refused-secret.js';
import { openServer } from '../server.js';
import { wayOf } from '../way.js';
import { withDesk } from './task.js';

/** @throws M2KError Settings not-connected, Unauthorized, Unavailable: then the former password is still there */
export const secret: Command<'secret'> = (context, request) => withDesk(context, async (desk) => {
  const { settings, profile, words, parts, signal } = context, path = secretPath(profile), now = settings.read();
  const { address, host } = accountOf(now);
  if (request.secret === undefined) {
    await rm(path, { force: true });
    forgetRefusal(profile);
    return { value: { address, host, kept: false, secretPath: path }, exitCode: EXIT.inStep };
  }
  const { account, ...way } = await wayOf(desk, now, await readPolicy(context, desk));
  context.tell({ t: 'progress', phase: 'discover', done: 0, total: 0, text: words.say('phase.discover', account) });
  const server = openServer(account, request.secret, { clock: parts.clock, signal, ...way });
  try {
    await server.discover([]);
  } finally {
    server.close();
  }
  if (request.keepSecret === true) await desk.writeSecret(path, request.secret);
  return { value: { address, host, kept: true, secretPath: path }, exitCode: EXIT.inStep };
});
