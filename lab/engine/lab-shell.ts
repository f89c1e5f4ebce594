// The PowerShell that the lab's engine drives: what M2KSYNC_POWERSHELL names, else pwsh on the PATH, else the lab's own console.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const windows = process.platform === 'win32';

/** @param root the source tree. @throws Error that says how to build the lab's console */
export function labShell(root: string, environment: Readonly<Record<string, string | undefined>>): string {
  const named = environment['M2KSYNC_POWERSHELL'];
  if (named !== undefined && named !== '') return named;
  const onPath = (environment['PATH'] ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, windows ? 'pwsh.exe' : 'pwsh')).find((file) => existsSync(file));
  const own = join(root, 'lab', 'pwsh', 'bin', 'Release', 'net10.0', windows ? 'm2k-pwsh.exe' : 'm2k-pwsh');
  const found = onPath ?? (existsSync(own) ? own : undefined);
  if (found === undefined) throw new Error('m2ksync-lab: there is no PowerShell. Build the lab console with "dotnet build lab/pwsh -c Release", or name one in M2KSYNC_POWERSHELL.');
  return found;
}
