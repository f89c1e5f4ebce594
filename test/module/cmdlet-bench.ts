// What the module's tests run in: a real PowerShell with the module, the real engine behind it, the lab's Mail2000, and the lab's Outlook or a mailbox file.
import type { ExecutionContext } from 'ava';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { smallOffice } from '../../lab/mail2000/office-seed.js';
import type { OfficeSeed } from '../../lab/mail2000/office.js';
import { startMail2000 } from '../../lab/mail2000/server.js';
import { asciiLiteral } from '../../src/ps-host/literal.js';
import { ADDRESS, SECRET, labEngine } from '../engine/cli/lab-engine.js';
import type { LabEngine } from '../engine/cli/lab-engine.js';
import { LAB_ENGINE } from '../support/lab-program.js';
import { runCommand, runFile, shellPath } from '../support/shell.js';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const LAB_OUTLOOK = join(root, 'lab/outlook/LabOutlook.psm1');

export type Said = Readonly<Record<string, unknown>>;

export interface Bench {
  readonly engine: LabEngine;
  readonly server: Awaited<ReturnType<typeof startMail2000>>;
  /** Runs text after the module was imported; `$credential` is right, `$wrong` is not; what it puts into `$said` comes back. */
  run(script: string, switches?: readonly string[]): Promise<{ readonly said: Said; readonly stdout: string; readonly stderr: string }>;
  /** Runs text with $outlook, the lab's Outlook root object, as its user; what it prints. Only of a bench with the lab's Outlook. */
  asUser(script: string): Promise<string>;
  /** The line that gives a script of `run` $outlook too. */
  readonly openOutlook: string;
}

export interface BenchOptions {
  readonly office?: OfficeSeed;
  /** 'file': a mailbox as a JSON file, fast. 'lab': the lab's Outlook through the wire. */
  readonly outlook?: 'file' | 'lab';
}

export const CONNECT = 'Connect-M2KSync -MailHost $mailHost -Credential $credential | Out-Null';

export async function bench(t: ExecutionContext, { office = smallOffice(), outlook = 'file' }: BenchOptions = {}): Promise<Bench> {
  t.timeout(900_000);
  const server = await startMail2000({ office });
  t.teardown(() => server.close());
  const engine = labEngine(), box = join(engine.root, 'mailbox.mbx');
  const labText = async (text: string): Promise<string> => {
    const { stdout, stderr, code } = await runCommand(`Import-Module ${asciiLiteral(LAB_OUTLOOK)}; ${text.trim().replaceAll('\n', ';')}`);
    if (code !== 0 || stderr !== '') throw new Error(stderr || stdout);
    return stdout.trim();
  };
  if (outlook === 'lab') await labText(`New-LabMailbox -Path ${asciiLiteral(box)} -Owner ${asciiLiteral(ADDRESS)}`);
  const mailbox = outlook === 'lab' ? `'--outlook-module', ${quoted(LAB_OUTLOOK)}, '--outlook-path', ${quoted(box)}` : `'--outlook', ${quoted(`memory:${join(engine.root, 'mailbox.json')}`)}`;
  const openOutlook = `Import-Module ${asciiLiteral(LAB_OUTLOOK)}; $outlook = Get-LabOutlook -Path ${asciiLiteral(box)}`;
  let count = 0;
  return {
    engine, server, openOutlook,
    asUser: (script) => labText(`$outlook = Get-LabOutlook -Path ${asciiLiteral(box)}; ${script}`),
    async run(script, switches = []) {
      const path = join(engine.root, `script-${count += 1}.ps1`);
      writeFileSync(path, `\uFEFF
$parts = @{ Node = ${quoted(process.execPath)}; Engine = ${quoted(LAB_ENGINE)}; EngineArguments = @('--profile-root', ${quoted(engine.root)}, ${mailbox}) }
Import-Module ${quoted(join(root, 'M2KSync.psd1'))} -ArgumentList $parts
$PSDefaultParameterValues = @{ '*:WarningAction' = 'Continue' }
$mailHost = ${quoted(server.origin)}
$credential = New-Object System.Management.Automation.PSCredential ${quoted(ADDRESS)}, (ConvertTo-SecureString ${quoted(SECRET)} -AsPlainText -Force)
$wrong = New-Object System.Management.Automation.PSCredential ${quoted(ADDRESS)}, (ConvertTo-SecureString 'wrong' -AsPlainText -Force)
$said = @{}
function Get-Failure([scriptblock]$Try) { try { & $Try | Out-Null; $null } catch { @{ id = $_.FullyQualifiedErrorId; category = [string]$_.CategoryInfo.Category; advice = $_.ErrorDetails.RecommendedAction; message = $_.ErrorDetails.Message; target = [string]$_.TargetObject } } }
${script}
[Console]::Out.Write("\`nJSON:" + (ConvertTo-Json -InputObject $said -Depth 6 -Compress) + "\`n")
`);
      const { stdout, stderr } = await runFile(path, [], { switches, timeout: 600_000, env: { M2KSYNC_POWERSHELL: shellPath() } });
      const line = stdout.split(/\r?\n/).find((one) => one.startsWith('JSON:'));
      if (line === undefined) throw new Error(`${stdout}${stderr}`);
      return { said: JSON.parse(line.slice(5)) as Said, stdout, stderr };
    },
  };
}
