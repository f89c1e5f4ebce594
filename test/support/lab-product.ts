// The whole product as a person has it, on a lab mailbox in a folder of its own: the engine's program, the wire, PowerShell, Outlook.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LAB_ENGINE } from './lab-program.js';
import { runCommand } from './shell.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MODULE = join(ROOT, 'lab/outlook/LabOutlook.psd1');

export interface LabProduct {
  /** What a person does in Outlook: `$contacts` is the folder that M2KSync made. Gives what is printed, line by line. */
  inOutlook(script: string): Promise<readonly string[]>;
  m2ksync(args: readonly string[], input?: string): Promise<{ readonly code: number | null; readonly text: string }>;
}

/** Makes the mailbox. `folder` holds it and the profile. */
export async function labProduct(folder: string, owner: string): Promise<LabProduct> {
  const mailbox = join(folder, 'mailbox.json');
  const run = async (script: string): Promise<readonly string[]> => {
    const { stdout, stderr, code } = await runCommand(`Import-Module '${MODULE}'; ${script}`);
    if (code !== 0 || stderr !== '') throw new Error(`${String(code)} ${stderr}`);
    return stdout.split(/\r?\n/).filter((line) => line !== '');
  };
  await run(`New-LabMailbox -Path '${mailbox}' -Owner '${owner}' | Out-Null`);
  return {
    inOutlook: (script) => run(`
      $outlook = Get-LabOutlook -Path '${mailbox}'
      $session = $outlook.GetNamespace('MAPI')
      $contacts = $session.GetDefaultFolder(10); if ($contacts.Folders.Count -gt 0) { $contacts = $contacts.Folders.Item(1) }
      ${script}`),
    m2ksync(args, input = '') {
      const own = ['--profile-root', folder, '--outlook-module', MODULE, '--outlook-function', 'Get-LabOutlook', '--outlook-path', mailbox];
      const child = spawn(process.execPath, [LAB_ENGINE, ...args, ...own], { stdio: ['pipe', 'pipe', 'pipe'] });
      let text = '';
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (more: string) => { text += more; });
      child.stdin.end(input);
      return new Promise((resolve) => { child.on('close', (code) => { resolve({ code, text }); }); });
    },
  };
}
