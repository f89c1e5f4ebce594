// Stores a secret by PowerShell, in a process of its own: the secret is a line of its stdin, and part of no command (desk-rules.md 5).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { EOL } from 'node:os';
import { dirname } from 'node:path';
import type { Clock } from '../engine/clock.js';
import { M2KError } from '../engine/errors.js';
import { hostEnvironment } from './environment.js';
import { asciiLiteral } from './literal.js';
import { replaceFile } from './replace-file.js';
import { within } from './within.js';
import { WINDOWS_POWERSHELL_OPTIONS } from './windows-powershell.js';

export interface SecretToSave {
  readonly secret: string;
  /** The file that `getSecret` is given later. It is replaced as a whole, or not at all. */
  readonly path: string;
  readonly executable: string;
  readonly executableOptions?: Readonly<Record<string, string | boolean>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Full path of Host.psm1. */
  readonly hostModule: string;
  readonly clock: Clock;
}

const TIMEOUT_MS = 30_000;

/** @throws M2KError Unavailable, reason 'secret-not-saved', with what PowerShell said; an older secret is then still there. */
export async function saveSecret(options: SecretToSave): Promise<void> {
  const draft = `${options.path}.new`;
  mkdirSync(dirname(options.path), { recursive: true, mode: 0o700 });
  rmSync(draft, { force: true });
  // Made here, so that it is never readable by others; PowerShell only fills it.
  writeFileSync(draft, '', { mode: 0o600, flag: 'wx' });
  try {
    await runSave(options, draft);
    await replaceFile(draft, options.path, options.clock);
  } finally {
    rmSync(draft, { force: true });
  }
}

async function runSave({ secret, hostModule, clock, ...options }: SecretToSave, draft: string): Promise<void> {
  const child = spawn(options.executable, argumentsOf(options.executableOptions ?? WINDOWS_POWERSHELL_OPTIONS), {
    windowsHide: true, env: hostEnvironment(process.env, options.environment), stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString('latin1')));
  // Only a function that waits for it may get the secret: a shell whose module did not load would take the line for a command.
  child.stdout.on('data', (text: Buffer) => {
    const asked = ready(said);
    said += text.toString('latin1');
    if (!asked && ready(said)) child.stdin.end(Buffer.from(secret, 'utf8').toString('base64') + EOL);
  });
  child.stdin.on('error', () => undefined);
  child.stdin.write(`Import-Module ${asciiLiteral(hostModule)}${EOL}`);
  child.stdin.write(`if (-not (Get-Command Save-M2KSecret -ErrorAction Ignore)) { exit 78 }${EOL}`);
  child.stdin.write(`Save-M2KSecret -Path ${asciiLiteral(draft)}${EOL}`);
  const failed = (why: string): M2KError => new M2KError('Unavailable', { reason: 'secret-not-saved', excerpt: why.slice(0, 300) });
  const limit = { clock, ms: TIMEOUT_MS, late: () => failed('PowerShell did not answer') };
  try {
    await within(limit, once(child, 'close').catch((error: unknown) => Promise.reject(failed(String(error)))));
  } finally {
    child.kill('SIGKILL');
  }
  if (!/^M2K1 saved\r?$/m.test(said)) throw failed(said.trim());
}

const ready = (said: string): boolean => /^M2K1 ready\r?$/m.test(said);

const argumentsOf = (options: Readonly<Record<string, string | boolean>>): string[] => [
  '-NoLogo', ...Object.entries(options).flatMap(([name, value]) => (value === true ? [name] : value === false ? [] : [name, value])), '-Command', '-',
];
