// Asks the user for address and password in a window, by a PowerShell process of its own: the host of a run is started so that it can ask nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { EOL } from 'node:os';
import type { Clock } from '../engine/clock.js';
import { M2KError } from '../engine/errors.js';
import { hostEnvironment } from './environment.js';
import { asciiLiteral } from './literal.js';
import { within } from './within.js';
import { WINDOWS_POWERSHELL_OPTIONS } from './windows-powershell.js';

export interface SignIn {
  readonly address: string;
  readonly secret: string;
}

export interface SignInQuestion {
  readonly caption: string;
  readonly message: string;
  /** What the window is filled in with; '' for nothing. */
  readonly address: string;
}

export interface SignInOptions {
  readonly executable: string;
  readonly executableOptions?: Readonly<Record<string, string | boolean>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly hostModule: string;
  readonly clock: Clock;
}

/** The user may be away, and is asked again the next day. Less than a run without progress may last. */
const PATIENCE_MS = 4 * 60_000;

/** Null when the window was closed, or nobody came. @throws M2KError Unavailable sign-in-failed */
export async function signIn(question: SignInQuestion, { executable, executableOptions = WINDOWS_POWERSHELL_OPTIONS, environment, hostModule, clock }: SignInOptions): Promise<SignIn | null> {
  const options = Object.entries(executableOptions).filter(([name, value]) => name !== '-NonInteractive' && value !== false).flatMap(([name, value]) => (value === true ? [name] : [name, String(value)]));
  const child = spawn(executable, ['-NoLogo', ...options, '-Command', '-'], { windowsHide: true, env: hostEnvironment(process.env, environment), stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '', complaint = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString('latin1')));
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString('latin1')));
  child.stdin.on('error', () => undefined);
  const { caption, message, address } = question;
  child.stdin.write(`Import-Module ${asciiLiteral(hostModule)}${EOL}`);
  child.stdin.end(`Read-M2KSignIn -Caption (${asciiLiteral(caption)}) -Message (${asciiLiteral(message)}) -Address (${asciiLiteral(address)})${EOL}`);
  const failed = (why: string): M2KError => new M2KError('Unavailable', { reason: 'sign-in-failed', excerpt: why.slice(0, 300) });
  try {
    await within({ clock, ms: PATIENCE_MS, late: () => failed('late') }, once(child, 'close').catch((error: unknown) => Promise.reject(failed(String(error)))));
  } catch (error) {
    if (error instanceof M2KError && error.data.excerpt === 'late') return null;
    throw error;
  } finally {
    child.kill('SIGKILL');
  }
  const answer = /^M2K1 answer ([A-Za-z0-9+/=]+)\r?$/m.exec(said)?.[1];
  if (answer !== undefined) return JSON.parse(Buffer.from(answer, 'base64').toString('utf8')) as SignIn;
  if (/^M2K1 nobody\r?$/m.test(said)) return null;
  throw failed(complaint.trim());
}
