// `last-run.json`: how the last run ended, for an administrator to collect (mission B10, desk-rules.md 15). Numbers and ids only: no title, no address.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemId } from '../report/problem.js';
import { totalsOf } from '../report/summary.js';
import type { RunSummary } from '../report/views.js';
import { EXIT } from '../sync/outcome.js';
import type { ErrorRecord, ResultRecord } from './records.js';

export interface Heartbeat {
  readonly v: 1;
  /** Of the engine. */
  readonly version: string;
  /** ISO 8601 UTC of the last end of a run, good or bad. */
  readonly at: string;
  readonly exitCode: number;
  /** ISO 8601 UTC of the last run that ended in step; null: never. */
  readonly lastSuccess: string | null;
  /** 'M2K.Unauthorized.rejected': what ended that run, or stopped a link of it; null when nothing did. */
  readonly lastError: string | null;
  readonly holds: readonly { readonly id: string; readonly reason: string; readonly count: number }[];
  /** ISO 8601 UTC: when the last scheduled run began that came to its work; null: none did. */
  readonly scheduled: string | null;
  /** ISO 8601 UTC of the last time the task came by, with or without something to do. */
  readonly tick: string | null;
  /** Why it did nothing then: 'M2K.Unavailable.paused', '.outlook-closed', '.not-due'; null when it did. */
  readonly idle: string | null;
  readonly inStep: number;
  readonly done: number;
  readonly held: number;
  readonly failed: number;
}

const FILE = 'last-run.json';
const NOTHING = { holds: [], inStep: 0, done: 0, held: 0, failed: 0 } as const;

export interface BeatFrom {
  readonly version: string;
  /** Milliseconds. */
  readonly now: number;
  readonly ended: ResultRecord | ErrorRecord;
  /** Milliseconds: when it began, for a run that the task started. */
  readonly scheduled?: number;
}

/** A file that cannot be written is no reason for a run to fail: what it says is in the state too. */
export function writeHeartbeat(profile: string, { version, now, ended, scheduled }: BeatFrom): void {
  if (!existsSync(profile)) return;
  const beat = beatAfter(readHeartbeat(profile), { version, now, ended, ...(scheduled === undefined ? {} : { scheduled }) });
  const path = join(profile, FILE);
  try {
    writeFileSync(`${path}.new`, `${JSON.stringify(beat, null, 2)}\n`);
    renameSync(`${path}.new`, path);
  } catch {
    // told above
  }
}

function beatAfter(before: Heartbeat | null, { version, now, ended, scheduled }: BeatFrom): Heartbeat {
  const at = new Date(now).toISOString(), { scheduled: last = null, tick = null, idle = null, lastSuccess = null } = before ?? {};
  // Nothing to do: how the last run ended stays what it is.
  if (scheduled !== undefined && ended.t === 'error' && ended.exitCode === EXIT.inStep) {
    return { ...(before ?? { v: 1, at, exitCode: EXIT.inStep, lastSuccess, lastError: null, scheduled: last, ...NOTHING }), version, tick: at, idle: ended.id };
  }
  return {
    v: 1, version, at, exitCode: ended.exitCode, lastSuccess: ended.t === 'result' && ended.exitCode === EXIT.inStep ? at : lastSuccess, ...factsOf(ended),
    ...(scheduled === undefined ? { scheduled: last, tick, idle } : { scheduled: new Date(scheduled).toISOString(), tick: at, idle: null }),
  };
}

/** null where there was no run, or the file is none of ours. */
export function readHeartbeat(profile: string): Heartbeat | null {
  try {
    return JSON.parse(readFileSync(join(profile, FILE), 'utf8')) as Heartbeat;
  } catch {
    return null;
  }
}

function factsOf(ended: ResultRecord | ErrorRecord): Pick<Heartbeat, 'lastError' | 'holds' | 'inStep' | 'done' | 'held' | 'failed'> {
  if (ended.t === 'error') return { ...NOTHING, lastError: ended.id };
  if (ended.command !== 'sync' && ended.command !== 'restore') return { ...NOTHING, lastError: null };
  const { run } = ended.value, totals = totalsOf(run), stops = run.links.flatMap((link) => link.stopped), error = stops.find(({ code }) => code !== 'Held');
  return { lastError: error === undefined ? null : problemId(error.code, error.reason), holds: holdsIn(run), inStep: totals.paired, done: totals.done, held: totals.held, failed: totals.failed };
}

export const holdsIn = (run: RunSummary): Heartbeat['holds'] =>
  run.links.flatMap((link) => link.stopped.flatMap(({ id, reason, count }) => (id === undefined ? [] : [{ id, reason: reason ?? '', count: count ?? 0 }])));
