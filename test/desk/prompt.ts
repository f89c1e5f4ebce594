// A person at the prompt of the desk's Windows PowerShell, as an office worker's process.
import { spawn } from 'node:child_process';
import { promptOf } from '../support/prompt.js';
import type { Prompt } from '../support/prompt.js';
import { openDesk, POWERSHELL, withoutNoise } from './windows.js';

/** `env` is laid over the desk's. */
export function openPrompt(env: Readonly<Record<string, string>>): Prompt {
  const desk = openDesk();
  return promptOf(spawn(desk.wine, [desk.user, POWERSHELL, '-NoLogo', '-NoProfile', '-ExecutionPolicy', 'Bypass', '-NoExit', '-Command', '-'], { stdio: 'pipe', env: { ...process.env, ...desk.environment, ...env } }), withoutNoise);
}
