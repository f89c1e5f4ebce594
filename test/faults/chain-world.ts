// The whole chain of processes as a person has it: cmdlets typed into one shell that lives on, for each run an engine and its host, the lab's Outlook, and the
// lab's Mail2000 over HTTP behind the fault proxy. A world is a new mailbox, a new profile and an empty calendar that were synced once.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { smallOffice } from '../../lab/mail2000/office-seed.js';
import type { OfficeCollection } from '../../lab/mail2000/office-collection.js';
import type { Quirks } from '../../lab/mail2000/quirks.js';
import { startMail2000 } from '../../lab/mail2000/server.js';
import { asciiLiteral } from '../../src/ps-host/literal.js';
import { faultProxy } from '../support/fault-proxy.js';
import type { FaultProxy } from '../support/fault-proxy.js';
import { xiaoming } from '../support/lab-account.js';
import { promptOf } from '../support/prompt.js';
import { shellEnvironment, shellPath } from '../support/shell.js';

/** What a run told. exitCode -1: it ended with `error`. */
export interface ChainRun {
  readonly exitCode: number;
  readonly error: string;
  readonly items: readonly { readonly title: string; readonly result: string; readonly id: string | null }[];
  readonly problems: readonly string[];
}

export interface ChainItem { readonly mark: string; readonly subject: string; readonly location: string }

export interface ChainWorld {
  readonly proxy: FaultProxy;
  /** The server's calendar; empty in a new world. */
  readonly calendar: OfficeCollection;
  begin(quirks: Partial<Quirks>): Promise<void>;
  /** Start-M2KSync; `outlookFault` waits in the mailbox for it. How often that one struck comes back. */
  run(how: { readonly retry: boolean; readonly outlookFault: Readonly<Record<string, unknown>> | null }): Promise<ChainRun & { readonly struck: boolean }>;
  /** One line of Enter-Chain.ps1. */
  inOutlook(line: string): Promise<void>;
  items(): Promise<readonly ChainItem[]>;
  /** Milliseconds that pass, for the engine, Outlook and the server. */
  pass(ms: number): Promise<void>;
  /** Ends the engine of the run that is going on, as the task manager would. */
  killEngine(): void;
  close(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const quoted = asciiLiteral;

export async function chainWorld(): Promise<ChainWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'm2k-chain-')), lab = await startMail2000({ office: smallOffice() }), proxy = await faultProxy(lab.origin);
  const initial = { ...lab.quirks }, place = lab.office.collection(`calendars/${xiaoming}/default`);
  const child = spawn(shellPath(), ['-NoLogo', '-NoProfile', '-NonInteractive', '-NoExit', '-Command', '-'], {
    stdio: 'pipe', env: shellEnvironment({
      M2K_LAB_ROOT: ROOT, M2K_LAB_NODE: process.execPath, M2KSYNC_POWERSHELL: shellPath(), M2K_LAB_ORIGIN: proxy.origin, M2K_LAB_FOLDER: folder, M2K_LAB_ADDRESS: xiaoming,
      M2K_LAB_PASSWORD: lab.office.user(xiaoming).password,
    }),
  });
  const prompt = promptOf(child), clock = join(folder, 'clock');
  let ahead = 0;
  const inOutlook = async (line: string): Promise<void> => {
    const { complaint } = await prompt.type(line);
    if (complaint !== '') throw new Error(`${line}: ${complaint}`);
  };
  // Outlook's clock stands between two of these; everybody's moves on together.
  const now = (): Promise<void> => inOutlook(`$Outlook.Lab.SetClock('${new Date(Date.now() + ahead).toISOString()}')`);
  const run: ChainWorld['run'] = async ({ retry, outlookFault }) => {
    await now();
    if (outlookFault !== null) await inOutlook(`[void]$Faults.Add(${quoted(JSON.stringify(outlookFault))})`);
    const told = await prompt.ask(`Invoke-ChainRun @{ Accept = 'FirstRun', 'Deletions'; Retry = $${String(retry)} }`) as ChainRun;
    const left = outlookFault === null ? null : await prompt.ask('@($Faults.Count)') as readonly number[];
    if (left !== null) await inOutlook('$Faults.Clear()');
    await now();
    return { ...told, struck: left?.[0] === 0 };
  };
  return {
    proxy, run, calendar: place,
    async begin(quirks) {
      proxy.fault = () => null;
      Object.assign(lab.quirks, initial, quirks);
      ahead = 0;
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
      mkdirSync(join(folder, 'profile'));
      writeFileSync(clock, '0');
      for (const { name } of place.list()) place.remove(name);
      await inOutlook(`. ${quoted(join(ROOT, 'test/faults/Enter-Chain.ps1'))}`);
      await inOutlook('$found = Connect-M2KSync -MailHost $MailHost -Credential $Credential; $found | Where-Object Kind -EQ contact | Set-M2KSyncCollection -Enabled $false');
      const first = await run({ retry: false, outlookFault: null });
      if (first.exitCode !== 0) throw new Error(`a world cannot be begun: ${JSON.stringify(first)}`);
    },
    async inOutlook(line) { await now(); await inOutlook(line); },
    items: async () => await prompt.ask('@(Get-ChainItem)') as readonly ChainItem[],
    async pass(ms) {
      ahead += ms;
      lab.quirks.clockSkew = Math.round(ahead / 1000);
      writeFileSync(clock, String(ahead));
      await now();
    },
    killEngine: () => { for (const pid of childrenOf(child.pid ?? 0)) process.kill(pid, 'SIGKILL'); },
    async close() {
      await prompt.leave();
      await proxy.close();
      await lab.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** By /proc: the shell names no process it has started. */
const childrenOf = (parent: number): readonly number[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
  try {
    // The command, in parentheses, may hold anything; state and parent follow it.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]) === parent;
  } catch {
    return false;
  }
});
