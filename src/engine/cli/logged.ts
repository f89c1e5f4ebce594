// A command with its log: every record that is told goes into the profile's log as far as its level allows, and a change of the desk's state into the
// event log of Windows.
import { logLevel } from './policy-values.js';
import { anonymous, factsOf, isAtLeast, whereOf } from '../log/entry.js';
import type { LogEntry } from '../log/entry.js';
import { EVENTS, changedEvent } from '../log/events.js';
import type { EventId } from '../log/events.js';
import { writeLog } from '../log/log-file.js';
import type { Settings } from '../config/settings.js';
import type { Words } from '../words/catalogue.js';
import type { Heartbeat } from './heartbeat.js';
import type { EngineParts } from './parts.js';
import type { EngineRecord } from './records.js';

export interface Logging {
  readonly parts: Pick<EngineParts, 'clock' | 'newId'>;
  readonly root: string;
  readonly profile: string;
  readonly command: string;
  readonly settings: () => Settings;
}

export interface Log {
  note(record: EngineRecord, error?: unknown): void;
}

/** Commands that only show something leave nothing but their errors. */
const QUIET: ReadonlySet<string> = new Set(['status', 'failures', 'history', 'collections', 'options', 'log', 'diagnostic', 'task', 'all-status']);

export function openLog({ parts, root, profile, command, settings }: Logging): Log {
  const run = parts.newId().replaceAll('-', '').slice(0, 12), began = parts.clock.now();
  return {
    note(record, error) {
      const made = factsOf(record), level = logLevel(root, settings);
      if (made === null || !isAtLeast(made.facts.level, level) || (QUIET.has(command) && record.t !== 'error')) return;
      const now = parts.clock.now(), { level: own, event, ...facts } = made.facts;
      const entry: LogEntry = {
        at: new Date(now).toISOString(), level: own, run, command, event, ...facts, ...(event === 'end' ? { ms: now - began } : {}),
        ...(record.t === 'error' && record.code === 'Bug' ? { where: whereOf(error) } : {}), ...(made.text === undefined ? {} : { text: made.text }),
      };
      writeLog(profile, level === 'debug' ? entry : anonymous(entry));
    },
  };
}

/** Never throws: where there is no such log, or none of ours in it, nobody misses the event. */
export async function tellChange({ parts, profile, words }: { readonly parts: EngineParts; readonly profile: string; readonly words: Words }, before: Heartbeat | null, after: Heartbeat | null): Promise<void> {
  const id = changedEvent(before, after);
  if (id === null || after === null) return;
  try {
    const desk = await parts.openDesk(profile);
    try {
      await desk.writeEvent({ id, kind: EVENTS[id], text: eventText(words, id, after) });
    } finally {
      await desk.close();
    }
  } catch {
    // told above
  }
}

const eventText = (words: Words, id: EventId, { version, exitCode, lastError }: Heartbeat): string =>
  `M2KSync ${version}: ${words.say(`event.${id}`)}\r\n${words.say('event.facts', { exitCode, error: lastError ?? '-' })}`;
