// What takes the place of src/engine/cli/installed.ts in the bundle: the engine's own files lie beside it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { M2KError } from '../../src/engine/errors.js';
import type { Program } from '../../src/engine/task/task-xml.js';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const HOST_MODULE = at('host/Host.psm1');
export const taskTemplate = (): string => readFileSync(at('scheduled-task.xml'), 'utf8');

/** @throws M2KError Settings launcher-missing */
export function launcherProgram(): Program {
  const command = at('m2ksync-run.exe');
  if (!existsSync(command)) throw new M2KError('Settings', { reason: 'launcher-missing', file: command });
  return { command, arguments: ['scheduled'], folder: fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '') };
}
