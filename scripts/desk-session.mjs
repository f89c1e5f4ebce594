// A session on the Windows desk: everything built, a prefix open for as long as some work takes, and what of Windows is replaced said first.
import { BUILT, WINDOWS_NODE, buildDesk } from './desk-build.mjs';
import { dotnetSettings, openPrefix, windowsPath } from './desk-prefix.mjs';
import { needWine } from './desk-wine.mjs';
import { setup } from './setup.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything the desk replaces; said in every report (desk 22). */
export const REPLACED = `stand-ins: Windows -> Wine, Windows PowerShell 5.1 -> lab/pwsh (7.6.9), Node 24 -> Node ${WINDOWS_NODE}, Outlook -> lab/outlook as COM server; not there: Task Scheduler, DPAPI's real format`;

/** Builds, opens a prefix, runs `work` with its description and closes it again, however work ends. */
export async function withDesk(work) {
  const wine = needWine();
  const { node } = setup();
  const built = buildDesk();
  process.stderr.write(`Desk: ${wine.version}, Windows Node ${WINDOWS_NODE}, Node ${process.version} outside; ${REPLACED}\n`);
  const opened = openPrefix(wine, built);
  const stop = () => { opened.close(); process.exit(130); };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const system = join(opened.prefix, 'drive_c', 'windows', 'system32');
    const description = {
      wine: wine.wine, server: wine.server, prefix: opened.prefix, environment: opened.environment, hostEnvironment: dotnetSettings(built),
      powershell: join(system, 'WindowsPowerShell', 'v1.0', 'powershell.exe'), user: windowsPath(built.user), node: windowsPath(built.node), outlook: windowsPath(built.outlook),
    };
    mkdirSync(BUILT, { recursive: true });
    const file = join(opened.prefix, 'desk.json');
    writeFileSync(file, JSON.stringify(description));
    return await work({ ...description, file, linuxNode: node });
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    opened.close();
  }
}
