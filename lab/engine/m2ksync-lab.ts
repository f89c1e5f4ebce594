// The lab's entry to the engine: the product's main with the lab's desk and profile root, named by switches of the lab's own.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostDesk } from '../../src/engine/cli/host-desk.js';
import { main } from '../../src/engine/cli/main.js';
import type { Desk } from '../../src/engine/cli/parts.js';
import { computer, endProcess, keepHeapSmall, newId, processIo, systemClock, systemLanguage } from '../../src/engine/cli/system.js';
import { VERSION } from '../../src/engine/version.js';
import { labClock } from './lab-clock.js';
import { labShell } from './lab-shell.js';
import { memoryDesk } from './memory-desk.js';
import { labSwitches } from './switches.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const switches = labSwitches(process.argv.slice(2)), clock = labClock(switches.clock, systemClock);

async function openDesk(profileFolder: string): Promise<Desk> {
  const { outlook } = switches;
  if (outlook.kind === 'memory') return Promise.resolve(memoryDesk({ path: outlook.file, clock, newToken: newId }));
  const dotnet = process.env['DOTNET_ROOT'];
  return Promise.resolve(hostDesk({
    executable: labShell(root, process.env), executableOptions: { '-NoProfile': true, '-NonInteractive': true },
    hostModule: join(root, 'src', 'ps-host', 'Host.psm1'), profileFolder, clock, newId, timeouts: { startMs: 120_000 },
    outlook: { module: outlook.module, function: outlook.function, arguments: { Path: outlook.path } },
    scheduler: { module: join(root, 'lab', 'scheduler', 'LabScheduler.psm1'), function: 'Get-LabScheduler', arguments: { Folder: `${outlook.path}.tasks` } },
    installation: { module: join(root, 'lab', 'installation', 'LabInstallation.psm1'), function: 'Get-LabInstallation', arguments: { Path: `${outlook.path}.installation` } },
    programs: { module: join(root, 'lab', 'installation', 'LabInstallation.psm1'), function: 'Get-LabProgram', arguments: { Path: `${outlook.path}.programs` } },
    eventLog: { module: join(root, 'lab', 'event-log', 'LabEventLog.psm1'), function: 'Write-LabEvent', arguments: { Path: `${outlook.path}.events` } },
    ...(dotnet === undefined ? {} : { environment: { DOTNET_ROOT: dotnet } }),
  }));
}

function others(folder: string): readonly { readonly user: string; readonly root: string }[] {
  return existsSync(folder) ? readdirSync(folder).map((user) => ({ user, root: join(folder, user) })) : [];
}

keepHeapSmall();
endProcess(await main({
  version: VERSION, clock, newId, computer: computer(), systemLanguage: systemLanguage(process.env), profileRoot: switches.profileRoot, openDesk, userName: 'xiaoming',
  // Other users of the lab's computer lie beside its root, by name.
  everyRoot: () => [{ user: 'xiaoming', root: switches.profileRoot }, ...others(`${switches.profileRoot}.users`)],
  taskTemplate: () => readFileSync(join(root, 'scheduled-task.xml'), 'utf8'),
  // As the launcher would: node and the engine, here with the lab's own switches.
  taskProgram: () => ({ command: process.execPath, arguments: [process.argv[1] ?? '', ...switches.own, 'scheduled'], folder: root }),
}, switches.rest, processIo));
