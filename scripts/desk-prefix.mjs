// One throw-away Windows: a Wine prefix with the shell in its place and Outlook registered. Each rule here was paid for: docs/windows.md.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Linux path as the prefix sees it. */
export const windowsPath = (path) => `Z:${path.replaceAll('/', '\\')}`;

/** What every Windows .NET process needs under Wine 8; a program that hands an environment on must hand on these. */
export const dotnetSettings = ({ hook }) => ({ DOTNET_EnableWriteXorExecute: '0', DOTNET_STARTUP_HOOKS: windowsPath(hook) });

const PATIENCE_MS = 240_000;

/** { code, said } once it has ended. */
function ended(command, args, env) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: PATIENCE_MS });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { said += text; });
  return new Promise((resolve) => {
    child.on('error', (error) => { resolve({ code: error.message, said }); });
    // Not 'close': Wine's own processes stay and keep the streams.
    child.on('exit', (code, signal) => { resolve({ code: code ?? signal, said }); });
  });
}

/** { prefix, environment, must, settled, close }: an empty Windows; `more` is laid over its environment. Ends the process with 1 where Windows cannot be set up. */
export async function openWindows({ wine, server }, more = {}) {
  const prefix = mkdtempSync(join(tmpdir(), 'm2k-desk-'));
  // No DISPLAY: nothing here has a window.
  const environment = { DISPLAY: '', WINEPREFIX: prefix, WINEDEBUG: '-all', NO_COLOR: '1', ...more };
  const env = { ...process.env, ...environment };
  const close = () => {
    spawnSync(server, ['-k'], { env });
    spawnSync(server, ['-w'], { env });
    rmSync(prefix, { recursive: true, force: true, maxRetries: 3 });
  };
  const must = async (args, over = {}) => {
    const { code, said } = await ended(wine, args, { ...env, ...over });
    if (code === 0) return;
    process.stderr.write(`${said}\nThe desk cannot be set up: wine ${args.join(' ')} ended with ${String(code)}.\n`);
    close();
    process.exit(1);
  };
  const settled = () => ended(server, ['-w'], env);
  // Wine would ask for its own Mono; .NET must not be overridden afterwards.
  await must(['wineboot', '-i'], { WINEDLLOVERRIDES: 'mscoree=' });
  // Node refuses to run on what Wine 8 says it is.
  await must(['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f']);
  await settled();
  return { prefix, environment, must, settled, close };
}

/** { prefix, environment, close }: with the shell in its place and Outlook registered; environment is for wine, over the caller's own. */
export async function openPrefix(wine, built) {
  const { prefix, environment, must, settled, close } = await openWindows(wine, dotnetSettings(built));
  const place = join(prefix, 'drive_c', 'windows', 'system32', 'WindowsPowerShell', 'v1.0');
  if (existsSync(place)) renameSync(place, `${place}.wine`);
  symlinkSync(built.shell, place);
  await must([windowsPath(built.outlook), '/register']);
  // A server that starts while the registry is still being written hangs.
  await settled();
  return { prefix, environment, close };
}
