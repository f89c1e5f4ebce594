// A JSON file of settings by conf: validated on every read, written whole and atomically. A bad value stops; it is never replaced by a default.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { M2KError } from '../errors.js';
import { allowedAt } from './schema.js';
import type { Schema } from './schema.js';

export interface ValidatedFile<Held> {
  readonly path: string;
  /** @throws M2KError Settings with file, key and what is allowed there. */
  read(): Held;
  /** Reads, changes, writes. @throws M2KError Settings likewise; then nothing was written. */
  change(next: (now: Held) => Held): Held;
}

interface Kind<Held> {
  /** Without .json. */
  readonly name: string;
  readonly schema: Readonly<Record<string, Schema>>;
  readonly empty: Held;
}

/** @param folder is made if it is not there. */
export function validatedFile<Held extends object>(folder: string, { name, schema, empty }: Kind<Held>): ValidatedFile<Held> {
  const path = join(folder, `${name}.json`);
  // conf would make it readable by everybody.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let opened: Conf | undefined;
  // conf reads and checks the file whenever it is asked; only the schema is compiled once (0.1 s of a processor, conf 16.0, 2026-11-30).
  const open = (): Conf => opened ??= new Conf({
    cwd: folder, configName: name, clearInvalidConfig: false, accessPropertiesByDotNotation: false, configFileMode: 0o600,
    schema, rootSchema: { additionalProperties: false },
  });
  const guarded = <Result>(step: () => Result): Result => namingTheKey(path, schema, step);
  const read = (): Held => guarded(() => ({ ...empty, ...(open().store as Partial<Held>) }));
  return {
    path,
    read,
    change: (next) => guarded(() => {
      const held = next(read());
      open().store = withoutUndefined(held);
      return held;
    }),
  };
}

const withoutUndefined = (held: object): Record<string, unknown> => JSON.parse(JSON.stringify(held)) as Record<string, unknown>;

/** conf says which key in the text of its error only (16.0: "Config schema violation: `a/b` must be ..."). */
function namingTheKey<Result>(file: string, schema: Kind<object>['schema'], step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (error instanceof M2KError || !(error instanceof Error)) throw error;
    const key = /^Config schema violation: `([^`]*)`/.exec(error.message)?.[1];
    if (key !== undefined) throw new M2KError('Settings', { reason: 'value', file, key: key.replaceAll('/', '.'), allowed: allowedAt(schema, key.split('/')) }, { cause: error });
    if (error.name === 'SyntaxError') throw new M2KError('Settings', { reason: 'not-json', file }, { cause: error });
    throw new M2KError('Settings', { reason: 'not-writable', file, excerpt: error.message }, { cause: error });
  }
}
