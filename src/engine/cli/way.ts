// The account as administrators leave it and the way to its server, asked of the desk once a run (desk-rules.md 16; reference 8.3).
import { assertAllowed, underPolicy } from '../config/policy.js';
import type { ProxyChoice } from '../config/policy.js';
import type { Account, Settings } from '../config/settings.js';
import { accountOf } from './account.js';
import type { Desk } from './parts.js';
import { originOf } from './server.js';

export interface Way {
  readonly account: Account;
  /** 'http://proxy:3128'; absent: the way is direct. */
  readonly proxy?: string;
}

/** @throws M2KError Settings not-connected, policy-value, host, two-servers */
export async function wayOf(desk: Desk, settings: Settings): Promise<Way> {
  const effective = underPolicy(settings, await desk.readPolicy()), account = accountOf(effective.settings);
  return { account, ...await proxyOf(desk, account, effective.proxy) };
}

/** For an account that is only asked for. @throws M2KError PolicyBlocked managed, and as above */
export async function wayFor(desk: Desk, account: Account): Promise<Way> {
  const values = await desk.readPolicy();
  assertAllowed(account, values);
  return wayOf({ ...desk, readPolicy: () => Promise.resolve(values) }, { account, collections: {} });
}

async function proxyOf(desk: Desk, account: Account, choice: ProxyChoice): Promise<{ readonly proxy?: string }> {
  const proxy = choice === 'none' ? undefined : choice === 'system' ? await desk.proxyFor(originOf(account)) : choice;
  return proxy === undefined ? {} : { proxy };
}
