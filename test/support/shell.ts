// Finds the PowerShell that tests run and runs text, files and typed input in it. Knows nothing of what is tested.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** What one run of the shell left behind; both streams decoded as UTF-8. */
export interface ShellResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ShellOptions {
  /** Switches in front of -Command or -File, after -NoLogo -NoProfile -NonInteractive. */
  readonly switches?: readonly string[];
  /** Laid over the shell's environment; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What is on stdin. A list is written piece by piece, 100 ms apart, so that the shell reads the pieces separately. */
  readonly input?: string | readonly string[];
  readonly cwd?: string;
  /** Milliseconds until the shell is killed; 60,000 unless told. */
  readonly timeout?: number;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const windows = process.platform === 'win32';

/** The lab's own console as `dotnet build lab/pwsh -c Release` leaves it. */
export const labShell = join(root, 'lab', 'pwsh', 'bin', 'Release', 'net10.0', windows ? 'm2k-pwsh.exe' : 'm2k-pwsh');

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, name)).find((file) => existsSync(file));

/**
 * The executable: M2KSYNC_POWERSHELL, else pwsh on the PATH, else the lab's console.
 * @throws Error when there is none, naming the command that builds the last.
 */
export function shellPath(): string {
  const named = process.env['M2KSYNC_POWERSHELL'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`M2KSYNC_POWERSHELL names ${named}, which does not exist.`);
    return named;
  }
  const found = onPath(windows ? 'pwsh.exe' : 'pwsh');
  if (found !== undefined) return found;
  if (existsSync(labShell)) return labShell;
  throw new Error('There is no PowerShell: build the lab console with "dotnet build lab/pwsh -c Release" or set M2KSYNC_POWERSHELL.');
}

/** Which shell the tests use, for reports: "lab/pwsh", or the path of a real one. */
export const shellName = (): string => (isLabShell() ? 'lab/pwsh' : shellPath());

export const isLabShell = (): boolean => shellPath() === labShell || /m2k-pwsh(\.exe)?$/u.test(shellPath());

/**
 * The environment of the shell. TERM=dumb: a real pwsh writes cursor-key sequences to stdout around every command otherwise
 * (measured with 7.6.5 on Linux, 2026-11-22).
 */
export const shellEnvironment = (over: ShellOptions['env'] = {}): NodeJS.ProcessEnv =>
  ({ ...process.env, TERM: 'dumb', NO_COLOR: '1', POWERSHELL_TELEMETRY_OPTOUT: '1', ...over });

// AVA starts all tests of a file at once; more shells than this at a time only slow one another down.
const most = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function withTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/** Starts the shell with exactly these arguments, as soon as fewer than two others run in this process. */
export const runShell = (args: readonly string[], options: ShellOptions = {}): Promise<ShellResult> => withTurn(() => start(args, options));

function start(args: readonly string[], options: ShellOptions): Promise<ShellResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(shellPath(), args, { env: shellEnvironment(options.env), cwd: options.cwd, windowsHide: true, timeout: options.timeout ?? 60_000, killSignal: 'SIGKILL' });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.on('error', () => undefined); // The shell may end before it has read everything.
    child.on('error', reject);
    child.on('close', (code) => { resolve({ code, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') }); });
    void feed(child.stdin, options.input ?? '');
  });
}

async function feed(stdin: Writable, input: string | readonly string[]): Promise<void> {
  const pieces = typeof input === 'string' ? [input] : input;
  for (const [i, piece] of pieces.entries()) {
    if (i > 0) await setTimeout(100);
    stdin.write(piece);
  }
  stdin.end();
}

const common = (options: ShellOptions): string[] => ['-NoLogo', '-NoProfile', '-NonInteractive', ...(options.switches ?? [])];

/** `-Command <text>`. */
export const runCommand = (text: string, options: ShellOptions = {}): Promise<ShellResult> =>
  runShell([...common(options), '-Command', text], options);

/** `-File <path> ...`. */
export const runFile = (path: string, args: readonly string[] = [], options: ShellOptions = {}): Promise<ShellResult> =>
  runShell([...common(options), '-File', path, ...args], options);

/** `-NoExit -Command -` with the text on stdin, as node-powershell starts it. */
export const runTyped = (typed: string | readonly string[], options: ShellOptions = {}): Promise<ShellResult> =>
  runShell([...common(options), '-NoExit', '-Command', '-'], { ...options, input: typed });
