// A session on the Windows desk: everything built, a prefix open for as long as some work takes, and what of Windows is replaced said first.
import { WINDOWS_NODE, buildDesk } from './desk-build.mjs';
import { dotnetSettings, openPrefix, windowsPath } from './desk-prefix.mjs';
import { needWine } from './desk-wine.mjs';
import { ROOT, setup } from './setup.mjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything the desk replaces; said in every report (desk 22). */
export const REPLACED = `stand-ins: Windows -> Wine, Windows PowerShell 5.1 -> lab/pwsh (7.6.9), Node 24 -> Node ${WINDOWS_NODE}, Outlook -> lab/outlook as COM server; not there: Task Scheduler, DPAPI's real format`;

/** Prefixes that are open: an interrupted run closes them all. */
const open = new Set();
const stop = () => {
  for (const one of open) one.close();
  process.exit(130);
};

/** What every desk of this process is made of, built where that is needed. Says what it is, and what of Windows is replaced. */
export async function deskParts() {
  const wine = needWine();
  const { node } = setup();
  const built = buildDesk();
  process.stderr.write(`Desk: ${wine.version}, Windows Node ${WINDOWS_NODE}, Node ${process.version} outside; ${REPLACED}\n`);
  // Wine opens files slowly, and a start of Node without bundles opens hundreds.
  const { bundled } = await import('./bundle.mjs'), programs = await Promise.all(['lab/desk/m2ksync-desk.js', 'test/desk/programs/main.js'].map((name) => bundled(join(ROOT, 'dist', name))));
  return { wine, node, built, programs };
}

/** Opens a prefix of its own, runs `work` with its description and closes it again, however work ends. */
export async function withDesk(work, parts) {
  const { wine, node, built, programs: [engine, programs] } = parts ?? await deskParts();
  const opened = await openPrefix(wine, built);
  if (open.size === 0) for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  open.add(opened);
  try {
    const system = join(opened.prefix, 'drive_c', 'windows', 'system32');
    const description = {
      wine: wine.wine, server: wine.server, prefix: opened.prefix, environment: opened.environment, hostEnvironment: dotnetSettings(built),
      powershell: join(system, 'WindowsPowerShell', 'v1.0', 'powershell.exe'), user: windowsPath(built.user), node: windowsPath(built.node), outlook: windowsPath(built.outlook), launcher: windowsPath(built.launcher),
      engine: windowsPath(engine), programs: windowsPath(programs),
    };
    const file = join(opened.prefix, 'desk.json');
    writeFileSync(file, JSON.stringify(description));
    return await work({ ...description, file, linuxNode: node });
  } finally {
    open.delete(opened);
    if (open.size === 0) for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
    opened.close();
  }
}
