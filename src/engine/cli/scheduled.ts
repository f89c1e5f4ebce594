// `scheduled`: what the task starts. Every connected profile of the user in turn, each a run of its own; one exit code over all.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isProfileName, profileFolder } from '../config/profile.js';
import { settingsFile } from '../config/settings-file.js';
import { EXIT } from '../sync/outcome.js';
import type { RequestFor } from './command-context.js';
import type { ResultRecord, ScheduledProfile } from './records.js';
import { serve } from './session.js';
import type { Session } from './session.js';

/** Never throws. A profile that fails does not keep the others from their run. */
export async function scheduled(session: Session, { v, language }: RequestFor<'scheduled'>): Promise<ResultRecord> {
  const profiles: ScheduledProfile[] = [];
  for (const profile of connectedIn(session.profileRoot)) {
    const ended = await serve(session, { v, command: 'sync', scheduled: true, profile, ...(language === undefined ? {} : { language }) });
    profiles.push({ profile, exitCode: ended.exitCode, error: ended.t === 'error' ? ended.id : null });
    if (session.signal.aborted) break;
  }
  return { t: 'result', command: 'scheduled', value: { profiles }, exitCode: worst(profiles.map(({ exitCode }) => exitCode)) };
}

/** Desk-rules 6: of several 5, then 75, 4, 3; whatever else is no end of a sync and goes before all of them. */
const ORDER: readonly number[] = [EXIT.unauthorized, EXIT.unavailable, EXIT.held, EXIT.someFailed, EXIT.lockHeld, EXIT.inStep];
const worst = (codes: readonly number[]): number =>
  codes.find((code) => !ORDER.includes(code)) ?? ORDER.find((code) => codes.includes(code)) ?? EXIT.inStep;

function connectedIn(root: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(join(root, 'profiles')).sort();
  } catch {
    return [];
  }
  return names.filter(isProfileName).filter((name) => {
    try {
      return settingsFile(profileFolder(root, name)).read().account !== undefined;
    } catch {
      // Its run says what is wrong with the file.
      return true;
    }
  });
}
