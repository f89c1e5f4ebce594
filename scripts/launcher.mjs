// Builds the launcher that the scheduled task starts (deploy/launcher), by Debian's gcc-mingw-w64; kept under .lab.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freshen, stateOf } from './fresh.mjs';
import { ROOT, onPath } from './setup.mjs';

const SOURCE = join(ROOT, 'deploy', 'launcher', 'm2ksync-run.c'), FOLDER = join(ROOT, '.lab', 'launcher');

/** The path of m2ksync-run.exe, or ends the process with 1 and what is missing. */
export function buildLauncher() {
  const result = join(FOLDER, 'm2ksync-run.exe');
  freshen({
    stamp: join(FOLDER, 'launcher.stamp'), state: stateOf([SOURCE]), result, say: 'Building the launcher (gcc-mingw-w64) ...',
    make: () => {
      mkdirSync(FOLDER, { recursive: true });
      const compiler = onPath('x86_64-w64-mingw32-gcc');
      // No time of the build in the file: the same source gives the same bytes.
      const options = ['-std=c11', '-Wall', '-Wextra', '-Werror', '-Os', '-s', '-municode', '-mwindows', '-Wl,--no-insert-timestamp'];
      const done = compiler === undefined ? { status: 1, stderr: '' } : spawnSync(compiler, [...options, '-o', result, SOURCE], { encoding: 'utf8' });
      if (done.status === 0) return;
      process.stderr.write(`${done.stderr}The launcher cannot be built. It needs the package gcc-mingw-w64-x86-64: apt-get install -y --no-install-recommends gcc-mingw-w64-x86-64 (as root).\n`);
      process.exit(1);
    },
  });
  return result;
}
