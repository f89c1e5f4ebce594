// The lab's entry to the engine: the product's main with the lab's desk and profile root, named by switches of the lab's own.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostDesk } from '../../src/engine/cli/host-desk.js';
import { main } from '../../src/engine/cli/main.js';
import type { Desk } from '../../src/engine/cli/parts.js';
import { computer, endProcess, keepHeapSmall, newId, processIo, systemClock, systemLanguage } from '../../src/engine/cli/system.js';
import { VERSION } from '../../src/engine/version.js';
import { labShell } from './lab-shell.js';
import { memoryDesk } from './memory-desk.js';
import { labSwitches } from './switches.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const switches = labSwitches(process.argv.slice(2));

async function openDesk(profileFolder: string): Promise<Desk> {
  const { outlook } = switches;
  if (outlook.kind === 'memory') return Promise.resolve(memoryDesk({ path: outlook.file, clock: systemClock, newToken: newId }));
  const dotnet = process.env['DOTNET_ROOT'];
  return Promise.resolve(hostDesk({
    executable: labShell(root, process.env), executableOptions: { '-NoProfile': true, '-NonInteractive': true },
    hostModule: join(root, 'src', 'ps-host', 'Host.psm1'), profileFolder, clock: systemClock, newId, timeouts: { startMs: 120_000 },
    outlook: { module: outlook.module, function: outlook.function, arguments: { Path: outlook.path } },
    ...(dotnet === undefined ? {} : { environment: { DOTNET_ROOT: dotnet } }),
  }));
}

keepHeapSmall();
endProcess(await main({
  version: VERSION, clock: systemClock, newId, computer: computer(), systemLanguage: systemLanguage(process.env), profileRoot: switches.profileRoot, openDesk,
}, switches.rest, processIo));
