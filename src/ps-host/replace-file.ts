// Puts a finished file in the place of another as a whole, where Windows may say no for a moment.
import { renameSync } from 'node:fs';
import type { Clock } from '../engine/clock.js';

/** What libuv makes of ERROR_ACCESS_DENIED and ERROR_SHARING_VIOLATION. */
const IN_USE: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);
const PATIENCE_MS = 2000;
const WAIT_MS = 50;

/** On Windows a file that a virus scanner or an indexer has open cannot be replaced until it lets go: tried for two seconds. @throws what rename throws */
export async function replaceFile(from: string, to: string, clock: Clock): Promise<void> {
  const until = clock.now() + PATIENCE_MS;
  for (;;) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (!IN_USE.has((error as NodeJS.ErrnoException).code ?? '') || clock.now() >= until) throw error;
    }
    await clock.sleep(WAIT_MS);
  }
}
