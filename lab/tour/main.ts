// npm start: the whole product at work against the lab, in under a minute. Starts the server, makes a mailbox and a profile of its own, shows the way
// through the cmdlets in a PowerShell (or through the command line where there is none), and takes everything away again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startMail2000 } from '../mail2000/server.js';
import { tourOffice } from './office.js';
import { tourByCommandLine } from './by-command-line.js';
import { tourByPowerShell } from './by-powershell.js';
import type { Stage } from './stage.js';

async function tour(): Promise<number> {
  const { values } = parseArgs({ options: { powershell: { type: 'string' }, 'without-powershell': { type: 'boolean' }, shell: { type: 'boolean' }, keep: { type: 'boolean' } } });
  const folder = mkdtempSync(join(tmpdir(), 'm2ksync-lab-'));
  const server = await startMail2000({ office: tourOffice() });
  const user = server.office.user('xiaoming@example.com.tw');
  const stage: Stage = { origin: server.origin, folder, address: user.email, password: user.password };
  try {
    if (values.powershell === undefined) {
      if (values.shell === true) process.stderr.write('There is no PowerShell here for --shell: install the .NET SDK 10, or pwsh 7.4 or later.\n');
      return await tourByCommandLine(stage, server.office);
    }
    return await tourByPowerShell(stage, { executable: values.powershell, shell: values.shell === true });
  } finally {
    await server.close();
    if (values.keep === true) process.stderr.write(`Kept: ${folder}\n`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await tour();
