// Runs programs on the Windows desk that scripts/desk-test.mjs has opened. Knows how to start them, not what they do.
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface WindowsDesk {
  readonly wine: string;
  readonly server: string;
  /** The folder of the prefix, on Linux. */
  readonly prefix: string;
  /** For wine, over our own. */
  readonly environment: Readonly<Record<string, string>>;
  /** What a started .NET program needs in its environment. */
  readonly hostEnvironment: Readonly<Record<string, string>>;
  /** powershell.exe in System32, as Linux sees it. */
  readonly powershell: string;
  /** Windows paths of programs. */
  readonly user: string;
  readonly node: string;
  readonly outlook: string;
  readonly launcher: string;
  /** Windows paths of what Node runs: the product's entry on the desk, and programs/main.ts. */
  readonly engine: string;
  readonly programs: string;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A Linux path as the desk sees it. */
export const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

export const POWERSHELL = 'C:\\windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';

/** @throws Error when no desk is open */
export function openDesk(): WindowsDesk {
  const file = process.env['M2K_DESK'];
  if (file === undefined) throw new Error('No desk is open: run these tests by "npm run test:desk".');
  return JSON.parse(readFileSync(file, 'utf8')) as WindowsDesk;
}

/** Wine says these on every start: it lacks 32-bit parts and volume labels, and nothing here wants them. */
const NOISE = /^(it looks like wine32 is missing.*|multiarch needs to be enabled first.*|execute "dpkg --add-architecture.*|apt-get install wine32.*|wine: Read access denied for device.*)\r?\n/gmu;

export const withoutNoise = (text: string): string => text.replace(NOISE, '');

export interface RunOptions {
  /** Milliseconds; 600,000 unless told: a machine that others use is ten times slower. */
  readonly timeout?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** As an administrator's process, which is what Wine makes every one. */
  readonly elevated?: boolean;
}

/** As an office worker's process (not an administrator's). Output goes to files: Windows Node cannot open Unix pipes (EBADF). */
export async function runOnDesk(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const desk = openDesk();
  const folder = mkdtempSync(join(tmpdir(), 'm2k-desk-run-'));
  const [out, err] = [join(folder, 'out'), join(folder, 'err')];
  const [outFile, errFile] = [openSync(out, 'w'), openSync(err, 'w')];
  try {
    const child = spawn(desk.wine, [...(options.elevated === true ? [] : [desk.user]), program, ...args], { stdio: ['ignore', outFile, errFile], env: { ...process.env, ...desk.environment, ...options.env }, timeout: options.timeout ?? 600_000, killSignal: 'SIGKILL' });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', resolve);
    });
    // Killing wine's own process leaves the Windows ones.
    if (code === null) for (const name of ['node.exe', 'powershell.exe']) await kill(name);
    return { code, stdout: readFileSync(out, 'utf8').replaceAll('\r\n', '\n'), stderr: withoutNoise(readFileSync(err, 'utf8')).replaceAll('\r\n', '\n') };
  } finally {
    closeSync(outFile);
    closeSync(errFile);
    rmSync(folder, { recursive: true });
  }
}

/** A script file in the desk's Windows PowerShell, under the policy override the product starts it with. */
export const runScript = (file: string, args: readonly string[] = [], options: { readonly timeout?: number } = {}): Promise<Ended> =>
  runOnDesk(POWERSHELL, ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', windowsPath(file), ...args], options);

const kill = (name: string): Promise<Ended> => runOnDesk('taskkill', ['/f', '/im', name], { elevated: true });

/** Linux ids of the desk's processes that run this program (Wine's tasklist lists nothing). Not the starters, which name it as an argument. */
export function runningOnDesk(program: string): readonly number[] {
  const { prefix } = openDesk();
  return readdirSync('/proc').filter((name) => /^\d+$/u.test(name)).map(Number).filter((id) => {
    try {
      const [started = ''] = readFileSync(`/proc/${String(id)}/cmdline`, 'utf8').split('\0');
      return started.toLowerCase().endsWith(`\\${program.toLowerCase()}`) && readFileSync(`/proc/${String(id)}/environ`, 'latin1').split('\0').includes(`WINEPREFIX=${prefix}`);
    } catch {
      return false;
    }
  });
}

/** After a server was killed hard Wine's rpcss believes it alive, and activation fails with 0x80040154 (docs/windows.md). */
export async function endRpcss(): Promise<void> {
  await kill('rpcss.exe');
}

/** A new, empty mailbox at a Windows path, which Outlook.Application opens when it starts next. Made without COM, so that none is left running. */
export async function newDeskMailbox(path: string): Promise<void> {
  const script = join(root, 'lab', 'desk', 'New-DeskMailbox.ps1');
  const { code, stderr } = await runScript(script, ['-Path', path]);
  if (code !== 0) throw new Error(`no mailbox could be made: ${stderr}`);
}

/** No Outlook runs afterwards, and the next one can be started. */
export async function endOutlook(): Promise<void> {
  await kill('OUTLOOK.EXE');
  await endRpcss();
}

/** A scenario of programs/main.ts in Windows Node: what it found; throws unless its process ended well. */
export async function runProgram(scenario: string, how: RunOptions & { readonly args?: readonly string[] } = {}): Promise<Record<string, unknown>> {
  const desk = openDesk();
  const hosts = Buffer.from(JSON.stringify(desk.hostEnvironment)).toString('base64');
  // test/support/shell.ts wants a shell to be named; the scenarios start the product's own.
  const { code, stdout, stderr } = await runOnDesk(desk.node, [desk.programs, scenario, hosts, ...(how.args ?? [])], { ...how, env: { M2KSYNC_POWERSHELL: POWERSHELL } });
  if (code !== 0) throw new Error(`${scenario} ended with ${code === null ? 'its time' : String(code)}: ${stderr || stdout}`);
  return JSON.parse(stdout) as Record<string, unknown>;
}
