// A program that starts a host, prints its process id and waits to be killed; with 'busy' while the host is in a command.
import { HostSession } from '../../src/ps-host/session.js';
import { hostEnvironment } from '../../src/ps-host/environment.js';
import { realClock } from '../support/real-clock.js';
import { PRODUCT_HOST, shells } from './desk.js';
import { newFolder } from './support.js';


const shell = shells[0]!;
const session = await HostSession.start({
  executable: shell.executable, executableOptions: shell.executableOptions, hostModule: PRODUCT_HOST, ipcFolder: newFolder(), clock: realClock,
  environment: hostEnvironment(process.env, process.env['DOTNET_ROOT'] ? { DOTNET_ROOT: process.env['DOTNET_ROOT'] } : {}), startMs: 20_000, log: () => undefined,
});
if (process.argv[2] === 'busy') void session.child.invoke('[Threading.Thread]::Sleep(600000)').catch(() => undefined);
process.stdout.write(`${session.child.pid}\n`);
setInterval(() => undefined, 1000);
