// The lab's entry to the engine: the product's main with the lab's desk and profile root, named by switches of the lab's own.
import { main } from '../../src/engine/cli/main.js';
import type { Desk } from '../../src/engine/cli/parts.js';
import { endProcess, newId, processIo, systemClock, systemLanguage } from '../../src/engine/cli/system.js';
import { VERSION } from '../../src/engine/version.js';
import { memoryDesk } from './memory-desk.js';
import { labSwitches } from './switches.js';
import type { LabSwitches } from './switches.js';

const openDesk = ({ outlook }: LabSwitches): ((profileFolder: string) => Promise<Desk>) => {
  switch (outlook.kind) {
    case 'memory': return async () => Promise.resolve(memoryDesk({ path: outlook.file, clock: systemClock, newToken: newId }));
    case 'shell': throw new Error('the lab names --outlook memory:<file> only');
  }
};

const switches = labSwitches(process.argv.slice(2));
endProcess(await main({
  version: VERSION, clock: systemClock, newId, systemLanguage: systemLanguage(process.env), profileRoot: switches.profileRoot, openDesk: openDesk(switches),
}, switches.rest, processIo));
