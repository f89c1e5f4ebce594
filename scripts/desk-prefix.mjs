// One throw-away Windows: a Wine prefix with the shell in its place and Outlook registered. Each rule here was paid for: docs/windows.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Linux path as the prefix sees it. */
export const windowsPath = (path) => `Z:${path.replaceAll('/', '\\')}`;

/** What every Windows .NET process needs under Wine 8; a program that hands an environment on must hand on these. */
export const dotnetSettings = ({ hook }) => ({ DOTNET_EnableWriteXorExecute: '0', DOTNET_STARTUP_HOOKS: windowsPath(hook) });

/** { prefix, environment, close }; environment is for wine, over the caller's own. Ends the process with 1 where Windows cannot be set up. */
export function openPrefix({ wine, server }, built) {
  const prefix = mkdtempSync(join(tmpdir(), 'm2k-desk-'));
  // No DISPLAY: nothing here has a window.
  const environment = { DISPLAY: '', WINEPREFIX: prefix, WINEDEBUG: '-all', NO_COLOR: '1', ...dotnetSettings(built) };
  const env = { ...process.env, ...environment };
  const close = () => {
    spawnSync(server, ['-k'], { env });
    spawnSync(server, ['-w'], { env });
    rmSync(prefix, { recursive: true, force: true, maxRetries: 3 });
  };
  const must = (args, more = {}) => {
    const done = spawnSync(wine, args, { env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', timeout: 120_000 });
    if (done.status === 0) return;
    process.stderr.write(`${done.stdout}${done.stderr}\nThe desk cannot be set up: wine ${args.join(' ')} ended with ${String(done.status ?? done.signal)}.\n`);
    close();
    process.exit(1);
  };
  // Wine would ask for its own Mono; .NET must not be overridden afterwards.
  must(['wineboot', '-i'], { WINEDLLOVERRIDES: 'mscoree=' });
  // Node refuses to run on what Wine 8 says it is.
  must(['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f']);
  spawnSync(server, ['-w'], { env });
  const place = join(prefix, 'drive_c', 'windows', 'system32', 'WindowsPowerShell', 'v1.0');
  if (existsSync(place)) renameSync(place, `${place}.wine`);
  symlinkSync(built.shell, place);
  must([windowsPath(built.outlook), '/register']);
  // A server that starts while the registry is still being written hangs.
  spawnSync(server, ['-w'], { env });
  return { prefix, environment, close };
}
