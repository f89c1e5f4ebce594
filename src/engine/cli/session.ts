// One request from start to end: the profile's folder, words, cancelling, the watch for a run that hangs; always one last record.
import { underPolicy } from '../config/policy.js';
import { profileFolder } from '../config/profile.js';
import { scheduleFile, settingsFile } from '../config/settings-file.js';
import { M2KError } from '../errors.js';
import { wordsIn } from '../words/catalogue.js';
import type { Words } from '../words/catalogue.js';
import { chosenLanguage } from '../words/language.js';
import type { Language } from '../words/text.js';
import type { Telling } from './command-context.js';
import { runCommand } from './commands/command.js';
import { EXIT } from '../sync/outcome.js';
import { readHeartbeat, writeHeartbeat } from './heartbeat.js';
import { openLog, tellChange } from './logged.js';
import { seenPolicy } from './policy-values.js';
import { errorRecord } from './error-record.js';
import { isIdle } from './idle.js';
import type { EngineParts } from './parts.js';
import type { ErrorRecord, Request, ResultRecord } from './records.js';
import { profileOf } from './request.js';
import { stallWatch } from './stall.js';

export interface Session {
  readonly parts: EngineParts;
  readonly profileRoot: string;
  readonly tell: (record: Telling) => void;
  readonly signal: AbortSignal;
}

/** The language of the request, else what policy or the user set, else the system's. Settings that cannot be read are told in the latter. */
export function wordsFor({ parts, profileRoot }: Pick<Session, 'parts' | 'profileRoot'>, request: Request, settings = settingsFile(profileFolder(profileRoot, profileOf(request)))): Words {
  const language = (): Language | undefined => underPolicy(settings.read(), seenPolicy(profileRoot)).settings.language;
  return wordsIn(chosenLanguage(request.language, quietly(language), request.culture, parts.systemLanguage));
}

function quietly<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Never throws: whatever happens is told by the record it gives. */
export async function serve(session: Session, request: Exclude<Request, { readonly command: 'scheduled' }>): Promise<ResultRecord | ErrorRecord> {
  const { parts, signal } = session;
  const profile = profileFolder(session.profileRoot, profileOf(request));
  const settings = settingsFile(profile), schedule = scheduleFile(session.profileRoot), began = parts.clock.now();
  const words = wordsFor(session, request, settings);
  const log = openLog({ parts, root: session.profileRoot, profile, command: request.command, settings: () => settings.read() });
  const watch = stallWatch(parts.clock);
  // Another run that holds the lock will write its own; a plan is no run.
  const noted = async <Last extends ResultRecord | ErrorRecord>(ended: Last, error?: unknown): Promise<Last> => {
    const isRun = (request.command === 'sync' || request.command === 'restore') && request.whatIf !== true;
    log.note(ended, error);
    if (!isRun || ended.exitCode === EXIT.lockHeld) return ended;
    const before = readHeartbeat(profile);
    writeHeartbeat(profile, { version: parts.version, now: parts.clock.now(), ended, ...(request.command === 'sync' && request.scheduled === true ? { scheduled: began } : {}) });
    await tellChange({ parts, profile, words }, before, readHeartbeat(profile));
    return ended;
  };
  const tell = (record: Telling): void => { watch.progress(); log.note(record); session.tell(record); };
  try {
    signal.throwIfAborted();
    return await noted(await Promise.race([runCommand({ parts, root: session.profileRoot, profile, settings, schedule, words, tell, signal }, request), watch.stalled]));
  } catch (error) {
    const host = request.command === 'connect' ? request.host : quietly(() => settings.read().account?.host);
    const record = errorRecord(words, cancelledBy(signal, error), { host });
    return await noted(request.command === 'sync' && request.scheduled === true && isIdle(error) ? { ...record, exitCode: EXIT.inStep } : record, error);
  } finally {
    watch.stop();
  }
}

/** What an aborted signal makes other code throw is no bug of theirs. */
const cancelledBy = (signal: AbortSignal, error: unknown): unknown =>
  signal.aborted && !(error instanceof M2KError) ? new M2KError('Cancelled', {}, { cause: error }) : error;
