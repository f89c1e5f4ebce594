// Has PowerShell store a secret, in a process of its own: the secret goes over its stdin and into nothing else (desk-rules.md 5).
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { M2KError } from '../errors.js';
import { hostEnvironment } from '../../ps-host/environment.js';
import { asciiLiteral } from '../../ps-host/literal.js';
import { WINDOWS_POWERSHELL_OPTIONS } from '../../ps-host/windows-powershell.js';
import type { HostDeskOptions } from './host-desk.js';

const READY = 'M2KSecretPlease0';
const SAVED = 'M2K1 saved';

/** @throws M2KError PolicyBlocked secret-not-saved when PowerShell did not say that it was saved; Unavailable host-not-started */
export function saveSecret(options: HostDeskOptions, { path, secret }: { readonly path: string; readonly secret: string }): Promise<void> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const { executable, executableOptions = WINDOWS_POWERSHELL_OPTIONS, hostModule, environment } = options;
  const switches = Object.entries(executableOptions).flatMap(([name, value]) => (value === true ? [name] : [name, String(value)]));
  return new Promise((resolve, reject) => {
    const child = spawn(executable, [...switches, '-NoExit', '-Command', '-'], { env: hostEnvironment(process.env, environment), windowsHide: true, timeout: 60_000 });
    let [out, err, sent] = ['', '', false];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      // Only once Save-M2KSecret is known to be there: a shell that could not load it would take the secret for a command, and log it.
      if (!sent && out.includes(READY)) {
        sent = true;
        child.stdin.end(`${Buffer.from(secret, 'utf8').toString('base64')}\n`);
      }
      if (out.includes(SAVED)) child.stdin.end();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
      if (!sent) child.stdin.end();
    });
    child.stdin.on('error', () => undefined);
    child.on('error', (cause) => { reject(new M2KError('Unavailable', { reason: 'host-not-started', side: 'outlook', excerpt: cause.message }, { cause })); });
    child.on('close', () => {
      if (out.includes(SAVED)) resolve();
      else reject(new M2KError('PolicyBlocked', { reason: 'secret-not-saved', excerpt: err.trim().slice(0, 300) }));
    });
    child.stdin.write(`Import-Module ${asciiLiteral(hostModule)}; Write-M2KMark ${READY}; Save-M2KSecret -Path ${asciiLiteral(path)}\n`);
  });
}
