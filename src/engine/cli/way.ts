// The account as administrators leave it and the way to its server, once a run (desk-rules.md 16; reference 8.3).
import { assertAllowed, underPolicy } from '../config/policy.js';
import type { PolicyValue } from '../config/policy.js';
import type { Account, Settings } from '../config/settings.js';
import { isLoopback } from '../dav/loopback.js';
import { accountOf } from './account.js';
import { originOf } from './origin.js';
import type { Desk } from './parts.js';

export interface Way {
  readonly account: Account;
  /** 'http://proxy:3128'; absent: the way is direct. */
  readonly proxy?: string;
}

/** @throws M2KError Settings not-connected, policy-value, host, two-servers */
export const wayOf = (desk: Desk, settings: Settings, values: readonly PolicyValue[]): Promise<Way> => wayUnder(values, desk, settings);

/** For an account that is only asked for. @throws M2KError PolicyBlocked managed, and as above */
export async function wayFor(desk: Desk, account: Account, values: readonly PolicyValue[]): Promise<Way> {
  assertAllowed(account, values);
  return wayUnder(values, desk, { account, collections: {} });
}

async function wayUnder(values: readonly PolicyValue[], desk: Desk, settings: Settings): Promise<Way> {
  const account = accountOf(underPolicy(settings, values).settings), proxy = await proxyOf(desk, account);
  return { account, ...(proxy === undefined ? {} : { proxy }) };
}

/** What policy or the user said, else what Windows says (reference 4.2); nothing stands between here and this machine itself. */
async function proxyOf(desk: Desk, account: Account): Promise<string | undefined> {
  const chosen = account.proxy ?? 'system', { hostname } = new URL(originOf(account));
  if (chosen.toLowerCase() === 'direct') return undefined;
  if (chosen !== 'system') return chosen;
  return isLoopback(hostname) ? undefined : desk.proxyFor(originOf(account));
}
