// Where the engine's own files are. In the source tree that is its layout; the release bundle is one file with them beside it (scripts/release.mjs).
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { M2KError } from '../errors.js';
import type { Program } from '../task/task-xml.js';

const ROOT = new URL('../../../../', import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, ROOT));

export const HOST_MODULE = at('src/ps-host/Host.psm1');
export const taskTemplate = (): string => readFileSync(at('scheduled-task.xml'), 'utf8');

/** The launcher starts node and the engine that lie beside it (desk-rules.md 12). @throws M2KError Settings launcher-missing */
export function launcherProgram(): Program {
  const command = at('engine/m2ksync-run.exe');
  if (!existsSync(command)) throw new M2KError('Settings', { reason: 'launcher-missing', file: command });
  return { command, arguments: ['scheduled'], folder: at('engine') };
}
