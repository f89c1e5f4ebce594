// The log of a profile: JSON lines in a file a day, a new one beyond a size, none older than a month, never more than 20 MB in all.
import { appendFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEntry } from './entry.js';

const DAYS = 30;
const FILE_BYTES = 2 * 1024 * 1024;
const ALL_BYTES = 20 * 1024 * 1024;
const NAME = /^m2ksync-(\d{8})(?:-\d{9})?\.jsonl$/;

export const logFolder = (profile: string): string => join(profile, 'logs');

/** Never throws: a log that cannot be written is no reason for a run to fail. */
export function writeLog(profile: string, entry: LogEntry): void {
  const folder = logFolder(profile), day = entry.at.slice(0, 10).replaceAll('-', ''), path = join(folder, `m2ksync-${day}.jsonl`);
  try {
    const size = sizeOf(path);
    if (size === null) mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (size !== null && size >= FILE_BYTES) renameSync(path, join(folder, `m2ksync-${day}-${entry.at.slice(11, 23).replaceAll(/\D/g, '')}.jsonl`));
    appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
    if (size === null || size >= FILE_BYTES) sweep(folder, Date.parse(entry.at));
  } catch {
    // told above
  }
}

/** Oldest first; a line that was cut off is passed over. */
export function* readLog(profile: string): Generator<LogEntry> {
  for (const name of names(logFolder(profile))) {
    for (const line of readFileSync(join(logFolder(profile), name), 'utf8').split('\n')) {
      const entry = parsed(line);
      if (entry !== null) yield entry;
    }
  }
}

/** In the order of time: what was put aside on a day is older than the file that goes on. */
function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => NAME.test(name)).sort((a, b) => key(a).localeCompare(key(b)));
  } catch {
    return [];
  }
}

const key = (name: string): string => name.replace(/^(m2ksync-\d{8})\.jsonl$/, '$1-zzzzzzzzz.jsonl');

function sweep(folder: string, now: number): void {
  let kept = 0;
  for (const name of [...names(folder)].reverse()) {
    const path = join(folder, name), day = NAME.exec(name)?.[1] ?? '';
    kept += sizeOf(path) ?? 0;
    if (kept > ALL_BYTES || now - Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`) > (DAYS + 1) * 86_400_000) rmSync(path, { force: true });
  }
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

function parsed(line: string): LogEntry | null {
  try {
    const entry = JSON.parse(line) as LogEntry;
    return typeof entry.at === 'string' ? entry : null;
  } catch {
    return null;
  }
}
