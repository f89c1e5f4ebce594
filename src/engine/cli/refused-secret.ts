// A password that the server refused: the timer does not send it again, for a server counts wrong ones and locks the account. Once a day it is tried, in case
// the server was wrong; a person's own run always tries; another password is tried at once. One notice in the Inbox.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretPath } from '../config/profile.js';
import type { Account } from '../config/settings.js';
import { M2KError } from '../errors.js';
import type { CommandContext } from './command-context.js';
import type { Mailbox } from './parts.js';
import { accountKey } from './server-memory.js';

interface Refused {
  /** Milliseconds. */
  readonly at: number;
  /** Which password it was: when its file was written, milliseconds. Nothing of the password itself. */
  readonly written: number;
  readonly of: string;
  readonly told: boolean;
}

const FILE = 'refused.json';
const DAY_MS = 86_400_000;

/** Of the server, not of the store that keeps the password. */
export const isRefusal = (error: unknown): boolean => error instanceof M2KError && error.code === 'Unauthorized' && !/^(secret-|no-password|rejected-before)/.test(error.data.reason ?? '');

/** @throws M2KError Unauthorized rejected-before */
export function assertNotRefused({ profile, parts }: CommandContext, account: Account): void {
  const refused = read(profile);
  if (refused !== null && isSame(refused, profile, account) && parts.clock.now() - refused.at < DAY_MS) throw new M2KError('Unauthorized', { reason: 'rejected-before', host: account.host });
}

/** @param mailbox null: nobody is told in the Inbox, for a person sees the error. */
export async function noteRefusal({ profile, parts, words, tell }: CommandContext, account: Account, mailbox: Pick<Mailbox, 'post'> | null): Promise<void> {
  const before = read(profile), known = before !== null && isSame(before, profile, account);
  let told = known && before.told;
  if (mailbox !== null && !told) {
    try {
      await mailbox.post({ subject: words.say('notice.refusedSubject'), body: words.say('notice.refusedBody', { address: account.address, host: account.host }) });
      told = true;
    } catch (error) {
      tell({ t: 'warning', id: 'M2K.NoNotice', text: words.say('warning.noNotice', { reason: error instanceof Error ? error.message : String(error), text: words.say('notice.refusedSubject') }) });
    }
  }
  const refused: Refused = { at: parts.clock.now(), written: writtenAt(profile), of: accountKey(account), told };
  writeFileSync(join(profile, FILE), JSON.stringify(refused), { mode: 0o600 });
}

export function forgetRefusal(profile: string): void {
  rmSync(join(profile, FILE), { force: true });
}

const isSame = (refused: Refused, profile: string, account: Account): boolean => refused.written === writtenAt(profile) && refused.of === accountKey(account);

const writtenAt = (profile: string): number => statSync(secretPath(profile), { throwIfNoEntry: false })?.mtimeMs ?? 0;

function read(profile: string): Refused | null {
  try {
    return JSON.parse(readFileSync(join(profile, FILE), 'utf8')) as Refused;
  } catch {
    return null;
  }
}
