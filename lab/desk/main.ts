// The tour of npm start on the Windows desk that scripts/desk.mjs has opened: the server outside, everything else inside.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startMail2000 } from '../mail2000/server.js';
import { tourOffice } from '../tour/office.js';

/** What scripts/desk-session.mjs writes down. */
interface DeskFile {
  readonly wine: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Windows paths of programs. */
  readonly user: string;
  readonly node: string;
  readonly engine: string;
}

const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;
const ROOT = windowsPath(fileURLToPath(new URL('../../../', import.meta.url)));
const POWERSHELL = 'C:\\windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const MAILBOX = 'C:\\users\\Public\\tour.mailbox';

const { values } = parseArgs({ options: { desk: { type: 'string' }, shell: { type: 'boolean' } } });
if (values.desk === undefined) throw new Error('No desk is named: run this by "npm run desk".');
const desk = JSON.parse(readFileSync(values.desk, 'utf8')) as DeskFile;

const server = await startMail2000({ office: tourOffice() });
const user = server.office.user('xiaoming@example.com.tw');

/** As an office worker's process; resolves with its exit code. */
function inDesk(args: readonly string[], prompt = false): Promise<number> {
  const child = spawn(desk.wine, [desk.user, ...(prompt ? ['--console'] : []), POWERSHELL, '-NoLogo', '-NoProfile', '-ExecutionPolicy', 'Bypass', ...args], {
    stdio: prompt ? 'inherit' : ['ignore', 'inherit', 'ignore'],
    env: {
      ...process.env, ...desk.environment, M2K_LAB_ROOT: ROOT, M2K_LAB_NODE: desk.node, M2K_LAB_ENGINE: desk.engine, M2K_LAB_ORIGIN: server.origin, M2K_LAB_ADDRESS: user.email, M2K_LAB_PASSWORD: user.password,
      M2K_LAB_ENTER: `${ROOT}lab\\desk\\Enter-Desk.ps1`,
    },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => { resolve(code ?? 1); });
  });
}

try {
  const ready = await inDesk(['-File', `${ROOT}lab\\desk\\New-DeskMailbox.ps1`, '-Path', MAILBOX, '-Owner', user.email]);
  process.exitCode = ready !== 0 ? ready : values.shell === true
    ? await inDesk(['-NoExit', '-File', `${ROOT}lab\\desk\\Enter-Desk.ps1`], true)
    : await inDesk(['-NonInteractive', '-File', `${ROOT}lab\\tour\\Show-Tour.ps1`]);
} finally {
  await server.close();
}
