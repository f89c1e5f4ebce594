// The commands by name.
import type { CommandContext, Ended } from '../command-context.js';
import type { CommandName, Request, ResultRecord } from '../records.js';
import { allStatus } from './all-status.js';
import { checkInstallation } from './check-installation.js';
import { checkOutlook } from './check-outlook.js';
import { checkServer } from './check-server.js';
import { collections } from './collections.js';
import { connect } from './connect.js';
import { disconnect } from './disconnect.js';
import { failures } from './failures.js';
import { forgetAll } from './forget-all.js';
import { history } from './history.js';
import { diagnostic, log } from './log.js';
import { logon } from './logon.js';
import { options, setOption } from './options.js';
import { profiles } from './profiles.js';
import { restore } from './restore.js';
import { secret } from './secret.js';
import { select } from './select.js';
import { status } from './status.js';
import { sync } from './sync.js';
import { pause, schedule, task } from './task.js';

/** Runs the command and gives its last record. @throws whatever the command throws */
export async function runCommand(context: CommandContext, request: Exclude<Request, { readonly command: 'scheduled' }>): Promise<ResultRecord> {
  switch (request.command) {
    case 'connect': return result('connect', await connect(context, request));
    case 'disconnect': return result('disconnect', await disconnect(context, request));
    case 'collections': return result('collections', await collections(context, request));
    case 'select': return result('select', await select(context, request));
    case 'sync': return result('sync', await sync(context, request));
    case 'check-installation': return result('check-installation', await checkInstallation(context, request));
    case 'check-outlook': return result('check-outlook', await checkOutlook(context, request));
    case 'check-server': return result('check-server', await checkServer(context, request));
    case 'failures': return result('failures', await failures(context, request));
    case 'history': return result('history', await history(context, request));
    case 'restore': return result('restore', await restore(context, request));
    case 'status': return result('status', await status(context, request));
    case 'task': return result('task', await task(context, request));
    case 'schedule': return result('schedule', await schedule(context, request));
    case 'profiles': return result('profiles', await profiles(context, request));
    case 'forget-all': return result('forget-all', await forgetAll(context, request));
    case 'all-status': return result('all-status', await allStatus(context, request));
    case 'secret': return result('secret', await secret(context, request));
    case 'log': return result('log', await log(context, request));
    case 'diagnostic': return result('diagnostic', await diagnostic(context, request));
    case 'options': return result('options', await options(context, request));
    case 'set-option': return result('set-option', await setOption(context, request));
    case 'pause': return result('pause', await pause(context, request));
    case 'logon': return result('logon', await logon(context, request));
  }
}

const result = <C extends CommandName>(command: C, ended: Ended<C>): ResultRecord => ({ t: 'result', command, ...ended }) as ResultRecord;
