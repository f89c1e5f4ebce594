// Starts hosts for the driver's tests: the stand-in shell behind an executable of its own.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExecutionContext } from 'ava';
import { startHost, type HostOptions, type PsHost } from '../../src/ps-host/driver.js';
import type { WireValue } from '../../src/ps-host/wire-value.js';
import { realClock } from '../support/real-clock.js';

const folders: string[] = [];

/** A folder of its own, gone when the test process ends. */
export function newFolder(): string {
  if (folders.length === 0) process.once('exit', () => { folders.forEach((folder) => { rmSync(folder, { recursive: true, force: true }); }); });
  const folder = mkdtempSync(join(tmpdir(), 'm2k-wire-'));
  folders.push(folder);
  return folder;
}

/** The stand-in as a program: node-powershell's own switches would else be taken for node's. */
export function standIn(folder: string): string {
  const file = join(folder, 'powershell');
  const script = fileURLToPath(new URL('../support/stand-in-shell.js', import.meta.url));
  writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`, { mode: 0o755 });
  return file;
}

export interface Stand {
  readonly host: PsHost;
  readonly folder: string;
  /** Any operation, typed or not: the stand-in answers all. */
  ask(operation: string, request: Record<string, WireValue>): Promise<WireValue>;
  /** What the stand-in noted: its arguments, its environment, every line of its stdin. */
  noted(): readonly string[];
}

export function stand(t: ExecutionContext, words = '', options: Partial<HostOptions> = {}): Stand {
  const folder = newFolder();
  const log = join(folder, 'log');
  writeFileSync(log, '');
  const host = startHost({
    executable: standIn(folder),
    ipcFolder: join(folder, 'ipc'),
    hostModule: '/m2k/Host.psm1',
    clock: realClock,
    timeouts: { startMs: 5000, callMs: 5000, quitMs: 2000 },
    environment: { M2K_STANDIN: words, M2K_STANDIN_LOG: log },
    ...options,
  });
  t.teardown(() => host.close());
  return {
    host, folder,
    ask: (operation, request) => (host.call as unknown as (op: string, body: unknown) => Promise<WireValue>)(operation, request),
    noted: () => readFileSync(log, 'utf8').split('\n').filter(Boolean),
  };
}
