// The proxy between here and an account's server: what the user said, else what Windows says, asked of PowerShell (reference 4.2).
import type { Account } from '../config/settings.js';
import type { Desk } from './parts.js';
import { originOf } from './origin.js';

/** Null: none. */
export async function proxyFor(desk: Pick<Desk, 'proxyFor'>, account: Account): Promise<string | null> {
  if (account.proxy !== undefined) return account.proxy.toLowerCase() === 'direct' ? null : account.proxy;
  return asksSystem(account) ? await desk.proxyFor(originOf(account)) ?? null : null;
}

/** The user said nothing, and the server is not this machine. */
export function asksSystem(account: Account): boolean {
  const { hostname } = new URL(originOf(account));
  return account.proxy === undefined && !(hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname));
}
