// How often the background syncs, from when, and whether it rests (mission M7-M9). One for a user, whatever the number of profiles: there is one task.

/** Minutes. No other value (mission M7). */
export const INTERVALS = [1, 2, 5, 10, 15, 30, 60, 90] as const;
export type Interval = (typeof INTERVALS)[number];

export interface Schedule {
  readonly intervalMinutes?: Interval;
  /** Whether syncing begins with the user's logon. */
  readonly atLogOn?: boolean;
  /** ISO 8601 UTC: since when the user has it paused; absent: it is not. */
  readonly pausedAt?: string;
}

export const NO_SCHEDULE: Schedule = {};

export const DEFAULT_INTERVAL: Interval = 15;

/** Task Scheduler starts a little early or late. */
const SLACK_MS = 30_000;

/**
 * Not so where the task comes by more often than is wanted: policy made the interval longer since it was registered, or the logon's run has just been.
 * @param last milliseconds: when the last scheduled run that came to its work began; undefined: none did.
 */
export const isDue = (last: number | undefined, { now, intervalMinutes }: { readonly now: number; readonly intervalMinutes: number }): boolean =>
  last === undefined || last > now || now - last >= intervalMinutes * 60_000 - SLACK_MS;
