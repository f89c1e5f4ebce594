// `logon`: what the Run entry starts in the user's session (desk-rules.md 11, 15): the task is registered with the interval that holds now, and that is all.
// Where policy names a server and nobody has connected yet, the user is asked to sign in first.
import { scheduleUnder } from '../../config/policy.js';
import { EXIT } from '../../sync/outcome.js';
import type { Command } from '../command-context.js';
import { firstSignIn } from '../first-sign-in.js';
import { readPolicy } from '../policy-values.js';
import { connect } from './connect.js';
import { register, withDesk } from './task.js';

/** Not wanted at logon: registered, but resting, until the user says Register-M2KSyncTask. @throws M2KError as `connect` after a sign-in */
export const logon: Command<'logon'> = (context) => withDesk(context, async (desk) => {
  const values = await readPolicy(context, desk);
  if (context.settings.read().account === undefined) {
    const request = await firstSignIn(context, desk, values);
    if (request === null) return { value: { registered: false, enabled: false }, exitCode: EXIT.inStep };
    await connect(context, request);
  }
  const { atLogOn = true } = scheduleUnder(context.schedule.read(), values);
  const { enabled } = await register(context, desk, { values, enabled: atLogOn });
  return { value: { registered: true, enabled }, exitCode: EXIT.inStep };
});
