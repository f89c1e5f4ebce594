// The engine's process over a real PowerShell and the lab's Outlook, for tests of the whole product.
import type { ExecutionContext } from 'ava';
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asciiLiteral } from '../../../src/ps-host/literal.js';
import { LAB_ENGINE } from '../../support/lab-program.js';
import { runCommand, shellPath } from '../../support/shell.js';
import { ADDRESS, recordsOf } from './lab-engine.js';
import type { Served } from './lab-engine.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const LAB_OUTLOOK = join(root, 'lab/outlook/LabOutlook.psm1');

/** Milliseconds: several processes a step, and the machine may have more to do. */
const SLOW = 180_000;

/** A mailbox of the lab's Outlook and the engine over it. `look` runs PowerShell with $outlook, Outlook's root object. */
export async function desk(t: ExecutionContext) {
  t.timeout(SLOW);
  const folder = mkdtempSync(join(tmpdir(), 'm2k-wire-'));
  const box = join(folder, 'mailbox.mbx');
  const run = async (text: string): Promise<string> => {
    const { stdout, stderr, code } = await runCommand(`Import-Module ${asciiLiteral(LAB_OUTLOOK)}; ${text}`);
    if (code !== 0 || stderr !== '') throw new Error(stderr || stdout);
    return stdout.trim();
  };
  await run(`New-LabMailbox -Path ${asciiLiteral(box)} -Owner ${asciiLiteral(ADDRESS)}`);
  const argv = [LAB_ENGINE, '--profile-root', join(folder, 'root'), '--outlook-module', LAB_OUTLOOK, '--outlook-path', box];
  const env = { ...process.env, M2KSYNC_POWERSHELL: shellPath(), LANG: 'en_US.UTF-8' };
  return {
    folder,
    look: (text: string) => run(`$outlook = Get-LabOutlook -Path ${asciiLiteral(box)}; ${text}`),
    command: (args: readonly string[], input = '') => new Promise<Served>((resolve) => {
      const child = execFile(process.execPath, [...argv, ...args, '--json'], { env }, (error, stdout, stderr) => {
        resolve(recordsOf({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }));
      });
      child.stdin?.end(input);
    }),
    start: () => spawn(process.execPath, [...argv, '--json'], { env, stdio: ['pipe', 'pipe', 'inherit'] }),
  };
}

export const items = ({ records }: Served) => records.flatMap((record) => (record.t === 'item' ? [record.item] : []));
