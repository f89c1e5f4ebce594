// Policy as this computer's registry has it, read once a command (desk-rules.md 16). What was last seen is kept for whoever only shows something:
// it decides nothing, for the user can write that file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { underPolicy } from '../config/policy.js';
import type { PolicyValue } from '../config/policy.js';
import type { Settings } from '../config/settings.js';
import type { LogLevel } from '../log/entry.js';
import type { CommandContext } from './command-context.js';
import type { Desk } from './parts.js';

const FILE = 'policy.json';

export async function readPolicy({ root }: Pick<CommandContext, 'root'>, desk: Desk): Promise<readonly PolicyValue[]> {
  const values = await desk.readPolicy(), text = `${JSON.stringify(values)}\n`;
  if (text !== seenText(root)) {
    try {
      writeFileSync(join(root, FILE), text, { mode: 0o600 });
    } catch {
      // told above
    }
  }
  return values;
}

/** As a command last read it; none where none did. */
export function seenPolicy(root: string): readonly PolicyValue[] {
  try {
    const values: unknown = JSON.parse(seenText(root) ?? '[]');
    return Array.isArray(values) ? values as readonly PolicyValue[] : [];
  } catch {
    return [];
  }
}

/** What goes into the log, policy as it was last seen; settings that cannot be read leave it at what is built in. */
export function logLevel(root: string, settings: () => Settings): LogLevel {
  try {
    return underPolicy(settings(), seenPolicy(root)).settings.logLevel ?? 'info';
  } catch {
    return 'info';
  }
}

function seenText(root: string): string | undefined {
  try {
    return readFileSync(join(root, FILE), 'utf8');
  } catch {
    return undefined;
  }
}
