// How an end is told to Task Scheduler and scripts (desk-rules.md 6).
import { M2KError } from '../errors.js';
import { EXIT } from '../sync/outcome.js';
import { UsageError } from './usage-error.js';

/** The exit code of a run that ended by this error. A state that cannot be used is no wrong input: it is 1, as any inner failure. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return EXIT.usage;
  if (!(error instanceof M2KError)) return EXIT.bug;
  switch (error.code) {
    case 'Settings': case 'PolicyBlocked': return EXIT.usage;
    case 'Stale': case 'AlreadyThere': case 'Refused': case 'Unreadable': return EXIT.someFailed;
    case 'Held': return EXIT.held;
    case 'Unauthorized': return EXIT.unauthorized;
    case 'LockHeld': return EXIT.lockHeld;
    case 'Busy': case 'Unavailable': return EXIT.unavailable;
    case 'Cancelled': return EXIT.cancelled;
    case 'StateBroken': return EXIT.bug;
  }
}
