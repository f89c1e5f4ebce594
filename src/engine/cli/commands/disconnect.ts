// `disconnect`: forgets the server and the password. Items, folders, choices and what is known of them stay.
import { rm } from 'node:fs/promises';
import { secretPath } from '../../config/profile.js';
import { EXIT } from '../../sync/outcome.js';
import type { Command } from '../command-context.js';
import { forgetRefusal } from '../refused-secret.js';
import { forgetServer } from '../server-memory.js';

export const disconnect: Command<'disconnect'> = async (context) => {
  const address = context.settings.read().account?.address ?? null;
  await rm(secretPath(context.profile), { force: true });
  forgetServer(context.profile);
  forgetRefusal(context.profile);
  context.settings.change(({ account: _forgotten, ...rest }) => rest);
  return { value: { address }, exitCode: EXIT.inStep };
};
