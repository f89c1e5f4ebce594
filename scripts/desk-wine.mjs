// Wine for the desk: found, or installed where this is CI and we are root; elsewhere one line says what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { onPath } from './setup.mjs';

const PACKAGES = ['wine', 'wine64', 'gcc-mingw-w64-x86-64'];
const SERVERS = ['/usr/lib/wine/wineserver64', '/usr/lib/wine/wineserver'];

function installed() {
  const wine = onPath('wine', 'wine64'), server = SERVERS.find((file) => existsSync(file)) ?? onPath('wineserver');
  if (wine === undefined || server === undefined) return undefined;
  const version = spawnSync(wine, ['--version'], { encoding: 'utf8', env: { ...process.env, WINEDEBUG: '-all' } }).stdout.trim();
  return onPath('x86_64-w64-mingw32-gcc') === undefined ? undefined : { wine, server, version };
}

const mayInstall = () => process.env.CI !== undefined && process.env.CI !== '' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** { wine, server, version }, or ends the process with 1 and one line that says what to do. */
export function needWine() {
  const here = installed();
  if (here !== undefined) return here;
  if (mayInstall()) {
    process.stderr.write(`Installing ${PACKAGES.join(' and ')} (apt-get) ...\n`);
    const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status;
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...PACKAGES);
    const now = installed();
    if (now !== undefined) return now;
  }
  process.stderr.write(`The desk needs the packages ${PACKAGES.join(' and ')}: apt-get install -y --no-install-recommends ${PACKAGES.join(' ')} (as root).\n`);
  return process.exit(1);
}
