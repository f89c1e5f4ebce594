// A run without progress for five minutes ends itself (desk-rules.md 7): a dialog in Outlook, a server that never answers.
import type { Clock } from '../clock.js';
import { M2KError } from '../errors.js';

export const STALL_MINUTES = 5;

export interface Watch {
  /** Something moved. */
  progress(): void;
  /** Rejects once nothing has moved for five minutes; settles in no other way. */
  readonly stalled: Promise<never>;
  stop(): void;
}

/** @param clock sleeps in steps, so that a computer that was suspended is not taken for a run that hangs. */
export function stallWatch(clock: Clock): Watch {
  const steps = 20;
  const step = (STALL_MINUTES * 60_000) / steps;
  const ended = new AbortController();
  let quiet = 0;
  const watch = async (): Promise<never> => {
    while (quiet < steps) {
      await clock.sleep(step, ended.signal);
      quiet += 1;
    }
    throw new M2KError('Unavailable', { reason: 'stalled', minutes: STALL_MINUTES });
  };
  const stalled = watch();
  stalled.catch(() => undefined);
  return { progress: () => { quiet = 0; }, stalled, stop: () => { ended.abort(); } };
}
