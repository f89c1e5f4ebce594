// Hosts in real shells, and a lab mailbox to drive with them.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startHost, type HostOptions, type PsHost } from '../../src/ps-host/driver.js';
import { asciiLiteral } from '../../src/ps-host/literal.js';
import type { OutlookSource } from '../../src/ps-host/sources.js';
import type { WireValue } from '../../src/ps-host/wire-value.js';
import { realClock } from '../support/real-clock.js';
import { isLabShell, shellPath } from '../support/shell.js';
import { newFolder } from './support.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const LAB_OUTLOOK = join(root, 'lab/outlook/LabOutlook.psm1');
export const HOST_FOLDER = join(root, 'src/ps-host');
export const PRODUCT_HOST = join(HOST_FOLDER, 'Host.psm1');
/** PowerShell files of these tests; they are not copied to dist. */
export const TEST_SCRIPTS = join(root, 'test/ps-host');
const TEST_HOST = join(TEST_SCRIPTS, 'TestHost.psm1');

export interface Shell {
  readonly name: string;
  readonly executable: string;
  readonly executableOptions: Readonly<Record<string, string | boolean>>;
}

const plain = { '-NoProfile': true, '-NonInteractive': true } as const;

/** The shell of the lab as 7.6 and with 5.1's manners; pwsh, where it replaces the lab's, has one edition. */
export const shells: readonly Shell[] = isLabShell()
  ? [
      { name: 'Core', executable: shellPath(), executableOptions: plain },
      { name: 'Desktop', executable: shellPath(), executableOptions: { ...plain, '-M2KEdition': 'Desktop' } },
      { name: 'Constrained', executable: shellPath(), executableOptions: { ...plain, '-M2KLanguage': 'ConstrainedLanguage', '-M2KTrusted': root } },
    ]
  : [{ name: 'pwsh', executable: shellPath(), executableOptions: plain }];

let chosen: string | undefined;

/** Which of them tests get that name none, in this process: the suites of the host are run in each (desk rule 21). */
export const runIn = (name: string): void => { chosen = name; };

export const mainShell = (): Shell => shells.find(({ name }) => name === chosen) ?? shells[0]!;

export interface Desk {
  readonly host: PsHost;
  readonly folder: string;
  echo(value: WireValue): Promise<WireValue>;
  /** Runs PowerShell text in the host; $args[0] is Outlook's root object, $args[1] the value. */
  lab(text: string, value?: WireValue): Promise<WireValue>;
}

/** Whatever ends what a test began. */
export interface Ending {
  teardown(close: () => unknown): void;
}

export function startDesk(t: Ending, shell: Shell, options: Partial<HostOptions> = {}): Desk {
  const folder = newFolder();
  const host = startHost({
    executable: shell.executable,
    executableOptions: shell.executableOptions,
    environment: process.env['DOTNET_ROOT'] ? { DOTNET_ROOT: process.env['DOTNET_ROOT'] } : {},
    ipcFolder: join(folder, 'ipc'),
    hostModule: TEST_HOST,
    clock: realClock,
    ...options,
  });
  t.teardown(() => host.close());
  const ask = async (operation: string, request: Record<string, WireValue>): Promise<WireValue> =>
    ((await (host.call as unknown as (op: string, body: unknown) => Promise<{ value: WireValue }>)(operation, request)).value);
  return {
    host, folder,
    echo: (value) => ask('echo', { value }),
    lab: (text, value = null) => ask('lab', { text, value }),
  };
}

let made = 0;
const templates = join(newFolder(), 'mailboxes');

/** A new mailbox: the file of its kind is made once a test process and copied. */
export function newMailbox(storeKind: 'Exchange' | 'Pst', settings: string): string {
  mkdirSync(templates, { recursive: true });
  const path = join(templates, `${made++}.mbx`);
  const command = `Import-Module ${asciiLiteral(LAB_OUTLOOK)}; New-LabMailbox -Path ${asciiLiteral(path)} -Owner 'a@example.com' -StoreKind ${storeKind} -Settings ${asciiLiteral(settings)}`;
  execFileSync(shellPath(), ['-NoProfile', '-NonInteractive', '-Command', command], { stdio: 'pipe' });
  return path;
}

export function copyOf(mailbox: string): string {
  const path = join(templates, `${made++}.mbx`);
  copyFileSync(mailbox, path);
  return path;
}

/** `settings`: JSON, laid over those of the file. */
export const labSource = (mailbox: string, settings = '{}'): OutlookSource =>
  ({ module: LAB_OUTLOOK, function: 'Get-LabOutlook', arguments: { Path: mailbox, Settings: settings } });
