// A program that opens the wire, uses it once, closes it and has nothing more to do.
import { join } from 'node:path';
import { startHost } from '../../src/ps-host/driver.js';
import { realClock } from '../support/real-clock.js';
import { newFolder, standIn } from './support.js';

const folder = newFolder();
const host = startHost({ executable: standIn(folder), ipcFolder: join(folder, 'ipc'), hostModule: '/m2k/Host.psm1', clock: realClock });
await host.call('ping', {});
await host.close();
