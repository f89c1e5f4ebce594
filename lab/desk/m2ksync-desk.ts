// The product's entry on the desk under Wine: as src/engine/cli/m2ksync.ts, with what the desk's stand-in for Windows PowerShell needs in its environment.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostDesk } from '../../src/engine/cli/host-desk.js';
import { launcherProgram, taskTemplate } from '../../src/engine/cli/installed.js';
import { main } from '../../src/engine/cli/main.js';
import { endProcess, everyRoot, keepHeapSmall, newId, processIo, profileRoot, systemClock, systemLanguage } from '../../src/engine/cli/system.js';
import { VERSION } from '../../src/engine/version.js';
import { OWN_SOURCES } from '../../src/ps-host/sources.js';
import { windowsPowerShellPath } from '../../src/ps-host/windows-powershell.js';
import { underWine } from './under-wine.js';

const windows = process.env['SystemRoot'] ?? '';
// On a real Windows this would be a real mailbox (desk rule 17).
if (!underWine(windows, (file) => existsSync(file), join)) throw new Error('m2ksync-desk runs under Wine only: use the product itself on a real Windows.');

const named = ['DOTNET_EnableWriteXorExecute', 'DOTNET_STARTUP_HOOKS'].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]));

keepHeapSmall();
endProcess(await main({
  version: VERSION, clock: systemClock, newId,
  systemLanguage: systemLanguage(process.env), profileRoot: profileRoot(process.platform, process.env), everyRoot: () => everyRoot(profileRoot(process.platform, process.env)),
  taskTemplate, taskProgram: launcherProgram,
  openDesk: (profileFolder) => Promise.resolve(hostDesk({
    executable: windowsPowerShellPath(windows, false), hostModule: fileURLToPath(new URL('../../../src/ps-host/Host.psm1', import.meta.url)), profileFolder, clock: systemClock, newId,
    ...OWN_SOURCES, environment: Object.fromEntries(named),
  })),
}, process.argv.slice(2), processIo));
