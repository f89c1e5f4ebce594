// `all-status`: the heartbeat of every profile of every user of this computer, for its administrator (desk-rules.md 15). No content of items.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isProfileName, profileFolder } from '../../config/profile.js';
import { EXIT } from '../../sync/outcome.js';
import type { Command } from '../command-context.js';
import { readHeartbeat } from '../heartbeat.js';
import type { Heartbeat } from '../heartbeat.js';

export interface DeskStatus {
  readonly user: string;
  readonly profile: string;
  /** null: no run yet. */
  readonly beat: Heartbeat | null;
}

/** Users whose folder this one may not read are counted, not named. */
export const allStatus: Command<'all-status'> = ({ parts }) => {
  const looked = parts.everyRoot().map(({ user, root }) => ({ user, root, profiles: namesIn(join(root, 'profiles')) }));
  const desks = looked.flatMap(({ user, root, profiles }): readonly DeskStatus[] =>
    (profiles ?? []).filter(isProfileName).map((profile) => ({ user, profile, beat: readHeartbeat(profileFolder(root, profile)) })));
  return Promise.resolve({ value: { desks, denied: looked.filter(({ profiles }) => profiles === null).length }, exitCode: EXIT.inStep });
};

/** null: it is there and may not be read. */
function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : null;
  }
}
