// `logon`: what the Run entry starts in the user's session (desk-rules.md 11): the task is registered with the interval that holds now, and that is all.
import { scheduleUnder } from '../../config/policy.js';
import { EXIT } from '../../sync/outcome.js';
import type { Command } from '../command-context.js';
import { readPolicy } from '../policy-values.js';
import { register, withDesk } from './task.js';

/** Where nobody connected there is nothing to schedule. Not wanted at logon: registered, but resting, until the user says Register-M2KSyncTask. */
export const logon: Command<'logon'> = (context) => withDesk(context, async (desk) => {
  const connected = context.settings.read().account !== undefined;
  if (!connected) return { value: { registered: false, enabled: false }, exitCode: EXIT.inStep };
  const values = await readPolicy(context, desk), { atLogOn = true } = scheduleUnder(context.schedule.read(), values);
  const { enabled } = await register(context, desk, { values, enabled: atLogOn });
  return { value: { registered: true, enabled }, exitCode: EXIT.inStep };
});
