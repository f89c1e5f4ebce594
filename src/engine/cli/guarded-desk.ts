// A desk whose Outlook asks its user before programs read it: each background run would show that dialog again, so they leave Outlook alone until
// Test-M2KSyncInstallation has found that it asks no more (desk-rules.md 9). A person's own run always tries. One note in the Inbox.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { M2KError } from '../errors.js';
import type { RunOutcome } from '../sync/outcome.js';
import type { CommandContext } from './command-context.js';
import type { Mailbox } from './parts.js';

const FILE = 'guarded.json', REASON = 'outlook-guard';

export const isGuard = (error: unknown): boolean => error instanceof M2KError && error.code === 'PolicyBlocked' && error.data.reason === REASON;

export const wasGuarded = ({ links }: RunOutcome): boolean => links.some(({ stopped }) => stopped.some(({ code, reason }) => code === 'PolicyBlocked' && reason === REASON));

/** @throws M2KError PolicyBlocked guarded-before */
export function assertUnguarded({ profile }: CommandContext): void {
  if (existsSync(join(profile, FILE))) throw new M2KError('PolicyBlocked', { reason: 'guarded-before' });
}

export async function noteGuard({ profile, parts, words, tell }: CommandContext, mailbox: Pick<Mailbox, 'post'> | null): Promise<void> {
  if (existsSync(join(profile, FILE))) return;
  // First, for the note may be what Outlook asks about next.
  writeFileSync(join(profile, FILE), JSON.stringify({ at: new Date(parts.clock.now()).toISOString() }), { mode: 0o600 });
  try {
    await mailbox?.post({ subject: words.say('notice.guardedSubject'), body: words.say('notice.guardedBody') });
  } catch (error) {
    tell({ t: 'warning', id: 'M2K.NoNotice', text: words.say('warning.noNotice', { reason: error instanceof Error ? error.message : String(error), text: words.say('notice.guardedSubject') }) });
  }
}

export function forgetGuard(profile: string): void {
  rmSync(join(profile, FILE), { force: true });
}
