// The product's entry: Windows PowerShell 5.1 by full path, Outlook by COM, profiles under %LOCALAPPDATA%\M2KSync (desk-rules.md 1).
import { M2KError } from '../errors.js';
import { VERSION } from '../version.js';
import { OWN_SOURCES } from '../../ps-host/sources.js';
import { windowsPowerShellPath } from '../../ps-host/windows-powershell.js';
import { hostDesk } from './host-desk.js';
import { HOST_MODULE, launcherProgram, taskTemplate } from './installed.js';
import { main } from './main.js';
import type { Desk } from './parts.js';
import { computer, endProcess, everyRoot, keepHeapSmall, newId, processIo, profileRoot, systemClock, systemLanguage } from './system.js';

const ROOT = profileRoot(process.platform, process.env);

async function openDesk(profileFolder: string): Promise<Desk> {
  if (process.platform !== 'win32') throw new M2KError('PolicyBlocked', { reason: 'outlook-needs-windows' });
  const windows = process.env['SystemRoot'] ?? 'C:\\Windows';
  // A 32-bit process on 64-bit Windows is told so by this variable, which is absent everywhere else.
  const executable = windowsPowerShellPath(windows, process.env['PROCESSOR_ARCHITEW6432'] !== undefined);
  return Promise.resolve(hostDesk({
    executable, hostModule: HOST_MODULE, profileFolder, clock: systemClock, newId, ...OWN_SOURCES,
  }));
}

keepHeapSmall();
endProcess(await main({
  version: VERSION, clock: systemClock, newId, computer: computer(), openDesk, taskTemplate, taskProgram: launcherProgram,
  systemLanguage: systemLanguage(process.env), profileRoot: ROOT, everyRoot: () => everyRoot(ROOT),
  ...(process.env['USERNAME'] === undefined ? {} : { userName: process.env['USERNAME'] }),
}, process.argv.slice(2), processIo));
