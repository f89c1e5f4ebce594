// When the timer comes by and there is nothing for it to do: no failure, exit code 0 (desk-rules.md 8, 11).
import { DEFAULT_INTERVAL, isDue } from '../config/schedule.js';
import { scheduleUnder } from '../config/policy.js';
import type { PolicyValue } from '../config/policy.js';
import { M2KError } from '../errors.js';
import type { CommandContext } from './command-context.js';
import { readHeartbeat } from './heartbeat.js';

const IDLE: ReadonlySet<string> = new Set(['outlook-closed', 'paused', 'not-due']);

export const isIdle = (error: unknown): boolean => error instanceof M2KError && error.code === 'Unavailable' && IDLE.has(error.data.reason ?? '');

/** Before anything is opened. @throws M2KError Unavailable paused */
export function assertNotPaused({ schedule }: CommandContext): void {
  if (schedule.read().pausedAt !== undefined) throw new M2KError('Unavailable', { reason: 'paused' });
}

/** @throws M2KError Unavailable not-due */
export function assertDue({ schedule, profile, parts }: CommandContext, values: readonly PolicyValue[]): void {
  const { intervalMinutes = DEFAULT_INTERVAL } = scheduleUnder(schedule.read(), values), last = readHeartbeat(profile)?.scheduled;
  if (!isDue(last === undefined || last === null ? undefined : Date.parse(last), { now: parts.clock.now(), intervalMinutes })) throw new M2KError('Unavailable', { reason: 'not-due', minutes: intervalMinutes });
}
