// `forget-all`: everything of ours in Outlook's items, and everything that is kept on this computer (Uninstall-M2KSync -RemoveState). Items stay, on both sides.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '../../state/lock.js';
import { EXIT } from '../../sync/outcome.js';
import type { Command } from '../command-context.js';
import { openMailbox } from '../open-mailbox.js';
import { withDesk } from './task.js';

/** Of the user, beside the profiles. */
const USERS = ['schedule.json', 'policy.json', 'sign-in.json'];

/** Outlook first: where it cannot be had nothing is forgotten. @throws M2KError LockHeld, Unavailable, Busy */
export const forgetAll: Command<'forget-all'> = async (context) => {
  const { profile, root, tell, words } = context;
  const lock = takeLock(profile);
  let cleared: { readonly items: number; readonly stamps: number; readonly left: number };
  try {
    cleared = await withDesk(context, async (desk) => (await openMailbox(context, desk, { mayStart: true })).clearMarks());
  } finally {
    lock.release();
  }
  if (cleared.left > 0) tell({ t: 'warning', id: 'M2K.MarksLeft', text: words.say('warning.marksLeft', { count: cleared.left }) });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  const profiles = join(root, 'profiles'), others = existsSync(profiles) ? readdirSync(profiles).length : 0;
  if (others === 0) for (const name of USERS) rmSync(join(root, name), { force: true });
  return { value: { ...cleared, folder: profile }, exitCode: EXIT.inStep };
};
