// The commands by name.
import type { CommandContext, Ended } from '../command-context.js';
import type { CommandName, Request, ResultRecord } from '../records.js';
import { checkOutlook } from './check-outlook.js';
import { checkServer } from './check-server.js';
import { collections } from './collections.js';
import { connect } from './connect.js';
import { disconnect } from './disconnect.js';
import { failures } from './failures.js';
import { history } from './history.js';
import { restore } from './restore.js';
import { select } from './select.js';
import { status } from './status.js';
import { sync } from './sync.js';

/** Runs the command and gives its last record. @throws whatever the command throws */
export async function runCommand(context: CommandContext, request: Request): Promise<ResultRecord> {
  switch (request.command) {
    case 'connect': return result('connect', await connect(context, request));
    case 'disconnect': return result('disconnect', await disconnect(context, request));
    case 'collections': return result('collections', await collections(context, request));
    case 'select': return result('select', await select(context, request));
    case 'sync': return result('sync', await sync(context, request));
    case 'check-outlook': return result('check-outlook', await checkOutlook(context, request));
    case 'check-server': return result('check-server', await checkServer(context, request));
    case 'failures': return result('failures', await failures(context, request));
    case 'history': return result('history', await history(context, request));
    case 'restore': return result('restore', await restore(context, request));
    case 'status': return result('status', await status(context, request));
  }
}

const result = <C extends CommandName>(command: C, ended: Ended<C>): ResultRecord => ({ t: 'result', command, ...ended }) as ResultRecord;
