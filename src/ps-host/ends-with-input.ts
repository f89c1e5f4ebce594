// Whether an idle host ends by itself when its input ends, as it does when the engine is killed (reference: powershell-and-deployment 9, question 10).
// Where it does not, Watch-M2KParent ends it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Clock } from '../engine/clock.js';
import { M2KError } from '../engine/errors.js';
import { hostEnvironment } from './environment.js';
import { within } from './within.js';
import { WINDOWS_POWERSHELL_OPTIONS } from './windows-powershell.js';

export interface IdleHost {
  readonly executable: string;
  readonly executableOptions?: Readonly<Record<string, string | boolean>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly clock: Clock;
}

/** A start of Windows PowerShell on a slow disk is the most of it. */
const LIMIT_MS = 60_000;

export async function endsWithInput({ executable, executableOptions = WINDOWS_POWERSHELL_OPTIONS, environment, clock }: IdleHost): Promise<boolean> {
  const options = Object.entries(executableOptions).flatMap(([name, value]) => (value === true ? [name] : value === false ? [] : [name, value]));
  // The wire's own start line (session.ts).
  const child = spawn(executable, ['-NoLogo', ...options, '-NoExit', '-Command', '-'], { windowsHide: true, env: hostEnvironment(process.env, environment), stdio: ['pipe', 'ignore', 'ignore'] });
  const late = new M2KError('Unavailable', { reason: 'timed-out' });
  child.stdin.on('error', () => undefined);
  child.stdin.end();
  try {
    await within({ clock, ms: LIMIT_MS, late: () => late }, once(child, 'exit'));
    return true;
  } catch (error) {
    if (error === late) return false;
    throw error;
  } finally {
    child.kill('SIGKILL');
  }
}
