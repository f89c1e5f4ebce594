// The settings file of one profile, by conf: validated on every read, written whole and atomically. A bad value stops; it is never replaced by a default.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { M2KError } from '../errors.js';
import { SETTINGS_SCHEMA, allowedAt } from './schema.js';
import { NO_SETTINGS } from './settings.js';
import type { Settings } from './settings.js';

export interface SettingsFile {
  readonly path: string;
  /** @throws M2KError Settings with file, key and what is allowed there. */
  read(): Settings;
  /** Reads, changes, writes. @throws M2KError Settings likewise; then nothing was written. */
  change(next: (now: Settings) => Settings): Settings;
}

/** @param folder the profile's folder; it is made if it is not there. */
export function settingsFile(folder: string): SettingsFile {
  const path = join(folder, 'settings.json');
  // conf would make it readable by everybody.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const open = (): Conf => new Conf({
    cwd: folder, configName: 'settings', clearInvalidConfig: false, accessPropertiesByDotNotation: false, configFileMode: 0o600,
    schema: SETTINGS_SCHEMA, rootSchema: { additionalProperties: false },
  });
  const read = (): Settings => guarded(path, () => ({ ...NO_SETTINGS, ...(open().store as Partial<Settings>) }));
  return {
    path,
    read,
    change: (next) => guarded(path, () => {
      const settings = next(read());
      open().store = withoutUndefined(settings);
      return settings;
    }),
  };
}

const withoutUndefined = (settings: Settings): Record<string, unknown> => JSON.parse(JSON.stringify(settings)) as Record<string, unknown>;

/** conf says which key in the text of its error only (16.0: "Config schema violation: `a/b` must be ..."). */
function guarded<T>(file: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof M2KError || !(error instanceof Error)) throw error;
    const key = /^Config schema violation: `([^`]*)`/.exec(error.message)?.[1];
    if (key !== undefined) throw new M2KError('Settings', { reason: 'value', file, key: key.replaceAll('/', '.'), allowed: allowedAt(key.split('/')) }, { cause: error });
    if (error.name === 'SyntaxError') throw new M2KError('Settings', { reason: 'not-json', file }, { cause: error });
    throw new M2KError('Settings', { reason: 'not-writable', file, excerpt: error.message }, { cause: error });
  }
}
