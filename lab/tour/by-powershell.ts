// The tour in a PowerShell: hands the stage to Show-Tour.ps1, or leaves a prompt with module and lab live.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Stage } from './stage.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The password goes to the child by its environment: it is a lab password, known to everybody who reads the seed. */
export function tourByPowerShell(stage: Stage, how: { readonly executable: string; readonly shell: boolean }): Promise<number> {
  const script = `${ROOT}lab/tour/${how.shell ? 'Enter-Lab.ps1' : 'Show-Tour.ps1'}`;
  const child = spawn(how.executable, ['-NoLogo', '-NoProfile', ...(how.shell ? ['-NoExit'] : ['-NonInteractive']), '-File', script], {
    cwd: ROOT, stdio: how.shell ? 'inherit' : ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env, M2K_LAB_ROOT: ROOT, M2K_LAB_NODE: process.execPath, M2KSYNC_POWERSHELL: how.executable, M2K_LAB_ORIGIN: stage.origin, M2K_LAB_FOLDER: stage.folder, M2K_LAB_ADDRESS: stage.address,
      M2K_LAB_PASSWORD: stage.password, ...(how.shell ? {} : { TERM: 'dumb', NO_COLOR: '1' }),
    },
  });
  // Ctrl+C is the child's to answer: at the prompt it stops a command, not the lab.
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => { process.off('SIGINT', ignore); resolve(code ?? 1); });
  });
}
