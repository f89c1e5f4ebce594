// The first run of a managed desk (desk-rules.md 15): policy names the server, nobody has connected yet. One window at logon with the address filled in, at
// most once a day, never from the timer.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decided } from '../config/policy.js';
import type { PolicyValue } from '../config/policy.js';
import type { OptionName } from '../config/options.js';
import type { RequestFor } from './command-context.js';
import type { CommandContext } from './command-context.js';
import type { Desk } from './parts.js';

const FILE = 'sign-in.json';
const DAY_MS = 86_400_000;

/** What `connect` is to be asked; null: policy names no server, the user was asked today, or did not answer. */
export async function firstSignIn({ root, parts, words }: CommandContext, desk: Desk, values: readonly PolicyValue[]): Promise<RequestFor<'connect'> | null> {
  const policy = (name: OptionName): string | undefined => { const value = decided(values).find(({ row }) => row.name === name)?.value; return typeof value === 'string' ? value : undefined; };
  const host = policy('MailHost'), now = parts.clock.now();
  if (host === undefined || now - lastAsked(root) < DAY_MS) return null;
  // Before the window: who logs off while it is open was asked.
  writeFileSync(join(root, FILE), JSON.stringify({ at: now }), { mode: 0o600 });
  const address = policy('AddressTemplate')?.replaceAll(/%USERNAME%/gi, parts.userName ?? '') ?? '';
  const answer = await desk.signIn({ caption: 'M2KSync', message: words.say('signIn.message', { host }), address });
  return answer === null || answer.secret === '' ? null : { v: 1, command: 'connect', address: answer.address, host, secret: answer.secret, keepSecret: true };
}

function lastAsked(root: string): number {
  try {
    return (JSON.parse(readFileSync(join(root, FILE), 'utf8')) as { readonly at: number }).at;
  } catch {
    return -DAY_MS;
  }
}
